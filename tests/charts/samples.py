"""Charts to draw: small and large groups, long words."""

from __future__ import annotations

import random

from bot.domain import stats
from bot.domain.disclosure import Band, Cell, merge_bins
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

COMPONENTS = ("Meningsfullhet", "Hanterbarhet", "Begriplighet")
ENDS = (("inte alls", "i högsta grad"), ("aldrig", "för det mesta"), ("oklart", "helt klart"))
LONG = "Kommunikationsavdelningens verksamhetsutvecklingsarbetsgruppsmöten"
HOSTILE = "</text><image href='file:///etc/passwd'/>&lt;\x00\x1b]\u202e\"'<!--]]>"


def scores(count: int, seed: int) -> list[int]:
    """Return made-up answers, most of them near one place of the scale."""
    rng = random.Random(seed)
    centre = 3 + seed % 4
    return [min(7, max(1, round(rng.gauss(centre, 1.4)))) for _ in range(count)]


def band_row(place: int = 0, band: Band = Band.MID, *, name: str = "") -> BandRow:
    """Return a question with fewer than ten answers."""
    low, high = ENDS[place]
    words = {Band.LOW: "lägre delen, 1–2", Band.MID: "mitten, 3–5", Band.HIGH: "högre delen, 6–7"}
    return BandRow(
        name=name or COMPONENTS[place], low=low, high=high, text=f"I {words[band]}", band=band
    )


def spread_row(count: int, place: int = 0, *, long: bool = False) -> SpreadRow:
    """Return a question with ten answers or more, as the rules of disclosure make it."""
    values = scores(count, place + count)
    median, (low, high) = stats.median(values), stats.middle_half(values)
    ends = (LONG, LONG.lower()) if long else ENDS[place]
    return SpreadRow(
        name=LONG if long else COMPONENTS[place],
        low=ends[0],
        high=ends[1],
        text=f"Median {median}, hälften {low}–{high}",
        median=median,
        middle_low=low,
        middle_high=high,
        cells=merge_bins(values),
    )


def distribution(count: int, *, long: bool = False) -> DistributionChart:
    """Return the chart of a round with so many answers."""
    if count < 10:
        bands = (Band.HIGH, Band.MID, Band.LOW)
        rows: tuple[BandRow | SpreadRow, ...] = tuple(
            band_row(i, band) for i, band in enumerate(bands)
        )
    else:
        rows = tuple(spread_row(count, i, long=long) for i in range(3))
    title = "3. Att förstå varför"
    return DistributionChart(
        title=f"{title}: {LONG} {LONG}" if long else title,
        subtitle=f"{count} av {count + 4} svarade.",
        answered=count,
        rows=rows,
        dot="ett svar",
        middle="hälften av svaren",
        median="mittersta svaret",
        spread="Antal svar:",
        footer="" if count >= 10 else "Ni är färre än 10. Därför visas bara ungefär var ni ligger.",
    )


TITLES = (
    "Det goda arbetet", "Att orka i vardagen", "Att förstå varför", "Arbete som lyckas",
    "Vi och uppdraget", "Pauser", "Att säga ifrån", "Lära av varandra", "Nya kollegor",
    "Det vi är stolta över", LONG, "Nästa år",
)  # fmt: skip
DATES = ("13 jan", "10 feb", "10 mar", "14 apr", "12 maj", "9 jun", "8 sep", "13 okt", "10 nov",
         "8 dec", "12 jan", "9 feb")  # fmt: skip


def trend(count: int, *, gap: bool = True) -> TrendChart:
    """Return a trend over so many rounds; the third has too few answers if there is a gap."""
    answered = [None if gap and i == 2 else 8 + i for i in range(count)]
    values = (
        [4, 5, 4, 5, 6, 5, 4, 5, 5, 6, 5, 5],
        [3, 3, 4, 4, 3, 4, 6, 6, 7, 6, 7, 7],
        [5, 5, 6, 5, 5, 2, 2, 1, 5, 5, 3, 4],
    )
    changes: tuple[dict[int, Change], ...] = ({}, {6: Change.UP}, {5: Change.DOWN, 8: Change.UP})
    noise = ((4, 6), (5, 7) if count > 6 else (2, 4), (3, 5) if count > 8 else (4, 6))
    return TrendChart(
        title="Så har det gått",
        subtitle="Mittersta svaret, tema för tema, på skalan 1–7",
        rounds=tuple(
            TrendRound(mark=str(i + 1), title=TITLES[i], date=DATES[i], answered=answered[i])
            for i in range(count)
        ),
        panels=tuple(
            TrendPanel(
                name=name,
                values=tuple(None if answered[i] is None else row[i] for i in range(count)),
                changes=tuple(change.get(i, Change.NONE) for i in range(count)),
                noise_low=low,
                noise_high=high,
            )
            for name, row, change, (low, high) in zip(
                COMPONENTS, values, changes, noise, strict=True
            )
        ),
        steady="ingen säker förändring",
        up="säkert högre",
        down="säkert lägre",
        noise="slumpens spelrum",
        missing="för få svar",
    )


def area(count: int) -> AreaChart:
    """Return so many areas; some have merged cells, some lack a component."""
    names = ("Äldreomsorg norr", "Förskola centrum", "Individ och familj", "Gata och park",
             "Hemtjänst natt", LONG, "Gymnasiet", "Kök och måltid", "Bibliotek", "LSS-boenden",
             "Särskilt boende söder", "Stöd och service")  # fmt: skip
    patterns = (
        (Cell(1, 2, 3), Cell(3, 5, 7), Cell(6, 7, 4)),
        (Cell(1, 5, 6), Cell(6, 7, 8)),
        (Cell(1, 2, 4), Cell(3, 7, 9)),
        (),
        (Cell(1, 2, 3), Cell(3, 5, 5), Cell(6, 7, 6)),
    )
    return AreaChart(
        title="Så ligger teamen",
        subtitle="Hur många team som har sitt mittersta svar lågt, i mitten och högt",
        columns=COMPONENTS,
        bands=("låg", "mitten", "hög"),
        rows=tuple(
            AreaRow(
                name=names[i],
                text="14 team, 121 svar",
                teams=14,
                spreads=tuple(patterns[(i + j) % len(patterns)] for j in range(3)),
            )
            for i in range(count)
        ),
        dot="ett team",
        hidden="visas inte",
        footer="Tre team eller fler bakom varje siffra.",
    )


CHARTS: dict[str, ChartView] = {
    "distribution-6": distribution(6),
    "distribution-14": distribution(14),
    "distribution-14-long": distribution(14, long=True),
    "distribution-14-mixed": distribution(14).model_copy(
        update={"rows": (spread_row(14), band_row(1, Band.HIGH), spread_row(14, 2))}
    ),
    "distribution-2000": distribution(2000),
    "trend-2": trend(2),
    "trend-4": trend(4, gap=False),
    "trend-12": trend(12),
    "area-1": area(1),
    "area-5": area(5),
    "area-12": area(12),
}
