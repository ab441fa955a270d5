"""What all pictures have: a heading, paragraphs, an explanation of the signs, packed dots."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from bot.charts.canvas import Canvas
from bot.charts.theme import BODY, HEADING, INNER, MARGIN, SMALL
from bot.charts.words import drawable, fit, width, wrap
from bot.views.model.charts import Chart

LEADING = 1.35
"""From one line of a text to the next, in sizes of its letters."""

CAP = 0.73
"""The height of capital letters, in sizes."""

Sign = Callable[[float, float], None]
"""Draws a sign around a point."""

SIGN = 20
"""The room of a sign in an explanation."""


def paragraph(
    canvas: Canvas, text: str, size: float, lines: int, *, bold: bool = False, fill: str = ""
) -> None:
    """Write a text from the left edge to the right, and go on below it."""
    for row in wrap(text, INNER, size, lines, bold=bold):
        canvas.text(MARGIN, canvas.y + size * CAP, row, size, bold=bold, fill=fill)
        canvas.y += size * LEADING


def heading(canvas: Canvas, chart: Chart) -> None:
    """Write what the picture is about, where that stands nowhere else."""
    if not chart.title and not chart.subtitle:
        return
    paragraph(canvas, chart.title, HEADING, 2, bold=True)
    canvas.y += 2
    paragraph(canvas, chart.subtitle, BODY - 1, 2, fill=canvas.palette.muted)
    canvas.y += 16


def footer(canvas: Canvas, chart: Chart) -> None:
    """Write what is to be known besides."""
    if chart.footer:
        canvas.y += 4
        paragraph(canvas, chart.footer, SMALL, 4, fill=canvas.palette.muted)


def named(canvas: Canvas, name: str, text: str) -> None:
    """Write a name and, to the right of it or below where it is long, what is said of it."""
    said = drawable(text)
    room = INNER - width(said, SMALL) - 12
    beside = width(drawable(name), BODY, bold=True) <= room
    foot = canvas.y + BODY * CAP
    canvas.text(
        MARGIN, foot, fit(name, room if beside else INNER, BODY, bold=True), BODY, bold=True
    )
    if beside:
        right = MARGIN + INNER
        canvas.text(right, foot, said, SMALL, fill=canvas.palette.muted, anchor="end")
    canvas.y += BODY * LEADING
    if not beside:
        paragraph(canvas, text, SMALL, 2, fill=canvas.palette.muted)


def explain(canvas: Canvas, items: Iterable[tuple[Sign, str]]) -> None:
    """Draw each sign beside what it means, as many in a line as fit."""
    x = float(MARGIN)
    middle = canvas.y + SMALL * LEADING / 2
    for sign, meaning in items:
        words = fit(meaning, INNER - SIGN, SMALL)
        needed = SIGN + width(words, SMALL)
        if x > MARGIN and x + needed > MARGIN + INNER:
            x, middle = MARGIN, middle + SMALL * LEADING
        sign(x + SIGN / 2 - 3, middle)
        canvas.text(x + SIGN, middle + SMALL * CAP / 2, words, SMALL, fill=canvas.palette.muted)
        x += needed + 16
    canvas.y = middle + SMALL * LEADING / 2 + 4
