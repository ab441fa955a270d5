"""Quarters in words, and the quarters and days of a rolling survey."""

from __future__ import annotations

from bot.domain.quarter import Quarter
from bot.domain.rolling import last_quarter, latest
from bot.domain.round import Round
from bot.locales import Words
from bot.views.when import day_in_words


def quarter_name(quarter: Quarter, w: Words) -> str:
    """Return the quarter: kvartal 1 2027."""
    return w("survey-quarter", number=quarter.number, year=str(quarter.year))


def period(round: Round, w: Words) -> str:
    """Return the quarters that the box is of: kvartal 1 2027, kvartal 1–3 2027."""
    first, last = _span(round)
    if first == last:
        return quarter_name(first, w)
    if first.year == last.year:
        return w("survey-quarters", first=first.number, last=last.number, year=str(first.year))
    return f"{quarter_name(first, w)}–{quarter_name(last, w)}"


def closing_day(round: Round, w: Words) -> str:
    """Return the last day on which the box is open as it stands now: 31 mars."""
    return day_in_words(_span(round)[1].last_day, w, weekday=False)


def latest_day(round: Round, w: Words) -> str:
    """Return the last day on which the box can be open, however few answer: 31 mars 2028."""
    return day_in_words(latest(_span(round)[0]).last_day, w, year=True, weekday=False)


def _span(round: Round) -> tuple[Quarter, Quarter]:
    """Return the first and the last quarter. Raises ValueError for a box of a dialogue."""
    if round.rolling is None or round.closes_at is None:
        raise ValueError("not a rolling survey")
    return round.rolling, last_quarter(round.closes_at)
