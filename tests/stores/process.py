"""What other processes do in the tests: `python -m tests.stores.process TASK DATABASE NUMBER`.

Prints "ready", waits for a line, and goes.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from subprocess import PIPE, Popen

from bot.domain.ballot import Ballot
from bot.stores.lock import DirectoryLock, Starting
from bot.stores.sqlite import SqliteStore
from tests.bounded import bounded
from tests.contracts.store_samples import ballot, team

ROOT = Path(__file__).parents[2]


def open_and_write(path: Path, number: int) -> None:
    """Open the database, perhaps a fresh one, write one team, close."""
    store = SqliteStore(path)
    store.write(lambda tx: tx.teams.save(team(f"t{number}")))
    store.close()


def answer_for_ever(path: Path, number: int) -> None:
    """Put ballots into round r1 from some threads; tell each number once it is acknowledged."""
    store = SqliteStore(path)

    def put(one: Ballot) -> None:
        store.write(lambda tx: tx.ballots.put("r1", one))

    def answer(thread: int) -> None:
        mine = thread
        while True:
            put(ballot(mine))
            sys.stdout.write(f"{mine}\n")
            sys.stdout.flush()
            mine += number

    with ThreadPoolExecutor(number) as pool:
        list(pool.map(answer, range(number)))


def hold_the_lock(path: Path, number: int) -> None:
    """Hold the lock of the directory until killed; tell when it is held."""
    DirectoryLock(path)
    sys.stdout.write("held\n")
    sys.stdout.flush()
    sys.stdin.read()


def come_in(path: Path, number: int) -> None:
    """Come in where several work; tell "first" or "next", and after a line "at work"."""
    while True:
        try:
            lock = DirectoryLock(path / "data", path / "keys", several=number > 1)
            break
        except Starting:
            tell("waiting")
            sys.stdin.readline()
    tell("first" if lock.first else "next")
    sys.stdin.readline()
    lock.begin()
    tell("at work")
    sys.stdin.read()


def tell(line: str) -> None:
    """Tell the test."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


TASKS: dict[str, Callable[[Path, int], None]] = {
    "open": open_and_write,
    "answer": answer_for_ever,
    "hold": hold_the_lock,
    "come in": come_in,
}


def start(task: str, path: Path, number: int) -> Popen[str]:
    """Start a process with the task and wait until it is ready."""
    command = [sys.executable, "-m", "tests.stores.process", task, str(path), str(number)]
    process = bounded(Popen(command, cwd=ROOT, stdin=PIPE, stdout=PIPE, text=True))
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def told(process: Popen[str]) -> str:
    """Wait for the next line of the process, and return it."""
    assert process.stdout is not None
    return process.stdout.readline().strip()


def go(process: Popen[str]) -> None:
    """Let a process that is ready begin."""
    assert process.stdin is not None
    process.stdin.write("go\n")
    process.stdin.flush()


if __name__ == "__main__":
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.readline()
    TASKS[sys.argv[1]](Path(sys.argv[2]), int(sys.argv[3]))
