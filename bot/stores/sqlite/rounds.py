"""Rounds and their results."""

from __future__ import annotations

import json

from pydantic import TypeAdapter

from bot.domain.disclosure import Result
from bot.domain.programme import ThemeRef
from bot.domain.round import Round, RoundState
from bot.errors import StoreError
from bot.stores.sqlite.codec import (
    people_from_text,
    people_to_text,
    time_from_text,
    time_to_text,
)
from bot.stores.sqlite.repository import Repository, Row

_results = TypeAdapter(Result)


class RoundRepository(Repository):
    """`bot.ports.Rounds` on the tables `round` and `result`."""

    def save(self, round: Round) -> None:
        """Insert or replace the round."""
        self._upsert("round", _to_row(round))

    def get(self, round_id: str) -> Round | None:
        """Return the round."""
        row = self._row("SELECT * FROM round WHERE id = :id", id=round_id)
        return _from_row(row) if row else None

    def of_session(self, session_id: str) -> Round | None:
        """Return the session's round."""
        row = self._row(
            "SELECT * FROM round WHERE session_id = :session AND session_id <> ''",
            session=session_id,
        )
        return _from_row(row) if row else None

    def in_state(self, *states: RoundState) -> tuple[Round, ...]:
        """Return the rounds in any of the states, the earliest opened first."""
        rows = self._rows(
            "SELECT * FROM round WHERE state IN (SELECT value FROM json_each(:states))"
            " ORDER BY opened_at, id",
            states=json.dumps([state.value for state in states]),
        )
        return tuple(_from_row(row) for row in rows)

    def publish(self, round_id: str, result: Result | None) -> None:
        """Keep the result, None for "fewer than the threshold". Once: raises StoreError again."""
        if self._body(round_id) is not None:
            raise StoreError(f"the result of round {round_id} has been published already")
        body = None if result is None else _results.dump_json(result).decode()
        self._run(
            "INSERT INTO result (round_id, body) VALUES (:round, :body)", round=round_id, body=body
        )

    def result(self, round_id: str) -> Result | None:
        """Return the result, None when there were too few answers or none is published."""
        row = self._body(round_id)
        if row is None or row["body"] is None:
            return None
        return _results.validate_json(row["body"])

    def _body(self, round_id: str) -> Row | None:
        return self._row("SELECT body FROM result WHERE round_id = :round", round=round_id)


def _to_row(round: Round) -> Row:
    return {
        "id": round.id,
        "team_id": round.team_id,
        "session_id": round.session_id,
        "programme": round.theme.programme,
        "theme": round.theme.theme,
        "theme_version": round.theme_version,
        "opened_at": time_to_text(round.opened_at),
        "roster": people_to_text(round.roster),
        "quote_threshold": round.quote_threshold,
        "threshold": round.threshold,
        "state": round.state.value,
        "shared": int(round.shared),
    }


def _from_row(row: Row) -> Round:
    return Round(
        id=row["id"],
        team_id=row["team_id"],
        session_id=row["session_id"],
        theme=ThemeRef(programme=row["programme"], theme=row["theme"]),
        theme_version=row["theme_version"],
        opened_at=time_from_text(row["opened_at"]),
        roster=people_from_text(row["roster"]),
        quote_threshold=row["quote_threshold"],
        threshold=row["threshold"],
        state=RoundState(row["state"]),
        shared=bool(row["shared"]),
    )
