"""What the file of the year plans: for each team, some series and single occasions."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice, takewhile

from bot.domain.draft import Draft
from bot.domain.recurrence import MOST_OCCASIONS, DaysOff, instant, kept


@dataclass(frozen=True)
class Entry:
    """One series, or one occasion, of a team.

    `team` is the name of its channel. `name` tells the entry from the team's others, and stays the
    same while its lines are changed: the programme, and its number among those of the programme.
    The draft's `until` is always set, so that an entry ends with its year.
    """

    team: str
    name: str
    draft: Draft

    @property
    def source(self) -> str:
        """What a plan remembers of the entry: its name, and a digest of what it asks for.

        Of the themes only the first counts: a programme that gets another theme changes no plan.
        """
        draft, breaks = self.draft, self.draft.breaks
        asked = (
            str(draft.themes[0]),
            draft.recurrence,
            draft.first,
            draft.at,
            (breaks.holidays, breaks.squeeze_days, sorted(breaks.months), sorted(breaks.weeks)),
            draft.announce_days,
            draft.opening.value,
            draft.count,
            draft.until,
        )
        return f"{self.name} {hashlib.sha256(repr(asked).encode()).hexdigest()[:16]}"

    def days(self, is_holiday: DaysOff) -> Iterator[date]:
        """Yield the days of the entry's year, however many themes there are."""
        draft = self.draft
        if draft.recurrence is None:
            return iter((draft.first,))
        found = kept(draft.recurrence, draft.first, draft.breaks, is_holiday)
        until = draft.until or date.max
        return islice(takewhile(lambda day: day <= until, found), MOST_OCCASIONS)

    def planned(self, is_holiday: DaysOff) -> tuple[date, ...]:
        """Return the days of the year, as many as are asked for and have a theme."""
        draft = self.draft
        most = min(draft.count or len(draft.themes), len(draft.themes))
        return tuple(islice(self.days(is_holiday), most))

    def days_ahead(
        self, zone: str, is_holiday: DaysOff, now: datetime, count: int
    ) -> tuple[date, ...]:
        """Return so many of the days whose occasions have not begun."""
        days = self.days(is_holiday)
        ahead = (day for day in days if instant(day, self.draft.at, zone) > now)
        return tuple(islice(ahead, max(count, 0)))


def name_of(source: str) -> str:
    """Return the name of the entry that a plan's source tells of."""
    return source.partition(" ")[0]


def of_team(entries: Iterable[Entry], team: str) -> tuple[Entry, ...]:
    """Return the entries of the team whose channel has this name."""
    return tuple(each for each in entries if each.team.casefold() == team.casefold())
