"""What can fail with a draft of a summary."""

from __future__ import annotations

from bot.errors.base import AptbotError


class DraftFailed(AptbotError):
    """The language model gave no draft that can be read; the text is one of our own, never its."""
