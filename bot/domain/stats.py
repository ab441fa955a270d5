"""The statistics of small groups: what answers were, and whether two rounds really differ.

Of a round only whole numbers are published, and everything said of several rounds is worked out
from those alone. docs/decisions/0021-statistics.md says why each method was chosen, and
`python -m benchmarks.noise` how often each is right.
"""

from __future__ import annotations

import math
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.answers import SCALE

SOME = 10
"""Below so many answers the published numbers are too coarse to tell anything but great changes."""

MANY = 20
"""From so many answers the quartiles are steady."""


class Change(StrEnum):
    """What is safe to say of a later round."""

    UP = "up"
    DOWN = "down"
    NONE = "none"


@dataclass(frozen=True)
class Summary:
    """One component of one round as it was published. Raises ValueError for what can't be.

    `n` is how many answers it rests on, as far as that is told; see `bot.domain.trend.point`.
    """

    n: int
    median: int
    q1: int
    q3: int

    def __post_init__(self) -> None:
        if self.n < 1:
            raise ValueError("no answers")
        if not SCALE[0] <= self.q1 <= self.median <= self.q3 <= SCALE[-1]:
            raise ValueError("not quartiles on the scale")


@dataclass(frozen=True)
class ReferenceBand:
    """Where on the scale medians lie when nothing changes, `low` to `high`."""

    low: int
    high: int


def quantile(values: Sequence[int], share: float) -> int:
    """Return the smallest value with at least `share` (0 < share ≤ 1) of the values at or below.

    This is the inverse of the empirical distribution, type 1 in Hyndman and Fan, "Sample
    Quantiles in Statistical Packages", The American Statistician 50 (1996). It is chosen because
    it always is a whole number from the scale: an interpolated decimal tells about single
    answers in a small group. Raises ValueError without values.
    """
    if not values:
        raise ValueError("no values")
    if not 0 < share <= 1:
        raise ValueError("the share is out of range")
    return sorted(values)[math.ceil(len(values) * share) - 1]


def median(values: Sequence[int]) -> int:
    """Return the (lower) median, type 1. Raises ValueError without values."""
    return quantile(values, 0.5)


def middle_half(values: Sequence[int]) -> tuple[int, int]:
    """Return the quartiles, type 1, between which the middle half lies.

    Raises ValueError without values.
    """
    return quantile(values, 0.25), quantile(values, 0.75)


def compare(earlier: Summary, later: Summary, margin: int = 0) -> Change:
    """Say whether the later round is safely higher or lower, from what was published alone.

    Higher means that its median has left the earlier middle half upwards, and its lower quartile
    has passed, of the earlier round, with fewer than `SOME` answers in either the upper quartile
    (the middle halves don't touch), with fewer than `MANY` the median, and otherwise the lower
    quartile. Lower is the mirror image. `margin` is how many steps may be due to something else,
    such as another question, and are not counted. Raises ValueError for a negative one.

    If nothing has changed, fewer than 5 of 100 pairs with as many answers are told to differ,
    whatever people think (tests/domain/test_stats_rates.py counts it out). In made-up groups of
    many kinds (`python -m benchmarks.noise`) it is 0.5–2.8 of 100; a rise of two steps is found in
    36–48 of 100 groups of 6–9, 60–63 of 10 and 15, and 75 of 20 and 30; one of one step in 8–27.
    """
    if margin < 0:
        raise ValueError("the margin is below 0")
    if _above(earlier, later, margin):
        return Change.UP
    return Change.DOWN if _above(_mirrored(earlier), _mirrored(later), margin) else Change.NONE


def level(rounds: Sequence[Summary]) -> Summary:
    """Return the rounds taken together: the medians of their numbers, outwards between two.

    It rests on as few answers as the smallest of them. Raises ValueError without rounds.
    """
    if not rounds:
        raise ValueError("no rounds")
    return Summary(
        n=min(r.n for r in rounds),
        median=median([r.median for r in rounds]),
        q1=median([r.q1 for r in rounds]),
        q3=statistics.median_high(r.q3 for r in rounds),
    )


def reference_band(rounds: Sequence[Summary]) -> ReferenceBand:
    """Return where the rounds' answers usually lie: the middle half of their level.

    A median inside differs from them in no way that is safe to tell; `compare` with their level
    never says otherwise. One outside need not be a change. If nothing has changed it happens, in
    100 groups (`python -m benchmarks.noise`), to 20 of six people after one round and 10 after
    nine, to 10 and 3 of ten people, to 3 and none of twenty. Raises ValueError without rounds.
    """
    together = level(rounds)
    return ReferenceBand(together.q1, together.q3)


def _above(earlier: Summary, later: Summary, margin: int) -> bool:
    fewest = min(earlier.n, later.n)
    passed = earlier.q3 if fewest < SOME else earlier.median if fewest < MANY else earlier.q1
    return later.median - margin > earlier.q3 and later.q1 - margin > passed


def _mirrored(summary: Summary) -> Summary:
    """Return the summary with the scale turned round."""
    ends = SCALE[0] + SCALE[-1]
    return Summary(summary.n, ends - summary.median, ends - summary.q3, ends - summary.q1)
