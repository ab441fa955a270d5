"""`aptbot run` with a witness: what it opens for writing, and whom it connects to.

Run as a script with the file that the witness writes and the directory to work in. The file gets
a line of JSON for each thing seen: `["write", path]`, `["database", path]`, `["connect", address]`,
`["process", command and environment]`.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_TRUNC

PRIVATE = 0o600


def witness(path: str) -> Callable[[str, tuple[Any, ...]], None]:
    """Return an audit hook (docs.python.org/3/library/audit_events.html) that writes to `path`."""
    out = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, PRIVATE)

    def see(event: str, args: tuple[Any, ...]) -> None:
        seen = _worth_telling(event, args)
        if seen is not None:
            os.write(out, json.dumps(seen).encode() + b"\n")

    return see


def _worth_telling(event: str, args: tuple[Any, ...]) -> list[str] | None:
    if event == "open" and int(args[2] or 0) & WRITING:
        return ["write", _name(args[0])]
    if event in {"os.rename", "shutil.copyfile"}:
        return ["write", _name(args[1])]
    if event == "sqlite3.connect":
        return ["database", _name(args[0])]
    if event == "subprocess.Popen":
        return ["process", repr(args)]
    if event == "socket.connect":
        return ["connect", str(args[1])]
    return None


def _name(path: object) -> str:
    """Return the path; a number is a file that is open already."""
    if not isinstance(path, str | bytes | os.PathLike):
        return ""
    return str(Path.cwd() / os.fsdecode(path))


def main(report: str, directory: str) -> None:
    """Run the bot in the directory until it is told to stop."""
    from bot.cli import main as run

    sys.addaudithook(witness(report))
    os.chdir(directory)
    run(["run"])


if __name__ == "__main__":
    main(*sys.argv[1:])
