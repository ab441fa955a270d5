"""Which dialogue when: plans and their occasions."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from bot.domain.plan import Occasion, Plan


class Plans(Protocol):
    """Plans in the store."""

    def save(self, plan: Plan) -> None:
        """Insert or replace the plan."""
        ...

    def get(self, plan_id: str) -> Plan | None:
        """Return the plan."""
        ...

    def of_team(self, team_id: str) -> tuple[Plan, ...]:
        """Return the team's plans, the earliest made first."""
        ...

    def drop(self, plan_id: str) -> None:
        """Forget the plan and its occasions but those that were held."""
        ...


class Occasions(Protocol):
    """The occasions of plans."""

    def add(self, occasion: Occasion) -> bool:
        """Insert the occasion; nothing happens, and False is returned, when its slot is taken."""
        ...

    def save(self, occasion: Occasion) -> None:
        """Replace the occasion."""
        ...

    def drop(self, occasion_id: str) -> None:
        """Forget the occasion."""
        ...

    def get(self, occasion_id: str) -> Occasion | None:
        """Return the occasion."""
        ...

    def of_plan(self, plan_id: str) -> tuple[Occasion, ...]:
        """Return the plan's occasions, by day."""
        ...

    def of_team(self, team_id: str, first: date, last: date) -> tuple[Occasion, ...]:
        """Return the team's occasions of these days, both included, by day and time."""
        ...

    def reported_on(self, team_id: str, day: date) -> tuple[Occasion, ...]:
        """Return the team's occasions that were told of as missed that day, by day and time."""
        ...

    def of_session(self, session_id: str) -> Occasion | None:
        """Return the occasion that the session was held at."""
        ...
