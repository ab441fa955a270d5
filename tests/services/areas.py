"""Areas of made-up teams whose rounds have been closed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.domain.disclosure import ComponentResult, Result, band
from bot.domain.people import PersonKey, Team
from bot.domain.programme import Component, Script, ThemeRef
from bot.domain.quarter import Quarter
from bot.domain.rollup import Area, Rollup, counted_at
from bot.domain.round import Round, RoundState
from bot.ports import Tx
from bot.services import areas
from bot.views.model import Sheet
from tests.services.people import PROGRAMMES, TEMA3, key, team, theme
from tests.services.world import World

WINTER, SPRING, SUMMER = Quarter(2026, 1), Quarter(2026, 2), Quarter(2026, 3)
ZONE = "Europe/Stockholm"
MARCH = datetime(2026, 3, 10, 9, tzinfo=UTC)
MAY = datetime(2026, 5, 12, 9, tzinfo=UTC)

NORA = key("nora")
"""The manager of the area."""

SCRIPT = Script.of(PROGRAMMES[0], theme(3))


def names(count: int, first: int = 1) -> tuple[str, ...]:
    """Return so many teams' names."""
    return tuple(f"lag{number:04}" for number in range(first, first + count))


def a_team(name: str, manager: str = "") -> Team:
    """Return a team with a manager of its own, or one that is named."""
    return replace(
        team(),
        id=f"team-{name}",
        channel=f"C-{name}",
        name=name,
        managers=frozenset([key(manager or f"chef-{name}")]),
        facilitators=frozenset(),
    )


def an_area(*teams: str, id: str = "norr", parts: tuple[str, ...] = ()) -> Area:
    """Return an area of Nora's."""
    return Area(id, f"Vård {id}", frozenset([NORA]), teams, parts)


def a_result(answered: int = 8, invited: int = 10, median: int = 4) -> Result:
    """Return a result with the same median for each question."""
    parts = tuple(ComponentResult(each, median, 1, 7, band(median)) for each in Component)
    return Result(answered, invited, parts, (), (), ())


def a_round(
    *teams: Team, at: datetime = MARCH, ref: ThemeRef = TEMA3, invited: int = 10, number: int = 1
) -> Round:
    """Return a closed round of these teams, which may be counted."""
    readers = {manager for each in teams for manager in each.managers}
    return Round(
        id=f"{at:%m%d}-{ref.theme}-{number}-" + "-".join(each.name for each in teams),
        team_ids=tuple(sorted(each.id for each in teams)),
        theme=ref,
        theme_version=SCRIPT.version,
        opened_at=at - timedelta(hours=1),
        roster=(),
        invited=invited,
        quote_threshold=10,
        state=RoundState.CLOSED,
        closed_at=at,
        readers=tuple(sorted(readers)),
        in_area=True,
    )


def keep(world: World, rounds: Mapping[Round, Result | None], teams: Iterable[Team] = ()) -> None:
    """Put teams and closed rounds into the store."""

    def work(tx: Tx) -> None:
        tx.scripts.keep(SCRIPT)
        for each in teams:
            tx.teams.save(each)
        for round, result in rounds.items():
            tx.rounds.save(round)
            tx.rounds.publish(round.id, result)

    world.store.write(work)


def held(
    world: World, teams: Iterable[Team], medians: Iterable[int] = (), at: datetime = MARCH
) -> None:
    """Let each of the teams have had a dialogue of its own."""
    every = tuple(teams)
    middle = tuple(medians) or (4,) * len(every)
    rounds = {
        a_round(each, at=at): a_result(median=median)
        for each, median in zip(every, middle, strict=True)
    }
    keep(world, rounds, every)


def over(world: World, quarter: Quarter = WINTER) -> None:
    """Let the quarter be over, and count it."""
    world.clock.at = counted_at(quarter, ZONE)
    areas.count(world.deps, quarter, world.clock.now())


def seen(world: World, person: PersonKey = NORA) -> Sheet:
    """Return what the person sees of areas, in private."""
    return areas.page(world.deps, world.request(person, "D-nora"))


def told(sheet: Sheet) -> str:
    """Return everything that the sheet says."""
    parts = ("\n".join((p.heading, p.text, *p.lines)) for p in sheet.parts)
    return "\n".join((sheet.title, sheet.intro, *parts, sheet.footer))


SIX = tuple(map(a_team, names(6)))
SPREAD = (1, 2, 1, 7, 6, 7)
TEMA2 = ThemeRef(programme="kvarten", theme="tema2")


def rollup(world: World, area: str = "norr", quarter: Quarter = WINTER) -> Rollup:
    """Return what has been published of the area."""
    found = world.look(lambda tx: tx.areas.of([area]))
    return next(each for each in found if each.quarter == quarter)
