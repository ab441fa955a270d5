"""Files of commitments: the plan as it was agreed, whole and in order, the same in each."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from openpyxl import load_workbook

from bot.cli import results as command
from bot.domain.commitment import Aim, Commitment, CommitmentState
from bot.domain.periods import ReportPeriod
from bot.domain.programme import Language
from bot.exports import COMMITMENT_FILES, commitments, table_csv
from bot.exports.commitments import SCHEMA_FILE, Document
from bot.locales import adopt, restored, words
from bot.locales.vocabulary import literal
from bot.views.commitment_table import export
from bot.views.model.commitment_table import PLAN, CommitmentExport, CommitmentRow
from tests.exports.agreed import (
    AIMS,
    COMMITMENTS,
    HOSTILE,
    KEYS,
    PLAN_IN,
    STATES,
    TRAIL,
    commitment,
    lines_of,
    noted,
    plan_in_csv,
    plan_in_json,
    sheet_of,
    told_of,
    trails_in_json,
    trails_of,
    unmarked,
)
from tests.exports.reading import check_print, from_csv
from tests.services.people import team
from tests.services.world import World

YEAR = ReportPeriod(2026)
MAY, JUNE, JULY = date(2026, 5, 1), date(2026, 6, 1), date(2026, 7, 1)


def table(every: Sequence[Commitment], *, named: bool = False) -> CommitmentExport:
    """Return what a file of the team holds."""
    return export(team(), every, words("sv"), named=named)


def made(kind: str, *exports: CommitmentExport) -> bytes:
    """Return a file of this kind."""
    return b"".join(COMMITMENT_FILES[kind](exports))


def some() -> list[Commitment]:
    """Return commitments in each state, for several aims, with what was noted of them."""
    waited = (MAY, CommitmentState.DEFERRED, "Tavlan kom inte.", JULY)
    return [
        commitment(1, "Sist", aim=Aim.LEAVE, target=MAY),
        commitment(2, "Senare", aim=Aim.KEEP, target=JULY),
        noted(commitment(3, "Klar", aim=Aim.KEEP),
              (MAY, CommitmentState.DONE, "Det gick bra.", MAY)),
        noted(commitment(4, "Först", aim=Aim.DEVELOP, how="Vi turas om.", resources="Tavla",
                         follow_up="På APT."), waited),
        noted(commitment(5, "Inte", aim=Aim.KEEP), waited,
              (JUNE, CommitmentState.DROPPED, "Nej.", JULY)),
    ]  # fmt: skip


# --- the same everywhere ----------------------------------------------------------------------


def test_every_file_holds_the_plan_in_its_order() -> None:
    """Group by group, what is due first leading; read back by other programs."""
    every = some()
    expected = lines_of(every)
    assert [line[1] for line in expected] == ["Först", "Klar", "Senare", "Inte", "Sist"]
    for kind, read in PLAN_IN.items():
        assert read(made(kind, table(every))) == expected, kind


def test_what_was_noted_is_there_each_time() -> None:
    """On a sheet of its own, in a column, and below each commitment."""
    every = some()
    expected = trails_of(every)
    assert len(expected) == 4
    assert sorted(sheet_of(made("xlsx", table(every)), 1, TRAIL)) == expected
    assert trails_in_json(made("json", table(every))) == expected
    told = sorted(row["Händelser"] for row in from_csv(made("csv", table(every))))
    assert [text for text in told if text] == told_of(every)
    assert "2026-05-01: Uppskjutet till 2026-07-01. Tavlan kom inte." in told_of(every)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(COMMITMENTS)
def test_any_texts_come_back_as_they_were_written(every: list[Commitment]) -> None:
    """In each file, whatever they look like, and in a CSV none begins a formula."""
    expected = lines_of(every)
    assert plan_in_json(made("json", table(every))) == expected
    assert sheet_of(made("xlsx", table(every)), 0, tuple(KEYS)) == expected
    # What begins with the mark already is not told from what was given one.
    unmarked_ones = [tuple(map(unmarked, line)) for line in expected]
    assert plan_in_csv(made("csv", table(every))) == unmarked_ones
    assert trails_in_json(made("json", table(every))) == trails_of(every)
    assert sorted(sheet_of(made("xlsx", table(every)), 1, TRAIL)) == trails_of(every)
    for row in from_csv(made("csv", table(every))):
        assert not any(text.lstrip(" ").startswith(table_csv.FORMULA) for text in row.values())


def test_a_workbook_has_no_formula_and_no_link() -> None:
    """What looks like one is a text."""
    every = [commitment(n, text, how=text, role=text) for n, text in enumerate(HOSTILE)]
    every = [noted(one, (MAY, CommitmentState.DONE, one.agreed.activity, MAY)) for one in every]
    data = made("xlsx", table(every))
    sheets = load_workbook(BytesIO(data)).worksheets
    found = [cell for sheet in sheets for row in sheet for cell in row]
    assert {cell.data_type for cell in found} <= {"s", "n", "d", "inlineStr"}
    assert all(cell.hyperlink is None for cell in found)
    assert any(cell.value == "1234" for cell in found)
    with zipfile.ZipFile(BytesIO(data)) as parts:
        assert not any(b"<f>" in parts.read(name) for name in parts.namelist())


def test_the_team_stands_first_where_there_may_be_several() -> None:
    """And nowhere else: a team's own table has the plan's columns alone."""
    every = some()
    other = export(replace(team(), name="natt"), every[:1], words("sv"), named=True)
    mine = table(every, named=True)
    for kind in ("csv", "json"):
        assert len(PLAN_IN[kind](made(kind, mine, other))) == len(every) + 1
    names = [row["Team"] for row in from_csv(made("csv", mine, other))]
    assert names == [team().name] * len(every) + ["natt"]
    data = made("xlsx", mine, other)
    assert sheet_of(data, 0, ["Team", *KEYS])[-1] == ("natt", *lines_of(every[:1])[0])
    assert {line[0] for line in sheet_of(data, 1, ["Team", *TRAIL])} == {team().name}
    (heading, *_) = load_workbook(BytesIO(made("xlsx", table(every)))).worksheets[0].values
    assert heading == tuple(KEYS)


def test_an_english_team_has_english_words() -> None:
    """Headings, aims and states."""
    data = b"".join(COMMITMENT_FILES["csv"]([export(team(), some(), words("en"))]))
    rows = from_csv(data)
    assert list(rows[0])[:4] == ["Group", "What we will do", "How", "Done by"]
    assert (rows[0]["Group"], rows[0]["Status"]) == ("Develop", "Deferred")
    assert rows[0]["History"] == "2026-05-01: Deferred until 2026-07-01. Tavlan kom inte."


def test_a_team_without_commitments_has_an_empty_table() -> None:
    """With its headings, so that it can be filled in."""
    for kind, read in PLAN_IN.items():
        assert read(made(kind, table([]))) == [], kind


# --- to print ---------------------------------------------------------------------------------


def test_a_workbook_is_ready_to_be_printed() -> None:
    """Long texts are wrapped, days are days, and the team stands above each page."""
    book = load_workbook(BytesIO(made("xlsx", table(some()))))
    assert book.sheetnames == ["Åtaganden", "Händelser", "Kolumner"]
    for sheet in book.worksheets[:2]:
        check_print(sheet)
        assert team().name in str(sheet.oddHeader.left.text)
        cells = [cell for row in sheet.iter_rows(min_row=2) for cell in row]
        assert all(cell.alignment.wrap_text for cell in cells if cell.data_type != "d")
        assert all(cell.number_format == "yyyy-mm-dd" for cell in cells if cell.is_date)
        assert any(cell.is_date for cell in cells)
    check_print(book.worksheets[2])


def test_the_workbook_explains_its_columns() -> None:
    """With their names and keys, and in the words that stand in the cells."""
    book = load_workbook(BytesIO(made("xlsx", table(some()))))
    told = list(book["Kolumner"].iter_rows(min_row=2, values_only=True))
    fields = CommitmentRow.model_fields
    said = {
        "aim": "Vad det är till för, ett av dessa: Utveckla, Behålla, Attrahera, Rekrytera, "
        "Introducera och Avsluta.",
        "state": "Läget, ett av dessa: Pågår, Klart, Uppskjutet och Avskrivet.",
    }
    assert told == [
        (name, key, said.get(key) or fields[key].description) for name, key in KEYS.items()
    ]
    assert all(word in said["aim"] for word in AIMS.values())
    assert all(word in said["state"] for word in STATES.values())
    assert tuple(KEYS.values()) == PLAN


def test_signs_of_a_header_are_letters(world: World) -> None:
    """An "&" in a team's name is no code of the page's head."""
    world.with_team()
    data = made("xlsx", export(replace(team(), name="r&d &P"), some(), words("sv")))
    with zipfile.ZipFile(BytesIO(data)) as parts:
        assert b"r&amp;&amp;d &amp;&amp;P" in parts.read("xl/worksheets/sheet1.xml")


# --- what a file says of itself ---------------------------------------------------------------


@pytest.mark.parametrize("kind", COMMITMENT_FILES)
def test_the_same_commitments_are_the_same_bytes(kind: str) -> None:
    """Whatever order they are read in; and nothing tells of a maker or a place."""
    data = made(kind, table(some()))
    assert made(kind, table(some()[::-1])) == data
    for trace in (b"/root", b"/home", b"/tmp", str(Path.cwd()).encode()):
        assert trace not in data


def test_a_workbook_says_nothing_of_its_maker() -> None:
    """No author, and the time at which no file was made."""
    properties = load_workbook(BytesIO(made("xlsx", table(some())))).properties
    assert not properties.creator
    assert properties.created is not None
    assert properties.created.year == 1970


def test_json_keeps_to_its_schema() -> None:
    """The schema that is shipped is that of the code, and every document is read by it."""
    data = made("json", table(some()))
    assert len(Document.model_validate_json(data).rows) == len(some())
    shipped = Path(commitments.__file__).with_name(SCHEMA_FILE).read_text(encoding="utf-8")
    assert json.loads(shipped) == commitments.schema()
    drawn = commitments.schema()["$defs"]["CommitmentRow"]
    assert list(drawn["properties"]) == list(CommitmentRow.model_fields)
    assert drawn["additionalProperties"] is False


def test_more_rows_than_a_sheet_has_room_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """They go on on a further sheet with the same headings."""
    monkeypatch.setattr("bot.exports.book.MOST_ROWS", 3)
    every = [commitment(n) for n in range(8)]
    book = load_workbook(BytesIO(made("xlsx", table(every))))
    sheets = [sheet for sheet in book.worksheets if sheet.title.startswith("Åtaganden")]
    assert [sheet.max_row for sheet in sheets] == [4, 4, 3]
    assert all(next(iter(sheet.values)) == tuple(KEYS) for sheet in sheets)


def test_the_kinds_of_files_are_those_of_the_command() -> None:
    """All but the report, which is made of results."""
    assert {*COMMITMENT_FILES, "pdf"} == set(command.FORMATS)


# --- in every language, whatever the words ------------------------------------------------------


@pytest.mark.parametrize("language", Language)
def test_every_language_has_words_for_all(language: Language) -> None:
    """Also the one that is easy to read."""
    made_of = export(team(), some(), words(language))
    assert b"".join(COMMITMENT_FILES["csv"]([made_of]))


@pytest.mark.parametrize("language", Language)
def test_no_sheet_has_a_name_that_is_taken_for_something_else(language: Language) -> None:
    """Excel keeps "History" for itself, and calls a file with such a sheet damaged."""
    data = made("xlsx", export(team(), some(), words(language)))
    names = load_workbook(BytesIO(data)).sheetnames
    assert "history" not in {name.casefold() for name in names}
    assert not any(name[-1].isdecimal() for name in names)


@pytest.mark.parametrize(
    ("plan", "trail"),
    [
        ("Vad vi ska göra: åtaganden?", "[Händelser]"),
        ("Det som hela avdelningen har kommit överens om", "Det som hela avdelningen har gjort"),
        ("Händelser", "händelser"),
        ("'Åtaganden'", "Kolumner"),
        ("History", "'hISTORY'"),
        ("???", "[]"),
    ],
)
def test_sheets_have_names_whatever_the_words_are(plan: str, trail: str) -> None:
    """An organisation's own words may be what no sheet can be called, or twice the same."""
    own = {"commitment-table": literal(plan), "commitment-trail": literal(trail)}
    with restored():
        adopt({"sv": own})
        content = b"".join(COMMITMENT_FILES["xlsx"]([table([commitment(1)])]))
    sheets = load_workbook(BytesIO(content)).worksheets
    assert "history" not in {sheet.title.casefold() for sheet in sheets}
    rows = [sheet.max_row for sheet in sheets]
    assert len(rows) == 3
    assert rows[0] == 2
