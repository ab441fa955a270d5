"""What is in a drawn picture, and charts with any words, for the tests."""

from __future__ import annotations

import io
from collections.abc import Iterator
from enum import StrEnum
from xml.etree import ElementTree as ET

from hypothesis import strategies as st
from PIL import Image

from bot.charts import Picture, Theme
from bot.views.model.charts import ChartView
from tests.charts.samples import HOSTILE, LONG, area, distribution, trend

NS = "{http://www.w3.org/2000/svg}"
THEMES: tuple[Theme, Theme] = ("light", "dark")
WORDS = st.one_of(st.text(max_size=90), st.sampled_from([HOSTILE, LONG, "", "🌱", "W" * 99]))

SOME = st.sampled_from([distribution(6), distribution(14), trend(3), trend(12), area(3)])


def shapes(drawn: str) -> Iterator[ET.Element]:
    """Yield everything in the picture."""
    yield from ET.fromstring(drawn)


def texts(drawn: str) -> list[ET.Element]:
    """Return the texts in the picture."""
    return [shape for shape in shapes(drawn) if shape.tag == f"{NS}text"]


def image(picture: Picture) -> Image.Image:
    """Return the picture, decoded."""
    return Image.open(io.BytesIO(picture.png)).convert("RGB")


def rgb(colour: str) -> tuple[int, ...]:
    """Return red, green and blue (0–255)."""
    return tuple(bytes.fromhex(colour[1:]))


def worded(chart: ChartView, said: str) -> ChartView:
    """Return the chart with other words everywhere."""
    return type(chart).model_validate(_worded(chart.model_dump(), said))


def _worded(value: object, said: str) -> object:
    if isinstance(value, dict):
        fixed = {"type", "kind"}
        return {k: v if k in fixed else _worded(v, said) for k, v in value.items()}
    if isinstance(value, tuple | list):
        return tuple(_worded(item, said) for item in value)
    return said if isinstance(value, str) and not isinstance(value, StrEnum) else value
