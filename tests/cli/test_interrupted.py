"""Ctrl+C while Python still reads the command line's own modules."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bounded import bounded

ROOT = Path(__file__).resolve().parents[2]
APTBOT = (sys.executable, "-X", "importtime", "-m", "bot")
"""With a line on standard error for each module, written when it has been read."""

HELD = "| bot.stopping\n"
"""Ends the line after which everything that takes time is imported."""

MOMENTS = (1, 2, 10, 100, 300, 500)
"""Numbers of modules, counted from there, that have been read when Ctrl+C comes."""


def interrupted(tmp_path: Path, after: int, *words: str) -> tuple[int, str]:
    """Run a command and interrupt it when so many modules have been read; its status, and words."""
    process = bounded(
        subprocess.Popen(
            [*APTBOT, *words],
            env={
                "APTBOT_DATA_DIR": str(tmp_path / "data"),
                "APTBOT_KEY_DIR": str(tmp_path / "keys"),
                "APTBOT_PORT": "0",
            },
            cwd=ROOT,
            text=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
    )
    assert process.stderr is not None
    with process.stderr as said:
        assert any(line.endswith(HELD) for line in said)
        for _ in range(after):
            assert next(said).startswith("import time:")
        process.send_signal(signal.SIGINT)
        rest = [line for line in said if not line.startswith("import time:")]
    return process.wait(), "".join(rest)


@pytest.mark.parametrize("after", MOMENTS)
def test_the_bot_ends_in_good_order(tmp_path: Path, after: int) -> None:
    """However early: no traceback, and the status of a bot that was told to stop."""
    status, said = interrupted(tmp_path, after, "run", "--workspace")
    assert "Traceback" not in said
    assert status == 0


@pytest.mark.parametrize("after", MOMENTS[:-2])
def test_another_command_is_broken_off(tmp_path: Path, after: int) -> None:
    """It does not go on to its end, and shows no traceback."""
    assert interrupted(tmp_path, after, "dialogues", "check") == (1, "\nAborted!\n")
