"""What may be told of a box, worked out from its answers by other code than the bot's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import ceil

from bot.domain.answers import Answers
from bot.domain.programme import Component

Fact = tuple[int, str, str, int | None, int | None, int | str]
"""The round's number, what it is about, the measure, from and to which step, and the value."""

FEW, SOME, CELL = 6, 10, 3


def facts_of(boxes: Sequence[Sequence[Answers]], invited: int) -> set[Fact]:
    """Return all numbers that may be told of the boxes, which come in their order in time."""
    found: set[Fact] = set()
    for number, box in enumerate(boxes):
        if len(box) < FEW:
            found.add((number, "", "answered_below", None, None, FEW))
            continue
        found.add((number, "", "answered", None, None, len(box)))
        found.add((number, "", "invited", None, None, invited))
        for component in Component:
            values = sorted(a.scores[component] for a in box if component in a.scores)
            found |= {(number, component.value, *fact) for fact in _component(values)}
        found |= {(number, *fact) for fact in _tags(box)}
    return found


def _component(values: list[int]) -> set[tuple[str, int | None, int | None, int | str]]:
    n = len(values)
    if n < FEW:
        return {("answered_below", None, None, FEW)}
    low, median, high = (values[ceil(n * share / 4) - 1] for share in (1, 2, 3))
    if n < SOME:
        low, high = min(low, 6), max(high, 2)
    band = "low" if median <= 2 else "mid" if median <= 5 else "high"
    told: set[tuple[str, int | None, int | None, int | str]] = {
        ("median", None, None, median),
        ("middle_low", None, None, low),
        ("middle_high", None, None, high),
        ("band", None, None, band),
    }
    return told | ({("count", *cell) for cell in _cells(values)} if n >= SOME else set())


def _cells(values: list[int]) -> list[tuple[int, int, int]]:
    """Return the steps from left to right, joined until there are three; the rest to the last."""
    cells: list[tuple[int, int, int]] = []
    first, waiting = 1, 0
    for step in range(1, 8):
        waiting += values.count(step)
        if waiting >= CELL:
            cells.append((first, step, waiting))
            first, waiting = step + 1, 0
    if first <= 7:
        low, _, count = cells.pop()
        cells.append((low, 7, count + waiting))
    return cells


def _tags(box: Sequence[Answers]) -> set[tuple[str, str, None, None, int]]:
    """Return the counts of tags, as long as somebody may have chosen another one besides."""
    most, room = len(box) - 2, 2 * len(box) - CELL
    counts = Counter(tag for answer in box for tag in answer.tags)
    told = set()
    for tag, count in sorted(
        ((tag, min(count, most)) for tag, count in counts.items() if count >= CELL),
        key=lambda each: (-each[1], each[0]),
    ):
        room -= count
        if room < 0:
            break
        told.add((tag, "count", None, None, count))
    return told
