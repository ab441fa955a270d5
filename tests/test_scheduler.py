"""The clockwork: it wakes who works, survives their failures, and stops when told."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import pytest

from bot import scheduler
from bot.scheduler import Clockwork, Pump

WAIT = 20.0
"""Seconds after which a test gives up; nothing here is expected to take that long."""

CANARY = "kanariefågeln i felet"


def open_door() -> threading.Event:
    """Return what holds nobody back."""
    door = threading.Event()
    door.set()
    return door


@dataclass
class Work:
    """Something to do, so many times after each delivery; tells when it has looked.

    It tells when it is `inside` of what it does, and does not come out before it is `let_go`.
    """

    waiting: int = 0
    looks: int = 0
    fail: int = 0
    inside: threading.Event = field(default_factory=threading.Event)
    let_go: threading.Event = field(default_factory=open_door)
    _changed: threading.Condition = field(default_factory=threading.Condition)

    def __call__(self) -> int:
        """Do one thing, or nothing, or fail."""
        with self._changed:
            self.looks += 1
            self._changed.notify_all()
            if self.fail:
                self.fail -= 1
                raise RuntimeError(CANARY)
            done = min(self.waiting, 1)
            self.waiting -= done
        self.inside.set()
        assert self.let_go.wait(WAIT)
        return done

    def deliver(self, count: int) -> None:
        """Bring more to do."""
        with self._changed:
            self.waiting += count

    def until(self, condition: Callable[[], bool]) -> None:
        """Wait until the condition holds; it is looked at after every look."""
        with self._changed:
            assert self._changed.wait_for(condition, WAIT)


@contextmanager
def pumping(work: Callable[[], int]) -> Iterator[Pump]:
    """Run a pump over the work."""
    pump = Pump("test-pump", work)
    pump.start()
    try:
        yield pump
    finally:
        pump.stop()


def alive() -> set[str]:
    """Return the names of the threads."""
    return {thread.name for thread in threading.enumerate()}


def test_pump_looks_at_its_start() -> None:
    """What waits when the bot starts is done without anybody calling."""
    work = Work(waiting=3)
    with pumping(work):
        work.until(lambda: work.waiting == 0)


def test_pump_works_until_nothing_is_left() -> None:
    """One call is enough for many things; afterwards one more look finds nothing."""
    work = Work()
    with pumping(work) as pump:
        work.until(lambda: work.looks == 1)
        work.deliver(50)
        pump.wake()
        work.until(lambda: work.looks == 52)
        assert work.waiting == 0


def test_pump_does_not_run_in_circles() -> None:
    """With nothing to do the pump sleeps: it looks no oftener than it is called."""
    work = Work()
    with pumping(work) as pump:
        for calls in range(1, 6):
            work.until(lambda calls=calls: work.looks >= calls)  # type: ignore[misc]
            pump.wake()
        work.until(lambda: work.looks == 6)
        threading.Event().wait(0.05)  # a pump in a circle would look thousands of times
        assert work.looks == 6


def test_call_while_working_is_not_lost() -> None:
    """What is delivered while the pump is busy is seen when it has finished."""
    work = Work(let_go=threading.Event())
    with pumping(work) as pump:
        assert work.inside.wait(WAIT)
        work.deliver(1)
        pump.wake()
        work.let_go.set()
        work.until(lambda: work.waiting == 0)


def test_pump_survives_what_it_does(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A failure is logged without its words; the thread lives and works at the next call."""
    monkeypatch.setattr(scheduler, "AFTER_FAILURE_SECONDS", 0)
    work = Work(waiting=1, fail=2)
    with caplog.at_level(logging.DEBUG), pumping(work) as pump:
        for looks in (1, 2):
            work.until(lambda looks=looks: work.looks >= looks)  # type: ignore[misc]
            pump.wake()
        work.until(lambda: work.waiting == 0)
    assert caplog.text.count("test-pump failed: RuntimeError at scheduler.py:") == 2
    assert CANARY not in caplog.text


def test_pump_rests_after_a_failure() -> None:
    """After a failure the pump waits a while, however often it is called meanwhile."""
    work = Work(fail=10**6)
    with pumping(work) as pump:
        work.until(lambda: work.looks == 1)
        for _ in range(100):
            pump.wake()
        threading.Event().wait(0.05)
        assert work.looks == 1


