"""Rich text: shows what people wrote as it stands, with our own structure around it.

Slack parses nothing in it, so there is no markup to escape; emphasis, lists, times and mentions
are elements of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Literal, TypeVar

from bot.domain.steps import LINK_PATTERN
from bot.slack import limits
from bot.slack.render.blocks import Json, header, text_size
from bot.slack.render.text import clean, clip, one_line, pieces, size
from bot.views.model import Moment

Inline = list[Json]
"""Elements on a line of rich text."""

T = TypeVar("T", Json, Inline)

Style = Literal["bold", "italic", "code"]
"""How a text stands out."""

_TYPED = re.compile(r"`([^`\n]+)`")

_LINK = re.compile(LINK_PATTERN)

TIME = "{time}"
"""How Slack writes a moment: the time of day in each reader's own zone."""

DAY_AND_TIME = "{date_long_pretty} {time}"
"""How Slack writes a day and a time: "tomorrow 09:05", in each reader's own words and zone."""


def words(text: str, *styles: Style) -> Inline:
    """Return a text, none when it is empty."""
    parts: Inline = [
        {"type": "text", "text": piece} for piece in pieces(clean(text), limits.RICH_TEXT)
    ]
    style = dict.fromkeys(styles, True)
    return [{**part, "style": style} for part in parts] if style else parts


def space(text: str = " ") -> Inline:
    """Return what stands between two texts."""
    return [{"type": "text", "text": text}]


def moment(at: Moment) -> Inline:
    """Return a time of day, in the reader's zone where Slack knows it, else the team's."""
    return [
        {
            "type": "date",
            "timestamp": int(at.at.timestamp()),
            "format": TIME,
            "fallback": clip(one_line(at.text), limits.BUTTON_TEXT),
        }
    ]


def day_and_time(at: Moment | None) -> Inline:
    """Return a day and a time of day, in the reader's own words and zone; none for no time."""
    return [{**part, "format": DAY_AND_TIME} for part in moment(at)] if at else []


def link(address: str) -> Inline:
    """Return a link that shows its own address, plain words for what is no address of a page."""
    if not _LINK.match(address):
        return words(address)
    return [{"type": "link", "url": address, "text": clip(address, limits.CONTEXT_TEXT)}]


def lines(*rows: Inline) -> list[Json]:
    """Return some lines as one paragraph, as several where a block can't hold them all.

    Empty lines are left out; none when all are empty.
    """
    broken = [[*space("\n"), *row] for row in rows if row]
    paragraphs = (list(chain.from_iterable(group))[1:] for group in _grouped(broken))
    return [{"type": "rich_text_section", "elements": _merged(each)} for each in paragraphs]


def paragraphs(text: str, *styles: Style) -> list[Json]:
    """Return a text as paragraphs, in pieces that a block can hold."""
    return [
        {"type": "rich_text_section", "elements": words(piece, *styles)}
        for piece in pieces(clean(text), limits.RICH_TEXT)
        if clean(piece)
    ]


def sentences(text: str) -> list[Json]:
    """Return the bot's own sentences, with what is to be typed (`/apt hjälp`) set as code.

    Only for sentences of the locales: what people write is shown with its every sign.
    """
    parts = (clean(piece) for piece in pieces(clean(text), limits.RICH_TEXT))
    return [{"type": "rich_text_section", "elements": _with_code(part)} for part in parts if part]


def bullets(texts: Iterable[str]) -> list[Json]:
    """Return a list with a text to each point, in pieces that a block can hold."""
    return _listed([section for text in texts for section in paragraphs(text)])


def points(rows: Iterable[Inline]) -> list[Json]:
    """Return a list with a line to each point."""
    return _listed([{"type": "rich_text_section", "elements": _merged(row)} for row in rows])


def _listed(points: Sequence[Json]) -> list[Json]:
    return [
        {"type": "rich_text_list", "style": "bullet", "elements": part} for part in _grouped(points)
    ]


def quote(text: str) -> list[Json]:
    """Return a text set apart with a bar at its side."""
    return [{**part, "type": "rich_text_quote"} for part in paragraphs(text)]


def aligned(texts: Sequence[str]) -> list[Json]:
    """Return lines whose characters stand below each other."""
    text = "\n".join(clean(each) for each in texts)
    return [
        {"type": "rich_text_preformatted", "elements": words(piece)}
        for piece in pieces(text, limits.RICH_TEXT)
        if clean(piece)
    ]


def rich(*parts: Sequence[Json]) -> list[Json]:
    """Return the parts in as many rich text blocks as they need; none when there are none."""
    return [
        {"type": "rich_text", "elements": group}
        for group in _grouped([element for part in parts for element in part])
    ]


def _merged(inline: Inline) -> Inline:
    """Return the elements with neighbouring texts of one look as one text."""
    merged: Inline = []
    for item in inline:
        if merged and _look(merged[-1]) == _look(item) and item["type"] == "text":
            merged[-1] = {**item, "text": merged[-1]["text"] + item["text"]}
        else:
            merged.append(item)
    return merged


def _look(item: Json) -> tuple[str, dict[str, bool]]:
    return item["type"], item.get("style", {})


def _with_code(text: str) -> Inline:
    elements: Inline = []
    for index, part in enumerate(_TYPED.split(text)):
        if part:
            typed = index % 2 == 1
            plain: Json = {"type": "text", "text": part}
            elements.append({**plain, "style": {"code": True}} if typed else plain)
    return elements


def _grouped(elements: Sequence[T]) -> list[list[T]]:
    """Return the elements, or lines of elements, in groups that a block can hold."""
    groups: list[list[T]] = []
    for element in elements:
        if groups and text_size([*groups[-1], element]) <= limits.RICH_TEXT:
            groups[-1].append(element)
        else:
            groups.append([element])
    return groups


def heading(text: str) -> list[Json]:
    """Return a heading, in bold text where it is too long for Slack's headings."""
    if size(one_line(text)) <= limits.HEADER:
        return [header(text)] if one_line(text) else []
    return rich(paragraphs(text, "bold"))
