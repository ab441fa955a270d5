"""Whatever a file holds, loading it gives a theme or problems, and never a traceback."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

from bot.content.files import Reading, read_item
from bot.domain.programme import THEME_MINUTES, StepKind, ThemeText
from bot.locales import LANGUAGES

GOOD = (Path(__file__).parent / "sample" / "tema1.yaml").read_text(encoding="utf-8")
LINES = GOOD.split("\n")

# Pieces that mean something to YAML, to the models or to text encodings.
SIGNS = r"""#'"|>[]{}@`\:""" + "\t\n\r\x00\ufeff\u2028ö👋"
WORDS = (
    "  ,- ,: ,*a,&a ,!!set ,? ,%YAML 1.1\n,---\n,...\n,<<: ,~,null,-1,1e9,sv: ,en: ,kind: answer"
)
PIECES = st.sampled_from([*SIGNS, *WORDS.split(",")])


def read(data: bytes) -> Reading[ThemeText]:
    """Read a file that holds the data."""
    with tempfile.TemporaryDirectory() as directory:
        file = Path(directory) / "tema1.yaml"
        file.write_bytes(data)
        return read_item(file, "prov/tema1.yaml")


def check(data: bytes) -> None:
    """Check that the data gives either a valid theme or problems that can be read."""
    reading = read(data)
    assert (reading.text is None) == bool(reading.problems)
    lines = len(data.splitlines()) + 1
    for problem in reading.problems:
        assert 1 <= problem.line <= lines
        assert problem.column >= 1
        assert all(problem.text(language).strip() for language in LANGUAGES)
    if reading.text:
        assert sum(step.minutes for step in reading.text.steps) == THEME_MINUTES
        assert [step.kind for step in reading.text.steps].count(StepKind.ANSWER) == 1


@given(st.lists(st.tuples(st.integers(0, len(GOOD)), PIECES), min_size=1, max_size=4))
@example([(0, "\ufeff"), (0, "\ufeff")])
def test_pieces_put_in(places: list[tuple[int, str]]) -> None:
    """Signs that mean something, put in anywhere."""
    text = GOOD
    for place, piece in places:
        text = text[:place] + piece + text[place:]
    check(text.encode())


@given(st.integers(0, len(GOOD)), st.integers(0, 60))
def test_pieces_taken_out(start: int, length: int) -> None:
    """A piece of the file is lost."""
    check((GOOD[:start] + GOOD[start + length :]).encode())


@given(st.lists(st.integers(0, len(LINES) - 1), min_size=2, max_size=2), st.integers(0, 6))
def test_lines_moved(places: list[int], indent: int) -> None:
    """A line is moved and indented in another way."""
    lines = LINES.copy()
    moved = lines.pop(places[0])
    lines.insert(places[1], " " * indent + moved.strip())
    check("\n".join(lines).encode())


@given(st.integers(0, len(GOOD.encode())))
def test_half_a_file(length: int) -> None:
    """The file ends in the middle, perhaps within a letter."""
    check(GOOD.encode()[:length])


@given(st.binary(max_size=300))
def test_any_bytes(data: bytes) -> None:
    """Something quite else."""
    check(data)


@given(st.text(max_size=300))
def test_any_text(text: str) -> None:
    """Some text of any language."""
    check(text.encode("utf-8", "surrogatepass"))
