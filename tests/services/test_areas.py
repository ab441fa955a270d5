"""Areas: what is counted, when, once, and who sees it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.due import DueKind
from bot.domain.people import PersonKey
from bot.domain.programme import ThemeRef
from bot.domain.quarter import Quarter
from bot.domain.rollup import Rollup, counted_at
from bot.errors import AreaManagerOnly
from bot.services import areas
from bot.services.due import run_due
from bot.slack.render import render_message
from bot.views.model import Sheet
from tests.services.areas import (
    MARCH,
    MAY,
    NORA,
    SPRING,
    SUMMER,
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
    seen,
    told,
)
from tests.services.people import ANNA, CHANNEL_NAME, COLLEAGUES, KARIN, OMAR, TEMA3, key, team
from tests.services.pooling import MANEN, with_small_teams
from tests.services.world import GIVEN, World, only
from tests.slack.checker import message_problems

SIX = tuple(map(a_team, names(6)))
SPREAD = (1, 2, 1, 7, 6, 7)
TEMA2 = ThemeRef(programme="kvarten", theme="tema2")


def rollup(world: World, area: str = "norr", quarter: Quarter = WINTER) -> Rollup:
    """Return what has been published of the area."""
    found = world.look(lambda tx: tx.areas.of([area]))
    return next(each for each in found if each.quarter == quarter)


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


# --- when, and once -----------------------------------------------------------------------


def test_nothing_is_counted_before_its_time(world: World) -> None:
    """Not in the quarter, nor before each team has seen its own result."""
    world.areas = (an_area(*names(6)),)
    held(world, SIX, SPREAD)
    world.clock.at = counted_at(WINTER, ZONE) - timedelta(seconds=1)
    areas.count(world.deps, WINTER, world.clock.now())
    assert not world.look(lambda tx: tx.areas.counted(WINTER))
    assert "Inget kvartal är räknat än." in told(seen(world))


def test_a_quarter_is_counted_once_for_all_areas(world: World) -> None:
    """Areas that are set up afterwards, or otherwise, change nothing that has been published."""
    world.areas = (an_area(*names(6)),)
    held(world, SIX, SPREAD)
    over(world)
    before = rollup(world)
    world.areas = (an_area(*names(3)), an_area(*names(3, 4), id="ny"))
    over(world)
    assert rollup(world) == before
    assert world.look(lambda tx: tx.areas.of(["ny"])) == ()
    assert "6 team är med" in told(seen(world))


def test_a_team_that_moves_is_counted_where_it_is_then(world: World) -> None:
    """Its earlier rounds stay where they were counted; a later one counts in the new area."""
    world.areas = (an_area(*names(4)), an_area(*names(3, 5), id="söder"))
    held(world, [a_team(name) for name in names(7)])
    over(world)
    moved = "lag0004"
    world.areas = (an_area(*names(3)), an_area(moved, *names(3, 5), id="söder"))
    held(world, [a_team(name) for name in names(7)], at=MAY)
    over(world, SPRING)
    assert [len(one.total.rounds) for one in rollup(world).totals] == [4]
    assert [len(one.total.rounds) for one in rollup(world, "söder", SPRING).totals] == [4]
    assert [len(one.total.rounds) for one in rollup(world, quarter=SPRING).totals] == [3]


def test_the_clock_counts_quarter_by_quarter(world: World) -> None:
    """From the start on each quarter in its turn, also those that ended while the bot was away."""
    world.areas = (an_area(*names(6)),)
    areas.watch(world.deps)
    areas.watch(world.deps)
    held(world, SIX, SPREAD)
    held(world, SIX, SPREAD, at=MAY)
    world.clock.at = counted_at(SPRING, ZONE) + timedelta(days=3)
    areas.watch(world.deps)
    world.work()
    assert [rollup(world, quarter=each).teams for each in (WINTER, SPRING)] == [6, 6]
    waiting = world.store.write(
        lambda tx: tx.dues.claim(
            [DueKind.AREAS_COUNT], counted_at(SUMMER, ZONE), counted_at(SUMMER, ZONE), 5
        )
    )
    assert [due.occurrence for due in waiting] == [str(SUMMER)]


def test_without_areas_a_quarter_is_over_all_the_same(world: World) -> None:
    """Areas that come later begin with their own quarter."""
    areas.watch(world.deps)
    held(world, SIX, SPREAD)
    world.clock.at = counted_at(WINTER, ZONE)
    run_due(world.deps)
    world.areas = (an_area(*names(6)),)
    over(world)
    assert world.look(lambda tx: tx.areas.of(["norr"])) == ()


# --- who knows several teams --------------------------------------------------------------


def test_a_manager_of_two_teams_is_reckoned_with(world: World) -> None:
    """Of three teams two are one manager's: the third would be known, so nothing is shown."""
    world.areas = (an_area(*names(3)),)
    twice = [a_team(name, "samma") for name in names(2)]
    held(world, [*twice, SIX[2]])
    over(world)
    assert rollup(world).totals == ()


def test_an_area_manager_who_manages_teams_is_reckoned_with(world: World) -> None:
    """Whoever reads the area and knows two of its teams sees no spread that tells of the others."""
    world.areas = (an_area(*names(6)),)
    own = [a_team(name, NORA.user) for name in names(2)]
    held(world, [*own, *SIX[2:]], SPREAD)
    over(world)
    (total,) = rollup(world).totals
    assert len(total.total.rounds) == 6
    assert total.total.components == ()


