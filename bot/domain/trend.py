"""A component over the rounds of a team: what changed, and what is only noise.

Nobody is followed over time: only what was published of each round comes in, so that nothing can
come out that could not be read before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.domain.disclosure import ComponentResult
from bot.domain.round import THRESHOLD
from bot.domain.stats import Change, ReferenceBand, Summary, compare, level, reference_band

OTHER_QUESTION = 1
"""So many steps a component may move because another theme asks about it in other words.

Without it the words alone would make a change of ten rounds in a third of groups of twenty."""


@dataclass(frozen=True, kw_only=True)
class Point(Summary):
    """A component of one round, as it was published when it closed.

    Rounds with the same `theme_number` asked the same question.
    """

    round_id: str
    closed_at: date
    theme_number: int


@dataclass(frozen=True)
class Trend:
    """The rounds of one component in order.

    `changes` has one entry for each point: how it differs from the level before it, NONE for the
    first. `band` is where the latest level lies, to which the last point belongs.
    """

    points: tuple[Point, ...]
    band: ReferenceBand
    changes: tuple[Change, ...]

    @property
    def same_question(self) -> bool:
        """Whether all rounds asked the same; otherwise only greater changes are told."""
        return len({p.theme_number for p in self.points}) == 1


def point(round_id: str, closed_at: date, theme_number: int, result: ComponentResult) -> Point:
    """Return what was published of a component.

    How many answered a question is told by its distribution, from ten answers on. Below that it
    is not: how many took part is no help, since a question may be left out. Then the least
    possible number stands.
    """
    return Point(
        n=sum(cell.count for cell in result.distribution) or THRESHOLD,
        median=result.median,
        q1=result.middle_low,
        q3=result.middle_high,
        round_id=round_id,
        closed_at=closed_at,
        theme_number=theme_number,
    )


def trend(points: Sequence[Point]) -> Trend:
    """Return how one component moved. Raises ValueError without points.

    Each round is compared with the level of those before it, back to the latest change, where a
    new level begins. If nothing changes in ten rounds, 1–7 of 100 groups are told of a change
    nevertheless (`python -m benchmarks.noise`; if neighbours were compared, 4–20), and at most 1
    where the same people answer each time. Points of one day keep their order.
    """
    ordered = tuple(sorted(points, key=lambda p: p.closed_at))
    changes: list[Change] = []
    since: list[Point] = []
    for each in ordered:
        change = _change(since, each) if since else Change.NONE
        since = [each] if change is not Change.NONE else [*since, each]
        changes.append(change)
    return Trend(ordered, reference_band(since), tuple(changes))


def _change(before: Sequence[Point], now: Point) -> Change:
    same = all(p.theme_number == now.theme_number for p in before)
    return compare(level(before), now, margin=0 if same else OTHER_QUESTION)
