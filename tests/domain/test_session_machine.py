"""The session's state machine against a model that counts the seconds one by one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from bot.domain import session as machine
from bot.domain.session import LONGEST_PAUSE, Session, SessionState
from bot.errors import AlreadyPaused, BadMinutes, NoSession, NotPaused, StepPassed, UserError
from tests.domain.builders import NOON, step_minutes
from tests.domain.builders import session as a_session

UNIT = timedelta(seconds=10)
MINUTE = 6
"""Units in a minute."""

Change = Callable[[Session], Session]


class Model:
    """A dialogue as a stopwatch would run it: one unit at a time, without dates."""

    def __init__(self, minutes: tuple[int, ...]) -> None:
        """Begin the first step."""
        self.lengths = [m * MINUTE for m in minutes]
        self.step = 0
        self.left = self.lengths[0]
        self.paused = False
        self.paused_units = 0
        self.over: SessionState | None = None

    def unit(self) -> None:
        """Let one unit of time pass."""
        if self.over:
            return
        if self.paused:
            self.paused_units += 1
            if self.paused_units * UNIT == LONGEST_PAUSE:
                self.over = SessionState.ENDED
            return
        self.left -= 1
        if self.left == 0:
            self.enter_next()

    def enter_next(self) -> None:
        """Go to the next step, or end."""
        self.step += 1
        self.paused = False
        if self.step == len(self.lengths):
            self.step -= 1
            self.over = SessionState.ENDED
        else:
            self.left = self.lengths[self.step]

    def pause(self) -> None:
        """Stop the watch."""
        self.paused = True
        self.paused_units = 0


class Dialogue(RuleBasedStateMachine):
    """Two sessions are given the same commands: one is ticked often, the other only when needed."""

    @initialize(minutes=step_minutes())
    def begin(self, minutes: tuple[int, ...]) -> None:
        """Start both sessions and the model."""
        self.now = NOON
        self.model = Model(minutes)
        self.often = self.seldom = self.last_seen = a_session(minutes)

    @rule(units=st.integers(1, 4 * MINUTE), times=st.integers(1, 5))
    def time_passes(self, units: int, times: int) -> None:
        """Somebody looks at the clock now and then; the model counts every unit."""
        for _ in range(times):
            self.now += units * UNIT
            for _ in range(units):
                self.model.unit()
            self.often = machine.tick(self.often, self.now)

    @rule(units=st.integers(1, 180 * MINUTE))
    def time_away(self, units: int) -> None:
        """The bot is away for up to three hours."""
        self.time_passes(units, 1)

    @rule()
    def next_step(self) -> None:
        """Somebody types `nästa`."""
        if self.command(lambda s: machine.next_step(s, self.now)):
            self.model.enter_next()

    @rule(expected=st.integers(0, 12))
    def press_next(self, expected: int) -> None:
        """Somebody presses the button of a step, perhaps one that has passed."""
        error = StepPassed if expected != self.model.step else None
        if self.command(lambda s: machine.next_step(s, self.now, expected), error):
            self.model.enter_next()

    @rule()
    def pause(self) -> None:
        """Somebody types `paus`."""
        error = AlreadyPaused if self.model.paused else None
        if self.command(lambda s: machine.pause(s, self.now), error):
            self.model.pause()

    @rule()
    def resume(self) -> None:
        """Somebody types `fortsätt`."""
        error = None if self.model.paused else NotPaused
        if self.command(lambda s: machine.resume(s, self.now), error):
            self.model.paused = False

    @rule(minutes=st.integers(-2, 33))
    def extend(self, minutes: int) -> None:
        """Somebody types `förläng`."""
        error = None if 1 <= minutes <= 30 else BadMinutes
        if self.command(lambda s: machine.extend(s, minutes), error):
            self.model.left += minutes * MINUTE
            self.model.lengths[self.model.step] += minutes * MINUTE

    @precondition(lambda self: self.model.step > 0)
    @rule(cancelled=st.booleans())
    def finish(self, cancelled: bool) -> None:
        """Somebody types `stopp` or `avbryt`."""
        finish = machine.cancel if cancelled else machine.stop
        if self.command(lambda s: finish(s, self.now)):
            self.model.over = SessionState.CANCELLED if cancelled else SessionState.ENDED

    def command(self, change: Change, error: type[UserError] | None = None) -> bool:
        """Give both sessions a command; return whether it was to change them."""
        expected = NoSession if self.model.over else error
        self.seldom = machine.tick(self.seldom, self.now)
        if expected:
            for session in (self.often, self.seldom):
                with pytest.raises(expected):
                    change(session)
            return False
        self.often, self.seldom = change(self.often), change(self.seldom)
        return True

    @invariant()
    def ticking_often_or_once_is_the_same(self) -> None:
        """How often the clock looked leaves no trace."""
        assert machine.tick(self.seldom, self.now) == self.often
        assert machine.tick(self.often, self.now) is self.often

    @invariant()
    def as_the_model(self) -> None:
        """State, step and the time left are those of the stopwatch."""
        session, model = self.often, self.model
        running = SessionState.PAUSED if model.paused else SessionState.RUNNING
        assert session.state is (model.over or running)
        assert session.active is (model.over is None)
        assert session.step == model.step
        assert session.lengths == tuple(length * UNIT for length in model.lengths)
        if model.over:
            assert session.remaining is None
        elif model.paused:
            assert session.remaining == model.left * UNIT
        else:
            assert session.remaining is None
            assert session.step_ends_at == self.now + model.left * UNIT

    @invariant()
    def planned_ends(self) -> None:
        """The ends shown grow strictly from the present step on and add up; paused, none is."""
        ends = self.often.ends()
        assert len(ends) == len(self.model.lengths)
        if self.often.state is not SessionState.RUNNING:
            assert set(ends) == {None}
            return
        shown = [end for end in ends if end is not None]
        assert shown == sorted(set(shown))
        assert ends == (*[None] * self.model.step, *shown)
        after = self.model.lengths[self.model.step + 1 :]
        assert shown[-1] == self.now + (self.model.left + sum(after)) * UNIT

    @invariant()
    def only_forward(self) -> None:
        """A change has a higher revision, a step never comes back, and the end is the end."""
        before, session = self.last_seen, self.often
        assert (session.revision > before.revision) is (session != before)
        assert session.step >= before.step
        assert (session.ended_at is None) is session.active
        if not before.active:
            assert session == before
        if session.ended_at:
            assert session.started_at <= session.ended_at <= self.now
        self.last_seen = session


TestDialogue = Dialogue.TestCase
TestDialogue.settings = settings(max_examples=150, stateful_step_count=30)
