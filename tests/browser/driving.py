"""What several tests do on a page."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect


def composer(page: Page) -> Locator:
    """The field for writing."""
    return page.get_by_role("textbox", name="Skriv i #arbetslag-solrosen")


def write(page: Page, text: str) -> None:
    """Write a line and send it with Enter."""
    composer(page).fill(text)
    composer(page).press("Enter")


def message(page: Page, words: str) -> Locator:
    """The messages that show these words."""
    return page.get_by_role("article").filter(has_text=words)


def open_form(page: Page) -> Locator:
    """Press the button that opens the form."""
    page.get_by_role("button", name="Öppna formuläret").click()
    form = page.get_by_role("dialog", name="Svara anonymt")
    expect(form).to_be_visible()
    return form


def fill_required(form: Locator, line: str = "Det går bra") -> None:
    """Fill what must be filled."""
    form.get_by_role("radio", name="5").check()
    form.get_by_label("En rad till gruppen").fill(line)
    form.get_by_label("Antal kollegor").fill("7")
    form.get_by_label("Vilket rum").select_option(label="Gården")
    form.get_by_label("Kanal", exact=True).select_option(label="#allmant")


def fill_optional(form: Locator) -> None:
    """Fill everything else."""
    form.get_by_label("Berätta mer").fill("Två\nrader")
    form.get_by_label("E-post").fill("namn@exempel.se")
    form.get_by_label("Webbsida").fill("https://example.org/")
    form.get_by_label("Vilken dag").fill("2026-12-01")
    form.get_by_label("Dag och tid").fill("2026-12-01T09:30")
    form.get_by_role("button", name="Vad handlar det om?").click()
    form.get_by_role("checkbox", name="Mat").check()
    form.get_by_role("checkbox", name="Ljud").check()
    form.get_by_role("button", name="Vilka är med").click()
    form.get_by_role("searchbox", name="Sök bland alternativen").fill("farah")
    form.get_by_role("checkbox", name="Farah").check()
    form.get_by_label("Samtal", exact=True).select_option(label="#natt-manen")
    form.get_by_role("checkbox", name="Fika").check()


def tab_to(page: Page, target: Locator, *, backwards: bool = False) -> None:
    """Press Tab until the target has the focus."""
    for _ in range(60):
        page.keyboard.press("Shift+Tab" if backwards else "Tab")
        if target.evaluate("node => node === document.activeElement"):
            return
    expect(target).to_be_focused()
