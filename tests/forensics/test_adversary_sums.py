"""Somebody who adds and subtracts all totals of areas, as if each told exact sums.

The adversary is exact linear algebra over all groups of teams, written anew and not the bot's own
check (`exposed`), which is held against it. It finds nothing in what the bot publishes, and a great
deal in naive totals: those of all teams next to those that are shown.
"""

from __future__ import annotations

import random
from collections.abc import Collection, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import chain, combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import areas
from bot.domain.areas import exposed, new_total
from bot.domain.round import THRESHOLD
from tests.forensics.area_cases import (
    TEAMS,
    Remember,
    a_case,
    all_of_it,
    nothing,
    published,
    result,
)

People = Mapping[str, int]


def rank(rows: Sequence[Sequence[int]]) -> int:
    """Return the rank, by elimination with fractions."""
    left = [[Fraction(value) for value in row] for row in rows]
    found = 0
    for column in range(len(left[0]) if left else 0):
        pivot = next((i for i in range(found, len(left)) if left[i][column]), None)
        if pivot is None:
            continue
        left[found], left[pivot] = left[pivot], left[found]
        for i in range(found + 1, len(left)):
            factor = left[i][column] / left[found][column]
            left[i] = [x - factor * y for x, y in zip(left[i], left[found], strict=True)]
        found += 1
    return found


def groups(teams: Collection[str]) -> Iterator[tuple[str, ...]]:
    """Yield every group of teams."""
    yield from chain.from_iterable(combinations(teams, n) for n in range(1, len(teams) + 1))


def told(group: Collection[str], totals: Collection[frozenset[str]], teams: str) -> bool:
    """Tell whether some combination of totals is about teams of this group only."""
    rows = [[int(team in total) for team in teams] for total in totals]
    outside = [[int(team in total) for team in teams if team not in group] for total in totals]
    return rank(rows) > rank(outside)


def too_small(group: Collection[str], people: People) -> bool:
    """Tell whether one manager is left with a single team, or with fewer than six people."""
    return any(
        len(group) < 3 or sum(people[other] for other in group if other != known) < 6
        for known in group
    )


def sums_known(totals: Collection[frozenset[str]], people: People) -> list[tuple[str, ...]]:
    """Return every small group about which a combination of totals tells."""
    teams = "".join(sorted(people))
    return [g for g in groups(teams) if too_small(g, people) and told(g, totals, teams)]


def some_totals(rng: random.Random) -> tuple[list[frozenset[str]], dict[str, int]]:
    """Return random totals of up to seven teams, many of them with few people."""
    teams = TEAMS[: rng.randint(1, 7)]
    people = {team: rng.choice((0, 1, 2, 3, 5, 6, 9, 20)) for team in teams}
    count = rng.randint(1, 4)
    totals = [frozenset(t for t in teams if rng.random() < 0.75) for _ in range(count)]
    return totals, people


def check(totals: list[frozenset[str]], people: dict[str, int]) -> bool:
    """Check that the bot's check says what brute force says; return what that is."""
    found = sums_known(totals, people)
    group = exposed(totals, people)
    assert (group is not None) is bool(found)
    assert group is None or tuple(sorted(group)) in found
    return bool(found)


def test_check_of_sums_is_brute_force() -> None:
    """The bot's check finds a group exactly when trying all groups does."""
    rng = random.Random(4)
    found = [check(*some_totals(rng)) for _ in range(600)]
    assert 60 < sum(found) < 540


@given(st.randoms(use_true_random=False))
def test_check_of_sums_is_brute_force_anywhere(rng: random.Random) -> None:
    """The same, with totals that are drawn to be awkward."""
    check(*some_totals(rng))


@given(st.randoms(use_true_random=False))
def test_no_sum_of_what_is_published_tells(rng: random.Random) -> None:
    """No combination of all totals ever published of an area is about a small group."""
    case = a_case(rng, most=8)
    results = {team: result(6, 8, 4) for team in case.teams}
    totals = published(case, results, all_of_it)
    assert sums_known([t.rounds for t in totals], dict.fromkeys(case.teams, 6)) == []


def found_without(remember: Remember = all_of_it) -> int:
    """Return in how many of a hundred random areas some sum tells of a small group."""
    rng = random.Random(9)
    found = 0
    for _ in range(100):
        case = a_case(rng, most=7)
        results = {team: result(6, 8, 4) for team in case.teams}
        totals = published(case, results, remember)
        found += bool(sums_known([t.rounds for t in totals], dict.fromkeys(case.teams, 6)))
    return found


def test_sums_with_a_rule_taken_away(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without memory, and with totals of one or two teams, sums tell; with the rules they don't."""
    assert found_without() == 0
    assert found_without(nothing) > 0
    monkeypatch.setattr(areas, "UNKNOWN_PEOPLE", 0)
    for unknown in (0, 1):
        monkeypatch.setattr(areas, "UNKNOWN_TEAMS", unknown)
        assert found_without() > 0


def test_people_are_counted_and_not_only_teams(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three hidden teams of a few people each are a small group, whatever else is published."""
    totals = [frozenset("abcdef"), frozenset("abc")]
    people = {**dict.fromkeys("abc", 6), **dict.fromkeys("def", 2)}
    assert exposed(totals, people) == frozenset("def")
    assert sums_known(totals, people) == [("d", "e", "f")]
    monkeypatch.setattr(areas, "UNKNOWN_PEOPLE", 1)
    assert exposed(totals, people) is None


# --- naive totals -------------------------------------------------------------------------

AREAS = 2000


def an_area(rng: random.Random) -> dict[str, int]:
    """Return how many answered in each of 4–9 teams of 5–20 people; half to nine tenths do."""
    return {
        team: sum(rng.random() < share for _ in range(rng.randint(5, 20)))
        for team in TEAMS[: rng.randint(4, 9)]
        for share in [rng.uniform(0.5, 0.9)]
    }


def exposed_by_naive_total(people: People) -> bool:
    """Tell whether a total of all, next to that of the teams with a result, tells of the rest."""
    rest = [n for n in people.values() if n < THRESHOLD]
    return bool(rest) and len(rest) < len(people) and (len(rest) == 1 or sum(rest) < THRESHOLD)


def test_naive_totals_expose_and_ours_do_not() -> None:
    """A total of all teams tells of hidden ones in many areas, and the check refuses each of them.

    What the bot publishes instead tells nothing in any of them.
    """
    rng = random.Random(2026)
    naive = 0
    for _ in range(AREAS):
        people = an_area(rng)
        shown = frozenset(team for team, n in people.items() if n >= THRESHOLD)
        if exposed_by_naive_total(people):
            naive += 1
            assert exposed([frozenset(people), shown], people)
        results = {team: result(people[team], people[team] + 2, 4) for team in shown}
        total = new_total(results, frozenset(people), [])
        ours = [total.rounds] if total else []
        assert exposed(ours, people) is None
        assert all(rounds == shown for rounds in ours)
    assert naive / AREAS > 0.25
