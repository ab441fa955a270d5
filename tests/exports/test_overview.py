"""The workbook's first sheet: a line for each result, and on it what the ballots give."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given, settings
from openpyxl import load_workbook
from openpyxl.utils.escape import unescape
from openpyxl.worksheet.worksheet import Worksheet

from bot.domain.answers import Answers
from bot.domain.history import Published
from bot.domain.programme import Language, LocalText, Script
from bot.locales import LANGUAGES, words
from bot.views.development import team_export
from bot.views.model.export import TeamExport
from bot.views.result_overview import MOST_TAGS, line
from bot.views.trends import called
from tests.exports.oracle import FEW, Fact, facts_of
from tests.exports.reading import NAMES, TAGS, check_print
from tests.exports.test_exports import HOSTILE, YEAR, made
from tests.services.evaluated import EVALUATION_SCRIPT
from tests.services.histories import given as answer
from tests.services.people import team
from tests.views.boxes import ABSENT, SHORT, SIZES, TEXTS, box
from tests.views.test_history_numbers import published
from tests.views.test_numbers import boxes, oracle

HEADINGS = [
    "Dag",
    "Team",
    "Resultat",
    "Vilka som har sett det",
    "Svarade",
    "Kunde svara",
    *(f"{name}: mittersta svaret, 1–7 (minst hälften svarade)" for name in NAMES),
    "Vanligaste ämnena",
    "Kommentarer som visas",
]
CONTROL = "ett\x07två\x00tre\x1bfyra_x0041_"


def sheet_of(*exports: TeamExport) -> Worksheet:
    """Return the first sheet."""
    sheet = load_workbook(BytesIO(made("xlsx", *exports))).worksheets[0]
    assert isinstance(sheet, Worksheet)
    return sheet


def lines(*exports: TeamExport) -> list[dict[str, Any]]:
    """Return the lines below the headings."""
    (names, *rows) = sheet_of(*exports).values
    return [dict(zip(map(str, names), row, strict=True)) for row in rows]


def year(every: Sequence[Sequence[Answers]], language: str = "sv") -> TeamExport:
    """Return what a file holds of a year of these boxes."""
    rounds = [published(number, answers, 3) for number, answers in enumerate(every)]
    return team_export(team(), YEAR, rounds[::-1], words(language))


def right(answers: Sequence[Answers]) -> dict[str, Any]:
    """Return the numbers of a line, worked out from the ballots anew."""
    if len(answers) < FEW:
        few = dict.fromkeys(HEADINGS[5:], "visas inte")
        return {"Svarade": "färre än 6", **few}
    told = facts_of([answers], len(answers) + ABSENT)
    parts = {HEADINGS[6 + n]: _part(told, each.value) for n, each in enumerate(NAMES.values())}
    numbers = {"Svarade": len(answers), "Kunde svara": len(answers) + ABSENT}
    return {
        **numbers,
        **parts,
        "Vanligaste ämnena": _tags(told, answers),
        "Kommentarer som visas": oracle(answers).comments().total(),
    }


def _part(told: set[Fact], item: str) -> str:
    found = {what: value for _, about, what, low, _, value in told if about == item and not low}
    if "answered_below" in found:
        return "färre än 6"
    low, high = found["middle_low"], found["middle_high"]
    return f"{found['median']} ({low if low == high else f'{low}–{high}'})"


def _tags(told: set[Fact], answers: Sequence[Answers]) -> set[str] | str:
    """Return the lines of the tags. A count that nearly all share is a least one."""
    names = {tag: name for name, tag in TAGS.items()}
    counts = {
        about: int(value)
        for _, about, what, low, _, value in told
        if about in names and what == "count" and low is None
    }
    whole = {tag: sum(tag in answer.tags for answer in answers) for tag in counts}
    most = len(answers) - 2
    return {
        f"{names[tag]}: {'minst ' if whole[tag] >= most else ''}{count} svar"
        for tag, count in counts.items()
    } or "inga visas"


def numbers(told: Mapping[str, Any]) -> dict[str, Any]:
    """Return a line's numbers; tags of the same count may stand in either order."""
    found = {name: told[name] for name in HEADINGS[4:]}
    tags = found["Vanligaste ämnena"]
    if tags not in {"visas inte", "inga visas"}:
        shown = tags.split("\n")
        counts = [int(re.findall(r"(\d+) svar$", each)[0]) for each in shown]
        assert counts == sorted(counts, reverse=True)
        assert len(shown) <= MOST_TAGS
        found["Vanligaste ämnena"] = set(shown)
    return found


# --- the numbers -----------------------------------------------------------------------------


@pytest.mark.parametrize("texts", TEXTS)
def test_lines_of_every_size(texts: str) -> None:
    """From nobody to two hundred, each line is what the ballots give, in the order of time."""
    every = [box(size, TEXTS[texts]) for size in SIZES]
    found = lines(year(every))
    assert list(found[0]) == HEADINGS
    assert [numbers(each) for each in found] == [right(answers) for answers in every]
    days = [each["Dag"] for each in found]
    assert days == sorted(days)
    assert all(isinstance(day, datetime) for day in days)


@pytest.mark.parametrize("size", range(40))
def test_lines_of_each_size(size: int) -> None:
    """One person more or less never opens a line too early."""
    answers = box(size, SHORT)
    (only,) = lines(year([answers]))
    assert numbers(only) == right(answers)


@settings(max_examples=60, deadline=None)
@given(boxes)
def test_lines_of_any_box(answers: list[Answers]) -> None:
    """Whatever is answered and left out."""
    (only,) = lines(year([answers]))
    assert numbers(only) == right(answers)


