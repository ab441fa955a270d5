"""The timeline of one dialogue: a state machine with `now` as an argument.

planned → running(step) ⇄ paused → ended | cancelled. Every function takes a session and returns
the next one; a wrong state is refused with a `UserError` that says what to do. What a person asks
for acts on the session as it is given: give it `tick(session, now)`, so that it acts on the present
step.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.people import PersonKey
from bot.domain.programme import Script, ThemeRef
from bot.domain.times import require_utc
from bot.errors import AlreadyPaused, BadMinutes, NoSession, NotPaused, StepPassed

EXTEND_MINUTES = range(1, 31)
"""How many minutes one `förläng` may add."""

LONGEST_PAUSE = timedelta(hours=2)
"""A dialogue that nobody resumes ends by itself after this time, so that its round closes."""


class SessionState(StrEnum):
    """Where a session is in its life."""

    PLANNED = "planned"
    RUNNING = "running"
    PAUSED = "paused"
    ENDED = "ended"
    CANCELLED = "cancelled"


@dataclass(frozen=True)
class Session:
    """One run of a theme in a team.

    `lengths` are the lengths of the steps as they stand now, with what was added. `step_ends_at`
    is when the present step ends while running, or, while paused, when the pause itself ends the
    dialogue; `remaining` is what is left of the step while paused. `revision` grows with every
    change; `last_request` is the last request that changed it, so that one delivered twice counts
    once. `round_id` is the box that is open during the session, empty before it begins.
    """

    id: str
    team_id: str
    theme: ThemeRef
    theme_version: str
    started_by: PersonKey
    started_at: datetime
    lengths: tuple[timedelta, ...]
    state: SessionState
    step: int
    step_ends_at: datetime
    remaining: timedelta | None = None
    ended_at: datetime | None = None
    revision: int = 0
    last_request: str = ""
    round_id: str = ""

    def __post_init__(self) -> None:
        """Refuse times that are not in UTC."""
        require_utc(self.started_at, self.step_ends_at, self.ended_at)

    @property
    def active(self) -> bool:
        """Whether the dialogue is going on, paused or not."""
        return self.state in (SessionState.RUNNING, SessionState.PAUSED)

    @property
    def over(self) -> bool:
        """Whether the dialogue has come to its end, one way or the other."""
        return self.state in (SessionState.ENDED, SessionState.CANCELLED)

    @property
    def paused(self) -> bool:
        """Whether the dialogue is paused."""
        return self.state is SessionState.PAUSED

    def ends(self) -> tuple[datetime | None, ...]:
        """Return when each step ends: none for steps that have passed and while paused."""
        times: list[datetime | None] = []
        end = self.step_ends_at
        for index, length in enumerate(self.lengths):
            if index < self.step or self.state is not SessionState.RUNNING:
                times.append(None)
                continue
            end = end if index == self.step else end + length
            times.append(end)
        return tuple(times)


def plan(session_id: str, team_id: str, script: Script, by: PersonKey, now: datetime) -> Session:
    """Return a session that is about to begin."""
    lengths = tuple(timedelta(minutes=step.minutes) for step in script.theme.steps)
    return Session(
        id=session_id,
        team_id=team_id,
        theme=script.ref,
        theme_version=script.version,
        started_by=by,
        started_at=now,
        lengths=lengths,
        state=SessionState.PLANNED,
        step=0,
        step_ends_at=now + lengths[0],
    )


def begin(session: Session, round_id: str, now: datetime) -> Session:
    """Go to the first step, with this box open. Raises NoSession for one that is not planned."""
    if session.state is not SessionState.PLANNED:
        raise NoSession
    return replace(
        session,
        state=SessionState.RUNNING,
        round_id=round_id,
        started_at=now,
        step_ends_at=now + session.lengths[0],
    )


def next_step(session: Session, now: datetime, expected: int | None = None) -> Session:
    """Go to the next step with its full time, or end after the last.

    `expected` is the step a button was drawn for: pressed twice, or by two people, it counts once.
    A paused dialogue goes on. Raises NoSession, StepPassed.
    """
    _require_active(session)
    if expected is not None and expected != session.step:
        raise StepPassed
    return _enter(session, session.step + 1, now)


def pause(session: Session, now: datetime) -> Session:
    """Stop the clock. Raises NoSession, AlreadyPaused."""
    _require_active(session)
    if session.paused:
        raise AlreadyPaused
    return _revised(
        replace(
            session,
            state=SessionState.PAUSED,
            remaining=max(session.step_ends_at - now, timedelta()),
            step_ends_at=now + LONGEST_PAUSE,
        )
    )


def resume(session: Session, now: datetime) -> Session:
    """Start the clock again with the time that was left. Raises NoSession, NotPaused."""
    _require_active(session)
    if session.remaining is None:
        raise NotPaused
    return _revised(
        replace(
            session,
            state=SessionState.RUNNING,
            step_ends_at=now + session.remaining,
            remaining=None,
        )
    )


def extend(session: Session, minutes: int) -> Session:
    """Give the present step more time; all that remains moves. Raises NoSession, BadMinutes."""
    _require_active(session)
    more = timedelta(minutes=checked_minutes(minutes))
    lengths = list(session.lengths)
    lengths[session.step] += more
    longer = replace(session, lengths=tuple(lengths))
    if session.remaining is not None:
        return _revised(replace(longer, remaining=session.remaining + more))
    return _revised(replace(longer, step_ends_at=session.step_ends_at + more))


def checked_minutes(minutes: int) -> int:
    """Return the minutes if one `förläng` may add them. Raises BadMinutes."""
    if minutes not in EXTEND_MINUTES:
        raise BadMinutes(low=EXTEND_MINUTES.start, high=EXTEND_MINUTES.stop - 1)
    return minutes


def stop(session: Session, now: datetime) -> Session:
    """End the dialogue now; its round is counted. Raises NoSession."""
    _require_active(session)
    return _over(session, SessionState.ENDED, now)


def cancel(session: Session, now: datetime) -> Session:
    """End the dialogue now, also before it began; its round is thrown away. Raises NoSession."""
    if session.over:
        raise NoSession
    return _over(session, SessionState.CANCELLED, now)


def tick(session: Session, now: datetime) -> Session:
    """Return the session as the clock wants it at `now`; unchanged while nothing is due.

    After a time away (a restart, a sleeping laptop) the steps that have passed are passed over by
    the planned times, so that the people in the room see the step that their clock says.
    """
    while session.active and session.step_ends_at <= now:
        if session.paused:
            return _over(session, SessionState.ENDED, session.step_ends_at)
        session = _enter(session, session.step + 1, session.step_ends_at)
    return session


def _enter(session: Session, step: int, at: datetime) -> Session:
    if step >= len(session.lengths):
        return _over(session, SessionState.ENDED, at)
    return _revised(
        replace(
            session,
            state=SessionState.RUNNING,
            step=step,
            step_ends_at=at + session.lengths[step],
            remaining=None,
        )
    )


def _over(session: Session, state: SessionState, at: datetime) -> Session:
    return _revised(replace(session, state=state, ended_at=at, remaining=None))


def _revised(session: Session) -> Session:
    return replace(session, revision=session.revision + 1)


def _require_active(session: Session) -> None:
    if not session.active:
        raise NoSession
