"""People, teams and what each may do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class PersonKey(NamedTuple):
    """Who somebody is: a person is known only by platform, tenant and user id.

    None is empty, and only the user id may hold a slash.
    """

    platform: str
    tenant: str
    user: str

    def __str__(self) -> str:
        """Return `platform/tenant/user`."""
        return "/".join(self)

    @classmethod
    def parse(cls, text: str) -> PersonKey:
        """Read what `str()` wrote. Raises ValueError for anything else."""
        parts = text.split("/", 2)
        if len(parts) != len(cls._fields) or not all(parts):
            raise ValueError("not a person's key")
        return cls(*parts)


@dataclass(frozen=True)
class Person:
    """A member of a conversation, as the platform tells it at this moment."""

    key: PersonKey
    name: str
    is_bot: bool = False
    is_guest: bool = False


@dataclass(frozen=True)
class Team:
    """A work team and the channel it meets in. One channel is one team.

    `team_sees` tells whether the team is shown the same summary as its manager, from the next
    round on. Teams with the same `pool_id` share their boxes; empty for a team on its own.
    `answer_days` is how long a box of its own stays open after the dialogue, from the next round
    on: 0 for the same day, None when it is closed with the dialogue. `calendar_generation` tells
    which of its calendar's addresses holds: each new one makes the earlier ones worthless.
    """

    id: str
    platform: str
    tenant: str
    channel: str
    name: str
    language: str
    timezone: str
    managers: frozenset[PersonKey]
    facilitators: frozenset[PersonKey]
    team_sees: bool = True
    pool_id: str = ""
    answer_days: int | None = None
    calendar_generation: int = 0

    def may_lead(self, person: PersonKey) -> bool:
        """Whether the person may run a dialogue: the manager or an appointed samtalsledare."""
        return person in self.managers or person in self.facilitators

    def may_see_results(self, person: PersonKey) -> bool:
        """Whether the person gets the summary and decides on sharing it: managers only."""
        return person in self.managers


def roster(members: tuple[Person, ...], managers: frozenset[PersonKey]) -> tuple[PersonKey, ...]:
    """Return those who may answer, each once, sorted so that the order tells nothing.

    Managers, bots and guests are left out: a manager's answer among six would tell the manager
    what the other five said, and puppet accounts recover a person's answer exactly.
    """
    return tuple(
        sorted(
            {
                person.key
                for person in members
                if not person.is_bot and not person.is_guest and person.key not in managers
            }
        )
    )
