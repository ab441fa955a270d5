"""Keeping what is in this process's memory there: no core file, no other process that looks in."""

from __future__ import annotations

import ctypes
import os
import resource
import signal
import sys

PR_SET_PDEATHSIG = 1
PR_SET_DUMPABLE = 4
"""Numbers of <linux/prctl.h>."""


def harden() -> None:
    """Keep this process's memory from core files, crash reporters and the user's other processes.

    Everywhere no core file is written. On Linux the process is also made not dumpable: the limit
    on core files does not count where they are handed to a program (core(5)), and without the
    switch any process of the same user may attach to this one or read its memory, environment and
    open files. The administrator still may. macOS has no such switch: there it is the limit alone.

    Lasts until the process runs another program; the limit is inherited. Raises OSError.
    """
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        _prctl(PR_SET_DUMPABLE, 0)


def die_with_parent() -> None:
    """Have this process killed when the thread that started it ends. Linux only. Raises OSError."""
    if sys.platform == "linux":
        _prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def _prctl(option: int, value: int) -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    # All arguments after the first are unsigned long (prctl(2)).
    if libc.prctl(option, *map(ctypes.c_ulong, (value, 0, 0, 0))) != 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
