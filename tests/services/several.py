"""One of several processes: `python -m tests.services.several TASK FOLDER CLOCK [MODE…]`.

CLOCK is how many seconds its clock is ahead of the others'. Each line that it prints tells of one
more step, so that a test can kill it at any of them.
"""

from __future__ import annotations

import secrets
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from pathlib import Path
from subprocess import PIPE, Popen

from bot.domain.due import Due, DueKind
from bot.ports import Outgoing, Tx
from bot.services.deps import Deps, Terms
from bot.services.due import LEASE
from bot.services.outbox import send_pending
from bot.stores.sqlite import SqliteStore
from bot.views.model import Note
from tests.bounded import bounded
from tests.fakes import FakeClock, FakePlatform, InProcessBox, MemoryKeyVault

MODES = frozenset(sys.argv[4:])
ROOT = Path(__file__).parents[2]
BATCH = 10
CONVERSATIONS = 60
DATABASE = "aptbot.sqlite3"

CARELESS = "careless"
"""The control: what another has taken since is done all the same, and leases are freed."""

HESITANT = "hesitant"
"""Waits for a line at each step that it has told of."""


@dataclass
class NoDialogues:
    """A catalogue that nobody asks; mirrors `bot.ports.Catalogue`."""

    def programmes(self) -> tuple[()]:
        """Return none."""
        return ()


@dataclass
class FilePlatform(FakePlatform):
    """A chat in which what was posted stands in a file that is only ever added to."""

    file: Path = Path()

    def post(self, message: Outgoing) -> str:
        """Add the message to the file."""
        tell(f"posting {message.key}")
        with self.file.open("ab", buffering=0) as file:
            file.write(f"{message.key}\n".encode())
        tell(f"posted {message.key}")
        return message.key

    def update(self, message: Outgoing) -> None:
        """Leave what stands as it is."""
        tell(f"updated {message.key}")

    def find(self, message: Outgoing) -> str:
        """Return the key when the message stands."""
        return message.key if message.key in posted(self.file.parent) else ""


def posted(folder: Path) -> list[str]:
    """Return the keys of what was posted, in order."""
    file = folder / "chat"
    return file.read_text().splitlines() if file.exists() else []


def tell(line: str) -> None:
    """Tell the test of a step."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
    if HESITANT in MODES:
        sys.stdin.readline()


def do_dues(deps: Deps) -> None:
    """Do all that is due, each with an effect that would show if it was done twice."""
    while claimed := deps.store.write(partial(_claim, deps)):
        for due in claimed:
            tell(f"took {due.key}")
            deps.store.write(partial(_effect, due))
            tell(f"did {due.key}")


def _claim(deps: Deps, tx: Tx) -> tuple[Due, ...]:
    now = deps.clock.now()
    return tx.dues.claim(DueKind, now, now + LEASE, BATCH)


def _effect(due: Due, tx: Tx) -> None:
    if tx.dues.done(due) or CARELESS in MODES:
        where = f"C{due.key[-1]}"
        tx.messages.want(f"{due.key}/{secrets.token_hex(8)}", "T1", where, Note(text="hej"))


def send_all(deps: Deps) -> None:
    """Send all that waits; a careless one frees what others are sending first."""
    if CARELESS in MODES:
        deps.store.write(lambda tx: tx.messages.release())
    while send_pending(deps):
        pass


TASKS: dict[str, Callable[[Deps], None]] = {"dues": do_dues, "messages": send_all}


def deps_of(folder: Path, ahead: float) -> Deps:
    """Return the world of one process."""
    clock = FakeClock()
    clock.pass_by(seconds=ahead)
    return Deps(
        clock=clock,
        store=SqliteStore(folder / DATABASE, patience=60),
        vault=MemoryKeyVault(),
        catalogue=NoDialogues(),
        platform=FilePlatform(file=folder / "chat"),
        open_box=InProcessBox(),
        terms=Terms(),
        wake=lambda: None,
    )


def start(task: str, folder: Path, ahead: timedelta = timedelta(), *modes: str) -> Popen[str]:
    """Start a process with the task."""
    given = [task, str(folder), str(ahead.total_seconds()), *modes]
    command = [sys.executable, "-m", "tests.services.several", *given]
    return bounded(Popen(command, cwd=ROOT, stdin=PIPE, stdout=PIPE, text=True))


if __name__ == "__main__":
    TASKS[sys.argv[1]](deps_of(Path(sys.argv[2]), float(sys.argv[3])))
