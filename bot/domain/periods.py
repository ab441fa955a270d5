"""A year or a quarter that results are asked for, as people type it."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from bot.domain.quarter import IN_A_YEAR, Quarter
from bot.errors import BadPeriod

YEARS = range(2000, 2100)
"""The years that are understood."""


class ReportPeriod(NamedTuple):
    """A calendar year, or one quarter (1–4) of it."""

    year: int
    quarter: int | None = None

    @classmethod
    def of(cls, day: date, *, quarter: bool = False) -> ReportPeriod:
        """Return the year in which a day lies, or its quarter."""
        return cls(*Quarter.on(day)) if quarter else cls(day.year)

    @classmethod
    def parse(cls, text: str) -> ReportPeriod:
        """Read what `str()` wrote. Raises ValueError for anything else."""
        if "Q" in text:
            return cls(*Quarter.parse(text))
        year = int(text)
        if year not in YEARS:
            raise ValueError("not a year")
        return cls(year)

    def __str__(self) -> str:
        """Return for example 2027, or 2027Q1."""
        return str(self.year) if self.quarter is None else str(Quarter(self.year, self.quarter))

    @property
    def first_day(self) -> date:
        """The first day of it."""
        return date(self.year, 1, 1) if self.quarter is None else self._as_quarter.first_day

    @property
    def last_day(self) -> date:
        """The last day of it."""
        return date(self.year, 12, 31) if self.quarter is None else self._as_quarter.last_day

    def holds(self, day: date) -> bool:
        """Whether the day lies in it."""
        return self.first_day <= day <= self.last_day

    def moved(self, steps: int) -> ReportPeriod:
        """Return the year, or the quarter, so many after this one."""
        if self.quarter is None:
            return ReportPeriod(self.year + steps)
        return ReportPeriod(*self._as_quarter.later(steps))

    @property
    def _as_quarter(self) -> Quarter:
        return Quarter(self.year, self.quarter or IN_A_YEAR)


_NTH = {"första": 1, "andra": 2, "tredje": 3, "fjärde": 4}
_NTH |= {"first": 1, "second": 2, "third": 3, "fourth": 4}

_YEAR = r"(?P<year>\d{4})"
_QUARTER = re.compile(
    rf"(?:{_YEAR} ?)?"
    rf"(?:(?:kvartal(?:et)?|quarter|kv|q) ?(?P<number>[1-4])"
    rf"|(?P<nth>{'|'.join(_NTH)}) (?:kvartalet|quarter))"
    r"(?: ?(?P<after>\d{4}))?"
)
_NAMED = {
    "i år": (0, False), "år": (0, False), "året": (0, False), "detta år": (0, False),
    "this year": (0, False), "year": (0, False),
    "förra året": (-1, False), "i fjol": (-1, False), "last year": (-1, False),
    "kvartal": (0, True), "kvartalet": (0, True), "det här kvartalet": (0, True),
    "detta kvartal": (0, True), "quarter": (0, True), "this quarter": (0, True),
    "förra kvartalet": (-1, True), "last quarter": (-1, True),
}  # fmt: skip
"""Words for a period by where today lies: how many steps away, and whether it is a quarter."""


def read_period(text: str, today: date) -> ReportPeriod:
    """Return the period that somebody means: 2027, kvartal 1, kvartal 1 2027, förra året.

    A quarter without a year is the latest one of that number that has begun. Raises BadPeriod.
    """
    said = " ".join(re.sub(r"[.,:/-]+", " ", text.casefold()).split())
    if said in _NAMED:
        steps, quarter = _NAMED[said]
        return ReportPeriod.of(today, quarter=quarter).moved(steps)
    if re.fullmatch(r"[0-9]{4}", said):
        return _known(ReportPeriod(int(said)))
    match = _QUARTER.fullmatch(said)
    if match is None or (match["year"] and match["after"]):
        raise BadPeriod
    number = _NTH[match["nth"]] if match["nth"] else int(match["number"])
    if year := match["year"] or match["after"]:
        return _known(ReportPeriod(int(year), number))
    this_year = ReportPeriod(today.year, number)
    return this_year if this_year.first_day <= today else ReportPeriod(today.year - 1, number)


def _known(period: ReportPeriod) -> ReportPeriod:
    if period.year not in YEARS:
        raise BadPeriod
    return period
