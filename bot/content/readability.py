"""How easy a text is to read: LIX, and the length of its sentences.

LIX (läsbarhetsindex, Björnsson 1968): words per sentence, plus the percentage of words longer than
six letters. Below 30 is very easy, 30–40 easy, 40–50 medium, above that hard.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

FEWEST_WORDS = 50
"""From how many words on the figure says something."""

LONG_WORD = 7
"""From how many letters on a word is long."""

_END = re.compile(r"(?:[.!?:…]+[”\"’')\]]*(?=\s)|\n)")
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*|\d+")


def sentences(text: str) -> list[str]:
    """Return the sentences of the text; a line break ends one as well."""
    return [part.strip() for part in _END.split(f"{text}\n") if _WORD.search(part)]


def words(text: str) -> list[str]:
    """Return the words and numbers of the text."""
    return _WORD.findall(text)


def lix(texts: Iterable[str]) -> int | None:
    """Return the LIX of all texts together, rounded, or None when they have too few words."""
    said = "\n".join(texts)
    found = words(said)
    if len(found) < FEWEST_WORDS:
        return None
    long = sum(len(word) >= LONG_WORD for word in found)
    return round(len(found) / len(sentences(said)) + 100 * long / len(found))
