"""A workbook that says nothing of its making, and in which every text stays a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from io import BytesIO
from itertools import chain, count
from tempfile import TemporaryDirectory
from typing import Final

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

MADE: Final = datetime(1970, 1, 1, tzinfo=UTC)
"""When every file says that it was made: the moment of an export is nobody's business."""

MOST_ROWS: Final = 1_000_000
"""So many rows stand on one sheet; Excel has room for some more."""

DAY: Final = "yyyy-mm-dd"

LONGEST_NAME: Final = 24
"""Characters of a sheet's name; Excel takes seven more, for the number of one that goes on."""

RESERVED: Final = "history"
"""What no sheet is called, in letters of any size: Excel keeps it for itself."""

_NOT_IN_SHEET_NAMES = re.compile(r"[\[\]:*?/\\]")


@contextmanager
def new_book(out: BytesIO) -> Iterator[Workbook]:
    """Write a workbook into `out`. Rows wait in a directory that only this user can read."""
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
            yield book


def add_sheet(book: Workbook, name: str) -> Worksheet:
    """Add a sheet of about this name: an organisation's own words may be what none can be called.

    Of several that would be called the same the later ones are numbered.
    """
    whole = " ".join(_NOT_IN_SHEET_NAMES.sub(" ", name).split())[:LONGEST_NAME].strip("' ") or "–"
    taken = {RESERVED, *(sheet.name.casefold() for sheet in book.worksheets())}
    names = chain([whole], (f"{whole} {number}" for number in count(2)))
    return book.add_worksheet(next(each for each in names if each.casefold() not in taken))


class Sheets:
    """Rows below one another, on as many sheets as there must be; `begin` prepares each."""

    def __init__(self, book: Workbook, name: str, begin: Callable[[Worksheet], None]) -> None:
        """Make the first sheet."""
        self._book, self._name, self._begin = book, name, begin
        self._line = 0
        self._sheet = self._next()

    def _next(self) -> Worksheet:
        self._line = 0
        sheet = add_sheet(self._book, self._name)
        self._begin(sheet)
        return sheet

    def write(self, values: Sequence[object], text: Format | None, day: Format) -> None:
        """Write one row. Nothing in a text is ever a formula or a link."""
        if self._line == MOST_ROWS:
            self._sheet = self._next()
        self._line += 1
        for place, value in enumerate(values):
            if isinstance(value, bool):
                self._sheet.write_boolean(self._line, place, value)
            elif isinstance(value, int):
                self._sheet.write_number(self._line, place, value, text)
            elif value == "":
                self._sheet.write_blank(self._line, place, None, text)
            elif isinstance(value, str):
                self._sheet.write_string(self._line, place, value, text)
            elif value is not None:
                self._sheet.write_datetime(self._line, place, value, day)
