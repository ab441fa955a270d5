"""Which rounds are added up for an area: properties that hold for any teams and any history."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.quarter import Quarter
from bot.domain.rollup import COUNTED_AFTER, Closed, Rollup, counted_at, members, roll_up, summed
from tests.services.areas import (
    MARCH,
    WINTER,
    a_result,
    a_round,
    a_team,
    an_area,
    names,
)
from tests.services.people import TEMA3, key

TEAMS = [a_team(name, f"chef{number // 2}") for number, name in enumerate(names(8))]
REFS = [TEMA3, TEMA3.model_copy(update={"theme": "tema1"})]


@st.composite
def histories(draw: st.DrawFn) -> list[Closed]:
    """Return closed rounds of some teams each, at any times, with a result or without."""
    closed = []
    for number in range(draw(st.integers(0, 20))):
        teams = draw(st.lists(st.sampled_from(TEAMS), min_size=1, max_size=3, unique_by=id))
        at = MARCH + timedelta(hours=draw(st.integers(0, 5)))
        round = a_round(*teams, at=at, ref=draw(st.sampled_from(REFS)), number=number)
        result = draw(st.sampled_from([None, a_result(), a_result(6, 10, 1), a_result(9, 12, 7)]))
        if result is not None:
            round = replace(round, invited=result.invited)
        closed.append(Closed(round, result))
    return closed


@given(histories(), st.integers(0, 8), st.integers(0, 8))
def test_nothing_counts_twice_or_elsewhere(closed: list[Closed], first: int, last: int) -> None:
    """A total has no team twice, no other area's, three rounds or more, and all have a result."""
    area = an_area(*names(8)[first:last])
    found = roll_up(WINTER, area, members(area, TEAMS), closed)
    ids = {team.id for team in TEAMS[first:last]}
    rounds = {each.round.id: each for each in closed}
    for one in found.totals:
        inside = [rounds[id] for id in one.total.rounds]
        teams = [id for each in inside for id in each.round.team_ids]
        assert len(teams) == len(set(teams)) == found.teams - one.left_out
        assert ids.issuperset(teams)
        assert len(inside) >= 3
        assert {each.round.theme for each in inside} == {one.theme}
        assert all(each.result for each in inside)


@given(histories())
def test_nobody_is_left_with_fewer_than_two_teams(closed: list[Closed]) -> None:
    """Without all that any one person knows, each total has two rounds more, and its cells a team.

    Nobody finds a cell in which there is only what they know and one team.
    """
    rounds = {each.round.id: each.round for each in closed}
    area = an_area(*names(8))
    for one in roll_up(WINTER, area, members(area, TEAMS), closed).totals:
        for person in (key(f"chef{number}") for number in range(4)):
            known = [id for id in one.total.rounds if person in rounds[id].readers]
            assert len(one.total.rounds) - len(known) >= 2
            for part in one.total.components:
                assert min(cell.count for cell in part.cells) >= len(known) + 2


@given(histories(), st.randoms(use_true_random=False))
def test_the_order_of_the_rounds_does_not_matter(closed: list[Closed], rng: Random) -> None:
    """The same rounds give the same totals."""
    other = list(closed)
    rng.shuffle(other)
    area = an_area(*names(8))
    assert roll_up(WINTER, area, members(area, TEAMS), closed) == roll_up(
        WINTER, area, members(area, TEAMS[::-1]), other
    )


@given(histories(), st.integers(0, 8))
def test_a_wider_area_is_the_sum_of_its_parts(closed: list[Closed], edge: int) -> None:
    """As many teams in and out as the parts have together, for each theme that any part shows."""
    parts = [an_area(*names(8)[:edge], id="a"), an_area(*names(8)[edge:], id="b")]
    rollups = {each.id: roll_up(WINTER, each, members(each, TEAMS), closed) for each in parts}
    wide = an_area(id="allt", parts=("a", "b"))
    found = summed(wide, rollups)
    shown = {one.theme for each in rollups.values() for one in each.totals}
    assert {each.theme for each in found} == shown
    for each in found:
        totals = [t for part in rollups.values() for t in part.totals if t.theme == each.theme]
        teams = sum(len(one.total.rounds) for one in totals)
        assert each.result.teams == teams
        assert each.result.invited == sum(one.total.invited for one in totals)
    assert summed(wide, {"a": Rollup(WINTER, "a", 3)}) == ()


@given(
    st.integers(-20_000_000, 20_000_000),
    st.sampled_from(["Europe/Stockholm", "America/New_York", "Asia/Tokyo", "UTC"]),
)
def test_every_moment_is_in_one_quarter_and_counted_once(minutes: int, zone: str) -> None:
    """Quarters follow each other without gap or overlap; each is counted a day after its end."""
    moment = MARCH + timedelta(minutes=minutes)
    quarter = Quarter.of(moment, zone)
    assert quarter.later(-1).ends(zone) <= moment < quarter.ends(zone)
    assert counted_at(quarter, zone) - quarter.ends(zone) == COUNTED_AFTER
    assert moment < counted_at(quarter, zone)
