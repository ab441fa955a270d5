"""Earlier results: the list of rounds, one line each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.domain.history import Published
from bot.domain.people import Team
from bot.domain.periods import ReportPeriod
from bot.domain.quarter import Quarter
from bot.locales import Words
from bot.views import evaluation, trends
from bot.views.actions import Action
from bot.views.model import Button, Sheet, SheetPart
from bot.views.names import channel_name
from bot.views.quarters import quarter_name
from bot.views.selecting import yes
from bot.views.trends import together
from bot.views.when import day_in_words

PAGE = 8
"""So many rounds stand on one page of the list."""


def result_list(
    team: Team, shown: Sequence[Published], offset: int, total: int, w: Words, *, manages: bool
) -> Sheet:
    """Return a page of the rounds that the reader may see, the latest first.

    `offset` is how many stand on the pages before, `total` on all of them.
    """
    latest = shown[0].day
    days = [day_of(each, w) for each in shown]
    periods = (ReportPeriod.of(latest), ReportPeriod.of(latest, quarter=True))
    return Sheet(
        title=w("results-title", team=channel_name(team.name)),
        intro=w("results-intro", manages=yes(manages)),
        parts=tuple(_listed(each, w, alone=days.count(day_of(each, w)) == 1) for each in shown),
        buttons=(
            *(period_button(period, w) for period in periods),
            *_pages(offset, total, w),
        ),
    )


def period_name(period: ReportPeriod, w: Words) -> str:
    """Return the period in words: 2027, kvartal 1 2027."""
    if period.quarter is None:
        return str(period.year)
    return quarter_name(Quarter(period.year, period.quarter), w)


def _listed(each: Published, w: Words, *, alone: bool) -> SheetPart:
    title = trends.called(each, w)
    day = day_of(each, w)
    label = w("results-show", day=day)
    if not alone:  # no two buttons say the same: they are also heard one by one
        label = w("results-show-titled", day=day, title=title)
    show = Button(action=Action.RESULT_SHOW, label=label, value=each.round.id)
    return SheetPart(heading=title, text=_facts(each, w), buttons=(show,))


def _facts(each: Published, w: Words) -> str:
    """Return when it was, how many took part, and who has seen it."""
    facts = (
        day_of(each, w, year=True),
        evaluation.about(each, w),
        took_part(each, w),
        together(each, w),
        _seen_by(each, w),
    )
    return " · ".join(filter(None, facts))


def _seen_by(each: Published, w: Words) -> str:
    if each.round.shared:
        return w("results-shared")
    return w("results-waits" if each.round.team_sees else "results-managers")


def day_of(each: Published, w: Words, *, year: bool = False) -> str:
    """Return the day of the round in words, with its `year` or without."""
    return day_in_words(each.day, w, year=year, weekday=False)


def took_part(each: Published, w: Words) -> str:
    """Return how many of the invited answered, or that they were too few to tell."""
    if each.result is None:
        return w("results-too-few", threshold=each.round.threshold)
    return w("results-answered", answered=each.result.answered, invited=each.result.invited)


def _pages(offset: int, total: int, w: Words) -> Iterator[Button]:
    if offset:
        before = str(max(0, offset - PAGE))
        yield Button(action=Action.RESULTS, label=w("results-later"), value=before)
    if offset + PAGE < total:
        after = str(offset + PAGE)
        yield Button(action=Action.RESULTS, label=w("results-earlier"), value=after)


def period_button(period: ReportPeriod, w: Words) -> Button:
    """Return the button that leads to the results of the period taken together."""
    label = w("results-period", period=period_name(period, w))
    return Button(action=Action.RESULTS_PERIOD, label=label, value=str(period))
