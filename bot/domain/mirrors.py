"""Mirrors for oneself: finding one, and what one's answers show."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bot.domain.finding import matching, nearest, titles
from bot.domain.material import Mirror
from bot.domain.programme import Programme
from bot.errors import NoMaterial, UnknownName

KIND = "mirror"
"""How errors name what was not found."""

SCORES = range(1, 8)
"""The steps of the scale."""


@dataclass(frozen=True)
class Placed:
    """A mirror and the id of the programme that it stands in."""

    programme: str
    mirror: Mirror

    @property
    def ref(self) -> str:
        """Where it stands: `programme/mirror`."""
        return f"{self.programme}/{self.mirror.id}"


@dataclass(frozen=True)
class Reflection:
    """What somebody's answers show: the questions with the highest and the lowest answers.

    Both hold the numbers of questions, counted from 0, and are empty when all answers are alike.
    """

    scores: tuple[int, ...]
    strongest: tuple[int, ...]
    to_think_about: tuple[int, ...]


def placed(programmes: Iterable[Programme]) -> tuple[Placed, ...]:
    """Return every mirror with where it stands, in the order of the programmes."""
    return tuple(Placed(each.id, mirror) for each in programmes for mirror in each.mirrors)


def find_mirrors(programmes: Iterable[Programme], text: str) -> tuple[Placed, ...]:
    """Return the mirrors that `text` names, all of them for no text.

    Raises NoMaterial when there is none at all, UnknownName when none is called so.
    """
    every = placed(programmes)
    if not every:
        raise NoMaterial(kind=KIND)
    word = text.strip()
    found = tuple(e for e in every if e.ref == word) or matching(every, word, _names)
    if not word:
        return every
    if not found:
        raise UnknownName(kind=KIND, word=word, nearest=nearest(every, word, _names))
    return found


def reflect(mirror: Mirror, scores: tuple[int, ...]) -> Reflection:
    """Return what the answers, one to each question, show. Raises ValueError for others."""
    if len(scores) != len(mirror.questions) or any(score not in SCORES for score in scores):
        raise ValueError("not the answers to this mirror")
    high, low = max(scores), min(scores)
    if high == low:
        return Reflection(scores, (), ())
    return Reflection(scores, _at(scores, high), _at(scores, low))


def _at(scores: tuple[int, ...], score: int) -> tuple[int, ...]:
    return tuple(number for number, each in enumerate(scores) if each == score)


def _names(each: Placed) -> tuple[str, ...]:
    mirror = each.mirror
    return (mirror.id, each.ref, str(mirror.number), *titles(mirror.title), *mirror.aliases)
