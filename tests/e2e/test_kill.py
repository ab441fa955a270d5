"""Killed without warning in every state, and started again: it goes on as if nothing had been."""

from __future__ import annotations

import random
import threading

import pytest

from bot.workspace import visible_text
from tests.e2e.crashing import PLACES
from tests.e2e.places import COLLEAGUES, LEADER, MANAGER, STEPS, TEAM
from tests.e2e.process import BotProcess
from tests.e2e.reading import Json, keys, says
from tests.e2e.stage import Stage


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
    stage.start_bot()
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
    stage.start_bot()
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
    stage.start_bot()
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
    stage.board(words=f"Nu: {STEPS[2]}")
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


@pytest.mark.parametrize("seed", [1])
def test_killed_at_random_moments(hasty_stage: Stage, seed: int) -> None:
    """Killed again and again while people answer and stop: one message, every answer, once."""
    stage, dice = hasty_stage, random.Random(seed)
    process = BotProcess(stage)
    process.start()
    board = stage.open_for_answers()
    given: set[str] = set()
    for _ in range(3):
        killer = kill_soon(process, dice)
        given |= {user for user in dice.sample(PEOPLE, 3) if try_to_answer(stage, user, board)}
        killer.join()
        process.start()
    for user in PEOPLE:
        form = stage.form(user, board)
        assert ("initial_option" in str(form["blocks"])) >= (user in given), "an answer is lost"
        assert stage.person(user).submit(form, {"Meningsfullhet": "4"}).ok
    killer = kill_soon(process, dice)
    stage.karin.command(TEAM, "/apt stopp")
    killer.join()
    stage.start_bot()
    if "Dialogen är slut." not in visible_text(stage.board()):
        stage.karin.command(TEAM, "/apt stopp")
    check_closed_once(stage, f"{len(PEOPLE)} av 12 svarade.")


PEOPLE = COLLEAGUES[:8]


def kill_soon(process: BotProcess, dice: random.Random) -> threading.Timer:
    """Kill the process within a tenth of a second; the timer can be joined."""
    killer = threading.Timer(dice.uniform(0, 0.1), process.kill)
    killer.start()
    return killer


def try_to_answer(stage: Stage, user: str, board: Json) -> bool:
    """Return whether an answer was given and acknowledged by a bot that may die meanwhile."""
    person = stage.person(user)
    if not person.press(board, "Svara anonymt").ok:
        return False
    form = person.view
    if form is None:
        return False
    done = person.submit(form, {"Meningsfullhet": "4"}).ok
    person.close(form, clear=True)
    return done
