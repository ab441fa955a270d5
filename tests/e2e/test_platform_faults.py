"""What Slack does on a bad day: away, slow, refusing, forgetful. Nothing is lost or said twice."""

from __future__ import annotations

import signal
from pathlib import Path
from typing import Any

import pytest

from bot.ports import Tx
from bot.stopping import KILLED
from bot.views.model import Note
from bot.workspace import Lifetimes, visible_text
from tests.e2e.places import COLLEAGUES, LEADER, MANAGER, STEPS, TEAM
from tests.e2e.process import BotProcess
from tests.e2e.reading import keys, of_kind, says
from tests.e2e.stage import GOOD, Stage
from tests.kit import DROPS_SOCKETS

pytestmark = DROPS_SOCKETS

WRITER = COLLEAGUES[0]


def test_the_workspace_is_away_when_the_bot_starts(empty_stage: Stage) -> None:
    """The bot says that it waits, and connects when the workspace comes."""
    stage = empty_stage
    stage.workspace.stop()
    process = BotProcess(stage)
    process.launch()
    stage.wait(lambda: "trying again" in process.log, "the bot does not say that it waits")
    stage.workspace.start()
    stage.workspace.wait_for_app(15)
    assert "Så använder du /apt" in stage.ask(MANAGER, "/apt hjälp")
    assert process.stop() == 0
    assert "Traceback" not in process.log


def test_the_workspace_goes_away_in_the_middle(stage: Stage) -> None:
    """The clock goes on; when the workspace is back, one message shows where the dialogue is."""
    board = stage.open_for_answers()
    stage.answer_all(board, 3)
    stage.settle()
    stage.workspace.stop()
    stage.advance(minutes=3)
    stage.workspace.start()
    stage.workspace.wait_for_app(15)
    stage.advance(seconds=30)
    later = stage.board(words=f"Nu: {STEPS[5]}")
    assert later["ts"] == board["ts"]
    stage.answer_all(later, 6)
    stage.ask(MANAGER, "/apt stopp")
    assert "6 av 12 svarade." in visible_text(stage.summary())
    assert keys(stage.karin, TEAM) == ["board"]


@pytest.mark.parametrize("name", [signal.SIGINT, signal.SIGTERM])
def test_told_to_stop_twice(empty_stage: Stage, name: signal.Signals) -> None:
    """While the bot waits for a slow call the first word is noted; the second ends it at once."""
    stage = empty_stage
    stage.workspace.fault("delay", method="auth.test", seconds=60, times=1)
    process = BotProcess(stage)
    process.launch()
    stage.wait(lambda: stage.workspace.calls_of("auth.test"), "the bot does not call")
    process.signal(name)
    stage.wait(lambda: "Ctrl+C en gång till" in process.log, "nobody is told what to do")
    stage.wait(lambda: not process.signal(name), "the bot does not end")
    assert process.wait_until_dead() == KILLED
    assert "can't reach the platform" not in process.log, "it has waited for the call"
    assert "Traceback" not in process.log


@pytest.mark.parametrize("reason", ["refresh_requested", "warning", "link_disabled", "cut"])
def test_the_line_is_taken_down(stage: Stage, reason: str) -> None:
    """However the line goes, it comes back, and commands are answered."""
    stage.set_up()
    stage.workspace.fault("disconnect", reason=reason)
    stage.workspace.wait_for_app()
    assert STEPS[1] in stage.next()
    stage.board(words=f"Nu: {STEPS[1]}")
    assert keys(stage.karin, TEAM) == ["board"]


@pytest.mark.parametrize("method", ["chat.postMessage", "chat.update", "conversations.members"])
@pytest.mark.parametrize(
    "fault",
    [{"kind": "rate_limit", "retry_after": 1}, {"kind": "http", "status": 503}],
    ids=lambda fault: str(fault["kind"]),
)
def test_a_call_that_is_refused_is_made_again(
    stage: Stage, method: str, fault: dict[str, Any]
) -> None:
    """Asked to wait, or refused by a broken server: later, once, and in the same message."""
    stage.set_up()
    stage.ask(MANAGER, "/apt stopp")
    stage.settle()
    stage.workspace.fault(**fault, method=method, times=1)
    stage.ask(MANAGER, "/apt start tema1")
    if method == "conversations.members":  # this one is waited for in the machine's own time
        stage.wait(lambda: len(of_kind(stage.karin, TEAM, "board")) == 2, "no second dialogue")
    stage.wait(lambda: patient(stage, 2), "no second dialogue")
    stage.next()
    stage.wait(lambda: patient(stage, 2) and "✓" in visible_text(stage.board()), "not moved")
    assert keys(stage.karin, TEAM) == ["board", "board"]


def patient(stage: Stage, boards: int) -> bool:
    """Let a little time pass for the bot, and return whether there are so many dialogues."""
    stage.advance(seconds=0.5)
    return len(of_kind(stage.karin, TEAM, "board")) == boards


def test_a_post_whose_answer_is_lost_is_not_posted_again(stage: Stage) -> None:
    """The message stands, the bot never heard of it: it is found and not said twice."""
    stage.workspace.fault("drop_response", method="chat.postMessage", times=1)
    stage.set_up()
    stage.wait(lambda: patient(stage, 1) and not stage.waiting(), "not settled")
    stage.next()
    stage.wait(lambda: patient(stage, 1) and not stage.waiting(), "not settled")
    assert keys(stage.karin, TEAM) == ["board"]
    assert f"Nu: {STEPS[1]}" in visible_text(stage.board())


