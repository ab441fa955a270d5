"""How often the statistics of small groups are right: `python -m benchmarks.noise`.

Groups are made up whose true opinions are known, and their answers are published as the bot does.
Then it is counted how often an interval holds the truth, how often a change is told where there is
none (false alarm), and how often one is found where there is one. The same in every run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from random import Random
from statistics import fmean

from benchmarks.figures import table
from bot.domain import stats
from bot.domain.answers import SCALE, Answers
from bot.domain.disclosure import ComponentResult, disclose
from bot.domain.programme import Component
from bot.domain.round import THRESHOLD
from bot.domain.stats import Change
from bot.domain.trend import Point, point, trend

SEED = 21
SIZES = (6, 7, 8, 9, 10, 15, 20, 30)
RUNS = 200
"""So many programmes, and bands, of each kind of group."""

PAIRS = 500
"""So many pairs of rounds, and intervals."""

TRUTH = 20_000
"""So many answers tell what a kind of group thinks."""

ROUNDS = 10
"""The rounds of a programme."""

STEP_AT = 5
"""A sudden change comes before this round, counted from 0."""

ALIKE = 0.6
"""How much of the spread is between people, where the same ones answer every time."""

WORDING = 0.5
"""How much questions about the same thing differ, as a standard deviation in steps."""

START = date(2026, 1, 15)
MONTH = timedelta(days=30)

Kind = Callable[[Random], float]
"""Draws how far one person's opinion is from the group's level."""

KINDS: dict[str, Kind] = {
    "agreed": lambda rng: rng.gauss(0, 0.7),
    "ordinary": lambda rng: rng.gauss(0, 1.4),
    "spread": lambda rng: rng.gauss(0, 2.0),
    "skewed": lambda rng: 1.4 - rng.expovariate(1 / 1.4),
    "split": lambda rng: rng.choice((-1.5, 1.5)) + rng.gauss(0, 0.8),
}
STEADY = (3.5, 4.25, 5.0, 5.75)
"""Levels of groups where nothing changes."""

BEFORE = (3.25, 3.75)
"""Levels before a rise, which must have room above."""

UNEVEN = ((6, 20), (10, 30))
"""Few answers in one round and many in the next."""


@dataclass(frozen=True)
class World:
    """A kind of group of `n` at a level, which rises by `rise` in one step or little by little.

    Where `same`, the same people answer every round; where `worded`, each asks in other words.
    """

    kind: Kind
    level: float
    n: int
    rise: float = 0
    slow: bool = False
    same: bool = False
    worded: bool = False

    def programme(self, rng: Random) -> list[Point]:
        """Return what is published of its rounds."""
        traits = [self.kind(rng) for _ in range(self.n)] if self.same else []
        return [self._round(number, traits, rng) for number in range(ROUNDS)]

    def answers(self, rng: Random, moved: float = 0, traits: Sequence[float] = ()) -> list[int]:
        """Return what people answer one day, the group's level moved so far."""
        level = self.level + moved
        if not traits:
            return [rounded(level + self.kind(rng)) for _ in range(self.n)]
        daily = (1 - ALIKE) ** 0.5
        return [rounded(level + ALIKE**0.5 * t + daily * self.kind(rng)) for t in traits]

    def _round(self, number: int, traits: Sequence[float], rng: Random) -> Point:
        moved = self.rise * (number / (ROUNDS - 1) if self.slow else number >= STEP_AT)
        if self.worded:
            return publish(self.answers(rng, moved + rng.gauss(0, WORDING), traits), number, number)
        return publish(self.answers(rng, moved, traits), number)


Happens = Callable[[World, Random], bool]
Turn = Callable[[World], World]

PROGRAMMES: dict[str, Turn] = {
    "other people": lambda world: world,
    "same people": lambda world: replace(world, same=True),
    "same, worded": lambda world: replace(world, same=True, worded=True),
}
"""Programmes where nothing changes but who answers, from day to day, and the questions."""

RISES: dict[str, Turn] = {
    "sudden 2": lambda world: replace(world, rise=2),
    "slow 2": lambda world: replace(world, rise=2, slow=True),
    "worded, sudden 3": lambda world: replace(world, rise=3, worded=True),
}
"""Programmes where something does."""


def steady() -> Random:
    """Return random numbers that are the same in every run."""
    return Random(SEED)  # noqa: S311 - no secret, and only this generator can be run again


def groups(n: int, levels: Iterable[float] = STEADY) -> list[World]:
    """Return a group of each kind at each level."""
    return [World(kind, level, n) for kind in KINDS.values() for level in levels]


def rounded(opinion: float) -> int:
    """Return the step of the scale that is nearest."""
    return min(max(round(opinion), SCALE[0]), SCALE[-1])


def publish(values: Iterable[int], number: int = 0, theme: int = 0) -> Point:
    """Return what the bot publishes of the answers to one question."""
    published = disclosed(tuple(sorted(values)))
    return point(f"{number}", START + number * MONTH, theme, published)


@cache
def disclosed(values: tuple[int, ...]) -> ComponentResult:
    """Return the answers' component as the bot counts it."""
    answers = [Answers({Component.MEANINGFULNESS: value}) for value in values]
    result = disclose(answers, len(values), THRESHOLD, THRESHOLD, steady())
    assert result
    return result.components[0]


