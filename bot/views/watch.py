"""What those who look after the bot are told about the files that it reads."""

from __future__ import annotations

from bot.locales import Words
from bot.views.model import Note, Sheet, SheetPart

MOST = 10
"""How many mistakes one message tells of."""

LONGEST = 900
"""How many characters of one mistake it tells."""


def trouble(complaints: tuple[str, ...], w: Words) -> Sheet:
    """Return the first mistakes with what to do about them, and how many more there are."""
    shown = complaints[:MOST]
    left = len(complaints) - len(shown)
    return Sheet(
        title=w("watch-title"),
        intro=w("watch-intro", count=len(complaints)),
        parts=tuple(SheetPart(text=_cut(each)) for each in shown),
        footer=w("watch-more", count=left) if left else "",
    )


def well(w: Words) -> Note:
    """Return the word that all is well again."""
    return Note(text=w("watch-well"))


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…"
