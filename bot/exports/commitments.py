"""The table of commitments as files: Excel and CSV for people, JSON for programs.

All hold the same, without a word of who made the file, where or when. Those for people have the
plan's own headings and names; the keys of JSON and their order hold for as long as its version.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from io import BytesIO
from itertools import chain
from types import MappingProxyType
from typing import Any, Final

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from bot.exports.book import DAY, HEAD, Sheets, add_sheet, new_book, set_up
from bot.exports.table_csv import BOM, cell, lines
from bot.exports.table_json import document, schema_of
from bot.locales import Words, words
from bot.views import commitment_table as table
from bot.views.model.base import View
from bot.views.model.commitment_table import (
    COMMITMENTS_VERSION,
    ChangeRow,
    CommitmentExport,
    CommitmentRow,
)

SCHEMA_FILE: Final = "commitments.schema.json"
"""Where the schema stands, beside this module."""

WIDE: Final = {"team": 15, "aim": 12, "activity": 25, "how": 26, "target": 11, "role": 15,
               "resources": 15, "follow_up": 21, "note": 22, "agreed": 15}  # fmt: skip
NARROW, MEANING = 12, 80
"""How wide columns are, in signs: those of the table fill a printed page in readable letters."""


class Document(View):
    """Åtaganden ur aptbot: en rad för varje åtagande."""

    schema_version: int
    rows: tuple[CommitmentRow, ...]


def as_json(exports: Iterable[CommitmentExport]) -> Iterator[bytes]:
    """Yield the document, a commitment on each line."""
    return document(COMMITMENTS_VERSION, (row for export in exports for row in export.rows))


def schema() -> dict[str, Any]:
    """Return the JSON Schema of the document (draft 2020-12)."""
    return schema_of(Document)


def as_csv(exports: Iterable[CommitmentExport]) -> Iterator[bytes]:
    """Yield the table, one team after the other; what has been noted stands in the last column."""
    every = iter(exports)
    first = next(every)
    keys, heading = table.columns(first), words(first.language)
    yield BOM
    yield lines([table.headings((*keys, "changes"), heading)])
    for export in chain([first], every):
        w = words(export.language)
        rows = ((*table.cells(row, keys, w), table.trail(row, w)) for row in export.rows)
        yield lines([cell(str(value)) for value in row] for row in rows)


def as_xlsx(exports: Iterable[CommitmentExport]) -> Iterator[bytes]:
    """Yield the workbook, in the headings of the first team's language, ready to be printed."""
    every, out = iter(exports), BytesIO()
    first = next(every)
    with new_book(out) as book:
        _fill(book, first, chain([first], every))
    yield out.getvalue()


def _fill(book: Workbook, first: CommitmentExport, exports: Iterable[CommitmentExport]) -> None:
    w, keys = words(first.language), table.columns(first)
    whose, noted = table.named(first, "activity"), tuple(ChangeRow.model_fields)
    head = book.add_format(
        {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1, "bg_color": HEAD}
    )
    text = book.add_format({"text_wrap": True, "valign": "top", "bottom": 4})
    day = book.add_format({"num_format": DAY, "valign": "top", "align": "left", "bottom": 4})
    title, below = w("commitment-table") if first.named else first.title, w("commitment-trail")
    plan = Sheets(book, w("commitment-table"), _prepared(title, keys, head, w))
    trail = Sheets(book, below, _prepared(f"{title}: {below}", (*whose, *noted), head, w))
    for export in exports:
        spoken = words(export.language)
        for row in export.rows:
            plan.write(table.cells(row, keys, spoken), text, day)
            about = table.cells(row, whose, spoken)
            for change in row.changes:
                trail.write((*about, *table.cells(change, noted, spoken)), text, day)
    _explain(book, keys, head, text, w)


def _prepared(
    title: str,
    keys: tuple[str, ...],
    head: Format,
    w: Words,
) -> Callable[[Worksheet], None]:
    """Return what makes an empty sheet a table to read, to filter and to print."""

    def begin(sheet: Worksheet) -> None:
        set_up(sheet, title)
        for place, (key, name) in enumerate(zip(keys, table.headings(keys, w), strict=True)):
            sheet.set_column(place, place, WIDE.get(key, NARROW))
            sheet.write_string(0, place, name, head)

    return begin


def _explain(
    book: Workbook,
    keys: tuple[str, ...],
    head: Format,
    text: Format,
    w: Words,
) -> None:
    sheet = add_sheet(book, w("sheet-columns"))
    set_up(sheet, sheet.name)
    sheet.set_column(0, 1, NARROW * 2)
    sheet.set_column(2, 2, MEANING)
    sheet.write_row(0, 0, (w("sheet-column"), w("sheet-key"), w("sheet-meaning")), head)
    for line, (key, name) in enumerate(zip(keys, table.headings(keys, w), strict=True), start=1):
        sheet.write_row(line, 0, (name, key, table.meaning(key, w)), text)


COMMITMENT_FILES: Mapping[str, Callable[[Iterable[CommitmentExport]], Iterator[bytes]]] = (
    MappingProxyType({"xlsx": as_xlsx, "csv": as_csv, "json": as_json})
)
"""What each kind of file is made by: it takes teams one after the other and yields bytes."""
