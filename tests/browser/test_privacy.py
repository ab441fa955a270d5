"""How answers are protected, read on a phone, in the light and in the dark."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.test_dialogue import board
from tests.browser.test_looks import PHONE, SCHEMES, sideways, violations
from tests.e2e.stage import Stage

PROTECTED, SEEN = "Så skyddas svaren", "Visa vad chefen ser"


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    """The real bot on a workspace, with a dialogue that takes answers."""
    with Stage(tmp_path).on() as running:
        running.start_bot()
        running.open_for_answers()
        yield running


def middle(one: Locator) -> float:
    """Return how far down the middle of something is."""
    box = one.bounding_box()
    assert box is not None
    return box["y"] + box["height"] / 2


def dialog(page: Page, name: str) -> Locator:
    """Return the form of this name, once it is there."""
    form = page.get_by_role("dialog", name=name)
    expect(form).to_be_visible()
    return form


@SCHEMES
def test_page_and_example_on_a_phone(stage: Stage, open_page: OpenPage, scheme: str) -> None:
    """The two buttons stand side by side; what they open is accessible and nothing is cut off."""
    page = open_page("U0ALI", viewport=PHONE, color_scheme=scheme)
    answer = board(page).get_by_role("button", name="Svara anonymt")
    protected = board(page).get_by_role("button", name=PROTECTED)
    expect(protected).to_be_visible()
    assert abs(middle(answer) - middle(protected)) < 1
    assert sideways(page) == 0

    protected.click()
    read = dialog(page, PROTECTED)
    expect(read.get_by_text("Ni är 12 som kan svara.")).to_be_visible()
    assert violations(page) == []
    assert sideways(page) == 0

    read.get_by_role("button", name=SEEN).click()
    example = dialog(page, "Exempel: påhittade svar")
    expect(example.get_by_text("Exempel: 10 av 12 svarade.")).to_be_visible()
    assert violations(page) == []
    assert sideways(page) == 0


def test_promise_and_page_from_the_form(stage: Stage, open_page: OpenPage) -> None:
    """The promise stands above the button; the page closed, what was written is still there."""
    page = open_page("U0ALI", viewport=PHONE)
    board(page).get_by_role("button", name="Svara anonymt").click()
    form = dialog(page, "Svara anonymt")
    form.get_by_label("Vad hjälper dig mest").fill("Lugna morgnar.")
    form.get_by_role("button", name=PROTECTED).click()
    read = dialog(page, PROTECTED)
    assert violations(page) == []
    read.get_by_role("button", name="Stäng").last.click()
    expect(read).to_be_hidden()
    form = dialog(page, "Svara anonymt")
    expect(form.get_by_label("Vad hjälper dig mest")).to_have_value("Lugna morgnar.")
