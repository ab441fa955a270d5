"""The plan in people's own calendars, in the browser: the page, the link, the file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.driving import message
from tests.browser.test_looks import PHONE, sideways, violations
from tests.e2e.places import MANAGER, TEAM
from tests.e2e.test_calendar import ServedStage, events, fridays, plan_fridays
from tests.e2e.test_pools import save_team

LOOKS = [{}, {"viewport": PHONE}, {"color_scheme": "dark"}]


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[ServedStage]:
    """A team with a plan, and a bot that serves calendars."""
    with ServedStage(tmp_path).on() as running:
        running.start_served()
        running.karin.close(save_team(running, MANAGER, TEAM), clear=True)
        plan_fridays(running)
        running.karin.close(running.opened(MANAGER, "receipt"), clear=True)
        yield running


def shown(page: Page) -> Locator:
    """Type the command and return the page about calendars."""
    field = page.get_by_role("textbox", name="Skriv i #arbetslag-solrosen")
    field.fill("/apt kalender")
    field.press("Enter")
    found = message(page, "Kalender för #arbetslag-solrosen").last
    expect(found).to_be_visible()
    return found


@pytest.mark.parametrize("options", LOOKS, ids=str)
def test_link_and_file_are_at_hand(
    stage: ServedStage, open_page: OpenPage, options: dict[str, object]
) -> None:
    """A press on the link fetches the calendar; the file lies in the private conversation."""
    page = open_page(MANAGER, **options)
    told = shown(page)
    assert violations(page) == []
    assert sideways(page) == 0
    link = told.get_by_role("link", name="/kalender/")
    assert len(events(fetched_by(page, link))) == fridays()
    told.get_by_role("button", name="Skicka som fil").click()
    expect(message(page, "Filen ligger i vår privata chatt.")).to_be_visible()
    page.goto(f"{stage.workspace.url}/?as={MANAGER}#/{stage.karin.direct}")
    page.reload()
    file = page.get_by_role("link", name="apt-arbetslag-solrosen.ics")
    assert len(events(fetched_by(page, file))) == fridays()
    assert violations(page) == []


def fetched_by(page: Page, link: Locator) -> bytes:
    """Press a link that opens in a tab of its own, and return what the browser saved there."""
    with page.expect_download() as saved:
        link.click()
    return saved.value.path().read_bytes()


def test_new_link_is_asked_about_first(stage: ServedStage, open_page: OpenPage) -> None:
    """The page changes in place, and shows another link."""
    page = open_page(MANAGER)
    told = shown(page)
    before = told.get_by_role("link", name="/kalender/").inner_text()
    told.get_by_role("button", name="Ny länk").click()
    question = page.get_by_role("alertdialog").or_(page.get_by_role("dialog"))
    expect(question).to_contain_text("Den gamla länken slutar fungera direkt.")
    question.get_by_role("button", name="Ja, byt länk").click()
    expect(shown_link(page)).not_to_have_text(before)


def shown_link(page: Page) -> Locator:
    """Return the link on the page."""
    return message(page, "Kalender för").get_by_role("link", name="/kalender/")
