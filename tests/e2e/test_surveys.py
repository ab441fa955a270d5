"""A rolling survey over the wire, through three quarters of a year."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain.quarter import Quarter
from bot.workspace import visible_text
from tests.e2e.forging import forged_press
from tests.e2e.places import COLLEAGUES, GUEST, MANAGER, NIGHT, STRANGER, TENANT, key
from tests.e2e.reading import Json, ephemerals, of_kind, said_later, says
from tests.e2e.stage import Stage
from tests.e2e.test_pools import save_team

ZONE = "Europe/Stockholm"
GIVEN: dict[str, str | list[str] | None] = {
    "Meningsfullhet": "5",
    "Hanterbarhet": "2",
    "Begriplighet": "6",
    "Vad vill du skicka med": "Behåll fredagsfikat.",
}


@pytest.fixture
def hr(stage: Stage) -> Stage:
    """HR's own channel, with Karin as its manager, and a survey that has been begun."""
    save_team(stage, MANAGER, NIGHT)
    assert stage.karin.press(page(stage, MANAGER), "Börja: Avslutningsenkät").ok
    stage.wait(lambda: "Öppen till och med" in text_of(stage), "the survey is not open")
    return stage


def page(stage: Stage, user: str) -> Json:
    """Type `/apt enkät` and return the private page."""
    assert stage.person(user).command(NIGHT, "/apt enkät").ok
    return ephemerals(stage.person(user), NIGHT)[-1]


def text_of(stage: Stage) -> str:
    """Return what the page says to the manager."""
    return visible_text(page(stage, MANAGER))


def invite(stage: Stage, *users: str) -> str:
    """Invite the people through the form; return what the form turns into."""
    assert stage.karin.press(page(stage, MANAGER), "Bjud in någon som slutar").ok
    form = stage.opened(MANAGER, "survey.invite")
    assert stage.karin.submit(form, {"Vilka slutar?": list(users)}).ok
    receipt = stage.opened(MANAGER, "receipt")
    stage.karin.close(receipt, clear=True)
    return visible_text(receipt)


def invitation(stage: Stage, user: str) -> Json:
    """Wait for the latest invitation in somebody's private messages."""
    person = stage.person(user)
    return person.wait_for_message(person.direct, "Du är inbjuden att svara")


def answer(stage: Stage, *users: str) -> None:
    """Have each answer in the form that the invitation opens."""
    for user in users:
        assert stage.answer(user, invitation(stage, user), GIVEN).ok


def to_next_quarter(stage: Stage) -> None:
    """Let the present quarter end, and all that follows happen."""
    now = stage.clock.now()
    left = Quarter.of(now, ZONE).ends(ZONE) - now + timedelta(seconds=1)
    stage.advance(seconds=left.total_seconds())
    stage.settle()


def test_three_quarters(hr: Stage) -> None:
    """Too few wait; enough are counted with the quarters' names; the next box is empty."""
    first = Quarter.of(hr.clock.now(), ZONE)
    assert f"kvartal {first.number} {first.year}" in text_of(hr)
    assert "3 personer får strax en inbjudan" in invite(hr, *COLLEAGUES[:3])
    answer(hr, *COLLEAGUES[:3])
    to_next_quarter(hr)
    note = hr.karin.wait_for_message(hr.karin.direct, "Färre än 6 har svarat")
    assert "Därför räknas ingenting än" in visible_text(note)
    assert hr.summaries() == []

    assert "1 person var redan inbjuden" in invite(hr, *COLLEAGUES[2:7])
    answer(hr, *COLLEAGUES[3:7])
    to_next_quarter(hr)
    summary = visible_text(hr.summary())
    assert "Sammanfattning: Avslutningsenkät, kvartal" in summary
    assert "7 av 7 svarade." in summary
    assert "dialog" not in summary

    third = Quarter.of(hr.clock.now(), ZONE)
    assert third.since(first) == 2
    shown = text_of(hr)
    assert f"Avslutningsenkät, kvartal {third.number} {third.year}" in shown
    assert "Ingen är inbjuden i den här omgången än" in shown
    late = hr.person(COLLEAGUES[0])
    before = len(said_later(hr.workspace))
    assert late.press(invitation(hr, COLLEAGUES[0]), "Svara anonymt").ok
    assert says(hr.said(before), "error-round-closed")
    to_next_quarter(hr)
    assert len(hr.summaries()) == 1
    assert of_kind(hr.karin, NIGHT, "board") == []


