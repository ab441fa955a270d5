"""A text that may give somebody away, in the browser: refused, asked about, changed, sent."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.driving import message
from tests.browser.test_looks import PHONE, sideways, violations
from tests.e2e.stage import Stage

NAMED = "Hittepås lugn hjälper i rum 12."
PHONE_NUMBER = "070-174 06 05"


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    """The real bot on a workspace with a dialogue that takes answers."""
    with Stage(tmp_path).on() as running:
        running.start_bot()
        running.open_for_answers()
        yield running


def open_form(page: Page) -> Locator:
    """Press **Svara anonymt** and return the form."""
    page.get_by_role("button", name="Svara anonymt").last.click()
    form = page.get_by_role("dialog", name="Svara anonymt")
    expect(form).to_be_visible()
    return form


def comment(form: Locator) -> Locator:
    """The field for words of one's own."""
    return form.get_by_label("Vad hjälper dig mest")


def hand_in(form: Locator, text: str) -> None:
    """Write, say yes to the words being shown, and send."""
    comment(form).fill(text)
    form.get_by_role("checkbox", name="Ja, det jag skrivit").check()
    form.get_by_role("button", name="Skicka").click()


def question(page: Page) -> Locator:
    """The form that is laid on top."""
    found = page.get_by_role("dialog", name="Läs en gång till")
    expect(found.get_by_text("Namn: Hittepås")).to_be_visible()
    return found


@pytest.mark.parametrize(
    ("scheme", "size"),
    [("light", {"width": 1200, "height": 900}), ("dark", PHONE)],
    ids=["light", "dark-phone"],
)
@pytest.mark.usefixtures("stage")
def test_read_once_more_change_and_send(
    open_page: OpenPage, scheme: str, size: dict[str, int]
) -> None:
    """Refused, then asked, back to the text as it was, asked again, and sent; nothing is left."""
    ali = open_page("U0ALI", color_scheme=scheme, viewport=size)
    expect(message(ali, "Knapparna är till för chef").last).to_be_visible()
    form = open_form(ali)
    hand_in(form, f"Ring {PHONE_NUMBER}.")
    expect(form.get_by_text(f"ett telefonnummer: {PHONE_NUMBER}")).to_be_visible()
    expect(comment(form)).to_have_value(f"Ring {PHONE_NUMBER}.")
    expect(comment(form)).to_be_focused()
    assert violations(ali) == []

    hand_in(form, NAMED)
    asked = question(ali)
    expect(asked.get_by_text("Rum: rum 12")).to_be_visible()
    expect(asked.get_by_text(NAMED)).to_be_visible()
    assert violations(ali) == []
    assert sideways(ali) == 0

    asked.get_by_role("button", name="Ändra").click()
    form = ali.get_by_role("dialog", name="Svara anonymt")
    expect(comment(form)).to_have_value(NAMED)
    expect(form.get_by_role("checkbox", name="Ja, det jag skrivit")).to_be_checked()
    assert violations(ali) == []

    form.get_by_role("button", name="Skicka").click()
    question(ali).get_by_role("button", name="Skicka ändå").click()
    receipt = ali.get_by_role("dialog", name="Tack!")
    expect(receipt.get_by_text("Ditt svar är mottaget")).to_be_visible()
    expect(receipt.get_by_role("button", name="Tillbaka")).to_be_hidden()
    assert violations(ali) == []
    receipt.get_by_role("button", name="Stäng").last.click()
    expect(ali.get_by_role("dialog")).to_have_count(0)
    expect(comment(open_form(ali))).to_have_value(NAMED)


@pytest.mark.usefixtures("stage")
def test_keyboard_goes_back_to_the_text(open_page: OpenPage) -> None:
    """Escape is **Ändra**: what was written is there, and the page can be loaded anew."""
    ali = open_page("U0ALI")
    hand_in(open_form(ali), NAMED)
    question(ali)
    ali.keyboard.press("Escape")
    form = ali.get_by_role("dialog", name="Svara anonymt")
    expect(comment(form)).to_have_value(NAMED)
    ali.reload()
    expect(comment(ali.get_by_role("dialog", name="Svara anonymt"))).to_have_value(NAMED)
