"""Make the pictures of the docs: the real bot in the embedded workspace, seen in Chromium.

`.venv/bin/python -m scripts.screenshots` plays a whole dialogue through the page, as people would,
and two more some weeks later, and writes docs/images/*.png, or to the folder that is named after
it. It needs a Chromium on this machine (APTBOT_CHROMIUM names another one than the one on PATH) and
listens on loopback alone.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, expect, sync_playwright
from pydantic import SecretStr

from bot.bootstrap import Bot, build
from bot.clock import SystemClock
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

DESK, PHONE = {"width": 1000, "height": 860}, {"width": 390, "height": 800}
SMALL = {"width": 900, "height": 680}
"""For what stands in the middle: the page around it is not looked at."""
MORNING = 9
"""The hour of day that the pictures show, whenever they are made."""

PATIENCE_MS = 15_000
LARGEST = 150_000
"""Bytes that a picture may have: a README is read on phones too."""

WEEKS = 2
"""From one dialogue to the next."""


class Later(SystemClock):
    """A clock that is put on, so that the dialogues of a year have days of their own."""

    ahead = timedelta()

    def now(self) -> datetime:
        """Return the moment that it is for the bot."""
        return super().now() + self.ahead

    def monotonic(self) -> float:
        """Return seconds that grow as much."""
        return super().monotonic() + self.ahead.total_seconds()


@dataclass(frozen=True)
class Scene:
    """Where the pictures are taken, and where they are put."""

    browser: Browser
    address: str
    bot: Bot
    clock: Later
    images: Path

    def open(self, user: str, **options: Any) -> Page:  # noqa: ANN401
        """Open the page as a person; `options` are those of Playwright's `new_context`."""
        plain = {
            "viewport": DESK,
            "locale": "sv-SE",
            "timezone_id": _zone_where_it_is_morning(),
            "reduced_motion": "reduce",
        }
        page = self.browser.new_context(**{**plain, **options}).new_page()
        page.set_default_timeout(PATIENCE_MS)
        page.goto(f"{self.address}/?as={user}#/{CHANNEL}")
        expect(page.get_by_role("main")).to_be_visible()
        expect(page.get_by_role("textbox").last).to_be_visible()
        return page

    def picture(self, page: Page, name: str) -> None:
        """Take a picture of the page. Ends the program if it is too large."""
        path = self.images / f"{name}.png"
        page.screenshot(path=path, animations="disabled", caret="hide")
        size = path.stat().st_size
        print(f"{path}  {size // 1000} kB")
        if size > LARGEST:
            sys.exit(f"{name}.png is larger than {LARGEST // 1000} kB")

    def pass_time(self, ahead: timedelta) -> None:
        """Let time pass for the bot, and have it do what is due."""
        self.clock.ahead += ahead
        self.bot.clockwork.wake()


def main() -> None:
    """Make all pictures anew."""
    images = Path(sys.argv[1]) if sys.argv[1:] else IMAGES
    images.mkdir(parents=True, exist_ok=True)
    expect.set_options(timeout=PATIENCE_MS)
    clock = Later()
    with _workspace(clock) as (address, bot), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_chromium(), args=list(FLAGS))
        _play(Scene(browser, address, bot, clock, images))
        browser.close()


@contextmanager
def _workspace(clock: Later) -> Iterator[tuple[str, Bot]]:
    """Run the bot in a fresh workspace and give the page's address, and the bot."""
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
        bot = build(settings, threading.Event(), clock=clock)
        try:
            bot.start()
            yield workspace.url, bot
        finally:
            bot.stop()


def _play(scene: Scene) -> None:
    """Go through the dialogue, from the first look to the shared summary."""
    karin = scene.open(MANAGER)
    scene.picture(karin, "arbetsplatsen")
    _type(karin, "/apt start tema3")
    form = karin.get_by_role("dialog")
    expect(form.get_by_text("personer i kanalen kan svara")).to_be_visible()
    scene.picture(karin, "forsta-gangen")
    form.get_by_role("button", name="Spara och starta").click()
    _board(karin, "Nu: Bra att ha")
    _hide_tips(karin)
    scene.picture(karin, "dialogen-startar")
    for step in STEPS:
        karin.get_by_role("button", name="Nästa steg").last.click()
        _board(karin, f"Nu: {step}")
    _to_the_end(karin)
    scene.picture(karin, "svarssteget")
    _answer_on_a_phone(scene)
    _let_colleagues_answer(karin)
    _end(karin)
    _summary(scene)
    _plan(scene)
    _year(scene)


