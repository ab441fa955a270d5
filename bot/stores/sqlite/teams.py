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
                "team_sees": int(team.team_sees),
                "pool_id": team.pool_id,
                "answer_days": team.answer_days,
                "calendar_generation": team.calendar_generation,
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

    def of_tenant(self, tenant: str) -> tuple[Team, ...]:
        """Return the teams of a workspace, by name."""
        rows = self._rows(
            "SELECT * FROM team WHERE tenant = :tenant ORDER BY name COLLATE NOCASE, id",
            tenant=tenant,
        )
        return tuple(self._team(row) for row in rows)

    def named(self, tenant: str) -> tuple[tuple[str, str], ...]:
        """Return the id and the name of each team of a workspace, by id."""
        rows = self._rows("SELECT id, name FROM team WHERE tenant = :t ORDER BY id", t=tenant)
        return tuple((row["id"], row["name"]) for row in rows)

    def every(self) -> tuple[Team, ...]:
        """Return the teams of all workspaces, by name."""
        rows = self._rows("SELECT * FROM team ORDER BY name COLLATE NOCASE, id")
        return tuple(self._team(row) for row in rows)

    def called(self) -> frozenset[str]:
        """Return what all teams can be named by: their names and their channels."""
        return frozenset(
            name for row in self._rows("SELECT name, channel FROM team") for name in row.values()
        )

    def pooled(self, pool_id: str) -> tuple[Team, ...]:
        """Return the teams of a pool, by name."""
        rows = self._rows(
            "SELECT * FROM team WHERE pool_id = :pool AND pool_id <> ''"
            " ORDER BY name COLLATE NOCASE, id",
            pool=pool_id,
        )
        return tuple(self._team(row) for row in rows)

    def invite(self, team_id: str, invited_id: str) -> None:
        """Keep that the team has invited another into its pool."""
        self._run(
            "INSERT OR IGNORE INTO pool_invitation (team_id, invited_id) VALUES (:team, :invited)",
            team=team_id,
            invited=invited_id,
        )

    def invited(self, team_id: str) -> tuple[str, ...]:
        """Return the ids of the teams that the team has invited, without an answer so far."""
        rows = self._rows(
            "SELECT invited_id FROM pool_invitation WHERE team_id = :team ORDER BY invited_id",
            team=team_id,
        )
        return tuple(row["invited_id"] for row in rows)

    def inviting(self, team_id: str) -> tuple[str, ...]:
        """Return the ids of the teams that have invited the team, without an answer so far."""
        rows = self._rows(
            "SELECT team_id FROM pool_invitation WHERE invited_id = :team ORDER BY team_id",
            team=team_id,
        )
        return tuple(row["team_id"] for row in rows)

    def uninvite(self, team_id: str, invited_id: str) -> None:
        """Forget the invitation; nothing happens when there is none."""
        self._run(
            "DELETE FROM pool_invitation WHERE team_id = :team AND invited_id = :invited",
            team=team_id,
            invited=invited_id,
        )

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
            **{**row, "team_sees": bool(row["team_sees"])},
            managers=_people(roles, MANAGER),
            facilitators=_people(roles, FACILITATOR),
        )


def _people(roles: list[Row], role: str) -> frozenset[PersonKey]:
    return frozenset(PersonKey.parse(row["person"]) for row in roles if row["role"] == role)
