"""The plan of the year as lines for a terminal: each team's days with their themes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from itertools import takewhile

from bot.domain.programme import Theme, ThemeRef
from bot.domain.recurrence import dates
from bot.domain.yearplan import Entry
from bot.locales import Words
from bot.views.board import theme_title
from bot.views.when import capital, day_in_words

HolidayName = Callable[[date], str]
"""What a holiday is called; empty for a day that is none."""


def year_lines(
    entries: Iterable[Entry],
    themes: Mapping[ThemeRef, Theme],
    holiday: HolidayName,
    year: int | None,
    w: Words,
) -> str:
    """Return a paragraph for each team, by day: what is held, and which days fall away.

    With a `year` only the days of that year.
    """
    teams: dict[str, list[tuple[date, str]]] = {}
    for entry in entries:
        days = entry.planned(lambda day: bool(holiday(day)))
        rows = [*_held(entry, days, themes, w), *_away(entry, days, holiday, w)]
        teams.setdefault(entry.team, []).extend(
            row for row in rows if year is None or row[0].year == year
        )
    told = (
        "\n".join(
            [
                w("year-show-team", team=team),
                *(f"  {line}" for _, line in sorted(rows) or [(date.min, w("year-show-empty"))]),
            ]
        )
        for team, rows in teams.items()
    )
    return "\n\n".join(told) or w("year-show-empty")


def _held(
    entry: Entry, days: tuple[date, ...], themes: Mapping[ThemeRef, Theme], w: Words
) -> Iterator[tuple[date, str]]:
    for day, ref in zip(days, entry.draft.themes, strict=False):
        yield (
            day,
            w(
                "year-show-day",
                day=capital(day_in_words(day, w, year=True)),
                time=f"{entry.draft.at:%H:%M}",
                title=theme_title(themes[ref], w),
            ),
        )


def _away(
    entry: Entry, days: tuple[date, ...], holiday: HolidayName, w: Words
) -> Iterator[tuple[date, str]]:
    """Yield the days of the rhythm that fall away, with the name of the holiday where it is one."""
    if entry.draft.recurrence is None or not days:
        return
    rhythm = dates(entry.draft.recurrence, entry.draft.first)
    for day in takewhile(lambda day: day <= days[-1], rhythm):
        if day not in days:
            said, why = capital(day_in_words(day, w, year=True)), holiday(day)
            plain = w("year-show-away-plain", day=said)
            yield day, w("year-show-away", day=said, why=why) if why else plain
