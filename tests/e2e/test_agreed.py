"""What is agreed at the meeting, in the dialogue's message: over the real connection."""

from __future__ import annotations

from bot.domain.commitment import Commitment
from bot.workspace import visible_text
from tests.e2e.places import COLLEAGUES, LEADER, MANAGER, STEPS, TEAM, key
from tests.e2e.reading import Json, ephemerals, has_button, keys, of_kind
from tests.e2e.stage import Stage

MEMBER = COLLEAGUES[0]
LAST = len(STEPS) - 1
WRITE, ACTIVITY = "Gör ett åtagande", "Vad ska vi göra?"


def can_write(board: Json) -> bool:
    """Whether the dialogue's message shows the way to write a commitment."""
    return has_button(board, "commitment.new")


def write(stage: Stage, user: str, board: Json, activity: str) -> None:
    """Write down what was agreed, with all else as it is proposed."""
    person = stage.person(user)
    assert person.press(board, WRITE).ok
    result = person.submit(stage.opened(user, "commitment"), {ACTIVITY: activity})
    assert result.ok, result.errors
    person.close(stage.opened(user, "receipt"), clear=True)


def kept(stage: Stage) -> tuple[Commitment, ...]:
    """Return the team's commitments."""
    assert stage.bot is not None
    (team,) = stage.bot.deps.store.read(lambda tx: tx.teams.managed_by(key(MANAGER)))
    return stage.bot.deps.store.read(lambda tx: tx.commitments.of_team(team.id))


def test_agreed_at_the_end_and_looked_back_at_the_next_time(stage: Stage) -> None:
    """Both who lead write, also when the clock has ended it; the next dialogue begins with it."""
    stage.set_up()
    assert not can_write(stage.go_to(LAST - 1))
    board = stage.go_to(LAST)
    assert can_write(board)
    write(stage, MANAGER, board, "En minut tyst läsning")
    board = stage.board(words="En minut tyst läsning · Alla · klart senast")
    stage.advance(minutes=5)
    board = stage.board(words="Dialogen är slut.")
    assert "Vi har kommit överens om" in visible_text(board)
    write(stage, LEADER, board, "Ett tomt blad i pärmen")
    board = stage.board(words="Ett tomt blad i pärmen · Alla")
    assert {each.session_id for each in kept(stage)} == {kept(stage)[0].session_id}
    stage.settle()
    assert keys(stage.karin, TEAM) == ["board"]

    stage.ask(MANAGER, "/apt start tema1")
    again = stage.board(words="Sedan sist")
    shown = visible_text(again)
    assert "En minut tyst läsning · Alla" in shown
    assert "Ett tomt blad i pärmen · Alla" in shown
    stage.settle()
    first, _ = of_kind(stage.karin, TEAM, "board")
    assert not can_write(first)
    for _ in range(4):
        stage.next()
    stage.settle()
    assert "Sedan sist" not in visible_text(stage.board())


def test_a_member_is_told_who_writes(stage: Stage) -> None:
    """The button is there for all to see; who does not lead gets the usual word, and no form."""
    stage.set_up()
    board = stage.go_to(LAST)
    before = len(ephemerals(stage.person(MEMBER), TEAM))
    assert stage.person(MEMBER).press(board, WRITE).ok

    def told() -> bool:
        said = ephemerals(stage.person(MEMBER), TEAM)[before:]
        return any("Bara teamets chef och samtalsledare" in visible_text(each) for each in said)

    stage.wait(told, "the member is told nothing")
    assert stage.person(MEMBER).view is None
    assert kept(stage) == ()


def test_what_is_agreed_steers_nothing(stage: Stage) -> None:
    """Whatever somebody writes stands there as it was written."""
    hostile = "*fet* _lutad_ ~struken~ `kod` :fire: <b> &lt;här&gt;"
    stage.set_up()
    write(stage, MANAGER, stage.go_to(LAST), hostile)
    assert hostile in visible_text(stage.board(words="Vi har kommit överens om"))
