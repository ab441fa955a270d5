"""The team's page and answering together in the browser, on a phone and in the dark."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.driving import message
from tests.browser.test_looks import PHONE, sideways, violations
from tests.e2e.places import ANSWER_STEP, NIGHT, STEPS
from tests.e2e.stage import Stage

KITCHEN, CHEF = "C0KOKET", "U0GUSTAV"


def look(page: Page) -> None:
    """Whatever is shown is accessible and no wider than the window."""
    assert violations(page) == []
    assert sideways(page) == 0


def write(page: Page, channel: str, text: str) -> None:
    """Write a line in the channel."""
    field = page.get_by_role("textbox", name=f"Skriv i #{channel}")
    field.fill(text)
    field.press("Enter")


def save_team(page: Page, channel: str) -> None:
    """Set the team up through `/apt lag`, without a dialogue."""
    write(page, channel, "/apt lag")
    form = page.get_by_role("dialog", name="Första gången här")
    expect(form.get_by_text("visas aldrig något resultat för bara det här teamet")).to_be_visible()
    expect(form.get_by_role("radio", name="Ja, alla får se samma sak")).to_be_checked()
    look(page)
    form.get_by_role("button", name="Spara").click()
    expect(form.get_by_text("Teamet är sparat.")).to_be_visible()
    form.get_by_role("button", name="Stäng").last.click()


def choose(page: Page, channel: str, team: str) -> Locator:
    """Choose a team to answer together with; return the page of the own team."""
    write(page, channel, "/apt lag")
    own = message(page, f"Ert team: #{channel}").last
    expect(own).to_contain_text("Ni svarar för er själva.")
    look(page)
    own.get_by_role("button", name="Svara tillsammans med andra team").click()
    form = page.get_by_role("dialog", name="Svara tillsammans")
    form.get_by_label("Sök team").fill(team)
    form.get_by_label("Sök team").press("Enter")
    form.get_by_role("button", name="Vilka team").click()
    form.get_by_role("checkbox", name=team).check()
    look(page)
    form.get_by_role("button", name="Svara tillsammans", exact=True).click()
    expect(form.get_by_text("har fått en fråga")).to_be_visible()
    form.get_by_role("button", name="Stäng").last.click()
    return own


@pytest.mark.parametrize("options", [{"viewport": PHONE}, {"color_scheme": "dark"}], ids=str)
def test_two_teams_answer_together(
    stage: Stage, open_page: OpenPage, options: dict[str, object]
) -> None:
    """Set up, choose, accept, start: every step is readable, and the board tells of the box."""
    karin = open_page("U0KARIN", place=NIGHT, **options)
    save_team(karin, "natt-manen")
    chef = open_page(CHEF, place=KITCHEN, **options)
    save_team(chef, "koket")
    choose(karin, "natt-manen", "#koket")

    chef.goto(f"{stage.workspace.url}/?as={CHEF}#/{stage.person(CHEF).direct}")
    asked = message(chef, "vill svara tillsammans med #koket")
    expect(asked).to_be_visible()
    look(chef)
    asked.get_by_role("button", name="Gå med").click()
    expect(message(chef, "svarar från och med nästa dialog").first).to_be_visible()
    look(chef)

    write(karin, "natt-manen", "/apt start tema3")
    board = message(karin, "Knapparna är till för chef").last
    for number in range(ANSWER_STEP):
        expect(board).to_contain_text(f"Nu: {STEPS[number]}")
        board.get_by_role("button", name="Nästa steg").click()
    expect(board).to_contain_text("Lådan är gemensam med #koket.")
    look(karin)
    board.get_by_role("button", name="Stopp").click()
    question = karin.get_by_role("dialog")
    expect(question).to_contain_text("Svaren ligger kvar i den gemensamma lådan")
    question.get_by_role("button", name="Avsluta nu").click()
    over = message(karin, "Dialogen är slut för ert team.")
    expect(over.get_by_role("button", name="Svara anonymt")).to_be_visible()
    look(karin)
