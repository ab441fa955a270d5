"""The adaptation log on a phone, in the light and in the dark."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenPage
from tests.browser.driving import message, write
from tests.browser.test_looks import PHONE, SCHEMES
from tests.browser.test_talks import looks_well
from tests.e2e.material import OwnStage, after_workshop
from tests.e2e.places import LEADER


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[OwnStage]:
    """The real bot on a workspace, where a workshop has come to its end."""
    with after_workshop(tmp_path) as running:
        yield running


@SCHEMES
def test_log(stage: OwnStage, open_page: OpenPage, tmp_path: Path, scheme: str) -> None:
    """All is as it was meant until something else is chosen; why is asked there, and read."""
    page = open_page(LEADER, viewport=PHONE, color_scheme=scheme)
    write(page, "/apt logg")
    message(page, "Inget är skrivet än.").get_by_role("button", name="Skriv i loggen").click()
    form = page.get_by_role("dialog", name="Anpassningslogg")
    step = form.get_by_label("2. Samtal (60 min)")
    expect(step).to_have_value("as-meant")
    why = form.get_by_label("Vad gjorde ni i stället, och varför? (Samtal)")
    expect(why).to_have_count(0)
    looks_well(page, tmp_path, f"log-form-{scheme}")
    form.get_by_label("Vad ändrade ni, och varför?").fill("Stolarna räckte inte.")
    step.select_option(label="Ändrat")
    why.fill("Vi stod i ring.")
    expect(form.get_by_label("Vad ändrade ni, och varför?")).to_have_value("Stolarna räckte inte.")
    looks_well(page, tmp_path, f"log-form-changed-{scheme}")
    form.get_by_role("button", name="Spara").click()
    expect(page.get_by_text("✓ Sparat i anpassningsloggen.")).to_be_visible()
    page.get_by_role("button", name="Stäng").last.click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    write(page, "/apt logg")
    expect(page.get_by_text("Ändrat: Samtal. Vi stod i ring.")).to_be_visible()
    expect(page.get_by_text("Varför: Stolarna räckte inte.")).to_be_visible()
    looks_well(page, tmp_path, f"log-{scheme}")
