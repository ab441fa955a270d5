"""Answering after the meeting, in the browser: the team's page, the message and the reminder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.driving import message
from tests.browser.test_looks import PHONE, sideways, violations
from tests.e2e.places import COLLEAGUES, TEAM
from tests.e2e.stage import Stage
from tests.e2e.test_pools import save_team
from tests.e2e.windowing import hold, monday, next_day, reminder

ALI = COLLEAGUES[0]
LOOKS = [{}, {"viewport": PHONE}, {"color_scheme": "dark"}]


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    """The real bot on a workspace whose clock the test moves, on a Monday."""
    with Stage(tmp_path).on() as running:
        running.start_bot()
        monday(running)
        yield running


def look(page: Page) -> None:
    """Whatever is shown is accessible and no wider than the window."""
    assert violations(page) == []
    assert sideways(page) == 0


@pytest.mark.parametrize("options", LOOKS, ids=str)
def test_from_the_choice_to_the_reminder(
    stage: Stage, open_page: OpenPage, options: dict[str, object]
) -> None:
    """The manager chooses, the box stays open, and Ali answers by the reminder the next day."""
    stage.karin.close(save_team(stage, "U0KARIN", TEAM), clear=True)
    karin = open_page("U0KARIN", **options)
    field = karin.get_by_role("textbox", name="Skriv i #arbetslag-solrosen")
    field.fill("/apt lag")
    field.press("Enter")
    own = message(karin, "Ert team: #arbetslag-solrosen").last
    expect(own).to_contain_text("Lådan stängs när dialogen är slut.")
    look(karin)
    own.get_by_role("button", name="Ändra svarstiden").click()
    choices = message(karin, "Hur länge kan ni svara?")
    look(karin)
    choices.get_by_role("button", name="Till dagen efter").click()
    expect(message(karin, "en dag efter dialogen").last).to_be_visible()
    look(karin)

    hold(stage)
    board = message(karin, "Lådan är fortfarande öppen.")
    expect(board).to_contain_text("Svara senast")
    expect(board).to_contain_text("18:00")
    expect(board.get_by_role("button", name="Svara anonymt")).to_be_visible()
    look(karin)

    next_day(stage, 10)
    reminder(stage, ALI)
    ali = open_page(ALI, place=stage.person(ALI).direct, **options)
    told = message(ali, "Har du redan svarat behöver du inte göra något.")
    expect(told.get_by_role("heading", name="Svara senast tisdag")).to_be_visible()
    look(ali)
    told.get_by_role("button", name="Inga fler påminnelser").click()
    expect(told).to_contain_text("Du får inga fler påminnelser")
    look(ali)
    told.get_by_role("button", name="Slå på påminnelser").click()
    expect(told.get_by_role("button", name="Inga fler påminnelser")).to_be_visible()
    told.get_by_role("button", name="Svara anonymt").click()
    form = ali.get_by_role("dialog", name="Svara anonymt")
    expect(form).to_contain_text("Lådan stängs tisdag")
    look(ali)
