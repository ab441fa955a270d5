"""What outlives the person who began it: a team with a new manager, a wish for a theme."""

from __future__ import annotations

import hmac
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from bot.domain.people import Person, PersonKey, Team
from bot.domain.programme import ThemeRef
from bot.domain.times import require_utc

ASKED_FOR = timedelta(days=14)
"""So long a request to become the manager waits for its answer."""

FEWEST_WISHES = 3
"""A wish is told of when so many have it: nothing is said below, nor how many more there are."""

TOKEN_BYTES = 16


@dataclass(frozen=True)
class ManagerRequest:
    """Somebody asks to become the manager of a team; it has one such request at a time."""

    id: str
    team_id: str
    person: PersonKey
    asked_at: datetime

    def __post_init__(self) -> None:
        """Refuse a time that is not in UTC. Raises ValueError."""
        require_utc(self.asked_at)

    @property
    def ends_at(self) -> datetime:
        """When it has waited long enough."""
        return self.asked_at + ASKED_FOR


def full_members(members: tuple[Person, ...]) -> frozenset[PersonKey]:
    """Return those in a channel who may have a role in its team: no bots, no guests."""
    return frozenset(each.key for each in members if not each.is_bot and not each.is_guest)


def handed_over(team: Team, stays: frozenset[PersonKey], new: PersonKey) -> Team:
    """Return the team with its new manager, who is no samtalsledare beside that."""
    return replace(team, managers=stays | {new}, facilitators=team.facilitators - {new})


def wish_token(secret: bytes, team_id: str, theme: ThemeRef, person: PersonKey) -> bytes:
    """Return the mark of a person's wish for a theme in a team.

    Without the secret it tells nothing of whose it is, nor which other wishes are the same
    person's; with it, whoever knows the team's people can try them all.
    """
    # None of the first two holds a line break, and the person comes last: no two wishes are read
    # as one.
    named = f"aptbot wish\n{team_id}\n{theme}\n{person}".encode()
    return hmac.digest(secret, named, "sha256")[:TOKEN_BYTES]


def month_of(at: datetime) -> date:
    """Return the first day of the month, in UTC: all that is kept of when somebody wished."""
    require_utc(at)
    return at.astimezone(UTC).date().replace(day=1)


def forgotten_at(month: date) -> datetime:
    """Return when the wishes of a month are forgotten: at most twelve months after each."""
    return datetime(month.year + 1, month.month, 1, tzinfo=UTC)
