"""The process that opens a box, seen from outside: what it is given, and when it ends."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from bot.box.exits import FAILED, UNREADABLE
from bot.box.opener import ROOT, ChildBoxOpener
from bot.box.wire import Order
from bot.domain.ballot import new_key
from bot.domain.disclosure import Result
from bot.workspace.polling import wait_until
from tests.bounded import bounded
from tests.box.boxes import answers, box, round_
from tests.box.processes import (
    PATIENCE,
    PAUSED,
    PROTECT,
    SERVE,
    STOP,
    Seen,
    alive,
    children,
    command,
    environment,
    needs_proc,
    open_files,
)

KEY = new_key()
TOKEN = "xoxb-kanarie-token"


@pytest.fixture
def secret_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let this process have what the bot has in its environment."""
    monkeypatch.setenv("SLACK_BOT_TOKEN", TOKEN)
    monkeypatch.setenv("APTBOT_KEY_DIR", "/kanarie")


def stopped(parent: int | None = None) -> Seen:
    """Wait for the child that stands still."""
    return wait_until(lambda: children(parent, "T"), PATIENCE, "no child stands still")[0]


@contextmanager
def opening() -> Iterator[int]:
    """Open a box in a process that stands still with the open box in its memory; give its pid."""
    with ThreadPoolExecutor(1) as pool:
        result = pool.submit(PAUSED, KEY, box(KEY, answers(12)), round_())
        child = stopped()
        try:
            yield child.pid
        finally:
            os.kill(child.pid, signal.SIGCONT)
        given = result.result(PATIENCE)
    assert isinstance(given, Result)
    assert given.answered == 12


@needs_proc
def test_environment_is_almost_empty(secret_environment: None) -> None:
    """No token and no setting reaches the process; all it is told is where the package lies."""
    with opening() as pid:
        assert environment(pid) == f"PYTHONPATH={ROOT}\0".encode()


@needs_proc
def test_ordinary_child_would_inherit_the_token(secret_environment: None) -> None:
    """The check above can fail: a child that is started as usual has the token."""
    with bounded(subprocess.Popen([sys.executable, "-c", STOP])) as process:
        found = environment(stopped().pid)
        process.kill()
    assert TOKEN.encode() in found


@needs_proc
def test_command_line_tells_nothing() -> None:
    """The command line is readable by everybody on the machine: it holds fixed words only."""
    with opening() as pid:
        assert command(pid) == list(PAUSED.command)
    real = ChildBoxOpener().command
    assert [word for word in real if word != "-B"] == [sys.executable, "-P", "-m", "bot.box"]


@needs_proc
def test_two_pipes_are_all_that_is_open(tmp_path: Path) -> None:
    """Nothing but the pipes to the bot and the void is open: no file, no database, no socket.

    A file that the bot has open reaches a careless child, which shows that the check can fail.
    """
    with (tmp_path / "open.txt").open("w") as held:
        os.set_inheritable(held.fileno(), True)
        with opening() as pid:
            files = open_files(pid)
        with bounded(subprocess.Popen([sys.executable, "-c", STOP], close_fds=False)) as careless:
            found = open_files(stopped().pid)
            careless.kill()
    assert str(tmp_path / "open.txt") in found.values()
    assert set(files) == {0, 1, 2}
    assert files[0].startswith("pipe:")
    assert files[1].startswith("pipe:")
    assert files[2] == "/dev/null"


