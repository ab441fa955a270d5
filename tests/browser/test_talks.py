"""Cards, mirrors, checklists and workshops on a phone, in the light and in the dark."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.driving import write
from tests.browser.test_looks import PHONE, SCHEMES, sideways, violations
from tests.e2e.material import CANARY, LINES, MIRROR_SCORES, OwnStage
from tests.e2e.places import LEADER


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[OwnStage]:
    """The real bot on a workspace, with a workshop going on."""
    with OwnStage(tmp_path).on() as running:
        running.start_bot()
        running.set_up(command="/apt start eftermiddag")
        yield running


def looks_well(page: Page, tmp_path: Path, name: str) -> None:
    """Nothing is cut off and nothing hinders anybody; a picture is left for whoever looks."""
    assert violations(page) == []
    assert sideways(page) == 0
    page.screenshot(path=tmp_path / f"{name}.png")


@SCHEMES
def test_workshop_and_card(
    stage: OwnStage, open_page: OpenPage, tmp_path: Path, scheme: str
) -> None:
    """The film's link is a link; the card has its three kinds of buttons and is shown."""
    page = open_page(LEADER, viewport=PHONE, color_scheme=scheme)
    link = page.get_by_role("link", name="https://film.example/om-oss")
    expect(link).to_be_visible()
    expect(page.get_by_role("button", name="Svara anonymt")).to_have_count(0)
    looks_well(page, tmp_path, f"workshop-{scheme}")

    page.get_by_role("button", name="Fastnat?").click()
    expect(page.get_by_text("Vad menar du?")).to_be_visible()
    write(page, "/apt kort")
    expect(page.get_by_role("button", name="Ett till")).to_be_visible()
    looks_well(page, tmp_path, f"card-{scheme}")
    page.get_by_role("button", name="Visa för gruppen").click()
    expect(page.get_by_text("Prata om kortet i grupper om fyra till sju.")).to_be_visible()
    looks_well(page, tmp_path, f"shown-{scheme}")


@SCHEMES
def test_mirror(stage: OwnStage, open_page: OpenPage, tmp_path: Path, scheme: str) -> None:
    """Every question has seven choices with worded ends; the picture can be sent to oneself."""
    page = open_page("U0ALI", viewport=PHONE, color_scheme=scheme)
    write(page, "/apt spegel")
    form = page.get_by_role("dialog", name="Spegel för dig själv")
    expect(form).to_be_visible()
    for number, score in enumerate(MIRROR_SCORES):
        group = form.get_by_role("radiogroup", name=f"Fråga {number + 1}: {CANARY}")
        group.get_by_role("radio", name=score).check()
    looks_well(page, tmp_path, f"mirror-{scheme}")
    form.get_by_role("button", name="Visa min bild").click()
    picture = page.get_by_role("dialog", name="Din egen bild")
    expect(picture.get_by_text("Det du gav högst")).to_be_visible()
    looks_well(page, tmp_path, f"picture-{scheme}")
    picture.get_by_role("button", name="Skicka till mig själv").scroll_into_view_if_needed()
    page.screenshot(path=tmp_path / f"picture-end-{scheme}.png")
    picture.get_by_role("button", name="Skicka till mig själv").click()
    expect(page.get_by_text("✓ Skickat.")).to_be_visible()
    looks_well(page, tmp_path, f"sent-{scheme}")


@SCHEMES
def test_checklist(stage: OwnStage, open_page: OpenPage, tmp_path: Path, scheme: str) -> None:
    """Two lines in different blocks are ticked, counted, and still ticked afterwards."""
    page = open_page("U0ALI", viewport=PHONE, color_scheme=scheme)
    write(page, "/apt checklista eftermiddag")
    for number, done in ((1, 1), (LINES - 1, 2)):
        page.get_by_role("checkbox", name=f"Sak {number} att göra", exact=True).check()
        expect(page.get_by_text(f"{done} av {LINES} klara.")).to_be_visible()
    expect(page.get_by_role("checkbox", checked=True)).to_have_count(2)
    looks_well(page, tmp_path, f"checklist-{scheme}")
