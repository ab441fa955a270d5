"""The plan of the year, `arshjul.yaml`: whatever it holds, it is read or refused in words."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from bot.almanac import swedish_holiday
from bot.locales import LANGUAGES
from tests.content.yearfiles import GOOD, read

PIECES = st.sampled_from(
    [*"#'\"|>[]{}@`\\:\t\n\r\x00\ufeff\u2028ö👋-", "  ", "- ", "*a", "!!set ", "---\n"]
)
VALUES = st.sampled_from(
    (
        *("", "[]", "{}", "[a]", "{a: b}", "-1", "9" * 30, "٣", "ja", "null", "~", "1e3", "60"),
        *("tisdag 9:00", "varje dag", "2027-02-30", "9999-12-31", "0001-01-01", "1–53"),
        *("var 60:e vecka 9:00", "varje tisdag 9:00"),
    )
)
LENGTH = st.integers(0, len(GOOD))


def survives(data: bytes) -> None:
    """Reading gives entries or mistakes that can be read, never a traceback."""
    with tempfile.TemporaryDirectory() as directory:
        found = read(data, Path(directory))
    for problem in found.problems:
        assert problem.line >= 1
        assert all(problem.text(language).strip() for language in LANGUAGES)
    assert not (found.mistakes and found.entries)
    for entry in found.entries:
        assert entry.planned(swedish_holiday)


@given(st.lists(st.tuples(LENGTH, PIECES), min_size=1, max_size=4))
def test_pieces_put_in(places: list[tuple[int, str]]) -> None:
    """Signs that mean something, put in anywhere."""
    text = GOOD
    for place, piece in places:
        text = text[:place] + piece + text[place:]
    survives(text.encode())


@given(st.lists(st.tuples(LENGTH, VALUES), min_size=1, max_size=3))
def test_values_exchanged(values: list[tuple[int, str]]) -> None:
    """What stands after a colon is something else."""
    lines = GOOD.split("\n")
    for at, value in values:
        key, colon, _ = lines[at % len(lines)].partition(":")
        lines[at % len(lines)] = f"{key}{colon} {value}"
    survives("\n".join(lines).encode())


@given(LENGTH, LENGTH, st.integers(0, 8))
def test_lines_moved(taken: int, put: int, indent: int) -> None:
    """A line is moved and indented in another way."""
    lines = GOOD.split("\n")
    moved = lines.pop(taken % len(lines))
    lines.insert(put % (len(lines) + 1), " " * indent + moved.strip())
    survives("\n".join(lines).encode())


@given(st.binary(max_size=300) | LENGTH.map(lambda length: GOOD.encode()[:length]))
def test_any_bytes_and_half_files(data: bytes) -> None:
    """Something quite else, or a file that is half saved."""
    survives(data)
