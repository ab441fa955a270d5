"""What a team has agreed to do, in the dialogue's message, on the page."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.driving import message
from tests.browser.test_looks import PHONE, SCHEMES, sideways, violations
from tests.e2e.places import LEADER, STEPS
from tests.e2e.stage import Stage

LAST = len(STEPS) - 1
LONG = (
    "Vi börjar varje rapport med en minut tyst läsning i pärmen, så att alla vet vad som har hänt "
    "sedan sist och ingen behöver fråga två gånger"
)


def looks_well(page: Page, shown: Locator, path: Path) -> None:
    """Nothing is cut off and nothing hinders anybody; a picture is left for whoever looks."""
    expect(shown).to_be_visible()
    assert violations(page) == []
    assert sideways(page) == 0
    shown.screenshot(path=path)


def write(page: Page, shown: Locator, activity: str) -> None:
    """Write down what was agreed, and close the receipt."""
    shown.get_by_role("button", name="Gör ett åtagande").click()
    form = page.get_by_role("dialog").last
    form.get_by_label("Vad ska vi göra?").fill(activity)
    form.get_by_role("button", name="Spara").click()
    receipt = page.get_by_role("dialog").last
    expect(receipt.get_by_text("✓ Sparat")).to_be_visible()
    receipt.get_by_role("button", name="Stäng").last.click()
    expect(receipt).to_be_hidden()


@SCHEMES
def test_agreed_and_looked_back_at(
    stage: Stage, open_page: OpenPage, tmp_path: Path, scheme: str
) -> None:
    """Written in the last step on a phone, seen by all there and at the next dialogue's start."""
    stage.set_up()
    stage.go_to(LAST)
    phone = open_page(LEADER, viewport=PHONE, color_scheme=scheme)
    wide = open_page("U0ALI", color_scheme=scheme)
    board = message(phone, f"Nu: {STEPS[LAST]}").last
    looks_well(phone, board, tmp_path / f"commit-phone-{scheme}.png")
    write(phone, board, LONG)
    expect(board).to_contain_text("Vi har kommit överens om")
    looks_well(phone, board, tmp_path / f"agreed-phone-{scheme}.png")
    here = message(wide, f"Nu: {STEPS[LAST]}").last
    expect(here).to_contain_text(LONG)
    looks_well(wide, here, tmp_path / f"agreed-wide-{scheme}.png")

    stage.advance(minutes=5)
    ended = message(phone, "Dialogen är slut").last
    looks_well(phone, ended, tmp_path / f"ended-phone-{scheme}.png")
    write(phone, ended, "Ett tomt blad i pärmen")
    expect(ended).to_contain_text("Ett tomt blad i pärmen · Alla")

    stage.ask("U0KARIN", "/apt start tema1")
    for page, name in ((phone, "phone"), (wide, "wide")):
        again = message(page, "Sedan sist").last
        looks_well(page, again, tmp_path / f"since-{name}-{scheme}.png")
    expect(ended.get_by_role("button")).to_have_count(0)
