"""The operator reads every file: no answer and no writer is in them without the key."""

from __future__ import annotations

import base64
import gzip
import json
import sqlite3
import zlib
from contextlib import closing
from pathlib import Path

import pytest

from bot.bootstrap import DATABASE
from bot.domain.answers import to_bytes
from bot.domain.ballot import unseal
from bot.stores.keys import MARKER
from bot.stores.secret_files import CALENDAR_SECRET, WISH_SECRET
from tests.e2e.places import COLLEAGUES, LEADER
from tests.forensics.evidence import disguises, files, find, find_bytes, of
from tests.forensics.story import (
    AGREED,
    CHANGER,
    SILENT,
    STAYING,
    WITHDRAWER,
    Story,
    canary,
    given,
)

CANARIES = {
    *(canary(user) for user in STAYING),
    canary(CHANGER, "tidig"),
    canary(WITHDRAWER, "ångrad"),
    canary(SILENT, "sen"),
}
SHOWN = {canary(user) for user in AGREED}


def test_no_word_is_in_a_file_while_the_box_is_open(story: Story) -> None:
    """Data, keys, log, temporary, working and home directory: not one canary in any disguise."""
    assert find(CANARIES, story.open) == {}
    assert f"data/{DATABASE}-wal" in story.open
    assert "log.txt" in story.open


def test_the_key_opens_what_was_searched(story: Story) -> None:
    """The control: with K every answer is in those very files, so the search was in earnest."""
    opened = [unseal(story.secret, ballot) for ballot in story.ballots]
    assert {one.comment for one in opened} == {given(user)["Vad hjälper dig"] for user in STAYING}
    for ballot in story.ballots:
        assert find_bytes([ballot.pid], of(story.open, "data"))


def test_no_answers_layout_is_in_a_file(story: Story) -> None:
    """Not even the beginning of what is sealed: the numbers would follow it."""
    beginnings = {to_bytes(unseal(story.secret, ballot))[:30] for ballot in story.ballots}
    assert all(b"meningsfullhet" in one for one in beginnings)
    assert find_bytes(beginnings, story.open) == {}
    assert find_bytes(beginnings, story.stopped) == {}


@pytest.mark.parametrize("moment", ["closed", "stopped"])
def test_only_what_is_shown_is_left_after_the_close(story: Story, moment: str) -> None:
    """The comments of those who agreed are in the result; nothing else that anybody wrote."""
    left = story.closed if moment == "closed" else story.stopped
    found = find(CANARIES, left)
    assert set(found) == SHOWN
    assert {place for places in found.values() for place in places} <= {
        f"data/{DATABASE}",
        f"data/{DATABASE}-wal",
    }


def test_a_late_answer_is_nowhere(story: Story) -> None:
    """What came after the close was refused and not written anywhere."""
    assert find([canary(SILENT, "sen")], story.stopped) == {}


def test_the_open_files_do_not_tell_who_answered(story: Story) -> None:
    """Each id stands as often for those who answered as for those who did not."""
    members = [user for user in COLLEAGUES if user != LEADER]
    everything = b"\n".join(story.open.values())
    counts = {user: everything.count(user.encode()) for user in members}
    assert SILENT in counts
    assert WITHDRAWER in counts
    assert len(set(counts.values())) == 1
    assert counts[SILENT] > 0  # the roster: the search finds an id where it stands


def test_no_member_is_known_after_the_close(story: Story) -> None:
    """Who answered or could have answered is in no file; who leads the team is (the control)."""
    members = [user for user in COLLEAGUES if user != LEADER]
    assert find(members, story.closed) == {}
    assert find(members, story.stopped) == {}
    assert set(find([LEADER], story.closed)) == {LEADER}


def test_no_ballot_is_left_after_the_close(story: Story) -> None:
    """No id and no piece of a sealed answer, in the database or its log; before there were."""
    pids = [ballot.pid for ballot in story.ballots] + [story.pid(WITHDRAWER)]
    pieces = [b.sealed[at : at + 32] for b in story.ballots for at in (0, 400, 2000, 4080)]
    assert len(find_bytes(pids[:-1], story.open)) == len(STAYING)
    assert len(find_bytes(pieces, story.open)) == len(pieces)
    for left in (story.closed, story.stopped):
        assert find_bytes(pids, left) == {}
        assert find_bytes(pieces, left) == {}


