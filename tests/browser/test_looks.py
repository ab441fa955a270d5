"""How the page looks to everybody: contrast, names, dark and light, a phone's width."""

from __future__ import annotations

from importlib.resources import files

import pytest
from playwright.sync_api import Page, expect

from bot.workspace import Workspace
from tests.browser import kitchen_sink
from tests.browser.conftest import OpenPage
from tests.browser.driving import composer, message, open_form
from tests.browser.sink_app import SinkApp

PHONE = {"width": 390, "height": 844}
NARROWEST = {"width": 320, "height": 568}
"""A page enlarged to 400 %, as WCAG 2.1 (1.4.10) has it."""
AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
"""The accessibility checker axe-core, which the package carries."""
CHECK = """
async () => {
  const runOnly = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"];
  const { violations } = await axe.run(document, { runOnly });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target} ${node.failureSummary}`));
}
"""

SCHEMES = pytest.mark.parametrize("scheme", ["light", "dark"])


def violations(page: Page) -> list[str]:
    """What axe-core finds wrong: the rule, where, and what to do."""
    page.evaluate(AXE)
    found: list[str] = page.evaluate(CHECK)
    return found


def sideways(page: Page) -> int:
    """How many pixels the page is wider than its window."""
    wider = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    return int(page.evaluate(wider))


@SCHEMES
def test_channel_is_accessible(sink: SinkApp, open_page: OpenPage, scheme: str) -> None:
    """Everything a message can hold, own and others' words, tips and private lines."""
    sink.post()
    sink.whisper("U0KARIN", "Bara för dig")
    page = open_page(color_scheme=scheme)
    expect(message(page, "Bara för dig")).to_be_visible()
    assert violations(page) == []


@SCHEMES
def test_form_is_accessible(sink: SinkApp, open_page: OpenPage, scheme: str) -> None:
    """A form with every kind of field, lists folded out, and errors."""
    sink.post()
    page = open_page(color_scheme=scheme)
    form = open_form(page)
    form.get_by_role("button", name="Vilka är med").click()
    form.get_by_role("button", name="Skicka svaret").click()
    expect(form.get_by_text("Välj ett alternativ.").first).to_be_visible()
    assert violations(page) == []


@SCHEMES
def test_home_and_picker_are_accessible(sink: SinkApp, open_page: OpenPage, scheme: str) -> None:
    """The app's home, the picker of people, and a question."""
    page = open_page(place="home", color_scheme=scheme)
    expect(page.get_by_role("heading", name="Välkommen hem")).to_be_visible()
    assert violations(page) == []
    page.get_by_role("button", name="Du är Karin – byt person").click()
    assert violations(page) == []
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Börja om från början").click()
    assert violations(page) == []


def test_failure_is_accessible_on_a_phone(open_page: OpenPage) -> None:
    """The banner, a failed command, the folded tips and the drawer."""
    page = open_page(viewport=PHONE)
    composer(page).fill("/apt status")
    composer(page).press("Enter")
    expect(message(page, "/apt misslyckades")).to_be_visible()
    expect(page.get_by_text("Byt person uppe till vänster")).to_be_hidden()
    assert violations(page) == []
    page.get_by_role("button", name="Visa kanaler").click()
    assert violations(page) == []


@pytest.mark.parametrize("size", [PHONE, NARROWEST], ids=["phone", "narrowest"])
def test_narrow_page_never_scrolls_sideways(
    sink: SinkApp, open_page: OpenPage, size: dict[str, int]
) -> None:
    """Long words, many buttons and the whole form fit a phone."""
    sink.post()
    long = "Arbetsplatsträffsförberedelsearbetsgruppsmöte" * 4
    buttons = [kitchen_sink.button(f"{long[:70]} {n}", f"b{n}") for n in range(3)]
    sink.post(
        [
            {"type": "header", "text": kitchen_sink.plain(long[:140])},
            {"type": "section", "text": kitchen_sink.mrkdwn(f"*{long}* `{long}`")},
            {"type": "actions", "elements": buttons},
        ],
        "Långt",
    )
    page = open_page(viewport=size)
    expect(page.get_by_role("heading", name=long[:140])).to_be_visible()
    assert sideways(page) == 0
    form = open_form(page)
    scale = form.get_by_role("radiogroup", name="Hur hanterbar känns veckan?")
    rows = scale.locator("label").evaluate_all("all => all.map(one => one.offsetTop)")
    assert len(set(rows)) == 1
    assert sideways(page) == 0
    assert form.locator(".form-body").evaluate("one => one.scrollWidth - one.clientWidth") == 0


