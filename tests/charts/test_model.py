"""Charts can't say what the rules of disclosure hold back."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.charts import render, svg
from bot.domain.answers import Answers
from bot.domain.disclosure import Band, Cell, disclose
from bot.domain.programme import Component
from bot.views.model.charts import (
    AreaRow,
    BandRow,
    ChartView,
    DistributionChart,
    SpreadRow,
    TrendChart,
    TrendPanel,
    TrendRound,
)
from tests.charts.samples import area, band_row, distribution, spread_row, trend

cells = st.lists(
    st.builds(Cell, st.integers(0, 8), st.integers(0, 8), st.integers(-1, 30)), max_size=4
)


def row(parts: Sequence[Cell], median: int = 4) -> SpreadRow:
    """Return a question with these cells."""
    return SpreadRow(
        name="", low="", high="", text="", median=median, middle_low=3, middle_high=5,
        cells=tuple(parts),
    )  # fmt: skip


def test_ten_answers_may_be_dots() -> None:
    """The positive control: what the next tests vary is accepted."""
    assert row([Cell(1, 3, 3), Cell(4, 7, 7)]).answered == 10


@pytest.mark.parametrize(
    "parts",
    [
        pytest.param([Cell(1, 3, 3), Cell(4, 7, 6)], id="nine answers"),
        pytest.param([Cell(1, 7, 9)], id="nine in one cell"),
        pytest.param([Cell(1, 3, 2), Cell(4, 7, 9)], id="a cell of two"),
        pytest.param([Cell(1, 3, 0), Cell(4, 7, 10)], id="an empty cell"),
        pytest.param([Cell(1, 3, -3), Cell(4, 7, 20)], id="a negative cell"),
        pytest.param([], id="no cells"),
        pytest.param([Cell(1, 3, 5)], id="part of the scale"),
        pytest.param([Cell(1, 3, 5), Cell(3, 7, 5)], id="overlapping"),
        pytest.param([Cell(1, 3, 5), Cell(5, 7, 5)], id="a hole"),
        pytest.param([Cell(0, 3, 5), Cell(4, 7, 5)], id="below the scale"),
        pytest.param([Cell(1, 3, 5), Cell(4, 8, 5)], id="above the scale"),
        pytest.param([Cell(1, 3, 5), Cell(4, 3, 5), Cell(4, 7, 5)], id="backwards"),
    ],
)
def test_dots_need_ten_answers_and_three_in_each_cell(parts: list[Cell]) -> None:
    """Everything that the rules hold back is refused."""
    with pytest.raises(ValueError, match=r"cell|distribution"):
        row(parts)


@given(cells)
def test_whatever_is_accepted_may_be_shown(parts: list[Cell]) -> None:
    """No combination of cells gets around the rules."""
    try:
        accepted = row(parts)
    except ValueError:
        return
    assert accepted.answered >= 10
    assert all(cell.count >= 3 for cell in accepted.cells)
    assert [s for c in accepted.cells for s in range(c.low, c.high + 1)] == list(range(1, 8))


@given(st.lists(st.integers(1, 7), min_size=6, max_size=60))
def test_every_result_can_be_drawn(values: list[int]) -> None:
    """What the rules of disclosure let through is accepted here, in either form."""
    answers = [Answers({Component.MEANINGFULNESS: value}) for value in values]
    result = disclose(answers, len(values), 6, 10, random.Random(1))
    assert result is not None
    (found,) = result.components
    words = {"name": "", "low": "", "high": "", "text": ""}
    drawn: BandRow | SpreadRow = BandRow(**words, band=found.band)
    if found.distribution:
        drawn = SpreadRow(
            **words,
            median=found.median,
            middle_low=found.middle_low,
            middle_high=found.middle_high,
            cells=found.distribution,
        )
    chart = distribution(14).model_copy(update={"answered": len(values), "rows": (drawn,)})
    dots = svg(chart, "light").count("<circle")
    assert dots == (len(values) + 1 if len(values) >= 10 else 0)  # one more explains the dots


def test_a_median_lies_in_the_middle_half() -> None:
    """Numbers that contradict each other are refused."""
    with pytest.raises(ValueError, match="median"):
        row([Cell(1, 3, 3), Cell(4, 7, 7)], median=6)


@pytest.mark.parametrize("answered", [0, 5])
def test_a_round_needs_six(answered: int) -> None:
    """Below the threshold there is no picture, not even of bands."""
    fields = {**dict(distribution(6)), "answered": answered}
    with pytest.raises(ValueError, match="answered"):
        DistributionChart(**fields)


def test_a_question_has_not_more_answers_than_the_round() -> None:
    """Dots for a round of nine are refused, however many the row claims."""
    fields = {**dict(distribution(14)), "answered": 9}
    with pytest.raises(ValueError, match="more answers"):
        DistributionChart(**fields)


def test_a_band_has_nothing_but_its_name() -> None:
    """A row for few answers has no place for numbers."""
    numbers = {"median", "middle_low", "middle_high", "cells"}
    assert not numbers & set(BandRow.model_fields)
    with pytest.raises(ValueError, match="cells"):
        BandRow.model_validate({**dict(band_row()), "cells": (Cell(1, 7, 6),)})


def few() -> ChartView:
    """Return a chart with dots for nine, made in the way that checks nothing."""
    hidden = spread_row(14).model_copy(update={"cells": (Cell(1, 3, 3), Cell(4, 7, 6))})
    return distribution(14).model_copy(update={"rows": (hidden,)})


def gone() -> ChartView:
    """Return a trend with a number in a round of too few, made in the same way."""
    chart = trend(4)
    panel = chart.panels[0].model_copy(update={"values": (4, 4, 4, 4)})
    return chart.model_copy(update={"panels": (panel,)})


def one_team() -> ChartView:
    """Return an area with a cell of one team, made in the same way."""
    chart = area(1)
    spreads = ((Cell(1, 5, 13), Cell(6, 7, 1)), (), ())
    copy = chart.rows[0].model_copy(update={"spreads": spreads})
    return chart.model_copy(update={"rows": (copy,)})


@pytest.mark.parametrize("chart", [few(), gone(), one_team()], ids=lambda c: str(c.type))
def test_nothing_is_drawn_on_trust(chart: ChartView) -> None:
    """A chart that got around the checks is refused when it is drawn."""
    with pytest.raises(ValueError, match=r"fewer|too few"):
        render(chart, "light")
    with pytest.raises(ValueError, match=r"fewer|too few"):
        svg(chart, "dark")


# --- trends ----------------------------------------------------------------------------------


def panel(**update: object) -> TrendPanel:
    """Return a component over two rounds."""
    fields = {
        "name": "", "values": (4, None), "changes": ("none", "none"), "noise_low": 3,
        "noise_high": 5,
    }  # fmt: skip
    return TrendPanel.model_validate(fields | update)


def of(**update: object) -> TrendChart:
    """Return a trend over two rounds, the second with too few answers."""
    rounds = tuple(TrendRound(mark="", title="", date="", answered=n) for n in (6, None))
    fields = {**dict(trend(2)), "rounds": rounds, "panels": (panel(),)}
    return TrendChart.model_validate(fields | update)


def test_a_trend_may_have_gaps() -> None:
    """The positive control."""
    assert of().panels[0].values == (4, None)


def test_a_round_with_too_few_has_no_number() -> None:
    """Nor has a round fewer answers than six."""
    with pytest.raises(ValueError, match="too few"):
        of(panels=(panel(values=(4, 4)),))
    with pytest.raises(ValueError, match="answered"):
        TrendRound(mark="", title="", date="", answered=5)


@pytest.mark.parametrize("values", [(4.5, None), (8, None), (0, None)])
def test_numbers_are_whole_and_on_the_scale(values: tuple[object, ...]) -> None:
    """Decimals tell about single answers."""
    with pytest.raises(ValueError, match="values"):
        panel(values=values)


def test_noise_and_rounds_fit() -> None:
    """The noise has two ends in order, and every round has one place."""
    with pytest.raises(ValueError, match="noise"):
        panel(noise_low=6, noise_high=5)
    with pytest.raises(ValueError, match="each round"):
        of(panels=(panel(values=(4, None, 4), changes=("none",) * 3),))


@pytest.mark.parametrize(
    ("values", "changes"),
    [
        pytest.param((4, None), ("none", "up"), id="no number"),
        pytest.param((4, None), ("up", "none"), id="the first"),
        pytest.param((None, 4), ("none", "down"), id="the first number"),
        pytest.param((4, 5), ("none",), id="one missing"),
    ],
)
def test_a_change_is_from_one_number_to_another(
    values: tuple[object, ...], changes: tuple[str, ...]
) -> None:
    """Nothing else can be said to have changed."""
    assert panel(values=(4, 6), changes=("none", "up")).level_from == 1
    with pytest.raises(ValueError, match="change"):
        panel(values=values, changes=changes)


def test_a_component_has_a_number() -> None:
    """One that was never shown has no panel."""
    with pytest.raises(ValueError, match="without a number"):
        panel(values=(None, None))


# --- areas -----------------------------------------------------------------------------------


def area_row(*parts: Cell, teams: int = 6) -> AreaRow:
    """Return an area with one component."""
    return AreaRow(name="", text="", teams=teams, spreads=(parts,))


def test_an_area_may_show_three_and_three_or_nothing() -> None:
    """The positive control."""
    assert area_row(Cell(1, 5, 3), Cell(6, 7, 3)).teams == 6
    assert area_row(teams=3).spreads == ((),)


@pytest.mark.parametrize(
    ("parts", "teams"),
    [
        pytest.param([Cell(1, 5, 4), Cell(6, 7, 2)], 6, id="a cell of two teams"),
        pytest.param([Cell(1, 7, 6)], 6, id="a single cell"),
        pytest.param([Cell(1, 4, 3), Cell(5, 7, 3)], 6, id="a part of a band"),
        pytest.param([Cell(1, 5, 4), Cell(6, 7, 3)], 6, id="more than there are"),
        pytest.param([], 2, id="an area of two teams"),
    ],
)
def test_an_area_tells_of_no_few_teams(parts: list[Cell], teams: int) -> None:
    """The rules of areas hold in pictures as well."""
    with pytest.raises(ValueError, match=r"cell|teams"):
        area_row(*parts, teams=teams)


def test_an_area_has_as_many_spreads_as_columns() -> None:
    """A row that would be drawn under the wrong heading is refused."""
    chart = area(1)
    with pytest.raises(ValueError, match="column"):
        type(chart).model_validate({**dict(chart), "columns": ("en",)})


def test_every_band_has_a_row_of_its_own_look() -> None:
    """The three bands differ in the picture."""
    drawn = {
        svg(distribution(6).model_copy(update={"rows": (band_row(band=band),)}), "light")
        for band in Band
    }
    assert len(drawn) == 3