def test_the_key_is_in_its_own_file_alone(story: Story) -> None:
    """Never in the database, the log or a temporary file; after the close nowhere."""
    assert find_bytes([story.secret], story.open) == {
        story.secret.hex(): {f"keys/{story.round_id}.key"}
    }
    assert find_bytes([story.secret], story.stopped) == {}
    left = of(story.stopped, "keys")
    assert {name for name, data in left.items() if data} <= {
        f"keys/{each}" for each in (CALENDAR_SECRET, WISH_SECRET)
    }
    assert f"keys/{MARKER}" in story.stopped
    assert [name for name in story.stopped if name.endswith(".key")] == []


def test_no_other_table_changes_with_an_answer(story: Story) -> None:
    """Answering, changing and withdrawing leave everything but the box as it was."""
    before, after = story.other_tables
    assert before == after
    assert 'INSERT INTO "round"' in after
    assert 'CREATE TABLE "ballot"' in after or "CREATE TABLE ballot" in after


def test_it_writes_where_it_should_and_nowhere_else(story: Story) -> None:
    """Only below the data and key directories; nothing temporary, nothing where it was started."""
    kept = (story.directory / "data", story.directory / "keys", Path("/dev"))
    seen = {Path(name) for what, name in story.witnessed if what == "write" and name}
    assert {path for path in seen if not any(path.is_relative_to(one) for one in kept)} == set()
    assert story.directory / "keys" / f"{story.round_id}.key" in seen
    databases = {name for what, name in story.witnessed if what == "database"}
    real = {name for name in databases if not name.endswith(":memory:")}
    assert real == {str(story.directory / "data" / DATABASE)}
    for moment in (story.open, story.closed, story.stopped):
        assert {name.split("/")[0] for name in moment} == {"data", "keys", "log.txt"}


def test_it_connects_to_the_workspace_alone(story: Story) -> None:
    """No other address is called: nothing reports home."""
    called = [name for what, name in story.witnessed if what == "connect"]
    assert called
    assert [name for name in called if "127.0.0.1" not in name] == []


def test_what_it_starts_is_told_nothing(story: Story) -> None:
    """The box is opened by a process of its own: no word of it in its command or environment."""
    started = [name for what, name in story.witnessed if what == "process"]
    assert any("bot.box" in one for one in started)
    told = {"commands": "\n".join(started).encode()}
    assert find([*CANARIES, *COLLEAGUES, story.round_id], told) == {}
    assert find_bytes([story.secret, *(ballot.pid for ballot in story.ballots)], told) == {}


@pytest.mark.parametrize("how", disguises("å"))
def test_the_search_finds_every_disguise(how: str) -> None:
    """The control: a canary that is planted in any encoding is found."""
    word = canary(STAYING[3])
    planted = {"somewhere": b"\x00before " + disguises(word)[how] + b" after\xff"}
    assert set(find(CANARIES, planted)) == {word}


@pytest.mark.parametrize("how", ["zlib", "gzip", "zlib in base64", "zlib in base64 for URLs"])
def test_the_search_finds_what_is_packed(how: str) -> None:
    """The control: a canary inside of packed data is found."""
    word = canary(STAYING[3])
    plain = f"so {word} it is".encode()
    packed = gzip.compress(plain) if how == "gzip" else zlib.compress(plain)
    if "base64" in how:
        wrap = base64.urlsafe_b64encode if "URLs" in how else base64.b64encode
        packed = b'": "' + wrap(packed) + b'"'
    planted = {"somewhere": b"x" * 37 + packed + b"rest"}
    assert find(CANARIES, planted) == {word: {"somewhere (packed)"}}


@pytest.mark.parametrize("shift", range(3))
def test_the_search_finds_base64_anywhere(shift: int) -> None:
    """The control: inside of a longer text that is base64 as a whole, wherever it begins."""
    word = canary(STAYING[3])
    whole = disguises("x" * shift + word + " och mer")["base64 after 0"]
    assert set(find(CANARIES, {"somewhere": whole})) == {word}


def test_the_search_finds_all_in_an_unsealed_table(tmp_path: Path) -> None:
    """The control: the obvious table of answers in plain gives away everybody."""
    with closing(sqlite3.connect(tmp_path / "plain.sqlite3")) as db:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("CREATE TABLE answer (user TEXT PRIMARY KEY, body TEXT)")
        for user in STAYING:
            db.execute("INSERT INTO answer VALUES (?, ?)", (user, json.dumps(given(user))))
        db.commit()
        left = files(tmp_path)
        assert set(find(CANARIES, left)) == {canary(user) for user in STAYING}
        assert set(find(COLLEAGUES, left)) == set(STAYING)
