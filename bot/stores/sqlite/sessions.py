"""Sessions."""

from __future__ import annotations

from datetime import timedelta

from bot.domain.people import PersonKey
from bot.domain.programme import ThemeRef
from bot.domain.session import Session, SessionState
from bot.errors import SessionRunning
from bot.stores.sqlite.codec import (
    MICROSECOND,
    durations_from_text,
    durations_to_text,
    maybe_time_from_text,
    maybe_time_to_text,
    time_from_text,
    time_to_text,
)
from bot.stores.sqlite.repository import Repository, Row


class SessionRepository(Repository):
    """`bot.ports.Sessions` on the table `session`."""

    def add(self, session: Session) -> None:
        """Insert the session. Raises SessionRunning when the team has one that is not over."""
        # Writers take turns, so nothing can come between; the unique index says it once more.
        if not session.over and self.active(session.team_id) is not None:
            raise SessionRunning
        self._insert("session", _to_row(session))

    def save(self, session: Session) -> None:
        """Replace the session."""
        self._upsert("session", _to_row(session))

    def get(self, session_id: str) -> Session | None:
        """Return the session."""
        row = self._row("SELECT * FROM session WHERE id = :id", id=session_id)
        return _from_row(row) if row else None

    def active(self, team_id: str) -> Session | None:
        """Return the team's session that is not over."""
        row = self._row(
            "SELECT * FROM session WHERE team_id = :team"
            " AND state IN ('planned', 'running', 'paused')",
            team=team_id,
        )
        return _from_row(row) if row else None

    def ended(self, team_id: str) -> tuple[Session, ...]:
        """Return the team's sessions that have ended (not cancelled), the latest first."""
        rows = self._rows(
            "SELECT * FROM session WHERE team_id = :team AND state = 'ended'"
            " ORDER BY ended_at DESC, id",
            team=team_id,
        )
        return tuple(_from_row(row) for row in rows)

    def of_round(self, round_id: str) -> tuple[Session, ...]:
        """Return the sessions that the round's box is open for, the earliest first."""
        rows = self._rows(
            "SELECT * FROM session WHERE round_id = :round AND round_id <> ''"
            " ORDER BY started_at, id",
            round=round_id,
        )
        return tuple(_from_row(row) for row in rows)


def _to_row(session: Session) -> Row:
    remaining = session.remaining
    return {
        "id": session.id,
        "team_id": session.team_id,
        "programme": session.theme.programme,
        "theme": session.theme.theme,
        "theme_version": session.theme_version,
        "started_by": str(session.started_by),
        "started_at": time_to_text(session.started_at),
        "lengths": durations_to_text(session.lengths),
        "state": session.state.value,
        "step": session.step,
        "step_ends_at": time_to_text(session.step_ends_at),
        "remaining": None if remaining is None else remaining // MICROSECOND,
        "ended_at": maybe_time_to_text(session.ended_at),
        "revision": session.revision,
        "last_request": session.last_request,
        "round_id": session.round_id,
    }


def _from_row(row: Row) -> Session:
    remaining = row["remaining"]
    return Session(
        id=row["id"],
        team_id=row["team_id"],
        theme=ThemeRef(programme=row["programme"], theme=row["theme"]),
        theme_version=row["theme_version"],
        started_by=PersonKey.parse(row["started_by"]),
        started_at=time_from_text(row["started_at"]),
        lengths=durations_from_text(row["lengths"]),
        state=SessionState(row["state"]),
        step=row["step"],
        step_ends_at=time_from_text(row["step_ends_at"]),
        remaining=None if remaining is None else timedelta(microseconds=remaining),
        ended_at=maybe_time_from_text(row["ended_at"]),
        revision=row["revision"],
        last_request=row["last_request"],
        round_id=row["round_id"],
    )