def test_a_group_that_is_of_one_mind() -> None:
    """One step is no range, and a tag that all have chosen is told as a least count."""
    answers = [answer(4, tags=("tid",))] * 12
    (only,) = lines(year([answers]))
    assert numbers(only) == right(answers)
    assert only[HEADINGS[6]] == "4 (4)"
    assert only["Vanligaste ämnena"] == "Tid: minst 10 svar"


def test_only_the_most_common_tags_stand_there() -> None:
    """The fourth is in the table alone."""
    rows = year([box(30, SHORT)]).rows
    one = next(row for row in rows if row.part == "tag")
    tags = [
        one.model_copy(update={"label": f"Ämne {count}", "value": count, "at_least": count == 9})
        for count in (4, 9, 3, 7)
    ]
    others = [row for row in rows if row.part != "tag"]
    told = line([*others, *tags], "", words("sv")).tags
    assert told.split("\n") == ["Ämne 9: minst 9 svar", "Ämne 7: 7 svar", "Ämne 4: 4 svar"]


# --- the words -------------------------------------------------------------------------------


def exported(each: Published, language: str = "sv") -> dict[str, Any]:
    """Return the line of one result."""
    return lines(team_export(team(), YEAR, [each], words(language)))[0]


def test_a_line_says_what_it_is_and_who_has_seen_it() -> None:
    """A theme by its title, an evaluation with its programme, a shared box with how many teams."""
    one = published(0, box(9, SHORT), 3)
    assert exported(one)["Resultat"] == called(one, words("sv"))
    judged = exported(replace(one, script=EVALUATION_SCRIPT))
    title, about = judged["Resultat"].split("\n")
    assert "tvärdering" in title
    assert EVALUATION_SCRIPT.programme.title.get("sv") in about
    pooled = replace(one, round=replace(one.round, team_ids=(team().id, "andra")))
    assert exported(pooled)["Resultat"].endswith("\n2 team svarade tillsammans")
    seen = [
        exported(replace(one, round=replace(one.round, shared=shared)))["Vilka som har sett det"]
        for shared in (False, True)
    ]
    assert seen == ["bara för chefen", "delat med teamet"]


def test_hidden_comments_are_not_counted_as_shown() -> None:
    """Two of them hidden are two less."""
    one = published(0, box(14, SHORT), 3)
    before = exported(one)["Kommentarer som visas"]
    some = replace(one, round=replace(one.round, hidden=frozenset({0, 1})))
    assert exported(some)["Kommentarer som visas"] == before - 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_words_for_all(language: Language) -> None:
    """The sheets' names, and as many headings, none twice."""
    export = year([box(size, SHORT) for size in SIZES], language)
    book = load_workbook(BytesIO(made("xlsx", export)))
    assert book.sheetnames[0] == {"sv": "Översikt", "en": "Overview"}[language]
    headings = next(iter(book.worksheets[0].values))
    assert len(set(headings)) == len(HEADINGS)


# --- the sheet -------------------------------------------------------------------------------


@pytest.mark.parametrize("text", [*HOSTILE, CONTROL])
def test_hostile_words_stay_texts(text: str) -> None:
    """In every column that has words: no formula, no link, and each comes back as it was."""
    export = year([box(14, SHORT)])
    (one,) = export.overview
    wordy = {name: text for name, value in one if isinstance(value, str)}
    assert {"team", "title", "tags"} <= wordy.keys(), "the control"
    hostile = export.model_copy(update={"overview": (one.model_copy(update=wordy),)})
    cells = list(sheet_of(hostile)[2])
    assert {cell.data_type for cell in cells} <= {"s", "n", "d", "inlineStr"}
    assert all(cell.hyperlink is None for cell in cells)
    # What no XML may hold is written as a code, which the library that reads leaves to us.
    read = [unescape(cell.value) for cell in cells if isinstance(cell.value, str)]
    assert read == [text] * len(wordy)
    with zipfile.ZipFile(BytesIO(made("xlsx", hostile))) as parts:
        assert not any(b"<f>" in parts.read(name) for name in parts.namelist())


def test_names_of_teams_and_themes_reach_the_sheet() -> None:
    """Those that look like a formula, as people may write them."""
    one = published(0, box(14, SHORT), 3)
    title = LocalText(sv="=1+1", en="=1+1")
    theme = one.script.theme.model_copy(update={"title": title})
    named = replace(one, script=Script.of(one.script.programme, theme))
    (found,) = lines(team_export(replace(team(), name="=2+2"), YEAR, [named], words("sv")))
    assert found["Team"] == "=2+2"
    assert "=1+1" in found["Resultat"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sheet_is_ready_to_be_printed(language: Language) -> None:
    """In letters that can be read, with lines that wrap; so is what explains the columns."""
    export = year([box(size, SHORT) for size in SIZES], language)
    overview, data, columns = load_workbook(BytesIO(made("xlsx", export))).worksheets
    check_print(overview)
    check_print(columns)
    assert overview.title in str(overview.oddHeader.left.text)
    assert all(cell.alignment.wrap_text for row in overview for cell in row)
    assert data.freeze_panes == "A2"


def test_several_teams_stand_on_one_sheet() -> None:
    """One after the other, each with its name."""
    first = year([box(9, SHORT)])
    other = team_export(
        replace(team(), name="dag-solen"), YEAR, [published(0, box(3, SHORT), 3)], words("sv")
    )
    found = lines(first, other)
    assert [each["Team"] for each in found] == [team().name, "dag-solen"]
    assert [each["Svarade"] for each in found] == [9, "färre än 6"]
