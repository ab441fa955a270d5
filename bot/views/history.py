"""Earlier results: the list of rounds, and a year or a quarter taken together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.domain.history import Published, Series, series, tag_sums
from bot.domain.people import Team
from bot.domain.periods import ReportPeriod
from bot.domain.programme import Component
from bot.domain.rolling import IN_A_YEAR
from bot.domain.trend import Trend
from bot.locales import Words
from bot.views import trends
from bot.views.actions import Action
from bot.views.model import Button, Note, Sheet, SheetPart, Summary
from bot.views.model.charts import TrendChart
from bot.views.model.export import Development, TeamExport
from bot.views.names import channel_name, listed
from bot.views.selecting import yes
from bot.views.summary import for_team, tag_name
from bot.views.table import rows

PAGE = 8
"""So many rounds stand on one page of the list."""

FORMATS = ("xlsx", "pdf", "csv", "json")
"""What results can be taken along as, the most wanted first."""

PICTURE = "png"
"""The picture alone."""

_NOT_IN_FILE_NAMES = re.compile(r"[^\w-]+")


def result_list(
    team: Team, shown: Sequence[Published], offset: int, total: int, w: Words, *, manages: bool
) -> Sheet:
    """Return a page of the rounds that the reader may see, the latest first.

    `offset` is how many stand on the pages before, `total` on all of them.
    """
    latest = shown[0].day
    periods = (ReportPeriod.of(latest), ReportPeriod.of(latest, quarter=True))
    return Sheet(
        title=w("results-title", team=channel_name(team.name)),
        intro=w("results-intro", manages=yes(manages)),
        parts=tuple(_listed(each, w) for each in shown),
        buttons=(
            *(_period_button(period, w) for period in periods),
            *_pages(offset, total, w),
        ),
    )


def development(
    team: Team,
    period: ReportPeriod,
    shown: Sequence[Published],
    near: Sequence[ReportPeriod],
    w: Words,
) -> Development:
    """Return the rounds of the period taken together.

    `near` are other periods of which there are results.
    """
    every = series(shown)
    drawn = [_picture(team, period, each, w) for each in every]
    pictures = tuple(each for each in drawn if each is not None)
    sheet = Sheet(
        title=w("results-over-time", team=channel_name(team.name), period=period_name(period, w)),
        intro=w("results-counted", count=len(shown)),
        parts=(
            *(part for each in every for part in _series_parts(each, len(every) > 1, w)),
            *_explained(every, w),
            _download(period, bool(pictures), w),
        ),
        buttons=(*(_period_button(each, w) for each in near), _back(w)),
    )
    return Development(sheet=sheet, pictures=pictures)


def team_export(
    team: Team, period: ReportPeriod | None, shown: Sequence[Published], w: Words
) -> TeamExport:
    """Return what a file holds of a team: rounds as the team would see them, the earliest first.

    Comments that are hidden from the team are in no file, whoever asks: files are passed on.
    """
    ordered = list(reversed(shown))
    whole = period or ReportPeriod.of(ordered[-1].day)
    name = _NOT_IN_FILE_NAMES.sub("-", team.name)
    return TeamExport(
        file="-".join(filter(None, (w("results-file"), name, str(period or "")))),
        language=w.language,
        rows=tuple(row for each in ordered for row in rows(team, each, w)),
        development=development(team, whole, shown, (), w),
        summaries=tuple(_summary(each, w) for each in ordered),
    )


def period_name(period: ReportPeriod, w: Words) -> str:
    """Return the period in words: 2027, kvartal 1 2027."""
    if period.quarter is None:
        return str(period.year)
    return w("survey-quarter", number=period.quarter, year=str(period.year))


def near(period: ReportPeriod, published: Sequence[Published]) -> tuple[ReportPeriod, ...]:
    """Return the periods before, after, around and in this one that have results."""
    if period.quarter is None:
        inside = [ReportPeriod(period.year, number) for number in range(1, IN_A_YEAR + 1)]
    else:
        inside = [ReportPeriod(period.year)]
    every = (period.moved(-1), *inside, period.moved(1))
    return tuple(each for each in every if any(each.holds(one.day) for one in published))


def sent(count: int, w: Words) -> Note:
    """Say that what was asked for is there."""
    return Note(text=w("results-sent", count=count))


def not_sent(w: Words) -> Note:
    """Say that it did not go."""
    return Note(text=w("results-not-sent"))


def more_in_file(w: Words) -> Note:
    """Say that there is more than can be shown here."""
    return Note(text=w("results-more-in-file"))


# --- the list ------------------------------------------------------------------------------


def _listed(each: Published, w: Words) -> SheetPart:
    title = trends.called(each, w)
    label = w("results-show", day=_day(each, w), title=title)
    show = Button(action=Action.RESULT_SHOW, label=label, value=each.round.id)
    return SheetPart(heading=title, text=_facts(each, w), buttons=(show,))


def _facts(each: Published, w: Words) -> str:
    """Return when it was, how many took part, and who has seen it."""
    facts = (_day(each, w, year=True), _took_part(each, w), _mates(each, w), _seen_by(each, w))
    return " · ".join(filter(None, facts))


def _seen_by(each: Published, w: Words) -> str:
    if each.round.shared:
        return w("results-shared")
    return w("results-waits" if each.round.team_sees else "results-managers")


def _day(each: Published, w: Words, *, year: bool = False) -> str:
    day = w("date-day", day=each.day.day, month=each.day.month)
    return f"{day} {each.day.year}" if year else day


def _took_part(each: Published, w: Words) -> str:
    if each.result is None:
        return w("results-too-few", threshold=each.round.threshold)
    return w("results-answered", answered=each.result.answered, invited=each.result.invited)


def _mates(each: Published, w: Words) -> str:
    return w("results-together", teams=listed(each.teams, w)) if len(each.teams) > 1 else ""


def _pages(offset: int, total: int, w: Words) -> Iterator[Button]:
    if offset:
        before = str(max(0, offset - PAGE))
        yield Button(action=Action.RESULTS, label=w("results-later"), value=before)
    if offset + PAGE < total:
        after = str(offset + PAGE)
        yield Button(action=Action.RESULTS, label=w("results-earlier"), value=after)


def _back(w: Words) -> Button:
    return Button(action=Action.RESULTS, label=w("results-back"), value="0")


def _period_button(period: ReportPeriod, w: Words) -> Button:
    label = w("results-period", period=period_name(period, w))
    return Button(action=Action.RESULTS_PERIOD, label=label, value=str(period))


# --- a year or a quarter -------------------------------------------------------------------


def _series_parts(one: Series, several: bool, w: Words) -> Iterator[SheetPart]:
    lines = tuple(trends.trend_lines(one, w))
    heading = _series_name(one, w) if several else w("results-trend")
    yield SheetPart(
        heading=heading,
        text=w("results-one") if lines and not _moves(one) else "",
        lines=lines or (w("results-no-trend"),),
    )
    took = tuple(
        w(
            "results-round",
            day=_day(each, w),
            title=trends.called(each, w),
            took=_took_part(each, w),
        )
        for each in one.rounds
    )
    yield SheetPart(heading=w("results-taking-part"), lines=took)
    tags = tag_sums(one.rounds, lambda each, tag: tag_name(tag, each.script.programme, w))
    if tags:
        yield SheetPart(
            heading=w("results-tags"),
            lines=tuple(
                w("summary-tag-at-least" if tag.at_least else "summary-tag", tag=tag.name,
                  count=tag.count)
                for tag in tags
            ),
        )  # fmt: skip


def _moves(one: Series) -> list[Trend]:
    """Return the trends in which there is something to see."""
    found = (one.trend(component) for component in Component)
    return [each for each in found if each and len(each.points) >= trends.FEWEST_ROUNDS]


def _series_name(one: Series, w: Words) -> str:
    latest = one.latest
    if latest.round.rolling:
        return latest.script.theme.title.get(w.language)
    if latest.round.pooled:
        return w("results-shared-box", teams=listed(latest.teams, w))
    return w("results-own")


def _explained(every: Sequence[Series], w: Words) -> Iterator[SheetPart]:
    """Yield what is to be known of what is said to be safe, where anything is."""
    known = [each for one in every for each in _moves(one)]
    lines = [w("trend-footer")] if known else []
    if any(not each.same_question for each in known):
        lines.append(w("results-other-questions"))
    if lines:
        yield SheetPart(text=" ".join(lines))


def _picture(team: Team, period: ReportPeriod, one: Series, w: Words) -> TrendChart | None:
    title = w("results-over-time", team=channel_name(team.name), period=period_name(period, w))
    subtitle = w("trend-subtitle", series=_series_name(one, w))
    return trends.picture(one, title, subtitle, w)


def _download(period: ReportPeriod, pictures: bool, w: Words) -> SheetPart:
    formats = (*FORMATS, PICTURE) if pictures else FORMATS
    return SheetPart(
        heading=w("results-download"),
        text=w("results-download-text"),
        buttons=tuple(
            Button(
                action=Action.RESULTS_FILE,
                label=w(f"results-format-{format_}"),
                value=f"{period} {format_}",
            )
            for format_ in formats
        ),
    )


def _summary(each: Published, w: Words) -> Summary:
    """Return the summary as the team has been shown it, with its day: a page may be read alone."""
    title = w("report-round", title=trends.called(each, w), day=_day(each, w, year=True))
    return for_team(each.round, each.result, each.script, w).model_copy(update={"title": title})
