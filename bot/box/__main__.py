"""The process that opens one box and ends: `python -m bot.box`, started by `bot.box.opener`.

Reads an order on standard input and writes the result on standard output; the exit status says how
it went. It logs nothing and shows no error's own words, which could quote an answer.
"""

from __future__ import annotations

import os
import sys

from bot.box.exits import FAILED, UNREADABLE
from bot.box.hardening import die_with_parent, harden
from bot.errors import UnreadableBallot


def main() -> int:
    """Protect the process, before all else, then serve; return the exit status."""
    try:
        harden()
        die_with_parent()
        from bot.box.serving import serve

        serve(sys.stdin.buffer, sys.stdout.buffer)
    except UnreadableBallot:
        return UNREADABLE
    except BaseException:  # noqa: BLE001 - whatever it is, its words stay in here
        return FAILED
    return os.EX_OK


if __name__ == "__main__":
    # At once: nothing of Python's own end, which could still say something, is needed.
    os._exit(main())