def test_a_summary_whose_answer_is_lost_comes_once(stage: Stage) -> None:
    """The same for what the manager gets, and for what is shared."""
    board = stage.open_for_answers()
    stage.answer_all(board, 6)
    stage.settle()
    stage.workspace.fault("drop_response", method="chat.postMessage", times=1)
    stage.ask(MANAGER, "/apt stopp")
    stage.summary()
    stage.wait(lambda: patient(stage, 1) and not stage.waiting(), "not settled")
    stage.workspace.fault("drop_response", method="chat.postMessage", times=1)
    assert stage.karin.press(stage.summary(), "Dela nu").ok
    stage.wait(lambda: of_kind(stage.karin, TEAM, "shared"), "not shared")
    stage.wait(lambda: patient(stage, 1) and not stage.waiting(), "not settled")
    assert keys(stage.karin, stage.karin.direct) == ["summary"]
    assert keys(stage.karin, TEAM) == ["board", "shared"]


@pytest.mark.parametrize(
    "fault",
    [
        {"kind": "rate_limit", "retry_after": 30},
        {"kind": "http", "status": 500},
        {"kind": "error", "error": "expired_trigger_id"},
    ],
    ids=lambda fault: str(fault["kind"]),
)
def test_a_form_that_cannot_be_opened_is_said(stage: Stage, fault: dict[str, Any]) -> None:
    """Whoever pressed is told to press again, and the bot goes on."""
    board = stage.open_for_answers()
    stage.workspace.fault(**fault, method="views.open", times=1)
    assert stage.person(WRITER).press(board, "Svara anonymt").ok
    expected = "error-form-expired" if fault["kind"] == "error" else "reply-failed"
    assert says(stage.said(0), expected)
    stage.clock.advance(seconds=31)
    assert stage.form(WRITER, board)


def test_a_trigger_that_has_really_expired(tmp_path: Path) -> None:
    """The form comes too late for Slack: the person reads that, and may press again."""
    stage = Stage(tmp_path, Lifetimes(trigger=0.0))
    with stage.workspace:
        stage.start_bot()
        answer = stage.ask(MANAGER, "/apt start tema3")
        assert says(answer, "error-form-expired")
        stage.stop_bot()


def test_a_message_deleted_by_hand_is_posted_again(stage: Stage) -> None:
    """Somebody deletes the dialogue's message: the next change puts it back."""
    board = stage.set_up()
    stage.settle()
    assert stage.bot is not None
    stage.bot.context.slack._client.chat_delete(channel=TEAM, ts=board["ts"])
    assert keys(stage.karin, TEAM) == []
    stage.next()
    again = stage.board(words=f"Nu: {STEPS[1]}")
    assert again["ts"] != board["ts"]
    stage.settle()
    assert keys(stage.karin, TEAM) == ["board"]
    assert stage.karin.press(again, "Nästa steg").ok
    stage.board(words=f"Nu: {STEPS[2]}")


def test_slow_calls_delay_no_acknowledgement(stage: Stage) -> None:
    """While Slack takes its time with our messages, commands and answers are taken as usual."""
    board = stage.open_for_answers()
    stage.settle()
    form = stage.form(WRITER, board)
    stage.workspace.fault("delay", method="chat.update", seconds=1, times=3)
    stage.next()
    assert stage.person(WRITER).submit(form, dict(GOOD)).ok
    assert says(stage.ask(LEADER, "/apt paus"), "reply-paused")
    stage.board(words="Pausad.")
    stage.settle()
    assert keys(stage.karin, TEAM) == ["board"]


def test_stopped_with_many_slow_messages_waiting(stage: Stage) -> None:
    """A stop waits for the message that is under way; the others come after the next start."""
    assert stage.bot is not None
    workspace, people = stage.workspace, COLLEAGUES[:8]
    before = len(workspace.calls_of("chat.postMessage"))
    workspace.fault("delay", method="chat.postMessage", seconds=0.5, times=len(people))

    def want(tx: Tx) -> None:
        for user in people:
            tx.messages.want(f"slow/{user}", "T0SOLGLANTAN", user, Note(text="Hej!"))

    stage.bot.deps.commit(want)
    stage.wait(lambda: len(workspace.calls_of("chat.postMessage")) > before, "nothing is sent")
    stage.stop_bot()
    assert len(workspace.calls_of("chat.postMessage")) - before <= 2
    workspace.forget_faults()
    stage.start_bot()
    stage.settle()
    for user in people:
        assert keys(stage.person(user), stage.person(user).direct) == ["slow"]


def test_thrown_out_of_the_channel_and_let_in_again(stage: Stage) -> None:
    """The bot can't post: the manager is told once, and it goes on when it is let in."""
    board = stage.set_up()
    stage.settle()
    stage.workspace.fault("error", method="chat.update", error="not_in_channel", times=2)
    stage.next()
    stage.wait(lambda: of_kind(stage.karin, stage.karin.direct, "blocked"), "nobody is told")
    stage.advance(minutes=1.01)
    stage.advance(minutes=1.01)
    stage.wait(lambda: patient(stage, 1) and not stage.waiting(), "not settled")
    assert stage.board()["ts"] == board["ts"]
    assert keys(stage.karin, stage.karin.direct) == ["blocked"]
