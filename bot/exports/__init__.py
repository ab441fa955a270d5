"""Results as files: CSV and XLSX for spreadsheets, JSON for programs, PDF for people.

All four hold the same numbers. None holds a name of whoever made it, a path or the time at which
it was made: the same results give the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType

from bot.exports.commitments import COMMITMENT_FILES
from bot.exports.table_csv import as_csv
from bot.exports.table_json import as_json
from bot.exports.workbook import as_xlsx
from bot.views.model.export import TeamExport

__all__ = ["COMMITMENT_FILES", "EXPORTS", "as_csv", "as_json", "as_pdf", "as_xlsx"]


def as_pdf(exports: Iterable[TeamExport]) -> Iterator[bytes]:
    """Yield the report of all the teams.

    What draws it is loaded only now: it takes a quarter of the time in which the bot starts.
    """
    from bot.exports import report

    return report.as_pdf(exports)


EXPORTS: Mapping[str, Callable[[Iterable[TeamExport]], Iterator[bytes]]] = MappingProxyType(
    {"xlsx": as_xlsx, "pdf": as_pdf, "csv": as_csv, "json": as_json}
)
"""What each kind of file is made by: it takes teams one after the other and yields bytes."""
