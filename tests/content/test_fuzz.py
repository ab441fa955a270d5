"""Whatever a file holds, loading it gives a theme or problems, and never a traceback."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.content.advice import advise, lix_of
from bot.content.files import read_item, read_programme
from bot.content.nodes import Mapping
from bot.content.problems import Notes
from bot.content.tree import read_tree
from bot.domain.programme import StepKind, ThemeText
from bot.locales import LANGUAGES

HERE = Path(__file__).parent
FILES = ("sample/tema1.yaml", "more/kort.yaml", "more/spegel.yaml", "more/workshop.yaml")
GOOD = tuple((HERE / file).read_text(encoding="utf-8") for file in FILES)
PROGRAMME = (HERE / "sample/programme.yaml").read_text(encoding="utf-8")
LONGEST = max(map(len, (*GOOD, PROGRAMME)))
texts = st.sampled_from((*GOOD, PROGRAMME))

# Pieces that mean something to YAML, to the models or to text encodings.
SIGNS = r"""#'"|>[]{}@`\:""" + "\t\n\r\x00\ufeff\u2028ö👋"
WORDS = (
    "  ,- ,: ,*a,&a ,!!set ,? ,%YAML 1.1\n,---\n,...\n,<<: ,~,null,-1,1e9,sv: ,en: ,kind: answer"
)
PIECES = st.sampled_from([*SIGNS, *WORDS.split(",")])
VALUES = st.sampled_from(
    (
        *("0", "1", "15", "60", "60.0", "1_0", "+5", "-1", "1e3", "٣", "nan", "0x10", "9" * 21),
        *("[]", "{}", "[a]", "{sv: a}", "{sv: a, en: b}", "null", "~", "true", "", "|"),
        *("film", "answer", "cards", "mirror", "theme", "alone"),
        *("https://a.b", "http://", "https://a:b@c"),
    )
)


def check(data: bytes) -> None:
    """Check that the data gives either something valid or problems that can be read."""
    with tempfile.TemporaryDirectory() as directory:
        file = Path(directory) / "tema1.yaml"
        file.write_bytes(data)
        readings = (read_item(file, "prov/tema1.yaml"), read_programme(file, "prov/tema1.yaml"))
    lines = len(data.splitlines()) + 1
    for reading in readings:
        assert (reading.text is None) == bool(reading.problems)
        for problem in reading.problems:
            assert 1 <= problem.line <= lines
            assert problem.column >= 1
            assert all(problem.text(language).strip() for language in LANGUAGES)
        if isinstance(reading.text, ThemeText):
            steps = reading.text.steps
            assert sum(step.minutes for step in steps) == reading.text.length
            answers = [step.kind for step in steps].count(StepKind.ANSWER)
            assert answers == bool(reading.text.questions) == bool(reading.text.free_question)
        if reading.text is not None:
            notes = Notes("prov/tema1.yaml")
            advise(reading.text, lix_of(reading.text), reading.place, notes)
            assert all(problem.text("sv").strip() for problem in notes.problems())


@pytest.mark.parametrize("text", [*GOOD, PROGRAMME])
def test_the_beginning_is_good(text: str) -> None:
    """What is broken below is whole before it is broken, as one of the two kinds of files."""
    notes = Notes("file")
    root = read_tree(text, notes)
    assert isinstance(root, Mapping)
    check(text.encode())


@given(texts, st.lists(st.tuples(st.integers(0, LONGEST), PIECES), min_size=1, max_size=4))
@example(GOOD[0], [(0, "\ufeff"), (0, "\ufeff")])
def test_pieces_put_in(text: str, places: list[tuple[int, str]]) -> None:
    """Signs that mean something, put in anywhere."""
    for place, piece in places:
        text = text[:place] + piece + text[place:]
    check(text.encode())


@given(texts, st.integers(0, LONGEST), st.integers(0, 60))
def test_pieces_taken_out(text: str, start: int, length: int) -> None:
    """A piece of the file is lost."""
    check((text[:start] + text[start + length :]).encode())


@given(texts, st.integers(0, LONGEST), st.integers(0, LONGEST), st.integers(0, 6))
def test_lines_moved(text: str, taken: int, put: int, indent: int) -> None:
    """A line is moved and indented in another way."""
    lines = text.split("\n")
    moved = lines.pop(taken % len(lines))
    lines.insert(put % (len(lines) + 1), " " * indent + moved.strip())
    check("\n".join(lines).encode())


@given(texts, st.lists(st.tuples(st.integers(0, LONGEST), VALUES), min_size=1, max_size=3))
@example(GOOD[3], [(10, "60.0")])
@example(GOOD[0], [(14, "5.0"), (19, "4_0")])
@example(GOOD[0], [(2, r'"\ud800"')])
@example(GOOD[0], [(2, r'"\x07"')])
def test_values_exchanged(text: str, values: list[tuple[int, str]]) -> None:
    """What stands after a colon is something else: a number, a list, a kind, nothing."""
    lines = text.split("\n")
    for at, value in values:
        key, colon, _ = lines[at % len(lines)].partition(":")
        lines[at % len(lines)] = f"{key}{colon} {value}"
    check("\n".join(lines).encode())


@given(texts, st.integers(0, 3 * LONGEST))
def test_half_a_file(text: str, length: int) -> None:
    """The file ends in the middle, perhaps within a letter."""
    check(text.encode()[:length])


@given(st.binary(max_size=300))
def test_any_bytes(data: bytes) -> None:
    """Something quite else."""
    check(data)


@given(st.text(max_size=300))
def test_any_text(text: str) -> None:
    """Some text of any language."""
    check(text.encode("utf-8", "surrogatepass"))
