"""Somebody who reads all that is published of areas, and tries every world that fits.

For a small area every way for its teams to have answered is tried, and published by the bot itself.
Worlds that are published alike can't be told apart; a team's number that is the same in all of them
is known. So is tried for a reader from outside, and for each manager with their own team's number.
The adversary knows how the bot works, who takes part in which total, and how many were invited. It
uses none of the bot's own checks. It finds nothing in what the bot publishes, and something as soon
as a rule is taken away.

Against several managers who put their numbers together nothing is claimed.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain import areas
from bot.domain.areas import Span, exposed
from bot.domain.disclosure import Result
from bot.domain.round import THRESHOLD
from tests.forensics.area_cases import (
    TEAMS,
    Case,
    Remember,
    a_case,
    all_of_it,
    nothing,
    one_after_another,
    published,
    result,
    seen,
)

World = tuple[int, ...]
"""A number for each team."""


def known(worlds: Sequence[World], publish: Callable[[World], Hashable]) -> list[str]:
    """Return who can be sure of which team's number, in words."""
    alike: dict[tuple[Hashable, int | None, int], list[World]] = defaultdict(list)
    for world in worlds:
        output = publish(world)
        alike[output, None, 0].append(world)
        for team, value in enumerate(world):
            alike[output, team, value].append(world)
    # What everybody knows before: a team of six that has a result has six answers.
    free = [i for i in range(len(worlds[0])) if len({world[i] for world in worlds}) > 1]
    return [
        f"{reader} knows {team}: {group[0]}"
        for (_, reader, _), group in alike.items()
        for team in free
        if team != reader and len({world[team] for world in group}) == 1
    ]


@dataclass(frozen=True)
class Attempt:
    """All worlds of a case, and how each of them is published."""

    worlds: list[World]
    publish: Callable[[World], Hashable]

    def known(self) -> list[str]:
        """Return what can be known."""
        return known(self.worlds, self.publish)


def numbers(case: Case, remember: Remember = all_of_it) -> Attempt:
    """Try to learn how many answered in a team."""
    ranges = [range(THRESHOLD, invited + 1) for invited in case.invited]

    def publish(world: World) -> Hashable:
        parts = zip(case.teams, world, case.invited, strict=True)
        return seen(case, {team: result(n, invited, 4) for team, n, invited in parts}, remember)

    return Attempt(list(product(*ranges)), publish)


def bands(case: Case, remember: Remember = all_of_it) -> Attempt:
    """Try to learn in which part of the scale a team's median lies."""

    def publish(world: World) -> Hashable:
        parts = zip(case.teams, world, strict=True)
        return seen(case, {team: result(6, 6, median) for team, median in parts}, remember)

    return Attempt(list(product((1, 4, 7), repeat=len(case.invited))), publish)


SEEDS = range(20)


