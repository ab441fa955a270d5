"""One of several processes that look after occasions: `… several_occasions FOLDER CLOCK [MODE]`.

CLOCK is a time in ISO format. It does all that is due then, sends all that waits, and tells of each
step in a line.
"""

from __future__ import annotations

import secrets
import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from subprocess import PIPE, Popen

from bot.domain.plan import Occasion
from bot.services import agenda
from bot.services.deps import Deps
from bot.services.due import run_due, run_starts
from bot.services.outbox import send_pending
from bot.stores.sqlite.dues import DueRepository
from tests.bounded import bounded
from tests.fakes import FakeClock
from tests.services import several, simulation
from tests.services.world import FixedCatalogue

CARELESS = "careless"
"""The control: what was done is not marked, and announcements go by keys of its own."""


def run(deps: Deps, *, careless: bool) -> None:
    """Do what the clockwork does, until nothing is left to do now."""
    mine = secrets.token_hex(4)

    def own_key(occasion: Occasion) -> str:
        return f"occasion/{occasion.id}/{mine}"

    if careless:
        agenda.announcement = own_key
        DueRepository.done = lambda _dues, _due: True  # type: ignore[method-assign, assignment]
    while run_due(deps) + run_starts(deps) + send_pending(deps):
        several.tell("a round")


def start(folder: Path, at: datetime, *modes: str) -> Popen[str]:
    """Start a process."""
    command = [sys.executable, "-m", "tests.services.several_occasions"]
    given = [str(folder), at.isoformat(), *modes]
    return bounded(Popen([*command, *given], cwd=several.ROOT, stdin=PIPE, stdout=PIPE, text=True))


def deps_of(folder: Path, at: datetime) -> Deps:
    """Return the world of one process."""
    catalogue = FixedCatalogue((simulation.year(),))
    return replace(several.deps_of(folder, 0), clock=FakeClock(at), catalogue=catalogue)


if __name__ == "__main__":
    run(
        deps_of(Path(sys.argv[1]), datetime.fromisoformat(sys.argv[2])),
        careless=CARELESS in sys.argv[3:],
    )
