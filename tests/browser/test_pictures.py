"""The picture of a result on the page: seen, read aloud, fit for every width and both themes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.driving import message
from tests.browser.test_looks import PHONE, sideways, violations
from tests.e2e.places import MANAGER, TEAM
from tests.e2e.stage import Stage

WIDE = {"width": 1200, "height": 900}


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    """The real bot on a workspace, and a summary that has been shared."""
    with Stage(tmp_path).on() as running:
        running.start_bot()
        board = running.open_for_answers()
        running.answer_all(board, 10)
        running.ask(MANAGER, "/apt stopp")
        assert running.karin.press(running.summary(), "Dela nu").ok
        running.settle()
        yield running


def picture(page: Page) -> Locator:
    """The picture in the summary, loaded."""
    found = message(page, "Sammanfattning:").first.get_by_role("img")
    found.scroll_into_view_if_needed()
    expect(found).to_have_js_property("naturalWidth", 780)
    return found


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_picture_is_seen_and_read(
    stage: Stage, open_page: OpenPage, scheme: str, size: dict[str, int]
) -> None:
    """Large enough to read, no wider than the page, and its words are the alternative text."""
    for user, place in ((MANAGER, stage.karin.direct), ("U0ALI", TEAM)):
        page = open_page(user, place=place, viewport=size, color_scheme=scheme)
        shown = picture(page)
        expect(shown).to_have_attribute("alt", stage_words(stage))
        box = shown.bounding_box()
        assert box is not None
        assert box["width"] > 0.6 * min(size["width"], 390)
        assert box["height"] / box["width"] == pytest.approx(1.4, abs=0.3), "not distorted"
        assert sideways(page) == 0
        assert violations(page) == []


def stage_words(stage: Stage) -> str:
    """What the message says in place of the picture."""
    (image,) = [block for block in stage.summary()["blocks"] if block["type"] == "image"]
    return str(image["alt_text"])
