"""Looking at processes from outside, as any process of the same user can (Linux: /proc)."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.box.opener import ChildBoxOpener

PROC = Path("/proc")
PATIENCE = 15.0
"""Seconds until a test gives up waiting; nothing waits this long when all is well."""

needs_proc = pytest.mark.skipif(sys.platform != "linux", reason="only Linux shows it in /proc")

SERVE = "from bot.box.serving import serve; import sys; serve(sys.stdin.buffer, sys.stdout.buffer)"
"""The work of the real program without its protection, so that a test can look inside."""

STOP = "import os, signal; os.kill(os.getpid(), signal.SIGSTOP)"
"""Stands still, with all that is in memory, until it is told to go on."""

PAUSED = ChildBoxOpener(PATIENCE, ("-c", f"{SERVE}; {STOP}"))
"""Opens the box, and stands still before it ends."""

PROTECT = "from bot.box.hardening import die_with_parent, harden; harden(); die_with_parent()"

SLEEPS = ChildBoxOpener(0.2, ("-c", "import time; time.sleep(600)"))
"""Is given too little time."""

DIES = ChildBoxOpener(PATIENCE, ("-c", "import os, signal; os.kill(os.getpid(), signal.SIGKILL)"))
"""Is killed from outside, as by a machine that runs out of memory."""


@dataclass(frozen=True)
class Seen:
    """A process as `/proc/PID/stat` tells of it."""

    pid: int
    state: str
    parent: int


def children(parent: int | None = None, states: str = "RSDTt") -> list[Seen]:
    """Return the living children of a process (this one) that are in one of the states."""
    parent = os.getpid() if parent is None else parent
    seen = [_seen(path) for path in PROC.glob("[0-9]*/stat")]
    return [one for one in seen if one and one.parent == parent and one.state in states]


def alive(pid: int) -> bool:
    """Whether the process is there and is no zombie."""
    seen = _seen(PROC / str(pid) / "stat")
    return seen is not None and seen.state not in "ZX"


def environment(pid: int) -> bytes:
    """Return the environment that the process was started with."""
    return (PROC / str(pid) / "environ").read_bytes()


def command(pid: int) -> list[str]:
    """Return the process's command line."""
    return (PROC / str(pid) / "cmdline").read_text().rstrip("\0").split("\0")


def open_files(pid: int) -> dict[int, str]:
    """Return what each open file descriptor of the process leads to."""
    return {int(path.name): str(path.readlink()) for path in (PROC / str(pid) / "fd").iterdir()}


def _seen(stat: Path) -> Seen | None:
    try:
        pid, rest = stat.read_text("utf-8", "replace").split(" (", 1)
    except (FileNotFoundError, ProcessLookupError):
        return None
    state, parent = rest.rpartition(") ")[2].split()[:2]
    return Seen(int(pid), state, int(parent))
