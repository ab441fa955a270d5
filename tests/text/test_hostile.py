"""Texts made to be slow: the work grows with their length, not with its square."""

from __future__ import annotations

import re
import time
from collections.abc import Callable

import pytest

from bot.text import find

SHORT = 2_000
LONGER = 16
"""How many times longer the long text is: linear work takes as many times longer, quadratic 256."""
MOST = 64
NAMES = tuple(f"Anna{letter} Lindqvist" for letter in "abcdefghij")

PIECES = [
    "a",
    "a ",
    "@",
    "a@",
    "a.",
    "a@ b.",
    "a (at) a punkt ",
    "<@",
    "<at>x",
    "1",
    "1 ",
    "0-",
    "+46 ",
    "850314-",
    "07.30-",
    "Anna ",
    "Anna-",
    "a'",
    "Bo ",
    "rum 1",
    "rum",
    "cancer",
    "\u0301\u0323",
    "\u200b",
    "İ",
    "(",
    "\n",
]


def growth(work: Callable[[str], object], piece: str) -> float:
    """Return how many times the processor time grows when the text does."""
    short, long = (
        min(_processor_seconds(work, (piece * size)[:size]) for _ in range(3))
        for size in (SHORT, SHORT * LONGER)
    )
    return long / short


def _processor_seconds(work: Callable[[str], object], text: str) -> float:
    begun = time.process_time()
    work(text)
    return time.process_time() - begun


@pytest.mark.parametrize("piece", PIECES)
def test_the_work_grows_with_the_length(piece: str) -> None:
    """No repeated piece makes the check go over the text again and again."""
    assert growth(lambda text: find(text, NAMES), piece) < MOST


def test_a_quadratic_search_is_noticed() -> None:
    """The measure can fail: a pattern that begins anew at each letter grows much faster."""
    assert growth(re.compile(r"\w+@").findall, "a") > MOST
