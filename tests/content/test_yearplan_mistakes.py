"""The plan of the year, `arshjul.yaml`: what is said of every mistake."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot import locales
from bot.content import load, read_year
from bot.content.yearplan_keys import BREAKS, ENTRY, FOR_ALL, TOP
from bot.locales import LANGUAGES
from tests.content.yearfiles import GOOD, MISTAKES, edited, read

HERE = Path(__file__).parent
ROOT = HERE.parents[1]

ADVICE: dict[str, tuple[str, str]] = {
    "more themes than days": ("till: 2027-03-01", "till: 2027-01-16"),
    "a single day on a holiday": ("15 april", "6 juni"),
    "twice on one day": ("15 april 13:00", "14 september 8:00"),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_said(language: str, tmp_path: Path, update_golden: bool) -> None:
    """All messages read as they were proofread, each with what is wrong and a remedy."""
    told = []
    for name, edit in {**MISTAKES, **ADVICE}.items():
        found = read(edited(edit), tmp_path)
        said = "\n".join(problem.text(language) for problem in found.problems)
        told.append(f"# {name}\n{said}".replace(f"{tmp_path}/", ""))
    written = "\n\n".join(told) + "\n"
    golden = HERE / "golden" / f"yearplan.{language}.txt"
    if update_golden:
        golden.write_text(written, encoding="utf-8")
    assert written == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_leaves_nothing(name: str, tmp_path: Path) -> None:
    """A file with a mistake plans nothing, not even what is right in it."""
    found = read(edited(MISTAKES[name]), tmp_path)
    assert found.mistakes
    assert found.entries == ()


@pytest.mark.parametrize("name", ADVICE)
def test_advice_leaves_all(name: str, tmp_path: Path) -> None:
    """What is only rarely meant is planned as it stands."""
    found = read(edited(ADVICE[name]), tmp_path)
    assert found.problems
    assert not found.mistakes
    assert len(found.entries) == 3


def test_every_kind_of_mistake_is_there(tmp_path: Path) -> None:
    """Every kind that the words name is shown, and there are many of them."""
    source = (Path(locales.__file__).parent / "yearplan.sv.ftl").read_text(encoding="utf-8")
    kinds = set(re.findall(r"^content-(year-[a-z-]+?)(?:-remedy)? =", source, re.MULTILINE))
    found = {
        problem.code
        for edit in (*MISTAKES.values(), *ADVICE.values())
        for problem in read(edited(edit), tmp_path).problems
    }
    assert kinds <= found
    assert len(found) >= 30


def test_the_years_file_of_the_examples_is_right() -> None:
    """What is copied from the example is right, without advice, and uses every key."""
    example = ROOT / "config" / "arshjul.exempel.yaml"
    found = read_year(example, load(ROOT / "dialogues").programmes)
    assert found.problems == ()
    text = example.read_text(encoding="utf-8")
    for key in (*TOP, *ENTRY, *FOR_ALL, *BREAKS):
        assert f"{key}:" in text


@pytest.mark.parametrize(
    "comment",
    ["  # koket:", "  #koket: i vår", "  #koket:\n    #- när: varannan fredag 8:00", "#team:"],
)
def test_a_comment_is_a_comment(comment: str, tmp_path: Path) -> None:
    """A team that is commented out with all its lines is left out, and no mistake."""
    assert read(GOOD + comment + "\n", tmp_path) == read(GOOD, tmp_path)


@pytest.mark.parametrize("name", ['"#koket"', "'#koket'"])
def test_a_name_in_quotes_may_begin_with_its_sign(name: str, tmp_path: Path) -> None:
    """It is the channel's name without it."""
    found = read(GOOD.replace("  koket:", f"  {name}:"), tmp_path)
    assert found == read(GOOD, tmp_path)
