"""Pictures of results: what they show, in the reader's words. `bot.charts` draws them.

What may not be shown can't be said here: the rules of disclosure are checked when a chart is made,
and again when it is drawn. Every rule raises ValueError. The words are ready-made: `text` says what
a part of the picture shows, so that a picture is never the only way to read a result.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from bot.domain.answers import SCALE
from bot.domain.areas import BAND_TOP, TEAMS_IN_CELL, UNKNOWN_TEAMS
from bot.domain.disclosure import DISTRIBUTION_THRESHOLD, SMALLEST_CELL, Band, Cell
from bot.domain.programme import Component
from bot.domain.round import THRESHOLD
from bot.domain.stats import Change
from bot.views.model.base import View

MOST_ROUNDS = 12
"""So many rounds fit into a trend."""

MOST_ROWS = 12
"""So many areas fit into one picture."""

Score = Annotated[int, Field(ge=SCALE[0], le=SCALE[-1])]
Answered = Annotated[int, Field(ge=THRESHOLD)]


def _parted(cells: Sequence[Cell], smallest: int) -> None:
    """Check that the cells part the whole scale, in order, and that none is too small."""
    edges = [(SCALE[0] - 1, SCALE[0] - 1), *((c.low, c.high) for c in cells)]
    follows = all(low == before + 1 and low <= high for (_, before), (low, high) in pairwise(edges))
    if not follows or edges[-1][1] != SCALE[-1]:
        raise ValueError("the cells do not part the scale")
    if any(cell.count < smallest for cell in cells):
        raise ValueError(f"a cell of fewer than {smallest}")


class Chart(View):
    """What every picture has. `footer` stands below it in small letters."""

    title: str
    subtitle: str = ""
    footer: str = ""


# --- the answers of one round ----------------------------------------------------------------


class ScaleRow(View):
    """One question: its component, what the ends of the scale say, and its numbers in words."""

    name: str
    low: str
    high: str
    text: str


class BandRow(ScaleRow):
    """A question with fewer than ten answers, of which only the band is drawn."""

    kind: Literal["band"] = "band"
    band: Band


class SpreadRow(ScaleRow):
    """A question with ten answers or more: every dot is an answer, somewhere in its cell."""

    kind: Literal["spread"] = "spread"
    median: Score
    middle_low: Score
    middle_high: Score
    cells: tuple[Cell, ...]

    @property
    def answered(self) -> int:
        """How many answered the question."""
        return sum(cell.count for cell in self.cells)

    @model_validator(mode="after")
    def _may_be_shown(self) -> Self:
        _parted(self.cells, SMALLEST_CELL)
        if self.answered < DISTRIBUTION_THRESHOLD:
            raise ValueError(f"a distribution of fewer than {DISTRIBUTION_THRESHOLD}")
        if not self.middle_low <= self.median <= self.middle_high:
            raise ValueError("the median is outside the middle half")
        return self


class DistributionChart(Chart):
    """The answers of one round, question by question.

    `dot`, `middle` and `median` explain the signs ("ett svar", "hälften av svaren", "mittersta
    svaret"), `spread` the counts in the alternative text ("Antal svar").
    """

    type: Literal["distribution"] = "distribution"
    answered: Answered
    rows: Annotated[
        tuple[Annotated[BandRow | SpreadRow, Field(discriminator="kind")], ...],
        Field(min_length=1, max_length=len(Component)),
    ]
    dot: str
    middle: str
    median: str
    spread: str

    @model_validator(mode="after")
    def _of_this_round(self) -> Self:
        if any(isinstance(r, SpreadRow) and r.answered > self.answered for r in self.rows):
            raise ValueError("more answers to a question than in the round")
        return self


# --- one team over time ----------------------------------------------------------------------


class TrendRound(View):
    """One round of a trend. `mark` is a few letters ("3"); `answered` is None for too few."""

    mark: str
    title: str
    date: str
    answered: Answered | None


class TrendPanel(View):
    """The medians of one component, None where there is none, and which of them are changes.

    `changes` says of each round how it differs from the level before it. `noise_low` to
    `noise_high` is where medians of the present level lie, which began with the latest change.
    """

    name: str
    values: tuple[Score | None, ...]
    changes: tuple[Change, ...]
    noise_low: Score
    noise_high: Score

    @property
    def level_from(self) -> int:
        """The index of the round with which the present level began."""
        changed = [i for i, change in enumerate(self.changes) if change is not Change.NONE]
        return changed[-1] if changed else 0

    @model_validator(mode="after")
    def _sound(self) -> Self:
        if self.noise_low > self.noise_high:
            raise ValueError("the noise ends before it begins")
        if len(self.changes) != len(self.values):
            raise ValueError("not a change, or none, for each value")
        earlier = None
        for value, change in zip(self.values, self.changes, strict=True):
            if change is not Change.NONE and (value is None or earlier is None):
                raise ValueError("a change of nothing")
            earlier = earlier if value is None else value
        if earlier is None:
            raise ValueError("a component without a number")
        return self


class TrendChart(Chart):
    """The medians of a team, dialogue by dialogue.

    `steady` ("ingen säker förändring"), `up` ("säkert högre") and `down` explain the three signs
    and are said of each component by its changes; `noise` explains the band, `missing` a round
    without a number ("för få svar").
    """

    type: Literal["trend"] = "trend"
    rounds: Annotated[tuple[TrendRound, ...], Field(min_length=2, max_length=MOST_ROUNDS)]
    panels: Annotated[tuple[TrendPanel, ...], Field(min_length=1, max_length=len(Component))]
    steady: str
    up: str
    down: str
    noise: str
    missing: str

    @model_validator(mode="after")
    def _may_be_shown(self) -> Self:
        for panel in self.panels:
            if len(panel.values) != len(self.rounds):
                raise ValueError("not one value, or None, for each round")
            pairs = zip(self.rounds, panel.values, strict=True)
            if any(round.answered is None and value is not None for round, value in pairs):
                raise ValueError("a number of a round with too few answers")
        return self


# --- several areas ---------------------------------------------------------------------------


class AreaRow(View):
    """One area: how many teams have their median where on the scale, component by component.

    A component without cells has no spread that may be shown.
    """

    name: str
    text: str
    teams: Annotated[int, Field(gt=UNKNOWN_TEAMS)]
    spreads: tuple[tuple[Cell, ...], ...]

    @model_validator(mode="after")
    def _may_be_shown(self) -> Self:
        for cells in filter(None, self.spreads):
            _parted(cells, TEAMS_IN_CELL)
            if len(cells) == 1:
                raise ValueError("a single cell says nothing")
            if not {cell.high for cell in cells} <= set(BAND_TOP.values()):
                raise ValueError("a cell that is not of whole bands")
            if sum(cell.count for cell in cells) > self.teams:
                raise ValueError("more teams in the cells than in the area")
        return self


class AreaChart(Chart):
    """Several areas, a row each, with a column for each component.

    `bands` are the words for low, middle and high; `dot` explains a dot ("ett team"), `hidden`
    stands where no spread may be shown ("visas inte").
    """

    type: Literal["area"] = "area"
    columns: Annotated[tuple[str, ...], Field(min_length=1, max_length=len(Component))]
    bands: tuple[str, str, str]
    rows: Annotated[tuple[AreaRow, ...], Field(min_length=1, max_length=MOST_ROWS)]
    dot: str
    hidden: str

    @model_validator(mode="after")
    def _columns(self) -> Self:
        if any(len(row.spreads) != len(self.columns) for row in self.rows):
            raise ValueError("not one spread for each column")
        return self


ChartView = DistributionChart | TrendChart | AreaChart
"""What can be drawn."""
