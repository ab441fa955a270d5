"""Several processes on one store, killed at any moment: each thing once, and nothing lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path
from random import Random
from subprocess import Popen

import pytest
from sqlite_utils import Database

from bot.domain.due import Due, DueKind
from bot.ports import Tx
from bot.services import outbox
from bot.stores.sqlite import SqliteStore
from bot.views.model import Note
from tests.fakes import FakeClock
from tests.services import several
from tests.services.several import BATCH, CARELESS, CONVERSATIONS, DATABASE, HESITANT, posted

DUES = 300
MESSAGES = 300
MANY = 5 * MESSAGES
"""More lines than a hesitant process waits for."""
LIVES = 12
"""So many processes are killed in one test."""

CLOCKS = [timedelta(seconds=s) for s in (0, 0, 0, 45, 150, -45, -420, 7 * 86400)]
"""How far the clocks of the processes are from each other, as after somebody has set them."""

END = timedelta(minutes=15)
"""Later than any lease that counts."""


@contextmanager
def reaped() -> Iterator[list[Popen[str]]]:
    """Give a list for processes; all are killed at the end."""
    alive: list[Popen[str]] = []
    try:
        yield alive
    finally:
        for each in alive:
            kill(each)


def kill(one: Popen[str]) -> None:
    """Kill it without warning, wherever it is."""
    one.kill()
    one.communicate(timeout=60)


def steps(one: Popen[str], most: int) -> bool:
    """Let it come so many steps further; returns whether it still goes on."""
    assert one.stdout is not None
    return all(one.stdout.readline() for _ in range(most))


def finish(one: Popen[str], lines: str = "") -> str:
    """Let it do all there is, with these lines to read; returns what it told."""
    said, _ = one.communicate(lines, timeout=100)
    assert one.returncode == 0
    return said


def with_dues(folder: Path) -> Path:
    """Put things that are due into a store."""
    now = FakeClock().now() - timedelta(minutes=30)

    def work(tx: Tx) -> None:
        for number in range(DUES):
            tx.dues.schedule(Due(DueKind.ROUND_VOID, f"d{number}", "once", now))

    return _with(folder, work)


def with_messages(folder: Path) -> Path:
    """Put messages to many conversations into a store."""

    def work(tx: Tx) -> None:
        for number in range(MESSAGES):
            where = f"C{number % CONVERSATIONS}"
            tx.messages.want(f"note/{number}", "T1", where, Note(text="hej"))

    return _with(folder, work)


def _with(folder: Path, work: Callable[[Tx], None]) -> Path:
    with closing(SqliteStore(folder / DATABASE)) as store:
        store.write(work)
    return folder


def effects(folder: Path) -> Counter[str]:
    """Return how often each due thing was done."""
    with Database(folder / DATABASE) as db:
        return Counter(row["key"].split("/")[0] for row in db.query("SELECT key FROM message"))


@pytest.mark.parametrize("processes", [2, 4])
@pytest.mark.parametrize("seed", range(2))
def test_each_due_thing_once(tmp_path: Path, processes: int, seed: int) -> None:
    """Killed between any two steps, with clocks that disagree: each effect once, none lost."""
    folder, rng = with_dues(tmp_path), Random(seed)
    with reaped() as alive:
        for life in range(LIVES + processes):
            alive.append(several.start("dues", folder, rng.choice(CLOCKS)))
            if life >= processes:
                doomed = alive.pop(rng.randrange(processes))
                steps(doomed, rng.randrange(60))
                kill(doomed)
        for each in alive:
            finish(each)
    finish(several.start("dues", folder, END))

    assert effects(folder) == Counter(f"d{number}" for number in range(DUES))


@pytest.mark.parametrize("modes", [(), (CARELESS,)])
def test_one_that_outlasts_its_lease(tmp_path: Path, modes: tuple[str, ...]) -> None:
    """It does nothing twice; the control, which does not mind whose the lease is, does."""
    folder = with_dues(tmp_path)
    with reaped() as alive:
        slow = several.start("dues", folder, timedelta(), HESITANT, *modes)
        alive.append(slow)
        assert steps(slow, 1)
        finish(several.start("dues", folder, END))
        finish(alive.pop(), "\n" * MANY)
    twice = [key for key, times in effects(folder).items() if times > 1]
    assert len(twice) == (BATCH if modes else 0)
    assert len(effects(folder)) == DUES


@pytest.mark.parametrize("processes", [2, 4])
def test_each_message_once(tmp_path: Path, processes: int) -> None:
    """Killed before, while or after posting: looked for, found, and never posted twice."""
    folder, rng = with_messages(tmp_path), Random(processes)
    now = timedelta()
    while len(posted(folder)) < MESSAGES:
        with reaped() as alive:
            alive += [several.start("messages", folder, now) for _ in range(processes)]
            for one in list(alive):
                if steps(one, rng.randrange(1, 120)):
                    kill(alive.pop(alive.index(one)))
                    alive.append(several.start("messages", folder, now))
        # All are dead: whatever they held is taken for lost.
        now += outbox.LEASE
    finish(several.start("messages", folder, now))

    assert Counter(posted(folder)) == Counter(f"note/{number}" for number in range(MESSAGES))
    with Database(folder / DATABASE) as db:
        assert db.table("message").count_where("waits") == 0


def test_killed_between_the_post_and_its_note(tmp_path: Path) -> None:
    """Nobody touches the message while its lease lasts; then it is found, and not posted again."""
    folder = with_messages(tmp_path)
    with reaped() as alive:
        alive.append(several.start("messages", folder, timedelta(), HESITANT))
        assert steps(alive[0], 1)
        assert alive[0].stdin is not None
        alive[0].stdin.write("\n")
        alive[0].stdin.flush()
        assert steps(alive[0], 1)
    assert posted(folder) == ["note/0"]
    assert "updated" not in finish(several.start("messages", folder))

    said = finish(several.start("messages", folder, outbox.LEASE))
    assert "updated note/0" in said
    assert Counter(posted(folder)) == Counter(f"note/{number}" for number in range(MESSAGES))


@pytest.mark.parametrize("modes", [(), (CARELESS,)])
def test_a_second_process_leaves_alone_what_the_first_is_sending(
    tmp_path: Path, modes: tuple[str, ...]
) -> None:
    """It sends the rest; the control, which frees all leases, posts the same message again."""
    folder = with_messages(tmp_path)
    with reaped() as alive:
        alive.append(several.start("messages", folder, timedelta(), HESITANT))
        assert steps(alive[0], 1)
        finish(several.start("messages", folder, timedelta(), *modes))
        finish(alive.pop(), "\n" * MANY)

    twice = [key for key, times in Counter(posted(folder)).items() if times > 1]
    assert twice == (["note/0"] if modes else [])
    assert set(posted(folder)) == {f"note/{number}" for number in range(MESSAGES)}
