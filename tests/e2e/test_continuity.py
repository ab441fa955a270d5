"""Another manager, and wishes for themes, over the wire."""

from __future__ import annotations

import pytest

from bot.workspace import visible_text
from tests.e2e.forging import forged_press
from tests.e2e.places import COLLEAGUES, GUEST, MANAGER, STRANGER, TEAM, key
from tests.e2e.reading import Json, ephemerals, standing
from tests.e2e.stage import Stage
from tests.e2e.test_pools import page, save_team

ALI, BRITTA, CESAR, DUNJA = COLLEAGUES[:4]
ADMIN = "U0RAFIQ"
"""Somebody who looks after the bot, and is not in the team's channel."""


@pytest.fixture
def stage(empty_stage: Stage, monkeypatch: pytest.MonkeyPatch) -> Stage:
    """A team, and an admin."""
    given = empty_stage.settings.model_copy(update={"admins": ADMIN})
    monkeypatch.setattr(Stage, "settings", property(lambda _: given))
    empty_stage.start_bot()
    empty_stage.karin.close(save_team(empty_stage, MANAGER, TEAM), clear=True)
    return empty_stage


def managers(stage: Stage) -> set[str]:
    """Return who is the team's manager."""
    assert stage.bot is not None
    team = stage.bot.deps.store.read(lambda tx: tx.teams.at(key(MANAGER).tenant, TEAM))
    assert team is not None
    return {person.user for person in team.managers}


def asked(stage: Stage, user: str, words: str) -> Json:
    """Wait for a private message."""
    person = stage.person(user)
    return person.wait_for_message(person.direct, words)


def told(stage: Stage, user: str, words: str, channel: str = TEAM) -> Json:
    """Wait for words that only one person sees in the channel."""
    person = stage.person(user)

    def found() -> Json | None:
        every = [*ephemerals(person, channel), *ephemerals(person, person.direct)]
        return next((each for each in every if words in visible_text(each)), None)

    seen = stage.wait(found, f"{user} is not told: {words}")
    assert seen is not None
    return seen


def test_handed_over_in_the_form(stage: Stage) -> None:
    """A guest is refused at the field; then Ali is the manager, and Karin is told no more."""
    assert stage.karin.press(page(stage, MANAGER, TEAM), "Byt chef eller samtalsledare").ok
    form = stage.opened(MANAGER, "manager")
    refused = stage.karin.submit(form, {"Ny chef": [GUEST]})
    assert "Välj en chef som är med i kanalen" in str(refused.errors)
    assert stage.karin.submit(form, {"Ny chef": [ALI], "Samtalsledare": [BRITTA, CESAR]}).ok
    stage.opened(MANAGER, "receipt")
    asked(stage, ALI, "Du är nu chef för #arbetslag-solrosen")
    assert managers(stage) == {ALI}
    own = page(stage, ALI, TEAM)
    assert "Byt chef" in str(own["blocks"])
    forged_press(stage.workspace, MANAGER, own, "team.language", "x en")
    told(stage, MANAGER, "Jag hittar inte teamet")


def test_asked_for_and_approved_by_an_admin(stage: Stage) -> None:
    """The manager has left: whoever looks after the bot says yes, and all are told."""
    ali = stage.person(ALI)
    assert ali.press(page(stage, ALI, TEAM), "Jag är ny chef här").ok
    question = asked(stage, ADMIN, "har bett om att bli chef")
    asked(stage, MANAGER, "har bett om att bli chef")
    waiting = asked(stage, ALI, "är skickad till den som är chef nu")
    for user in (ALI, STRANGER, BRITTA):
        value = value_of(question, "manager.yes")
        forged_press(stage.workspace, user, question, "manager.yes", value)
        stage.settle()
    assert managers(stage) == {MANAGER}
    assert stage.person(ADMIN).press(question, "Godkänn").ok
    asked(stage, ALI, "Du är nu chef för #arbetslag-solrosen")
    asked(stage, MANAGER, "har fått en ny chef. Du är inte längre chef")
    stage.settle()
    now = next(each for each in standing(ali, ali.direct) if each["ts"] == waiting["ts"])
    assert "✓" in visible_text(now)
    assert managers(stage) == {ALI}


def value_of(message: Json, action: str) -> str:
    """Return what a button of the message carries."""
    elements = (e for block in message["blocks"] for e in block.get("elements", ()))
    return str(next(e["value"] for e in elements if e.get("action_id", "").startswith(action)))


def test_taken_back_before_the_answer(stage: Stage) -> None:
    """A yes that comes too late changes nothing."""
    ali = stage.person(ALI)
    assert ali.press(page(stage, ALI, TEAM), "Jag är ny chef här").ok
    question = asked(stage, MANAGER, "har bett om att bli chef")
    assert ali.press(asked(stage, ALI, "är skickad till"), "Dra tillbaka frågan").ok
    asked(stage, MANAGER, "tillbakadragen")
    value = value_of(question, "manager.yes")
    forged_press(stage.workspace, MANAGER, question, "manager.yes", value)
    stage.settle()
    assert managers(stage) == {MANAGER}


def test_a_guest_can_not_ask(stage: Stage) -> None:
    """The words say who can."""
    assert stage.person(GUEST).press(page(stage, GUEST, TEAM), "Jag är ny chef här").ok
    told(stage, GUEST, "Bara den som är med i kanalen")


def test_wishes_from_three_on(stage: Stage) -> None:
    """By the command and by the button; the plan tells it, and one is taken back."""
    for user in (ALI, CESAR):
        stage.ask(user, "/apt önska tema4")
        told(stage, user, "Din önskan är sparad: 4.")
    assert "Önskat" not in plan_of(stage)
    dunja = stage.person(DUNJA)
    stage.ask(DUNJA, "/apt önska")
    every = ephemerals(dunja, TEAM)[-1]
    forged_press(stage.workspace, DUNJA, every, "wish.make", "tio-teman/tema4")
    kept = told(stage, DUNJA, "Din önskan är sparad: 4.")
    assert "Önskat: 4." in plan_of(stage)
    assert dunja.press(kept, "Ta tillbaka").ok
    told(stage, DUNJA, "Önskan är borttagen")
    assert "Önskat" not in plan_of(stage)


def plan_of(stage: Stage) -> str:
    """Return the words of the plan as the manager sees it."""
    stage.ask(MANAGER, "/apt plan")
    return visible_text(ephemerals(stage.karin, TEAM)[-1])


def test_what_can_not_be_wished_for_is_said(stage: Stage) -> None:
    """An unknown theme, a guest, the manager, a forged value."""
    assert "Jag hittar inget tema" in stage.ask(ALI, "/apt önska tema99")
    assert "Du leder teamet" in stage.ask(MANAGER, "/apt önska")
    stage.ask(GUEST, "/apt önska tema4")
    told(stage, GUEST, "Bara den som är med i kanalen")
    stage.ask(ALI, "/apt önska")
    every = ephemerals(stage.person(ALI), TEAM)[-1]
    for forged in ("", "x", "a/b/c", "no/theme", "tio-teman/tema4 x"):
        forged_press(stage.workspace, ALI, every, "wish.make", forged)
        forged_press(stage.workspace, MANAGER, every, "wish.take", forged)
    stage.settle()
    assert "Önskat" not in plan_of(stage)
