"""Pages to write on: texts, columns, and pictures beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from itertools import chain
from operator import itemgetter
from typing import Final, cast

from fpdf import FPDF
from fpdf.enums import MethodReturnValue, XPos, YPos
from fpdf.fonts import TTFFont

from bot.charts import render
from bot.charts.words import FAMILY, UNKNOWN
from bot.exports.book import MADE
from bot.exports.lines import HEADING, SMALL, TITLE, Chunk, Line
from bot.exports.signs import FONTS, LETTERS, PICTOGRAMS, printable
from bot.locales import Words
from bot.views.model.charts import ChartView

MARGIN: Final = 15.0
"""Millimetres of white to the left and right, as all lengths here."""

TOP, BOTTOM, FOOT = 13.0, 14.0, 7.5
"""The white above and below what is written, and below the page's number."""

PICTURE, GAP = 70.0, 6.0
"""How wide a picture is, and how far texts stay away from it and from those in the next column."""

LEADING: Final = 0.43
"""From one line to the next, in millimetres for each point."""

ABOVE, BELOW = 2.5, 0.5
"""The white above and below a heading."""

GREY: Final = 90
EMOJI: Final = "notoemoji"


class Paper(FPDF):
    """A document in the family of the pictures, and pictograms of the same ink.

    A page on which a sign had to be replaced says so at its foot.
    """

    def __init__(self, w: Words) -> None:
        """Begin without a page."""
        super().__init__(format="A4")
        self.words = w
        self._about = ""
        self._replaced = False
        self.set_creation_date(MADE)
        self.set_producer("aptbot")
        self.set_margins(MARGIN, TOP)
        self.set_auto_page_break(auto=True, margin=BOTTOM)
        for style, file in LETTERS.items():
            self.add_font(FAMILY, "B" if style else "", FONTS / file)
        self.add_font(EMOJI, "", FONTS / PICTOGRAMS)
        self.set_fallback_fonts([EMOJI], exact_match=False)
        self._known = frozenset(
            chr(code) for font in self.fonts.values() for code in cast(TTFFont, font).cmap
        )

    def section(self, title: str) -> None:
        """Begin on a new page, under a title that further pages repeat."""
        self._about = ""
        self.add_page()
        self.write_line(Line(title, TITLE, bold=True))
        self._about = title

    def header(self) -> None:
        """Say what goes on; called by the library at each page's beginning."""
        if self._about:
            self._at_edge(self._about)
            self.ln(ABOVE)

    def footer(self) -> None:
        """Write the number of the page; called by the library at each page's end."""
        self.set_y(-FOOT - SMALL * LEADING)
        w = self.words
        said = [w("report-page", page=self.page_no())]
        if self._replaced:
            said.append(w("report-replaced", sign=UNKNOWN))
        self._at_edge(" · ".join(said))
        self._replaced = False

    def _at_edge(self, text: str) -> None:
        """Write in the width of the page, however narrow the column is in which it ended."""
        self.set_x(MARGIN)
        self._ink(Line(text, SMALL, grey=True))
        self.multi_cell(
            self.w - 2 * MARGIN, SMALL * LEADING, printable(text, self._known), align="L",
            new_x=XPos.LMARGIN, new_y=YPos.NEXT,
        )  # fmt: skip

    # --- texts ---------------------------------------------------------------------------------

    def write_lines(self, chunks: Sequence[Chunk]) -> None:
        """Write the lines one below the other, over the whole width."""
        for line in chain.from_iterable(chunks):
            self.write_line(line)

    def write_line(self, line: Line) -> None:
        """Write a text over the whole width, headings with white around; nothing where it is empty.

        It may take several lines and go on on the next page.
        """
        shown = printable(line.text, self._known)
        if not shown.strip():
            return
        above, below = _around(line)
        self.ln(above)
        self._ink(line)
        self._replaced = self._replaced or (UNKNOWN in shown)
        self.multi_cell(
            0, line.size * LEADING, shown, align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT
        )
        self.ln(below)

    def _ink(self, line: Line) -> None:
        self.set_font(FAMILY, "B" if line.bold else "", line.size)
        self.set_text_color(GREY if line.grey else 0)

    # --- room ----------------------------------------------------------------------------------

    def height(self, chunk: Chunk, width: float) -> float:
        """Return how much of the page the lines take in a column so wide."""
        return sum(self._tall(line, width) for line in chunk)

    def _tall(self, line: Line, width: float) -> float:
        shown = printable(line.text, self._known)
        if not shown.strip():
            return 0
        self._ink(line)
        leading = line.size * LEADING
        rows = self.multi_cell(
            width, leading, shown, align="L", dry_run=True, output=MethodReturnValue.LINES
        )
        return leading * len(rows if isinstance(rows, list) else ()) + sum(_around(line))

    def has_room(self, height: float) -> bool:
        """Return whether so much fits below what is written on the page."""
        return self.y + height <= self.page_break_trigger

    def keep_together(self, height: float) -> None:
        """Go on to the next page if so much has no room on this one, and it has on half a page."""
        if not self.has_room(height) and height < self.eph / 2:
            self.add_page()

    # --- columns -------------------------------------------------------------------------------

    @property
    def _column(self) -> float:
        return (self.epw - GAP) / 2

    def _cut(self, chunks: Sequence[Chunk]) -> tuple[float, int]:
        """Return how tall two columns are, and how many of the chunks stand in the first."""
        heights = [self.height(chunk, self._column) for chunk in chunks]
        return min(
            (
                (max(sum(heights[:at]), sum(heights[at:])), at)
                for at in reversed(range(len(chunks) + 1))
            ),
            key=itemgetter(0),
        )

    def _whole(self, chunks: Sequence[Chunk]) -> float:
        return sum(self.height(chunk, self.epw) for chunk in chunks)

    def flowing(self, chunks: Sequence[Chunk]) -> float:
        """Return how tall the chunks are where there is room for them."""
        return min(self._cut(chunks)[0], self._whole(chunks))

    def flow(self, chunks: Sequence[Chunk]) -> None:
        """Write the chunks in two columns where that is shorter and fits, else as one."""
        tall, cut = self._cut(chunks)
        if tall >= self._whole(chunks) or not self.has_room(tall):
            self.write_lines(chunks)
            return
        top, left, right, column = self.y, self.l_margin, self.r_margin, self._column
        self.set_right_margin(right + column + GAP)
        self.write_lines(chunks[:cut])
        bottom = self.y
        self.set_right_margin(right)
        self.set_left_margin(left + column + GAP)
        self.set_y(top)
        self.write_lines(chunks[cut:])
        self.set_left_margin(left)
        self.set_y(max(bottom, self.y))

    def labelled(self, label: str, text: str, wide: float) -> None:
        """Write the text to the right of its label, which has a column so wide."""
        self.keep_together(self.height([Line(label)], wide))
        top, left, right = self.y, self.l_margin, self.r_margin
        self.set_right_margin(self.w - left - wide)
        self.write_line(Line(label, grey=True))
        bottom, page = self.y, self.page
        self.set_right_margin(right)
        self.set_left_margin(left + wide)
        self.set_y(top)
        self.write_line(Line(text))
        self.set_left_margin(left)
        self.set_y(max(bottom, self.y) if self.page == page else self.y)

    # --- pictures ------------------------------------------------------------------------------

    @contextmanager
    def beside(self, *charts: ChartView) -> Iterator[tuple[int, float]]:
        """Draw a picture to the right, if there is one, of what is written inside.

        It gives the page and the place on it at which the picture ends.
        """
        page, bottom = self.page, self.y
        for chart in charts:
            drawn = render(chart, "light")
            height = PICTURE * drawn.height / drawn.width
            left = self.w - MARGIN - PICTURE
            self.image(
                BytesIO(drawn.png), x=left, y=self.y, w=PICTURE, h=height, alt_text=drawn.alt
            )
            self.set_y(bottom)
            bottom += height - ABOVE  # a picture has white of its own at its foot
            self.set_right_margin(MARGIN + PICTURE + GAP)
        yield page, bottom
        self.set_right_margin(MARGIN)
        if self.page == page:
            self.set_y(max(self.y, bottom))


def _around(line: Line) -> tuple[float, float]:
    """Return the white above and below."""
    return (ABOVE, BELOW) if line.size == HEADING else (0, 0)
