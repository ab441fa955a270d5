"""E-mail addresses, also those written around, and mentions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.text.findings import Kind, Span

# Possessive quantifiers (++, *+) never try again with less: a hostile text costs linear time. On
# groups they are broken in Python before 3.11.5 (gh-106052), so there the plain ones stand.
_LOCAL = r"(?<![\w.+-])[\w.+-]++"
_HOST = r"[^\W\d_][\w-]*+"
_TOP = r"[^\W\d_]{2,}+"
_AT = r"(?:\ ?[(\[{]\ ?(?:at|a|snabel-?a|@)\ ?[)\]}]\ ?|\ snabel[\ -]?a\ )"
_DOT = r"(?:\.|\ ?[(\[{]\ ?(?:punkt|prick|dot)\ ?[)\]}]\ ?|\ (?:punkt|prick|dot)\ )"

_EMAILS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_LOCAL}@{_HOST}(?:\.[\w-]++)*",
        rf"{_LOCAL}\ {{0,2}}@\ {{1,2}}{_HOST}(?:\.[\w-]++)*\.{_TOP}",
        rf"{_LOCAL}{_AT}{_HOST}(?:{_DOT}[\w-]++)+",
        # A bare "at" is an English word: it takes more to make it an address.
        rf"{_LOCAL}\ at\ {_HOST}\ (?:punkt|prick|dot)\ {_TOP}",
        rf"(?<![\w.+-])[\w+-]++\.[\w+-]++\ at\ {_HOST}\.{_TOP}",
    )
)

_MENTION = re.compile(
    r"""
    <[@!][^<>\n]{1,80}>                     # as Slack sends it: <@U123>, <!channel>
    | <at\b[^<>\n]{0,80}>[^<>\n]{1,80}</at> # as Teams sends it
    | (?<![\w@])@[^\W\d]\w*+(?:[.-]\w++)*   # as people write it
    """,
    re.VERBOSE | re.IGNORECASE,
)


def emails(text: str) -> Iterator[Span]:
    """Yield where e-mail addresses stand in a normalised text."""
    for pattern in _EMAILS:
        for match in pattern.finditer(text):
            yield Span(match.start(), match.end(), Kind.EMAIL)


def mentions(text: str) -> Iterator[Span]:
    """Yield where mentions of people or of everybody stand in a normalised text."""
    for match in _MENTION.finditer(text):
        yield Span(match.start(), match.end(), Kind.MENTION)
