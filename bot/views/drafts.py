"""The draft of a language model: each claim with all comments that it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.domain.claims import Claim
from bot.domain.programme import Theme
from bot.locales import Words
from bot.views.board import theme_title
from bot.views.model import Note, Sheet, SheetPart

ROOM = 9_000
"""Characters of claims and comments in the message: with all else it fits every platform, so that
no claim stands without its comments, nor the whole without how it was made."""


def draft(
    claims: Sequence[Claim], comments: Sequence[str], theme: Theme, model: str, w: Words
) -> Sheet:
    """Return the draft, as many claims as fit; their comments are those with their numbers."""
    return Sheet(
        title=w("draft-title"),
        intro=w("draft-intro", title=theme_title(theme, w)),
        parts=tuple(_fitting([_part(claim, comments, w) for claim in claims])),
        footer=w("draft-footer", model=model),
    )


def withdrawn(w: Words) -> Note:
    """Return what takes the place of a draft when a comment has been hidden."""
    return Note(text=w("draft-withdrawn"))


def _fitting(parts: Sequence[SheetPart]) -> Iterator[SheetPart]:
    """Yield as many as there is room for; the first always is: a claim's length has its bounds."""
    room = ROOM
    for part in parts:
        room -= len(part.heading) + sum(map(len, part.lines))
        if room < 0:
            return
        yield part


def _part(claim: Claim, comments: Sequence[str], w: Words) -> SheetPart:
    return SheetPart(
        heading=w("draft-claim", text=claim.text),
        text=w("draft-rests-on"),
        lines=tuple(comments[number - 1] for number in claim.cited),
    )