@pytest.mark.parametrize("here", ["elsewhere", "trap"])
def test_works_wherever_the_bot_was_started(
    here: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The package is found from any directory, and what lies there is never imported."""
    if here == "trap":
        for name in ("json.py", "bot.py", "pydantic.py"):
            (tmp_path / name).write_text("raise SystemExit(9)\n")
    monkeypatch.chdir(tmp_path)
    assert ChildBoxOpener()(KEY, box(KEY, answers(6)), round_()) is not None


BOT = """
import sys
from bot.box.opener import ChildBoxOpener
from bot.domain.ballot import new_key
from tests.box.boxes import answers, box, round_
key = new_key()
ChildBoxOpener(600, ("-c", sys.argv[1]))(key, box(key, answers(6)), round_())
"""


@needs_proc
@pytest.mark.parametrize("protection", [PROTECT, "pass"])
def test_process_dies_with_the_bot(protection: str) -> None:
    """The bot is killed in the middle of an opening: the box does not stay open in a memory.

    Without its protection the process lives on, which shows that the check can fail.
    """
    script = f"{protection}; {SERVE}; {STOP}"
    bot = bounded(subprocess.Popen([sys.executable, "-c", BOT, script], cwd=ROOT))
    child = stopped(bot.pid)
    bot.kill()
    bot.wait(PATIENCE)
    try:
        if protection == PROTECT:
            wait_until(lambda: not alive(child.pid), PATIENCE, "the process lives on")
        else:
            assert alive(child.pid)
    finally:
        with suppress(ProcessLookupError):
            os.kill(child.pid, signal.SIGKILL)


def run(order: bytes) -> subprocess.CompletedProcess[bytes]:
    """Run the real program by hand with this order."""
    opener = ChildBoxOpener()
    return subprocess.run(
        opener.command,
        input=order,
        env=opener.environment,
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )


def order(threshold: int = 6, key: bytes = KEY) -> bytes:
    """Return an order for a box of seven."""
    ballots = tuple(box(KEY, answers(7, "kanarie")))
    return (
        Order(key=key, ballots=ballots, invited=12, threshold=threshold, quote_threshold=6)
        .model_dump_json()
        .encode()
    )


def test_program_says_nothing_but_the_result() -> None:
    """A whole order gives status 0 and a result; nothing is on standard error."""
    ended = run(order())
    assert (ended.returncode, ended.stderr) == (os.EX_OK, b"")
    assert b"kanarie 6" in ended.stdout


@pytest.mark.parametrize(
    ("given", "status"),
    [
        (b"", FAILED),
        (b"kanarie", FAILED),
        (order()[:-1], FAILED),
        (order(threshold=8), FAILED),
        (order(key=new_key()), UNREADABLE),
    ],
    ids=["nothing", "nonsense", "cut-short", "too-few", "another-key"],
)
def test_program_fails_without_a_word(given: bytes, status: int) -> None:
    """Whatever goes wrong, only the exit status tells; a cut order is never counted in part."""
    ended = run(given)
    assert (ended.returncode, ended.stdout, ended.stderr) == (status, b"", b"")


def test_program_is_protected_before_it_reads() -> None:
    """What can't be protected opens nothing: it takes no order, and imports nothing more."""
    refused = (
        "from bot.box import __main__ as program\n"
        "def harden(): raise OSError(1, 'kanarie')\n"
        "program.harden = harden\n"
        "status = program.main()\n"
        "import os, sys; left = len(sys.stdin.buffer.read())\n"
        "print(status, left, 'pydantic' in sys.modules)"
    )
    ended = subprocess.run(
        ChildBoxOpener(program=("-c", refused)).command,
        input=order(),
        env=ChildBoxOpener().environment,
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )
    assert ended.stdout.decode().split() == [str(FAILED), str(len(order())), "False"]
    assert ended.stderr == b""


def test_core_limit_is_zero() -> None:
    """The protection sets both limits on core files to nothing, so that none can be raised."""
    say = "import resource; print(resource.getrlimit(resource.RLIMIT_CORE))"
    limits = [
        subprocess.check_output(
            [sys.executable, "-c", f"{first}; {say}"], cwd=ROOT, text=True, timeout=PATIENCE
        ).strip()
        for first in ("pass", PROTECT)
    ]
    assert limits == [str(resource.getrlimit(resource.RLIMIT_CORE)), "(0, 0)"]