def _answer_on_a_phone(scene: Scene) -> None:
    """Answer as a colleague, on a phone."""
    ali = scene.open(COLLEAGUE, viewport=PHONE)
    _board(ali, "Nu: Svara för dig själv")
    _hide_tips(ali)
    answer = ali.get_by_role("button", name="Svara anonymt").last
    answer.evaluate("node => node.scrollIntoView({block: 'center'})")
    scene.picture(ali, "telefon")
    answer.click()
    form = ali.get_by_role("dialog", name="Svara anonymt")
    expect(form).to_be_visible()
    scene.picture(ali, "telefon-svara")
    for scale, value in zip(form.get_by_role("radiogroup").all(), ("5", "3", "6"), strict=False):
        scale.get_by_role("radio", name=value).first.check()
    form.get_by_role("textbox").first.fill("Att vi stannar upp en kort stund och delar upp dagen.")
    form.get_by_role("button", name="Skicka").click()
    expect(ali.get_by_text("Ditt svar är mottaget")).to_be_visible()
    scene.picture(ali, "telefon-kvitto")
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


def _plan(scene: Scene) -> None:
    """Plan the year, as far as the days that it would be."""
    karin = scene.open(MANAGER, viewport=SMALL)
    _hide_tips(karin)
    _type(karin, "/apt plan")
    karin.get_by_role("button", name="Planera", exact=True).last.click()
    form = karin.get_by_role("dialog", name="Planera dialoger")
    form.get_by_label("När ses ni?").fill("varannan tisdag 13.30")
    form.get_by_role("button", name="Visa dagarna").click()
    expect(form.get_by_role("button", name="Spara planen")).to_be_visible()
    scene.picture(karin, "planera")
    form.get_by_role("button", name="Stäng").first.click()
    expect(form).to_be_hidden()
    karin.context.close()


def _year(scene: Scene) -> None:
    """Hold two more dialogues, and look at the year."""
    karin = scene.open(MANAGER, viewport=SMALL)
    _hide_tips(karin)
    for number, theme in enumerate(("tema4", "tema5"), start=1):
        scene.pass_time(timedelta(weeks=WEEKS))
        _hold(karin, theme)
        expect(karin.get_by_role("link", name=f"aptbot {number} olästa")).to_be_visible()
    _type(karin, "/apt resultat")
    karin.get_by_role("button", name=f"Utveckling {scene.clock.now().year}", exact=True).click()
    _board(karin, "Ta med")
    year = karin.get_by_role("article").filter(has_text="Ta med").last
    year.evaluate("node => node.scrollIntoView()")
    scene.picture(karin, "utvecklingen")
    karin.context.close()


def _hold(karin: Page, theme: str) -> None:
    """Hold a dialogue from its beginning to its end."""
    boards = karin.get_by_role("article").filter(has=karin.get_by_role("button", name="Nästa steg"))
    expect(boards).to_have_count(0)
    _type(karin, f"/apt start {theme}")
    expect(boards).to_have_count(1)
    answering = boards.get_by_role("button", name="Svara anonymt")
    while not answering.count():
        now = boards.get_by_text("Nu: ").inner_text()
        boards.get_by_role("button", name="Nästa steg").click()
        expect(boards.get_by_text(now, exact=True)).to_have_count(0)
    _let_colleagues_answer(karin)
    _end(karin)
    expect(boards).to_have_count(0)


def _summary(scene: Scene) -> None:
    """Look at the summary, by day and by night."""
    for name, scheme in (("sammanfattningen", "light"), ("sammanfattningen-mork", "dark")):
        karin = scene.open(MANAGER, color_scheme=scheme)
        karin.get_by_role("navigation").get_by_text("aptbot").first.click()
        karin.get_by_role("link", name="Meddelanden").click()
        summary = karin.get_by_role("article").filter(has_text="Sammanfattning: 3.")
        expect(summary).to_be_visible()
        _hide_tips(karin)
        summary.evaluate("node => node.scrollIntoView()")
        scene.picture(karin, name)
        karin.context.close()


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


def _chromium() -> str:
    named = os.environ.get("APTBOT_CHROMIUM")  # noqa: TID251  (a setting of this script alone)
    found = named or shutil.which("chromium") or shutil.which("google-chrome")
    return found or sys.exit("Chromium is needed: apt install chromium, or set APTBOT_CHROMIUM.")


if __name__ == "__main__":
    main()
