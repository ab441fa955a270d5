"""Pictures in words, for those who can't see them."""

from __future__ import annotations

import re
from unicodedata import category

import pytest
from hypothesis import given

from bot.charts import ALT_LIMIT, alt_text, render
from bot.views.model.charts import AreaChart, ChartView, DistributionChart, SpreadRow, TrendChart
from tests.charts.drawn import SOME, WORDS, worded
from tests.charts.samples import CHARTS, LONG, area


@given(SOME, WORDS)
def test_alt_text_is_short_enough(chart: ChartView, said: str) -> None:
    """Slack takes so much and no more, also where less is asked for; there is always something."""
    for limit in (ALT_LIMIT, 1000):
        alt = alt_text(worded(chart, said), limit)
        assert 0 < len(alt) <= limit
        assert not any(category(c).startswith("C") for c in alt if c != "\n")


@pytest.mark.parametrize("name", CHARTS)
def test_alt_text_has_every_number(name: str) -> None:
    """Whoever hears it gets the same numbers as whoever sees it."""
    chart = CHARTS[name]
    alt = alt_text(chart)
    assert not alt.endswith("…")
    if isinstance(chart, DistributionChart):
        for row in chart.rows:
            assert row.text in alt
            if isinstance(row, SpreadRow):
                assert all(f": {cell.count}" in alt for cell in row.cells)
    elif isinstance(chart, TrendChart):
        for panel in chart.panels:
            (line,) = (line for line in alt.split("\n") if line.startswith(panel.name))
            said = re.findall(r"\d+: (\d|för få svar)", line)
            assert said == [str(v) if v else "för få svar" for v in panel.values]
    else:
        for area_row in chart.rows:
            (line,) = (line for line in alt.split("\n") if line.startswith(area_row.name[:9]))
            counts = [str(cell.count) for cells in area_row.spreads for cell in cells]
            assert re.findall(r"\d+", line.partition(f"{area_row.text}: ")[2]) == counts


def test_alt_text_comes_with_the_picture() -> None:
    """A picture is never without its words."""
    chart = CHARTS["trend-4"]
    assert render(chart, "light").alt == alt_text(chart)


def test_full_charts_keep_all_rows_in_words() -> None:
    """Names are made shorter, but no area is left out, however long they are."""
    chart = area(12)
    rows = tuple(row.model_copy(update={"name": f"{i} {LONG}"}) for i, row in enumerate(chart.rows))
    alt = alt_text(chart.model_copy(update={"rows": rows}))
    assert all(f"\n{i} " in alt for i in range(12))
    assert isinstance(chart, AreaChart)
