"""Every transition of a session, every refusal, and its times."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import FrozenInstanceError, replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.session import (
    LONGEST_PAUSE,
    Session,
    SessionState,
    cancel,
    checked_minutes,
    extend,
    next_step,
    pause,
    resume,
    stop,
    tick,
)
from bot.errors import AlreadyPaused, BadMinutes, NoSession, NotPaused, StepPassed
from tests.domain.builders import MANAGER, NOON, REF, script, session, step_minutes

Change = Callable[[Session], Session]
MINUTE = timedelta(minutes=1)
LATER = NOON + MINUTE


def test_start() -> None:
    """A session begins at its first step, which ends after its minutes."""
    begun = session((2, 13))
    assert begun == Session(
        id="s1",
        team_id="t1",
        theme=REF,
        theme_version=script((2, 13)).version,
        started_by=MANAGER,
        started_at=NOON,
        lengths=(2 * MINUTE, 13 * MINUTE),
        state=SessionState.RUNNING,
        step=0,
        step_ends_at=NOON + 2 * MINUTE,
        round_id="r1",
    )
    assert begun.active
    assert not begun.paused


def test_sessions_do_not_change() -> None:
    """A session is a frozen record: a change is a new one."""
    with pytest.raises(FrozenInstanceError):
        session().step = 1  # type: ignore[misc]  # the assignment that must fail


def test_next_step_gets_its_full_time() -> None:
    """Going on early gives the next step all of its minutes, from now."""
    after = next_step(session(), LATER)
    assert (after.step, after.step_ends_at, after.revision) == (1, LATER + 3 * MINUTE, 1)


def test_next_after_the_last_step_ends() -> None:
    """After the last step the dialogue is over, now."""
    last = next_step(session((15,)), LATER)
    assert (last.state, last.ended_at, last.step) == (SessionState.ENDED, LATER, 0)


def test_next_step_while_paused_runs() -> None:
    """`nästa` ends a pause."""
    after = next_step(pause(session(), NOON), LATER)
    assert (after.state, after.step, after.remaining) == (SessionState.RUNNING, 1, None)
    assert after.step_ends_at == LATER + 3 * MINUTE


def test_next_step_pressed_twice_counts_once() -> None:
    """The second press of the same button is told that the step has passed."""
    after = next_step(session(), LATER, expected=0)
    with pytest.raises(StepPassed):
        next_step(after, LATER, expected=0)


def test_pause_keeps_what_is_left() -> None:
    """A pause keeps the time that was left of the step, and resuming gives it back."""
    paused = pause(session(), NOON + timedelta(seconds=30))
    assert (paused.state, paused.remaining) == (SessionState.PAUSED, timedelta(seconds=90))
    assert paused.active
    assert paused.paused
    resumed = resume(paused, NOON + 10 * MINUTE)
    assert (resumed.state, resumed.remaining) == (SessionState.RUNNING, None)
    assert resumed.step_ends_at == NOON + 10 * MINUTE + timedelta(seconds=90)


def test_pause_of_a_step_that_is_over_leaves_nothing() -> None:
    """Time left is never below zero."""
    assert pause(session(), NOON + 3 * MINUTE).remaining == timedelta()


@pytest.mark.parametrize(("late", "active"), [(-1, True), (0, False), (1, False)])
def test_forgotten_pause_ends(late: int, active: bool) -> None:
    """A pause that nobody ends ends the dialogue at the longest pause, not when it is noticed."""
    limit = LATER + LONGEST_PAUSE
    after = tick(pause(session(), LATER), limit + timedelta(seconds=late))
    assert after.active is active
    assert after.ended_at == (None if active else limit)


def test_extend_moves_all_that_remains() -> None:
    """More minutes for the present step move its end and those of the steps after it."""
    before = session((2, 3, 10))
    after = extend(before, 5)
    assert after.lengths[0] == 7 * MINUTE
    assert after.ends() == tuple(end + 5 * MINUTE for end in before.ends() if end)


def test_extend_while_paused() -> None:
    """More minutes in a pause are there when it ends; the pause itself gets no longer."""
    paused = pause(session(), LATER)
    after = extend(paused, 5)
    assert (after.remaining, after.step_ends_at) == (6 * MINUTE, paused.step_ends_at)


@pytest.mark.parametrize("minutes", [-1, 0, 31])
def test_extend_out_of_range(minutes: int) -> None:
    """Minutes out of the range are refused, and the range is told."""
    with pytest.raises(BadMinutes) as caught:
        extend(session(), minutes)
    assert caught.value.params == {"low": 1, "high": 30}


@pytest.mark.parametrize("minutes", [1, 30])
def test_checked_minutes(minutes: int) -> None:
    """The ends of the range are in it."""
    assert checked_minutes(minutes) == minutes


@pytest.mark.parametrize(
    ("finish", "state"), [(stop, SessionState.ENDED), (cancel, SessionState.CANCELLED)]
)
@pytest.mark.parametrize("before", [session(), pause(session(), NOON)], ids=["running", "paused"])
def test_finish(
    before: Session, finish: Callable[[Session, datetime], Session], state: SessionState
) -> None:
    """A dialogue can be stopped or cancelled at any time, running or paused."""
    after = finish(before, LATER)
    assert (after.state, after.ended_at, after.remaining) == (state, LATER, None)
    assert not after.active
    assert set(after.ends()) == {None}


CHANGES: dict[str, Change] = {
    "next": lambda s: next_step(s, LATER),
    "pause": lambda s: pause(s, LATER),
    "resume": lambda s: resume(s, LATER),
    "extend": lambda s: extend(s, 5),
    "stop": lambda s: stop(s, LATER),
    "cancel": lambda s: cancel(s, LATER),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
@pytest.mark.parametrize("finish", [stop, cancel])
def test_nothing_moves_after_the_end(
    finish: Callable[[Session, datetime], Session], change: Change
) -> None:
    """After the end every command is refused."""
    over = finish(session(), NOON)
    with pytest.raises(NoSession):
        change(over)
    assert tick(over, NOON + timedelta(days=400)) is over


def test_no_second_pause() -> None:
    """A paused dialogue can't be paused."""
    with pytest.raises(AlreadyPaused):
        pause(pause(session(), NOON), LATER)


