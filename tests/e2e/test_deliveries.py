"""Requests that come twice, and acknowledgements that never arrive."""

from __future__ import annotations

import pytest

from bot.workspace import visible_text
from tests.e2e.places import COLLEAGUES, MANAGER, STEPS, TEAM
from tests.e2e.reading import keys, of_kind, said_later, says
from tests.e2e.stage import GOOD, Stage

WRITER = COLLEAGUES[0]


def test_next_delivered_twice_moves_one_step(stage: Stage) -> None:
    """Typed once, delivered twice; then pressed once, delivered twice."""
    stage.set_up()
    stage.workspace.fault("retry", times=1)
    stage.next()
    board = stage.board(words=f"Nu: {STEPS[1]}")
    stage.workspace.fault("retry", times=1)
    assert stage.karin.press(board, "Nästa steg").ok
    stage.board(words=f"Nu: {STEPS[2]}")
    stage.settle()
    assert f"Nu: {STEPS[2]}" in visible_text(stage.board())
    assert said_later(stage.workspace) == []


def test_start_delivered_twice_starts_one(stage: Stage) -> None:
    """The second delivery finds the first one's dialogue; no key is left over."""
    stage.set_up()
    stage.ask(MANAGER, "/apt stopp")
    stage.settle()
    stage.workspace.fault("retry", times=1)
    stage.ask(MANAGER, "/apt start tema1")
    stage.wait(lambda: len(of_kind(stage.karin, TEAM, "board")) == 2, "no second dialogue")
    stage.settle()
    assert keys(stage.karin, TEAM) == ["board", "board"]
    assert stage.bot is not None
    stage.wait(lambda: stage.bot and len(stage.bot.deps.vault.round_ids()) == 1, "a key too many")
    assert not any(says(said, "error-session-running") for said in said_later(stage.workspace))


@pytest.mark.parametrize(
    ("typed", "words"),
    [("paus", "reply-paused"), ("förläng 5", "reply-extended"), ("stopp", "reply-over")],
)
def test_other_commands_delivered_twice(stage: Stage, typed: str, words: str) -> None:
    """Pausing, extending and stopping happen once and are answered as once."""
    stage.set_up()
    stage.workspace.fault("retry", times=1)
    params: dict[str, str | int] = {"minutes": 5} if "5" in typed else {}
    assert says(stage.ask(MANAGER, f"/apt {typed}"), words, **params)
    stage.settle()
    if typed == "förläng 5":
        stage.advance(minutes=5.5)
        stage.settle()
        assert f"Nu: {STEPS[0]}" in visible_text(stage.board())
        stage.advance(minutes=0.6)
        stage.board(words=f"Nu: {STEPS[1]}")
    if typed == "stopp":
        assert len(stage.summaries()) == 1


def test_an_answer_delivered_twice_is_one(stage: Stage) -> None:
    """Five people whose forms are all delivered twice are five."""
    board = stage.open_for_answers()
    for user in COLLEAGUES[:5]:
        form = stage.form(user, board)
        stage.workspace.fault("retry", times=1)
        assert stage.person(user).submit(form, dict(GOOD)).ok
    stage.ask(MANAGER, "/apt stopp")
    assert says(visible_text(stage.summary()), "summary-too-few", threshold=6)


def test_a_lost_acknowledgement_and_a_second_press(hasty_stage: Stage) -> None:
    """The person sees a failure and presses again: one answer, the later one."""
    stage = hasty_stage
    stage.start_bot()
    board = stage.open_for_answers()
    form = stage.form(WRITER, board)
    stage.workspace.fault("lose_ack", times=1)
    assert not stage.person(WRITER).submit(form, {"Meningsfullhet": "2"}).ok
    assert stage.person(WRITER).submit(form, {"Meningsfullhet": "3"}).ok
    stage.answer_all(board, 5)
    stage.ask(MANAGER, "/apt stopp")
    assert says(visible_text(stage.summary()), "summary-too-few", threshold=6)


def test_a_lost_acknowledgement_of_a_command(hasty_stage: Stage) -> None:
    """The person sees a failure and types again; what is shown is true."""
    stage = hasty_stage
    stage.start_bot()
    stage.set_up()
    stage.workspace.fault("lose_ack", times=1)
    assert not stage.karin.command(TEAM, "/apt paus").ok
    stage.board(words="Pausad.")
    assert says(stage.ask(MANAGER, "/apt paus"), "error-already-paused")


def test_the_share_button_delivered_twice(stage: Stage) -> None:
    """Shared once."""
    board = stage.open_for_answers()
    stage.answer_all(board, 6)
    stage.ask(MANAGER, "/apt stopp")
    summary = stage.summary()
    stage.workspace.fault("retry", times=1)
    assert stage.karin.press(summary, "Dela nu").ok
    stage.wait(lambda: of_kind(stage.karin, TEAM, "shared"), "not shared")
    stage.settle()
    assert keys(stage.karin, TEAM) == ["board", "shared"]
