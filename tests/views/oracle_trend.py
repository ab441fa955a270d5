"""How a team moved, worked out again by what docs/decisions/0021-statistics.md says in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median_high, median_low

from bot.domain.programme import Component
from bot.domain.stats import Change
from tests.views.oracle import ENOUGH, ENOUGH_FOR_MORE, Oracle

MANY = 20


@dataclass(frozen=True)
class Told:
    """What was published of a component in a round; `n` is how many answers it surely rests on."""

    question: object
    n: int
    low: int
    median: int
    high: int


@dataclass
class Moved:
    """A component over time. `values` and `changes` have an entry for each round."""

    values: list[int | None] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    level: tuple[int, int] = (0, 0)
    since: int = 0

    @property
    def rounds(self) -> int:
        """In how many rounds something was published."""
        return sum(value is not None for value in self.values)


def moved(rounds: Sequence[Oracle], asked: Sequence[object], component: Component) -> Moved | None:
    """Return how a component moved over the rounds, each of which asked its own question."""
    found = Moved()
    level: list[Told] = []
    for number, (box, question) in enumerate(zip(rounds, asked, strict=True)):
        now = _told(box, question, component)
        change = _change(level, now) if now and level else Change.NONE
        if change is not Change.NONE:
            level, found.since = [], number
        found.values.append(now.median if now else None)
        found.changes.append(change)
        level += [now] if now else []
    if not level:
        return None
    found.level = median_low(t.low for t in level), median_high(t.high for t in level)
    return found


def _told(box: Oracle, question: object, component: Component) -> Told | None:
    if component not in box.shown:
        return None
    values = box.values(component)
    n = len(values) if len(values) >= ENOUGH_FOR_MORE else ENOUGH
    return Told(question, n, *box.middle(component))


def _change(level: Sequence[Told], now: Told) -> Change:
    """Say whether the median has left the middle half, and the quartile behind it has followed."""
    low, high = median_low(t.low for t in level), median_high(t.high for t in level)
    middle = median_low(t.median for t in level)
    fewest = min(t.n for t in (*level, now))
    past_up, past_down = (
        (high, low)
        if fewest < ENOUGH_FOR_MORE
        else (middle, middle)
        if fewest < MANY
        else (low, high)
    )
    words = any(t.question != now.question for t in level)  # a step may be due to other words
    if now.median - words > high and now.low - words > past_up:
        return Change.UP
    if now.median + words < low and now.high + words < past_down:
        return Change.DOWN
    return Change.NONE
