"""Calendar quarters.

A quarter is one of the team's own calendar: it begins with the first moment of its first day in the
team's time zone, and ends when the next one begins.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from bot.domain.recurrence import instant, local

MONTHS = 3
"""How many months a quarter has."""

IN_A_YEAR = 4
"""How many quarters a year has."""

_WRITTEN = re.compile(r"(\d{4})Q([1-4])")


class Quarter(NamedTuple):
    """A calendar quarter; `number` is 1–4. They are ordered as they follow each other."""

    year: int
    number: int

    @classmethod
    def of(cls, at: datetime, timezone: str) -> Quarter:
        """Return the quarter in which the moment lies. Raises ValueError if it is not in UTC."""
        day, _ = local(at, timezone)
        return cls.on(day)

    @classmethod
    def on(cls, day: date) -> Quarter:
        """Return the quarter in which the day lies."""
        return cls(day.year, (day.month - 1) // MONTHS + 1)

    @classmethod
    def parse(cls, text: str) -> Quarter:
        """Read what `str()` wrote. Raises ValueError for anything else."""
        written = _WRITTEN.fullmatch(text)
        if written is None:
            raise ValueError("not a quarter")
        return cls(int(written[1]), int(written[2]))

    def __str__(self) -> str:
        """Return for example 2027Q1."""
        return f"{self.year:04}Q{self.number}"

    def later(self, quarters: int) -> Quarter:
        """Return the quarter so many after this one."""
        year, number = divmod(self.year * IN_A_YEAR + self.number - 1 + quarters, IN_A_YEAR)
        return Quarter(year, number + 1)

    def since(self, earlier: Quarter) -> int:
        """Return how many quarters this one comes after the other."""
        return (self.year - earlier.year) * IN_A_YEAR + self.number - earlier.number

    @property
    def last_day(self) -> date:
        """The last day of the quarter."""
        return self.later(1).first_day - timedelta(days=1)

    @property
    def first_day(self) -> date:
        """The first day of the quarter."""
        return date(self.year, (self.number - 1) * MONTHS + 1, 1)

    def ends(self, timezone: str) -> datetime:
        """Return the first moment that is no more in the quarter, in UTC.

        That is midnight on the team's wall clock, or, where the clocks are put forward at
        midnight, the moment at which they are.
        """
        return instant(self.later(1).first_day, time(), timezone)
