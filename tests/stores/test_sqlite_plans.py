"""How SQLite looks for what the bot asks for all the time: by an index, never through a table.

The statements are those that the repositories really run, as SQLite itself reports them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Final

import pytest
from sqlite_utils import Database

from bot.domain.due import DueKind
from bot.domain.round import RoundState
from bot.ports import SENDINGS
from bot.stores.sqlite import SqliteStore
from bot.stores.sqlite.connection import open_database
from bot.stores.sqlite.tx import SqliteTx
from tests.contracts.store_samples import MINUTE, NOW, REF, due, note, person

Ask = Callable[[SqliteTx], object]

BEGINNING: Final = re.compile(r"\s*(SELECT|INSERT|UPDATE|DELETE)")
PARTIAL: Final = ("message_unsent", "due_open")
"""Indexes of what waits alone: to go through one is to look at just that."""

HOT: Final[dict[str, tuple[Ask, set[str]]]] = {
    # twice a second, and after every change
    "messages.claim": (
        lambda tx: tx.messages.claim(SENDINGS, NOW, NOW + MINUTE, 1),
        {"message_unsent", "message_unposted"},
    ),
    "dues.claim": (lambda tx: tx.dues.claim(DueKind, NOW, NOW + MINUTE, 9), {"due_open"}),
    # with every message and every thing that is due
    "messages.want": (lambda tx: tx.messages.want("k", "T1", "C1", note("x")), {"message_unsent"}),
    "messages.forget": (lambda tx: tx.messages.forget("board/1"), set()),
    "messages.hurry": (lambda tx: tx.messages.hurry("board/1", NOW), set()),
    "messages.sent": (lambda tx: tx.messages.sent("board/1", 1, "C1/1.0"), set()),
    "dues.cancel": (lambda tx: tx.dues.cancel(DueKind.ROUND_CLOSE, "round1"), set()),
    "dues.done": (lambda tx: tx.dues.done(due()), set()),
    # with every command, press and answer
    "teams.at": (lambda tx: tx.teams.at("T1", "C1"), set()),
    "teams.managed_by": (lambda tx: tx.teams.managed_by(person("U1")), set()),
    "sessions.active": (lambda tx: tx.sessions.active("team1"), {"session_active"}),
    "sessions.of_round": (lambda tx: tx.sessions.of_round("round1"), {"session_round"}),
    "rounds.open_of": (lambda tx: tx.rounds.open_of("team1"), set()),
    "rounds.shared_by": (lambda tx: tx.rounds.shared_by("team1", REF), {"round_team_round"}),
    "rounds.in_state": (lambda tx: tx.rounds.in_state(RoundState.OPEN), {"round_state"}),
    "ballots.get": (lambda tx: tx.ballots.get("round1", b"p"), set()),
    "ballots.at_least": (lambda tx: tx.ballots.at_least("round1", 6), set()),
    # with every page of the plan
    "occasions.of_team": (
        lambda tx: tx.occasions.of_team("team1", NOW.date(), NOW.date()),
        {"occasion_day"},
    ),
    "occasions.of_session": (lambda tx: tx.occasions.of_session("session1"), {"occasion_session"}),
    "plans.of_team": (lambda tx: tx.plans.of_team("team1"), {"plan_team"}),
    "commitments.of_team": (lambda tx: tx.commitments.of_team("team1"), {"commitment_team"}),
}
"""What is asked, and the indexes without which it would be slow (a table's own key has no name)."""


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    """Give an empty database with every table."""
    path = tmp_path / "aptbot.db"
    SqliteStore(path).close()
    with closing(open_database(path, 1.0, writable=True)) as db:
        yield db


def steps(db: Database, ask: Ask) -> list[str]:
    """Return the steps in which SQLite does what is asked."""
    ran: list[str] = []
    db.conn.set_trace_callback(ran.append)
    ask(SqliteTx(db, "owner"))
    db.conn.set_trace_callback(None)
    explained = (db.query(f"EXPLAIN QUERY PLAN {sql}") for sql in ran if BEGINNING.match(sql))
    return [row["detail"] for rows in explained for row in rows]


def faults(db: Database, ask: Ask, indexes: set[str]) -> list[str]:
    """Return the steps that go through a table, and the indexes that are not used."""
    done = steps(db, ask)
    through = [step for step in done if "AUTOMATIC" in step or step.startswith("SCAN")]
    used = {name for step in done for name in indexes if f"INDEX {name}" in step}
    # These few rows are what is looked for: those of a partial index, and those of a list.
    few = [step for step in through if "VIRTUAL" in step or any(name in step for name in PARTIAL)]
    return [step for step in through if step not in few] + sorted(indexes - used)


@pytest.mark.parametrize("name", HOT)
def test_what_is_asked_all_the_time_is_found_by_an_index(db: Database, name: str) -> None:
    """No table is read from its beginning to its end, and each index is there for something."""
    assert steps(db, HOT[name][0])
    assert faults(db, *HOT[name]) == []


@pytest.mark.parametrize(
    ("name", "index"), [(name, index) for name in HOT for index in sorted(HOT[name][1])]
)
def test_without_its_index_it_is_noticed(db: Database, name: str, index: str) -> None:
    """Control: it is the index that makes the difference, and that would be missed."""
    db.execute(f"DROP INDEX {index}")
    assert index in faults(db, *HOT[name])


def test_what_reads_a_whole_table_is_noticed(db: Database) -> None:
    """Control, with one that has to, and with the one whose index was nearly forgotten."""
    assert faults(db, lambda tx: tx.teams.every(), set()) == ["SCAN team"]
    ask, _ = HOT["messages.claim"]
    db.execute("DROP INDEX message_unposted")
    assert [step for step in steps(db, ask) if "older" in step] == [
        "SEARCH older USING INDEX message_unsent (wanted<?)"  # all that waits, for all that waits
    ]