def test_drawer_opens_and_closes(open_page: OpenPage) -> None:
    """On a phone the channels are a drawer, which Escape and a choice close; also in motion."""
    page = open_page(viewport=PHONE, reduced_motion="no-preference")
    other = page.get_by_role("link", name="natt-manen")
    expect(other).to_be_hidden()
    menu = page.get_by_role("button", name="Visa kanaler")
    menu.click()
    expect(page.get_by_role("link", name="arbetslag-solrosen").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(other).to_be_hidden()
    expect(menu).to_be_focused()
    menu.click()
    other.click()
    expect(other).to_be_hidden()
    expect(page.get_by_role("heading", name="natt-manen")).to_be_visible()


def brightness(page: Page) -> int:
    """The red part of the page's ground: 0 is dark, 255 is light."""
    colour = "getComputedStyle(document.body).backgroundColor.match(/[0-9]+/)[0]"
    return int(page.evaluate(colour))


def test_dark_and_light(open_page: OpenPage) -> None:
    """The page follows the computer until it is told otherwise, and remembers that."""
    page = open_page(color_scheme="dark")
    assert brightness(page) < 60
    page.get_by_role("button", name="Ljust eller mörkt: som datorn").click()
    expect(page.get_by_role("button", name="Ljust läge")).to_be_focused()
    assert brightness(page) > 200
    page.reload()
    expect(composer(page)).to_be_visible()
    assert brightness(page) > 200


def test_page_loads_nothing_from_elsewhere(workspace: Workspace, open_page: OpenPage) -> None:
    """Every address that the page asks for is the workspace's own."""
    page = open_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.reload()
    expect(composer(page)).to_be_visible()
    assert asked
    assert all(address.startswith(workspace.url) for address in asked)


BACKGROUND = "one => getComputedStyle(one).backgroundColor"


def test_hovering_does_not_look_like_choosing(sink: SinkApp, open_page: OpenPage) -> None:
    """A row below the pointer looks different from a chosen row and from one left alone."""
    sink.post()
    page = open_page()
    good, fair = (page.locator(".choice", has_text=words) for words in ("Bra", "Sådär"))
    plain = fair.evaluate(BACKGROUND)
    good.click()
    fair.hover()
    colours = {plain, good.evaluate(BACKGROUND), fair.evaluate(BACKGROUND)}
    assert len(colours) == 3


def test_a_touched_row_has_no_hover(sink: SinkApp, open_page: OpenPage) -> None:
    """On a touch screen a hover would stay where the finger was."""
    sink.post()
    page = open_page(viewport=PHONE, has_touch=True, is_mobile=True)
    row = page.locator(".choice", has_text="Sådär")
    row.hover()
    assert row.evaluate(BACKGROUND) == "rgba(0, 0, 0, 0)"


def test_tips_are_folded_on_a_phone(open_page: OpenPage) -> None:
    """One line, until somebody wants to read them."""
    page = open_page(viewport=PHONE)
    card = page.get_by_role("region", name="Prova så här")
    expect(card.get_by_text("Tryck på Nästa steg")).to_be_hidden()
    box = card.bounding_box()
    assert box is not None
    assert box["height"] < 80
    card.get_by_text("Prova så här").click()
    expect(card.get_by_text("Tryck på Nästa steg")).to_be_visible()
