"""The errors of the embedded workspace."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path


class WorkspaceError(Exception):
    """Something is wrong with how the workspace is used: the message says what to do."""


class SampleError(WorkspaceError):
    """The file with the sample people cannot be used: the message names place and remedy."""


class CannotListen(WorkspaceError):
    """The address is not one that this machine can listen on."""


class StateFileError(WorkspaceError):
    """The state file at `path` cannot be read or written.

    `reason` is the system's own, as of a full disk; without one it is what the file holds.
    """

    def __init__(self, path: Path, what: str, reason: str = "") -> None:
        super().__init__(f"{path}: {what}")
        self.path = path
        self.reason = reason


class SlackError(Exception):
    """A call is refused as Slack refuses it.

    `code` is Slack's own name for the error (`channel_not_found`); `details` say which field
    and why, in Slack's words, and become `response_metadata.messages`.
    """

    def __init__(self, code: str, details: Sequence[str] = ()) -> None:
        super().__init__(code)
        self.code = code
        self.details = tuple(details)
