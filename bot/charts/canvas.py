"""A small SVG: shapes and texts, and nothing that names, links or loads anything."""

from __future__ import annotations

from typing import Literal
from xml.etree.ElementTree import Element, SubElement, tostring

from bot.charts.theme import MARGIN, WIDTH, Palette
from bot.charts.words import FAMILY

Anchor = Literal["start", "middle", "end"]


class Canvas:
    """What is drawn, from above: `y` is where the next part begins, in units."""

    def __init__(self, palette: Palette) -> None:
        self.palette = palette
        self.y = float(MARGIN)
        self._root = Element("svg", {"xmlns": "http://www.w3.org/2000/svg"})
        self._ground = SubElement(self._root, "rect", {"fill": palette.ground})

    @property
    def height(self) -> int:
        """The height of what has been drawn so far, with its margin."""
        return round(self.y) + MARGIN

    def svg(self) -> str:
        """Return the whole picture."""
        size = {"width": str(WIDTH), "height": str(self.height)}
        self._root.attrib |= size | {"viewBox": f"0 0 {WIDTH} {self.height}"}
        self._ground.attrib |= size
        return tostring(self._root, encoding="unicode")

    def rect(
        self, x: float, y: float, size: tuple[float, float], fill: str, radius: float = 4
    ) -> None:
        """Draw a filled box with round corners."""
        self._add("rect", fill, x=x, y=y, width=size[0], height=size[1], rx=radius)

    def frame(self, x: float, y: float, size: tuple[float, float], stroke: str) -> None:
        """Draw the outline of a box, inside of its edges."""
        w, h = size
        shape = {"x": x + 0.75, "y": y + 0.75, "width": w - 1.5, "height": h - 1.5, "rx": 4.0}
        self._add("rect", "none", stroke, **shape)

    def dot(self, x: float, y: float, radius: float, fill: str) -> None:
        """Draw a dot around a point."""
        self._add("circle", fill, cx=x, cy=y, r=radius)

    def ring(self, x: float, y: float, radius: float, stroke: str) -> None:
        """Draw a hollow dot, through which no line is seen."""
        self._add("circle", self.palette.ground, stroke, 2, cx=x, cy=y, r=radius)

    def diamond(self, x: float, y: float, radius: float, fill: str) -> None:
        """Draw a diamond."""
        self._polygon([(x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y)], fill)

    def triangle(self, x: float, y: float, radius: float, fill: str) -> None:
        """Draw a triangle that points up or, with a negative radius, down."""
        wide, foot = abs(radius), y + radius * 0.75
        self._polygon([(x, y - radius), (x + wide, foot), (x - wide, foot)], fill)

    def _polygon(self, corners: list[tuple[float, float]], fill: str) -> None:
        """Draw a shape with a rim that sets it off from what lies under it."""
        points = " ".join(f"{_number(x)},{_number(y)}" for x, y in corners)
        rim = {"stroke": self.palette.ground, "stroke-width": "2", "paint-order": "stroke"}
        SubElement(self._root, "polygon", {"points": points, "fill": fill, **rim})

    def line(
        self, start: tuple[float, float], end: tuple[float, float], stroke: str, thick: float = 1
    ) -> None:
        """Draw a straight line."""
        (x1, y1), (x2, y2) = start, end
        self._add("line", "none", stroke, thick, x1=x1, y1=y1, x2=x2, y2=y2)

    def text(
        self,
        x: float,
        y: float,
        words: str,
        size: float,
        *,
        bold: bool = False,
        fill: str = "",
        anchor: Anchor = "start",
    ) -> None:
        """Write one line with its foot at `y`. The words must be drawable."""
        attributes = {
            "x": _number(x),
            "y": _number(y),
            "font-family": FAMILY,
            "font-size": _number(size),
            "font-weight": "600" if bold else "400",
            "text-anchor": anchor,
            "fill": fill or self.palette.ink,
        }
        SubElement(self._root, "text", attributes).text = words

    def _add(self, tag: str, fill: str, stroke: str = "", thick: float = 1.5, **at: float) -> None:
        attributes = {name: _number(value) for name, value in at.items()} | {"fill": fill}
        if stroke:
            attributes |= {"stroke": stroke, "stroke-width": _number(thick)}
        SubElement(self._root, tag, attributes)


def _number(value: float) -> str:
    """Return a number in hundredths of a unit, the same on every machine."""
    return f"{round(value, 2):g}"
