"""The paper as Chromium prints it: one sheet for fifteen minutes, and readable by everybody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from bot.content import load
from bot.domain.programme import THEME_MINUTES, Language, Programme, Theme
from bot.handouts import booklet, sheet
from tests.browser.test_looks import PHONE, sideways, violations
from tests.tools.papers import deck, mirror, programme, theme

SHIPPED = load(Path(__file__).parents[2] / "dialogues").programmes
SHORT = [
    pytest.param(each, theme, id=f"{each.id}/{theme.id}")
    for each in SHIPPED
    for theme in each.themes
    if theme.length == THEME_MINUTES
]
ONE_SHEET = 2
"""A sheet has two sides."""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """An empty page."""
    context = browser.new_context(reduced_motion="reduce")
    yield context.new_page()
    context.close()


def sides(page: Page, content: str) -> int:
    """Return how many sides of A4 a page takes, as it is printed."""
    page.set_content(content)
    pdf = page.pdf(prefer_css_page_size=True)
    boxes = set(re.findall(rb"/MediaBox ?\[([^\]]*)\]", pdf))
    assert boxes == {b"0 0 594.95996 841.91998"}  # A4 in points
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf))


def test_there_are_short_themes() -> None:
    """The next test has something to print."""
    assert len(SHORT) >= 3


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize(("holder", "short"), SHORT)
def test_fifteen_minutes_fit_on_one_sheet(
    page: Page, holder: Programme, short: Theme, language: Language
) -> None:
    """The meeting is the front, and what the leader needs is the back."""
    content = sheet(holder, short, language)
    assert sides(page, content) == ONE_SHEET
    front = re.sub(r'<div class="back">.*</div></article>', "</article>", content, flags=re.DOTALL)
    assert front != content
    assert sides(page, front) == 1


def test_much_text_flows_onto_more_sheets(page: Page) -> None:
    """The control: a theme that is too long for a sheet is not cut, and is counted."""
    step = {"kind": "exercise", "minutes": 12, "text": {"sv": "Ord och ord. " * 110, "en": "Word."}}
    none: dict[str, object] = {key: {} for key in ("questions", "keep_questions", "next_questions")}
    long = theme(length=60, steps=[step] * 5, free_question=None, **none)
    content = sheet(programme(), long, "sv")
    assert sides(page, content) > ONE_SHEET
    assert page.get_by_text("Ord och ord. Ord").count() == 5


def test_booklet_begins_every_theme_on_a_front(page: Page) -> None:
    """The cover and each short theme take both sides of a sheet."""
    both = programme().model_copy(update={"decks": (), "mirrors": ()})
    assert sides(page, booklet(both, "sv")) == ONE_SHEET * (1 + len(both.themes))


@pytest.mark.parametrize("media", ["screen", "print"])
@pytest.mark.parametrize(
    "content",
    [
        sheet(programme(), theme(), "sv"),
        sheet(programme(), deck(), "sv"),
        sheet(programme(), mirror(), "sv"),
        booklet(programme(), "en"),
    ],
    ids=["theme", "deck", "mirror", "booklet"],
)
def test_paper_is_accessible(page: Page, content: str, media: str) -> None:
    """Contrast, names and order, on the screen and as it is printed."""
    page.emulate_media(media=media)  # type: ignore[arg-type]
    page.set_content(content)
    assert violations(page) == []


def test_page_fits_a_phone(page: Page) -> None:
    """It is read on the way to the meeting, too."""
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    for item in (theme(), deck(), mirror()):
        page.set_content(sheet(programme(), item, "sv"))
        assert sideways(page) == 0


def test_button_prints_and_is_not_printed(page: Page) -> None:
    """`Skriv ut` opens the browser's own printing."""
    page.set_content(sheet(programme(), theme(), "sv"))
    page.evaluate("window.print = () => { window.printed = true }")
    button = page.get_by_role("button", name="Skriv ut")
    button.click()
    assert page.evaluate("window.printed") is True
    page.emulate_media(media="print")
    assert not button.is_visible()
