"""Finding what a person means: a programme, or a theme, a deck or a mirror in one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bot.domain.programme import Deck, Mirror, Programme, Theme
from bot.domain.themes import find_theme, squash, theme_at

Item = Theme | Deck | Mirror
"""What a programme holds."""


@dataclass(frozen=True)
class Found:
    """A programme, and what was meant in it; None for all of it."""

    programme: Programme
    item: Item | None = None


def find(programmes: Iterable[Programme], text: str, first: str = "") -> Found:
    """Return what the text names.

    It may be a programme (`tio-teman`), the name of a file (`spegel`), both (`tio-teman/tema3`),
    or whatever else finds a theme in the chat. The programme `first` is looked into before the
    others. Raises UnknownTheme, whose `nearest` may hold what to type instead.
    """
    known = sorted(programmes, key=lambda programme: programme.id != first)
    name = squash(text)
    for programme in known:
        if name in {squash(programme.id), squash(programme.title.sv), squash(programme.title.en)}:
            return Found(programme)
    where, _, what = text.rpartition("/")
    inside = [each for each in known if not where or squash(each.id) == squash(where)]
    for names in (_by_file, _by_title):
        found = [
            Found(programme, item)
            for programme in inside
            for item in items_of(programme)
            if squash(what) in names(item)
        ]
        if found and (first or len(found) == 1):
            return found[0]
    ref = find_theme(known, text)
    holder = next(each for each in known if each.id == ref.programme)
    return Found(holder, theme_at(known, ref))


def items_of(programme: Programme) -> tuple[Item, ...]:
    """Return all that a programme holds."""
    return (*programme.themes, *programme.decks, *programme.mirrors)


def _by_file(item: Item) -> set[str]:
    return {squash(item.id)}


def _by_title(item: Item) -> set[str]:
    return set(map(squash, (item.title.sv, item.title.en, *item.aliases)))
