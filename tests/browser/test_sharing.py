"""The manager's summary in the browser: when it is shared, and what is hidden from the team."""

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

LONG = (
    "Det blir lugnare när vi får veta i förväg vem som är borta, och när den som kommer "
    "till hinner få en genomgång innan morgonen drar i gång på allvar. Så var det i våras."
)


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    """The real bot on a workspace, and a dialogue with comments that may be shown."""
    with Stage(tmp_path).on() as running:
        running.start_bot()
        board = running.open_for_answers()
        running.answer_all(board, 11, consent=True)
        given: dict[str, str | list[str] | None] = {
            "Meningsfullhet": "4",
            "Vad hjälper dig": LONG,
            "verbatim": ["yes"],
        }
        assert running.answer("U0LINNEA", board, given).ok
        running.ask(MANAGER, "/apt stopp")
        running.summary()
        running.settle()
        yield running


def summary(page: Page) -> Locator:
    """The manager's summary."""
    return message(page, "Sammanfattning:").first


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_comment_is_hidden_on_a_phone(stage: Stage, open_page: OpenPage, scheme: str) -> None:
    """The form can be read and used by all; the summary says what is hidden, in words."""
    karin = open_page("U0KARIN", place=stage.karin.direct, viewport=PHONE, color_scheme=scheme)
    expect(summary(karin)).to_contain_text("Delar du inte nu delas den av sig själv")
    summary(karin).get_by_role("button", name="Dölj en kommentar").click()
    form = karin.get_by_role("dialog", name="Dölj en kommentar")
    form.get_by_role("button", name="Kommentarer som teamet inte får se").click()
    expect(form.get_by_text("innan morgonen drar")).to_be_visible()
    assert violations(karin) == []
    assert sideways(karin) == 0
    form.get_by_role("checkbox", name="Det blir lugnare när").check()
    form.get_by_role("button", name="Spara").click()
    receipt = karin.get_by_role("dialog")
    expect(receipt.get_by_text("1 kommentar är dold för teamet.")).to_be_visible()
    assert violations(karin) == []
    receipt.get_by_role("button", name="Stäng").last.click()
    expect(summary(karin)).to_contain_text("Dold för teamet")
    assert violations(karin) == []

    summary(karin).get_by_role("button", name="Dela nu").click()
    karin.get_by_role("dialog").get_by_role("button", name="Dela", exact=True).click()
    expect(summary(karin)).to_contain_text("Delad med teamet.")
    ali = open_page("U0ALI", place=TEAM, viewport=PHONE, color_scheme=scheme)
    shared = summary(ali)
    expect(shared).to_contain_text("1 kommentar är dold av chefen.")
    expect(shared).to_contain_text("Mening nummer 3 av alla.")
    expect(shared).not_to_contain_text("Det blir lugnare")
    assert violations(ali) == []
    assert sideways(ali) == 0
