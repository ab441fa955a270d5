"""Texts in the signs that the report's fonts have."""

from __future__ import annotations

import unicodedata
from collections.abc import Container
from functools import cache
from pathlib import Path
from typing import Final

from bot.charts.words import UNKNOWN, drawable

FONTS: Final = Path(__file__).parent / "fonts"
LETTERS: Final = {"": "Inter-Regular.ttf", "B": "Inter-SemiBold.ttf"}
"""The family of the pictures with more alphabets, by the styles of what writes the report."""

PICTOGRAMS: Final = "NotoEmoji-Regular.ttf"


def printable(text: str, known: Container[str]) -> str:
    """Return the text line by line in signs that are known, which are those of the fonts.

    Each other sign that could be seen is □: nothing of what somebody wrote is left out unmarked.
    """
    return "\n".join(_printable(line, known) for line in text.splitlines())


def _printable(line: str, known: Container[str]) -> str:
    signs = unicodedata.normalize("NFC", line)
    letters = "".join(sign if sign in known else _letter(sign) for sign in signs)
    return " ".join(letters.split())


@cache
def _letter(sign: str) -> str:
    return " " if sign.isspace() else drawable(sign) or (UNKNOWN if _seen(sign) else "")


def _seen(sign: str) -> bool:
    """Return whether it is a symbol, or newer than what Python knows: those are drawn by others."""
    return unicodedata.category(sign) in {"Sc", "Sk", "Sm", "So", "Cn", "Co"}
