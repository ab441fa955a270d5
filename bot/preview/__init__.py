"""The preview of dialogues in the browser, for those who write them, on their own computer."""

from bot.preview.server import CannotListen, Preview

__all__ = ["CannotListen", "Preview"]
