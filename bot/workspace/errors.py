"""The errors of the embedded workspace."""

from __future__ import annotations

from collections.abc import Sequence


class WorkspaceError(Exception):
    """Something is wrong with how the workspace is used: the message says what to do."""


class SampleError(WorkspaceError):
    """The file with the sample people cannot be used: the message names place and remedy."""


class SlackError(Exception):
    """A call is refused as Slack refuses it.

    `code` is Slack's own name for the error (`channel_not_found`); `details` say which field
    and why, in Slack's words, and become `response_metadata.messages`.
    """

    def __init__(self, code: str, details: Sequence[str] = ()) -> None:
        super().__init__(code)
        self.code = code
        self.details = tuple(details)
