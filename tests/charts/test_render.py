"""What is drawn: golden files, pixels, and safety whatever the words are."""

from __future__ import annotations

import os
import re
import struct
import subprocess
import sys
from dataclasses import fields
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given

from bot.charts import Theme, alt_text, picture, render, svg
from bot.charts.picture import FONT_FILES
from bot.charts.theme import PALETTES, SCALE_UP, WIDTH
from bot.charts.words import FONTS, width
from bot.domain.programme import Component
from bot.locales import LANGUAGES, words
from bot.views.model.charts import ChartView
from tests.charts.drawn import NS, SOME, THEMES, WORDS, image, rgb, shapes, texts, worded
from tests.charts.results import RESULTS
from tests.charts.samples import CHARTS, HOSTILE, area, distribution
from tests.goldens import FOLDER, assert_golden

SHAPES = {"rect", "circle", "line", "polygon", "text"}
ATTRIBUTES = {
    "x", "y", "width", "height", "rx", "cx", "cy", "r", "x1", "y1", "x2", "y2", "points", "fill",
    "stroke", "stroke-width", "paint-order", "font-family", "font-size", "font-weight",
    "text-anchor",
}  # fmt: skip
DRAWN = CHARTS | RESULTS
PHONE = 310
"""The pixels across of a picture in a message, on a phone of 390."""


# --- golden files ----------------------------------------------------------------------------


@pytest.mark.parametrize("name", DRAWN)
def test_golden(name: str, *, update_golden: bool) -> None:
    """Each picture is as it was when it was looked at, in light colours."""
    path = FOLDER / "charts" / f"{name}.svg"
    drawn = svg(DRAWN[name], "light").replace("><", ">\n<") + "\n"
    if update_golden:
        path.write_text(drawn, encoding="utf-8")
    assert path.exists(), f"{path.name} is missing: run pytest --update-golden"
    assert drawn == path.read_text(encoding="utf-8")


def test_golden_words(*, update_golden: bool) -> None:
    """So are the words."""
    told = {name: alt_text(chart).split("\n") for name, chart in DRAWN.items()}
    assert_golden("charts/words", told, update=update_golden)


def test_dark_differs_by_its_colours_alone() -> None:
    """Both themes have the same shapes and words."""
    pairs = {
        getattr(PALETTES["dark"], field.name): getattr(PALETTES["light"], field.name)
        for field in fields(PALETTES["dark"])
    }
    for chart in DRAWN.values():
        dark = re.sub("#[0-9a-f]{6}", lambda found: pairs[found[0]], svg(chart, "dark"))
        assert dark == svg(chart, "light")


# --- pixels ----------------------------------------------------------------------------------


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", ["distribution-6", "distribution-14", "trend-4", "area-1"])
def test_png(name: str, theme: Theme) -> None:
    """The picture has the size that it says, two pixels a unit, and its colours."""
    picture = render(CHARTS[name], theme)
    drawn, palette = image(picture), PALETTES[theme]
    assert drawn.size == (picture.width, picture.height)
    assert picture.width == WIDTH * SCALE_UP == 780
    colours = {colour for _, colour in drawn.getcolors(1 << 20) or ()}
    assert {rgb(palette.ground), rgb(palette.mark), rgb(palette.ink)} <= colours
    corners = [drawn.getpixel((x, y)) for x in (0, 779) for y in (0, picture.height - 1)]
    assert set(corners) == {rgb(palette.ground)}


def test_dots_and_median_stand_where_the_svg_says() -> None:
    """The middle of every dot has the dots' colour, that of every diamond the accent's."""
    chart = CHARTS["distribution-14"]
    picture, palette = image(render(chart, "light")), PALETTES["light"]
    dots = 0
    for shape in shapes(svg(chart, "light")):
        if shape.tag == f"{NS}circle":
            dots += 1
            at = (round(SCALE_UP * float(shape.attrib[name])) for name in ("cx", "cy"))
            assert picture.getpixel((next(at), next(at))) == rgb(palette.mark)
        elif shape.tag == f"{NS}polygon":
            x, y, *_ = map(float, re.findall(r"[\d.]+", shape.attrib["points"]))
            at_tip = round(SCALE_UP * x), round(SCALE_UP * (y + 4))
            assert picture.getpixel(at_tip) == rgb(palette.accent)
    assert dots == 3 * 14 + 1


def test_the_same_chart_gives_the_same_bytes() -> None:
    """Also in another process, with other fonts and settings around it."""
    code = (
        "from tests.charts.samples import CHARTS; from bot.charts import render; import sys;"
        "sys.stdout.buffer.write(render(CHARTS['trend-12'], 'dark').png)"
    )
    environ = {"PATH": os.defpath, "LANG": "tr_TR.UTF-8", "PYTHONHASHSEED": "7", "HOME": "/"}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environ, capture_output=True, check=True, timeout=60,
        cwd=Path(__file__).parents[2],
    )  # fmt: skip
    assert done.stdout == render(CHARTS["trend-12"], "dark").png


