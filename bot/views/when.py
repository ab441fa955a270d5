"""Days and recurrences in words. What is said of a recurrence can also be typed to the bot."""

from __future__ import annotations

from datetime import date, time

from bot.domain.recurrence import LAST, Alternating, Breaks, Recurrence, Weekly
from bot.domain.when.weeks import FIRST_WEEK, LAST_WEEK, LONGEST_TURN
from bot.locales import Words
from bot.views.selecting import yes


def recurrence_in_words(recurrence: Recurrence, at: time, w: Words) -> str:
    """Return how often and at what time: varannan tisdag kl 09:00."""
    clock, weekday = f"{at:%H:%M}", w("weekday-name", weekday=recurrence.weekday.value)
    if isinstance(recurrence, Alternating):
        even = yes(recurrence.even)
        return w("recurrence-alternating", even=even, weekday=weekday, time=clock)
    every = recurrence.every
    if isinstance(recurrence, Weekly):
        return w("recurrence-weekly", every=every, weekday=weekday, time=clock)
    nth = "last" if recurrence.nth == LAST else recurrence.nth
    return w("recurrence-monthly", nth=nth, weekday=weekday, every=every, time=clock)


def day_in_words(day: date, w: Words, *, year: bool = False, weekday: bool = True) -> str:
    """Return the day: tisdag 2 mars, or with its year tisdag 2 mars 2027."""
    words = w("date-day", day=day.day, month=day.month)
    if year:
        words = f"{words} {day.year}"
    return f"{w('weekday-name', weekday=day.weekday())} {words}" if weekday else words


def capital(text: str) -> str:
    """Return the text as it stands at the head of something: Tisdag 2 mars."""
    return text[:1].upper() + text[1:]


def breaks_in_words(breaks: Breaks, w: Words) -> tuple[str, ...]:
    """Return what is left out, one phrase each: helgdagar och aftnar, klämdagar, juli, vecka 8."""
    found = []
    if breaks.holidays:
        found.append(w("breaks-holidays"))
    if breaks.squeeze_days:
        found.append(w("breaks-squeeze-days"))
    found += [w("month-name", month=month) for month in sorted(breaks.months)]
    if breaks.weeks:
        weeks = weeks_in_words(breaks.weeks, w)
        found.append(w("breaks-weeks", number=len(breaks.weeks), weeks=weeks))
    return tuple(found)


def weeks_in_words(weeks: frozenset[int], w: Words) -> str:
    """Return the week numbers, those in a row as a range: 8, 44 och 51–1."""
    found = [f"{first}–{last}" if first != last else str(first) for first, last in _runs(weeks)]
    *rest, last = found or [""]
    return w("list-and", first=", ".join(rest), last=last) if rest else last


def _runs(weeks: frozenset[int]) -> list[tuple[int, int]]:
    """Return the first and the last of the weeks in a row; 51–1 goes on into the next year."""
    firsts = sorted(week for week in weeks if week - 1 not in weeks)
    lasts = sorted(week for week in weeks if week + 1 not in weeks)
    runs = list(zip(firsts, lasts, strict=True))
    if len(runs) > 1 and runs[0][0] == FIRST_WEEK and runs[-1][1] == LAST_WEEK:
        (_, last), *between, (first, _) = runs
        if LAST_WEEK - first + 1 + last <= LONGEST_TURN:
            return [*between, (first, last)]
    return runs
