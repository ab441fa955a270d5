"""How answers are protected, asked for everywhere that it can be, over the real connection."""

from __future__ import annotations

import re
from typing import Any

import pytest

from bot.workspace import visible_text
from tests.e2e.forging import forged_press
from tests.e2e.places import (
    COLLEAGUES,
    EVERYBODY,
    GUEST,
    LEADER,
    MANAGER,
    NIGHT,
    STRANGER,
    TEAM,
)
from tests.e2e.reading import Json, ephemerals, has_button, of_kind, says, standing
from tests.e2e.stage import GOOD, Stage

WRITER = COLLEAGUES[0]
PROTECTED, SEEN = "Så skyddas svaren", "Visa vad chefen ser"
WORDS = "Kanariefågeln sjunger högt nummer"


def closed(stage: Stage, *, consent: bool = True) -> Json:
    """Hold a dialogue in which everybody answers 7 and says something; return the message."""
    board = stage.open_for_answers()
    for number, user in enumerate(COLLEAGUES):
        given: dict[str, str | list[str] | None] = {
            **dict.fromkeys(("Meningsfullhet", "Hanterbarhet", "Begriplighet"), "7"),
            "Vad hjälper dig": f"{WORDS} {number}.",
            "verbatim": ["yes"] if consent else [],
        }
        assert stage.answer(user, board, given).ok
    stage.ask(MANAGER, "/apt stopp")
    stage.summary()
    stage.settle()
    return board


def opened(stage: Stage, user: str, form: str = "privacy") -> str:
    """Wait for the page, or what the manager sees, and return its words."""
    return visible_text(stage.opened(user, form))


def seen_by(stage: Stage, user: str, channel: str = TEAM) -> str:
    """Ask with the command, press the page's button, and return what is shown."""
    person = stage.person(user)
    assert person.command(channel, "/apt integritet").ok
    assert person.press(stage.opened(user, "privacy"), SEEN).ok
    text = opened(stage, user, "privacy.seen")
    person.close(stage.opened(user, "privacy.seen"), clear=True)
    return text


@pytest.mark.parametrize("word", ["integritet", "anonymitet", "sekretess", "privacy"])
def test_the_command_opens_the_page_for_everybody(stage: Stage, word: str) -> None:
    """Whoever is in the channel reads the same, and nothing is said in the channel."""
    stage.open_for_answers()
    stage.settle()
    before = standing(stage.karin, TEAM)
    texts = set()
    for user in (MANAGER, LEADER, WRITER, GUEST):
        assert stage.person(user).command(TEAM, f"/apt {word}").ok
        texts.add(opened(stage, user))
    assert len(texts) == 1
    text = texts.pop()
    assert says(text, "privacy-from-invited", invited=12)
    assert says(text, "privacy-who-team", sees="yes")
    assert says(text, "privacy-not-server")
    assert standing(stage.karin, TEAM) == before


def test_the_page_stands_beside_every_way_to_answer(stage: Stage) -> None:
    """In the dialogue's message, in menu and status, and in the form itself."""
    first = stage.set_up()
    assert not has_button(first, "privacy.open")  # nobody can answer yet
    for _ in range(4):
        stage.next()
    board = stage.board(words="Nu: Svara för dig själv")
    person = stage.person(WRITER)
    stage.ask(WRITER, "/apt")
    stage.ask(WRITER, "/apt status")
    for message in (board, *ephemerals(person, TEAM)):
        assert has_button(message, "answer.open")
        assert person.press(message, PROTECTED).ok
        assert says(opened(stage, WRITER), "privacy-from-invited", invited=12)
        person.close(stage.opened(WRITER, "privacy"))


def test_what_is_written_in_the_form_stays(stage: Stage) -> None:
    """Page and example lie on top of the form; closed, they uncover it, and it can be sent."""
    board = stage.open_for_answers()
    person = stage.person(WRITER)
    form = stage.form(WRITER, board)
    person.fill(form, dict(GOOD))
    assert person.press(form, PROTECTED).ok
    page = stage.opened(WRITER, "privacy")
    assert says(visible_text(page), "privacy-from-invited", invited=12)
    assert person.press(page, SEEN).ok
    assert says(opened(stage, WRITER, "privacy.seen"), "seen-sample-note")
    assert len(person.views) == 3
    for name in ("privacy.seen", "privacy"):
        person.close(stage.opened(WRITER, name))
    assert stage.opened(WRITER, "answer")["id"] == form["id"]
    assert person.submit(form, dict(GOOD)).ok


def test_the_home_has_it_too(stage: Stage) -> None:
    """There it tells of the next dialogue, whoever asks."""
    person = stage.person(STRANGER)
    person.home()
    assert person.press(person.wait_for_home("Hej!"), PROTECTED).ok
    assert says(opened(stage, STRANGER), "privacy-intro-next")
    assert person.press(stage.opened(STRANGER, "privacy"), SEEN).ok
    assert says(opened(stage, STRANGER, "privacy.seen"), "seen-sample-note")


