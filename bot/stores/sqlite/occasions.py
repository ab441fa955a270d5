"""The occasions of plans."""

from __future__ import annotations

from datetime import date, time

from bot.domain.plan import Occasion, OccasionState
from bot.domain.programme import ThemeRef
from bot.stores.sqlite.repository import Repository, Row


class OccasionRepository(Repository):
    """`bot.ports.Occasions` on the table `occasion`. Days are ISO text, in the order of time."""

    def add(self, occasion: Occasion) -> bool:
        """Insert the occasion; nothing happens, and False is returned, when its slot is taken."""
        taken = self._row(
            "SELECT 1 FROM occasion WHERE plan_id = :plan AND slot = :slot",
            plan=occasion.plan_id,
            slot=occasion.slot.isoformat(),
        )
        if taken:
            return False
        self._insert("occasion", _to_row(occasion))
        return True

    def save(self, occasion: Occasion) -> None:
        """Replace the occasion."""
        self._upsert("occasion", _to_row(occasion))

    def drop(self, occasion_id: str) -> None:
        """Forget the occasion."""
        self._run("DELETE FROM occasion WHERE id = :id", id=occasion_id)

    def get(self, occasion_id: str) -> Occasion | None:
        """Return the occasion."""
        row = self._row("SELECT * FROM occasion WHERE id = :id", id=occasion_id)
        return _from_row(row) if row else None

    def of_plan(self, plan_id: str) -> tuple[Occasion, ...]:
        """Return the plan's occasions, by day."""
        rows = self._rows(
            "SELECT * FROM occasion WHERE plan_id = :plan ORDER BY day, at, slot", plan=plan_id
        )
        return tuple(map(_from_row, rows))

    def of_team(self, team_id: str, first: date, last: date) -> tuple[Occasion, ...]:
        """Return the team's occasions of these days, both included, by day and time."""
        rows = self._rows(
            "SELECT * FROM occasion WHERE team_id = :team AND day BETWEEN :first AND :last"
            " ORDER BY day, at, id",
            team=team_id,
            first=first.isoformat(),
            last=last.isoformat(),
        )
        return tuple(map(_from_row, rows))

    def reported_on(self, team_id: str, day: date) -> tuple[Occasion, ...]:
        """Return the team's occasions that were told of as missed that day, by day and time."""
        rows = self._rows(
            "SELECT * FROM occasion WHERE team_id = :team AND reported = :day ORDER BY day, at, id",
            team=team_id,
            day=day.isoformat(),
        )
        return tuple(map(_from_row, rows))

    def of_session(self, session_id: str) -> Occasion | None:
        """Return the occasion that the session was held at."""
        row = self._row(
            "SELECT * FROM occasion WHERE session_id = :session AND session_id <> ''",
            session=session_id,
        )
        return _from_row(row) if row else None


def _to_row(occasion: Occasion) -> Row:
    return {
        "id": occasion.id,
        "plan_id": occasion.plan_id,
        "team_id": occasion.team_id,
        "slot": occasion.slot.isoformat(),
        "day": occasion.day.isoformat(),
        "at": occasion.at.isoformat("minutes"),
        "timezone": occasion.timezone,
        "state": occasion.state.value,
        "programme": occasion.theme.programme if occasion.theme else "",
        "theme": occasion.theme.theme if occasion.theme else "",
        "session_id": occasion.session_id,
        "reported": occasion.reported.isoformat() if occasion.reported else None,
        "revision": occasion.revision,
    }


def _from_row(row: Row) -> Occasion:
    themed = row["theme"] != ""
    return Occasion(
        id=row["id"],
        plan_id=row["plan_id"],
        team_id=row["team_id"],
        slot=date.fromisoformat(row["slot"]),
        day=date.fromisoformat(row["day"]),
        at=time.fromisoformat(row["at"]),
        timezone=row["timezone"],
        state=OccasionState(row["state"]),
        theme=ThemeRef(programme=row["programme"], theme=row["theme"]) if themed else None,
        session_id=row["session_id"],
        reported=date.fromisoformat(row["reported"]) if row["reported"] else None,
        revision=row["revision"],
    )
