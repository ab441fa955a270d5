"""From a chart to a picture."""

from __future__ import annotations

from dataclasses import dataclass

from resvg_py import svg_to_bytes

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
    # Without the system's fonts the picture is the same everywhere, and there is no other source:
    # the SVG has no references, and nothing in it is a path.
    png = svg_to_bytes(
        svg_string=canvas.svg(),
        zoom=SCALE_UP,
        skip_system_fonts=True,
        font_files=FONT_FILES,
        font_family=FAMILY,
    )
    return Picture(png, WIDTH * SCALE_UP, canvas.height * SCALE_UP, alt_text(chart))


def svg(chart: ChartView, theme: Theme) -> str:
    """Return the chart as SVG, to be drawn with the fonts of this package. Raises ValueError."""
    return _drawn(chart, theme).svg()


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
