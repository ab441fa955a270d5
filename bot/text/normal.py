"""One way to write each sign, so that a look-alike can't hide a number or a name."""

from __future__ import annotations

import re
import unicodedata

# Hyphens, dashes and the minus sign; quotation marks, accents and the modifier apostrophe.
_DASHES = dict.fromkeys([*range(0x2010, 0x2016), 0x2212, 0xFE58], "-")
_QUOTES = dict.fromkeys([0x2018, 0x2019, 0x02BC, 0xB4, ord("`")], "'")
_LINES = dict.fromkeys(map(ord, "\r\v\f\x85\u2028\u2029"), "\n")
_SIGNS = _DASHES | _QUOTES | _LINES

# No writing system stacks more marks on a letter; normalising takes quadratic time in their number.
_MOST_MARKS = 8
_PLAIN = re.compile(r"[\t\n -~åäöÅÄÖéÉüÜ]*")


def normalise(text: str) -> str:
    """Return the text as it is searched: compatible forms composed (NFKC), invisible signs gone.

    Dashes become "-", apostrophes "'", digits of every script 0–9, and line ends a newline.
    """
    if _PLAIN.fullmatch(text):
        return text.translate(_QUOTES) if "`" in text else text
    visible = "".join(_visible(text.translate(_SIGNS)))
    composed = unicodedata.normalize("NFKC", visible).translate(_SIGNS)
    return "".join(map(_digit, composed))


def _visible(text: str) -> list[str]:
    """Return the characters without invisible ones and without piles of combining marks."""
    kept: list[str] = []
    marks = 0
    for sign in text:
        category = unicodedata.category(sign)
        marks = marks + 1 if category == "Mn" else 0
        if category != "Cf" and marks <= _MOST_MARKS:
            kept.append(sign)
    return kept


def _digit(sign: str) -> str:
    """Return 0–9 for a decimal digit of any script, other characters as they are."""
    if sign.isascii():
        return sign
    value = unicodedata.decimal(sign, None)
    return sign if value is None else str(value)
