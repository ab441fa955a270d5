"""The clockwork: APScheduler gives the beat, the database says what is due.

APScheduler keeps no jobs of ours: its own stores fire twice or drop jobs when processes share
them or sleep. Every beat only wakes two threads, one that does what is due and one that sends
what waits; both also wake when a service says that there is something to do.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from datetime import UTC

from apscheduler.schedulers.background import BackgroundScheduler

from bot.errors import origin

BEAT_SECONDS = 1
AFTER_FAILURE_SECONDS = 5
PATIENCE_SECONDS = 150.0
"""How long what is under way is waited for at a stop. Nothing that is well takes this long: a box
20 s, a message 30, a language model 120. What is left is done at the next start, as after a kill.
"""

log = logging.getLogger(__name__)


class Pump:
    """A thread that does `work` until it returns 0, each time it is woken."""

    def __init__(self, name: str, work: Callable[[], int]) -> None:
        """Prepare the thread; it starts with `start`."""
        self._work = work
        self._wake = threading.Event()
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)

    def start(self) -> None:
        """Start, with a first look at what there is to do."""
        self._wake.set()
        self._thread.start()

    def wake(self) -> None:
        """Have a look soon."""
        self._wake.set()

    def halt(self) -> None:
        """Begin nothing more; returns at once."""
        self._stop.set()
        self._wake.set()

    def stop(self) -> None:
        """Finish what is under way and stop; what does not come to its end is left."""
        self.halt()
        if self._thread.ident is not None:
            self._thread.join(PATIENCE_SECONDS)
        if self._thread.is_alive():
            log.warning("%s does not come to its end and is left", self._thread.name)

    def _run(self) -> None:
        while not self._stop.is_set():
            self._wake.wait()
            self._wake.clear()
            try:
                while not self._stop.is_set() and self._work():
                    pass
            except Exception as problem:  # noqa: BLE001 - the thread must live; it tries again
                log.error("%s failed: %s", self._thread.name, origin(problem))
                self._stop.wait(AFTER_FAILURE_SECONDS)


class Clockwork:
    """Wakes the pumps once a second, and whenever it is told to."""

    def __init__(self, pumps: tuple[Pump, ...]) -> None:
        """Prepare the beat; it starts with `start`."""
        self._pumps = pumps
        self._scheduler = BackgroundScheduler(timezone=UTC)
        self._scheduler.add_job(
            self.wake,
            "interval",
            seconds=BEAT_SECONDS,
            max_instances=1,
            coalesce=True,
            misfire_grace_time=None,
        )

    def start(self) -> None:
        """Start the pumps and the beat."""
        for pump in self._pumps:
            pump.start()
        self._scheduler.start()

    def wake(self) -> None:
        """Wake the pumps between two beats."""
        for pump in self._pumps:
            pump.wake()

    def halt(self) -> None:
        """Begin nothing more; returns at once, while what is under way goes on."""
        for pump in self._pumps:
            pump.halt()

    def stop(self) -> None:
        """Stop the beat and the pumps; also when something failed before they had started.

        All finish what they are at together, so that it takes no longer than the slowest.
        """
        self.halt()
        if self._scheduler.running:
            self._scheduler.shutdown(wait=True)
        for pump in self._pumps:
            pump.stop()
