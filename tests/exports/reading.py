"""Files read back, each by a program of its own, into the same facts."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Mapping
from io import BytesIO, StringIO
from typing import Any

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from pypdf import PageObject, PdfReader

from bot.domain.programme import Component
from tests.exports.oracle import Fact

TOLD = {"comment", "hidden", "unknowing"}
"""Measures that the oracle says nothing of."""

NAMES = {"Meningsfullhet": Component.MEANINGFULNESS, "Hanterbarhet": Component.MANAGEABILITY,
         "Begriplighet": Component.COMPREHENSIBILITY}  # fmt: skip
TAGS = {"Tid": "tid", "Stöd": "stod", "Rutiner": "rutiner"}


A4_ACROSS, SIGN, PADDING, INCH = 297.0, 7 * 25.4 / 96, 5 * 25.4 / 96, 25.4
"""Millimetres: a lying page, a sign of a column's width and the white in its cells, an inch."""

LETTERS, READABLE = 11, 8.5
"""Points: the letters of a sheet, and the smallest ones on paper."""


def check_print(sheet: Worksheet) -> None:
    """Check that a sheet is printed across one lying page, headings on each, in letters to read."""
    assert sheet.freeze_panes == "A2"
    assert sheet.print_title_rows == "$1:$1"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    # One page across, which is what is meant when nothing is said, and any number down.
    assert sheet.page_setup.fitToWidth in {None, 1}
    assert sheet.page_setup.fitToHeight == 0
    properties = sheet.sheet_properties.pageSetUpPr
    assert properties is not None
    assert properties.fitToPage
    assert sheet.oddFooter.right.text == "&P (&N)"
    assert printed(sheet) >= READABLE


def printed(sheet: Worksheet) -> float:
    """Return how large the letters are on paper, in points."""
    across = 0.0
    for column in sheet.column_dimensions.values():
        alike = column.max - column.min + 1
        across += (column.width * SIGN + PADDING) * alike
    room = A4_ACROSS - (sheet.page_margins.left + sheet.page_margins.right) * INCH
    return float(LETTERS * min(1, room / across))


def from_csv(data: bytes) -> list[dict[str, Any]]:
    """Return the rows of a CSV file."""
    assert data.startswith(b"\xef\xbb\xbf")
    text = StringIO(data.decode("utf-8-sig"), newline="")
    return [dict(row) for row in csv.DictReader(text, delimiter=";", strict=True)]


def from_xlsx(data: bytes) -> list[dict[str, Any]]:
    """Return the rows of a workbook's second sheet."""
    (names, *rows) = load_workbook(BytesIO(data), data_only=False).worksheets[1].values
    return [dict(zip(map(str, names), row, strict=True)) for row in rows]


def from_json(data: bytes) -> list[dict[str, Any]]:
    """Return the rows of a JSON file."""
    rows: list[dict[str, Any]] = json.loads(data)["rows"]
    return rows


def facts(rows: Iterable[Mapping[str, Any]]) -> set[Fact]:
    """Return what the rows say, in numbers."""
    found: set[Fact] = set()
    order: dict[str, int] = {}
    for row in rows:
        number = order.setdefault(row["round"], len(order))
        if row["measure"] in TOLD:
            continue
        value = row["text"] if row["measure"] == "band" else int(row["value"])
        low, high = (int(row[name]) if row[name] else None for name in ("low", "high"))
        found.add((number, row["item"] or "", row["measure"], low, high, value))
    return found


def text_of(data: bytes) -> str:
    """Return what a PDF says, on one line."""
    return " ".join(
        " ".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages).split()
    )


def facts_of_pdf(data: bytes, titles: Iterable[str]) -> set[Fact]:
    """Return what the report's pages say of the rounds that have these titles, in numbers."""
    rest = text_of(data)
    parts = []
    for title in titles:
        before, _, rest = rest.partition(title)
        parts.append(before)
    return {
        (number, *fact) for number, part in enumerate([*parts[1:], rest]) for fact in _round(part)
    }


def _round(said: str) -> Iterable[tuple[str, str, int | None, int | None, int | str]]:
    if too_few := re.search(r"Färre än (\d+) har svarat", said):
        yield "", "answered_below", None, None, int(too_few[1])
        return
    taking = re.search(r"(\d+) av (\d+) svarade", said)
    assert taking
    yield "", "answered", None, None, int(taking[1])
    yield "", "invited", None, None, int(taking[2])
    for name, component in NAMES.items():
        yield from _component(said, name, component.value)
    for name, tag in TAGS.items():
        if count := re.search(rf"– {name}: (?:minst )?(\d+) svar", said):
            yield tag, "count", None, None, int(count[1])


def _component(
    said: str, name: str, item: str
) -> Iterable[tuple[str, str, int | None, int | None, int | str]]:
    if few := re.search(rf"{name}: färre än (\d+) svarade på den frågan", said):
        yield item, "answered_below", None, None, int(few[1])
        return
    told = re.search(
        rf" {name} .*?Mittersta svaret: (\d), på skalan 1–7\."
        r" Minst hälften svarade (\d)(?:–(\d))?\."
        r" (Antal svar: ((?:\d(?:–\d)?: \d+(?:, )?)+)|I (?:den|mitten)[^(]*\((\d))",
        said,
    )
    assert told, name
    yield item, "median", None, None, int(told[1])
    yield item, "middle_low", None, None, int(told[2])
    yield item, "middle_high", None, None, int(told[3] or told[2])
    for low, high, count in re.findall(r"(\d)(?:–(\d))?: (\d+)", told[5] or ""):
        yield item, "count", int(low), int(high or low), int(count)


def letters_of(page: PageObject) -> set[float]:
    """Return the sizes of a page's letters, in points."""
    sizes = set()

    def note(text: str, _: object, __: object, ___: object, size: float) -> None:
        if text.strip():
            sizes.add(size)

    page.extract_text(visitor_text=note)
    return sizes
