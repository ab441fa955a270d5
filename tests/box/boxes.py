"""Boxes with ballots in them, and the rounds they belong to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bot.domain.answers import Answers
from bot.domain.ballot import Ballot, seal
from bot.domain.programme import Component
from bot.domain.round import Round
from tests.contracts import store_samples
from tests.contracts.store_samples import person

FIVES = dict.fromkeys(Component, 5)


def answers(number: int, words: str = "Mening") -> list[Answers]:
    """Return so many people's answers, each with a comment of its own that may be shown."""
    return [Answers(FIVES, f"{words} {one}", (), verbatim=True) for one in range(number)]


def box(key: bytes, given: Iterable[Answers]) -> list[Ballot]:
    """Return the answers sealed, each by another person."""
    return [seal(key, person(f"m{number}"), one) for number, one in enumerate(given)]


def round_(invited: int = 12, threshold: int = 6, quote_threshold: int = 10) -> Round:
    """Return a round with so many on its roster."""
    roster = tuple(person(f"m{number}") for number in range(invited))
    return replace(
        store_samples.round_(),
        roster=roster,
        invited=invited,
        threshold=threshold,
        quote_threshold=quote_threshold,
    )
