"""The time of day: "kl 9", "13.30", "halv tio", "1:30 pm", "kvart över nio"."""

from __future__ import annotations

import re
from datetime import time

from bot.domain.when.model import Parts
from bot.domain.when.text import quoted
from bot.domain.when.words import CARDINALS, any_of, number
from bot.errors import BadTime, UnclearTime

HOUR, NOON = 60, 12 * 60
MOST_HOURS, MOST_MINUTES = 23, 59
EARLIEST = 6 * 60
"""Between one and this time, "halv två" or a bare 2 is rather meant in the afternoon."""

_HOURS = any_of(
    *(word for word, hour in CARDINALS.items() if hour * HOUR <= NOON and word not in {"en", "a"})
)
_OFFSETS = {"fem": 5, "five": 5, "tio": 10, "ten": 10, "kvart": 15, "quarter": 15} | {
    "tjugo": 20,
    "twenty": 20,
}
_AT = r"(?:klockan |kl\.? ?|at |@ ?)?"
DIGITS = (
    rf"{_AT}(?P<hour>\d{{1,2}})(?:[.:,](?P<minute>\d{{1,2}}))?"
    r"(?: ?(?:(?P<am>a\.?m\.?|fm)|(?P<pm>p\.?m\.?|em)))?(?: ?o.?clock)?"
)
RUN = rf"{_AT}(?P<hours>\d{{1,2}})(?P<minutes>\d\d)"
SPOKEN = (
    rf"{_AT}(?:(?P<offset>{any_of(*_OFFSETS)}) (?P<side>over|i|past|to) )?"
    rf"(?P<half>halv |half past )?(?P<spoken>{_HOURS}|(?<= )\d{{1,2}})(?: ?o.?clock)?"
)
RANGE = rf"{_AT}\d{{1,2}}(?:[.:]\d\d)? ?(?:-|till|to) ?{_AT}\d{{1,2}}(?:[.:]\d\d)?"
EARLY = r"(?:pa )?(?:morgonen|morgon|formiddagen|formiddag|fm)|bitti(?:da)?|(?:in the )?morning"
LATE = r"(?:pa )?(?:eftermiddagen|eftermiddag|kvallen|kvall|em)|(?:in the )?(?:afternoon|evening)"


def read_digits(parts: Parts, match: re.Match[str]) -> None:
    """Read 9, 09, 9:30, 9.30, 9 am."""
    minute = match["minute"]
    if minute and len(minute) == 1:
        raise BadTime(text=quoted(match[0]))
    _put(parts, match, match["hour"], minute or "0")
    if match["am"] or match["pm"]:
        _put_half(parts, match, late=bool(match["pm"]))


def read_run(parts: Parts, match: re.Match[str]) -> None:
    """Read 0900 and 930."""
    _put(parts, match, match["hours"], match["minutes"])


def _put(parts: Parts, match: re.Match[str], hour: str, minute: str) -> None:
    if int(hour) > MOST_HOURS or int(minute) > MOST_MINUTES:
        raise BadTime(text=quoted(match[0]))
    clock = int(hour) * HOUR + int(minute)
    parts.put(clock=clock, vague=HOUR <= clock < EARLIEST and len(hour) == 1)


def _put_half(parts: Parts, match: re.Match[str], *, late: bool) -> None:
    """Keep which half of the day it is; 12 am is midnight."""
    if not late and match["hour"] == "12" and "a" in match["am"]:
        parts.clock = (parts.clock or 0) - NOON
    parts.put(late=late)


def read_spoken(parts: Parts, match: re.Match[str]) -> None:
    """Read nio, halv tio, half past nine, kvart över nio, fem i halv tio."""
    hour = number(match["spoken"])
    if hour > MOST_HOURS:
        raise BadTime(text=quoted(match[0]))
    clock = hour * HOUR
    if match["half"]:
        clock += 30 if match["half"].startswith("half") else -30
    if match["offset"]:
        sign = 1 if match["side"] in {"over", "past"} else -1
        clock += sign * _OFFSETS[match["offset"]]
    if clock < HOUR:  # halv ett
        clock += NOON
    parts.put(clock=clock, vague=HOUR <= clock < EARLIEST)


def time_of(parts: Parts) -> time | None:
    """Return the time of day, if there was one.

    Raises UnclearTime when it may be at night as well as in the afternoon.
    """
    clock = parts.clock
    if clock is None:
        return None
    if parts.late and HOUR <= clock < NOON:
        clock += NOON
    elif (parts.late is False and clock >= NOON) or (parts.late and clock < HOUR):
        raise parts.unclear("contradictory")
    elif parts.vague and parts.late is None:
        early, late = (f"{each // HOUR:02}:{each % HOUR:02}" for each in (clock, clock + NOON))
        raise UnclearTime(text=quoted(parts.text), early=early, late=late)
    return time(clock // HOUR, clock % HOUR)
