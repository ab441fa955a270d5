"""Being told to stop: by Ctrl+C, or by SIGTERM."""

from __future__ import annotations

import os
import signal
import sys
import threading
from contextlib import suppress

SIGNALS = {signal.SIGINT, signal.SIGTERM}
SECONDS_BETWEEN = 1
STDERR = 2
KILLED = 130
"""The exit status of a process that was interrupted."""


def hold_signals() -> None:
    """Let the signals wait until `when_told_to_stop` or `release_signals` takes them.

    To be called before anything that may start a thread is imported, as numerical libraries do: a
    signal goes to any thread that does not hold it back, and would end the process there and then.
    """
    signal.pthread_sigmask(signal.SIG_BLOCK, SIGNALS)


def release_signals() -> None:
    """Let the signals do what they do to any command, at once if one has come meanwhile."""
    signal.pthread_sigmask(signal.SIG_UNBLOCK, SIGNALS)


def when_told_to_stop(patience: str) -> threading.Event:
    """Return what is set at the first Ctrl+C or SIGTERM; a later one ends the process at once.

    `patience` is said when the end lets wait for itself, as when a call to Slack gets no answer.

    That is as safe as a power cut: everything acknowledged is on the disk. The signals are waited
    for in a thread: a handler would run inside of whatever the main thread does, and could wait
    for a lock that the main thread holds.
    """
    stopping = threading.Event()
    # Written past Python's own buffers: their lock must be free when the process ends meanwhile.
    said = f"{patience}\n".encode(sys.stderr.encoding, "replace")

    def wait() -> None:
        signal.sigwait(SIGNALS)
        stopping.set()
        # One Ctrl+C may arrive twice, from the terminal and from make.
        signal.sigtimedwait(SIGNALS, SECONDS_BETWEEN)
        with suppress(OSError):  # nobody may be reading any more
            os.write(STDERR, said)
        signal.sigwait(SIGNALS)
        os._exit(KILLED)

    threading.Thread(target=wait, name="signals", daemon=True).start()
    return stopping