def test_who_leads_several_teams_reads_their_results(world: World) -> None:
    """A samtalsledare of three teams knows as much as a manager of three."""
    world.areas = (an_area(*names(4)),)
    led = [replace(each, facilitators=frozenset([OMAR])) for each in SIX[:3]]
    held(world, [*led, SIX[3]])
    over(world)
    assert rollup(world).totals == ()


def test_a_reader_who_is_no_manager_any_more_is_reckoned_with(world: World) -> None:
    """Whoever got two results knows them, also after handing one of the teams over."""
    world.areas = (an_area(*names(3)),)
    keep(world, {}, SIX[:3])
    rounds = {
        replace(a_round(each), readers=(COLLEAGUES[0],) if place < 2 else ()): a_result()
        for place, each in enumerate(SIX[:3])
    }
    keep(world, rounds)
    over(world)
    assert rollup(world).totals == ()


def test_three_hundred_teams_that_the_bot_does_not_have(world: World) -> None:
    """As when the file is written before the bot is invited anywhere: some are named."""
    world.areas = (an_area(*names(300)),)
    said = told(seen(world))
    assert "#lag0001, #lag0002," in said
    assert "#lag0020 och 280 till" in said
    assert "#lag0021" not in said


def test_more_areas_than_an_answer_holds(world: World) -> None:
    """What is held back is said all the same; those left out are named, and shown by their name."""
    world.areas = tuple(an_area(*names(6, 6 * n + 1), id=f"del{n}") for n in range(6))
    for area in world.areas:
        teams = [a_team(name) for name in area.teams]
        for number in range(1, 10):
            theme = ThemeRef(programme="kvarten", theme=f"tema{number}")
            results = {
                a_round(each, ref=theme): a_result(median=median)
                for each, median in zip(teams, SPREAD, strict=True)
            }
            keep(world, results, teams)
    over(world)
    drawn = render_message(seen(world))
    assert message_problems(drawn) == []
    said = told(seen(world))
    assert "samtidigt: Vård del3, Vård del4 och Vård del5. Skriv `/apt område` och namnet" in said
    assert "Det som inte visas, och varför" in str(drawn["blocks"])
    alone = told(areas.page(world.deps, world.request(NORA, "D-nora"), "vård DEL5"))
    assert alone.count("6 team är med") == 9
    assert "Vård del4" not in alone
    assert told(areas.page(world.deps, world.request(NORA, "D-nora"), "gurka")) == said


def test_an_area_that_no_answer_holds(world: World) -> None:
    """Its earliest quarters stand in the messages of their time, and that is said."""
    world.areas = (an_area(*names(6)),)
    teams = [a_team(name) for name in names(6)]
    for at, quarter in ((MARCH, WINTER), (MAY, SPRING)):
        for number in range(1, 31):
            theme = ThemeRef(programme="kvarten", theme=f"tema{number}")
            results = {
                a_round(each, at=at, ref=theme): a_result(median=median)
                for each, median in zip(teams, SPREAD, strict=True)
            }
            keep(world, results, teams)
        over(world, quarter)
    drawn = render_message(seen(world))
    assert message_problems(drawn) == []
    assert "meddelandena som du fick när kvartalen räknades" in str(drawn["blocks"])
    assert "Det som inte visas, och varför" in str(drawn["blocks"])
    assert "Så var det kvartal 2 2026" in str(drawn["blocks"])
    assert "kvartal 1 2026" not in str(drawn["blocks"])


# --- wider areas --------------------------------------------------------------------------


def test_a_wider_area_is_the_sum_of_what_is_published(world: World) -> None:
    """Its parts' totals together; a part without one is left out whole."""
    wide = replace(an_area(id="allt", parts=("norr", "söder", "väst")), name="All vård")
    parts = (
        an_area(*names(6)),
        an_area(*names(6, 7), id="söder"),
        an_area(*names(2, 13), id="väst"),
    )
    boss = key("bodil")
    world.areas = (*parts, replace(wide, managers=frozenset([boss])))
    every = [a_team(name) for name in names(14)]
    held(world, every, (*SPREAD, *SPREAD, 4, 4))
    over(world)
    said = told(seen(world, boss))
    assert "12 team är med, 2 är inte med. 96 av 120 svarade." in said
    assert "Begriplighet: 6 team lågt (1–2), 6 team i mitten eller högt (3–7)." in said
    assert only(Sheet, world.shown(boss.user)).title == "All vård, kvartal 1 2026"


def test_earlier_quarters_stay(world: World) -> None:
    """The latest in full, those before it in short, of the area as it was."""
    world.areas = (an_area(*names(6)),)
    held(world, SIX, SPREAD)
    over(world)
    held(world, SIX, SPREAD[::-1], at=MAY)
    over(world, SPRING)
    said = told(seen(world))
    assert said.index("Så var det kvartal 2 2026:") < said.index("kvartal 1 2026")
    assert said.count("6 team är med") == 2


def test_what_was_answered_is_not_asked_for(world: World) -> None:
    """The count reads results; an open round is not looked at."""
    world.areas = (an_area(CHANNEL_NAME, *names(3)),)
    world.answered(6)
    world.answer(OMAR, GIVEN)
    held(world, SIX[:3])
    over(world)
    (total,) = rollup(world).totals
    assert total.left_out == 1
