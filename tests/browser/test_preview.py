"""The preview in Chromium: what is written shows at once, and nobody loses their place."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Frame, Page, expect

from bot.preview import Preview
from bot.workspace.polling import wait_until
from tests.browser.conftest import _watch
from tests.browser.test_looks import AXE, CHECK, PHONE, SCHEMES, sideways, violations

DIALOGUES = Path(__file__).parents[2] / "dialogues"
SHIPPED = DIALOGUES / "tio-teman"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A theme to write in."""
    shutil.copytree(SHIPPED, tmp_path / "dialogues" / "tio-teman")
    shutil.copy(
        DIALOGUES / "samtalskort" / "hanterbarhet.yaml", tmp_path / "dialogues" / "tio-teman"
    )
    shutil.copy(DIALOGUES / "ledarens-spegel" / "spegel.yaml", tmp_path / "dialogues" / "tio-teman")
    return tmp_path / "dialogues" / "tio-teman" / "tema3.yaml"


@pytest.fixture
def preview(file: Path) -> Iterator[Preview]:
    """The preview of the theme."""
    showing = Preview(file)
    thread = threading.Thread(target=showing.run, daemon=True)
    thread.start()
    yield showing
    showing.stop()
    thread.join(10)
    assert not thread.is_alive()


@pytest.fixture
def page(browser: Browser, preview: Preview) -> Iterator[Page]:
    """Its page, which may have no error of its own."""
    problems: list[str] = []
    context = browser.new_context(reduced_motion="reduce", viewport={"width": 1200, "height": 900})
    opened = context.new_page()
    _watch(opened, problems)
    opened.goto(preview.url)
    expect(opened.get_by_label("Vad som visas")).to_be_visible()
    yield opened
    context.close()
    assert problems == []


def chat(page: Page, last: str = "summary") -> Frame:
    """The frame with the messages, once the last of them has been drawn."""
    expect(page.frame_locator("#chat").locator(f"[data-scene={last}]")).to_be_visible()
    frame = page.frame(url="**/chat")
    assert frame is not None
    return frame


def scrolled(frame: Frame) -> int:
    """How far down the messages have been read."""
    return int(frame.evaluate("document.getElementById('scenes').scrollTop"))


def write(file: Path, old: str, new: str) -> None:
    """Change a text in the file and save it."""
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_theme_is_drawn_as_in_the_chat(page: Page) -> None:
    """Steps, buttons, the form with its questions, and the example of a summary."""
    frame = chat(page)
    expect(page.get_by_label("Vad som visas")).to_have_value("tio-teman/tema3")
    expect(frame.get_by_role("heading", name="Steg 4 av 7")).to_be_visible()
    expect(frame.locator("[data-scene=step-0]").get_by_text("Nu: Bra att ha")).to_be_visible()
    form = frame.get_by_role("dialog", name="Svara anonymt")
    expect(form.get_by_role("radiogroup", name="Hanterbarhet")).to_be_visible()
    form.get_by_role("radio", name="5").first.check()
    expect(frame.locator("[data-scene=summary]")).to_contain_text("Ett påhittat svar")


def test_what_is_saved_shows_and_the_place_is_kept(page: Page, file: Path) -> None:
    """A change appears by itself, and the reader stays where they were."""
    frame = chat(page)
    step = frame.locator("[data-scene=step-5]")
    step.evaluate("node => node.scrollIntoView()")
    before = scrolled(frame)
    assert before > 1000
    write(file, "Varje grupp säger en sak till varje lista.", "Nu står det något annat här.")
    expect(step).to_contain_text("Nu står det något annat här.")
    assert abs(scrolled(frame) - before) < 120
    page.get_by_label("Vad som visas").select_option("tio-teman/tema1")
    expect(frame.get_by_role("heading", name="1. ").first).to_be_visible()
    assert scrolled(frame) == 0


def test_deck_is_drawn_as_in_the_chat(page: Page, file: Path) -> None:
    """Every card with its buttons, and one as the group sees it; what is saved shows at once."""
    chat(page)
    page.get_by_label("Vad som visas").select_option("tio-teman/hanterbarhet")
    frame = chat(page, "group")
    card = frame.locator("[data-scene=card-1]")
    expect(card.get_by_role("heading", name="Kort 2 av")).to_be_visible()
    expect(card.get_by_role("button", name="Ett till")).to_be_visible()
    expect(card.get_by_text("Bara du ser kortet.")).to_be_visible()
    expect(frame.locator("[data-scene=group]").get_by_role("button")).to_have_count(0)
    expect(frame.locator("[data-scene=summary]")).to_have_count(0)
    question = card.locator("strong, b").first.inner_text()
    write(file.parent / "hanterbarhet.yaml", question, "Vad är nytt här?")
    expect(card).to_contain_text("Vad är nytt här?")
    frame.evaluate(AXE)
    assert frame.evaluate(CHECK) == []


