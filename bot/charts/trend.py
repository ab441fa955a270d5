"""A team over time: the medians of each component, and the noise in which nothing is certain."""

from __future__ import annotations

from functools import partial
from itertools import pairwise

from bot.charts.alt import said_of
from bot.charts.canvas import Canvas
from bot.charts.parts import CAP, LEADING, Sign, explain, footer, heading, named
from bot.charts.theme import INNER, MARGIN, SMALL
from bot.charts.words import fit, width
from bot.domain.answers import SCALE
from bot.domain.stats import Change
from bot.views.model.charts import TrendChart, TrendPanel, TrendRound

LEVEL = 11
"""From one step of the scale to the next."""

ABOVE, BELOW = 32, 12
"""The room over the highest step, for the numbers, and under the lowest."""

PLOT = ABOVE + LEVEL * (SCALE[-1] - SCALE[0]) + BELOW

LEFT, RIGHT = MARGIN + 18, MARGIN + INNER
"""Where a plot begins, right of the numbers of its scale, and ends."""

RADIUS = 5

MARK = 24
"""The room of a mark before what it stands for."""


def draw(chart: TrendChart, canvas: Canvas) -> None:
    """Draw a component below another, with the same rounds above each other."""
    heading(canvas, chart)
    step = (RIGHT - LEFT) / len(chart.rounds)
    places = [LEFT + (i + 0.5) * step for i in range(len(chart.rounds))]
    for panel in chart.panels:
        named(canvas, panel.name, said_of(chart, panel))
        canvas.y += 4
        _panel(canvas, panel, places)
        canvas.y += PLOT + 4
        _marks(canvas, chart.rounds, places, step)
        canvas.y += 14
    _explain(canvas, chart)
    canvas.y += 12
    _key(canvas, chart.rounds)
    footer(canvas, chart)


def _panel(canvas: Canvas, panel: TrendPanel, places: list[float]) -> None:
    colours = canvas.palette
    top, numbers = canvas.y + ABOVE, canvas.y + SMALL * CAP

    def level(value: float) -> float:
        return top + (SCALE[-1] - value) * LEVEL

    high, low = level(panel.noise_high + 0.5), level(panel.noise_low - 0.5)
    begin = LEFT if panel.level_from == 0 else sum(places[panel.level_from - 1 :][:2]) / 2
    canvas.rect(begin, high, (RIGHT - begin, low - high), colours.zone, 0)
    for y in (high, low):
        canvas.line((begin, y), (RIGHT, y), colours.edge)
    for score in (SCALE[0], SCALE[-1]):
        foot = level(score) + SMALL * CAP / 2
        canvas.text(MARGIN, foot, str(score), SMALL, fill=colours.muted)
    points = list(zip(places, panel.values, strict=True))
    for (x1, before), (x2, after) in pairwise(points):
        if before is not None and after is not None:
            canvas.line((x1, level(before)), (x2, level(after)), colours.mark, 2)
    for (x, value), change in zip(points, panel.changes, strict=True):
        if value is None:
            _dash(canvas, x, numbers - SMALL * CAP / 2)
            continue
        _sign(canvas, x, level(value), change)
        bold = change is not Change.NONE
        canvas.text(x, numbers, str(value), SMALL, bold=bold, anchor="middle")


def _sign(canvas: Canvas, x: float, y: float, change: Change) -> None:
    if change is Change.NONE:
        canvas.ring(x, y, RADIUS - 1, canvas.palette.mark)
    else:
        radius = RADIUS + 2 if change is Change.UP else -(RADIUS + 2)
        canvas.triangle(x, y, radius, canvas.palette.accent)


def _dash(canvas: Canvas, x: float, y: float) -> None:
    canvas.line((x - 4, y), (x + 4, y), canvas.palette.edge, 2)


def _marks(
    canvas: Canvas, rounds: tuple[TrendRound, ...], places: list[float], step: float
) -> None:
    foot = canvas.y + SMALL * CAP
    for round, x in zip(rounds, places, strict=True):
        words = fit(round.mark, step - 2, SMALL)
        canvas.text(x, foot, words, SMALL, fill=canvas.palette.muted, anchor="middle")
    canvas.y += SMALL * LEADING


def _explain(canvas: Canvas, chart: TrendChart) -> None:
    colours = canvas.palette

    def zone(x: float, y: float) -> None:
        canvas.rect(x - 7, y - 6, (14, 12), colours.zone, 0)
        for edge in (y - 6, y + 6):
            canvas.line((x - 7, edge), (x + 7, edge), colours.edge)

    pairs = [pair for p in chart.panels for pair in zip(p.values, p.changes, strict=True)]
    there = {change for value, change in pairs if value is not None}
    meanings = {Change.NONE: chart.steady, Change.UP: chart.up, Change.DOWN: chart.down}
    signs: list[tuple[Sign, str]] = [
        (partial(_sign, canvas, change=change), meaning)
        for change, meaning in meanings.items()
        if change in there
    ]
    signs.append((zone, chart.noise))
    if any(value is None for value, _ in pairs):
        signs.append((partial(_dash, canvas), chart.missing))
    explain(canvas, signs)


def _key(canvas: Canvas, rounds: tuple[TrendRound, ...]) -> None:
    """List what was talked about and when, by the marks under the lines."""
    for round in rounds:
        foot = canvas.y + SMALL * CAP
        date = fit(round.date, INNER / 2, SMALL)
        title = fit(round.title, INNER - MARK - width(date, SMALL) - 8, SMALL)
        canvas.text(MARGIN, foot, fit(round.mark, MARK - 4, SMALL, bold=True), SMALL, bold=True)
        canvas.text(MARGIN + MARK, foot, title, SMALL)
        right = MARGIN + INNER
        canvas.text(right, foot, date, SMALL, fill=canvas.palette.muted, anchor="end")
        canvas.y += SMALL * LEADING
