"""Several processes with occasions due at the same minute, killed at any moment: each once."""

from __future__ import annotations

from collections import Counter
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path
from random import Random

import pytest

from bot.domain.draft import Draft
from bot.domain.plan import OccasionState, Opening
from bot.domain.recurrence import Breaks
from bot.services import due, outbox, planning
from bot.stores.sqlite import SqliteStore
from tests.services import several_occasions
from tests.services.people import KARIN, team
from tests.services.planned import moment
from tests.services.several import DATABASE, posted
from tests.services.several_occasions import CARELESS
from tests.services.simulation import THEMES
from tests.services.test_several import finish, kill, reaped, steps
from tests.services.world import World

TEAMS = 120
HALF = TEAMS // 2
LIVES = 4
"""So many processes are killed at each time of the day."""

ANNOUNCED, BEGUN, MISSED = moment(3, 9, "09:00"), moment(3, 10, "09:00"), moment(3, 10, "09:40")


def with_plans(folder: Path) -> Path:
    """Put teams with an occasion on 10 March at nine into a store; half begin by themselves."""
    with closing(SqliteStore(folder / DATABASE)) as store:
        world = World(store, catalogue=several_occasions.deps_of(folder, BEGUN).catalogue)  # type: ignore[arg-type]
        for number in range(TEAMS):
            name = f"t{number:03}"
            channel = f"C-{name}"
            world.with_team(replace(team(), id=name, channel=channel, name=name))
            opening = Opening.AUTO if number < HALF else Opening.ASK
            wanted = Draft(THEMES[:1], None, date(2026, 3, 10), time(9), Breaks(), 1, opening)
            planning.save(world.deps, world.request(KARIN, channel), name, wanted)
    return folder


def work(folder: Path, at: datetime, processes: int, rng: Random) -> None:
    """Have so many processes do what is due, some killed on the way; the last does the rest."""
    with reaped() as alive:
        for life in range(LIVES + processes):
            alive.append(several_occasions.start(folder, at))
            if life >= processes:
                doomed = alive.pop(rng.randrange(processes))
                steps(doomed, rng.randrange(40))
                kill(doomed)
        for each in alive:
            finish(each)
    finish(several_occasions.start(folder, at + 2 * outbox.LEASE))


@pytest.mark.parametrize("processes", [2, 4])
def test_each_occasion_once(tmp_path: Path, processes: int) -> None:
    """Announced, begun or asked about, missed: one message and one dialogue each."""
    folder, rng = with_plans(tmp_path), Random(processes)
    for at in (ANNOUNCED, BEGUN, MISSED):
        work(folder, at, processes, rng)

    kinds = Counter(key.split("/")[0] for key in posted(folder))
    assert kinds == {"occasion": TEAMS, "board": HALF, "open": HALF, "missed": HALF}
    assert len(set(posted(folder))) == len(posted(folder))
    with closing(SqliteStore(folder / DATABASE)) as store:
        every = store.read(
            lambda tx: [
                occasion
                for number in range(TEAMS)
                for occasion in tx.occasions.of_team(f"t{number:03}", date.min, date.max)
            ]
        )
        held = [each for each in every if each.state is OccasionState.HELD]
        sessions = {each.session_id: each.team_id for each in held}
        ended = store.read(lambda tx: [tx.sessions.ended(each) for each in sessions.values()])
    assert len(held) == len(sessions) == HALF
    assert Counter(each.state for each in every)[OccasionState.MISSED] == HALF
    assert {of_team[0].id for of_team in ended} == set(sessions)
    assert {len(of_team) for of_team in ended} == {1}


def test_the_count_can_fail(tmp_path: Path) -> None:
    """The control: one that marks nothing as done, with keys of its own, posts all again."""
    folder = with_plans(tmp_path)
    for at in (ANNOUNCED, ANNOUNCED + due.LEASE):
        finish(several_occasions.start(folder, at, CARELESS))
    names = Counter(key.split("/")[1] for key in posted(folder))
    assert set(names.values()) == {2}
    assert len(names) == TEAMS
