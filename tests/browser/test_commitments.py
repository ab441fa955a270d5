"""Commitments on a screen and on a phone, in the light and in the dark."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.driving import message, write
from tests.browser.test_looks import PHONE, SCHEMES
from tests.browser.test_talks import looks_well
from tests.e2e.places import COLLEAGUES, LEADER, MANAGER, TEAM
from tests.e2e.stage import Stage
from tests.e2e.test_pools import save_team

HANDOVER = "Tio minuter för överlämning varje fredag"
SCREEN = {"width": 1280, "height": 900}
SIZES = pytest.mark.parametrize("size", [SCREEN, PHONE], ids=["screen", "phone"])
DAYS = 60 * 24


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    """The real bot on a workspace with a team."""
    with Stage(tmp_path).on() as running:
        running.start_bot()
        save_team(running, MANAGER, TEAM, {"Samtalsledare": [LEADER]})
        running.karin.close(running.opened(MANAGER, "receipt"), clear=True)
        yield running


def _closed(page: Page) -> None:
    page.get_by_role("button", name="Stäng").last.click()
    expect(page.get_by_role("dialog")).to_have_count(0)


@SIZES
@SCHEMES
def test_commitments(
    stage: Stage, open_page: OpenPage, tmp_path: Path, scheme: str, size: dict[str, int]
) -> None:
    """Written, late, followed up: the forms and the list are whole, and what is late is a word."""
    page = open_page(LEADER, viewport=size, color_scheme=scheme)
    width = size["width"]
    write(page, "/apt åtaganden")
    message(page, "Inget åtagande väntar").get_by_role("button", name="Gör ett åtagande").click()
    form = page.get_by_role("dialog", name="Gör ett åtagande")
    expect(form.get_by_label("Ansvarig roll")).to_have_value("Alla")
    form.get_by_label("Vad ska vi göra?").fill("   ")
    form.get_by_role("button", name="Spara").click()
    expect(form.get_by_text("Skriv vad ni ska göra.")).to_be_visible()
    looks_well(page, tmp_path, f"form-{scheme}-{width}")
    form.get_by_label("Vad ska vi göra?").fill(HANDOVER)
    form.get_by_label("Hur gör vi?").fill("Vid bytet kl 15.\nAlla står upp.")
    form.get_by_role("button", name="Spara").click()
    expect(page.get_by_text(f"✓ Sparat: {HANDOVER}")).to_be_visible()
    looks_well(page, tmp_path, f"saved-{scheme}-{width}")
    _closed(page)

    stage.advance(minutes=40 * DAYS)
    write(page, "/apt åtaganden")
    shown = message(page, "Försenat: skulle ha varit klart")
    expect(shown.get_by_text(HANDOVER)).to_be_visible()
    looks_well(page, tmp_path, f"late-{scheme}-{width}")
    shown.get_by_role("button", name="Följ upp").click()
    follow = page.get_by_role("dialog", name="Följ upp åtagandet")
    follow.get_by_label("Hur är läget?").select_option(label="Klart")
    follow.get_by_label("Hur gick det?").fill("Det tar fem minuter, och räcker.")
    looks_well(page, tmp_path, f"follow-up-{scheme}-{width}")
    follow.get_by_role("button", name="Spara").click()
    expect(page.get_by_text(f"✓ Klart: {HANDOVER}")).to_be_visible()
    _closed(page)

    write(page, "/apt åtaganden")
    expect(page.get_by_role("button", name=f"Ändra läge: {HANDOVER}")).to_be_visible()
    looks_well(page, tmp_path, f"list-{scheme}-{width}")


def test_member_reads(stage: Stage, open_page: OpenPage, tmp_path: Path) -> None:
    """The same words, and nothing to change."""
    view_of = open_page(LEADER)
    write(view_of, "/apt åtaganden")
    view_of.get_by_role("button", name="Gör ett åtagande").click()
    view_of.get_by_label("Vad ska vi göra?").fill(HANDOVER)
    view_of.get_by_role("button", name="Spara").click()
    expect(view_of.get_by_text(f"✓ Sparat: {HANDOVER}")).to_be_visible()
    page = open_page(COLLEAGUES[0], viewport=PHONE)
    write(page, "/apt åtaganden")
    expect(message(page, HANDOVER)).to_be_visible()
    expect(page.get_by_role("button", name="Följ upp")).to_have_count(0)
    expect(page.get_by_text("Bara den som leder teamet kan skriva")).to_be_visible()
    looks_well(page, tmp_path, "member")
