"""A backup that was made while the box was open: after the close nobody can read it."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

import pytest

from bot.bootstrap import DATABASE
from bot.domain.ballot import KEY_BYTES, Ballot, pid, unseal
from bot.services.recovery import recover
from bot.stores.sqlite import SqliteStore
from tests.e2e.places import key
from tests.forensics.evidence import Evidence, files, find, find_bytes, of
from tests.forensics.rounds import RealWorld
from tests.forensics.story import STAYING, Story, canary, given

WRITER = key(STAYING[0])


@pytest.fixture(params=["backup", "copy"])
def restored(request: pytest.FixtureRequest, story: Story, tmp_path: Path) -> Path:
    """Give a restored data directory: from SQLite's own backup, or from copied files."""
    data = tmp_path / "data"
    if request.param == "copy":
        shutil.copytree(story.copy, data)
    else:
        data.mkdir()
        shutil.copy(story.backup, data / DATABASE)
    return data


def box(data: Path) -> list[Ballot]:
    """Return the ballots in a restored database."""
    with closing(sqlite3.connect(data / DATABASE)) as db:
        return [Ballot(*row) for row in db.execute("SELECT pid, sealed FROM ballot")]


def windows(evidence: Evidence) -> Iterable[bytes]:
    """Return every run of bytes that is as long as a key."""
    for data in evidence.values():
        for at in range(len(data) - KEY_BYTES + 1):
            yield data[at : at + KEY_BYTES]


def readable(ballots: list[Ballot], left: Evidence) -> list[str]:
    """Try all that is left as a key; return the comments that it opens."""
    pids = {ballot.pid for ballot in ballots}
    secrets = {run for run in set(windows(left)) if pid(run, WRITER) in pids}
    return [unseal(secret, ballot).comment for secret in secrets for ballot in ballots]


def test_a_backup_holds_the_box_and_no_word_of_it(restored: Path, story: Story) -> None:
    """All ballots are there, sealed; no canary, no key."""
    assert {one.pid for one in box(restored)} == {story.pid(user) for user in STAYING}
    evidence = files(restored)
    assert find([canary(user) for user in STAYING], evidence) == {}
    assert find_bytes([story.secret], evidence) == {}
    assert len(find_bytes([one.pid for one in box(restored)], evidence)) == len(STAYING)


def test_after_the_close_nothing_that_is_left_opens_a_backup(restored: Path, story: Story) -> None:
    """No run of bytes in the backup, the database, the log or the key directory is the key."""
    assert {"log.txt", f"data/{DATABASE}"} < set(story.stopped)
    assert readable(box(restored), {**files(restored), **story.stopped}) == []


def test_with_the_keys_in_it_a_backup_is_read(restored: Path, story: Story) -> None:
    """The control: the same search finds the key in a backup of its directory, and opens all."""
    left = of(story.open, "keys")
    said = readable(box(restored), {**files(restored), **left})
    assert set(said) == {given(user)["Vad hjälper dig"] for user in STAYING}


def test_the_bot_itself_can_not_read_a_backup(restored: Path, story: Story) -> None:
    """Started on the backup, with the key directory as the close left it, it voids the round."""
    keys = restored.parent / "keys"
    keys.mkdir(mode=0o700)
    for name, data in of(story.stopped, "keys").items():
        (restored.parent / name).write_bytes(data)
    world = RealWorld(SqliteStore(restored / DATABASE), directory=restored.parent)
    recover(world.deps)
    world.store.reclaim()
    world.store.close()
    assert box(restored) == []
    with closing(sqlite3.connect(restored / DATABASE)) as db:
        assert db.execute("SELECT state FROM round").fetchall() == [("voided",)]
        assert db.execute("SELECT count(*) FROM result").fetchall() == [(0,)]
    assert find_bytes([story.pid(user) for user in STAYING], files(restored)) == {}
