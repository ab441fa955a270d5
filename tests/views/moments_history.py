"""Earlier results, as the manager and as the team see them, and a year taken together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.domain.commitment import Agreed, Commitment, CommitmentState
from bot.domain.disclosure import Cell, CommentGroup, ComponentResult, Result, TagCount, band
from bot.domain.history import Published
from bot.domain.periods import ReportPeriod
from bot.domain.programme import Component, Script
from bot.domain.quarter import Quarter
from bot.domain.round import Round, RoundState
from bot.locales import Words
from bot.views import development, history
from bot.views.model.base import View
from tests.services.evaluated import EVALUATION_SCRIPT
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
    return development.taken_together(
        team(), YEAR, rounds(), development.near(YEAR, rounds()), w
    ).sheet


def _quarter(w: Words) -> View:
    period = ReportPeriod(2026, 1)
    shown = [each for each in rounds() if period.holds(each.day)]
    return development.taken_together(
        team(), period, shown, development.near(period, rounds()), w
    ).sheet


def evaluation(answered: int = 11, *, hidden: frozenset[int] = frozenset()) -> Published:
    """Return an evaluation of the programme, with more comments than a year has room for."""
    each = round_(7, answered, *((6, 3, 5) if answered else ()))
    texts = tuple(f"Kommentar {number}" for number in range(1, 10))
    groups = (CommentGroup("tid", texts[:4]), CommentGroup("", texts[4:]))
    return replace(
        each,
        round=replace(each.round, hidden=hidden),
        result=replace(each.result, comments=groups) if each.result else None,
        script=EVALUATION_SCRIPT,
    )


def _evaluated(*shown: Published) -> Callable[[Words], View]:
    return lambda w: development.taken_together(team(), YEAR, shown, (), w).sheet


def agreed() -> list[Commitment]:
    """Return more commitments than a year has room for, in each of their states."""
    day = FIRST.date()
    first = [
        Commitment(
            id=f"c{number}",
            team_id=team().id,
            agreed=Agreed(
                activity=f"Åtagande {number}", role="Alla", target=day + timedelta(days=number)
            ),
            agreed_on=day,
        )
        for number in range(9)
    ]
    states = (CommitmentState.DONE, CommitmentState.DEFERRED, CommitmentState.DROPPED)
    later = day + timedelta(days=60)
    noted = [one.followed_up(state, "Skäl", later, day) for one, state in zip(first, states,
             strict=False)]  # fmt: skip
    return [*noted, *first[3:]]


def _agreed(shown: list[Published], every: list[Commitment]) -> Callable[[Words], View]:
    return lambda w: development.taken_together(team(), YEAR, shown, (), w, every).sheet


HISTORY_MOMENTS: dict[str, Callable[[Words], View]] = {
    "results-list-manager": _list(manages=True),
    "results-list-team": _list(manages=False),
    "results-year": _year,
    "results-quarter": _quarter,
    "results-commitments": _agreed(rounds()[3:], agreed()),
    "results-commitments-alone": _agreed([], agreed()[:1]),
    "results-evaluation": _evaluated(evaluation(hidden=frozenset({0})), *rounds()[3:]),
    "results-evaluation-alone": _evaluated(evaluation(0)),
    "results-evaluation-list": lambda w: history.result_list(
        team(), [evaluation()], 0, 1, w, manages=False
    ),
    "results-sent": lambda w: development.sent(1, w),
    "results-sent-several": lambda w: development.sent(2, w),
    "results-not-sent": development.not_sent,
    "results-more-in-file": development.more_in_file,
}
"""The moments of this part, by name."""
