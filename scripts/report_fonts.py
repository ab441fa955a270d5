"""Make the fonts of the report anew: `python -m scripts.report_fonts DIRECTORY FILE`.

DIRECTORY holds Inter's Inter-Regular.otf and Inter-SemiBold.otf (Debian: fonts-inter). FILE is Noto
Emoji, Regular, whole, without colours (noto-emoji-emoji-400-normal.woff of the npm package
@fontsource/noto-emoji); of it are kept the signs that stand for themselves.

Letters get outlines as TrueType has them: what writes the PDF embeds any others under a false name,
and a program that prints may refuse them. The same fonts give the same bytes.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter, load_font, save_font
from fontTools.ttLib import TTFont

from scripts import chart_fonts

TO = Path("bot/exports/fonts")
EMOJI = "NotoEmoji-Regular.ttf"

LETTERS = {
    *chart_fonts.LETTERS,
    *range(0x370, 0x530),  # Greek and Cyrillic, as some write to each other
    *range(0x2070, 0x2C00),  # signs: numbers, arrows, ticks, stars
}
JOINING = {0x200D, 0x20E3, 0xFE0E, 0xFE0F, *range(0xE0020, 0xE0080)}
"""What only makes another sign of the one before it: alone it is nothing to look at."""

ASCII = 0x7F
CLOSE = 1.0
"""How far an outline may move, in units of a font that has two thousand or more."""


def make(letters: Path, emoji: Path, to: Path) -> None:
    """Write both weights of the letters, and the pictograms."""
    for weight in chart_fonts.WEIGHTS:
        font = _cut(letters / f"Inter-{weight}.otf", LETTERS.__contains__)
        _in_quadratics(font)
        save_font(font, str(to / f"Inter-{weight}.ttf"), _options())
    signs = _cut(emoji, lambda code: code > ASCII and code not in JOINING)
    save_font(signs, str(to / EMOJI), _options())


def _options() -> Options:
    return Options(
        layout_features=[],
        drop_tables=["GDEF", "GPOS", "GSUB", "STAT", "gasp", "vhea", "vmtx"],
        hinting=False,
        name_IDs=["*"],
        recalc_bounds=True,
    )


def _cut(file: Path, wanted: Callable[[int], bool]) -> TTFont:
    font = load_font(str(file), _options())
    font.recalcTimestamp = False
    subsetter = Subsetter(_options())
    subsetter.populate(unicodes=filter(wanted, font.getBestCmap()))
    subsetter.subset(font)
    return font


def _in_quadratics(font: TTFont) -> None:
    """Replace the outlines by those of TrueType."""
    drawn = font.getGlyphSet()
    outlines = {}
    for name in font.getGlyphOrder():
        pen = TTGlyphPen(None)
        drawn[name].draw(Cu2QuPen(pen, CLOSE, reverse_direction=True))
        outlines[name] = pen.glyph()
    del font["CFF "]
    builder = FontBuilder(font=font)
    builder.isTTF = True
    builder.setupGlyf(outlines)
    builder.setupMaxp()
    font.sfntVersion = "\x00\x01\x00\x00"


if __name__ == "__main__":
    make(Path(sys.argv[1]), Path(sys.argv[2]), TO)