@pytest.mark.parametrize("seed", SEEDS)
def test_no_world_tells_a_number(seed: int) -> None:
    """However many answered, nobody can be sure how many in another team."""
    assert numbers(a_case(random.Random(seed))).known() == []


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("cell", [2, 3])
def test_no_world_tells_a_band(seed: int, cell: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the medians are, nobody can be sure of another team's band.

    Against one curious person cells of two teams would be enough; the bot's are of three.
    """
    monkeypatch.setattr(areas, "TEAMS_IN_CELL", cell)
    assert bands(a_case(random.Random(seed), most=7)).known() == []


@pytest.mark.parametrize(
    "invited", [(30, 7, 8), (18, 18, 18), (12, 9, 7, 7), (25, 6, 6, 7), (7, 7, 7, 7, 7, 7, 7)]
)
def test_unlike_teams_tell_no_number(invited: tuple[int, ...]) -> None:
    """A large team among small ones does not give them away, nor they it."""
    everybody = frozenset(TEAMS[: len(invited)])
    assert numbers(Case(invited, ((everybody, everybody),))).known() == []


@settings(max_examples=15)
@given(st.randoms(use_true_random=False))
def test_no_world_of_any_area_tells(rng: random.Random) -> None:
    """The same, with areas that are drawn to be awkward."""
    case = a_case(rng, most=5)
    assert numbers(case).known() == []
    assert bands(case).known() == []


def differs(attempt: Attempt) -> bool:
    """Tell whether some worlds are published differently, so that there is something to learn."""
    some = random.Random(1).sample(attempt.worlds, min(200, len(attempt.worlds)))
    return len({attempt.publish(world) for world in some}) > 1


def test_the_random_areas_publish_something(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is found to tell nothing does say something, in many of the areas tried."""
    assert sum(differs(numbers(a_case(random.Random(seed)))) for seed in SEEDS) >= 6
    assert sum(differs(bands(a_case(random.Random(seed), most=7))) for seed in SEEDS) >= 2
    monkeypatch.setattr(areas, "TEAMS_IN_CELL", 2)
    assert sum(differs(bands(a_case(random.Random(seed), most=7))) for seed in SEEDS) >= 6


LATE = one_after_another("abcd", "abcde")
"""A total of four teams, and then one with the fifth as well."""

WIDE = one_after_another("abcdef", "abcdefghi")
"""A total of six teams, and then a wider one: three are new, so the sums tell of no small group."""


def test_two_whole_spreads_tell_nothing() -> None:
    """Six teams are enough for a spread, and eight people a team for an exact number of answers."""
    case = one_after_another("abcdef", "abcdef")
    everything = {team: result(7, 8, 1 if team in "abc" else 7) for team in case.teams}
    (total,) = published(case, everything, all_of_it)
    assert total.answered == Span(42, 42)
    assert [cell.count for cell in total.components[0].cells] == [3, 3]
    assert numbers(case).known() == []
    assert bands(case).known() == []


@pytest.mark.parametrize("case", [LATE, WIDE], ids=["late", "wide"])
def test_what_comes_later_tells_nothing(case: Case) -> None:
    """A second, larger total is not made of the first one's teams."""
    assert bands(case).known() == []
    if case is LATE:
        assert numbers(case).known() == []


# --- each rule taken away -----------------------------------------------------------------


def test_forgetting_would_tell(monkeypatch: pytest.MonkeyPatch) -> None:
    """Were what is published before forgotten, a team that comes late would be known."""
    assert numbers(LATE, nothing).known()
    monkeypatch.setattr(areas, "TEAMS_IN_CELL", 2)
    assert bands(LATE, nothing).known()


def test_sums_alone_are_not_enough() -> None:
    """Two totals with three teams between them pass the check of sums, and still tell: all three.

    So wider areas are sums of what is published, and no team is counted twice.
    """
    sets = [wanted for _, wanted in WIDE.asked]
    assert exposed(sets, dict.fromkeys(WIDE.teams, 6)) is None
    assert bands(WIDE, nothing).known()


def test_small_cells_would_tell(monkeypatch: pytest.MonkeyPatch) -> None:
    """Were one team enough for a cell, a manager would know the others."""
    monkeypatch.setattr(areas, "TEAMS_IN_CELL", 1)
    assert bands(one_after_another("abc", "abc")).known()


def test_exact_numbers_would_tell(monkeypatch: pytest.MonkeyPatch) -> None:
    """Were the number of answers always exact, few or many of them would tell of each team."""

    def exact(results: Sequence[Result], *_: int) -> Span:
        total = sum(each.answered for each in results)
        return Span(total, total)

    monkeypatch.setattr(areas, "_answered", exact)
    assert numbers(one_after_another("abcd", "abcd")).known()


def test_an_edge_at_the_least_would_tell(monkeypatch: pytest.MonkeyPatch) -> None:
    """Were only the very least and the most hidden, a manager would see them in the next sum."""

    def narrow(results: Sequence[Result], threshold: int, _: int) -> Span:
        least, most = threshold * len(results), sum(each.invited for each in results)
        total = min(max(sum(each.answered for each in results), least + 1), most - 1)
        return Span(total, total)

    monkeypatch.setattr(areas, "_answered", narrow)
    assert numbers(one_after_another("abcd", "abcd")).known()
