"""Week numbers as people write them: "8, 44 och 51–1"."""

from __future__ import annotations

import re

from bot.domain.when.text import plain, quoted
from bot.errors import BadWeeks

FIRST_WEEK, LAST_WEEK = 1, 53
LONGEST_TURN = 26
"""Weeks from one year into the next are at most half a year: "12–8" is rather a slip."""

_WORD = r"(?:veckorna|veckor|vecka|weeks|week|v)?\.? ?"
_PART = re.compile(
    rf"{_WORD}(\d{{1,2}})(?: ?(?:-|till|to) ?{_WORD}(\d{{1,2}}))?(?![\w.:/-])", re.ASCII
)
_BETWEEN = re.compile(r" ?(?:[,;&+]|och\b|and\b|samt\b)? ?")
_NONE = ("", "-", "0", "inga", "ingen", "none", "no")


def parse_weeks(text: str) -> frozenset[int]:
    """Return the numbers of the weeks (1–53), none for an empty text. Raises BadWeeks.

    A range may go on into the next year: 51–1 is weeks 51, 52, 53 and 1.
    """
    read = plain(text)
    if read in _NONE:
        return frozenset()
    weeks: set[int] = set()
    place = 0
    while place < len(read):
        match = _PART.match(read, place)
        found = _weeks(int(match[1]), int(match[2] or match[1])) if match else ()
        if not match or not found:
            raise BadWeeks(text=quoted(text))
        weeks.update(found)
        gap = _BETWEEN.match(read, match.end())
        place = gap.end() if gap else match.end()
    return frozenset(weeks)


def _weeks(first: int, last: int) -> tuple[int, ...]:
    """Return the weeks of a range, empty when it is none."""
    if not {first, last} <= set(range(FIRST_WEEK, LAST_WEEK + 1)):
        return ()
    if first <= last:
        return tuple(range(first, last + 1))
    turn = (*range(first, LAST_WEEK + 1), *range(FIRST_WEEK, last + 1))
    return turn if len(turn) <= LONGEST_TURN else ()
