"""What a text seems to be about: a guess, offered to its writer, and never counted by itself."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from bot.text.normal import normalise
from bot.text.subject_words import WORDS

Subject = tuple[str, ...]
"""The ids that a subject has as a tag, in one programme or another."""


def subjects(text: str) -> tuple[Subject, ...]:
    """Return what the text speaks of, that which most of its words speak for first.

    Of equals it is the one that comes first in the text. Swedish is understood, and no other
    language. The time it takes grows with the length alone.
    """
    plain = normalise(text).casefold()
    found = ((ids, [match.start() for match in words.finditer(plain)]) for ids, words in _PATTERNS)
    ranked = sorted((-len(places), places[0], ids) for ids, places in found if places)
    return tuple(ids for _, _, ids in ranked)


def as_tags(found: Sequence[Subject], known: Collection[str], limit: int) -> tuple[str, ...]:
    """Return at most so many subjects as tags, of those that are known."""
    tags = (next((id for id in ids if id in known), "") for ids in found)
    return tuple(dict.fromkeys(filter(None, tags)))[:limit]


def _pattern(words: str) -> re.Pattern[str]:
    """Return what finds the words: each from its beginning, `~` for a space or the word's end."""
    return re.compile("|".join(rf"\b{_one(word)}" for word in words.split()))


def _one(word: str) -> str:
    body = word.rstrip("~").replace("~", r"\s+")
    return rf"{body}\b" if word.endswith("~") else body


_PATTERNS = tuple((tuple(ids.split()), _pattern(words)) for ids, words in WORDS.items())
