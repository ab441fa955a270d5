"""The whole scene, from the first command to the shared summary, as people see it."""

from __future__ import annotations

from itertools import pairwise

from bot.workspace import visible_text
from tests.e2e.places import COLLEAGUES, LEADER, MANAGER, STEPS, TEAM
from tests.e2e.reading import keys, of_kind, standing
from tests.e2e.stage import Stage


def test_the_whole_scene(stage: Stage) -> None:
    """Start, walk through the steps, answer, stop, get the summary and share it."""
    board = stage.set_up()
    assert f"Nu: {STEPS[0]}" in visible_text(board)
    assert not stage.can_answer(board)
    for step in STEPS[1:4]:
        assert step in stage.next()
    assert STEPS[4] in stage.ask(LEADER, "/apt nästa")
    board = stage.board(words=f"Nu: {STEPS[4]}")

    assert stage.karin.let_colleagues_answer(board, "Svara anonymt") == len(COLLEAGUES)
    assert "slut" in stage.ask(MANAGER, "/apt stopp")

    summary = stage.summary()
    assert "12 av 12 svarade." in visible_text(summary)
    assert stage.karin.press(summary, "Dela nu").ok
    stage.wait(lambda: of_kind(stage.karin, TEAM, "shared"), "not shared")
    stage.settle()
    assert keys(stage.karin, TEAM) == ["board", "shared"]
    assert keys(stage.karin, stage.karin.direct) == ["summary"]


def test_one_message_is_edited_in_place(stage: Stage) -> None:
    """All of a dialogue happens in one message, edited once for each change that is seen."""
    board = stage.set_up()
    for step in range(1, len(STEPS)):
        stage.next()
        stage.board(words=f"Nu: {STEPS[step]}")
    for text, words in (("paus", "Pausad."), ("fortsätt", "Nu:"), ("stopp", "Dialogen är slut")):
        stage.ask(MANAGER, f"/apt {text}")
        stage.board(words=words)
    stage.settle()

    assert [message["ts"] for message in standing(stage.karin, TEAM)] == [board["ts"]]
    in_channel = [
        c for c in stage.workspace.calls_of("chat.postMessage") if c.args["channel"] == TEAM
    ]
    assert len(in_channel) == 1
    assert len(stage.workspace.calls_of("chat.update")) <= len(STEPS) + 3


def test_the_clock_walks_through_the_steps_and_ends(stage: Stage) -> None:
    """Nobody types anything: each step comes when its time has come, and the end by itself."""
    stage.set_up()
    for step, minutes in enumerate((1, 2, 1, 4, 3, 2)):
        stage.advance(minutes=minutes)
        stage.board(words=f"Nu: {STEPS[step + 1]}")
    stage.advance(minutes=2)
    stage.board(words="Dialogen är slut.")
    assert "Färre än 6" in visible_text(stage.summary())


def test_the_board_tells_when_each_step_ends(stage: Stage) -> None:
    """Each step to come has its end as a date that every reader sees in their own zone."""
    board = stage.set_up()
    ends = [
        element["timestamp"]
        for block in board["blocks"]
        if block["type"] == "rich_text"
        for section in block["elements"]
        for element in section["elements"]
        if element["type"] == "date"
    ]
    gaps = [round((later - earlier) / 60) for earlier, later in pairwise(ends)]
    assert gaps == [2, 1, 4, 3, 2, 2]
