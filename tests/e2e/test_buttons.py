"""The buttons of the dialogue's message: what they do, pressed twice, late, or by two people."""

from __future__ import annotations

from bot.workspace import visible_text
from tests.e2e.forging import forged_press
from tests.e2e.places import LEADER, MANAGER, STEPS, TEAM
from tests.e2e.reading import Json, has_button, keys, says
from tests.e2e.stage import Stage


def test_every_button(stage: Stage) -> None:
    """Next, pause, resume, extend and stop do what they say, in the message itself."""
    board = stage.set_up()
    assert stage.karin.press(board, "Nästa steg").ok
    board = stage.board(words=f"Nu: {STEPS[1]}")
    assert stage.karin.press(board, "Paus").ok
    board = stage.board(words="Pausad.")
    assert stage.karin.press(board, "Fortsätt").ok
    going = stage.wait(lambda: unpaused(stage), "still paused")
    assert going is not None
    assert stage.karin.press(going, "Förläng 5 min").ok
    stage.settle()
    assert stage.karin.press(stage.board(), "Stopp").ok
    assert says(visible_text(stage.board(words="Dialogen är slut.")), "board-ended")
    stage.settle()
    assert keys(stage.karin, TEAM) == ["board"]


def unpaused(stage: Stage) -> Json | None:
    """Return the dialogue's message once its clock goes."""
    board = stage.board()
    return board if has_button(board, "session.pause") else None


def test_extending_moves_all_that_remains(stage: Stage) -> None:
    """Five more minutes: the step does not end at its first end, and then it does."""
    board = stage.set_up()
    assert stage.karin.press(board, "Förläng 5 min").ok
    stage.settle()
    stage.advance(minutes=5)
    stage.settle()
    assert f"Nu: {STEPS[0]}" in visible_text(stage.board())
    stage.advance(minutes=1)
    stage.board(words=f"Nu: {STEPS[1]}")


def test_a_pause_stops_the_clock(stage: Stage) -> None:
    """Half an hour of pause takes nothing from the step."""
    board = stage.set_up()
    stage.karin.press(board, "Paus")
    stage.board(words="Pausad.")
    stage.advance(minutes=30)
    stage.settle()
    stage.karin.press(stage.board(words="Pausad."), "Fortsätt")
    stage.board(words=f"Nu: {STEPS[0]}")
    stage.advance(minutes=1)
    stage.board(words=f"Nu: {STEPS[1]}")


def test_next_pressed_by_two_people_moves_one_step(stage: Stage) -> None:
    """The button is for the step it was drawn for: the second to press is told."""
    board = stage.set_up()
    assert stage.karin.press(board, "Nästa steg").ok
    # The second may find the message changed already; either way nothing more moves.
    stage.person(LEADER).press(board, "Nästa steg")
    stage.settle()
    assert f"Nu: {STEPS[1]}" in visible_text(stage.board())


def test_next_pressed_on_an_old_drawing(stage: Stage) -> None:
    """A click that was under way when the step changed by itself moves nothing."""
    board = stage.set_up()
    value = next(
        element["value"]
        for block in board["blocks"]
        if block["type"] == "actions"
        for element in block["elements"]
        if element["action_id"] == "session.next"
    )
    stage.advance(minutes=1)
    stage.board(words=f"Nu: {STEPS[1]}")
    assert forged_press(stage.workspace, MANAGER, board, "session.next", value).ok
    assert says(stage.said(0), "error-step-passed")
    stage.settle()
    assert f"Nu: {STEPS[1]}" in visible_text(stage.board())


def test_the_last_step_can_be_finished(stage: Stage) -> None:
    """At the last step the button ends the dialogue."""
    stage.set_up()
    for _ in range(len(STEPS) - 1):
        stage.next()
    board = stage.board(words=f"Nu: {STEPS[-1]}")
    assert stage.karin.press(board, "Avsluta").ok
    stage.board(words="Dialogen är slut.")
    assert stage.summary()


def test_pause_and_stop_pressed_after_the_end(stage: Stage) -> None:
    """Old buttons of a dialogue that is over say so and change nothing."""
    board = stage.set_up()
    stage.ask(MANAGER, "/apt stopp")
    stage.settle()
    for number, action in enumerate(("session.pause", "session.stop", "session.cancel")):
        session = board["blocks"][0]["block_id"].split("/")[1]
        assert forged_press(stage.workspace, MANAGER, board, action, session).ok
        assert says(stage.said(number), "error-no-session")
    stage.settle()
    assert len(stage.summaries()) == 1
