"""What a picture costs: `python -m benchmarks.pictures`.

Compares, in one run, making the SVG, and all of `render`, with the least that a picture of that
size can cost: the same drawing surface, empty, made to PNG. `held` is the longest that another
thread of the process had to wait meanwhile.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from statistics import median
from threading import Thread

from benchmarks.figures import table
from bot.charts import render, svg
from bot.charts.picture import png
from bot.charts.theme import SCALE_UP
from bot.domain.disclosure import Band, Cell
from bot.domain.stats import Change
from bot.views.model.charts import (
    AreaChart,
    AreaRow,
    BandRow,
    ChartView,
    DistributionChart,
    SpreadRow,
    TrendChart,
    TrendPanel,
    TrendRound,
)

RUNS = 7
HEAD = ("picture", "kpixels", "kB", "SVG ms", "held ms", "all ms", "x empty")
NAMES = ("Meningsfullhet", "Hanterbarhet", "Begriplighet")
ENDS = {"low": "inte alls", "high": "i högsta grad"}


def charts() -> dict[str, ChartView]:
    """Return a small and the largest chart of every kind."""
    return {
        "distribution, 6 answers": _distribution(6),
        "distribution, 210 answers": _distribution(210),
        "trend, 4 rounds": _trend(4),
        "trend, 12 rounds": _trend(12),
        "areas, 3 rows": _areas(3),
        "areas, 12 rows": _areas(12),
    }


def _distribution(answers: int) -> DistributionChart:
    rows: tuple[BandRow | SpreadRow, ...] = tuple(
        BandRow(name=name, **ENDS, text="I mitten av skalan (3–5)", band=Band.MID) for name in NAMES
    )
    if answers > len(Band) * len(NAMES):
        cells = tuple(Cell(score, score, answers // 7) for score in range(1, 8))
        rows = tuple(
            SpreadRow(name=name, **ENDS, text="Median 4, hälften 2–6", median=4, middle_low=2,
                      middle_high=6, cells=cells)
            for name in NAMES
        )  # fmt: skip
    return DistributionChart(
        title="3. Att förstå varför", subtitle="Så svarade ni", answered=answers, rows=rows,
        dot="ett svar", middle="hälften av svaren", median="mittersta svaret", spread="Antal svar:",
    )  # fmt: skip


def _trend(count: int) -> TrendChart:
    rounds = tuple(
        TrendRound(mark=str(n), title="Att orka i vardagen", date="10 feb", answered=8 + n)
        for n in range(1, count + 1)
    )
    values = tuple(1 + n % 7 for n in range(count))
    changes = (Change.NONE,) * (count - 1) + (Change.UP,)
    return TrendChart(
        title="Så har det gått", subtitle="Mittersta svaret, tema för tema", rounds=rounds,
        panels=tuple(
            TrendPanel(name=name, values=values, changes=changes, noise_low=3, noise_high=5)
            for name in NAMES
        ),
        steady="ingen säker förändring", up="säkert högre", down="säkert lägre",
        noise="slumpens spelrum", missing="för få svar",
    )  # fmt: skip


def _areas(count: int) -> AreaChart:
    cells = (Cell(1, 2, 5), Cell(3, 5, 12), Cell(6, 7, 9))
    return AreaChart(
        title="Så ligger teamen", columns=NAMES, bands=("låg", "mitten", "hög"),
        rows=tuple(
            AreaRow(name=f"Område {n}", text="26 team", teams=26, spreads=(cells, cells, cells))
            for n in range(count)
        ),
        dot="ett team", hidden="visas inte",
    )  # fmt: skip


def _row(name: str, chart: ChartView) -> tuple[str, ...]:
    picture = render(chart, "light")
    width, height = picture.width // SCALE_UP, picture.height // SCALE_UP
    empty = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">'
        f'<rect width="{width}" height="{height}" fill="#ffffff"/></svg>'
    )
    least = milliseconds(lambda: png(empty, (picture.width, picture.height)))
    drawing = milliseconds(lambda: svg(chart, "light"))
    whole = milliseconds(lambda: render(chart, "light"))
    pixels, size = picture.width * picture.height / 1e3, len(picture.png) / 1e3
    return (
        name,
        f"{pixels:.0f}",
        f"{size:.0f}",
        f"{drawing:.1f}",
        f"{median(held(chart) for _ in range(RUNS)):.0f}",
        f"{whole:.0f}",
        f"{whole / least:.2f}",
    )


def milliseconds(work: Callable[[], object]) -> float:
    """Return what the work takes, the median over some runs."""

    def run() -> float:
        begun = time.perf_counter()
        work()
        return 1000 * (time.perf_counter() - begun)

    return median(run() for _ in range(RUNS))


def held(chart: ChartView) -> float:
    """Return the longest that another thread had to wait while the chart was drawn."""
    drawing = Thread(target=render, args=(chart, "light"))
    longest, before = 0.0, time.perf_counter()
    drawing.start()
    while drawing.is_alive():
        time.sleep(0.0005)
        now = time.perf_counter()
        longest, before = max(longest, now - before), now
    return 1000 * longest


def main() -> None:
    """Print what each picture costs, as a ratio to an empty one of its size."""
    rows = [_row(name, chart) for name, chart in charts().items()]
    print(table(f"Pictures, median of {RUNS} runs", HEAD, rows))


if __name__ == "__main__":
    main()
