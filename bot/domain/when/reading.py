"""From a text to its parts: one pass from left to right, at each place the first rule that fits.

Every rule is a pattern of bounded length, so that reading takes time in proportion to the text. A
word that no rule knows is never skipped: better to ask than to plan what was not meant.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from bot.domain.when import clock
from bot.domain.when.model import Parts
from bot.domain.when.text import plain
from bot.domain.when.words import (
    CARDINAL,
    MONTH,
    MONTHS,
    ORDINAL,
    PLURALS,
    WEEKDAY,
    number,
    weekday,
)

Match = re.Match[str]
Reader = Callable[[Parts, Match], None]

_YEAR = r"20[2-9]\d"  # 2000 and 2015 are times of day
_WEEK = "(?:veckan|vecka|weeks|week)"
_MONTHS = "(?:manaden|manader|manad|months|month)"
_DAYS = "(?:dagen|dagar|dag|days|day)"
_EVERY = "(?:every|each|varje|varenda|vart|var)"
_EVERY_OTHER = f"(?:{_EVERY} other|var ?annan|vart ?annat|varannat)"


def read(text: str) -> Parts:
    """Return the parts of the text. Raises UnclearWhen, BadTime."""
    parts = Parts(text)
    left = plain(text)
    place = _after_gap(left, 0)
    while place < len(left):
        match, reader = _first_rule(parts, left, place)
        reader(parts, match)
        place = _after_gap(left, match.end())
    return parts


def _after_gap(left: str, place: int) -> int:
    gap = _BETWEEN.match(left, place)
    return gap.end() if gap else place


def _first_rule(parts: Parts, left: str, place: int) -> tuple[Match, Reader]:
    for pattern, reader in _rules():
        if match := pattern.match(left, place):
            return match, reader
    raise parts.unclear("nothing")


def _every(parts: Parts, match: Match) -> None:
    count = 2 if match["other"] else number(match["count"]) if match["count"] else 1
    if match["weekday"]:
        # "Varje första måndag" is the first of the month, "varje måndag" all of them.
        if match["count"] and count in (1, -1):
            parts.put(nth=count)
        else:
            parts.put(each=count)
        _weekday(parts, match)
    elif match["unit"].startswith(("manad", "month")):
        parts.put(months=count)
    elif match["unit"].startswith(("vecka", "week")):
        parts.put(weeks=count)
    elif count % 7 == 0:  # var fjortonde dag
        parts.put(weeks=count // 7)
    else:
        raise parts.unclear("weekday")


def _weekday(parts: Parts, match: Match) -> None:
    name = match["weekday"]
    parts.put(weekday=weekday(name))
    if name.endswith(PLURALS):
        parts.put(plural=True)


def _nth(parts: Parts, match: Match) -> None:
    parts.put(nth=number(match["nth"]))
    _weekday(parts, match)


def _alternating(parts: Parts, match: Match) -> None:
    parts.put(even=bool(match["even"]))


def _apart(parts: Parts, match: Match) -> None:
    parts.put(weeks=number(match["count"]))


def _date(parts: Parts, match: Match) -> None:
    found = match.groupdict()
    year, short = found["year"], found.get("short")
    month = MONTHS.get(found["month"]) or int(found["month"])
    parts.put(date=(int(year or f"20{short}") if year or short else None, month, int(found["day"])))


def _month_day(parts: Parts, match: Match) -> None:
    parts.put(month_day=int(match["day"]))


def _month(parts: Parts, match: Match) -> None:
    parts.put(month=(_year(match), MONTHS[match["month"]]))


def _nth_of_month(parts: Parts, match: Match) -> None:
    _nth(parts, match)
    _month(parts, match)


def _year(match: Match) -> int | None:
    return int(match["year"]) if match["year"] else None


def _week(parts: Parts, match: Match) -> None:
    parts.put(week=(_year(match), int(match["number"])))


def _ahead(parts: Parts, match: Match) -> None:
    count = number(match["count"])
    if match["unit"].startswith(("vecka", "veckor", "week")):
        parts.put(weeks_ahead=count)
    else:
        parts.put(days=count)


def _next_weekday(parts: Parts, match: Match) -> None:
    parts.put(week_ahead=1)
    _weekday(parts, match)


def _several(parts: Parts, _: Match) -> None:
    raise parts.unclear("several")


def _put(**found: object) -> Reader:
    return lambda parts, _: parts.put(**found)


_SO_OFTEN = (
    rf"(?:(?P<other>{_EVERY_OTHER})|{_EVERY}(?: (?P<count>{ORDINAL}|{CARDINAL}))?) "
    rf"(?:(?P<unit>{_WEEK}|{_MONTHS}|{_DAYS})|(?P<weekday>{WEEKDAY}))"
)
_EVEN_OR_ODD = (
    rf"(?:{_EVERY} )?(?:(?P<even>jamna?|even)|ojamna?|udda|uneven|odd)(?:[- ]numbered)? "
    rf"(?:(?:vecko|week ?)(?:nummer|numbers?)|veckor(?:na)?|{_WEEK}|v\b\.?)"
)
_NTH = rf"(?:den |the )?(?P<nth>{ORDINAL}) (?P<weekday>{WEEKDAY})"
_OF_YEAR = rf"(?P<month>{MONTH})\.?(?: (?P<year>{_YEAR}))?"
_SLASHED = (
    rf"(?:den )?(?P<day>\d{{1,2}})/(?P<month>\d{{1,2}})"
    rf"(?:[-/ ](?P<year>{_YEAR})|[-/](?P<short>\d\d))?"
)
_DAY_MONTH = (
    rf"(?:den |the )?(?P<day>\d{{1,2}})(?: ?:?[ea]|st|nd|rd|th)?(?: of| i)? (?P<month>{MONTH})"
    rf"\.?(?:,? (?P<year>{_YEAR}))?"
)
_MONTH_DAY = (
    rf"(?P<month>{MONTH})\.? (?:the )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?![.:]\d| ?[ap]\.?m)"
    rf"(?:,? (?P<year>{_YEAR}))?"
)
_TABLE: tuple[tuple[str, Reader], ...] = (
    (_EVEN_OR_ODD, _alternating),
    (_SO_OFTEN, _every),
    (r"med (?P<count>\d{1,2}) veckors mellanrum", _apart),
    (r"fortnightly", _put(weeks=2)),
    (r"weekly|veckovis|(?:per|a) week|(?:i|per) (?:veckan|vecka)", _put(weeks=1)),
    (rf"(?:nasta|next) {_MONTHS}", _put(month_ahead=1)),
    (rf"monthly|manadsvis|(?:per |a )?{_MONTHS}", _put(months=1)),
    (rf"{_NTH} (?:i|in|of) {_OF_YEAR}", _nth_of_month),  # a number after it is no day
    (_NTH, _nth),
    # One day:
    (r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})", _date),
    (r"(?P<year>20\d\d)(?P<month>\d\d)(?P<day>\d\d)", _date),
    (r"(?P<year>)(?P<short>\d\d)(?P<month>\d\d)(?P<day>\d\d)", _date),
    (_SLASHED, _date),
    (_DAY_MONTH, _date),
    (_MONTH_DAY, _date),
    (_OF_YEAR, _month),
    (r"(?:den|the) (?P<day>\d{1,2})(?: ?:?[ea]|st|nd|rd|th)?(?![.:]\d)", _month_day),
    (r"i ?dag|today", _put(days=0)),
    (r"(?:i ?kvall|i ?eftermiddag|tonight)", _put(days=0, late=True)),
    (r"i ?morgon|i ?morron|tomorrow", _put(days=1)),
    (r"i ?over ?morgon|(?:the )?day after tomorrow", _put(days=2)),
    (rf"(?:om|in) (?P<count>{CARDINAL}) (?P<unit>veckor|{_WEEK}|{_DAYS})", _ahead),
    (r"(?:i )?nasta vecka|next week", _put(week_ahead=1)),
    (r"(?:denna|den har|this) (?:veckan|vecka|week)", _put(week_ahead=0)),
    (rf"(?:nasta|next) (?P<weekday>{WEEKDAY})", _next_weekday),
    (
        rf"(?:i )?(?:vecka|week|v)\.? ?(?P<number>\d{{1,2}})(?![.:]\d)(?:,? (?P<year>{_YEAR}))?",
        _week,
    ),
    (_WEEK, _put(weeks=1)),
    (rf"(?P<weekday>{WEEKDAY})", _weekday),
    # The time of day:
    (clock.EARLY, _put(late=False)),
    (clock.LATE, _put(late=True)),
    (clock.RANGE, _several),
    (clock.DIGITS, clock.read_digits),
    (clock.RUN, clock.read_run),
    (clock.SPOKEN, clock.read_spoken),
    # What says nothing more:
    (r"och|and|eller|or|samt|&|\+", _several),
    (r"en gang|1 gang|once", _put()),
    (r"alla|all|pa|on|den|the|i|in|of|nu|kommande|coming|this", _put()),
)
_BETWEEN = re.compile(r"(?:[ ,;]|\.(?= |$)|-(?= ))+")


@cache
def _rules() -> tuple[tuple[re.Pattern[str], Reader], ...]:
    """Return the table with its patterns compiled, which takes longer than to import the rest."""
    # A word is read whole: "mar" is no month in "marknad".
    return tuple(
        (re.compile(rf"(?:{pattern})(?![a-z0-9])", re.ASCII), reader) for pattern, reader in _TABLE
    )
