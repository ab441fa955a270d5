"""Files of results: the same numbers in each, those that the answers give, and nothing besides."""

from __future__ import annotations

import json
import random
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from pypdf import PdfReader

from bot.cli import results as command
from bot.domain.answers import Answers
from bot.domain.people import Team
from bot.domain.periods import ReportPeriod
from bot.domain.programme import Component
from bot.exports import EXPORTS, table_csv, table_json
from bot.exports.book import MOST_ROWS
from bot.exports.table_json import SCHEMA_FILE, Document
from bot.services import history
from bot.services.deps import Terms
from bot.views import development as view
from bot.views.model.export import COLUMNS, Row, TeamExport
from tests.exports.oracle import facts_of
from tests.exports.reading import facts, facts_of_pdf, from_csv, from_json, from_xlsx, text_of
from tests.services.histories import THEMES, hold
from tests.services.histories import given as answer
from tests.services.people import team
from tests.services.sharing import hide
from tests.services.world import World

READ: dict[str, Callable[[bytes], list[dict[str, Any]]]] = {
    "csv": from_csv,
    "xlsx": from_xlsx,
    "json": from_json,
}
INVITED = 13
YEAR = ReportPeriod(2026)
HOSTILE = (
    '=HYPERLINK("https://evil.example";"Klicka")', "+1+1", "-2+3", "\t=1+1",
    "  =cmd|' /C calc'!A0", "\uff1d1+1", "Rad ett\n=rad två", "Åäö ÅÄÖ é “citat”; semikolon",
    "https://exempel.example", "1234", "</w:t>&<b>",
)  # fmt: skip


def boxes(seed: int) -> list[list[Answers]]:
    """Return the answers of four dialogues; some leave questions out."""
    rng = random.Random(seed)
    return [[_ballot(rng) for _ in range(count)] for count in (12, 8, 4, rng.randint(6, 12))]


def _ballot(rng: random.Random) -> Answers:
    scores = {c: min(7, max(1, round(rng.gauss(4, 2)))) for c in Component if rng.random() < 0.85}
    tags = tuple(rng.sample(("tid", "stod", "rutiner"), rng.randint(0, 2)))
    return Answers(scores, "Något.", tags)


def exported(world: World, ballots: list[list[Answers]]) -> TeamExport:
    """Hold the dialogues, and return what a file of the year holds."""
    world.with_team()
    for number, box in enumerate(ballots):
        hold(world, box, THEMES[number % 3])
    return history.file(world.deps, world.request(), YEAR)


def made(kind: str, *exports: TeamExport) -> bytes:
    """Return a file of this kind."""
    return b"".join(EXPORTS[kind](exports))


# --- the same numbers everywhere -----------------------------------------------------------


@pytest.mark.parametrize("seed", range(4))
def test_every_file_tells_what_the_answers_give(world: World, seed: int) -> None:
    """Read back by other programs, all four say what is worked out from the ballots anew."""
    ballots = boxes(seed)
    export = exported(world, ballots)
    expected = facts_of(ballots, INVITED)
    for kind, read in READ.items():
        assert facts(read(made(kind, export))) == expected, kind
    titles = [summary.title for summary in export.summaries]
    bands = {fact for fact in expected if fact[2] == "band"}
    assert facts_of_pdf(made("pdf", export), titles) == expected - bands
    assert len(expected) > 20


def test_texts_are_whole_in_every_file(world: World) -> None:
    """Comments come back as they were written; in a CSV none begins a formula."""
    world.terms = Terms(quote_threshold=6)
    export = exported(world, [[answer(4, text) for text in HOSTILE]])
    cleaned = [text.strip() for text in HOSTILE]
    for kind in ("json", "xlsx"):
        rows = [row for row in READ[kind](made(kind, export)) if row["measure"] == "comment"]
        assert sorted(row["text"] for row in rows) == sorted(cleaned)
    rows = [row for row in from_csv(made("csv", export)) if row["measure"] == "comment"]
    assert sorted(row["text"].removeprefix("'") for row in rows) == sorted(cleaned)
    assert not any(row["text"].lstrip().startswith(table_csv.FORMULA) for row in rows)
    said = text_of(made("pdf", export))
    for text in ("Åäö ÅÄÖ é", "-2+3", "https://exempel.example"):
        assert text in said


