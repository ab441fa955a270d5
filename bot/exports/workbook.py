"""Results as a workbook: an overview for people, the table, and what its columns mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BytesIO
from itertools import chain
from typing import Final

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from bot.exports.book import DAY, HEAD, Sheets, add_sheet, new_book, set_up
from bot.locales import Words, words
from bot.views import result_overview
from bot.views.model.export import COLUMNS, OverviewRow, Row, TeamExport

WIDTH: Final = 16
WIDE: Final = {"team": 22, "title": 34, "label": 22, "question": 48, "text": 60}
"""How wide columns are, in signs."""

OVERVIEW: Final = {"closed": 11, "team": 16, "title": 30, "audience": 13, "tags": 24,
                   "answered": 10, "invited": 10, "comments": 12}  # fmt: skip
"""The same of the overview; the three components are `WIDTH`."""

MEANING: Final = 100


def as_xlsx(exports: Iterable[TeamExport]) -> Iterator[bytes]:
    """Yield the workbook, in the language of the first team."""
    every, out = iter(exports), BytesIO()
    first = next(every)
    with new_book(out) as book:
        _fill(book, chain([first], every), words(first.language))
    yield out.getvalue()


def _fill(book: Workbook, exports: Iterable[TeamExport], w: Words) -> None:
    bold, day = book.add_format({"bold": True}), book.add_format({"num_format": DAY})
    look = {"text_wrap": True, "valign": "top", "align": "left"}
    text = book.add_format({**look, "bottom": 4})
    when = book.add_format({**look, "bottom": 4, "num_format": DAY})
    head = book.add_format({**look, "bottom": 1, "bold": True, "bg_color": HEAD})
    overview = Sheets(book, w("sheet-overview"), lambda sheet: _begin_overview(sheet, head, w))
    table = Sheets(book, w("sheet-table"), lambda sheet: _begin(sheet, bold))
    for export in exports:
        for line in export.overview:
            overview.write([value for _, value in line], text, when)
        for row in export.rows:
            table.write([value for _, value in row], None, day)
    _explain(book, w, bold)


def _begin_overview(sheet: Worksheet, head: Format, w: Words) -> None:
    """Prepare a sheet that is printed as wide as a page that lies down, headings on each."""
    set_up(sheet, w("sheet-overview"))
    for place, (key, name) in enumerate(
        zip(OverviewRow.model_fields, result_overview.headings(w), strict=True)
    ):
        sheet.set_column(place, place, OVERVIEW.get(key, WIDTH))
        sheet.write_string(0, place, name, head)


def _begin(sheet: Worksheet, bold: Format) -> None:
    sheet.freeze_panes(1, 0)
    for place, column in enumerate(COLUMNS):
        sheet.set_column(place, place, WIDE.get(column, WIDTH))
        sheet.write_string(0, place, column, bold)


def _explain(book: Workbook, w: Words, bold: Format) -> None:
    sheet = add_sheet(book, w("sheet-columns"))
    set_up(sheet, sheet.name)
    sheet.set_column(0, 0, WIDTH)
    sheet.set_column(1, 1, MEANING, book.add_format({"text_wrap": True}))
    sheet.write_row(0, 0, (w("sheet-column"), w("sheet-meaning")), bold)
    for line, (name, field) in enumerate(Row.model_fields.items(), start=1):
        sheet.write_row(line, 0, (name, field.description))
