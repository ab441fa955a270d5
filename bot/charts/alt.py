"""A chart in words: the same content as the picture, for who hears it read."""

from __future__ import annotations

from collections.abc import Iterator

from bot.charts.words import MORE, plain
from bot.domain.answers import SCALE
from bot.domain.areas import BAND_TOP
from bot.domain.disclosure import Band, Cell
from bot.domain.stats import Change
from bot.views.model.charts import (
    AreaChart,
    ChartView,
    DistributionChart,
    SpreadRow,
    TrendChart,
    TrendPanel,
)

ALT_LIMIT = 2000
"""The longest text that Slack takes with a picture in a message, in characters."""

ROOMS = (ALT_LIMIT, 80, 48, 32, 24, 16, 10)
"""How long names may be, tried in this order until the whole fits."""


def alt_text(chart: ChartView, limit: int = ALT_LIMIT) -> str:
    """Return the chart in words, at most `limit` characters.

    Names are made shorter before anything is left out at the end.
    """
    for room in ROOMS:
        text = "\n".join(_lines(chart, room))
        if len(text) <= limit:
            return text
    return text[: limit - 1] + MORE


def _lines(chart: ChartView, room: int) -> Iterator[str]:
    """Yield the lines, with names of at most `room` characters."""
    yield from filter(None, (_short(chart.title, room), _short(chart.subtitle, room)))
    if isinstance(chart, DistributionChart):
        yield from _questions(chart, room)
    elif isinstance(chart, TrendChart):
        yield from _rounds(chart, room)
    else:
        yield from _areas(chart, room)
    if chart.footer:
        yield _short(chart.footer, room)


def _short(text: str, room: int) -> str:
    words = plain(text)
    return words if len(words) <= room else words[: room - 1].rstrip() + MORE


def _questions(chart: DistributionChart, room: int) -> Iterator[str]:
    for row in chart.rows:
        ends = ", ".join(
            f"{score} = {_short(end, room)}"
            for score, end in ((SCALE[0], row.low), (SCALE[-1], row.high))
        )
        line = f"{_short(row.name, room)} ({ends}): {_short(row.text, room)}"
        if isinstance(row, SpreadRow):
            counts = ", ".join(f"{_span(cell.low, cell.high)}: {cell.count}" for cell in row.cells)
            line = f"{line.rstrip('.')}. {_short(chart.spread, room)} {counts}"
        yield line


def _rounds(chart: TrendChart, room: int) -> Iterator[str]:
    for panel in chart.panels:
        pairs = list(zip(chart.rounds, panel.values, strict=True))
        values = ", ".join(
            f"{_short(round.mark, room)}: {_short(chart.missing, room) if value is None else value}"
            for round, value in pairs
        )
        noise = f"{_short(chart.noise, room)} {_span(panel.noise_low, panel.noise_high)}"
        verdict = _short(said_of(chart, panel), room)
        yield f"{_short(panel.name, room)}: {values}; {noise}; {verdict}"
    for round in chart.rounds:
        mark, title, date = (_short(text, room) for text in (round.mark, round.title, round.date))
        yield f"{mark} {title}, {date}"


def said_of(chart: TrendChart, panel: TrendPanel) -> str:
    """Return what is said of a component: the rounds with a change, or that there is none."""
    marks: dict[Change, list[str]] = {change: [] for change in Change}
    for round, change in zip(chart.rounds, panel.changes, strict=True):
        marks[change].append(round.mark)
    words = ((chart.up, marks[Change.UP]), (chart.down, marks[Change.DOWN]))
    return (
        ", ".join(f"{word}: {', '.join(found)}" for word, found in words if found) or chart.steady
    )


def _areas(chart: AreaChart, room: int) -> Iterator[str]:
    for row in chart.rows:
        spreads = "; ".join(
            f"{_short(column, room)} {_teams(cells, chart, room)}"
            for column, cells in zip(chart.columns, row.spreads, strict=True)
        )
        yield f"{_short(row.name, room)}, {_short(row.text, room)}: {spreads}"


def _teams(cells: tuple[Cell, ...], chart: AreaChart, room: int) -> str:
    if not cells:
        return _short(chart.hidden, room)
    return ", ".join(
        f"{'–'.join(_short(word, room) for word in _bands(cell, chart.bands))} {cell.count}"
        for cell in cells
    )


def _bands(cell: Cell, words: tuple[str, str, str]) -> list[str]:
    """Return the words of the first and the last band of a cell."""
    inside = [
        word
        for band, word in zip(Band, words, strict=True)
        if cell.low <= BAND_TOP[band] <= cell.high
    ]
    return [inside[0]] if len(inside) == 1 else [inside[0], inside[-1]]


def _span(low: int, high: int) -> str:
    return str(low) if low == high else f"{low}–{high}"
