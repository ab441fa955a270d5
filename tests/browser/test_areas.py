"""An area's quarter in the browser: on a phone, in the dark, and on a wide screen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenPage
from tests.browser.driving import message
from tests.browser.test_looks import PHONE
from tests.browser.test_pools import look
from tests.e2e.places import MANAGER
from tests.e2e.stage import Stage
from tests.e2e.test_areas import AREA_MANAGER, OWN, asked, others_have_answered, to_the_count, write


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    """The real bot on a workspace, after a quarter that has been counted."""
    running = Stage(tmp_path)
    write(running, OWN)
    with running.on():
        running.start_bot()
        board = running.open_for_answers()
        running.answer_all(board, 8)
        running.ask(MANAGER, "/apt stopp")
        running.summary()
        others_have_answered(running)
        to_the_count(running)
        yield running


@pytest.mark.parametrize(
    "options",
    [{}, {"color_scheme": "dark"}, {"viewport": PHONE}],
    ids=["wide", "dark", "phone"],
)
def test_a_quarter_is_read(stage: Stage, open_page: OpenPage, options: dict[str, Any]) -> None:
    """The message with its picture, and the page when it is asked for: nothing overflows."""
    direct = stage.person(AREA_MANAGER).direct
    page = open_page(AREA_MANAGER, place=direct, **options)
    told = message(page, "Kvartalet är räknat.").last
    expect(told).to_be_visible()
    expect(told.get_by_role("img").last).to_be_visible()
    look(page)
    asked(stage, AREA_MANAGER)
    expect(message(page, "Ditt område").last).to_be_visible()
    look(page)
