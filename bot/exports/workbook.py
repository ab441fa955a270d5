"""The table as a workbook, with a sheet that says what its columns mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from io import BytesIO
from tempfile import TemporaryDirectory
from typing import Any, Final

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from bot.domain.programme import Language
from bot.locales import words
from bot.views.model.export import COLUMNS, Row, TeamExport

MADE: Final = datetime(1970, 1, 1, tzinfo=UTC)
"""When every file says that it was made: the moment of an export is nobody's business."""

MOST_ROWS: Final = 1_000_000
"""So many rows stand on one sheet; Excel has room for some more."""

WIDTH: Final = 16
WIDE: Final = {"team": 22, "title": 34, "label": 22, "question": 48, "text": 60}
"""How wide columns are, in signs."""

MEANING: Final = 100


def as_xlsx(exports: Iterable[TeamExport]) -> Iterator[bytes]:
    """Yield the workbook. Rows wait in a directory of their own that only this user can read."""
    out = BytesIO()
    with TemporaryDirectory(prefix="aptbot-") as place:
        options = {
            "constant_memory": True,
            "tmpdir": place,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        }
        with Workbook(out, options) as book:
            book.set_properties({"created": MADE, "comments": ""})
            _fill(book, exports)
    yield out.getvalue()


def _fill(book: Workbook, exports: Iterable[TeamExport]) -> None:
    language, sheet, number = str(Language.SV), None, 0
    bold, day = book.add_format({"bold": True}), book.add_format({"num_format": "yyyy-mm-dd"})
    for export in exports:
        language = export.language
        for row in export.rows:
            if sheet is None or number % MOST_ROWS == 0:
                sheet = _sheet(book, language, 1 + number // MOST_ROWS, bold)
            _write(sheet, 1 + number % MOST_ROWS, row, day)
            number += 1
    _explain(book, language, bold)


def _sheet(book: Workbook, language: str, number: int, bold: Any) -> Worksheet:  # noqa: ANN401 - the library's format has no type
    name = words(language)("sheet-table")
    sheet = book.add_worksheet(name if number == 1 else f"{name} {number}")
    sheet.freeze_panes(1, 0)
    for place, column in enumerate(COLUMNS):
        sheet.set_column(place, place, WIDE.get(column, WIDTH))
        sheet.write_string(0, place, column, bold)
    return sheet


def _write(sheet: Worksheet, line: int, row: Row, day: Any) -> None:  # noqa: ANN401 - as above
    """Write one row. Texts are written as texts: nothing in them is ever a formula or a link."""
    for place, (_, value) in enumerate(row):
        if isinstance(value, bool):
            sheet.write_boolean(line, place, value)
        elif isinstance(value, int):
            sheet.write_number(line, place, value)
        elif isinstance(value, str):
            if value:
                sheet.write_string(line, place, value)
        elif value is not None:
            sheet.write_datetime(line, place, value, day)


def _explain(book: Workbook, language: str, bold: Any) -> None:  # noqa: ANN401 - as above
    w = words(language)
    sheet = book.add_worksheet(w("sheet-columns"))
    sheet.set_column(0, 0, WIDTH)
    sheet.set_column(1, 1, MEANING, book.add_format({"text_wrap": True}))
    sheet.write_row(0, 0, (w("sheet-column"), w("sheet-meaning")), bold)
    for line, (name, field) in enumerate(Row.model_fields.items(), start=1):
        sheet.write_row(line, 0, (name, field.description))
