"""Pictures can be read: by their colours and, without them, by their signs."""

from __future__ import annotations

import re

import pytest

from bot.charts import Theme, svg
from bot.charts.theme import PALETTES
from tests.charts.drawn import NS, THEMES, rgb, shapes, texts
from tests.charts.samples import distribution, trend


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of WCAG 2.1, 1–21."""

    def luminance(colour: str) -> float:
        shares = [part / 255 for part in rgb(colour)]
        parts = [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_contrast_is_computed_right() -> None:
    """Black on white is 21; the grey that just passes is known."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("theme", THEMES)
def test_contrasts(theme: Theme) -> None:
    """4.5:1 for text and 3:1 for what says something, on everything that lies behind it."""
    palette = PALETTES[theme]
    for text in (palette.ink, palette.muted):
        assert contrast(text, palette.ground) >= 4.5
    for sign in (palette.mark, palette.accent, palette.edge):
        for behind in (palette.ground, palette.plate, palette.zone):
            assert contrast(sign, behind) >= 3


OKABE_ITO = {
    "#000000", "#e69f00", "#56b4e9", "#009e73", "#f0e442", "#0072b2", "#d55e00", "#cc79a7",
}  # fmt: skip


def test_hues_are_those_that_colour_blind_people_tell_apart() -> None:
    """Colours with a hue are of the palette of Okabe and Ito; the others are near grey."""
    for palette in PALETTES.values():
        assert {palette.mark, palette.accent} <= OKABE_ITO
        for name in ("ground", "plate", "zone", "ink", "muted", "edge", "faint"):
            colour = rgb(getattr(palette, name))
            assert max(colour) - min(colour) <= 32


def test_a_change_has_a_shape_of_its_own_and_a_bold_number() -> None:
    """Without any colour the changes can be told from the rest, and up from down."""
    drawn = svg(trend(12), "light")
    up, down = 0, 0
    for shape in shapes(drawn):
        if shape.tag == f"{NS}polygon":
            _, top, _, foot, *_ = map(float, re.findall(r"[\d.]+", shape.attrib["points"]))
            up, down = (up + 1, down) if top < foot else (up, down + 1)
    assert (up, down) == (2 + 1, 1 + 1)  # one more of each explains them
    values = [t for t in texts(drawn) if t.attrib["text-anchor"] == "middle"]
    bold = [t.text for t in values if t.attrib["font-weight"] == "600"]
    assert bold == ["6", "2", "5"]


def test_what_is_said_of_a_component_is_what_is_drawn() -> None:
    """The rounds with changes are named, by the marks below them; the others have none."""
    said = [text.text for text in texts(svg(trend(12), "light"))]
    assert {"ingen säker förändring", "säkert högre: 7", "säkert högre: 9, säkert lägre: 6"} <= {
        *said
    }


def test_the_noise_begins_with_the_present_level() -> None:
    """What lay before the latest change is not measured by the noise of today."""
    zone = PALETTES["light"].zone
    found = [s for s in shapes(svg(trend(12), "light")) if s.attrib["fill"] == zone]
    begins = [float(s.attrib["x"]) for s in found][:3]
    assert begins == sorted(begins)
    assert len(set(begins)) == 3


def test_signs_that_are_not_there_are_not_explained() -> None:
    """A trend without changes and gaps speaks of neither."""
    quiet = [text.text for text in texts(svg(trend(4, gap=False), "light"))]
    assert "ingen säker förändring" in quiet
    assert not {"säkert högre", "säkert lägre", "för få svar"} & set(quiet)


def test_too_many_dots_become_columns() -> None:
    """Two hundred answers are dots; two thousand are columns, which no sign explains."""
    assert svg(distribution(200), "light").count("<circle") == 3 * 200 + 1
    assert svg(distribution(2000), "light").count("<circle") == 0
