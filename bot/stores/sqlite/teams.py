"""Teams and who leads them."""

from __future__ import annotations

from bot.domain.people import PersonKey, Team
from bot.errors import TeamExists
from bot.stores.sqlite.repository import Repository, Row

MANAGER = "manager"
FACILITATOR = "facilitator"


class TeamRepository(Repository):
    """`bot.ports.Teams` on the tables `team` and `team_role`."""

    def save(self, team: Team) -> None:
        """Insert or replace the team. Raises TeamExists when the channel is another team's."""
        there = self.at(team.tenant, team.channel)
        if there is not None and there.id != team.id:
            raise TeamExists
        self._upsert(
            "team",
            {
                "id": team.id,
                "platform": team.platform,
                "tenant": team.tenant,
                "channel": team.channel,
                "name": team.name,
                "language": team.language,
                "timezone": team.timezone,
            },
        )
        self._run("DELETE FROM team_role WHERE team_id = :team", team=team.id)
        self._appoint(team.id, MANAGER, team.managers)
        self._appoint(team.id, FACILITATOR, team.facilitators)

    def get(self, team_id: str) -> Team | None:
        """Return the team."""
        row = self._row("SELECT * FROM team WHERE id = :id", id=team_id)
        return self._team(row) if row else None

    def at(self, tenant: str, channel: str) -> Team | None:
        """Return the team that meets in the channel."""
        row = self._row(
            "SELECT * FROM team WHERE tenant = :tenant AND channel = :channel",
            tenant=tenant,
            channel=channel,
        )
        return self._team(row) if row else None

    def managed_by(self, person: PersonKey) -> tuple[Team, ...]:
        """Return the teams that the person is manager or samtalsledare of, by name."""
        rows = self._rows(
            "SELECT * FROM team WHERE id IN"
            " (SELECT team_id FROM team_role WHERE person = :person)"
            " ORDER BY name COLLATE NOCASE, id",
            person=str(person),
        )
        return tuple(self._team(row) for row in rows)

    def _appoint(self, team_id: str, role: str, people: frozenset[PersonKey]) -> None:
        for person in people:
            self._run(
                "INSERT INTO team_role (person, team_id, role) VALUES (:person, :team, :role)",
                person=str(person),
                team=team_id,
                role=role,
            )

    def _team(self, row: Row) -> Team:
        roles = self._rows("SELECT person, role FROM team_role WHERE team_id = :id", id=row["id"])
        return Team(
            **row, managers=_people(roles, MANAGER), facilitators=_people(roles, FACILITATOR)
        )


def _people(roles: list[Row], role: str) -> frozenset[PersonKey]:
    return frozenset(PersonKey.parse(row["person"]) for row in roles if row["role"] == role)
