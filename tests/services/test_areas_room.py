"""Areas that no single answer holds, areas of areas, and earlier quarters."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.programme import ThemeRef
from bot.services import areas
from bot.slack.render import render_message
from bot.views.model import Sheet
from tests.services.areas import (
    MARCH,
    MAY,
    NORA,
    SIX,
    SPREAD,
    SPRING,
    WINTER,
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
from tests.services.people import CHANNEL_NAME, OMAR, key
from tests.services.world import GIVEN, World, only
from tests.slack.checker import message_problems


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
