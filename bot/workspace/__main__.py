"""The workspace in a process of its own: `python -m bot.workspace --port 8765 --state demo.json`.

Prints its addresses and tokens as one line of JSON, then runs until it is told to stop.
"""

from __future__ import annotations

import argparse
import json
import signal
import sys
import threading
from collections.abc import Sequence

from bot.workspace.errors import WorkspaceError
from bot.workspace.workspace import Workspace


def serve(workspace: Workspace) -> None:
    """Run a workspace until the process gets SIGINT or SIGTERM; prints where it is first."""
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    with workspace:
        where = {
            "url": workspace.url,
            "api_url": workspace.api_url,
            "bot_token": workspace.bot_token,
            "app_token": workspace.app_token,
        }
        sys.stdout.write(json.dumps(where) + "\n")
        sys.stdout.flush()
        stop.wait()


def main(arguments: Sequence[str] | None = None) -> int:
    """Read the arguments and serve; 2 when something about them is wrong."""
    parser = argparse.ArgumentParser(prog="python -m bot.workspace", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on")
    parser.add_argument("--port", type=int, default=0, help="port (0 or taken: a free one)")
    parser.add_argument("--state", help="file that keeps messages and channels over a restart")
    parser.add_argument("--sample", help="another file with people, channels and commands")
    given = parser.parse_args(arguments)
    try:
        serve(Workspace(given.sample, host=given.host, port=given.port, state_file=given.state))
    except WorkspaceError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
