"""The lines that a report is made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

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


def title(text: str) -> Line:
    """Return a heading."""
    return Line(text, HEADING, bold=True)


def listed(heading: str, texts: Sequence[str]) -> Chunk:
    """Return a list under its heading; nothing without a heading."""
    return [title(heading), *bullets(texts)] if heading else []


def below(heading: Line, chunks: Sequence[Chunk]) -> list[Chunk]:
    """Return the chunks, the first of them together with the heading above it."""
    return [[heading, *chunks[0]], *chunks[1:]] if chunks else []


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
