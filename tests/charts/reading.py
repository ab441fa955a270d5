"""Pictures of a round and of a team over time, read back as with a ruler.

Nothing is known here of the charts that they were drawn from: a step of the scale is where its
number stands, and what something says is told by its colour, its shape and its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from xml.etree.ElementTree import Element

from bot.charts.theme import PALETTES
from bot.domain.stats import Change
from tests.charts.drawn import NS, shapes

COLOURS = PALETTES["light"]
SCALE = [str(step) for step in range(1, 8)]
CAPITALS = 0.73
"""The height of the letters, in sizes: the middle of a text is half of it above its foot."""

Steps = tuple[int, int]


@dataclass(frozen=True)
class Band:
    """A question of which only a band is drawn."""

    steps: Steps


@dataclass(frozen=True)
class Spread:
    """A question whose answers are drawn: the cells are their steps and how many dots they hold."""

    median: int
    middle: Steps
    cells: tuple[tuple[int, int, int], ...]


@dataclass(frozen=True)
class Line:
    """A component over time; `level_from` is the first round of the level that is drawn."""

    values: tuple[int | None, ...]
    changes: tuple[Change, ...]
    noise: Steps
    level_from: int


def rows(drawn: str) -> Iterator[Band | Spread]:
    """Yield each question of a round's picture: it ends with the numbers of its scale."""
    row: list[Element] = []
    for shape in shapes(drawn):
        row.append(shape)
        scale = [s for s in row if _middle_text(s)][-len(SCALE) :]
        if [s.text for s in scale] == SCALE and len({s.attrib["y"] for s in scale}) == 1:
            yield _row(row, [float(s.attrib["x"]) for s in scale])
            row = []


def _row(row: Sequence[Element], places: Sequence[float]) -> Band | Spread:
    def steps(box: Element) -> Steps:
        left = float(box.attrib["x"])
        inside = [
            step
            for step, x in enumerate(places, start=1)
            if left < x < left + float(box.attrib["width"])
        ]
        return inside[0], inside[-1]

    plates = [s for s in row if s.attrib["fill"] == COLOURS.plate]
    if not plates:
        (filled,) = (s for s in row if s.tag == f"{NS}rect" and s.attrib["fill"] == COLOURS.mark)
        return Band(steps(filled))
    (bar,) = (s for s in row if s.tag == f"{NS}rect" and s.attrib["fill"] == COLOURS.edge)
    (diamond,) = (s for s in row if s.tag == f"{NS}polygon")
    dots = [s for s in row if s.tag == f"{NS}circle"]
    numbers = [s for s in row if _middle_text(s)]
    cells = []
    for plate in plates:
        inside = sum(_holds(plate, float(s.attrib["cx"]), float(s.attrib["cy"])) for s in dots)
        above = [s for s in numbers if _spans(plate, float(s.attrib["x"]))]
        assert str(inside) == above[0].text
        cells.append((*steps(plate), inside))
    assert sum(count for *_, count in cells) == len(dots)
    middle = _points(diamond)[0][0]
    median = min(range(1, 8), key=lambda step: abs(places[step - 1] - middle))
    assert [s.text for s in numbers if s.attrib["font-weight"] == "600"] == [str(median)]
    return Spread(median, steps(bar), tuple(cells))


def lines(drawn: str) -> Iterator[Line]:
    """Yield each component of a picture over time: it begins with the band of its level."""
    parts: list[list[Element]] = []
    wide = [s for s in shapes(drawn) if s.attrib["fill"] == COLOURS.zone]
    panels = wide[:-1]  # the last explains the others
    zones = {tuple(sorted(s.attrib.items())) for s in panels}
    for shape in shapes(drawn):
        if tuple(sorted(shape.attrib.items())) in zones:
            parts.append([])
        if parts:
            parts[-1].append(shape)
    yield from map(_line, parts)


