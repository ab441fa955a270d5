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
from bot.stores.lock import DirectoryLock
from bot.stores.sqlite import SqliteStore
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


TASKS: dict[str, Callable[[Path, int], None]] = {
    "open": open_and_write,
    "answer": answer_for_ever,
    "hold": hold_the_lock,
}


def start(task: str, path: Path, number: int) -> Popen[str]:
    """Start a process with the task and wait until it is ready."""
    command = [sys.executable, "-m", "tests.stores.process", task, str(path), str(number)]
    process = Popen(command, cwd=ROOT, stdin=PIPE, stdout=PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


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
