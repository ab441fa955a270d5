"""The year's plan in the browser: planned, moved, skipped, paused and taken away."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from bot.views.planning import DATES_SHOWN
from tests.browser.conftest import OpenPage
from tests.browser.driving import message
from tests.browser.test_looks import PHONE
from tests.browser.test_pools import look, save_team, write
from tests.e2e.places import NIGHT
from tests.e2e.test_plan import COUNT


def shown(page: Page, words: str) -> Locator:
    """The latest page of the plan, with these words."""
    found = message(page, "Plan för #natt-manen").filter(has_text=words).last
    expect(found).to_be_visible()
    return found


def ask_for(page: Page, words: str) -> Locator:
    """Type the command and return its page."""
    expect(page.get_by_role("dialog")).to_have_count(0)
    write(page, "natt-manen", "/apt plan")
    return shown(page, words)


def make_plan(page: Page) -> None:
    """Plan a year in words; what can't be read is said at its field."""
    plan = ask_for(page, "Det finns inget planerat.")
    look(page)
    plan.get_by_role("button", name="Planera").click()
    form = page.get_by_role("dialog", name="Planera dialoger")
    expect(form.get_by_label("När ses ni?")).to_be_visible()
    look(page)
    form.get_by_label("När ses ni?").fill("varannan gurka")
    form.get_by_role("button", name="Visa dagarna").click()
    expect(form.get_by_text("Jag förstår inte").first).to_be_visible()
    look(page)
    form.get_by_label("När ses ni?").fill("varannan tisdag 13.30")
    form.get_by_role("button", name="Visa dagarna").click()
    expect(form.get_by_text(f"Varannan tisdag kl 13:30, {COUNT} gånger")).to_be_visible()
    expect(form.get_by_role("listitem")).to_have_count(DATES_SHOWN + 1)
    look(page)
    form.get_by_role("button", name="Spara planen").click()
    expect(form.get_by_text(f"✓ Sparat: {COUNT} dialoger")).to_be_visible()
    look(page)
    form.get_by_role("button", name="Stäng").last.click()
    expect(form).to_have_count(0)


def change_the_next(page: Page) -> None:
    """Move the next dialogue by an hour."""
    plan = ask_for(page, f"{COUNT} dialoger är planerade.")
    look(page)
    plan.get_by_role("button", name="Flytta eller byt tema").first.click()
    form = page.get_by_role("dialog", name="Ändra en dialog")
    form.get_by_label("Klockan").fill("14:30")
    look(page)
    form.get_by_role("button", name="Spara").click()
    expect(form.get_by_text("✓ Dialogen är nu")).to_be_visible()
    look(page)
    form.get_by_role("button", name="Stäng").last.click()


def skip_a_later_one(page: Page) -> None:
    """Skip one of those without buttons of their own: it is picked in a form."""
    plan = ask_for(page, "kl 14:30")
    plan.get_by_role("button", name="Ändra en senare dialog").click()
    form = page.get_by_role("dialog", name="Ändra en dialog")
    form.get_by_label("Vad vill du göra?").select_option(label="Hoppa över")
    look(page)
    form.get_by_role("button", name="Fortsätt").click()
    expect(form.get_by_text("hoppas över. Temat kommer nästa gång i stället.")).to_be_visible()
    form.get_by_role("button", name="Stäng").last.click()


def pause_and_drop(page: Page) -> None:
    """Pause, go on, and take the plan away, each with its question."""
    plan = ask_for(page, "Inställda")
    look(page)
    plan.get_by_role("button", name="Pausa planen").click()
    plan = shown(page, "Planen är pausad.")
    look(page)
    plan.get_by_role("button", name="Starta planen igen").click()
    plan = shown(page, "dialoger är planerade.")
    plan.get_by_role("button", name="Ta bort planen från").click()
    question = page.get_by_role("dialog")
    expect(question).to_contain_text("planerade dialoger tas bort")
    look(page)
    question.get_by_role("button", name="Ja, ta bort").click()
    shown(page, "Det finns inget planerat.")


@pytest.mark.parametrize(
    "options", [{"viewport": PHONE}, {"color_scheme": "dark"}, {"color_scheme": "light"}], ids=str
)
@pytest.mark.usefixtures("stage")
def test_a_year_is_planned_and_changed(open_page: OpenPage, options: dict[str, object]) -> None:
    """Every step is readable on a phone, in the dark and in the light."""
    karin = open_page("U0KARIN", place=NIGHT, **options)
    save_team(karin, "natt-manen")
    make_plan(karin)
    change_the_next(karin)
    skip_a_later_one(karin)
    pause_and_drop(karin)
