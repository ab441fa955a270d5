"""A deck of cards and a mirror as the chat will show them, to somebody made up."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from bot.domain import cards, mirrors
from bot.domain.cards import Choice, Drawn
from bot.domain.material import Deck, Mirror
from bot.domain.programme import Programme
from bot.locales import Words
from bot.preview.scene import Json, form, message
from bot.views import cards as card_view
from bot.views import mirror as mirror_view

_SCORES: Final = (5, 6, 4, 7, 3)
"""Made-up answers, again and again: some stand out, up and down."""


def deck_scenes(programme: Programme, deck: Deck, w: Words, at: datetime) -> Iterator[Json]:
    """Yield every card as the one who draws it sees it, and last one that the group is shown."""
    every = cards.placed([programme])
    placed = cards.Placed(programme.id, deck)
    drawn = [Drawn(placed, number) for number in range(len(deck.cards))]
    for each in drawn:
        view = card_view.private(each, Choice("", every), cards.components(every), w)
        heading = w("preview-card", number=each.number + 1, count=len(drawn))
        yield message(f"card-{each.number}", heading, view, at, private=True)
    shown = card_view.for_group(drawn[0], w)
    yield message("group", w("preview-card-group"), shown, at)


def mirror_scenes(
    programme: Programme, mirror: Mirror, w: Words, at: datetime, timezone: str
) -> Iterator[Json]:
    """Yield the questions, and the picture that made-up answers give."""
    placed = mirrors.Placed(programme.id, mirror)
    scores = tuple(_SCORES[number % len(_SCORES)] for number in range(len(mirror.questions)))
    picture = mirror_view.picture(placed, mirrors.reflect(mirror, scores), at, timezone, w)
    yield form("form", w("preview-mirror"), mirror_view.form(placed, w))
    yield form("picture", w("preview-mirror-picture"), picture)
