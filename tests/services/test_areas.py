"""Areas: who sees what of them, and which rounds are counted."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.people import PersonKey
from bot.domain.rollup import Rollup
from bot.errors import AreaManagerOnly
from bot.services import areas
from bot.views.model import Sheet
from tests.services.areas import (
    MARCH,
    MAY,
    NORA,
    SIX,
    SPREAD,
    SPRING,
    TEMA2,
    WINTER,
    ZONE,
    a_result,
    a_round,
    a_team,
    an_area,
    held,
    keep,
    names,
    over,
    rollup,
    seen,
    told,
)
from tests.services.people import ANNA, CHANNEL_NAME, KARIN, OMAR, TEMA3, key, team
from tests.services.pooling import MANEN, with_small_teams
from tests.services.world import World, only

# --- what an area manager sees ------------------------------------------------------------


def test_a_real_dialogue_is_counted(world: World) -> None:
    """From the opening to the sheet: five teams' rounds and one that is really held."""
    world.areas = (an_area(CHANNEL_NAME, *names(5)),)
    world.answered(8)
    opened = world.round()
    assert opened.in_area
    world.stop()
    held(world, SIX[:5], (7, 6, 7, 1, 2))
    over(world)
    (total,) = rollup(world).totals
    assert opened.id in total.total.rounds
    assert "6 team är med, 0 är inte med." in told(seen(world))


def test_the_sheet_says_how_the_teams_lie(world: World) -> None:
    """How many teams low, in the middle and high; how many answered; what is not shown and why."""
    world.areas = (an_area(*names(8)),)
    held(world, [*SIX, a_team("lag0007")], (*SPREAD, 4))
    over(world)
    said = told(seen(world))
    assert "Vård norr" in said
    assert "Så var det kvartal 1 2026:" in said
    assert "7 team är med, 0 är inte med. 56 av 70 svarade." in said
    assert "Hanterbarhet: 3 team lågt (1–2), 4 team i mitten eller högt (3–7)." in said
    assert "Det som inte visas, och varför" in said
    assert "inte som team i boten än: #lag0008" in said


def test_the_managers_are_told_with_a_picture(world: World) -> None:
    """One message each, in private, once; it has the picture and says the same."""
    other = key("nils")
    world.areas = (replace(an_area(*names(6)), managers=frozenset([NORA, other])),)
    held(world, SIX, SPREAD)
    over(world)
    sheet = only(Sheet, world.shown(NORA.user))
    assert sheet == only(Sheet, world.shown(other.user))
    assert sheet.picture is not None
    assert [row.teams for row in sheet.picture.rows] == [6]
    assert all(len(spread) == 2 for spread in sheet.picture.rows[0].spreads)
    areas.count(world.deps, WINTER, world.clock.now())
    assert world.shown(NORA.user) == [sheet]


def test_nothing_to_show_is_said(world: World) -> None:
    """Two teams are no area: told in words, without a number of any of them."""
    world.areas = (an_area(*names(2)),)
    held(world, SIX[:2])
    over(world)
    assert rollup(world) == Rollup(WINTER, "norr", 2)
    assert "finns inget att visa" in told(seen(world))
    assert "inget tema hade tillräckligt många team" in told(only(Sheet, world.shown(NORA.user)))


@pytest.mark.parametrize("results", [0, 1, 2])
def test_a_theme_that_is_held_back_is_not_named(world: World, results: int) -> None:
    """Whether none, one or two teams have a result, the same is said."""
    world.areas = (an_area(*names(3)),)
    rounds = {
        a_round(each): a_result() if place < results else None for place, each in enumerate(SIX[:3])
    }
    keep(world, rounds, SIX[:3])
    over(world)
    assert rollup(world) == Rollup(WINTER, "norr", 3)


# --- who ----------------------------------------------------------------------------------


@pytest.mark.parametrize("person", [KARIN, OMAR, ANNA, key("chef-lag0001")])
def test_nobody_else_sees_an_area(world: World, person: PersonKey) -> None:
    """Neither a team's manager nor a member is let in, and nothing of it is said."""
    world.areas = (an_area(*names(6)),)
    held(world, SIX, SPREAD)
    over(world)
    with pytest.raises(AreaManagerOnly):
        seen(world, person)


def test_only_ones_own_areas(world: World) -> None:
    """The manager of one area sees nothing of another."""
    south = replace(an_area(*names(6, 7), id="söder"), managers=frozenset([key("sara")]))
    world.areas = (an_area(*names(6)), south)
    held(world, SIX, SPREAD)
    held(world, [a_team(name) for name in names(6, 7)], SPREAD)
    over(world)
    assert "söder" not in told(seen(world))
    assert "norr" not in told(seen(world, key("sara")))
    assert len(world.shown(NORA.user)) == 1


# --- which rounds -------------------------------------------------------------------------


