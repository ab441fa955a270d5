"""Plans."""

from __future__ import annotations

from pydantic import TypeAdapter

from bot.domain.plan import OccasionState, Plan
from bot.stores.sqlite.codec import time_to_text
from bot.stores.sqlite.repository import Repository

_plans = TypeAdapter(Plan)


class PlanRepository(Repository):
    """`bot.ports.Plans` on the table `plan`."""

    def save(self, plan: Plan) -> None:
        """Insert or replace the plan."""
        self._upsert(
            "plan",
            {
                "id": plan.id,
                "team_id": plan.team_id,
                "created_at": time_to_text(plan.created_at),
                "body": _plans.dump_json(plan).decode(),
            },
        )

    def get(self, plan_id: str) -> Plan | None:
        """Return the plan."""
        row = self._row("SELECT body FROM plan WHERE id = :id", id=plan_id)
        return _plans.validate_json(row["body"]) if row else None

    def of_team(self, team_id: str) -> tuple[Plan, ...]:
        """Return the team's plans, the earliest made first."""
        rows = self._rows(
            "SELECT body FROM plan WHERE team_id = :team ORDER BY created_at, id", team=team_id
        )
        return tuple(_plans.validate_json(row["body"]) for row in rows)

    def drop(self, plan_id: str) -> None:
        """Forget the plan and its occasions but those that were held."""
        self._run("DELETE FROM plan WHERE id = :id", id=plan_id)
        self._run(
            "DELETE FROM occasion WHERE plan_id = :id AND state <> :held",
            id=plan_id,
            held=OccasionState.HELD.value,
        )
