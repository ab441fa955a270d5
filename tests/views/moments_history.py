"""Earlier results, as the manager and as the team see them, and a year taken together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.domain.disclosure import Cell, ComponentResult, Result, TagCount, band
from bot.domain.history import Published
from bot.domain.periods import ReportPeriod
from bot.domain.programme import Component, Script
from bot.domain.rolling import Quarter
from bot.domain.round import Round, RoundState
from bot.locales import Words
from bot.views import history
from bot.views.model.base import View
from tests.services.people import PROGRAMMES, SCRIPT, TEMA3, team, theme

FIRST = datetime(2026, 3, 2, 12, tzinfo=UTC)
YEAR = ReportPeriod(2026)


def round_(number: int, answered: int, *medians: int) -> Published:
    """Return a round of the month with this number; without medians too few answered."""
    closed = FIRST + timedelta(days=30 * number)
    script = Script.of(PROGRAMMES[0], theme(number % 3 + 1))
    kept = Round(
        id=f"{number:032}",
        team_ids=(team().id,),
        theme=TEMA3,
        theme_version=SCRIPT.version,
        opened_at=closed - timedelta(hours=1),
        roster=(),
        invited=14,
        quote_threshold=10,
        state=RoundState.CLOSED,
        closed_at=closed,
        shared=True,
    )
    components = tuple(map(_component, Component, medians))
    tags = (TagCount("tid", 5), TagCount("stod", 3 + number, at_least=number == 1))
    result = Result(answered, 14, components, tags, (), ()) if medians else None
    return Published(kept, result, script, closed.date(), (team().name,))


def _component(which: Component, median: int) -> ComponentResult:
    cells = (Cell(1, 4, 5), Cell(5, 7, 6))
    return ComponentResult(which, median, median, median, band(median), cells)


def rounds() -> list[Published]:
    """Return a year of the team, the latest first: its own, one of a pool, one of a survey."""
    own = [
        round_(0, 11, 4, 3, 5),
        round_(1, 11, 4, 3, 5),
        round_(2, 0),
        round_(3, 11, 4, 6, 5),
        round_(4, 11, 5, 6, 5),
    ]
    waits = replace(own[4], round=replace(own[4].round, shared=False))
    pooled = round_(5, 11, 4, 4, 4)
    shared_box = replace(
        pooled,
        round=replace(pooled.round, team_ids=(team().id, "team-manen"), shared=False),
        teams=(team().name, "manen"),
    )
    asked = round_(6, 11, 2, 2, 2)
    quarter = Quarter(2026, 3)
    survey = replace(
        asked,
        round=replace(
            asked.round,
            rolling=quarter,
            closes_at=quarter.ends("Europe/Stockholm"),
            team_sees=False,
            shared=False,
        ),
    )
    return [survey, shared_box, waits, *reversed(own[:4])]


def _list(*, manages: bool) -> Callable[[Words], View]:
    every = rounds()
    shown = every if manages else [each for each in every if each.round.shared]
    return lambda w: history.result_list(team(), shown, 0, len(shown) + 20, w, manages=manages)


def _year(w: Words) -> View:
    return history.development(team(), YEAR, rounds(), history.near(YEAR, rounds()), w).sheet


def _quarter(w: Words) -> View:
    period = ReportPeriod(2026, 1)
    shown = [each for each in rounds() if period.holds(each.day)]
    return history.development(team(), period, shown, history.near(period, rounds()), w).sheet


HISTORY_MOMENTS: dict[str, Callable[[Words], View]] = {
    "results-list-manager": _list(manages=True),
    "results-list-team": _list(manages=False),
    "results-year": _year,
    "results-quarter": _quarter,
    "results-sent": lambda w: history.sent(1, w),
    "results-sent-several": lambda w: history.sent(2, w),
    "results-not-sent": history.not_sent,
    "results-more-in-file": history.more_in_file,
}
"""The moments of this part, by name."""
