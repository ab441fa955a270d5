"""The quarters of a rolling survey, and its days, in words."""

from __future__ import annotations

from datetime import date

from bot.domain.quarter import Quarter
from bot.domain.rolling import last_quarter, latest
from bot.domain.round import Round
from bot.locales import Words


def period(round: Round, w: Words) -> str:
    """Return the quarters that the box is of: kvartal 1 2027, kvartal 1–3 2027."""
    first, last = _span(round)
    if first == last:
        return _named(first, w)
    if first.year == last.year:
        return w("survey-quarters", first=first.number, last=last.number, year=str(first.year))
    return f"{_named(first, w)}–{_named(last, w)}"


def closing_day(round: Round, w: Words) -> str:
    """Return the last day on which the box is open as it stands now: 31 mars."""
    return _day(_span(round)[1].last_day, w)


def latest_day(round: Round, w: Words) -> str:
    """Return the last day on which the box can be open, however few answer: 31 mars 2028."""
    day = latest(_span(round)[0]).last_day
    return f"{_day(day, w)} {day.year}"


def _span(round: Round) -> tuple[Quarter, Quarter]:
    """Return the first and the last quarter. Raises ValueError for a box of a dialogue."""
    if round.rolling is None or round.closes_at is None:
        raise ValueError("not a rolling survey")
    return round.rolling, last_quarter(round.closes_at)


def _named(quarter: Quarter, w: Words) -> str:
    return w("survey-quarter", number=quarter.number, year=str(quarter.year))


def _day(day: date, w: Words) -> str:
    return w("date-day", day=day.day, month=day.month)
