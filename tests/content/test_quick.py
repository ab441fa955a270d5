"""The quick reader says exactly what the YAML library says, or nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.content.nodes import Listing, Mapping
from bot.content.problems import Notes
from bot.content.quick import read_quickly
from bot.content.tree import read_yaml

SAMPLE = Path(__file__).parent / "sample"
SHIPPED = Path(__file__).parents[2] / "dialogues"
FILES = [*sorted(SAMPLE.rglob("*.yaml")), *sorted(SHIPPED.rglob("*.yaml"))]
GOOD = (SAMPLE / "tema1.yaml").read_text(encoding="utf-8")

SIGNS = [*"""#'"|>[]{}@`\\:-, ?&*!%~""", "\n", "\n\n", "\x85", "\u2028", "\ufeff", "ö", "\xa0"]
PIECES = st.sampled_from(
    [*SIGNS, "  ", "- ", ": ", " #", "---\n", "...\n", "\n  \n", "<<: ", "a: b", "\n# hej\n"]
)
LINES = st.sampled_from(
    [
        "a:",
        "a: b",
        "b: c d",
        "- a",
        "- a: b",
        "-",
        "- - a",
        "- |",
        "a: |",
        "c: |-",
        "a: [b, c d]",
        "a: []",
        "a: [b,c]",
        "a: {b: c}",
        "a: 'b'",
        'a: "b" # c',
        "# a",
        "a: b # c",
        "a: b #c: d",
        "a: b# c",
        "a: # c",
        "- # c",
        "- a # c",
        "a: [b] # c",
        "text",
        "a : b",
        "a:b",
        "a: b: c",
        "a: -b",
        "",
        "? a",
    ]
)


def compare(text: str) -> bool:
    """Check that both readers say the same; return whether the quick one said something."""
    quick = read_quickly(text)
    if quick is not None:
        notes = Notes("file")
        assert read_yaml(text, notes) == quick
        assert not notes
    return quick is not None


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_every_file_is_read_right(file: Path) -> None:
    """Files that come with the bot say the same to both readers."""
    compare(file.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", ["tema1", "programme"])
def test_the_usual_layout_is_read_quickly(name: str) -> None:
    """What people write in the usual layout is read the quick way."""
    assert compare((SAMPLE / f"{name}.yaml").read_text(encoding="utf-8"))


@given(st.lists(st.tuples(st.integers(0, len(GOOD)), PIECES), min_size=1, max_size=4))
@example([(0, "\ufeff")])
def test_pieces_put_in(places: list[tuple[int, str]]) -> None:
    """Signs that mean something, put in anywhere."""
    text = GOOD
    for place, piece in places:
        text = text[:place] + piece + text[place:]
    compare(text)


@given(st.integers(0, len(GOOD)), st.integers(0, 60))
def test_pieces_taken_out(start: int, length: int) -> None:
    """A piece of the file is lost."""
    compare(GOOD[:start] + GOOD[start + length :])


@given(st.lists(st.tuples(st.integers(0, 3), LINES), min_size=1, max_size=7))
@example([(0, "a: |"), (1, "text"), (0, ""), (0, "# a")])
@example([(0, "a: |"), (2, "text"), (1, "# a"), (0, "b: c d")])
@example([(0, "a:"), (0, "- a"), (0, "b: c d")])
@example([(0, "a: b"), (1, "text")])
@example([(0, "a: |"), (1, "text")])
@example([(0, "a:"), (1, "b: c d"), (2, "a: b")])
@example([(0, "a:"), (1, "- a: b"), (3, "b: c d"), (1, "- |"), (2, "text")])
def test_lines_of_all_kinds(lines: list[tuple[int, str]]) -> None:
    """Small files of lines at any indent."""
    compare("\n".join("  " * indent + line for indent, line in lines))


def test_the_plain_layout() -> None:
    """Keys, points, texts and comments in the usual layout are understood."""
    assert read_quickly("a: {b: c}\n") is None  # braces are left to the library
    tree = read_quickly(
        "# a\na: # b\n  - b: c # d\n    d: |\n      e\n\n      f\n\ng: [h i, j]\nk: 1\n"
    )
    assert isinstance(tree, Mapping)
    assert [key.text for key, _ in tree.entries] == ["a", "g", "k"]
    assert isinstance(tree.get("a"), Listing)
