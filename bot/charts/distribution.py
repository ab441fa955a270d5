"""The answers of one round: dots, the middle half and the median, or only a band."""

from __future__ import annotations

from functools import partial

from bot.charts.canvas import Anchor, Canvas
from bot.charts.dots import Plates, Span
from bot.charts.parts import CAP, LEADING, Sign, explain, footer, heading, named
from bot.charts.theme import INNER, MARGIN, SMALL
from bot.charts.words import wrap
from bot.domain.answers import SCALE
from bot.domain.areas import BAND_TOP
from bot.domain.disclosure import Band
from bot.views.model.charts import BandRow, DistributionChart, ScaleRow, SpreadRow

GAP = 4
"""Between two plates."""

STEP = (INNER + GAP) / len(SCALE)
"""The room of one step of the scale."""

COUNTS = 20
"""The room for the numbers above the dots."""

DOTS, BAR, BAND = 62, 8, 26
"""Heights of the dots' plates, of the bar of the middle half, and of the bands."""

AFTER = 22
"""Between two questions."""


def draw(chart: DistributionChart, canvas: Canvas) -> None:
    """Draw a question below another; dots have one size in all of them."""
    heading(canvas, chart)
    spreads = [row for row in chart.rows if isinstance(row, SpreadRow)]
    plates = Plates.of((span for row in spreads for span in _spans(row)), DOTS)
    for row in chart.rows:
        named(canvas, row.name, row.text)
        canvas.y += 4
        if isinstance(row, SpreadRow):
            _spread(canvas, row, plates)
        else:
            _band(canvas, row)
        _scale(canvas, row)
        canvas.y += AFTER
    if spreads:
        _explain(canvas, chart, plates)
    footer(canvas, chart)


def _edges(low: int, high: int) -> tuple[float, float]:
    """Return where on the line these steps of the scale begin and end."""
    return MARGIN + (low - SCALE[0]) * STEP, MARGIN + high * STEP - GAP


def _spans(row: SpreadRow) -> list[Span]:
    return [Span(cell.count, *_edges(cell.low, cell.high)) for cell in row.cells]


def _middle(low: int, high: int) -> float:
    return sum(_edges(low, high)) / 2


def _spread(canvas: Canvas, row: SpreadRow, plates: Plates) -> None:
    foot = canvas.y + SMALL * CAP
    for cell in row.cells:
        at = _middle(cell.low, cell.high)
        canvas.text(at, foot, str(cell.count), SMALL, fill=canvas.palette.muted, anchor="middle")
    canvas.y += COUNTS - 4
    plates.draw(canvas, _spans(row), canvas.y)
    canvas.y += plates.height + 6
    begin, end = _edges(row.middle_low, row.middle_high)
    canvas.rect(begin, canvas.y, (end - begin, BAR), canvas.palette.edge, BAR / 2)
    middle = _middle(row.median, row.median)
    canvas.diamond(middle, canvas.y + BAR / 2, BAR, canvas.palette.accent)
    canvas.y += BAR + 8


def _band(canvas: Canvas, row: BandRow) -> None:
    """Draw the three bands; the one in question is filled, the others are outlines."""
    low = SCALE[0]
    for band in Band:
        begin, end = _edges(low, BAND_TOP[band])
        size = end - begin, float(BAND)
        if band is row.band:
            canvas.rect(begin, canvas.y, size, canvas.palette.mark)
        else:
            canvas.frame(begin, canvas.y, size, canvas.palette.edge)
        low = BAND_TOP[band] + 1
    canvas.y += BAND + 8


def _scale(canvas: Canvas, row: ScaleRow) -> None:
    """Write the numbers of the scale and, below, what its ends say."""
    foot = canvas.y + SMALL * CAP
    for score in SCALE:
        bold = isinstance(row, SpreadRow) and score == row.median
        fill = canvas.palette.ink if bold else canvas.palette.muted
        at = _middle(score, score)
        canvas.text(at, foot, str(score), SMALL, bold=bold, fill=fill, anchor="middle")
    canvas.y += SMALL * LEADING
    below = max(_end(canvas, row.low, "start"), _end(canvas, row.high, "end"))
    canvas.y += SMALL * LEADING * below


def _end(canvas: Canvas, words: str, anchor: Anchor) -> int:
    """Write what an end of the scale says; return in how many lines."""
    x = MARGIN if anchor == "start" else MARGIN + INNER
    lines = wrap(words, INNER / 2 - 8, SMALL, 2)
    for place, line in enumerate(lines):
        foot = canvas.y + SMALL * (CAP + place * LEADING)
        canvas.text(x, foot, line, SMALL, fill=canvas.palette.muted, anchor=anchor)
    return len(lines)


def _explain(canvas: Canvas, chart: DistributionChart, plates: Plates) -> None:
    colours = canvas.palette

    def bar(x: float, y: float) -> None:
        canvas.rect(x - 7, y - BAR / 2, (14, BAR), colours.edge, BAR / 2)

    signs: list[tuple[Sign, str]] = [
        (bar, chart.middle),
        (partial(canvas.diamond, radius=BAR, fill=colours.accent), chart.median),
    ]
    if plates.step:
        dot = partial(canvas.dot, radius=plates.radius, fill=colours.mark)
        signs.insert(0, (dot, chart.dot))
    explain(canvas, signs)
