"""`aptbot run` as a process of its own, to be killed without warning and started again."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path
from typing import IO

from bot.workspace.polling import wait_until
from tests.e2e.stage import PATIENCE, Stage

ROOT = Path(__file__).resolve().parents[2]
RUN = ("-c", "from bot.cli import main; main()", "run")


class BotProcess:
    """A bot on a stage's workspace and directories, in its own process."""

    def __init__(self, stage: Stage, command: tuple[str, ...] = RUN, *, processes: int = 1) -> None:
        self._stage = stage
        self._processes = processes
        self._command = command
        self._process: subprocess.Popen[bytes] | None = None
        self._log: IO[bytes] | None = None
        self.log_file = stage.directory / "log.txt"
        self.environment = {
            "SLACK_API_URL": stage.workspace.api_url,
            "SLACK_BOT_TOKEN": stage.workspace.bot_token,
            "SLACK_APP_TOKEN": stage.workspace.app_token,
            "APTBOT_DATA_DIR": str(stage.directory / "data"),
            "APTBOT_KEY_DIR": str(stage.directory / "keys"),
            "APTBOT_CONFIG": str(stage.directory / "config"),
            "APTBOT_LOG_LEVEL": "DEBUG",
            "APTBOT_PROCESSES": str(processes),
        }

    def launch(self) -> None:
        """Start the process; it may not be connected yet."""
        self._stage.at_end.append(self.kill)
        self._log = self.log_file.open("ab")
        self._process = subprocess.Popen(
            [sys.executable, *self._command],
            env=self.environment,
            cwd=ROOT,
            stdout=self._log,
            stderr=self._log,
        )

    def start(self) -> None:
        """Start the process and wait until it is connected."""
        self.launch()
        self._stage.workspace.wait_for_app(PATIENCE)

    def kill(self) -> None:
        """Kill it as a power cut would, and wait until the workspace has noticed."""
        if self._process is None:
            return
        self._process.kill()
        self._reap()

    def wait_until_dead(self) -> int:
        """Wait for it to end by itself; returns its exit status."""
        assert self._process is not None
        self._process.wait(PATIENCE)
        return self._reap()

    def stop(self) -> int:
        """Ask it to stop; returns its exit status."""
        assert self._process is not None
        self._process.terminate()
        self._process.wait(PATIENCE)
        return self._reap()

    def signal(self, name: signal.Signals) -> bool:
        """Send the signal; returns whether the process still runs."""
        assert self._process is not None
        self._process.send_signal(name)
        return self._process.poll() is None

    def restart(self) -> None:
        """Kill it and start it again."""
        self.kill()
        self.start()

    @property
    def log(self) -> str:
        """All that it has logged."""
        return self.log_file.read_text("utf-8")

    def _reap(self) -> int:
        assert self._process is not None
        assert self._log is not None
        status = self._process.wait(PATIENCE)
        self._log.close()
        self._process = None
        wait_until(
            lambda: self._stage.workspace.connections < self._processes,
            PATIENCE,
            "the line is still open",
        )
        return status
