"""Killed without warning in every state, and started again: it goes on as if nothing had been."""

from __future__ import annotations

import random
import threading

import pytest

from bot.workspace import visible_text
from tests.e2e.crashing import PLACES
from tests.e2e.places import ANSWER_STEP, COLLEAGUES, LEADER, MANAGER, STEPS, TEAM
from tests.e2e.process import BotProcess
from tests.e2e.reading import keys, of_kind, says
from tests.e2e.stage import Stage

LEASE_SECONDS = 65
"""Longer than any lease: what the killed process had taken is then taken by the next."""


def succeed(stage: Stage) -> None:
    """Start the next bot in this process, when the dead one's leases have run out."""
    stage.clock.advance(seconds=LEASE_SECONDS)
    stage.start_bot()


def test_killed_at_every_step(empty_stage: Stage, process: BotProcess) -> None:
    """After the set-up and at each step: the next command goes to the next step, in one message."""
    stage = empty_stage
    board = stage.set_up()
    for step in range(1, len(STEPS)):
        stage.settle()
        process.restart()
        assert STEPS[step] in stage.next()
        stage.board(words=f"Nu: {STEPS[step]}")
    stage.settle()
    process.restart()
    assert says(stage.ask(MANAGER, "/apt stopp"), "reply-over")
    stage.summary()
    stage.settle()
    assert keys(stage.karin, TEAM) == ["board"]
    assert stage.board()["ts"] == board["ts"]
    assert keys(stage.karin, stage.karin.direct) == ["summary"]
    assert "ERROR" not in process.log
    assert "Traceback" not in process.log


def test_killed_with_answers_given(empty_stage: Stage, process: BotProcess) -> None:
    """Every answer that was acknowledged is there, can be changed, and is counted once."""
    stage = empty_stage
    board = stage.open_for_answers()
    for number, user in enumerate(COLLEAGUES[:6]):
        if number % 2 == 0:
            process.restart()
        assert stage.answer(user, board).ok
    process.restart()
    form = stage.form(COLLEAGUES[0], board)
    assert "Lugna morgnar." in str(form["blocks"])
    assert stage.person(COLLEAGUES[0]).submit(form, {"Meningsfullhet": "1"}).ok
    stage.ask(MANAGER, "/apt stopp")
    assert "6 av 12 svarade." in visible_text(stage.summary())


def test_killed_while_paused(empty_stage: Stage, process: BotProcess) -> None:
    """A pause outlives the process; the time that was left is still left."""
    stage = empty_stage
    stage.set_up()
    stage.ask(MANAGER, "/apt paus")
    stage.board(words="Pausad.")
    process.restart()
    assert says(stage.ask(MANAGER, "/apt paus"), "error-already-paused")
    assert says(stage.ask(MANAGER, "/apt fortsätt"), "reply-resumed")
    assert f"Nu: {STEPS[0]}" in visible_text(stage.board())


def test_killed_right_after_a_command(empty_stage: Stage, process: BotProcess) -> None:
    """Acknowledged and killed before anything was shown: the next bot shows it."""
    stage = empty_stage
    board = stage.set_up()
    stage.settle()
    stage.next()
    process.kill()
    succeed(stage)
    assert stage.board()["ts"] == board["ts"]
    stage.settle()
    assert f"Nu: {STEPS[0]}" not in visible_text(stage.board())
    assert keys(stage.karin, TEAM) == ["board"]


def test_killed_right_after_stop(empty_stage: Stage, process: BotProcess) -> None:
    """Stopped and killed at once: the summary comes, once, and the key is gone."""
    stage = empty_stage
    board = stage.open_for_answers()
    stage.answer_all(board, 6)
    stage.ask(LEADER, "/apt stopp")
    process.kill()
    succeed(stage)
    check_closed_once(stage, "6 av 12 svarade.")


@pytest.mark.parametrize("place", PLACES)
def test_killed_in_the_middle_of_closing(empty_stage: Stage, place: str) -> None:
    """At each place where closing leaves one file for another: closed once, nothing left."""
    stage = empty_stage
    stage.start_bot()
    board = stage.open_for_answers()
    stage.answer_all(board, 6)
    stage.settle()
    stage.stop_bot()
    doomed = BotProcess(stage, ("-m", "tests.e2e.crashing", place))
    doomed.start()
    stage.karin.command(TEAM, "/apt stopp")
    assert doomed.wait_until_dead() == -9
    succeed(stage)
    check_closed_once(stage, "6 av 12 svarade.")


def check_closed_once(stage: Stage, words: str) -> None:
    """Check that there is one summary, no key, and no answer left."""
    assert words in visible_text(stage.summary())
    stage.settle()
    assert keys(stage.karin, stage.karin.direct) == ["summary"]
    assert keys(stage.karin, TEAM) == ["board"]
    assert says(visible_text(stage.board()), "board-ended")
    assert stage.bot is not None
    assert stage.bot.deps.vault.round_ids() == frozenset()
    round_id = stage.summaries()[0]["blocks"][0]["block_id"].split("/")[1]
    assert stage.bot.deps.store.read(lambda tx: tx.ballots.all(round_id)) == ()


def test_away_for_some_steps(empty_stage: Stage, process: BotProcess) -> None:
    """Down while two steps went by: it comes back at the step that people's clocks say."""
    stage = empty_stage
    stage.set_up()
    stage.settle()
    process.kill()
    stage.clock.advance(minutes=3.5)
    stage.start_bot()
    stage.board(words=f"Nu: {STEPS[3] if False else STEPS[2]}")
    stage.settle()
    assert keys(stage.karin, TEAM) == ["board"]


def test_away_over_the_end(empty_stage: Stage, process: BotProcess) -> None:
    """Down until long after the end: the answers are counted and the summary comes."""
    stage = empty_stage
    board = stage.open_for_answers()
    stage.answer_all(board, 6)
    stage.settle()
    process.kill()
    stage.clock.advance(minutes=120)
    stage.start_bot()
    check_closed_once(stage, "6 av 12 svarade.")


@pytest.mark.parametrize("seed", range(3))
def test_killed_at_random_moments(empty_stage: Stage, process: BotProcess, seed: int) -> None:
    """Killed again and again while people type and answer: one message, every answer, once."""
    stage, dice = empty_stage, random.Random(seed)
    board = stage.open_for_answers()
    given: set[str] = set()
    for _ in range(4):
        wait = dice.uniform(0, 0.15)
        killer = threading.Timer(wait, process.kill)
        killer.start()
        for user in dice.sample(COLLEAGUES[:8], 3):
            if stage.person(user).press(board, "Svara anonymt").ok:
                form = stage.person(user).view
                if form and stage.person(user).submit(form, {"Meningsfullhet": "4"}).ok:
                    given.add(user)
            stage.person(user).close(form, clear=True) if (form := stage.person(user).view) else None
        killer.join()
        process.start()
    for user in COLLEAGUES[:8]:
        form = stage.form(user, board)
        if user in given:
            assert "initial_option" in str(form["blocks"]), "an acknowledged answer is lost"
        assert stage.person(user).submit(form, {"Meningsfullhet": "4"}).ok
    killer = threading.Timer(dice.uniform(0, 0.1), process.kill)
    killer.start()
    stage.karin.command(TEAM, "/apt stopp")
    killer.join()
    succeed(stage)
    if not of_kind(stage.karin, stage.karin.direct, "summary"):
        stage.karin.command(TEAM, "/apt stopp")
    check_closed_once(stage, "8 av 12 svarade.")
