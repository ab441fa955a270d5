"""The dialogue's message in each of its states."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain import session as machine
from bot.domain.session import Session
from bot.locales import LANGUAGES, words
from bot.views.actions import Action
from bot.views.board import answering, board
from bot.views.model import Board
from tests.services.people import KARIN, OMAR, SCRIPT, team
from tests.views.moments import MINUTE, NOON, round_, session

SV = words("sv")
STEPS = range(4)


def draw(at: Session) -> Board:
    """Return the message."""
    return board(at, round_(), SCRIPT.theme, team(), (), SV)


@pytest.mark.parametrize("step", STEPS)
def test_one_step_is_now(step: int) -> None:
    """Before it all is done, after it all is to come."""
    statuses = [line.status for line in draw(session(step)).steps]
    assert statuses == ["done"] * step + ["now"] + ["next"] * (3 - step)


@pytest.mark.parametrize("step", STEPS)
def test_answering_begins_with_its_step_and_lasts(step: int) -> None:
    """The button for answering stands from the answer step to the end, also while paused."""
    running = session(step)
    for at in (running, machine.pause(running, NOON)):
        assert (draw(at).answer is not None) is (step >= 2)
        assert bool(draw(at).answer_hint) is (step >= 2)
        assert answering(at, round_(), SCRIPT.theme) is (step >= 2)


@pytest.mark.parametrize("end", [machine.stop, machine.cancel])
def test_when_it_is_over_nothing_can_be_pressed(end: object) -> None:
    """An ended dialogue has its steps behind it, those not reached by name, and no buttons."""
    assert callable(end)
    view = draw(end(session(2), NOON))
    assert [line.status for line in view.steps[:3]] == ["done"] * 3
    assert {line.status_text for line in view.steps[3:]} == {"hann ni inte"}
    assert (view.answer, view.controls, view.controls_hint, view.answer_hint) == (None, (), "", "")
    assert (view.now_title, view.now_text, view.now_group) == ("", "", "")
    assert view.state_line


def test_controls_name_their_session_and_step() -> None:
    """Each button carries what it acts on, so that a late press does nothing else."""
    values = {button.action: button.value for button in draw(session(2)).controls}
    id = "s" * 32
    assert values == {
        Action.NEXT: f"{id} 2",
        Action.PAUSE: id,
        Action.EXTEND: f"{id} 5",
        Action.STOP: id,
    }


def test_last_step_offers_to_finish() -> None:
    """On the last step "next" says what it does: it ends the dialogue."""
    labels = [draw(session(step)).controls[0].label for step in STEPS]
    assert labels == [SV("board-next")] * 3 + [SV("board-finish")]


def test_stop_asks_first() -> None:
    """The one button that can't be undone asks before it acts."""
    confirmed = [button.action for button in draw(session(2)).controls if button.confirm]
    assert confirmed == [Action.STOP]


@pytest.mark.parametrize(
    ("invited", "said"), [(5, "board-stop-text-too-small"), (6, "board-stop-text")]
)
def test_stop_tells_what_becomes_of_the_answers(invited: int, said: str) -> None:
    """The answers of too few are never counted, so that is not what stopping does."""
    shown = board(session(2), round_(invited), SCRIPT.theme, team(), (), SV)
    (confirm,) = [button.confirm for button in shown.controls if button.confirm]
    assert confirm.text == SV(said)


@pytest.mark.parametrize(
    ("left", "minutes"), [(240, 4), (239, 3), (61, 1), (60, 1), (59, 0), (0, 0)]
)
def test_pause_says_what_is_left(left: int, minutes: int) -> None:
    """A pause tells the whole minutes that are left of the step."""
    paused = machine.pause(session(2), NOON + timedelta(seconds=240 - left))
    assert draw(paused).state_line == SV("board-paused", minutes=minutes)
    assert all(line.ends is None for line in draw(paused).steps)


def test_people_are_named() -> None:
    """Everybody sees who leads and who gets the summary."""
    shown = {each.label: each.people for each in draw(session()).people}
    assert shown == {SV("role-manager"): (KARIN,), SV("role-facilitators"): (OMAR,)}


def test_nothing_tells_how_many_have_answered() -> None:
    """The message is the same whoever has answered: no number in it comes from the ballots."""
    assert draw(session(2)) == draw(session(2))
    assert "roster" not in Board.model_fields


@pytest.mark.parametrize("language", LANGUAGES)
def test_plain_text_tells_the_state(language: str) -> None:
    """Notifications and screen readers hear the theme and where the dialogue is."""
    w = words(language)
    states = (
        session(),
        machine.pause(session(), NOON),
        machine.stop(session(), NOON + MINUTE),
        machine.cancel(session(), NOON + MINUTE),
    )
    said = [board(at, round_(), SCRIPT.theme, team(), (), w).summary_text for at in states]
    title = board(session(), round_(), SCRIPT.theme, team(), (), w).title
    assert len(set(said)) == 4
    assert all(text.startswith(title) for text in said)