def test_mirror_is_drawn_as_its_form_and_its_picture(page: Page, file: Path) -> None:
    """What is tried in the form stays while the file is written; the picture stands below it."""
    chat(page)
    page.get_by_label("Vad som visas").select_option("tio-teman/spegel")
    frame = chat(page, "picture")
    form, picture = (frame.locator(f"[data-scene={key}]") for key in ("form", "picture"))
    radio = form.get_by_role("radio", name="5").first
    radio.check()
    expect(picture).to_contain_text("Du svarade 5 av 7")
    write(file.parent / "spegel.yaml", "Börja med det högsta svaret.", "Helt nytt slut.")
    expect(picture).to_contain_text("Helt nytt slut.")
    expect(radio).to_be_checked()
    frame.evaluate(AXE)
    assert frame.evaluate(CHECK) == []


def test_broken_file_shows_its_mistakes_above_the_last_good_version(page: Page, file: Path) -> None:
    """The writer sees what to mend, and still what it was about."""
    frame = chat(page)
    told = page.get_by_role("status")
    expect(told).to_be_empty()
    write(file, "kind: gather", "kind: gathr")
    expect(told).to_contain_text("Filen har fel. Det som visas är den senaste versionen utan fel.")
    expect(told).to_contain_text("Menade du ”gather”?")
    expect(frame.locator("[data-scene=step-6]")).to_be_visible()
    assert violations(page) == []
    write(file, "kind: gathr", "kind: gather")
    expect(told).not_to_contain_text("Filen har fel")


def test_paper_is_shown_and_follows(page: Page, file: Path) -> None:
    """The same hand-out as is printed, read on where one was."""
    chat(page)
    page.get_by_role("button", name="På papper").click()
    paper = page.frame_locator("#paper")
    expect(paper.get_by_text("Fastnat?")).to_be_visible()
    frame = page.frame(url="**/paper?*")
    assert frame is not None
    frame.wait_for_load_state()  # when it is loaded the page goes to where one was before
    frame.evaluate("scrollTo(0, 500)")
    write(file, "Bra att ha", "Något att ha")
    expect(paper.get_by_text("Något att ha")).to_be_visible()
    wait_until(lambda: frame.evaluate("scrollY") == 500, 10.0, "the place was lost")
    expect(page.get_by_role("button", name="Skriv ut")).to_be_visible()


def test_languages_and_places_can_be_chosen(page: Page) -> None:
    """What is chosen stands in the address, and is there after a reload."""
    chat(page)
    page.get_by_label("Språk").select_option("en")
    expect(page.get_by_label("What is shown")).to_be_visible()
    page.get_by_role("button", name="On paper").click()
    page.reload()
    expect(page.get_by_role("button", name="On paper")).to_have_attribute("aria-pressed", "true")
    expect(page.frame_locator("#paper").get_by_text("Stuck?")).to_be_visible()


def test_preview_that_is_closed_says_so(page: Page, preview: Preview, browser: Browser) -> None:
    """The page does not pretend to be up to date."""
    context = browser.new_context()
    other = context.new_page()
    other.goto(preview.url)
    expect(other.get_by_label("Vad som visas")).to_be_visible()
    other.route("**/show?*", lambda route: route.abort())
    expect(other.get_by_role("alert")).to_contain_text("Förhandsvisningen har stängts")
    other.unroute("**/show?*")
    expect(other.get_by_role("alert")).to_be_hidden()
    context.close()


@SCHEMES
@pytest.mark.parametrize("width", ["Dator", "Telefon"])
def test_preview_is_accessible(page: Page, scheme: str, width: str) -> None:
    """Light and dark, wide and narrow; nothing scrolls sideways."""
    frame = chat(page)
    page.get_by_role("button", name={"light": "Ljust", "dark": "Mörkt"}[scheme]).click()
    page.get_by_role("button", name=width, exact=True).click()
    expect(frame.locator(f"html[data-theme={scheme}]")).to_be_attached()
    assert violations(page) == []
    frame.evaluate(AXE)
    assert frame.evaluate(CHECK) == []
    assert sideways(page) == 0
    inner = "document.documentElement.scrollWidth - innerWidth"
    assert frame.evaluate(inner) <= 0
    assert (frame.evaluate("innerWidth") < 400) is (width == "Telefon")


def test_preview_can_be_used_on_a_phone(page: Page) -> None:
    """The controls wrap, and what is shown is there below them."""
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    frame = chat(page)
    assert sideways(page) == 0
    assert frame.evaluate("innerHeight") > 300