def test_a_workbook_has_no_formula_and_no_link(world: World) -> None:
    """What looks like one is a text, and so are numbers that people wrote."""
    world.terms = Terms(quote_threshold=6)
    data = made("xlsx", exported(world, [[answer(4, text) for text in HOSTILE]]))
    cells = [cell for sheet in load_workbook(BytesIO(data)) for row in sheet for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "b", "d", "inlineStr"}
    assert all(cell.hyperlink is None for cell in cells)
    assert any(cell.value == "1234" for cell in cells)
    with zipfile.ZipFile(BytesIO(data)) as parts:
        assert not any(b"<f>" in parts.read(name) for name in parts.namelist())


@given(st.one_of(st.text(), st.integers(), st.booleans(), st.none()))
def test_no_cell_of_a_csv_begins_a_formula(value: object) -> None:
    """Whatever the text; numbers stay numbers, also below zero."""
    shown = table_csv.cell(value)
    if isinstance(value, str):
        assert not shown.lstrip(" ").startswith(table_csv.FORMULA)
        assert shown.removeprefix("'") == value.removeprefix("'")
    elif value is not None:
        assert shown == str(value).lower()


def test_hidden_comments_are_in_no_file(world: World) -> None:
    """They are counted, and neither the table nor the report has a word of them."""
    world.terms = Terms(quote_threshold=6)
    exported(world, [[answer(4, f"Kanariefågel{number}") for number in range(8)]])
    before = history.file(world.deps, world.request(), YEAR)
    texts = [row.text for row in before.rows if row.measure == "comment"]
    hide(world, 0, 5)
    export = history.file(world.deps, world.request(), YEAR)
    for kind in EXPORTS:
        data = made(kind, export)
        said = text_of(data) if kind == "pdf" else str(READ[kind](data))
        found = [text for text in texts if text in said]
        assert found == [text for n, text in enumerate(texts) if n not in (0, 5)], kind


# --- what a file says of itself -------------------------------------------------------------


@pytest.mark.parametrize("kind", EXPORTS)
def test_the_same_results_are_the_same_bytes(world: World, kind: str) -> None:
    """Nothing depends on when, where or by whom a file is made."""
    export = exported(world, boxes(1))
    first = made(kind, export)
    assert made(kind, export) == first


def test_a_pdf_says_nothing_of_its_maker(world: World) -> None:
    """No author, no path, no time; a title, a language, and words for each picture."""
    data = made("pdf", exported(world, boxes(2)))
    reader = PdfReader(BytesIO(data))
    assert reader.metadata is not None
    assert dict(reader.metadata).keys() <= {"/Title", "/Producer", "/CreationDate"}
    assert reader.metadata.producer == "aptbot"
    assert "1970" in str(reader.metadata.get("/CreationDate", "1970"))
    assert str(reader.root_object["/Lang"]) == "sv"
    for trace in (b"/root", b"/home", b"/work", b"/tmp", str(Path.cwd()).encode()):
        assert trace not in data
    assert data.count(b"/Alt ") >= 2


def test_a_workbook_says_nothing_of_its_maker(world: World) -> None:
    """No author, and the time at which no file was made."""
    properties = load_workbook(BytesIO(made("xlsx", exported(world, boxes(2))))).properties
    assert not properties.creator
    assert not properties.lastModifiedBy
    assert properties.created is not None
    assert properties.created.year == 1970


