"""A team that stands in two areas at once, because the file names it in two ways.

By its channel in one and by its name in the other, no reader of the file can tell that it is the
same. Counted in both it would be what two totals have in common.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.people import Team
from bot.domain.rollup import Area, covers, members, placed
from bot.errors import StoreError
from bot.services import areas
from tests.services.areas import WINTER, a_team, an_area, held, names, over, seen, told
from tests.services.world import World, new_world

SEVEN = tuple(map(a_team, names(7)))
TWICE = SEVEN[3]
NORTH = an_area(*names(4))
SOUTH = an_area(TWICE.channel, *names(3, first=5), id="söder")


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """A world of its own."""
    made = new_world(tmp_path)
    yield made
    made.store.close()


def in_both(areas: tuple[Area, ...], teams: tuple[Team, ...]) -> dict[str, tuple[Team, ...]]:
    """Return the teams of each area as the file names them: the control."""
    return {each.id: members(each, teams) for each in areas}


def test_it_is_counted_in_the_first(world: World) -> None:
    """Both areas are counted, and no round is in two totals; the page says as many teams."""
    world.areas = (NORTH, SOUTH)
    held(world, SEVEN)
    over(world)
    rollups = world.look(lambda tx: tx.areas.of([NORTH.id, SOUTH.id]))
    teams = {each.area: each.teams for each in rollups if each.quarter == WINTER}
    assert teams == {NORTH.id: 4, SOUTH.id: 3}
    totals = [one.total.rounds for each in rollups for one in each.totals]
    assert sorted(map(len, totals)) == [3, 4]
    assert frozenset.intersection(*totals) == frozenset()
    said = told(seen(world))
    assert "4 team är med, 0 är inte med" in said
    assert "3 team är med, 0 är inte med" in said


def test_in_both_no_area_would_ever_be_counted(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: the database takes a round once, and refuses the whole quarter."""
    monkeypatch.setattr(areas, "placed", in_both)
    world.areas = (NORTH, SOUTH)
    held(world, SEVEN)
    with pytest.raises(StoreError):
        over(world)
    assert not world.look(lambda tx: tx.areas.counted(WINTER))


def test_the_promise_follows_the_first() -> None:
    """Whether a box of two teams may be counted is asked of where they stand."""
    assert covers((NORTH, SOUTH), (SEVEN[0], TWICE))
    assert not covers((NORTH, SOUTH), (TWICE, SEVEN[4]))
    assert covers((SOUTH,), (TWICE, SEVEN[4])), "the control"


named = st.lists(st.sampled_from([n for t in SEVEN for n in (t.name, t.channel)]), max_size=7)


@given(st.lists(named, min_size=1, max_size=4))
def test_however_they_are_named_each_is_in_one(files: list[list[str]]) -> None:
    """Each team that is named stands in one area, the first that names it."""
    every = tuple(an_area(*teams, id=str(at)) for at, teams in enumerate(files))
    found = placed(every, SEVEN)
    for team in SEVEN:
        naming = [each.id for each in every if team in members(each, SEVEN)]
        assert [id for id, teams in found.items() if team in teams] == naming[:1]