def test_no_second_resume() -> None:
    """A running dialogue can't be resumed."""
    with pytest.raises(NotPaused):
        resume(session(), NOON)


@pytest.mark.parametrize(
    ("away", "step"), [(0, 0), (119, 0), (120, 1), (299, 1), (300, 2), (540, 3), (899, 3)]
)
def test_tick_after_time_away(away: int, step: int) -> None:
    """After a time away (seconds) the step is the one that the plan says, with its planned end."""
    after = tick(session(), NOON + timedelta(seconds=away))
    assert (after.step, after.revision) == (step, step)
    assert after.ends()[-1] == NOON + 15 * MINUTE


@given(step_minutes(), st.integers(0, 10_000_000), st.integers(1, 30))
def test_the_end_is_as_planned(minutes: tuple[int, ...], late: int, more: int) -> None:
    """Left alone a dialogue ends after fifteen minutes and what was added, however late noticed."""
    begun = session(minutes)
    over = begun.started_at + 15 * MINUTE
    assert tick(begun, over + timedelta(seconds=late)).ended_at == over
    over += more * MINUTE
    assert tick(extend(begun, more), over + timedelta(seconds=late)).ended_at == over


@given(st.timedeltas(timedelta(), timedelta(days=7000)))
def test_fifteen_minutes_are_fifteen_minutes(later: timedelta) -> None:
    """No date makes a dialogue shorter or longer."""
    now = NOON + later
    begun = session(now=now)
    assert begun.ends()[-1] == now + 15 * MINUTE
    assert tick(begun, now + 15 * MINUTE - timedelta(microseconds=1)).active
    assert not tick(begun, now + 15 * MINUTE).active


def test_night_of_the_clock_change() -> None:
    """When the clocks go back in Stockholm, a dialogue still takes fifteen minutes."""
    stockholm = ZoneInfo("Europe/Stockholm")
    begun = session(now=datetime(2026, 10, 25, 0, 50, tzinfo=UTC))
    over = datetime(2026, 10, 25, 1, 5, tzinfo=UTC)
    assert tick(begun, begun.started_at + timedelta(days=1)).ended_at == over
    walls = [moment.astimezone(stockholm) for moment in (begun.started_at, over)]
    assert [f"{wall:%H:%M}" for wall in walls] == ["02:50", "02:05"]


@pytest.mark.parametrize("zone", [None, ZoneInfo("Europe/Stockholm")], ids=["naive", "local"])
def test_only_utc(zone: ZoneInfo | None) -> None:
    """A local or a naive time is refused: adding minutes to it may be an hour wrong."""
    wrong = datetime(2026, 10, 25, 2, 50, tzinfo=zone)
    with pytest.raises(ValueError, match="not in UTC"):
        session(now=wrong)
    with pytest.raises(ValueError, match="not in UTC"):
        replace(session(), ended_at=wrong)
