"""Plates with dots: how large the dots can be, and where they lie."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import ceil

from bot.charts.canvas import Canvas

PITCHES = tuple(p / 2 for p in range(28, 7, -1))
"""From dot to dot: 14 units, or less where they are many; the last, 4 units, can still be seen."""

DOT = 0.4
"""The radius of a dot, as a share of the distance from dot to dot."""

PADDING = 6
"""Between the edges of a plate and its dots, both sides together."""


@dataclass(frozen=True)
class Span:
    """So many dots from here to there on a line."""

    count: int
    begin: float
    end: float

    @property
    def room(self) -> float:
        """How wide it is."""
        return self.end - self.begin

    @property
    def middle(self) -> float:
        """Where its middle is."""
        return (self.begin + self.end) / 2

    def across(self, step: float) -> int:
        """How many dots stand beside each other."""
        return int((self.room - PADDING) // step)

    def tall(self, step: float) -> float:
        """How tall a plate must be for all dots."""
        return ceil(self.count / self.across(step)) * step + PADDING


@dataclass(frozen=True)
class Plates:
    """How all plates of a picture are drawn: their height, and the distance from dot to dot.

    `step` is zero when there are too many dots for any.
    """

    height: float
    step: float

    @classmethod
    def of(cls, spans: Iterable[Span], most: float) -> Plates:
        """Return plates not taller than `most`, with dots as large as possible."""
        every = list(spans)
        for step in PITCHES:
            height = max((span.tall(step) for span in every), default=0)
            if height <= most:
                return cls(height, step)
        return cls(most, 0)

    @property
    def radius(self) -> float:
        """The radius of a dot."""
        return self.step * DOT

    def draw(self, canvas: Canvas, spans: list[Span], top: float) -> None:
        """Draw each span as a plate with its dots or, where they are too many, as a column."""
        colours, foot = canvas.palette, top + self.height
        densest = max(span.count / span.room for span in spans)
        for span in spans:
            canvas.rect(span.begin, top, (span.room, self.height), colours.plate)
            if self.step:
                for x, y in packed(span, self.step):
                    canvas.dot(x, foot - y, self.radius, colours.mark)
            else:
                tall = (self.height - PADDING) * span.count / span.room / densest
                canvas.rect(span.begin, foot - tall, (span.room, tall), colours.mark)


def packed(span: Span, step: float) -> Iterator[tuple[float, float]]:
    """Yield where dots are: from the left of the picture, and above the foot of their plate.

    They fill it from below, so their places tell nothing but how many they are.
    """
    across = span.across(step)
    for row in range(ceil(span.count / across)):
        here = min(across, span.count - row * across)
        for place in range(here):
            yield span.middle + (place - (here - 1) / 2) * step, PADDING / 2 + (row + 0.5) * step
