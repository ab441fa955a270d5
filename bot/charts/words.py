"""Texts in a picture: what of them can be drawn, how wide they are, and where lines break."""

from __future__ import annotations

import json
import unicodedata
from functools import cache
from pathlib import Path

FONTS = Path(__file__).parent / "fonts"
FAMILY = "Inter"
UNKNOWN = "□"
"""Stands for a letter that the fonts do not have."""

MORE, HYPHEN = "…", "-"


@cache
def _widths(bold: bool) -> dict[str, int]:
    """Return how wide each letter of the fonts is, in thousandths of its size."""
    both = json.loads((FONTS / "widths.json").read_text(encoding="utf-8"))
    widths: dict[str, int] = both["SemiBold" if bold else "Regular"]
    return widths


def plain(text: str) -> str:
    """Return the text on one line, without signs that can't be seen or that turn the reading."""
    composed = unicodedata.normalize("NFC", text)
    spaced = "".join(" " if c.isspace() else c for c in composed)
    seen = (c for c in spaced if not unicodedata.category(c).startswith("C"))
    return " ".join("".join(seen).split())


def drawable(text: str) -> str:
    """Return the text in letters that the fonts have; pictograms are left out, others are □."""
    return " ".join("".join(_drawable(c) for c in plain(text)).split())


def _drawable(letter: str) -> str:
    known = _widths(bold=False)
    if letter in known:
        return letter
    bare = unicodedata.normalize("NFKD", letter)
    if all(c in known or unicodedata.combining(c) for c in bare):
        return "".join(c for c in bare if c in known)
    return UNKNOWN if unicodedata.category(letter)[0] in "LNP" else ""


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Return how wide the (drawable) text is; with kerning it may be a little less."""
    widths = _widths(bold)
    return sum(widths[c] for c in text) * size / 1000


def fit(text: str, room: float, size: float, *, bold: bool = False) -> str:
    """Return the text, its end replaced by … where the room is too small for it."""
    words = drawable(text)
    if width(words, size, bold=bold) <= room:
        return words
    while words and width(words + MORE, size, bold=bold) > room:
        words = words[:-1].rstrip()
    return words + MORE


def wrap(text: str, room: float, size: float, lines: int, *, bold: bool = False) -> list[str]:
    """Return the text as at most so many lines; the last one ends with … if there is more.

    A word wider than a line is broken with a hyphen.
    """
    rows: list[str] = []
    rest = drawable(text)
    while rest and len(rows) < lines - 1:
        row, rest = _broken(rest, room, size, bold=bold)
        rows.append(row)
    return [*rows, fit(rest, room, size, bold=bold)] if rest else rows


def _broken(text: str, room: float, size: float, *, bold: bool) -> tuple[str, str]:
    """Return what fits into a line, at least one letter, and the rest."""
    if width(text, size, bold=bold) <= room:
        return text, ""
    fits = len(text)
    while fits > 1 and width(text[:fits] + HYPHEN, size, bold=bold) > room:
        fits -= 1
    space = text.rfind(" ", 0, fits + 1)
    if space > 0:
        return text[:space], text[space + 1 :]
    return text[:fits] + HYPHEN, text[fits:]
