"""Counting a quarter of a thousand teams, on a real database: `python -m benchmarks.areas`.

The baseline reads the same results one by one, as they are read for their managers.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.figures import table
from bot.domain.disclosure import ComponentResult, Result, band
from bot.domain.people import PersonKey, Team
from bot.domain.programme import Component, ThemeRef
from bot.domain.quarter import Quarter
from bot.domain.rollup import Area, members, roll_up, summed
from bot.domain.round import Round, RoundState
from bot.ports import Tx
from bot.stores.sqlite import SqliteStore

TEAMS, AREAS, RUNS = 1_000, 40, 5
"""In areas alike in size, and once more in a single one."""

QUARTER, ZONE = Quarter(2026, 1), "Europe/Stockholm"
MARCH = datetime(2026, 3, 10, 9, tzinfo=UTC)
REF = ThemeRef(programme="kvarten", theme="tema3")
WAYS = ("read one by one (baseline)", "count all areas", "count one area of all", "show all areas")


@dataclass(frozen=True)
class Setup:
    """A store with teams and closed rounds, and the areas that they are in."""

    store: SqliteStore
    areas: tuple[Area, ...]
    whole: Area

    def read(self) -> int:
        """Read every result by itself; returns how many."""

        def work(tx: Tx) -> int:
            return sum(bool(tx.rounds.result(r.id)) for r in tx.rounds.in_state(RoundState.CLOSED))

        return self.store.read(work)

    def count(self, areas: tuple[Area, ...]) -> int:
        """Count the quarter as the bot does, without keeping it; returns how many rounds."""

        def work(tx: Tx) -> int:
            start = QUARTER.later(-1).ends(ZONE)
            closed = tx.rounds.closed_in_areas(start, QUARTER.ends(ZONE))
            teams = tx.teams.of_tenant("T1")
            found = [roll_up(QUARTER, each, members(each, teams), closed) for each in areas]
            return sum(len(one.total.rounds) for each in found for one in each.totals)

        return self.store.read(work)

    def show(self) -> int:
        """Read what was published of all areas, and add it up; returns how many teams."""

        def work(tx: Tx) -> int:
            teams = tx.teams.of_tenant("T1")
            kept = {each.area: each for each in tx.areas.of(one.id for one in self.areas)}
            every = replace(self.whole, parts=tuple(one.id for one in self.areas))
            assert sum(len(members(one, teams)) for one in self.areas) == len(teams)
            return sum(each.result.teams for each in summed(every, kept))

        return self.store.read(work)


def main() -> None:
    """Show the table."""
    with TemporaryDirectory() as directory:
        store = SqliteStore(Path(directory) / "aptbot.db")
        with closing(store):
            setup = filled(store)
            works: tuple[Callable[[], int], ...] = (
                setup.read,
                lambda: setup.count(setup.areas),
                lambda: setup.count((setup.whole,)),
                setup.show,
            )
            seconds = [_seconds(work) for work in works]
    rows = [
        (way, f"{1000 * each:.0f} ms", f"{each / seconds[0]:.2f}")
        for way, each in zip(WAYS, seconds, strict=True)
    ]
    print(table(f"A quarter of {TEAMS} teams", ("way", "time", "ratio"), rows))


def filled(store: SqliteStore) -> Setup:
    """Fill the store, count the quarter once and keep it."""
    person = PersonKey("slack", "T1", "nora")
    names = [f"lag{number:04}" for number in range(TEAMS)]
    size = -(-TEAMS // AREAS)
    areas = tuple(
        Area(f"a{at}", f"Område {at}", frozenset([person]), tuple(names[at : at + size]))
        for at in range(0, TEAMS, size)
    )

    def work(tx: Tx) -> None:
        for number, name in enumerate(names):
            tx.teams.save(new_team(name))
            tx.rounds.save(new_round(name))
            tx.rounds.publish(f"r-{name}", new_result(1 + number % 7))
        closed = tx.rounds.closed_in_areas(MARCH, QUARTER.ends(ZONE))
        teams = tx.teams.of_tenant("T1")
        tx.areas.keep(
            QUARTER, [roll_up(QUARTER, each, members(each, teams), closed) for each in areas]
        )

    store.write(work)
    return Setup(store, areas, Area("allt", "Allt", frozenset([person]), tuple(names)))


def _seconds(work: Callable[[], int]) -> float:
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        assert work() == TEAMS
        times.append(time.perf_counter() - start)
    return median(times)


def new_team(name: str) -> Team:
    """Return a team with its manager."""
    manager = PersonKey("slack", "T1", f"chef-{name}")
    return Team(
        id=f"t-{name}",
        platform="slack",
        tenant="T1",
        channel=f"C-{name}",
        name=name,
        language="sv",
        timezone=ZONE,
        managers=frozenset([manager]),
        facilitators=frozenset(),
    )


def new_round(name: str) -> Round:
    """Return the closed round of the team with this name."""
    return Round(
        id=f"r-{name}",
        team_ids=(f"t-{name}",),
        theme=REF,
        theme_version="v1",
        opened_at=MARCH,
        roster=(),
        invited=12,
        quote_threshold=10,
        state=RoundState.CLOSED,
        closed_at=MARCH,
        readers=(PersonKey("slack", "T1", f"chef-{name}"),),
        in_area=True,
    )


def new_result(middle: int) -> Result:
    """Return the result of nine people, with this number as the median of each component."""
    parts = (ComponentResult(each, middle, 1, 7, band(middle)) for each in Component)
    return Result(9, 12, tuple(parts), (), (), ())


if __name__ == "__main__":
    main()
