"""An organisation's own words: from its file to what people see, and what is said of mistakes."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import pytest

from bot import locales
from bot.locales import words
from bot.workspace import visible_text
from tests.e2e.places import COLLEAGUES, LEADER, MANAGER, TEAM
from tests.e2e.process import ROOT, BotProcess
from tests.e2e.stage import GOOD, PATIENCE, Stage

OWN = """\
samtalsledare: {sv: Dialogledare}
meningsfullhet: {sv: Det som känns viktigt}
kasam-inspirerade: {sv: Våra egna}
meningar:
  board-next: {sv: Gå vidare}
"""
WRONG = "samtalledare: {sv: Dialogledare}\nchef:\n  sv: [a]\n"


@pytest.fixture(autouse=True)
def restored() -> Iterator[None]:
    """The words are the bot's own again after each test."""
    with locales.restored():
        yield


def put(stage: Stage, text: str) -> None:
    """Write the file of own words where the stage's bot looks for it."""
    (stage.directory / "config").mkdir()
    (stage.directory / "config" / "ord.yaml").write_text(text, encoding="utf-8")


def test_own_words_are_seen_everywhere(empty_stage: Stage) -> None:
    """On the first form, the board, the form for answers and the summary; the old ones nowhere."""
    stage = empty_stage
    put(stage, OWN)
    stage.start_bot()
    assert stage.karin.command(TEAM, "/apt start tema3").ok
    form = stage.karin.wait_for_view("kanalen kan svara")
    assert stage.karin.submit(form, {"Dialogledare": [LEADER]}).ok
    shown = visible_text(stage.board())
    assert "Dialogledare:" in shown
    assert "Knapparna är till för chef och dialogledare." in shown
    assert "Gå vidare" in shown
    board = stage.go_to(4)
    good = {"Det som känns viktigt": GOOD["Meningsfullhet"], "Hanterbarhet": "4"}
    for user in COLLEAGUES[:6]:
        assert stage.answer(user, board, dict(good)).ok
    stage.ask(MANAGER, "/apt stopp")
    summary = visible_text(stage.summary())
    assert "Det som känns viktigt" in summary
    assert "Frågorna är våra egna och inget validerat mätinstrument." in summary
    for old in ("Meningsfullhet", "amtalsledare", "KASAM"):
        assert old not in shown + summary


def test_without_the_file_the_words_are_the_bots(empty_stage: Stage) -> None:
    """A bot that starts where no file is forgets the words of one that had one."""
    locales.adopt({"sv": {"role-manager": "Ledare"}})
    empty_stage.start_bot()
    assert words("sv")("role-manager") == "Chef"


def ended(process: BotProcess, *command: str) -> subprocess.CompletedProcess[str]:
    """Run a command of aptbot to its end, with the stage's settings."""
    return subprocess.run(
        [sys.executable, "-c", "from bot.cli import main; main()", *command],
        env=process.environment,
        cwd=ROOT,
        text=True,
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )


@pytest.mark.parametrize("command", ["run", "run --workspace", "dialogues print tema1 --out -"])
def test_mistakes_are_listed_and_nothing_starts(empty_stage: Stage, command: str) -> None:
    """All mistakes at once with their lines, as with the settings, and no traceback."""
    put(empty_stage, WRONG)
    done = ended(BotProcess(empty_stage), *command.split())
    assert done.returncode == 2
    assert "ord.yaml, rad 1, kolumn 1" in done.stderr
    assert "Menade du ”samtalsledare”?" in done.stderr
    assert "ord.yaml, rad 3, kolumn 7" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_check_of_dialogues_tells_them_too(empty_stage: Stage) -> None:
    """Without a path everything is checked, and the words with it; a path is checked alone."""
    process = BotProcess(empty_stage)
    assert ended(process, "dialogues", "check").returncode == 0
    put(empty_stage, WRONG)
    done = ended(process, "dialogues", "check")
    assert done.returncode == 1
    assert "ord.yaml, rad 1, kolumn 1" in done.stdout
    assert ended(process, "dialogues", "check", "dialogues").returncode == 0


def test_papers_have_the_words_too(empty_stage: Stage) -> None:
    """What is printed for the meeting says the same as the chat."""
    put(empty_stage, OWN)
    done = ended(BotProcess(empty_stage), "dialogues", "print", "tema1", "--out", "-")
    assert done.returncode == 0
    assert "Det som känns viktigt" in done.stdout
    assert "Meningsfullhet" not in done.stdout
