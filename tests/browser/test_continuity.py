"""Another manager, and wishes for themes, in the browser: readable in every look."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenPage
from tests.browser.driving import message
from tests.browser.test_looks import PHONE
from tests.browser.test_pools import look, write
from tests.e2e.places import COLLEAGUES, TEAM
from tests.e2e.stage import Stage
from tests.e2e.test_continuity import asked, told
from tests.e2e.test_pools import save_team

ALI = COLLEAGUES[0]
LOOKS = [{}, {"viewport": PHONE}, {"color_scheme": "dark"}]
CHANNEL = "arbetslag-solrosen"


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    """The real bot on a workspace, with a team."""
    with Stage(tmp_path).on() as running:
        running.start_bot()
        running.karin.close(save_team(running, "U0KARIN", TEAM), clear=True)
        yield running


@pytest.mark.parametrize("options", LOOKS, ids=str)
def test_asked_for_and_handed_over(
    stage: Stage, open_page: OpenPage, options: dict[str, object]
) -> None:
    """Ali asks, Karin reads the question, and hands over in the form."""
    ali = open_page(ALI, place=TEAM, **options)
    write(ali, CHANNEL, "/apt lag")
    own = message(ali, f"Ert team: #{CHANNEL}").last
    own.get_by_role("button", name="Jag är ny chef här").click()
    look(ali)
    ali.get_by_role("button", name="Ja, fråga").click()
    asked(stage, "U0KARIN", "har bett om att bli chef")
    karin = open_page("U0KARIN", place=stage.karin.direct, **options)
    question = message(karin, "har bett om att bli chef").last
    expect(question.get_by_role("button", name="Säg nej")).to_be_visible()
    look(karin)
    karin.goto(karin.url.replace(stage.karin.direct, TEAM))
    write(karin, CHANNEL, "/apt lag")
    mine = message(karin, f"Ert team: #{CHANNEL}").last
    mine.get_by_role("button", name="Byt chef eller samtalsledare").click()
    form = karin.get_by_role("dialog", name="Vem leder teamet?")
    expect(form.get_by_role("checkbox", name="Jag slutar som chef för teamet")).to_be_checked()
    look(karin)


@pytest.mark.parametrize("options", LOOKS, ids=str)
def test_wishes_and_the_plan(stage: Stage, open_page: OpenPage, options: dict[str, object]) -> None:
    """Three wish; the manager's plan tells it."""
    for user in COLLEAGUES[2:4]:
        stage.ask(user, "/apt önska tema4")
        told(stage, user, "Din önskan är sparad")
    ali = open_page(ALI, place=TEAM, **options)
    write(ali, CHANNEL, "/apt önska")
    every = message(ali, "Önska ett tema").last
    look(ali)
    every.get_by_role("button", name="Önska").nth(3).click()
    expect(message(ali, "Din önskan är sparad: 4.").last).to_be_visible()
    look(ali)
    karin = open_page("U0KARIN", place=TEAM, **options)
    write(karin, CHANNEL, "/apt plan")
    plan = message(karin, f"Plan för #{CHANNEL}").last
    expect(plan).to_contain_text("Minst 3 i teamet har önskat det.")
    look(karin)