def test_the_term_is_fixed_at_the_opening(world: World) -> None:
    """What was not told of at the opening is never counted, nor what only the manager sees."""
    world.start()
    assert not world.round().in_area
    page = told_privacy(world)
    assert "Områdets chef" not in page


def told_privacy(world: World) -> str:
    """Return what the page about protection says in the channel."""
    from bot.services import privacy

    shown = privacy.page(world.deps, world.request())
    return "\n".join(line for section in shown.sections for line in section.lines)


def test_the_page_about_protection_tells(world: World) -> None:
    """Before a dialogue and in it, where the round may be counted."""
    world.areas = (an_area(CHANNEL_NAME, *names(5)),)
    assert "Områdets chef" in told_privacy(world)
    world.start()
    assert world.round().in_area
    world.areas = ()
    assert "Områdets chef" in told_privacy(world)


def test_what_only_the_manager_sees_is_not_counted(bare: World) -> None:
    """A promise that only the manager sees the result is kept."""
    world = bare.with_team(replace(team(), team_sees=False))
    world.areas = (an_area(CHANNEL_NAME, *names(5)),)
    world.start()
    assert not world.round().in_area
    assert "Områdets chef" not in told_privacy(world)


@pytest.mark.parametrize(("named", "counted"), [((MANEN.name,), True), ((), False)])
def test_a_pool_counts_where_all_its_teams_are(
    world: World, named: tuple[str, ...], counted: bool
) -> None:
    """Teams that answer together count if they share an area, and as one."""
    with_small_teams(world)
    own = replace(team(), pool_id="p1")
    world.store.write(lambda tx: tx.teams.save(own))
    world.store.write(lambda tx: tx.teams.save(replace(MANEN, pool_id="p1")))
    world.areas = (an_area(CHANNEL_NAME, *named, *names(5)),)
    assert areas.is_covered(world.deps, (own, MANEN)) is counted


def test_only_what_was_closed_in_the_quarter(world: World) -> None:
    """By the moment of closing, on the installation's clock; the first moment after is the next."""
    world.areas = (an_area(*names(4)),)
    last = WINTER.ends(ZONE)
    rounds = {
        a_round(SIX[0], at=last - timedelta(microseconds=1)): a_result(),
        a_round(SIX[1]): a_result(),
        a_round(SIX[2]): a_result(),
        a_round(SIX[3], at=last): a_result(),
    }
    keep(world, rounds, SIX[:4])
    over(world)
    (total,) = rollup(world).totals
    assert total.left_out == 1
    assert len(total.total.rounds) == 3
    over(world, SPRING)
    assert rollup(world, quarter=SPRING).totals == ()


def test_each_theme_by_itself(world: World) -> None:
    """Another theme is another question: they are not added up."""
    world.areas = (an_area(*names(6)),)
    rounds = {a_round(each): a_result() for each in SIX[:3]}
    rounds |= {a_round(each, ref=TEMA2): a_result() for each in SIX[3:]}
    keep(world, rounds, SIX)
    over(world)
    assert [each.theme for each in rollup(world).totals] == [TEMA2, TEMA3]
    assert [each.left_out for each in rollup(world).totals] == [3, 3]


def test_a_team_counts_once_with_its_latest_round(world: World) -> None:
    """The same people twice are no two teams; and the earlier round never counts."""
    world.areas = (an_area(*names(3)),)
    early = a_round(SIX[0], at=MARCH - timedelta(days=20))
    rounds = {early: a_result(), **{a_round(each): a_result() for each in SIX[:2]}}
    keep(world, rounds, SIX[:3])
    over(world)
    assert rollup(world).totals == ()
    keep(world, {a_round(each, at=MAY): a_result() for each in SIX[:3]})
    over(world, SPRING)
    (total,) = rollup(world, quarter=SPRING).totals
    assert early.id not in total.total.rounds


def test_the_latest_counts_even_without_a_result(world: World) -> None:
    """Which round counts must not hang on what came of it."""
    world.areas = (an_area(*names(3)),)
    rounds = {a_round(each): a_result() for each in SIX[:3]}
    later = a_round(SIX[0], at=MARCH + timedelta(days=1))
    keep(world, {**rounds, later: None}, SIX[:3])
    over(world)
    assert rollup(world).totals == ()


def test_a_pool_is_one_and_its_teams_do_not_count_beside_it(world: World) -> None:
    """Two teams that answered together, and two others: three rounds, four teams."""
    world.areas = (an_area(*names(4)),)
    pooled = a_round(SIX[0], SIX[1], at=MARCH + timedelta(days=1))
    rounds = {a_round(each): a_result() for each in SIX[:4]}
    keep(world, {**rounds, pooled: a_result()}, SIX[:4])
    over(world)
    (total,) = rollup(world).totals
    assert total.total.rounds == {pooled.id, a_round(SIX[2]).id, a_round(SIX[3]).id}
    assert total.left_out == 0
