"""What can fail in the world around: the chat, the database, the keys, the files."""

from __future__ import annotations

from bot.errors.base import AptbotError, OperatorError


class PlatformError(AptbotError):
    """The chat platform refused a call; the text is the platform's own error code."""


class PlatformDown(PlatformError):
    """The chat platform could not be reached or failed for the moment; try again later."""


class RateLimited(PlatformError):
    """The chat platform asks us to wait `retry_after` seconds."""

    def __init__(self, retry_after: float) -> None:
        """Remember how many seconds to wait."""
        super().__init__(f"rate limited for {retry_after} s")
        self.retry_after = retry_after


class MessageGone(PlatformError):
    """The message to update no longer stands in the conversation."""


class MessageRefused(PlatformError):
    """The message itself is at fault (too long, malformed): as it is, it can never be sent."""


class StoreError(OperatorError):
    """The database could not do what was asked (disk full, locked, not writable)."""


class KeyVaultError(OperatorError):
    """The rounds' keys could not be reached or written; whether they are lost is not known."""


class UnreadableBallot(AptbotError):
    """A ballot can't be opened with its round's key; waiting does not mend it."""


class BoxFailed(AptbotError):
    """The process that opens a box did not do its work; nothing is lost, and it can be tried again.

    The text is one of our own, never the process's.
    """


class ContentError(AptbotError):
    """A dialogue file has mistakes; the text lists each with file, line and remedy."""