def shares(worlds: Iterable[World], happens: Happens) -> list[float]:
    """Return in what per cent of the runs it happens, for each group."""
    rng = steady()
    return [100 * fmean(happens(world, rng) for _ in range(RUNS)) for world in worlds]


def told(n: int, later_n: int, rise: float = 0) -> tuple[list[float], list[float]]:
    """Return how often `compare` tells a change in two rounds, and how often the medians differ.

    For a rise only changes upwards count.
    """
    safely: list[float] = []
    naively: list[float] = []
    rng = steady()
    for world in groups(n, BEFORE if rise else STEADY):
        after = replace(world, n=later_n)
        pairs = [
            (publish(world.answers(rng)), publish(after.answers(rng, rise))) for _ in range(PAIRS)
        ]
        changes = [stats.compare(*pair) for pair in pairs]
        moves = [later.median - earlier.median for earlier, later in pairs]
        safely.append(
            100 * fmean(c is Change.UP if rise else c is not Change.NONE for c in changes)
        )
        naively.append(100 * fmean(m > 0 if rise else m != 0 for m in moves))
    return safely, naively


def holds(n: int) -> list[float]:
    """Return how often the middle half of the answers holds the true median."""
    shares: list[float] = []
    for world in groups(n):
        rng = steady()
        median = stats.median(replace(world, n=TRUTH).answers(rng))
        halves = [(p.q1, p.q3) for p in (publish(world.answers(rng)) for _ in range(PAIRS))]
        shares.append(100 * fmean(low <= median <= high for low, high in halves))
    return shares


def outside(rounds: int) -> Happens:
    """Return whether the next median is outside the band of so many rounds."""

    def happens(world: World, rng: Random) -> bool:
        band = stats.reference_band([publish(world.answers(rng)) for _ in range(rounds)])
        return not band.low <= publish(world.answers(rng)).median <= band.high

    return happens


def any_change(world: World, rng: Random) -> bool:
    """Return whether the trend of a programme tells any change."""
    return any(c is not Change.NONE for c in trend(world.programme(rng)).changes)


def any_change_of_neighbours(world: World, rng: Random) -> bool:
    """Return whether any two rounds after each other would be told to differ."""
    points = world.programme(rng)
    return any(stats.compare(*pair) is not Change.NONE for pair in pairwise(points))


def any_change_of_wording(world: World, rng: Random) -> bool:
    """Return whether a trend would tell a change if other words were taken for the same."""
    points = replace(world, same=True, worded=True).programme(rng)
    alike = [replace(p, theme_number=0) for p in points]
    return any(c is not Change.NONE for c in trend(alike).changes)


def rise_found(world: World, rng: Random) -> bool:
    """Return whether the trend of a programme tells a rise: a sudden one by the round after it."""
    changes = trend(world.programme(rng)).changes
    return Change.UP in (changes if world.slow else changes[STEP_AT : STEP_AT + 2])


CONTROLS: dict[str, Happens] = {
    "neighbours": any_change_of_neighbours,
    "no margin": any_change_of_wording,
}
"""What a trend would do wrong if it compared neighbours, or other questions as if the same."""


def main() -> None:
    """Print all rates."""
    print("Per cent for each kind of group: the mean of all kinds (the worst kind)")
    for show in (interval_table, pair_table, programme_table):
        print()
        print(show())


def interval_table() -> str:
    """Return how often intervals and bands hold what they should."""
    head = ("answers", "middle half", "out of band of 1", "of 3", "of 9")
    rows = []
    for n in SIZES:
        beyond = [_most(shares(groups(n), outside(rounds))) for rounds in (1, 3, 9)]
        rows.append((f"{n}", _least(holds(n)), *beyond))
    return table("Intervals that hold the truth; next medians outside the band", head, rows)


def pair_table() -> str:
    """Return how often a change is told of two rounds."""
    head = ("answers", "false alarm", "medians differ", "rise of 1", "rise of 2", "rise of 3")
    rows = []
    for n, later_n in [*((n, n) for n in SIZES), *UNEVEN]:
        safely, naively = told(n, later_n)
        found = [_least(told(n, later_n, rise)[0]) for rise in (1, 2, 3)]
        name = f"{n}" if n == later_n else f"{n}, then {later_n}"
        rows.append((name, _most(safely), _most(naively), *found))
    return table("Two rounds that are said to differ", head, rows)


def programme_table() -> str:
    """Return how often a trend tells a change at least once."""
    head = ("answers", *PROGRAMMES, *CONTROLS, *RISES)
    rows = []
    for n in SIZES:
        same, rising = groups(n), groups(n, BEFORE)
        false = [_most(shares(map(turn, same), any_change)) for turn in PROGRAMMES.values()]
        naive = [_most(shares(same, control)) for control in CONTROLS.values()]
        found = [_least(shares(map(turn, rising), rise_found)) for turn in RISES.values()]
        rows.append((f"{n}", *false, *naive, *found))
    return table(f"{ROUNDS} rounds with any false alarm; a rise found", head, rows)


def _most(found: Sequence[float]) -> str:
    return f"{fmean(found):.1f} ({max(found):.0f})"


def _least(found: Sequence[float]) -> str:
    return f"{fmean(found):.1f} ({min(found):.0f})"


if __name__ == "__main__":
    main()
