"""Make the fonts of the pictures anew: `python -m scripts.chart_fonts DIRECTORY`.

DIRECTORY holds Inter's Inter-Regular.otf and Inter-SemiBold.otf (Debian: fonts-inter). Of each, the
Latin letters and some signs are kept, and beside them how wide each is, by which texts are broken
into lines. The same fonts give the same bytes.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter, load_font, save_font

TO = Path("bot/charts/fonts")
WEIGHTS = ("Regular", "SemiBold")
LETTERS = (
    *range(0x20, 0x7F),
    *range(0xA0, 0x180),  # with accents: all of Europe's Latin letters
    *range(0x1E00, 0x1F00),  # and Vietnamese
    *range(0x2010, 0x2027),  # dashes, quotes, …
    *(0x2030, 0x2032, 0x2033, 0x2039, 0x203A, 0x20AC, 0x2212, 0x2248, 0x2260, 0x2264, 0x2265),
    *range(0x2190, 0x2194),  # arrows
    0x25A1,  # □ stands for a letter that is not here
)


def make(source: Path, to: Path) -> None:
    """Write the subsets of both weights and their widths."""
    options = Options(layout_features=["kern"], hinting=False, desubroutinize=True, name_IDs=["*"])
    widths: dict[str, dict[str, int]] = {}
    for weight in WEIGHTS:
        font = load_font(str(source / f"Inter-{weight}.otf"), options)
        font.recalcTimestamp = False
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=LETTERS)
        subsetter.subset(font)
        save_font(font, str(to / f"Inter-{weight}.otf"), options)
        scale = 1000 / font["head"].unitsPerEm
        widths[weight] = {
            chr(code): round(font["hmtx"][name][0] * scale)
            for code, name in sorted(font.getBestCmap().items())
        }
    text = json.dumps(widths, ensure_ascii=False, indent=0)
    (to / "widths.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    make(Path(sys.argv[1]), TO)