def test_a_bot_that_was_off_over_the_turn(hr: Stage) -> None:
    """Started again in the next quarter, it counts once."""
    invite(hr, *COLLEAGUES[:6])
    answer(hr, *COLLEAGUES[:6])
    hr.settle()
    hr.stop_bot()
    now = hr.clock.now()
    hr.clock.advance(seconds=(Quarter.of(now, ZONE).ends(ZONE) - now).total_seconds() + 60)
    hr.start_bot()
    assert "6 av 6 svarade." in visible_text(hr.summary())
    hr.settle()
    hr.stop_bot()
    hr.start_bot()
    hr.settle()
    assert len(hr.summaries()) == 1


def test_the_invited_read_who_sees_what(hr: Stage) -> None:
    """Before they answer: whose survey it is, what is protected, and an example."""
    invite(hr, COLLEAGUES[0])
    message = invitation(hr, COLLEAGUES[0])
    assert "Chefen för #natt-manen" in visible_text(message)
    assert "frivillig" in visible_text(message)
    person = hr.person(COLLEAGUES[0])
    assert person.press(message, "Så skyddas svaren").ok
    told = visible_text(hr.opened(COLLEAGUES[0], "privacy"))
    assert "Chefen för #natt-manen bjuder in en och en" in told
    assert "dialog" not in told.lower()
    assert person.press(hr.opened(COLLEAGUES[0], "privacy"), "Visa vad chefen ser").ok
    assert "påhittade" in visible_text(hr.opened(COLLEAGUES[0], "privacy.seen"))


def test_those_who_can_not_be_invited(hr: Stage) -> None:
    """The form says who and why, and keeps what was chosen; nobody has been invited."""
    assert hr.karin.press(page(hr, MANAGER), "Bjud in någon som slutar").ok
    form = hr.opened(MANAGER, "survey.invite")
    for user, words in ((GUEST, "är gäst här"), (MANAGER, "är chef för enkäten")):
        outcome = hr.karin.submit(form, {"Vilka slutar?": [COLLEAGUES[0], user]})
        assert words in outcome.errors["invited"]
    assert "Ingen är inbjuden" in text_of(hr)


def test_it_is_not_started_as_a_dialogue(hr: Stage) -> None:
    """Whoever tries is told how it is used."""
    said = hr.ask(MANAGER, "/apt start avslutningsenkät", NIGHT)
    assert "startas inte som en dialog" in said
    assert "/apt enkät" in said


def test_ending(hr: Stage) -> None:
    """Asked before, told after; it can be taken up again."""
    assert hr.karin.press(page(hr, MANAGER), "Sluta med enkäten").ok
    hr.wait(lambda: "Avslutas" in text_of(hr), "it does not end")
    assert hr.karin.press(page(hr, MANAGER), "Fortsätt med enkäten").ok
    hr.wait(lambda: "Avslutas" not in text_of(hr), "it does not go on")


def test_forged_presses_and_forms(hr: Stage) -> None:
    """Only the manager acts, whatever a button says; all others are refused in words."""
    assert hr.bot is not None
    (team,) = hr.bot.deps.store.read(lambda tx: tx.teams.managed_by(key(MANAGER)))
    assert team.tenant == TENANT
    ref = "avslutningsenkat/enkat"
    shown = {**page(hr, MANAGER), "channel": NIGHT}
    for user, action, value, id in (
        (STRANGER, "survey.invite", team.id, "error-manager-only"),
        (STRANGER, "survey.stop", team.id, "error-manager-only"),
        (STRANGER, "survey.start", f"{team.id} {ref}", "error-manager-only"),
        (MANAGER, "survey.stop", "gurka", "error-unknown-team"),
        (MANAGER, "survey.start", f"{team.id} gurka", "reply-failed"),
        (MANAGER, "survey.start", "gurka", "reply-failed"),
    ):
        before = len(said_later(hr.workspace))
        assert forged_press(hr.workspace, user, shown, action, value).ok
        assert says(hr.said(before), id), (user, action)
    assert "Avslutas" not in text_of(hr)