@pytest.mark.parametrize(
    "fault",
    [{"kind": "rate_limit", "retry_after": 30}, {"kind": "error", "error": "expired_trigger_id"}],
    ids=lambda fault: str(fault["kind"]),
)
def test_a_page_that_can_not_be_opened_is_said(stage: Stage, fault: dict[str, Any]) -> None:
    """The same words as a private answer, from the command and from the button."""
    board = stage.open_for_answers()
    stage.workspace.fault(**fault, method="views.open", times=1)
    answer = stage.ask(WRITER, "/apt integritet")
    assert says(answer, "privacy-from-invited", invited=12)
    stage.clock.advance(seconds=31)
    stage.workspace.fault(**fault, method="views.open", times=1)
    before = len(ephemerals(stage.person(WRITER), TEAM))
    assert stage.person(WRITER).press(board, PROTECTED).ok
    stage.wait(lambda: len(ephemerals(stage.person(WRITER), TEAM)) > before, "nothing is said")
    said = ephemerals(stage.person(WRITER), TEAM)[-1]
    assert says(visible_text(said), "privacy-not-chat")
    stage.clock.advance(seconds=31)
    assert stage.person(WRITER).press(said, SEEN).ok
    assert says(opened(stage, WRITER, "privacy.seen"), "seen-sample-note")


def test_an_example_that_comes_too_late_takes_the_place_of_the_page(stage: Stage) -> None:
    """The page is only read, so nothing is lost; a form under it stays."""
    board = stage.open_for_answers()
    person = stage.person(WRITER)
    form = stage.form(WRITER, board)
    assert person.press(form, PROTECTED).ok
    page = stage.opened(WRITER, "privacy")
    fault = {"kind": "error", "error": "expired_trigger_id"}
    stage.workspace.fault(**fault, method="views.push", times=1)
    assert person.press(page, SEEN).ok
    assert says(opened(stage, WRITER, "privacy.seen"), "seen-sample-note")
    assert len(person.views) == 2
    person.close(stage.opened(WRITER, "privacy.seen"))
    assert stage.opened(WRITER, "answer")["id"] == form["id"]


def test_nothing_real_is_seen_before_it_is_shared(stage: Stage) -> None:
    """Open, and closed but not shared, it is the example for all, the manager included."""
    stage.open_for_answers()
    before = {seen_by(stage, user) for user in (MANAGER, LEADER, WRITER)}
    stage.ask(MANAGER, "/apt stopp")
    stage.settle()
    assert len(before) == 1
    assert says(before.pop(), "seen-sample-note")


def test_the_real_one_is_seen_once_it_is_shared(stage: Stage) -> None:
    """Before sharing no word and no number of it; after, the very summary, in its channel alone."""
    board = closed(stage)
    for user in (MANAGER, LEADER, WRITER, GUEST):
        text = seen_by(stage, user)
        assert WORDS not in text
        assert "12 av 12" not in text
        assert says(text, "seen-sample-note")
    round_id = stage.summary()["blocks"][0]["block_id"].split("/")[1]
    assert stage.karin.press(stage.summary(), action_id="result.share").ok
    stage.wait(lambda: of_kind(stage.karin, TEAM, "shared"), "not shared")
    stage.settle()
    for user in (MANAGER, LEADER, WRITER, GUEST):
        text = seen_by(stage, user)
        assert WORDS in text
        assert "12 av 12 svarade." in text
        assert says(text, "seen-shared-note")
        assert "Exempel" not in text
    assert WORDS not in seen_by(stage, STRANGER, NIGHT)
    elsewhere = {**board, "channel": NIGHT}
    for action, form in (("privacy.seen", "privacy.seen"), ("privacy.open", "privacy")):
        assert forged_press(stage.workspace, STRANGER, elsewhere, action, round_id).ok
        text = opened(stage, STRANGER, form)
        assert WORDS not in text
        assert "12 av 12" not in text
        assert not says(text, "privacy-from-invited", invited=12)


def test_five_see_that_nothing_is_ever_shown(stage: Stage) -> None:
    """In a team under the threshold the example is the empty summary, with no number but six."""
    stage.open_for_answers(NIGHT)
    text = seen_by(stage, STRANGER, NIGHT)
    assert says(text, "seen-too-few-note")
    assert set(re.findall(r"\d+", text)) == {"3", "6"}  # the theme's own number, the threshold


def test_reading_it_writes_nothing_and_logs_nobody(
    stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    """No call but the form's own, and no line that tells who looked."""
    stage.open_for_answers()
    stage.settle()
    before = len(stage.workspace.calls)
    with caplog.at_level("DEBUG"):
        seen_by(stage, WRITER)
    methods = [call.method for call in stage.workspace.calls[before:]]
    assert methods == ["views.open", "views.push"]
    assert not [user for user in EVERYBODY if user in caplog.text]