def test_letters_come_from_our_fonts_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without our files nothing is written: no other font is looked for."""
    chart = CHARTS["distribution-6"]
    written = render(chart, "light").png
    monkeypatch.setattr(picture, "FONT_FILES", [])
    without = re.sub("<text.*?</text>", "", svg(chart, "light"))
    drawn = render(chart, "light")
    bare = picture.png(without, (drawn.width, drawn.height))
    assert drawn.png == bare != written


def test_the_fonts_are_small_and_may_be_passed_on() -> None:
    """Two weights, their licence beside them."""
    assert len(FONT_FILES) == 2
    assert all(Path(file).stat().st_size < 100_000 for file in FONT_FILES)
    assert "SIL OPEN FONT LICENSE" in (FONTS / "OFL.txt").read_text(encoding="utf-8")


def test_no_metadata() -> None:
    """The file holds the picture and nothing else: no names, times or texts."""
    png = render(CHARTS["area-1"], "light").png
    found, at = [], 8
    while at < len(png):
        (length,) = struct.unpack_from(">I", png, at)
        found.append(png[at + 4 : at + 8])
        at += 12 + length
    assert (set(found), at) == ({b"IHDR", b"IDAT", b"IEND"}, len(png))


# --- safe and readable, whatever the words are -----------------------------------------------


@given(SOME, WORDS)
def test_words_are_only_words(chart: ChartView, said: str) -> None:
    """Whatever is written, the picture is sound XML of plain shapes that load and name nothing."""
    drawn = svg(worded(chart, said), "light")
    for shape in shapes(drawn):
        assert shape.tag.removeprefix(NS) in SHAPES
        assert set(shape.attrib) <= ATTRIBUTES
        assert not list(shape)
        assert "url" not in " ".join(shape.attrib.values())
    assert "<!" not in drawn
    assert "<?" not in drawn


def test_the_hostile_words_would_do_harm_unescaped() -> None:
    """The positive control: put in as they are, they are no longer words."""
    drawn = svg(worded(distribution(6), "HERE"), "light").replace("HERE", "</text><image/>")
    with pytest.raises(ET.ParseError):
        ET.fromstring(drawn)


def test_hostile_words_can_be_drawn() -> None:
    """The picture is made, and what the words spoke of is not in it."""
    picture = render(worded(area(1), HOSTILE), "dark")
    assert image(picture).size == (picture.width, picture.height)


@given(SOME, WORDS)
def test_texts_stay_inside(chart: ChartView, said: str) -> None:
    """No text leaves the picture, and none is smaller than 10 pixels in a message on a phone."""
    drawn = svg(worded(chart, said), "light")
    height = float(ET.fromstring(drawn).attrib["height"])
    for text in texts(drawn):
        size = float(text.attrib["font-size"])
        wide = width(text.text or "", size, bold=text.attrib["font-weight"] == "600")
        shift = {"start": 0.0, "middle": 0.5, "end": 1.0}[text.attrib["text-anchor"]]
        left = float(text.attrib["x"]) - shift * wide
        assert 0 <= left <= left + wide <= WIDTH
        assert size <= float(text.attrib["y"]) + size * 0.3 <= height
        assert size * PHONE / WIDTH >= 10


def test_component_names_are_whole_in_an_area() -> None:
    """In both languages; beside each other they have the least room."""
    names = [words(language)(f"component-{c}") for language in LANGUAGES for c in Component]
    for name in names:
        chart = area(1).model_copy(update={"columns": (name,) * len(Component)})
        drawn = [text.text for text in texts(svg(chart, "light"))]
        assert drawn.count(name) == len(Component), name


@pytest.mark.parametrize("name", DRAWN)
def test_texts_do_not_lie_on_each_other(name: str) -> None:
    """In the samples, with words of usual and of great length, every text has its own place."""
    boxes: list[tuple[float, float, float, float, str]] = []
    for text in texts(svg(DRAWN[name], "light")):
        size, y = float(text.attrib["font-size"]), float(text.attrib["y"])
        wide = width(text.text or "", size, bold=text.attrib["font-weight"] == "600")
        shift = {"start": 0.0, "middle": 0.5, "end": 1.0}[text.attrib["text-anchor"]]
        left = float(text.attrib["x"]) - shift * wide
        box = left, left + wide, y - size * 0.73, y + size * 0.1, text.text or ""
        for other in boxes:
            apart = (
                box[1] <= other[0] or other[1] <= box[0] or box[3] <= other[2] or other[3] <= box[2]
            )
            assert apart, f"{box[4]} lies on {other[4]}"
        boxes.append(box)
