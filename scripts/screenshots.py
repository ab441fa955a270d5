"""Make the pictures of the docs: the real bot in the embedded workspace, seen in Chromium.

`.venv/bin/python -m scripts.screenshots` plays a whole dialogue through the page, as people would,
and writes docs/images/*.png. It needs a Chromium on this machine (APTBOT_CHROMIUM names another
one than the one on PATH) and listens on loopback alone.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, expect, sync_playwright
from pydantic import SecretStr

from bot.bootstrap import build
from bot.settings import PROJECT_DIR, load
from bot.workspace import Workspace

IMAGES = PROJECT_DIR / "docs" / "images"
CHANNEL, MANAGER, COLLEAGUE = "C0SOLROSEN", "U0KARIN", "U0ALI"
STEPS = (
    "Tre minuter vid bänken",
    "Mycket att göra, men det gick",
    "Vad hjälpte?",
    "Svara för dig själv",
)
"""The steps of tema3 after the first, up to the one where answers are taken."""

FLAGS = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking")

DESK = {"width": 1000, "height": 860}
PHONE = {"width": 390, "height": 800}
MORNING = 9
"""The hour of day that the pictures show, whenever they are made."""

PATIENCE_MS = 15_000
LARGEST = 150_000
"""Bytes that a picture may have: a README is read on phones too."""


def main() -> None:
    """Make all pictures anew."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    expect.set_options(timeout=PATIENCE_MS)
    with _workspace() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_chromium(), args=list(FLAGS))
        _play(browser, address)
        browser.close()


@contextmanager
def _workspace() -> Iterator[str]:
    """Run the bot in a fresh workspace and give the page's address."""
    with tempfile.TemporaryDirectory() as place, Workspace() as workspace:
        here = Path(place)
        settings = load(
            here / "no.env",
            {"APTBOT_DATA_DIR": str(here / "data"), "APTBOT_KEY_DIR": str(here / "keys")},
        ).model_copy(
            update={
                "slack_api_url": workspace.api_url,
                "slack_bot_token": SecretStr(workspace.bot_token),
                "slack_app_token": SecretStr(workspace.app_token),
            }
        )
        bot = build(settings, threading.Event())
        try:
            bot.start()
            yield workspace.url
        finally:
            bot.stop()


def _play(browser: Browser, address: str) -> None:
    """Go through the dialogue, from the first look to the shared summary."""
    karin = _open(browser, address, MANAGER)
    _picture(karin, "arbetsplatsen")
    _type(karin, "/apt start tema3")
    form = karin.get_by_role("dialog")
    expect(form.get_by_text("personer i kanalen kan svara")).to_be_visible()
    _picture(karin, "forsta-gangen")
    form.get_by_role("button", name="Spara och starta").click()
    _board(karin, "Nu: Bra att ha")
    _hide_tips(karin)
    _picture(karin, "dialogen-startar")
    for step in STEPS:
        karin.get_by_role("button", name="Nästa steg").last.click()
        _board(karin, f"Nu: {step}")
    _to_the_end(karin)
    _picture(karin, "svarssteget")
    _answer_on_a_phone(browser, address)
    _let_colleagues_answer(karin)
    _end(karin)
    _summary(browser, address)
    _plan(browser, address)


def _answer_on_a_phone(browser: Browser, address: str) -> None:
    """Answer as a colleague, on a phone."""
    ali = _open(browser, address, COLLEAGUE, viewport=PHONE)
    _board(ali, "Nu: Svara för dig själv")
    _hide_tips(ali)
    answer = ali.get_by_role("button", name="Svara anonymt").last
    answer.evaluate("node => node.scrollIntoView({block: 'center'})")
    _picture(ali, "telefon")
    answer.click()
    form = ali.get_by_role("dialog", name="Svara anonymt")
    expect(form).to_be_visible()
    _picture(ali, "telefon-svara")
    for scale, value in zip(form.get_by_role("radiogroup").all(), ("5", "3", "6"), strict=False):
        scale.get_by_role("radio", name=value).first.check()
    form.get_by_role("textbox").first.fill("Att vi stannar upp en kort stund och delar upp dagen.")
    form.get_by_role("button", name="Skicka").click()
    expect(ali.get_by_text("Ditt svar är mottaget")).to_be_visible()
    _picture(ali, "telefon-kvitto")
    ali.context.close()


