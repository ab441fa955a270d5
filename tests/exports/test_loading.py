"""What is loaded only when a file is made, so that the bot starts sooner."""

from __future__ import annotations

import subprocess
import sys

import pytest

LATE = ["PIL", "fontTools", "fpdf"]
"""What draws the report, and what that brings along."""


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("import bot.bootstrap", []),
        ("import bot.exports.report", LATE),  # control: it is what would bring them
    ],
)
def test_bot_starts_without_what_draws_reports(code: str, expected: list[str]) -> None:
    """A report of fpdf's costs a quarter of the start, and most bots make one a year."""
    told = f"import sys; {code}; print(*sorted(sys.modules.keys() & {set(LATE)}))"
    done = subprocess.run(
        [sys.executable, "-c", told], capture_output=True, check=True, text=True, timeout=60
    )
    assert done.stdout.split() == expected
