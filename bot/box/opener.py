"""The bot's side of opening a box: starts the process, hands over the box, takes the result."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.box.exits import UNREADABLE
from bot.box.wire import Order, results
from bot.domain.ballot import Ballot
from bot.domain.disclosure import Result
from bot.domain.round import Round
from bot.errors import BoxFailed, UnreadableBallot

ROOT = Path(__file__).resolve().parents[2]
"""Where the package lies: the process finds it there, installed or not."""

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class ChildBoxOpener:
    """Opens a box in a short-lived process of its own; `bot.ports.BoxOpener`.

    `patience` is how many seconds the process may take before it is killed: less than the lease
    of what is due (30 s), since other dialogues' clocks wait meanwhile. `program` is what the
    interpreter is told to run.
    """

    patience: float = 20.0
    program: tuple[str, ...] = ("-m", "bot.box")

    def __call__(self, key: bytes, ballots: Sequence[Ballot], round: Round) -> Result | None:
        """Return what may be shown, None below the threshold: then no process is started.

        Raises UnreadableBallot, and BoxFailed when the process did not do its work.
        """
        if len(ballots) < round.threshold:
            return None
        order = Order(
            key=key,
            ballots=tuple(ballots),
            invited=round.invited,
            threshold=round.threshold,
            quote_threshold=round.quote_threshold,
        )
        return self._answer(order.model_dump_json().encode())

    @property
    def command(self) -> tuple[str, ...]:
        """The command line: fixed words. -P: nothing is imported from where we stand."""
        no_bytecode = ("-B",) if sys.dont_write_bytecode else ()
        return (sys.executable, "-P", *no_bytecode, *self.program)

    @property
    def environment(self) -> dict[str, str]:
        """The whole environment: no token and no setting is in it."""
        return {"PYTHONPATH": str(ROOT)}

    def _answer(self, order: bytes) -> Result:
        """Run the process; whatever it says besides a whole result is thrown away unread."""
        try:
            ended = subprocess.run(  # noqa: S603 - our own interpreter, fixed words, no shell
                self.command,
                env=self.environment,
                input=order,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                timeout=self.patience,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise _failed("took too long and was killed") from None
        except OSError:
            raise _failed("could not be started") from None
        if ended.returncode == UNREADABLE:
            raise UnreadableBallot
        if ended.returncode != os.EX_OK:
            raise _failed(f"ended with status {ended.returncode}")
        try:
            return results.validate_json(ended.stdout)
        except ValueError:
            raise _failed("gave no whole result") from None


def _failed(outcome: str) -> BoxFailed:
    """Return the error, and log what happened in words of our own."""
    log.warning("the process that opens a box %s", outcome)
    return BoxFailed(outcome)
