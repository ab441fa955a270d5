"""What somebody has filled in about a plan, and the draft that it comes to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum

from bot.domain.draft import Draft
from bot.domain.plan import Opening
from bot.domain.programme import ThemeRef
from bot.domain.recurrence import LAST, Breaks, Monthly, Recurrence, Weekday, Weekly
from bot.domain.when import parse_time, parse_weeks, parse_when
from bot.errors import UnclearWhen


class Rhythm(StrEnum):
    """How often, as it is picked; weekday and place in the month are those of the first day."""

    ONCE = "once"
    WEEKLY = "1w"
    BIWEEKLY = "2w"
    TRIWEEKLY = "3w"
    FOURWEEKLY = "4w"
    MONTHLY = "1m"
    BIMONTHLY = "2m"


class LeftOut(StrEnum):
    """When there is to be no occasion, as it is ticked."""

    HOLIDAYS = "holidays"
    SQUEEZE_DAYS = "squeeze"
    JULY = "july"


@dataclass(frozen=True)
class Wish:
    """The form as it was filled in; `text` goes before the picked rhythm, day and time."""

    themes: tuple[ThemeRef, ...]
    text: str
    rhythm: Rhythm
    first: date
    at: time
    count: int | None
    until: date | None
    left_out: frozenset[LeftOut]
    weeks: str
    announce_days: int
    opening: Opening

    def draft(self, today: date) -> Draft:
        """Return the draft. Raises UnclearWhen, UnclearTime, BadTime, BadDate, BadWeeks."""
        recurrence, first, at = self._when(today)
        return Draft(
            themes=self.themes[:1] if recurrence is None else self.themes,
            recurrence=recurrence,
            first=first,
            at=at,
            breaks=Breaks(
                holidays=LeftOut.HOLIDAYS in self.left_out,
                squeeze_days=LeftOut.SQUEEZE_DAYS in self.left_out,
                months=frozenset({7} if LeftOut.JULY in self.left_out else ()),
                weeks=parse_weeks(self.weeks),
            ),
            announce_days=self.announce_days,
            opening=self.opening,
            count=self.count,
            until=self.until,
        )

    def _when(self, today: date) -> tuple[Recurrence | None, date, time]:
        if not self.text.strip():
            return picked(self.rhythm, self.first), self.first, self.at
        try:
            said = parse_when(self.text, today, self.first)
        except UnclearWhen:
            # A time alone ("kl 9") goes with what was picked.
            return picked(self.rhythm, self.first), self.first, parse_time(self.text)
        return said.recurrence, said.day or self.first, said.at or self.at


def picked(rhythm: Rhythm, first: date) -> Recurrence | None:
    """Return the recurrence that begins on this day, None for a single occasion."""
    if rhythm is Rhythm.ONCE:
        return None
    every, weekday = int(rhythm.value[0]), Weekday(first.weekday())
    if rhythm.value.endswith("w"):
        return Weekly(weekday, every)
    last = (first + timedelta(7)).month != first.month and first.day > 28  # noqa: PLR2004 - a fifth
    return Monthly(weekday, LAST if last else (first.day - 1) // 7 + 1, every)
