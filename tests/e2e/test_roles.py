"""Who may do what: every command and every button, tried by everybody who may not."""

from __future__ import annotations

import pytest

from tests.e2e.forging import forged_command, forged_press
from tests.e2e.places import COLLEAGUES, GUEST, LEADER, MANAGER, NIGHT, STRANGER, TEAM
from tests.e2e.reading import Json, keys, said_later, says, standing
from tests.e2e.stage import Stage

LEADING = ("start tema1", "nästa", "paus", "fortsätt", "förläng 5", "stopp", "avbryt")
BUTTONS = ("session.next", "session.pause", "session.extend", "session.stop", "session.cancel")
MEMBER = COLLEAGUES[0]


def value_of(board: Json, action: str) -> str:
    """Return the value of a button of the dialogue's message; what cancels has that of stop."""
    wanted = "session.stop" if action == "session.cancel" else action
    return next(
        str(element["value"])
        for block in board["blocks"]
        if block["type"] == "actions"
        for element in block["elements"]
        if element["action_id"] == wanted
    )


def pressed(stage: Stage, user: str, message: Json, action: str, value: str) -> str:
    """Press a forged button and return the private answer."""
    before = len(said_later(stage.workspace))
    assert forged_press(stage.workspace, user, message, action, value).ok
    return stage.said(before)


@pytest.mark.parametrize("user", [MEMBER, GUEST])
def test_members_and_guests_lead_nothing(stage: Stage, user: str) -> None:
    """A colleague and a guest: every leader's command and button is refused, nothing moves."""
    board = stage.set_up()
    for typed in LEADING:
        assert says(stage.ask(user, f"/apt {typed}"), "error-not-allowed"), typed
    for action in BUTTONS:
        answer = pressed(stage, user, board, action, value_of(board, action))
        assert says(answer, "error-not-allowed"), action
    stage.settle()
    assert standing(stage.karin, TEAM) == [board]


def test_somebody_from_another_channel_leads_nothing(stage: Stage) -> None:
    """Commands and buttons with this team's values, from outside and from another team."""
    board = stage.set_up()
    for typed in LEADING:
        answer = forged_command(stage.workspace, STRANGER, TEAM, typed)
        assert says(answer, "error-not-allowed"), typed
    elsewhere = {**board, "channel": NIGHT}
    for action in BUTTONS:
        for message in (board, elsewhere):
            answer = pressed(stage, STRANGER, message, action, value_of(board, action))
            assert says(answer, "error-not-allowed"), action
    stage.settle()
    assert standing(stage.karin, TEAM) == [board]


def test_a_leader_of_another_team_leads_nothing_here(stage: Stage) -> None:
    """The manager of one team presses with the values of another team's dialogue."""
    board = stage.set_up()
    stage.person(STRANGER).command(NIGHT, "/apt start tema1")
    form = stage.person(STRANGER).wait_for_view("kanalen kan svara")
    chosen: dict[str, str | list[str] | None] = {"Teamets chef": STRANGER}
    assert stage.person(STRANGER).submit(form, chosen).ok
    other = stage.board(NIGHT)
    for action in BUTTONS:
        answer = pressed(stage, STRANGER, other, action, value_of(board, action))
        assert says(answer, "error-not-allowed"), action
    stage.settle()
    assert standing(stage.karin, TEAM) == [board]


def test_the_samtalsledare_leads_but_sees_no_result(stage: Stage) -> None:
    """Whoever leads moves the dialogue; the summary is the manager's, and so is sharing it."""
    board = stage.open_for_answers()
    stage.answer_all(board, 6)
    assert stage.person(LEADER).press(board, "Paus").ok
    stage.board(words="Pausad.")
    assert says(stage.ask(LEADER, "/apt stopp"), "reply-over")
    summary = stage.summary()
    stage.settle()

    leader = stage.person(LEADER)
    assert keys(leader, leader.direct) == []
    value = value_of(summary, "result.share")
    for user in (LEADER, MEMBER, GUEST, STRANGER):
        answer = pressed(stage, user, board, "result.share", value)
        assert says(answer, "error-manager-only"), user
    stage.settle()
    assert keys(stage.karin, TEAM) == ["board"]


def test_the_manager_cannot_answer(stage: Stage) -> None:
    """The manager, a guest, and whoever came after the start are told why."""
    board = stage.open_for_answers()
    assert stage.karin.invite(TEAM, STRANGER).ok
    for user in (MANAGER, GUEST, STRANGER):
        before = len(said_later(stage.workspace))
        assert stage.person(user).press(board, "Svara anonymt").ok
        error = "error-manager-answers" if user == MANAGER else "error-not-on-roster"
        assert says(stage.said(before), error)
        assert stage.person(user).view is None


def test_whoever_leaves_after_the_start_may_still_answer(stage: Stage) -> None:
    """The roster is frozen when the dialogue starts."""
    board = stage.open_for_answers()
    assert stage.person(MEMBER).leave(TEAM).ok
    answer = forged_press(
        stage.workspace, MEMBER, board, "answer.open", value_of(board, "answer.open")
    )
    assert answer.ok
    assert stage.opened(MEMBER, "answer")


@pytest.mark.parametrize(
    ("action", "value"),
    [
        ("session.next", "gurka 0"),
        ("session.next", "gurka"),
        ("session.next", "gurka nej"),
        ("session.pause", "gurka"),
        ("session.extend", "gurka 5"),
        ("session.extend", "{session} 99"),
        ("session.extend", "{session} -5"),
        ("session.stop", "../../etc"),
        ("answer.open", "../../../etc/passwd"),
        ("answer.open", ""),
        ("result.share", "gurka"),
        ("themes.show", "gurka"),
        ("themes.start", "gurka/gurka"),
        ("commitments.list", "gurka"),
        ("commitments.list", "gurka -1"),
        ("commitment.new", ""),
        ("commitment.new", "gurka session:{session}"),
        ("commitment.edit", "gurka"),
        ("commitment.follow-up", "../../etc"),
        ("nothing.known", "x"),
    ],
)
def test_forged_values_do_no_harm(stage: Stage, action: str, value: str) -> None:
    """A button's value that the bot never made is answered in words, and the bot goes on."""
    board = stage.open_for_answers()
    session = value_of(board, "session.pause")
    forged = value.replace("{session}", session)
    assert pressed(stage, MANAGER, board, action, forged)
    stage.settle()
    assert standing(stage.karin, TEAM) == [board]
    assert says(stage.ask(MANAGER, "/apt paus"), "reply-paused")
