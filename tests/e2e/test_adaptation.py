"""The adaptation log over the real connection: from the end of a dialogue to the log."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.workspace import visible_text
from tests.e2e.forging import forged_press, forged_submit
from tests.e2e.material import OwnStage, after_workshop
from tests.e2e.places import COLLEAGUES, LEADER, MANAGER, NIGHT, STRANGER, TEAM
from tests.e2e.reading import Json, ephemerals, has_button, keys, said_later, says

MEMBER = COLLEAGUES[0]
CHANGED: dict[str, str | list[str] | None] = {"log-step-1": "changed"}
WHY: dict[str, str | list[str] | None] = {
    "log-text-1": "Vi stod i ring.",
    "log-text": "Stolarna räckte inte.",
}


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[OwnStage]:
    """The real bot on a workspace, where a workshop has just come to its end."""
    with after_workshop(tmp_path) as running:
        yield running


def private(stage: OwnStage, user: str) -> Json:
    """Return the latest of what only this person sees in the channel."""
    return ephemerals(stage.person(user), TEAM)[-1]


def form(stage: OwnStage, user: str, label: str, typed: str = "/apt logg") -> Json:
    """Type a command, press the button in its answer, and return the form that opens."""
    stage.ask(user, typed)
    assert stage.person(user).press(private(stage, user), label).ok
    return stage.opened(user, "log")


def test_log_is_written_read_and_changed(stage: OwnStage) -> None:
    """From the menu; a changed step asks why; the log is read and changed by the other leader."""
    person = stage.person(LEADER)
    view = form(stage, LEADER, "Skriv i anpassningsloggen", "/apt")
    assert "Som det var tänkt" in visible_text(view)
    choose(stage, LEADER, view, "log-step-1", "Ändrat")
    asked = person.wait_for_view("Vad gjorde ni i stället, och varför? (Samtal)")
    assert person.submit(asked, {**CHANGED, **WHY}).ok
    assert "✓ Sparat" in visible_text(stage.opened(LEADER, "receipt"))

    shown = stage.ask(MANAGER, "/apt log")
    for words in ("Ändrat: Samtal. Vi stod i ring.", "Varför: Stolarna räckte inte."):
        assert words in visible_text(private(stage, MANAGER)), shown
    again = form(stage, MANAGER, "Ändra")
    assert "Vi stod i ring." in str(again["blocks"])
    assert stage.karin.submit(again, {"log-text": "Vi lånar stolar nästa gång."}).ok
    stage.ask(LEADER, "/apt anpassningslogg")
    assert "Vi lånar stolar nästa gång." in visible_text(private(stage, LEADER))
    stage.ask(LEADER, "/apt")
    assert not has_button(private(stage, LEADER), "log.write")
    assert keys(stage.karin, TEAM) == ["board"]


def choose(stage: OwnStage, user: str, view: Json, block_id: str, label: str) -> None:
    """Choose in a select of the form, as a person would."""
    block = next(b for b in view["blocks"] if b["block_id"] == block_id)
    option = next(o for o in block["element"]["options"] if o["text"]["text"] == label)
    value = {"type": "static_select", "selected_option": option}
    assert stage.person(user)._act(view, block, block["element"], value).ok


def test_what_points_a_person_out_is_said_in_the_form(stage: OwnStage) -> None:
    """At the last field, with what was found; mended, it is kept."""
    view = form(stage, MANAGER, "Skriv i loggen")
    result = stage.karin.submit(view, {"log-text": "Ring 070-174 06 05."})
    assert list(result.errors) == ["log-text"]
    assert "070-174 06 05" in result.errors["log-text"]
    assert stage.karin.submit(view, {"log-text": "Vi ringde inte."}).ok


def test_members_neither_read_nor_write(stage: OwnStage) -> None:
    """The command and the forged button are answered in words, to a member and to a stranger."""
    assert says(stage.ask(MEMBER, "/apt logg"), "error-not-allowed")
    view = form(stage, MANAGER, "Skriv i loggen")
    message, value = private(stage, MANAGER), view["private_metadata"].split(" ")[0]
    stage.person(STRANGER).command(NIGHT, "/apt lag")
    for user in (MEMBER, STRANGER):
        before = len(said_later(stage.workspace))
        assert forged_press(stage.workspace, user, message, "log.write", value).ok
        assert says(stage.said(before), "error-not-allowed")
        outcome = forged_submit(stage.workspace, user, view)
        assert outcome.payload["response_action"] == "errors"
    stage.ask(MANAGER, "/apt logg")
    assert has_button(private(stage, MANAGER), "log.write")
    assert "Inget är skrivet än." in visible_text(private(stage, MANAGER))
