"""The threat model names, for each promise and each attack, tests that exist."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "underlag" / "hotmodell.md"
PROMISES = "## Löftena och testen som håller dem"
ATTACKS = "## Angreppen, och vad som står emot"
REFERENCE = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")

Row = list[str]


def rows(text: str, heading: str) -> list[Row]:
    """Return the cells of the table under a heading, without its head."""
    section = text.partition(f"{heading}\n")[2].partition("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


@cache
def functions(file: str) -> frozenset[str]:
    """Return the names of the tests in a file, none when there is no such file."""
    path = ROOT / file
    if not path.is_file():
        return frozenset()
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = (node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))
    return frozenset(name for name in found if name.startswith("test_"))


def missing(text: str) -> list[str]:
    """Return the tests that the page names and that do not exist."""
    return [
        f"{file}::{name}" for file, name in REFERENCE.findall(text) if name not in functions(file)
    ]


def test_each_promise_names_a_test() -> None:
    """No promise without something that holds it."""
    promises = rows(PAGE.read_text(encoding="utf-8"), PROMISES)
    assert len(promises) >= 18
    assert [row[0] for row in promises if len(row) != 2 or not REFERENCE.search(row[-1])] == []


def test_each_attack_names_a_test_and_a_control() -> None:
    """No attack without a test, and no test without the control that shows it can find."""
    attacks = rows(PAGE.read_text(encoding="utf-8"), ATTACKS)
    assert len(attacks) >= 15
    for row in attacks:
        assert len(row) == 4, row
        assert REFERENCE.search(row[2]), row
        assert REFERENCE.search(row[3]), row


def test_the_named_tests_exist() -> None:
    """A test that is renamed or removed is missed here."""
    assert missing(PAGE.read_text(encoding="utf-8")) == []


def test_a_name_that_is_no_test_would_be_noticed() -> None:
    """The control: a wrong name and a wrong file are found."""
    wrong = "`tests/test_threat_model.py::test_of_nothing` `tests/nothing.py::test_it`"
    assert missing(wrong) == [
        "tests/test_threat_model.py::test_of_nothing",
        "tests/nothing.py::test_it",
    ]


def test_every_forensic_file_is_named() -> None:
    """What attacks the promises is told of to those who ask about them."""
    text = PAGE.read_text(encoding="utf-8")
    files = (ROOT / "tests" / "forensics").glob("test_*.py")
    assert [file.name for file in files if f"tests/forensics/{file.name}" not in text] == []


def test_the_papers_are_marked_as_drafts() -> None:
    """Nothing in the folder can be taken for legal advice."""
    for paper in PAGE.parent.glob("*.md"):
        assert "**Utkast" in paper.read_text(encoding="utf-8"), paper.name
        assert "inte juridisk rådgivning" in paper.read_text(encoding="utf-8"), paper.name
