"""Where the messages stand when something long is opened, arrives or changes."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from bot.workspace import Workspace
from tests.browser import kitchen_sink
from tests.browser.conftest import OpenPage
from tests.browser.driving import message, write
from tests.browser.sink_app import CHANNEL, SinkApp
from tests.browser.test_looks import PHONE, sideways, violations

LONG = "\n".join(f"Rad {number}" for number in range(60)) + "\n*Slutet*"
LOOKS = [{}, {"color_scheme": "dark"}, {"viewport": PHONE}]
TO_THE_END = "log => { log.scrollTop = log.scrollHeight; }"
TALLER = "log => log.querySelector('article').offsetHeight - log.clientHeight"


def log(page: Page) -> Locator:
    """The messages, which scroll."""
    return page.get_by_role("region", name="#arbetslag-solrosen")


def end(shown: Page | Locator) -> Locator:
    """The last words of what is long."""
    return shown.locator("strong", has_text="Slutet")


def begins(shown: Locator) -> None:
    """Its head can be read, and its end cannot."""
    expect(shown.locator(".author")).to_be_in_viewport(ratio=1)
    expect(end(shown)).not_to_be_in_viewport()


@pytest.mark.parametrize("options", LOOKS, ids=str)
def test_long_answer_is_read_from_its_beginning(
    sink: SinkApp, open_page: OpenPage, options: dict[str, object]
) -> None:
    """What comes below it waits; the button leads there."""
    sink.post()
    page = open_page(**options)
    expect(message(page, "Allt på en gång")).to_be_visible()
    write(page, f"/apt {'ett ganska långt ord ' * 120}")
    answer = message(page, "Bara för dig")
    expect(answer.get_by_text("Bara du ser det här")).to_be_in_viewport(ratio=1)
    sink.whisper("U0KARIN", LONG)
    write(page, "Nu då")
    expect(message(page, "Nu då")).to_be_in_viewport(ratio=1)
    sink.whisper("U0KARIN", LONG)
    shown = message(page, "Rad 59").last
    expect(shown.get_by_text("Bara du ser det här")).to_be_in_viewport(ratio=1)
    begins(shown)
    assert violations(page) == []
    assert sideways(page) == 0
    sink.post([], "En kort rad")
    expect(page.get_by_role("button", name="Nya meddelanden")).to_be_visible()
    begins(shown)
    page.get_by_role("button", name="Nya meddelanden").click()
    expect(message(page, "En kort rad")).to_be_in_viewport(ratio=1)


def test_long_news_are_a_button_away(
    workspace: Workspace, sink: SinkApp, open_page: OpenPage
) -> None:
    """The button leads to their beginning too."""
    sink.post()
    workspace.person("U0ALI").say(CHANNEL, "Hej")
    page = open_page(viewport={"width": 1200, "height": 640})
    expect(message(page, "Allt på en gång")).to_be_visible()
    log(page).evaluate("log => { log.scrollTop = 0; }")
    expect(page.get_by_role("region", name="Prova så här")).to_be_in_viewport()
    sink.post([], LONG)
    page.get_by_role("button", name="Nya meddelanden").click()
    begins(message(page, "Rad 59"))


def test_long_message_is_read_from_its_beginning_after_a_reload(
    sink: SinkApp, open_page: OpenPage
) -> None:
    """And from its end once the reader has gone there, whatever changes in it."""
    ts = sink.post([], LONG)
    page = open_page()
    begins(message(page, "Rad 59"))
    page.reload()
    begins(message(page, "Rad 59"))
    log(page).evaluate(TO_THE_END)
    expect(end(page)).to_be_in_viewport(ratio=1)
    sink.client.chat_update(channel=CHANNEL, ts=ts, text=f"Tillägg\n{LONG}")
    expect(message(page, "Tillägg")).to_be_attached()
    expect(end(page)).to_be_in_viewport(ratio=1)
    sink.post([], "Kort")
    expect(message(page, "Kort")).to_be_in_viewport(ratio=1)
    page.reload()
    expect(message(page, "Kort")).to_be_in_viewport(ratio=1)


def test_a_little_too_long_is_too_long(sink: SinkApp, open_page: OpenPage) -> None:
    """Also when the end is nearly in sight."""
    sink.post([], LONG)
    page = open_page()
    begins(message(page, "Rad 59"))
    missing = int(log(page).evaluate(TALLER)) - 40
    page.set_viewport_size({"width": 1200, "height": 900 + missing})
    page.reload()
    assert 0 < int(log(page).evaluate(TALLER)) < 80
    begins(message(page, "Rad 59"))
    sink.post([], "Kort")
    expect(page.get_by_role("button", name="Nya meddelanden")).to_be_visible()
    begins(message(page, "Rad 59"))


def test_what_grows_too_long_is_read_from_its_beginning(
    workspace: Workspace, sink: SinkApp, open_page: OpenPage
) -> None:
    """A message that fitted in the window and does not any more."""
    workspace.person("U0ALI").say(CHANNEL, "Hej")
    ts = sink.post([], "En fråga")
    page = open_page()
    expect(message(page, "En fråga")).to_be_in_viewport(ratio=1)
    blocks = [{"type": "section", "text": kitchen_sink.mrkdwn(LONG)}]
    sink.client.chat_update(channel=CHANNEL, ts=ts, text="En fråga", blocks=blocks)
    begins(message(page, "Rad 59"))