def test_a_page_for_each_round(world: World) -> None:
    """The year first, and then the rounds; ordinary ones take one page each."""
    export = exported(world, [[answer(n % 7 + 1) for n in range(11)]] * 3)
    pages = [page.extract_text() for page in PdfReader(BytesIO(made("pdf", export))).pages]
    assert len(pages) == 4
    assert "Utvecklingen" in pages[0]
    for page, summary in zip(pages[1:], export.summaries, strict=True):
        assert page.startswith(summary.title)


def test_long_results_go_on_to_further_pages(world: World) -> None:
    """Every word of twelve comments of 600 signs is there."""
    world.terms = Terms(quote_threshold=6)
    long = [answer(4, f"Början{n} " + "ord " * 140 + f"slut{n}.") for n in range(12)]
    said = text_of(made("pdf", exported(world, [long])))
    assert all(f"Början{n}" in said and f"slut{n}." in said for n in range(12))


# --- columns and versions -------------------------------------------------------------------


@pytest.mark.parametrize("kind", READ)
def test_columns_stand_in_their_order(world: World, kind: str) -> None:
    """The same ones in each kind of table."""
    export = exported(world, boxes(3))
    assert all(tuple(row) == COLUMNS for row in READ[kind](made(kind, export)))


def test_json_keeps_to_its_schema(world: World) -> None:
    """The schema that is shipped is that of the code, and every document is read by it."""
    data = made("json", exported(world, boxes(0)))
    document = Document.model_validate_json(data)
    assert len(document.rows) == len(from_json(data))
    shipped = Path(table_json.__file__).with_name(SCHEMA_FILE).read_text(encoding="utf-8")
    assert json.loads(shipped) == table_json.schema()
    assert list(table_json.schema()["$defs"]["Row"]["properties"]) == list(COLUMNS)
    assert table_json.schema()["$defs"]["Row"]["additionalProperties"] is False


def test_the_workbook_explains_its_columns(world: World) -> None:
    """On a sheet of its own, in the words of the documentation."""
    book = load_workbook(BytesIO(made("xlsx", exported(world, boxes(0)))))
    assert book.sheetnames == ["Översikt", "Data", "Kolumner"]
    told = {row[0]: row[1] for row in book["Kolumner"].iter_rows(min_row=2, values_only=True)}
    assert told == {name: field.description for name, field in Row.model_fields.items()}


def test_more_rows_than_a_sheet_has_room_for(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """They go on on a further sheet; Excel's own limit is above ours."""
    assert MOST_ROWS < 1_048_576
    monkeypatch.setattr("bot.exports.book.MOST_ROWS", 10)
    export = exported(world, boxes(0))
    book = load_workbook(BytesIO(made("xlsx", export)))
    sheets = [sheet for sheet in book.worksheets if sheet.title.startswith("Data")]
    values = [row for sheet in sheets for row in list(sheet.values)[1:]]
    assert len(values) == len(export.rows) > 20
    assert all(sheet.max_row <= 11 for sheet in sheets)


def test_several_teams_stand_in_one_table(world: World) -> None:
    """One after the other, below one row of names; a document is one document."""
    export = exported(world, boxes(0))
    for kind, read in READ.items():
        assert len(read(made(kind, export, export))) == 2 * len(export.rows)


def test_the_kinds_of_files_are_the_same_everywhere() -> None:
    """In the chat, on the command line, and in the package."""
    assert set(EXPORTS) == set(view.FORMATS) == set(command.FORMATS)


def test_a_files_name_is_safe(world: World) -> None:
    """It is made of the team's name and the period, without signs that mean something in a path."""
    world.with_team(team_named("natt/månen ../x"))
    hold(world, [answer(4)] * 6)
    export = history.file(world.deps, world.request(), YEAR)
    assert re.fullmatch(r"[\w-]+", export.file)
    assert export.file == "resultat-natt-månen-x-2026"


def team_named(name: str) -> Team:
    """Return the team under another name."""
    return replace(team(), name=name)
