"""A team's results to read and to print: the period first, then a page for each round."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from io import BytesIO
from itertools import chain
from typing import Final

from fpdf import FPDF
from fpdf.enums import XPos, YPos

from bot.charts import render
from bot.charts.words import FAMILY, FONTS, drawable
from bot.domain.programme import Language
from bot.locales import Words, words
from bot.views.model import ComponentLine, Sheet, Summary
from bot.views.model.charts import ChartView, SpreadRow
from bot.views.model.export import TeamExport

MADE: Final = datetime(1970, 1, 1, tzinfo=UTC)
"""When every file says that it was made; the moment of an export is nobody's business."""

MARGIN: Final = 20.0
"""Millimetres of white around a page, as all lengths here."""

PICTURE, GAP = 78.0, 6.0
"""How wide a picture is, and how far the texts beside it stay away."""

TITLE, HEADING, BODY, SMALL = 18, 12, 10, 8
"""Letters in points."""

LEADING: Final = 0.5
"""From one line to the next, in millimetres for each point."""

GREY: Final = 90


def as_pdf(exports: Iterable[TeamExport]) -> Iterator[bytes]:
    """Yield the report of all the teams, each beginning on a page of its own."""
    first, *others = exports
    page = _Report(words(first.language))
    page.set_title(drawable(first.development.sheet.title))
    page.set_lang("en" if first.language == Language.EN else "sv")
    for export in chain([first], others):
        page.overview(export.development.sheet, export.development.pictures)
        for summary in export.summaries:
            page.round(summary)
    yield bytes(page.output())


class _Report(FPDF):
    """A document in the letters of the pictures; what they lack is drawn as □ or left out."""

    def __init__(self, w: Words) -> None:
        super().__init__(format="A4")
        self._words = w
        self.set_creation_date(MADE)
        self.set_producer("aptbot")
        self.set_margin(MARGIN)
        self.set_auto_page_break(auto=True, margin=MARGIN)
        self.add_font(FAMILY, "", FONTS / "Inter-Regular.otf")
        self.add_font(FAMILY, "B", FONTS / "Inter-SemiBold.otf")

    def footer(self) -> None:
        """Write the number of the page; called by the library at each page's end."""
        self.set_y(-MARGIN / 2 - SMALL * LEADING)
        w = self._words
        self._write(w("report-page", page=self.page_no()), SMALL, grey=True)

    def overview(self, sheet: Sheet, pictures: Sequence[ChartView]) -> None:
        """Write the period: how it moved, how many took part, what it was about."""
        self.add_page()
        self._write(sheet.title, TITLE, bold=True)
        self._write(sheet.intro, BODY, grey=True)
        with self._beside(*pictures[:1]):
            self._parts(sheet)
        for chart in pictures[1:]:
            self.add_page()
            with self._beside(chart):
                pass

    def round(self, summary: Summary) -> None:
        """Write one round as its team has been shown it."""
        self.add_page()
        self._write(summary.title, TITLE, bold=True)
        self._write(summary.essence, BODY, bold=True)
        self._write(summary.taking_part, BODY)
        with self._beside(*filter(None, [summary.picture])):
            self._heading(summary.components_heading)
            counts = _counts(summary, self._words)
            for component in summary.components:
                self._component(component, counts.get(component.name, ""))
        self._list(summary.tags_heading, summary.tags)
        self._comments(summary)
        self._list(summary.keep_heading, [summary.keep_question])
        self._list(summary.next_heading, summary.next_questions)
        self._list(summary.held_back_heading, summary.held_back)
        self.ln(3)
        self._write(summary.footer, SMALL, grey=True)

    def _parts(self, sheet: Sheet) -> None:
        for part in sheet.parts:
            if not part.buttons:  # what can be pressed is of no use on paper
                self._heading(part.heading)
                self._write(part.text, BODY)
                self._bullets(part.lines)

    def _component(self, line: ComponentLine, counts: str) -> None:
        self._write(line.name, BODY, bold=True)
        self._write(line.question, BODY)
        self._write(line.ends, SMALL, grey=True)
        self._write(line.headline, BODY)
        self._write(counts or line.band, BODY)
        self.ln(2)

    def _comments(self, summary: Summary) -> None:
        if summary.comments or summary.comments_hidden:
            self._heading(summary.comments_heading)
        for group in summary.comments:
            self._write(group.heading, BODY, bold=True)
            self._bullets(group.comments)
        self._write(summary.comments_hidden, BODY, grey=True)

    @contextmanager
    def _beside(self, *charts: ChartView) -> Iterator[None]:
        """Draw a picture to the right, if there is one, of what is written inside."""
        page, bottom = self.page, self.y
        for chart in charts:
            drawn = render(chart, "light")
            height = PICTURE * drawn.height / drawn.width
            left = self.w - MARGIN - PICTURE
            self.image(
                BytesIO(drawn.png), x=left, y=self.y, w=PICTURE, h=height, alt_text=drawn.alt
            )
            bottom += height
            self.set_y(bottom - height)
            self.set_right_margin(MARGIN + PICTURE + GAP)
        yield
        self.set_right_margin(MARGIN)
        if self.page == page:
            self.set_y(max(self.y, bottom))

    def _heading(self, text: str) -> None:
        self.ln(3)
        self._write(text, HEADING, bold=True)
        self.ln(1)

    def _list(self, heading: str, texts: Sequence[str]) -> None:
        """Write a list under its heading; nothing without a heading."""
        if heading:
            self._heading(heading)
            self._bullets(texts)

    def _bullets(self, texts: Iterable[str]) -> None:
        for text in filter(None, texts):
            lines = text.splitlines()
            self._write("\n".join([f"– {lines[0]}", *lines[1:]]), BODY)

    def _write(self, text: str, size: int, *, bold: bool = False, grey: bool = False) -> None:
        """Write a text over the whole width; nothing where it is empty."""
        known = "\n".join(drawable(line) for line in text.splitlines())
        if not known.strip():
            return
        self.set_font(FAMILY, "B" if bold else "", size)
        self.set_text_color(GREY if grey else 0)
        self.multi_cell(0, size * LEADING, known, align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)


def _counts(summary: Summary, w: Words) -> dict[str, str]:
    """Return how the answers lie, by the components' names, where that may be shown."""
    rows = summary.picture.rows if summary.picture else ()
    return {
        row.name: w(
            "report-answers", cells=", ".join(_cell(c.low, c.high, c.count) for c in row.cells)
        )
        for row in rows
        if isinstance(row, SpreadRow)
    }


def _cell(low: int, high: int, count: int) -> str:
    return f"{low}–{high}: {count}" if low != high else f"{low}: {count}"
