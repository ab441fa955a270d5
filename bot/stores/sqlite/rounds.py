"""Rounds and their results."""

from __future__ import annotations

import json
from datetime import datetime

from pydantic import TypeAdapter

from bot.domain.disclosure import Result
from bot.domain.people import PersonKey
from bot.domain.programme import ThemeRef
from bot.domain.quarter import Quarter
from bot.domain.rollup import Closed
from bot.domain.round import Round, RoundState
from bot.errors import StoreError
from bot.stores.sqlite.codec import (
    maybe_time_from_text,
    maybe_time_to_text,
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
        for team_id in round.team_ids:
            self._run(
                "INSERT OR IGNORE INTO round_team (team_id, round_id) VALUES (:team, :round)",
                team=team_id,
                round=round.id,
            )

    def get(self, round_id: str) -> Round | None:
        """Return the round."""
        row = self._row("SELECT * FROM round WHERE id = :id", id=round_id)
        return self._round(row) if row else None

    def shared_by(self, team_id: str, theme: ThemeRef) -> Round | None:
        """Return the open box for the theme that the team shares with others, the latest."""
        rows = self._rows(
            "SELECT round.* FROM round_team JOIN round ON round.id = round_team.round_id"
            " WHERE round_team.team_id = :team AND state = 'open'"
            " AND programme = :programme AND theme = :theme AND EXISTS (SELECT 1 FROM round_team"
            " AS mate WHERE mate.round_id = round.id AND mate.team_id <> :team)"
            " ORDER BY opened_at DESC, id LIMIT 1",
            team=team_id,
            programme=theme.programme,
            theme=theme.theme,
        )
        return self._round(rows[0]) if rows else None

    def open_of(self, team_id: str) -> tuple[Round, ...]:
        """Return the open rounds of the team's dialogues, the earliest opened first."""
        rows = self._rows(
            "SELECT round.* FROM round_team JOIN round ON round.id = round_team.round_id"
            " WHERE round_team.team_id = :team AND state = 'open' AND rolling = ''"
            " ORDER BY opened_at, id",
            team=team_id,
        )
        return tuple(self._round(row) for row in rows)

    def survey_of(self, team_id: str) -> Round | None:
        """Return the open box of the rolling survey that the team runs."""
        row = self._row(
            "SELECT round.* FROM round_team JOIN round ON round.id = round_team.round_id"
            " WHERE round_team.team_id = :team AND state = 'open' AND rolling <> ''",
            team=team_id,
        )
        return self._round(row) if row else None

    def latest_of(self, team_id: str) -> Round | None:
        """Return the round of the team's dialogue that was over last, also of a cancelled one."""
        row = self._row(
            "SELECT round.* FROM session JOIN round ON round.id = session.round_id"
            " WHERE session.team_id = :team AND ended_at IS NOT NULL"
            " ORDER BY ended_at DESC, session.id LIMIT 1",
            team=team_id,
        )
        return self._round(row) if row else None

    def latest_survey_of(self, team_id: str) -> Round | None:
        """Return the box that was opened last of the team's rolling surveys, in whatever state."""
        rows = self._rows(
            "SELECT round.* FROM round_team JOIN round ON round.id = round_team.round_id"
            " WHERE round_team.team_id = :team AND rolling <> ''"
            " ORDER BY opened_at DESC, state = 'open' DESC, id LIMIT 1",
            team=team_id,
        )
        return self._round(rows[0]) if rows else None

    def open_to(self, person: PersonKey) -> tuple[Round, ...]:
        """Return the open rounds of dialogues whose roster the person is on, earliest first."""
        rows = self._rows(
            "SELECT * FROM round WHERE state = 'open' AND rolling = ''"
            " AND EXISTS (SELECT 1 FROM json_each(roster) WHERE value = :person)"
            " ORDER BY opened_at, id",
            person=str(person),
        )
        return tuple(self._round(row) for row in rows)

    def in_state(self, *states: RoundState) -> tuple[Round, ...]:
        """Return the rounds in any of the states, the earliest opened first."""
        rows = self._rows(
            "SELECT * FROM round WHERE state IN (SELECT value FROM json_each(:states))"
            " ORDER BY opened_at, id",
            states=json.dumps([state.value for state in states]),
        )
        return tuple(self._round(row) for row in rows)

    def closed_of(self, team_id: str) -> tuple[Round, ...]:
        """Return the closed rounds of the team, those of surveys as well, the latest first."""
        rows = self._rows(
            "SELECT round.* FROM round_team JOIN round ON round.id = round_team.round_id"
            " WHERE round_team.team_id = :team AND state = 'closed' ORDER BY closed_at DESC, id",
            team=team_id,
        )
        return tuple(self._round(row) for row in rows)

    def closed_in_areas(self, start: datetime, end: datetime) -> tuple[Closed, ...]:
        """Return what may be counted in areas and was closed from `start` until before `end`."""
        rows = self._rows(
            "SELECT round.*, result.body, (SELECT json_group_array(team_id) FROM"
            " (SELECT team_id FROM round_team WHERE round_id = round.id ORDER BY team_id)) AS teams"
            " FROM round LEFT JOIN result ON result.round_id = round.id"
            " WHERE in_area = 1 AND state = 'closed' AND closed_at >= :start AND closed_at < :end"
            " ORDER BY closed_at, id",
            start=time_to_text(start),
            end=time_to_text(end),
        )
        return tuple(
            Closed(_from_row(row, tuple(json.loads(row["teams"]))), _result(row["body"]))
            for row in rows
        )

    def publish(self, round_id: str, result: Result | None) -> None:
        """Keep the result, None for "fewer than the threshold". Once: raises StoreError again."""
        if self._body(round_id) is not None:
            reason = f"the result of round {round_id} has been published already"
            raise StoreError("store-failed", reason=reason)
        body = None if result is None else _results.dump_json(result).decode()
        self._run(
            "INSERT INTO result (round_id, body) VALUES (:round, :body)", round=round_id, body=body
        )

    def result(self, round_id: str) -> Result | None:
        """Return the result, None when there were too few answers or none is published."""
        row = self._body(round_id)
        return None if row is None else _result(row["body"])

    def _round(self, row: Row) -> Round:
        teams = self._rows(
            "SELECT team_id FROM round_team WHERE round_id = :id ORDER BY team_id", id=row["id"]
        )
        return _from_row(row, tuple(team["team_id"] for team in teams))

    def _body(self, round_id: str) -> Row | None:
        return self._row("SELECT body FROM result WHERE round_id = :round", round=round_id)


def _result(body: str | None) -> Result | None:
    return None if body is None else _results.validate_json(body)


def _to_row(round: Round) -> Row:
    return {
        "id": round.id,
        "programme": round.theme.programme,
        "theme": round.theme.theme,
        "theme_version": round.theme_version,
        "opened_at": time_to_text(round.opened_at),
        "roster": people_to_text(round.roster),
        "invited": round.invited,
        "quote_threshold": round.quote_threshold,
        "team_sees": int(round.team_sees),
        "closes_at": maybe_time_to_text(round.closes_at),
        "threshold": round.threshold,
        "state": round.state.value,
        "closed_at": maybe_time_to_text(round.closed_at),
        "shared": int(round.shared),
        "hidden": json.dumps(sorted(round.hidden)),
        "rolling": str(round.rolling) if round.rolling else "",
        "ending": int(round.ending),
        "readers": people_to_text(round.readers),
        "in_area": int(round.in_area),
        "drafted": int(round.drafted),
    }


def _from_row(row: Row, team_ids: tuple[str, ...]) -> Round:
    return Round(
        id=row["id"],
        team_ids=team_ids,
        theme=ThemeRef(programme=row["programme"], theme=row["theme"]),
        theme_version=row["theme_version"],
        opened_at=time_from_text(row["opened_at"]),
        roster=people_from_text(row["roster"]),
        invited=row["invited"],
        quote_threshold=row["quote_threshold"],
        team_sees=bool(row["team_sees"]),
        closes_at=maybe_time_from_text(row["closes_at"]),
        threshold=row["threshold"],
        state=RoundState(row["state"]),
        closed_at=maybe_time_from_text(row["closed_at"]),
        shared=bool(row["shared"]),
        hidden=frozenset(json.loads(row["hidden"])),
        rolling=Quarter.parse(row["rolling"]) if row["rolling"] else None,
        ending=bool(row["ending"]),
        readers=people_from_text(row["readers"]),
        in_area=bool(row["in_area"]),
        drafted=bool(row["drafted"]),
    )
