"""A team's results to read and to print: the period first, then a page for each round."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from itertools import chain
from operator import itemgetter
from typing import Final

from fpdf import FPDF
from fpdf.enums import Align, MethodReturnValue, TableBordersLayout, VAlign, XPos, YPos

from bot.charts import render
from bot.charts.words import FAMILY, FONTS, drawable
from bot.domain.programme import Language
from bot.exports.book import MADE
from bot.exports.lines import (
    BODY,
    HEADING,
    SMALL,
    TITLE,
    Chunk,
    Line,
    bullets,
    grouped,
    known,
    listed,
)
from bot.locales import Words, words
from bot.views import commitment_table as table
from bot.views.model import ComponentLine, Sheet, Summary
from bot.views.model.charts import ChartView, SpreadRow
from bot.views.model.commitment_table import PLAN, CommitmentExport
from bot.views.model.export import TeamExport

MARGIN: Final = 15.0
"""Millimetres of white around a page, as all lengths here."""

PICTURE, GAP = 70.0, 6.0
"""How wide a picture is, and how far texts stay away from it and from those in the next column."""

CELL: Final = 7
"""Letters of a table with ten columns, in points."""

SHARES: Final = {"activity": 2, "how": 2, "role": 1.2, "follow_up": 1.8, "note": 1.8,
                 "agreed": 1.2}  # fmt: skip
"""How wide columns of commitments are; others 1."""

LEADING: Final = 0.45
"""From one line to the next, in millimetres for each point."""

ABOVE, BELOW = 2.5, 0.5
"""The white above and below a heading."""

GREY: Final = 90


def as_pdf(exports: Iterable[TeamExport]) -> Iterator[bytes]:
    """Yield the report of all the teams, each beginning on a page of its own."""
    first, *others = exports
    page = _Report(words(first.language))
    page.set_title(drawable(first.development.sheet.title))
    page.set_lang("en" if first.language == Language.EN else "sv")
    for export in chain([first], others):
        page.overview(export.development.sheet, export.development.pictures)
        if export.commitments.rows:
            page.commitments(export.commitments)
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
        said = [sheet.title, *(part.text for part in sheet.parts)]
        with self._beside(*(_beyond(chart, said) for chart in pictures[:1])) as foot:
            self._parts(sheet, foot)
        for chart in pictures[1:]:
            self.add_page()
            with self._beside(chart):
                pass

    def round(self, summary: Summary) -> None:
        """Write one round as its team has been shown it: first what to talk about."""
        self.add_page()
        self._write(summary.title, TITLE, bold=True)
        self._write(summary.essence, BODY, bold=True)
        self._write(summary.taking_part, BODY)
        keep = listed(summary.keep_heading, summary.keep_questions)
        self._flow([keep, listed(summary.next_heading, summary.next_questions)])
        said = [summary.title, summary.taking_part]
        with self._beside(*(_beyond(each, said) for each in [summary.picture] if each)):
            self._heading(summary.components_heading)
            counts = _counts(summary, self._words)
            for component in summary.components:
                self._component(component, counts.get(component.name, ""))
        self._heading(summary.tags_heading)
        self._flow([[line] for line in bullets(summary.tags)])
        self._comments(summary)
        self._heading(summary.held_back_heading)
        self._flow([list(bullets(summary.held_back, SMALL))])
        self.ln(ABOVE)
        self._write(summary.footer, SMALL, grey=True)

    def commitments(self, export: CommitmentExport) -> None:
        """Write the table of commitments on pages that lie down, headings on each."""
        w = self._words
        self.add_page(orientation="landscape")
        self._write(export.title, TITLE, bold=True)
        self._write(export.counted, BODY, grey=True)
        self.ln(3)
        self.set_font(FAMILY, "", CELL)
        self.set_text_color(0)
        with self.table(
            col_widths=tuple(SHARES.get(key, 1) for key in PLAN),
            line_height=CELL * LEADING,
            padding=1,
            text_align=Align.L,
            v_align=VAlign.T,
            borders_layout=TableBordersLayout.HORIZONTAL_LINES,
        ) as drawn:
            drawn.row([drawable(name) for name in table.headings(PLAN, w)])
            for row in export.rows:
                drawn.row([drawable(str(value)) for value in table.cells(row, PLAN, w)])

    def _parts(self, sheet: Sheet, foot: tuple[int, float]) -> None:
        for part in sheet.parts:
            if (self.page, self.y) >= foot:
                self.set_right_margin(MARGIN)
            if not part.buttons:  # what can be pressed is of no use on paper
                self._heading(part.heading)
                if not part.heading:
                    self.ln(ABOVE)
                self._write(part.text, BODY)
                self._flow([list(bullets(part.lines))])

    def _component(self, line: ComponentLine, counts: str) -> None:
        self._write(line.name, BODY, bold=True)
        self._write(line.question, BODY)
        self._write(line.ends, SMALL, grey=True)
        self._write(line.headline, BODY)
        self._write(counts or line.band, BODY)
        self.ln(ABOVE)

    def _comments(self, summary: Summary) -> None:
        if summary.comments or summary.comments_hidden:
            self._heading(summary.comments_heading)
        self._flow([chunk for group in summary.comments for chunk in grouped(group)])
        self._write(summary.comments_hidden, BODY, grey=True)

    @contextmanager
    def _beside(self, *charts: ChartView) -> Iterator[tuple[int, float]]:
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

    def _flow(self, chunks: Sequence[Chunk]) -> None:
        """Write the chunks in two columns where that is shorter and fits, else as one."""
        column = (self.epw - GAP) / 2
        heights = [self._height(chunk, column) for chunk in chunks]
        tall, cut = min(
            (
                (max(sum(heights[:at]), sum(heights[at:])), at)
                for at in reversed(range(len(chunks) + 1))
            ),
            key=itemgetter(0),
        )
        whole = sum(self._height(chunk, self.epw) for chunk in chunks)
        if tall >= whole or self.y + tall > self.page_break_trigger:
            self._chunks(chunks)
            return
        top, left, right = self.y, self.l_margin, self.r_margin
        self.set_right_margin(right + column + GAP)
        self._chunks(chunks[:cut])
        bottom = self.y
        self.set_right_margin(right)
        self.set_left_margin(left + column + GAP)
        self.set_y(top)
        self._chunks(chunks[cut:])
        self.set_left_margin(left)
        self.set_y(max(bottom, self.y))

    def _chunks(self, chunks: Sequence[Chunk]) -> None:
        for line in chain.from_iterable(chunks):
            if line.size == HEADING:
                self._heading(line.text)
            else:
                self._write(*line[:2], bold=line.bold, grey=line.grey)

    def _height(self, chunk: Chunk, width: float) -> float:
        """Return how much of the page the lines take in a column so wide."""
        return sum(
            self._written(line, width) + (line.size == HEADING) * (ABOVE + BELOW) for line in chunk
        )

    def _written(self, line: Line, width: float) -> float:
        self.set_font(FAMILY, "B" if line.bold else "", line.size)
        leading = line.size * LEADING
        rows = self.multi_cell(
            width, leading, known(line.text), align="L",
            dry_run=True, output=MethodReturnValue.LINES,
        )  # fmt: skip
        return leading * len(rows) if isinstance(rows, list) else 0

    def _heading(self, text: str) -> None:
        """Write a heading; nothing where it is empty."""
        if text:
            self.ln(ABOVE)
            self._write(text, HEADING, bold=True)
            self.ln(BELOW)

    def _write(self, text: str, size: float, *, bold: bool = False, grey: bool = False) -> None:
        """Write a text over the whole width; nothing where it is empty."""
        shown = known(text)
        if not shown.strip():
            return
        self.set_font(FAMILY, "B" if bold else "", size)
        self.set_text_color(GREY if grey else 0)
        self.multi_cell(0, size * LEADING, shown, align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)


def _beyond(chart: ChartView, said: Sequence[str]) -> ChartView:
    """Return the chart without those of its texts that the page says beside it."""
    texts = {name: getattr(chart, name) for name in ("title", "subtitle", "footer")}
    told = [name for name, text in texts.items() if any(text in each for each in said)]
    return chart.model_copy(update=dict.fromkeys(told, ""))


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
