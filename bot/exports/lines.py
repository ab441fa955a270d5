"""The lines that a report is made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from bot.charts.words import drawable
from bot.views.model import CommentLines

TITLE, HEADING, BODY, SMALL = 17, 11.5, 10, 9.5
"""Letters in points. Smaller ones are hard to read on paper."""


class Line(NamedTuple):
    """A text with its looks."""

    text: str
    size: float = BODY
    bold: bool = False
    grey: bool = False


Chunk = Sequence[Line]
"""Lines that stay together in a column."""


def known(text: str) -> str:
    """Return the text in the letters of the fonts, line by line."""
    return "\n".join(drawable(line) for line in text.splitlines())


def listed(heading: str, texts: Sequence[str]) -> Chunk:
    """Return a list under its heading; nothing without a heading."""
    return [Line(heading, HEADING, bold=True), *bullets(texts)] if heading else []


def grouped(group: CommentLines) -> Iterator[Chunk]:
    """Yield comments one by one, the first below the group's heading."""
    heading = [Line(group.heading, bold=True)] if group.heading else []
    rows = list(bullets(group.comments))
    yield [*heading, *rows[:1]]
    for row in rows[1:]:
        yield [row]


def bullets(texts: Iterable[str], size: float = BODY) -> Iterator[Line]:
    """Yield texts as points of a list."""
    for text in filter(None, texts):
        lines = text.splitlines()
        yield Line("\n".join([f"– {lines[0]}", *lines[1:]]), size)
