"""A rolling survey in the browser: on a phone, in the dark, and on a wide screen."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.driving import message
from tests.browser.test_looks import PHONE
from tests.browser.test_pools import look, save_team, write
from tests.e2e.places import NIGHT
from tests.e2e.stage import Stage

LEAVER = "U0ALI"


def begin(page: Page) -> None:
    """Begin the survey from its page, which shows then that it is open."""
    expect(page.get_by_role("dialog")).to_have_count(0)
    write(page, "natt-manen", "/apt enkät")
    shown = message(page, "Ingen enkät är öppen här.").last
    expect(shown).to_be_visible()
    look(page)
    shown.get_by_role("button", name="Börja: Avslutningsenkät").click()
    page.get_by_role("dialog").get_by_role("button", name="Börja").click()
    expect(message(page, "Ingen är inbjuden i den här omgången än.").last).to_be_visible()
    look(page)


def invite(page: Page, name: str) -> None:
    """Invite somebody through the form."""
    shown = message(page, "Ingen är inbjuden i den här omgången än.").last
    shown.get_by_role("button", name="Bjud in någon som slutar").click()
    form = page.get_by_role("dialog", name="Bjud in till enkäten")
    form.get_by_role("button", name="Vilka slutar?").click()
    form.get_by_role("searchbox", name="Sök bland alternativen").fill(name)
    form.get_by_role("checkbox", name=name).check()
    look(page)
    form.get_by_role("button", name="Bjud in", exact=True).click()
    expect(form.get_by_text("1 person får strax en inbjudan")).to_be_visible()
    look(page)
    form.get_by_role("button", name="Stäng").last.click()


@pytest.mark.parametrize(
    "options", [{"viewport": PHONE}, {"color_scheme": "dark"}, {"color_scheme": "light"}], ids=str
)
def test_a_survey_is_begun_and_answered(
    stage: Stage, open_page: OpenPage, options: dict[str, object]
) -> None:
    """The page, the form, the invitation and the anonymous form: every step is readable."""
    karin = open_page("U0KARIN", place=NIGHT, **options)
    save_team(karin, "natt-manen")
    begin(karin)
    invite(karin, "Ali")

    leaver = open_page(LEAVER, place=NIGHT, **options)
    leaver.goto(f"{stage.workspace.url}/?as={LEAVER}#/{stage.person(LEAVER).direct}")
    asked = message(leaver, "Du är inbjuden att svara på enkäten")
    expect(asked).to_be_visible()
    look(leaver)
    asked.get_by_role("button", name="Svara anonymt").click()
    form = leaver.get_by_role("dialog", name="Svara anonymt")
    expect(form.get_by_text("Chefen för #natt-manen får en sammanfattning")).to_be_visible()
    look(leaver)
    form.get_by_label("Vad vill du skicka med").fill("Behåll fredagsfikat.")
    form.get_by_role("button", name="Skicka").click()
    expect(leaver.get_by_text("tidigast när")).to_be_visible()
    look(leaver)
