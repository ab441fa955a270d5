"""What goes wrong when dialogues are made, passed on or taken in."""

from __future__ import annotations

from bot.errors import AptbotError


class AuthoringError(AptbotError):
    """Nothing was written; the text says why and what to do, in the reader's language."""
