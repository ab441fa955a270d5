"""What is to be typed stands out as code; nobody is shown the marks around it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.locales import LANGUAGES, words
from bot.slack.render import render_form, render_message
from bot.views.model import Board, ReplyView, Sheet, SheetPart, View
from tests.views.moments import MOMENTS

MARK = "`"
PEOPLES_OWN = "hostile"
"""In the name of what holds comments of people, who are shown every sign that they wrote."""


def texts(drawn: object, *, code: bool = False) -> Iterator[str]:
    """Yield what is read in some blocks: what is set as code, or everything else."""
    if isinstance(drawn, list):
        for each in drawn:
            yield from texts(each, code=code)
    elif isinstance(drawn, dict):
        style = drawn.get("style")
        typed = isinstance(style, dict) and style.get("code", False)
        if isinstance(drawn.get("text"), str) and typed is code:
            yield drawn["text"]
        for value in drawn.values():
            yield from texts(value, code=code)


def drawn(view: View) -> object:
    """Return the blocks of a message, a reply or a form."""
    if isinstance(view, Board | ReplyView):
        return render_message(view)["blocks"]
    return render_form(view)  # type: ignore[arg-type]  # what is left is forms


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", [name for name in MOMENTS if PEOPLES_OWN not in name])
def test_no_mark_is_read(name: str, language: str) -> None:
    """Wherever the bot tells what to type: in a message, an answer or a form."""
    assert [text for text in texts(drawn(MOMENTS[name](words(language)))) if MARK in text] == []


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("area-counted", "/apt område"),
        ("commitment-saved", "/apt åtaganden"),
        ("board-since-many", "/apt åtaganden"),
        ("error-minutes", "/apt förläng"),
    ],
)
def test_what_is_to_be_typed_is_code(name: str, typed: str) -> None:
    """In a sheet, a receipt, a board and a note."""
    found = list(texts(drawn(MOMENTS[name](words("sv"))), code=True))
    assert any(text.startswith(typed) for text in found)


def test_people_are_shown_their_own_marks() -> None:
    """In a summary and in what a year tells of an evaluation nothing is read as code."""
    view = MOMENTS["summary-of-14-hostile"](words("sv"))
    assert any(MARK in text for text in texts(drawn(view)))
    assert list(texts(drawn(view), code=True)) == []
    sheet = Sheet(title="T", intro="Skriv `/apt`.", parts=(SheetPart(text="`a`", lines=("`b`",)),))
    assert list(texts(drawn(sheet), code=True)) == ["/apt"]
