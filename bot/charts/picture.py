"""From a chart to a picture."""

from __future__ import annotations

from dataclasses import dataclass

import resvg
from resvg import usvg

from bot.charts import area, distribution, trend
from bot.charts.alt import alt_text
from bot.charts.canvas import Canvas
from bot.charts.theme import PALETTES, SCALE_UP, WIDTH, Theme
from bot.charts.words import FAMILY, FONTS
from bot.views.model.charts import AreaChart, ChartView, DistributionChart

FONT_FILES = [str(path) for path in sorted(FONTS.glob("*.otf"))]


@dataclass(frozen=True)
class Picture:
    """A picture as PNG, its size in pixels, and the same in words for who can't see it."""

    png: bytes
    width: int
    height: int
    alt: str


def render(chart: ChartView, theme: Theme) -> Picture:
    """Draw a chart. Raises ValueError for one that says what may not be shown."""
    canvas = _drawn(chart, theme)
    width, height = WIDTH * SCALE_UP, canvas.height * SCALE_UP
    return Picture(png(canvas.svg(), (width, height)), width, height, alt_text(chart))


def svg(chart: ChartView, theme: Theme) -> str:
    """Return the chart as SVG, to be drawn with the fonts of this package. Raises ValueError."""
    return _drawn(chart, theme).svg()


def png(markup: str, size: tuple[int, int], zoom: float = SCALE_UP) -> bytes:
    """Return an SVG as a PNG of so many pixels, written with the fonts of this package."""
    # Without the system's fonts the picture is the same everywhere, and there is no other source:
    # the SVG has no references, and nothing in it is a path.
    options = usvg.Options.default()  # of one thread alone, and made in a fraction of a millisecond
    options.font_family = FAMILY
    for file in FONT_FILES:
        options.load_font_file(file)
    enlarged = (zoom, 0.0, 0.0, 0.0, zoom, 0.0)
    return resvg.render(usvg.Tree.from_str(markup, options), enlarged, bg_size=size)


def _drawn(chart: ChartView, theme: Theme) -> Canvas:
    # A copy with other values was never checked (`model_copy`): nothing is drawn on trust.
    checked = type(chart).model_validate(chart.model_dump())
    canvas = Canvas(PALETTES[theme])
    if isinstance(checked, DistributionChart):
        distribution.draw(checked, canvas)
    elif isinstance(checked, AreaChart):
        area.draw(checked, canvas)
    else:
        trend.draw(checked, canvas)
    return canvas
