"""Starts that are refused, so that nothing is mended, deleted or sent by mistake."""

from __future__ import annotations

import subprocess
import sys

from bot.stores.keys import MARKER
from bot.stores.lock import GATE, LOCK
from bot.workspace import visible_text
from tests.e2e.places import TEAM
from tests.e2e.process import ROOT, RUN, BotProcess
from tests.e2e.reading import keys
from tests.e2e.stage import PATIENCE, Stage


def refused(process: BotProcess) -> str:
    """Start one more bot, which must give up by itself; returns what it says."""
    done = subprocess.run(
        [sys.executable, *RUN],
        env=process.environment,
        cwd=ROOT,
        text=True,
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    return done.stderr


def test_second_bot_on_the_same_database(empty_stage: Stage, process: BotProcess) -> None:
    """The second is refused with words; the first goes on; killed, it makes room for the next."""
    stage = empty_stage
    board = stage.open_for_answers()
    stage.answer_all(board, 6)
    assert "Boten körs redan" in refused(process)
    process.restart()
    stage.karin.command(TEAM, "/apt stopp")
    assert "6 av 12 svarade." in visible_text(stage.summary())


def test_keys_that_are_not_mounted(empty_stage: Stage, process: BotProcess) -> None:
    """With the disk of the keys away it does not start, and loses nothing; then it goes on."""
    stage = empty_stage
    board = stage.open_for_answers()
    stage.answer_all(board, 6)
    stage.settle()
    process.kill()
    mounted, away = stage.directory / "keys", stage.directory / "away"
    mounted.rename(away)
    for _ in range(2):
        assert f"touch {mounted / MARKER}" in refused(process)
    assert {left.name for left in mounted.iterdir()} <= {GATE, LOCK}
    for left in mounted.iterdir():
        left.unlink()
    mounted.rmdir()
    away.rename(mounted)
    process.start()
    stage.karin.command(TEAM, "/apt stopp")
    assert "6 av 12 svarade." in visible_text(stage.summary())


def test_keys_that_are_lost_for_good(empty_stage: Stage, process: BotProcess) -> None:
    """What the message proposes helps: the answers are deleted and the manager is told."""
    stage = empty_stage
    board = stage.open_for_answers()
    stage.answer_all(board, 6)
    stage.settle()
    process.kill()
    (stage.directory / "keys").rename(stage.directory / "lost")
    refused(process)
    (stage.directory / "keys" / MARKER).touch()
    process.start()
    stage.wait(lambda: keys(stage.karin, stage.karin.direct) == ["voided"], "nobody is told")