def _line(panel: Sequence[Element]) -> Line:
    zone = panel[0]
    ends = {s.text: _level(s) for s in panel if _text(s) and s.text in {"1", "7"} and _first(s)}
    step = (ends["1"] - ends["7"]) / 6

    def score(y: float) -> float:
        return 1 + (ends["1"] - y) / step

    marks = [s for s in panel if _middle_text(s) and (s.text or "").isalpha()]
    foot = marks[0].attrib["y"]
    places = [float(s.attrib["x"]) for s in marks if s.attrib["y"] == foot]
    numbers = [s for s in panel if _middle_text(s) and (s.text or "").isdigit()]
    found: dict[float, tuple[int, Change]] = {}
    for shape in panel:
        if shape.tag in {f"{NS}circle", f"{NS}polygon"}:
            x, y, change = _sign(shape)
            if x in places and x not in found:
                found[x] = round(score(y)), change
                assert abs(score(y) - round(score(y))) < 0.1
    said = {float(s.attrib["x"]): int(s.text or "") for s in numbers}
    assert said == {x: value for x, (value, _) in found.items()}
    high, low = (
        score(float(zone.attrib["y"])),
        score(float(zone.attrib["y"]) + float(zone.attrib["height"])),
    )
    return Line(
        tuple(found[x][0] if x in found else None for x in places),
        tuple(found[x][1] if x in found else Change.NONE for x in places),
        (round(low + 0.5), round(high - 0.5)),
        sum(x < float(zone.attrib["x"]) for x in places),
    )


def _sign(shape: Element) -> tuple[float, float, Change]:
    """Return where a sign stands, and what it says."""
    if shape.tag == f"{NS}circle":
        return float(shape.attrib["cx"]), float(shape.attrib["cy"]), Change.NONE
    (x, tip), (right, foot), _ = _points(shape)
    height = right - x  # a triangle is half as wide as from its middle to its tip
    return (x, tip + height, Change.UP) if tip < foot else (x, tip - height, Change.DOWN)


def spread_of_teams(drawn: str, columns: int) -> list[list[int]]:
    """Return the dots in each group of plates of an area's picture, cell by cell, row by row."""
    found = list(shapes(drawn))
    plates = [s for s in found if s.attrib["fill"] == COLOURS.plate]
    dots = [s for s in found if s.tag == f"{NS}circle"]
    room = 390 / columns
    return [
        [
            sum(_holds(plate, float(s.attrib["cx"]), float(s.attrib["cy"])) for s in dots)
            for plate in group
        ]
        for _, group in groupby(
            plates, lambda s: (s.attrib["y"], int(_centre(s) // room))
        )
    ]  # fmt: skip


def numbers(texts: Iterable[str]) -> list[int]:
    """Return all numbers in the texts, in order."""
    return [int(found) for text in texts for found in re.findall(r"\d+", text)]


def _centre(box: Element) -> float:
    return float(box.attrib["x"]) + float(box.attrib["width"]) / 2


def _points(shape: Element) -> list[tuple[float, float]]:
    pairs = (pair.split(",") for pair in shape.attrib["points"].split())
    return [(float(x), float(y)) for x, y in pairs]


def _text(shape: Element) -> bool:
    return shape.tag == f"{NS}text"


def _middle_text(shape: Element) -> bool:
    return _text(shape) and shape.attrib["text-anchor"] == "middle"


def _first(shape: Element) -> bool:
    return shape.attrib["text-anchor"] == "start"


def _level(shape: Element) -> float:
    return float(shape.attrib["y"]) - float(shape.attrib["font-size"]) * CAPITALS / 2


def _spans(box: Element, x: float) -> bool:
    left = float(box.attrib["x"])
    return left < x < left + float(box.attrib["width"])


def _holds(box: Element, x: float, y: float) -> bool:
    top = float(box.attrib["y"])
    return _spans(box, x) and top < y < top + float(box.attrib["height"])
