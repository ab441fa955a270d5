"""Another process of the same user gets nothing out of the memory in which answers are read.

Each attack is also made on the same program without its protection, and finds what it looks for.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from bot.box.opener import ROOT, ChildBoxOpener
from bot.box.wire import Order
from bot.domain.answers import Answers
from bot.domain.ballot import new_key
from tests.box.attack import FOUND, NOTHING, REFUSED
from tests.box.boxes import box
from tests.box.processes import SERVE

PATIENCE = 60
CANARY = "kanarie-i-minnet-9d2e"
CRASHES = ("SIGABRT", "SIGSEGV")

YAMA = Path("/proc/sys/kernel/yama/ptrace_scope")
CORE_PATTERN = Path("/proc/sys/kernel/core_pattern")


def _impossible() -> str:
    """Return why no attack could succeed here, empty where one can."""
    if sys.platform != "linux":
        return "only Linux lets a process look into another in this way"
    if YAMA.exists() and int(YAMA.read_text()) > 1:
        return "this system lets nobody but the administrator attach to any process"
    return ""


pytestmark = pytest.mark.skipif(bool(_impossible()), reason=_impossible())

REFUSALS = {
    "memory": REFUSED,
    "blind memory": REFUSED,
    "environment": REFUSED,
    "pipes": REFUSED,
    "attach": REFUSED,
    "dumped": NOTHING,
    "core file": NOTHING,
}
"""What comes of the attacks on a protected process."""

LOOKS = ("memory", "blind memory", "environment", "pipes", "attach")
"""The attacks that do not end the process."""

OPENER = ChildBoxOpener()
UNPROTECTED_BOX = ChildBoxOpener(program=("-c", SERVE)).command

BOT = (sys.executable, "-c", "from bot.cli import main; main()", "run", "--workspace")
UNPROTECTED_BOT = (
    *BOT[:2],
    "from bot import cli; cli.harden = lambda: None; cli.main()",
    *BOT[3:],
)
"""`aptbot run` as it is, and without its first line."""


def attacked(
    directory: Path,
    program: tuple[str, ...],
    crash: str,
    *,
    until: str,
    order: bytes = b"",
    environment: dict[str, str] | None = None,
) -> dict[str, str]:
    """Run the program and have it attacked once it has written `until`; return what came of it."""
    ended = subprocess.run(
        [sys.executable, "-m", "tests.box.attack", CANARY, crash, until, *program],
        input=order,
        cwd=directory,
        env={"PYTHONPATH": str(ROOT), **(environment or {})},
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr.decode()
    outcome: dict[str, str] = json.loads(ended.stdout)
    return outcome


def attacked_box(directory: Path, program: tuple[str, ...], crash: str) -> dict[str, str]:
    """Attack a process that has opened a box.

    The result does not fit the pipe that nobody reads on from: once its first sign is there, the
    process waits in the middle of writing, with the key and all answers in its memory.
    """
    key = new_key()
    given = [
        Answers(comment=f"{CANARY} {one} ".ljust(600, "."), verbatim=True) for one in range(400)
    ]
    sealed = tuple(box(key, given))
    order = Order(key=key, ballots=sealed, invited=400, threshold=6, quote_threshold=10)
    return attacked(directory, program, crash, until="{", order=order.model_dump_json().encode())


def attacked_bot(directory: Path, program: tuple[str, ...], crash: str) -> dict[str, str]:
    """Attack a bot that has started, with the canary among its settings."""
    environment = {
        "APTBOT_DATA_DIR": str(directory / "data"),
        "APTBOT_KEY_DIR": str(directory / "keys"),
        "APTBOT_PORT": "0",
        "APTBOT_LOG_LEVEL": "ERROR",
        "PYTHONUNBUFFERED": "1",
        "SLACK_SIGNING_SECRET": CANARY,
    }
    return attacked(directory, program, crash, until="http://", environment=environment)


@pytest.fixture
def dumps() -> None:
    """Skip where even an unprotected process would leave no dump."""
    if resource.getrlimit(resource.RLIMIT_CORE)[1] == 0:
        pytest.skip("core files are off for all that is started here")


@pytest.mark.parametrize("crash", CRASHES)
def test_open_box_is_out_of_reach(tmp_path: Path, crash: str) -> None:
    """The process that opens a box: nobody looks in, nobody attaches, no crash leaves a dump."""
    assert attacked_box(tmp_path, OPENER.command, crash) == REFUSALS
    assert list(tmp_path.iterdir()) == []


def test_unprotected_box_is_read(tmp_path: Path) -> None:
    """The attacks work: without the protection each finds the answers."""
    outcome = attacked_box(tmp_path, UNPROTECTED_BOX, "SIGABRT")
    assert {name: outcome[name] for name in LOOKS} == dict.fromkeys(LOOKS, FOUND)


@pytest.mark.parametrize("crash", CRASHES)
def test_unprotected_box_is_dumped(tmp_path: Path, crash: str, dumps: None) -> None:
    """A crash leaves the answers in a core file, or with whatever the system hands dumps to."""
    outcome = attacked_box(tmp_path, UNPROTECTED_BOX, crash)
    assert outcome["dumped"] == FOUND
    if CORE_PATTERN.read_text().startswith("core"):
        assert outcome["core file"] == FOUND


def test_running_bot_is_out_of_reach(tmp_path: Path) -> None:
    """The bot itself, which holds keys, tokens and answers for moments, is as closed."""
    assert attacked_bot(tmp_path, BOT, "SIGABRT") == REFUSALS


def test_unprotected_bot_is_read(tmp_path: Path) -> None:
    """The attacks on the bot work: without its first line they find what it holds."""
    outcome = attacked_bot(tmp_path, UNPROTECTED_BOT, "SIGABRT")
    assert {name: outcome[name] for name in LOOKS} == dict.fromkeys(LOOKS, FOUND)
