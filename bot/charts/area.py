"""Several areas: how many teams have their median low, in the middle and high on the scale."""

from __future__ import annotations

from functools import partial

from bot.charts.canvas import Canvas
from bot.charts.dots import PADDING, Plates, Span
from bot.charts.parts import CAP, LEADING, explain, footer, heading, named, paragraph
from bot.charts.theme import INNER, MARGIN, SMALL
from bot.charts.words import fit
from bot.domain.answers import SCALE
from bot.domain.areas import BAND_TOP
from bot.domain.disclosure import Band, Cell
from bot.views.model.charts import AreaChart

BETWEEN, GAP = 10, 3
"""Between two components, and between two plates."""

COUNTS, DOTS = 15, 26
"""Heights of the numbers and of the plates below them."""

NAME = 13
"""Letters of the components' names: the longest, Comprehensibility, is not cut off."""

TOPS = [BAND_TOP[band] for band in Band]
SPANS = [f"{low}–{top}" for low, top in zip((SCALE[0], *(t + 1 for t in TOPS)), TOPS, strict=False)]


def draw(chart: AreaChart, canvas: Canvas) -> None:
    """Draw an area below another, its components beside each other; all dots have one size."""
    heading(canvas, chart)
    room = (INNER - BETWEEN * (len(chart.columns) - 1)) / len(chart.columns)
    lefts = [MARGIN + i * (room + BETWEEN) for i in range(len(chart.columns))]
    _columns(canvas, chart.columns, lefts, room)
    spread = (_span(cell, 0, room) for row in chart.rows for cells in row.spreads for cell in cells)
    plates = Plates.of(spread, DOTS)
    for row in chart.rows:
        named(canvas, row.name, row.text)
        canvas.y += 2
        for cells, left in zip(row.spreads, lefts, strict=True):
            if cells:
                _spread(canvas, [_span(cell, left, room) for cell in cells], plates)
            else:
                _hidden(canvas, chart.hidden, left, (room, plates.height))
        canvas.y += COUNTS + plates.height + 15
    if plates.step:
        dot = partial(canvas.dot, radius=plates.radius, fill=canvas.palette.mark)
        explain(canvas, [(dot, chart.dot)])
    meanings = " · ".join(f"{span} {word}" for span, word in zip(SPANS, chart.bands, strict=True))
    paragraph(canvas, meanings, SMALL, 2, fill=canvas.palette.muted)
    footer(canvas, chart)


def _span(cell: Cell, left: float, room: float) -> Span:
    """Return where a cell of whole bands lies; the bands are as wide as each other."""
    slot = room / len(TOPS)
    first = sum(top < cell.low for top in TOPS)
    last = TOPS.index(cell.high)
    return Span(cell.count, left + first * slot + GAP / 2, left + (last + 1) * slot - GAP / 2)


def _columns(canvas: Canvas, names: tuple[str, ...], lefts: list[float], room: float) -> None:
    """Write the names of the components and, below, which part of the scale a plate stands for."""
    foot = canvas.y + SMALL * CAP
    for name, left in zip(names, lefts, strict=True):
        canvas.text(left + room / 2, foot, fit(name, room, NAME), NAME, anchor="middle")
        for i, span in enumerate(SPANS):
            at = left + (i + 0.5) * room / len(SPANS), foot + SMALL * LEADING
            canvas.text(*at, span, SMALL, fill=canvas.palette.muted, anchor="middle")
    canvas.y += 2 * SMALL * LEADING + 14


def _spread(canvas: Canvas, spans: list[Span], plates: Plates) -> None:
    foot = canvas.y + SMALL * CAP
    for span in spans:
        canvas.text(span.middle, foot, str(span.count), SMALL, anchor="middle")
    plates.draw(canvas, spans, canvas.y + COUNTS)


def _hidden(canvas: Canvas, words: str, left: float, size: tuple[float, float]) -> None:
    """Draw an empty frame that says why nothing is in it."""
    room, height = size
    top = canvas.y + COUNTS
    canvas.frame(left + GAP / 2, top, (room - GAP, height), canvas.palette.faint)
    foot = top + (height + SMALL * CAP) / 2
    said = fit(words, room - PADDING - GAP, SMALL)
    canvas.text(left + room / 2, foot, said, SMALL, fill=canvas.palette.muted, anchor="middle")