def test_stop_interrupts_the_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stopping does not wait for the rest after a failure to be over."""
    monkeypatch.setattr(scheduler, "AFTER_FAILURE_SECONDS", 1000)
    monkeypatch.setattr(scheduler, "PATIENCE_SECONDS", WAIT)
    work = Work(fail=1)
    with pumping(work):
        work.until(lambda: work.looks == 1)
    assert "test-pump" not in alive()


def stopped_at_work() -> tuple[Work, Pump, threading.Thread]:
    """Return work that is going on, its pump, and the thread in which that is told to stop."""
    work = Work(waiting=5, let_go=threading.Event())
    pump = Pump("test-pump", work)
    pump.start()
    assert work.inside.wait(WAIT)
    stopping = threading.Thread(target=pump.stop, daemon=True)
    stopping.start()
    return work, pump, stopping


def test_stop_finishes_what_is_under_way() -> None:
    """Stopping waits for the thing being done, and begins no other."""
    work, pump, stopping = stopped_at_work()
    assert pump._stop.wait(WAIT)
    work.let_go.set()
    stopping.join(WAIT)
    assert not stopping.is_alive()
    assert (work.looks, work.waiting) == (1, 4)


def test_stop_leaves_what_never_ends(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """A disk or a server that never answers does not keep the bot from stopping; the log tells."""
    monkeypatch.setattr(scheduler, "PATIENCE_SECONDS", 0.01)
    work, pump, stopping = stopped_at_work()
    stopping.join(WAIT)
    assert not stopping.is_alive()
    assert "test-pump does not come to its end" in caplog.text
    work.let_go.set()
    pump._thread.join(WAIT)
    assert (pump._thread.is_alive(), work.looks) == (False, 1)


def test_pumps_finish_together() -> None:
    """All pumps are told to stop before any is waited for: the slow ones take no turns."""
    let_go = threading.Event()
    works = [Work(waiting=5, let_go=let_go) for _ in range(2)]
    pumps = tuple(Pump(f"test-pump-{number}", work) for number, work in enumerate(works))
    for pump in pumps:
        pump.start()
    for work in works:
        assert work.inside.wait(WAIT)
    stopping = threading.Thread(target=Clockwork(pumps).stop, daemon=True)
    stopping.start()
    for pump in pumps:
        assert pump._stop.wait(WAIT)
    let_go.set()
    stopping.join(WAIT)
    assert not stopping.is_alive()
    assert [work.waiting for work in works] == [4, 4]


def test_stop_without_a_start_is_no_error() -> None:
    """A bot that fails on its way up can still be stopped, and twice."""
    pump = Pump("test-pump", Work())
    clockwork = Clockwork((pump,))
    clockwork.stop()
    clockwork.stop()


def test_clockwork_beats(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without any call from outside the pumps look again and again."""
    monkeypatch.setattr(scheduler, "BEAT_SECONDS", 0.02)
    first, second = Work(), Work()
    clockwork = Clockwork((Pump("pump-1", first), Pump("pump-2", second)))
    clockwork.start()
    try:
        for work in (first, second):
            work.until(lambda work=work: work.looks >= 4)  # type: ignore[misc]
    finally:
        clockwork.stop()
    assert not {"pump-1", "pump-2"} & alive()


def test_clockwork_wakes_between_beats(monkeypatch: pytest.MonkeyPatch) -> None:
    """A service that has something to show does not wait for the next beat."""
    monkeypatch.setattr(scheduler, "BEAT_SECONDS", 3600)
    work = Work()
    clockwork = Clockwork((Pump("test-pump", work),))
    clockwork.start()
    try:
        work.until(lambda: work.looks == 1)
        clockwork.wake()
        work.until(lambda: work.looks == 2)
    finally:
        clockwork.stop()


def test_clockwork_goes_on_when_one_pump_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pump that always fails does not stop the other, nor the beat."""
    monkeypatch.setattr(scheduler, "BEAT_SECONDS", 0.02)
    monkeypatch.setattr(scheduler, "AFTER_FAILURE_SECONDS", 0.02)
    failing, working = Work(fail=10**6), Work()
    clockwork = Clockwork((Pump("failing", failing), Pump("working", working)))
    clockwork.start()
    try:
        working.until(lambda: working.looks >= 3)
        failing.until(lambda: failing.looks >= 3)
    finally:
        clockwork.stop()


def test_beat_is_about_a_second() -> None:
    """A step's end is seen within a second: late enough to be cheap, soon enough for a room."""
    assert scheduler.BEAT_SECONDS == 1
