"""Commitments: what a group has agreed to do, by when, and what became of it.

A commitment is the group's own. It names a role and no person, and who wrote it down is not kept.
open → done | deferred | dropped; one that is deferred goes on with a later day, and what was done
or dropped by mistake can be taken up again. Each change is kept with its day and its reason: the
trail is what the yearly follow-up of the work environment is made from.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator

from bot.domain.periods import ReportPeriod
from bot.domain.texts import Frozen, seen
from bot.errors import (
    EmptyCommitment,
    ReasonMissing,
    TargetNotLater,
    TargetPassed,
    TextTooLong,
)

Said = Annotated[str, AfterValidator(seen)]
"""What somebody wrote; what could not be seen is nothing."""

LINE, TEXT = 150, 500
"""The longest line and the longest other text, in characters."""

LIMITS = {"activity": LINE, "role": LINE, "how": TEXT, "resources": LINE, "follow_up": TEXT}
"""The longest text of each field, in characters."""

REQUIRED = ("activity", "role")
"""The texts that must be there."""

USUAL = timedelta(weeks=4)
"""How far ahead the target is set where the team has no next occasion."""

FARTHEST = timedelta(days=3 * 366)
"""How far ahead a target may be: beyond that it is a slip of the hand."""

MOST_OPEN = 30
"""So many a team may have open at once: nobody keeps more promises than that."""


class Aim(StrEnum):
    """What a commitment is for: the groups of a plan for competence."""

    DEVELOP = "develop"
    KEEP = "keep"
    ATTRACT = "attract"
    RECRUIT = "recruit"
    INTRODUCE = "introduce"
    LEAVE = "leave"


class CommitmentState(StrEnum):
    """What has become of a commitment."""

    OPEN = "open"
    DONE = "done"
    DEFERRED = "deferred"
    DROPPED = "dropped"


class Agreed(Frozen):
    """What was agreed; only the activity, the role and the target must be there."""

    activity: Said
    role: Said
    target: date
    aim: Aim = Aim.DEVELOP
    how: Said = ""
    resources: Said = ""
    follow_up: Said = ""

    def checked(self) -> Agreed:
        """Return it as it is kept. Raises EmptyCommitment, TextTooLong: `field` says where."""
        for field in REQUIRED:
            if not getattr(self, field):
                raise EmptyCommitment(field=field)
        for field, text in self.texts:
            if len(text) > LIMITS[field]:
                raise TextTooLong(limit=LIMITS[field], field=field)
        return self

    @property
    def texts(self) -> Iterator[tuple[str, str]]:
        """What somebody wrote, by the name of its field."""
        return ((field, text) for field in LIMITS if (text := getattr(self, field)))


class CommitmentChange(Frozen):
    """What was noted on a day: the state from then on, why or how it went, and the target."""

    day: date
    state: CommitmentState
    note: Said
    target: date


class Commitment(Frozen):
    """A commitment of a team, with all that has been noted of it, the earliest first.

    `session_id` is the dialogue in which it was agreed, `round_id` the result that it came of;
    either may be empty.
    """

    id: str
    team_id: str
    agreed: Agreed
    agreed_on: date
    session_id: str = ""
    round_id: str = ""
    changes: tuple[CommitmentChange, ...] = ()

    @property
    def state(self) -> CommitmentState:
        """What has become of it."""
        return self.changes[-1].state if self.changes else CommitmentState.OPEN

    @property
    def target(self) -> date:
        """The day by which it is to be done, as it stands now."""
        return self.changes[-1].target if self.changes else self.agreed.target

    @property
    def waiting(self) -> bool:
        """Whether it is still to be done."""
        return self.state in (CommitmentState.OPEN, CommitmentState.DEFERRED)

    @property
    def latest(self) -> date:
        """The day on which it was last spoken of."""
        return self.changes[-1].day if self.changes else self.agreed_on

    @property
    def before(self) -> Commitment:
        """What it was before its latest change."""
        return self.model_copy(update={"changes": self.changes[:-1]})

    def late(self, today: date) -> bool:
        """Whether its day has passed without it being done."""
        return self.waiting and self.target < today

    def due(self, today: date) -> bool:
        """Whether its day has come, so that it is time to follow it up."""
        return self.waiting and self.target <= today

    def followed_up(
        self, state: CommitmentState, note: str, target: date | None, today: date
    ) -> Commitment:
        """Return it with what became of it, and with the note without space around it.

        Deferred or dropped it needs a reason, and deferred a later day, that has not passed. The
        target of others stays as it was. Raises ReasonMissing, TextTooLong, TargetPassed,
        TargetNotLater: `field` says where.
        """
        change = CommitmentChange(day=today, state=state, note=note, target=self.target)
        if state in (CommitmentState.DEFERRED, CommitmentState.DROPPED) and not change.note:
            raise ReasonMissing
        if len(change.note) > TEXT:
            raise TextTooLong(limit=TEXT)
        if state is CommitmentState.DEFERRED:
            later = check_target(target, today)
            if later <= self.target:
                raise TargetNotLater(field="target")
            change = change.model_copy(update={"target": later})
        return self.model_copy(update={"changes": (*self.changes, change)})

    def corrected(self, agreed: Agreed, today: date) -> Commitment:
        """Return it with other words and another target, which may have passed if it stays.

        What was agreed on at first stays in the trail: once something has been noted, it is the
        latest day that is corrected. Raises EmptyCommitment, TextTooLong, TargetPassed.
        """
        target = agreed.checked().target
        if target != self.target:
            check_target(target, today)
        if not self.changes:
            return self.model_copy(update={"agreed": agreed})
        last = self.changes[-1].model_copy(update={"target": target})
        kept = agreed.model_copy(update={"target": self.agreed.target})
        return self.model_copy(update={"agreed": kept, "changes": (*self.changes[:-1], last)})

    @property
    def mark(self) -> str:
        """A short text that tells one state of it from another."""
        return hashlib.sha256(self.model_dump_json().encode()).hexdigest()[:16]


def check_target(target: date | None, today: date) -> date:
    """Return the day. Raises TargetPassed unless it is today or later, and within `FARTHEST`."""
    if target is None or not today <= target <= today + FARTHEST:
        raise TargetPassed
    return target


def closed_since(commitments: Iterable[Commitment], day: date) -> tuple[Commitment, ...]:
    """Return those that were done or dropped since the day, the latest leading."""
    closed = (each for each in commitments if not each.waiting and each.latest >= day)
    return tuple(sorted(closed, key=lambda each: (each.latest, each.id), reverse=True))


def first_due(commitments: Iterable[Commitment]) -> tuple[Commitment, ...]:
    """Return those that are still to be done, the one whose day comes first leading."""
    waiting = (each for each in commitments if each.waiting)
    return tuple(sorted(waiting, key=lambda each: (each.target, each.agreed_on, each.id)))


def within(period: ReportPeriod, commitments: Iterable[Commitment]) -> tuple[Commitment, ...]:
    """Return those that were agreed, were due or were followed up in the period."""
    return tuple(each for each in commitments if any(map(period.holds, _days(each))))


def _days(each: Commitment) -> Iterator[date]:
    yield each.agreed_on
    yield each.agreed.target
    for change in each.changes:
        yield from (change.day, change.target)
