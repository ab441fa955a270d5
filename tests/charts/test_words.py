"""Texts in pictures: what can be drawn, and where lines break."""

from __future__ import annotations

import io
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from bot.charts.picture import png
from bot.charts.words import FAMILY, drawable, fit, plain, width, wrap
from tests.charts.samples import LONG

ROOM, SIZE = 100.0, 13.0
SHEET = (900, 40)


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("åäö ÅÄÖ é – ”citat” …", "åäö ÅÄÖ é – ”citat” …"),
        ("a\u0308", "ä"),
        ("  två\n rader\t", "två rader"),
        ("🌱 Start 👩‍👩‍👧", "Start"),
        ("Привет", "□□□□□□"),
        ("ﬁn", "fin"),
        ("\u202eback\u202c\x00\x1b[0m", "back[0m"),
        ("av\u00adstav\u200bning", "avstavning"),
        ("", ""),
    ],
)
def test_drawable(text: str, drawn: str) -> None:
    """What the fonts lack is told from what was never there to be seen."""
    assert drawable(text) == drawn


@given(st.text())
def test_whatever_is_written_can_be_measured(text: str) -> None:
    """Every text becomes letters of the fonts, once and for all."""
    drawn = drawable(text)
    assert width(drawn, SIZE) >= 0
    assert drawable(drawn) == drawn
    assert plain(plain(text)) == plain(text)


@given(st.text(max_size=120), st.integers(1, 4), st.booleans())
def test_lines_fit(text: str, lines: int, bold: bool) -> None:
    """No line is wider than its room, and there are not more than asked for."""
    rows = wrap(text, ROOM, SIZE, lines, bold=bold)
    assert len(rows) <= lines
    assert all(width(row, SIZE, bold=bold) <= ROOM for row in rows)
    assert all(rows)


@given(st.text(alphabet="abc åäö", max_size=60))
def test_nothing_is_lost_while_there_is_room(text: str) -> None:
    """Without the hyphens and breaks, the lines are the text."""
    rows = wrap(text, ROOM, SIZE, 99)
    joined = "".join(row.removesuffix("-") if row.endswith("-") else row + " " for row in rows)
    assert joined.split() == drawable(text).split()


def test_long_words() -> None:
    """A word wider than a line is broken with a hyphen; the last line says … for the rest."""
    rows = wrap(LONG, 160, SIZE, 2)
    assert rows[0].endswith("-")
    assert rows[1].endswith("…")
    assert fit(LONG, 160, SIZE).endswith("…")
    assert fit("Kort", 160, SIZE) == "Kort"


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("text", ["Meningsfullhet ÅÄÖ", "Vad Tova vet: 1–7, 14 %", LONG, "åäöÅÄÖ"])
def test_what_is_measured_is_what_is_drawn(text: str, bold: bool) -> None:
    """The widths beside the fonts are those by which the texts are drawn."""
    markup = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{SHEET[0]}" height="{SHEET[1]}">'
        f'<text x="10" y="25" font-family="{FAMILY}" font-size="20" '
        f'font-weight="{600 if bold else 400}">'
        f"{escape(text)}</text></svg>"
    )
    box = Image.open(io.BytesIO(png(markup, SHEET, zoom=1))).getbbox()
    assert box is not None
    # Kerning brings letters together, by a few per cent; nothing is wider than measured.
    measured = width(text, 20, bold=bold)
    assert 0.95 * measured - 2 <= box[2] - box[0] <= measured + 1
