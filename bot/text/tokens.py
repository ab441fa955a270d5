"""The words of a text, with what must be known about the place where they stand."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

# A word with its hyphens, and the ways to write a genitive: Annas, Lars', Lars:s, Anna's.
_WORD = re.compile(r"[^\W\d_]++(?:[-'][^\W\d_]++)*(?::s(?!\w)|'(?!\w))?")
_SENTENCE_ENDS = frozenset(".!?:;\n")
_KEPT = frozenset("åäö")
_OTHERS = str.maketrans({"ø": "ö", "æ": "ä", "ł": "l", "đ": "d", "\u0131": "i"})


@dataclass(frozen=True)
class Token:
    """A word, where it stands, and whether a sentence begins with it.

    Attributes:
        text: The word as it is written, with its genitive.
        start: Its place in the normalised text.
        begins: Whether it is the first of the text, of a sentence or of a line.
        after_space: Whether exactly one space stands between it and the word before.
    """

    text: str
    start: int
    begins: bool = False
    after_space: bool = False

    @property
    def end(self) -> int:
        """The place after the word."""
        return self.start + len(self.text)


def tokens(text: str) -> Iterator[Token]:
    """Yield the words of a normalised text."""
    last = 0
    for match in _WORD.finditer(text):
        gap = text[last : match.start()]
        begins = last == 0 or not _SENTENCE_ENDS.isdisjoint(gap)
        yield Token(match.group(), match.start(), begins, gap == " ")
        last = match.end()


def fold(word: str) -> str:
    """Return the word in lower case and without accents; å, ä and ö are letters and stay."""
    lower = word.casefold()
    if lower.isascii():
        return lower
    return "".join(map(_base, lower.translate(_OTHERS)))


def _base(sign: str) -> str:
    if sign in _KEPT:
        return sign
    parts = unicodedata.normalize("NFD", sign)
    return "".join(part for part in parts if unicodedata.category(part) != "Mn")
