"""Rooms, wards and flats with a number: they point at the one who lives or lies there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bot.text.findings import Kind, Span
from bot.text.tokens import Token

_PLACES = frozenset(
    {
        "sal",
        "salen",
        "vårdsal",
        "vårdsalen",
        "patientsal",
        "patientsalen",
        "operationssal",
        "lärosal",
        "skolsal",
        "avd",
        "avdelning",
        "avdelningen",
        "vårdavdelning",
        "lgh",
        "lägenhet",
        "lägenheten",
        "trapphus",
        "uppgång",
        "room",
        "ward",
        "apartment",
        "flat",
    }
)
_ROOM = re.compile(r"rum(?:met)?$")
_NO_ROOM = re.compile(r"(?:forum|centrum|spektrum|serum|mellanrum|tidsrum|hålrum|utrum)(?:met)?$")
_NUMBER = re.compile(
    r"""
    (?:\.|:)? [ \t]{0,2} (?: (?:nr|nummer|no)\b [.:]? [ \t]{0,2} )?
    (?: [A-ZÅÄÖa-zåäö]?-?\d{1,4}+[A-Za-z]?(?:-\d{1,4}+)?+
      | [A-HJ-Z]
      | (?:två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv)
    )
    (?!\w | [.,:]\d)
    # What follows may tell that it was an amount.
    (?!\ ?(?:%|(?:kvm|kr|min|tim|st|år|ggr|till)\b|m2|kvadrat|kron|minut|timm|person|elev|barn|grad
        |dag|veck|gånger))
    """,
    re.VERBOSE,
)


def rooms(text: str, words: Iterable[Token]) -> Iterator[Span]:
    """Yield where numbered rooms stand in a normalised text."""
    for word in words:
        if not _is_place(word.text.lower()):
            continue
        number = _NUMBER.match(text, word.end)
        if number:
            yield Span(word.start, number.end(), Kind.ROOM)


def _is_place(word: str) -> bool:
    return word in _PLACES or bool(_ROOM.search(word[-8:]) and not _NO_ROOM.search(word[-12:]))
