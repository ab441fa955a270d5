"""Finding what a person means by a name: of a programme, a deck of cards, a mirror."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from bot.domain import spelling
from bot.domain.texts import LocalText
from bot.domain.themes import SHORTEST_PART, squash

T = TypeVar("T")

Names = Callable[[T], Iterable[str]]
"""What a thing may be called, the name to suggest first."""


def titles(title: LocalText) -> tuple[str, ...]:
    """Return the title in every language that it has."""
    return tuple(text for text in (title.sv, title.en, title.lattlast) if text)


def matching(things: Sequence[T], text: str, names: Names[T]) -> tuple[T, ...]:
    """Return the things that are called so, else those with it in a name; none when none is.

    Capitals, accents, hyphens and spaces do not matter.
    """
    wanted = squash(text)
    exact = tuple(each for each in things if wanted in map(squash, names(each)))
    if exact or len(wanted) < SHORTEST_PART:
        return exact
    return tuple(each for each in things if any(wanted in squash(name) for name in names(each)))


def nearest(things: Sequence[T], text: str, names: Names[T]) -> str:
    """Return the first name of the thing that is spelled most like this, empty when none is."""
    first = {squash(name): next(iter(names(each))) for each in things for name in names(each)}
    return first.get(spelling.nearest(squash(text), first), "")
