"""How often the statistics are right: no worse than the docs say.

Small groups are counted out: every way for them to answer, each as likely as people's opinions
make it. For the rest `benchmarks/noise.py` makes groups up and publishes their answers as the bot
does, with the same random numbers in every run.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations_with_replacement, pairwise, product
from statistics import NormalDist, fmean

import pytest

from benchmarks import noise
from benchmarks.noise import World, groups
from bot.domain import stats
from bot.domain.answers import SCALE
from bot.domain.stats import Change, Summary

Counts = tuple[int, ...]
RUNS = 400


@cache
def ways(n: int) -> dict[Summary, dict[Counts, int]]:
    """Return what n people can answer, and in how many orders, by what is published of it."""
    found: dict[Summary, dict[Counts, int]] = defaultdict(dict)
    for values in combinations_with_replacement(SCALE, n):
        counts = tuple(map(values.count, SCALE))
        p = noise.publish(values)
        orders = math.factorial(n) // math.prod(map(math.factorial, counts))
        found[Summary(p.n, p.median, p.q1, p.q3)][counts] = orders
    return found


def likely(n: int, chances: Sequence[float]) -> dict[Summary, float]:
    """Return how likely each summary of n people is, by how likely each step of the scale is."""
    return {
        summary: sum(
            orders * math.prod(p**count for p, count in zip(chances, counts, strict=True))
            for counts, orders in groups.items()
        )
        for summary, groups in ways(n).items()
    }


def false_alarms(n: int, chances: Sequence[float]) -> float:
    """Return how likely two rounds of the same people's opinions are told to differ."""
    rounds = likely(n, chances)
    assert sum(rounds.values()) == pytest.approx(1)
    return sum(rounds[a] * rounds[b] for a, b in told(n))


@cache
def told(n: int) -> list[tuple[Summary, Summary]]:
    """Return the pairs of rounds that are told to differ."""
    pairs = product(ways(n), ways(n))
    return [(a, b) for a, b in pairs if stats.compare(a, b) is not Change.NONE]


def medians_differ(n: int, chances: Sequence[float]) -> float:
    """Return how likely two rounds have different medians."""
    medians = dict.fromkeys(SCALE, 0.0)
    for summary, chance in likely(n, chances).items():
        medians[summary.median] += chance
    return 1 - sum(chance**2 for chance in medians.values())


def opinions(parts: int) -> Iterator[list[float]]:
    """Yield all opinions that can be said in so many parts of the people."""
    for steps in combinations_with_replacement(SCALE, parts):
        yield [steps.count(step) / parts for step in SCALE]


@pytest.mark.parametrize(("n", "parts"), [(6, 6), (7, 4), (10, 2)])
def test_no_false_alarms_whatever_people_think(n: int, parts: int) -> None:
    """Two rounds differ in fewer than 5 of 100 pairs if nothing has changed, exactly."""
    worst = max(false_alarms(n, chances) for chances in opinions(parts))
    assert 0 < worst < 0.05


def test_medians_alone_would_be_false_alarms() -> None:
    """The control: the medians of six people may differ in most pairs, and nothing has changed."""
    assert max(medians_differ(6, chances) for chances in opinions(3)) > 0.5


def ordinary(level: float, n: int) -> World:
    """Return an ordinary group."""
    return World(noise.KINDS["ordinary"], level, n)


def chances(level: float) -> list[float]:
    """Return how likely each step is in an ordinary group: the normal distribution, cut."""
    opinion = NormalDist(level, 1.4)
    below = [0.0, *(opinion.cdf(step + 0.5) for step in SCALE[:-1]), 1.0]
    return [high - low for low, high in pairwise(below)]


def within_error(share: float, truth: float, runs: int) -> bool:
    """Return whether a share of the runs is within four standard errors of the truth."""
    return abs(share - truth) <= 4 * math.sqrt(truth * (1 - truth) / runs)


def test_the_made_up_answers_are_as_likely_as_meant() -> None:
    """The benchmark's groups answer as their opinions say."""
    answers = ordinary(5, 4000).answers(noise.steady())
    for step, truth in zip(SCALE, chances(5), strict=True):
        assert within_error(answers.count(step) / 4000, truth, 4000)


@pytest.mark.parametrize("n", [6, 10])
def test_simulated_is_as_counted_out(n: int) -> None:
    """Drawing tells the same as counting everything out, within the error of drawing."""
    rng, world = noise.steady(), ordinary(4.25, n)
    rounds = [noise.publish(world.answers(rng)) for _ in range(8 * RUNS)]
    pairs = list(zip(rounds[::2], rounds[1::2], strict=True))
    share = fmean(stats.compare(a, b) is not Change.NONE for a, b in pairs)
    assert within_error(share, false_alarms(n, chances(4.25)), len(pairs))


@pytest.mark.parametrize("n", [6, 10])
def test_the_middle_half_is_an_interval_for_the_median(n: int) -> None:
    """How often it holds what the middle one of all people thinks, counted out: 85 of 100."""
    for level in noise.STEADY:
        steps = chances(level)
        middle = next(step for step in SCALE if sum(steps[:step]) >= 0.5)
        held = sum(p for s, p in likely(n, steps).items() if s.q1 <= middle <= s.q3)
        assert held > 0.85


@pytest.mark.parametrize("n", [8, 20])
def test_a_programme_without_change(monkeypatch: pytest.MonkeyPatch, n: int) -> None:
    """Ten rounds seldom tell a change; neighbours, or other questions taken for the same, do."""
    monkeypatch.setattr(noise, "RUNS", 50)
    steady = groups(n)
    worded = map(noise.PROGRAMMES["same, worded"], steady)
    alarms = fmean(noise.shares(steady, noise.any_change))
    assert alarms < 5
    assert fmean(noise.shares(worded, noise.any_change)) < 2
    assert fmean(noise.shares(steady, noise.any_change_of_neighbours)) > 2 * alarms
    assert fmean(noise.shares(steady, noise.any_change_of_wording)) > 5


def test_a_rise_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """Silence alone would be no false alarm: the more answers, the more often a rise is told."""
    monkeypatch.setattr(noise, "RUNS", 50)
    for name, rise in noise.RISES.items():
        found = [
            fmean(noise.shares(map(rise, groups(n, noise.BEFORE)), noise.rise_found))
            for n in (8, 20)
        ]
        assert found[0] < found[1], name
        assert found[0] > 15, name


def test_the_benchmark_prints_every_rate(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Three tables, each with a line for every size."""
    monkeypatch.setattr(noise, "RUNS", 1)
    monkeypatch.setattr(noise, "PAIRS", 2)
    monkeypatch.setattr(noise, "TRUTH", 100)
    noise.main()
    lines = capsys.readouterr().out.splitlines()
    for n in noise.SIZES:
        assert sum(bool(re.match(rf"{n} .*\d\)$", line)) for line in lines) == 3
