"""A plan as somebody asks for it, and the days that it would fall on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

from bot.domain.plan import Opening, Plan
from bot.domain.programme import ThemeRef
from bot.domain.recurrence import Breaks, DaysOff, Recurrence, instant, series


@dataclass(frozen=True)
class Draft:
    """What a form or a file asks for.

    `first` is the first day that a series may fall on, and the day of a single occasion, which has
    no `recurrence`. A series ends after `count` occasions, at `until` at the latest; it never has
    more than there are themes.
    """

    themes: tuple[ThemeRef, ...]
    recurrence: Recurrence | None
    first: date
    at: time
    breaks: Breaks
    announce_days: int
    opening: Opening
    count: int | None = None
    until: date | None = None

    def days(self, is_holiday: DaysOff) -> tuple[date, ...]:
        """Return the days of the occasions, in order; none when the breaks leave nothing."""
        if self.recurrence is None:
            return (self.first,)
        count = min(self.count or len(self.themes), len(self.themes))
        return series(
            self.recurrence, self.first, self.breaks, is_holiday, count=count, until=self.until
        )

    def days_ahead(self, timezone: str, is_holiday: DaysOff, now: datetime) -> tuple[date, ...]:
        """Return the days whose occasions have not begun; a series that began early is shorter."""
        return tuple(day for day in self.days(is_holiday) if instant(day, self.at, timezone) > now)

    def plan(
        self, plan_id: str, team_id: str, timezone: str, now: datetime, source: str = ""
    ) -> Plan:
        """Return the plan of a team that was made now."""
        return Plan(
            id=plan_id,
            team_id=team_id,
            themes=self.themes,
            recurrence=self.recurrence,
            at=self.at,
            timezone=timezone,
            breaks=self.breaks,
            announce_days=self.announce_days,
            opening=self.opening,
            created_at=now,
            until=self.until,
            source=source,
        )
