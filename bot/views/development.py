"""A year or a quarter of results taken together, in the chat and as a file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from bot.domain.commitment import Commitment
from bot.domain.history import Published, Series, evaluations, series, tag_sums
from bot.domain.people import Team
from bot.domain.periods import ReportPeriod
from bot.domain.programme import Component
from bot.domain.quarter import IN_A_YEAR
from bot.domain.trend import Trend
from bot.locales import Words
from bot.views import commitment_table, evaluation, result_overview, trends
from bot.views.actions import Action
from bot.views.comments import tag_line, tag_name
from bot.views.fitting import fitting, size
from bot.views.history import day_of, period_button, period_name, took_part
from bot.views.model import Button, Note, Sheet, SheetPart, Summary
from bot.views.model.charts import TrendChart
from bot.views.model.export import Development, TeamExport
from bot.views.names import channel_name, in_file_name, listed
from bot.views.summary import for_team
from bot.views.table import rows

FORMATS = ("xlsx", "pdf", "csv", "json")
"""What results can be taken along as, the most wanted first."""

PICTURE = "png"
"""The picture alone."""

ROOM, MOST_PARTS = 9_000, 16
"""Characters and parts that are told in one answer: below them there is room for the files."""


def taken_together(
    team: Team,
    period: ReportPeriod,
    shown: Sequence[Published],
    near: Sequence[ReportPeriod],
    w: Words,
    agreed: Sequence[Commitment] = (),
) -> Development:
    """Return the rounds of the period taken together, and its commitments.

    `near` are other periods of which there are results. Of one without results there is no file.
    """
    every = series(shown)
    drawn = [_picture(team, period, each, w) for each in every]
    pictures = tuple(each for each in drawn if each is not None)
    sheet = Sheet(
        title=w("results-over-time", team=channel_name(team.name), period=period_name(period, w)),
        intro=w("results-counted", count=len(shown)) if shown else w("results-commitments-alone"),
        parts=(
            *(part for each in every for part in _series_parts(each, len(every) > 1, w)),
            *_explained(every, w),
            *_evaluations(shown, w),
            *commitment_table.told(team, agreed, w),
            *([_download(period, bool(pictures), w)] if shown else []),
        ),
        buttons=(*(period_button(each, w) for each in near), _back(w)),
    )
    return Development(sheet=sheet, pictures=pictures)


def in_an_answer(development: Development, w: Words) -> Development:
    """Return it with as much as one answer holds above the last part, which leads to the files."""
    *told, files = development.sheet.parts
    sheet = development.sheet.model_copy(update={"parts": (*_fitting(told, w), files)})
    return development.model_copy(update={"sheet": sheet})


def team_export(
    team: Team,
    period: ReportPeriod | None,
    shown: Sequence[Published],
    w: Words,
    agreed: Sequence[Commitment] = (),
) -> TeamExport:
    """Return what a file holds of a team: rounds as the team would see them, the earliest first.

    Comments that are hidden from the team are in no file, whoever asks: files are passed on.
    """
    ordered = list(reversed(shown))
    tables = [tuple(rows(team, each, w)) for each in ordered]
    whole = period or ReportPeriod.of(ordered[-1].day)
    name = in_file_name(team.name)
    return TeamExport(
        file="-".join(filter(None, (w("results-file"), name, str(period or "")))),
        language=w.language,
        rows=tuple(chain.from_iterable(tables)),
        overview=tuple(
            result_overview.line(table, evaluation.about(each, w), w)
            for each, table in zip(ordered, tables, strict=True)
        ),
        development=taken_together(team, whole, shown, (), w),
        summaries=tuple(_summary(each, w) for each in ordered),
        commitments=commitment_table.export(team, agreed, w),
    )


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


def _fitting(parts: Sequence[SheetPart], w: Words) -> Iterator[SheetPart]:
    """Yield as much as there is room for, and where the rest is."""
    room = ROOM
    for number, part in enumerate(parts):
        room -= size(part.heading) + size(part.text)
        lines = fitting(part.lines, room)
        if room < 0 or number == MOST_PARTS:
            break
        yield part.model_copy(update={"lines": lines})
        room -= sum(map(size, lines))
        if len(lines) < len(part.lines):
            break
    else:
        return
    yield SheetPart(text=w("results-rest-in-files"))


def _back(w: Words) -> Button:
    return Button(action=Action.RESULTS, label=w("results-back"), value="0")


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
            day=day_of(each, w),
            title=trends.called(each, w),
            took=took_part(each, w),
        )
        for each in one.rounds
    )
    yield SheetPart(heading=w("results-taking-part"), lines=took)
    tags = tag_sums(one.rounds, lambda each, tag: tag_name(tag, each.script.programme, w))
    if tags:
        yield SheetPart(
            heading=w("results-tags"),
            lines=tuple(tag_line(tag.name, tag.count, tag.at_least, w) for tag in tags),
        )


def _evaluations(shown: Sequence[Published], w: Words) -> Iterator[SheetPart]:
    for each in evaluations(shown):
        yield from evaluation.told(each, day_of(each, w, year=True), took_part(each, w), w)


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
    title = w("report-round", title=trends.called(each, w), day=day_of(each, w, year=True))
    return for_team(each.round, each.result, each.script, w).model_copy(update={"title": title})
