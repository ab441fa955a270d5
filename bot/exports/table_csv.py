"""The table as CSV, as Excel in Sweden opens it with a double click."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from io import StringIO
from typing import Final

from bot.views.model.export import COLUMNS, TeamExport

BOM: Final = "\ufeff".encode()
"""Without it Excel takes UTF-8 for Windows-1252, and å for Ã¥."""

SEPARATOR: Final = ";"
"""Where the comma is the decimal sign, Excel parts columns by semicolons."""

FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # noqa: RUF001 - the wide signs are meant
"""What a spreadsheet may take for the beginning of a formula."""

TEXT_MARK: Final = "'"
"""Before such a beginning: then it is a text."""


def as_csv(exports: Iterable[TeamExport]) -> Iterator[bytes]:
    """Yield the table, one team after the other."""
    yield BOM
    yield lines([COLUMNS])
    for export in exports:
        values = (row.model_dump(mode="json").values() for row in export.rows)
        yield lines([cell(value) for value in row] for row in values)


def cell(value: object) -> str:
    """Return a value as it stands in the file; a text never begins a formula.

    Also behind leading spaces, which some programs take away before they look.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    text = str(value)
    harmless = not isinstance(value, str) or not text.lstrip(" ").startswith(FORMULA)
    return text if harmless else TEXT_MARK + text


def lines(rows: Iterable[Iterable[str]]) -> bytes:
    """Return rows of cells as they stand in the file."""
    out = StringIO(newline="")
    csv.writer(out, delimiter=SEPARATOR, lineterminator="\r\n").writerows(rows)
    return out.getvalue().encode()
