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

HEAD: Final = "#E8EEF4"
"""The colour behind the headings."""

A4, ONE_PAGE_WIDE, ANY_HEIGHT = 9, 1, 0
"""How a sheet is printed, as the library counts."""

EDGE: Final = 0.4
"""Inches of white to the left and right of a printed table: what most printers need."""

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


def set_up(sheet: Worksheet, title: str) -> None:
    """Have the first row stay in sight, and the sheet printed across one page that lies down.

    The first row stands on each page again, below the title.
    """
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(ONE_PAGE_WIDE, ANY_HEIGHT)
    sheet.set_margins(left=EDGE, right=EDGE, top=0.7, bottom=0.6)
    # "&" begins a code in what stands above and below a page.
    sheet.set_header(f"&L&B{title.replace('&', '&&')}")
    sheet.set_footer("&R&P (&N)")


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
