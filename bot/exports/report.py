"""A team's results to read and to print: the period first, then a page for each round."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bot.charts.words import drawable
from bot.domain.programme import Language
from bot.exports.lines import (
    SMALL,
    Chunk,
    Line,
    below,
    bullets,
    grouped,
    listed,
    title,
)
from bot.exports.paper import ABOVE, MARGIN, Paper
from bot.exports.plan import write_plan
from bot.locales import Words, words
from bot.views.model import ComponentLine, Sheet, Summary
from bot.views.model.charts import ChartView, SpreadRow
from bot.views.model.export import TeamExport


def as_pdf(exports: Iterable[TeamExport]) -> Iterator[bytes]:
    """Yield the report of all the teams, each beginning on a page of its own."""
    every = tuple(exports)
    first = every[0]
    paper = Paper(words(first.language))
    paper.set_title(drawable(first.development.sheet.title))
    paper.set_lang("en" if first.language == Language.EN else "sv")
    for export in every:
        _write_overview(paper, export.development.sheet, export.development.pictures)
        if export.commitments.rows:
            write_plan(paper, export.commitments)
        for summary in export.summaries:
            _write_round(paper, summary)
    yield bytes(paper.output())


def _write_overview(paper: Paper, sheet: Sheet, pictures: Sequence[ChartView]) -> None:
    """Write the period: how it moved, how many took part, what it was about."""
    paper.section(sheet.title)
    paper.write_line(Line(sheet.intro, grey=True))
    said = [sheet.title, *(part.text for part in sheet.parts)]
    with paper.beside(*(_beyond(chart, said) for chart in pictures[:1])) as foot:
        _write_parts(paper, sheet, foot)
    for chart in pictures[1:]:
        paper.add_page()
        with paper.beside(chart):
            pass


def _write_parts(paper: Paper, sheet: Sheet, foot: tuple[int, float]) -> None:
    for part in sheet.parts:
        if (paper.page, paper.y) >= foot:
            paper.set_right_margin(MARGIN)
        if not part.buttons:  # what can be pressed is of no use on paper
            paper.write_line(title(part.heading))
            if not part.heading:
                paper.ln(ABOVE)
            paper.write_line(Line(part.text))
            paper.flow([list(bullets(part.lines))])


def _write_round(paper: Paper, summary: Summary) -> None:
    """Write one round as its team has been shown it: first what to talk about."""
    paper.section(summary.title)
    paper.write_lines([[Line(summary.essence, bold=True), Line(summary.taking_part)]])
    keep = listed(summary.keep_heading, summary.keep_questions)
    paper.flow([keep, listed(summary.next_heading, summary.next_questions)])
    said = [summary.title, summary.taking_part]
    with paper.beside(*(_beyond(each, said) for each in [summary.picture] if each)):
        paper.write_line(title(summary.components_heading))
        counts = _counts(summary, paper.words)
        for component in summary.components:
            _write_component(paper, component, counts.get(component.name, ""))
    held_back = [title(summary.held_back_heading), *bullets(summary.held_back, SMALL)]
    foot = Line(summary.footer, SMALL, grey=True)
    last = paper.height([*held_back, foot], paper.epw) + ABOVE
    _write_words(paper, summary, last)
    paper.keep_together(last)
    paper.write_lines([held_back])
    paper.ln(ABOVE)
    paper.write_line(foot)


def _write_component(paper: Paper, line: ComponentLine, counts: str) -> None:
    looks = (Line(line.name, bold=True), Line(line.question), Line(line.ends, SMALL, grey=True))
    paper.write_lines([[*looks, Line(line.headline), Line(counts or line.band)]])
    paper.ln(ABOVE)


def _write_words(paper: Paper, summary: Summary, last: float) -> None:
    """Write the tags, and then the comments, so that what comes last has room on the page.

    They share two columns where only that makes the room.
    """
    tags: list[Chunk] = [[line] for line in bullets(summary.tags)]
    comments = [chunk for group in summary.comments for chunk in grouped(group)]
    if summary.comments_hidden:
        comments.append([Line(summary.comments_hidden, grey=True)])
    above = title(summary.tags_heading)
    between = title(summary.comments_heading if comments else "")
    joined = [*tags, *below(between, comments)]
    apart = [paper.height([above, between], paper.epw), *map(paper.flowing, (tags, comments))]
    sharing = [paper.height([above], paper.epw), paper.flowing(joined)]
    crowded = not paper.has_room(sum(apart) + last) and paper.has_room(sum(sharing) + last)
    paper.write_line(above)
    if crowded:
        paper.flow(joined)
    else:
        paper.flow(tags)
        paper.write_line(between)
        paper.flow(comments)


def _beyond(chart: ChartView, said: Sequence[str]) -> ChartView:
    """Return the chart without those of its texts that the page says beside it."""
    texts = {name: getattr(chart, name) for name in ("title", "subtitle", "footer")}
    told = [name for name, text in texts.items() if any(text in each for each in said)]
    return chart.model_copy(update=dict.fromkeys(told, ""))


def _counts(summary: Summary, w: Words) -> dict[str, str]:
    """Return how the answers lie, by the components' names, where that may be shown."""
    rows = summary.picture.rows if summary.picture else ()
    return {
        row.name: w(
            "report-answers", cells=", ".join(_cell(c.low, c.high, c.count) for c in row.cells)
        )
        for row in rows
        if isinstance(row, SpreadRow)
    }


def _cell(low: int, high: int, count: int) -> str:
    return f"{low}–{high}: {count}" if low != high else f"{low}: {count}"