def _let_colleagues_answer(karin: Page) -> None:
    """Have everybody else answer, through the page's own tool."""
    karin.get_by_role("button", name="Låt kollegorna svara").last.click()
    expect(karin.get_by_text("kollegor svarade")).to_be_visible()


def _end(karin: Page) -> None:
    """End the dialogue by its button."""
    karin.get_by_role("button", name="Stopp").last.click()
    karin.get_by_role("dialog").get_by_role("button", name="Avsluta nu").click()
    _board(karin, "Dialogen är slut")


def _plan(browser: Browser, address: str) -> None:
    """Plan the year, as far as the days that it would be."""
    karin = _open(browser, address, MANAGER)
    _hide_tips(karin)
    _type(karin, "/apt plan")
    karin.get_by_role("button", name="Planera", exact=True).last.click()
    form = karin.get_by_role("dialog", name="Planera samtal")
    form.get_by_label("När ses ni?").fill("varannan tisdag 13.30")
    form.get_by_role("button", name="Visa dagarna").click()
    expect(form.get_by_role("button", name="Spara planen")).to_be_visible()
    _picture(karin, "planera")
    karin.context.close()


def _summary(browser: Browser, address: str) -> None:
    """Look at the summary, by day and by night."""
    for name, scheme in (("sammanfattningen", "light"), ("sammanfattningen-mork", "dark")):
        karin = _open(browser, address, MANAGER, color_scheme=scheme)
        karin.get_by_role("navigation").get_by_text("aptbot").first.click()
        karin.get_by_role("link", name="Meddelanden").click()
        summary = karin.get_by_role("article").filter(has_text="Sammanfattning: 3.")
        expect(summary).to_be_visible()
        _hide_tips(karin)
        summary.evaluate("node => node.scrollIntoView()")
        _picture(karin, name)
        karin.context.close()


def _open(browser: Browser, address: str, user: str, **options: Any) -> Page:  # noqa: ANN401
    """Open the page as a person; `options` are those of Playwright's `new_context`."""
    plain = {
        "viewport": DESK,
        "locale": "sv-SE",
        "timezone_id": _zone_where_it_is_morning(),
        "reduced_motion": "reduce",
    }
    page = browser.new_context(**{**plain, **options}).new_page()
    page.set_default_timeout(PATIENCE_MS)
    page.goto(f"{address}/?as={user}#/{CHANNEL}")
    expect(page.get_by_role("main")).to_be_visible()
    expect(page.get_by_role("textbox").last).to_be_visible()
    return page


def _zone_where_it_is_morning() -> str:
    """Return a zone in which it is about nine now; its name has the sign turned round."""
    ahead = (MORNING - datetime.now(UTC).hour + 12) % 24 - 12  # noqa: TID251  (no part of the bot)
    return f"Etc/GMT{-ahead:+d}"


def _type(page: Page, text: str) -> None:
    field = page.get_by_role("textbox").last
    field.fill(text)
    field.press("Enter")


def _board(page: Page, words: str) -> None:
    expect(page.get_by_role("article").filter(has_text=words).last).to_be_visible()


def _hide_tips(page: Page) -> None:
    page.get_by_role("button", name="Dölj tipsen").click()


def _to_the_end(page: Page) -> None:
    """Show the end of the conversation, as somebody who has just come does."""
    page.get_by_role("article").last.evaluate("node => node.scrollIntoView({block: 'end'})")


def _picture(page: Page, name: str) -> None:
    path = IMAGES / f"{name}.png"
    page.screenshot(path=path, animations="disabled", caret="hide")
    size = path.stat().st_size
    print(f"{path.relative_to(PROJECT_DIR)}  {size // 1000} kB")
    if size > LARGEST:
        sys.exit(f"{name}.png is larger than {LARGEST // 1000} kB")


def _chromium() -> str:
    named = os.environ.get("APTBOT_CHROMIUM")  # noqa: TID251  (a setting of this script alone)
    found = named or shutil.which("chromium") or shutil.which("google-chrome")
    return found or sys.exit("Chromium is needed: apt install chromium, or set APTBOT_CHROMIUM.")


if __name__ == "__main__":
    main()
