"""The file of areas: what it says, and every mistake in it with its place and remedy."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.content.areas import FILE, AreaFile, AreasError, check_areas, read_areas
from bot.domain.people import PersonKey
from bot.domain.rollup import Area
from bot.locales import LANGUAGES

PROJECT = Path(__file__).resolve().parents[2]
EXAMPLE = PROJECT / "config" / "omraden.exempel.yaml"
PERSON = partial(PersonKey, "slack", "T1")
GOOD = """\
norr:
  namn: Vård norr
  chefer: [U1, U2]
  team: [solen, "#manen", C123, a, b, c]
söder:
  namn: Vård söder
  chefer:
    - U3
  team: [d, e, f, g, h, i]
allt:
  namn: All vård
  chefer: [U4]
  delar: [norr, söder]
"""

Write = Callable[[str], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write the file and return its directory."""

    def put(text: str) -> Path:
        (tmp_path / FILE).write_text(text, encoding="utf-8")
        return tmp_path

    return put


def said(directory: Path) -> str:
    """Return line, column and code of everything that is to say."""
    return ", ".join(
        f"{p.line}:{p.column} {p.code}" for p in read_areas(directory, PERSON).problems
    )


def test_what_a_good_file_says(write: Write) -> None:
    """Names, managers, teams without their sign, and areas of areas."""
    assert read_areas(write(GOOD), PERSON).areas == (
        Area(
            "norr",
            "Vård norr",
            frozenset([PERSON("U1"), PERSON("U2")]),
            ("solen", "manen", "C123", "a", "b", "c"),
        ),
        Area("söder", "Vård söder", frozenset([PERSON("U3")]), tuple("defghi")),
        Area("allt", "All vård", frozenset([PERSON("U4")]), (), ("norr", "söder")),
    )


def test_the_example_is_right(write: Write) -> None:
    """It can be copied as it is: no mistake and no advice."""
    found = read_areas(write(EXAMPLE.read_text(encoding="utf-8")), PERSON)
    assert found.problems == ()
    assert len(found.areas) == 3


def test_the_page_shows_a_good_file(write: Write) -> None:
    """What stands in the how-to can be copied."""
    text = (PROJECT / "docs" / "how-to" / "omraden.md").read_text(encoding="utf-8")
    found = read_areas(write(text.split("```yaml\n")[1].split("```")[0]), PERSON)
    assert found.problems == ()
    assert len(found.areas) == 3


def test_no_file_is_no_areas(tmp_path: Path) -> None:
    """An organisation without areas has nothing to do."""
    assert read_areas(tmp_path, PERSON).areas == ()
    assert read_areas(tmp_path / "nowhere", PERSON).problems == ()
    assert AreaFile(tmp_path, PERSON, "sv").areas() == ()


EDITS: dict[str, tuple[str, str, str]] = {
    "nothing": (GOOD, "# inget än\n", "1:1 areas-none"),
    "a list": (GOOD, "- norr\n", "1:1 areas-none"),
    "an area without keys": ("allt:\n", "tom: ett område\nallt:\n", "10:6 expected-keys"),
    "neither name nor managers": (
        "  namn: Vård norr\n  chefer: [U1, U2]\n",
        "",
        "1:1 areas-missing, 1:1 areas-missing",
    ),
    "no name": ("  namn: Vård norr\n", "", "1:1 areas-missing"),
    "an empty name": ("Vård norr", "", "1:1 areas-missing"),
    "a long name": ("Vård norr", "V" * 61, "2:9 too-long"),
    "no managers": ("  chefer: [U1, U2]\n", "", "1:1 areas-missing"),
    "one manager without a list": ("[U1, U2]", "U1", "3:11 expected-list"),
    "an empty list": ("[U1, U2]", "[]", "3:11 expected-list"),
    "a manager by name": (
        "[U1, U2]",
        '["@karin", Karin Ek]',
        "3:12 areas-no-person, 3:22 areas-no-person",
    ),
    "a misspelled key": (
        "  chefer: [U1, U2]\n",
        "  chef: [U1]\n",
        "3:3 unknown-key",
    ),
    "a misspelled key for the teams": ("  team: [d", "  tema: [d", "9:3 unknown-key"),
    "a misspelled name": ("  namn: Vård norr", "  nam: Vård norr", "2:3 unknown-key"),
    "another key instead": (
        "  chefer: [U1, U2]\n",
        "  adress: [U1]\n",
        "1:1 areas-missing, 3:3 unknown-key",
    ),
    "a team with spaces": ("solen,", "solen och,", "4:10 areas-no-name"),
    "a team in two areas": ("[d, e", "[solen, e", "9:10 areas-twice"),
    "a team twice": ("[d, e", "[d, d", "9:13 areas-twice"),
    "teams and parts": ("  delar:", "  team: [x, y, z]\n  delar:", "10:1 areas-teams-or-parts"),
    "neither": ("  delar: [norr, söder]\n", "", "10:1 areas-teams-or-parts"),
    "something else in the list": ("solen,", "{a: b},", "1:1 areas-no-spread, 4:9 areas-items"),
    "a sign that begins a comment": (
        "  team: [d, e, f, g, h, i]\n",
        "  team:\n    - #d\n    - e\n    - f\n    - g\n    - h\n    - i\n    - j\n",
        "10:7 hash-name",
    ),
    "several of them": (
        "  team: [d, e, f, g, h, i]\n",
        "  team:\n    - #d\n    - e\n    - #f\n    - g\n    - h\n    - i\n    - j\n",
        "10:7 hash-name, 12:7 hash-name",
    ),
    "the sign between brackets": ("[d, e, f", "[d, #e, f", "9:13 hash-name"),
    "the sign first between brackets": ("[d, e, f", "[#d, e, f", "9:10 hash-name"),
    "the sign after one in quotes": ("C123, a", "#c, a", "4:27 hash-name"),
    "the sign on lines of their own": (
        "[d, e, f",
        "[d,\n    #e,\n    f, j",
        "10:5 hash-name",
    ),
    "the sign before an area": ("söder:\n", "#söder:\n", "5:1 hash-name"),
    "an unknown part": ("[norr, söder]", "[nor, söder]", "13:11 areas-unknown-part"),
    "itself as a part": ("[norr, söder]", "[norr, allt]", "13:17 areas-nested"),
    "two teams": ('[solen, "#manen", C123, a, b, c]', "[solen, manen]", "1:1 areas-too-small"),
    "five teams": ("[d, e, f, g, h, i]", "[d, e, f, g, h]", "5:1 areas-no-spread"),
    "the same area twice": ("söder:\n", "norr:\n", "5:1 duplicate-key, 13:17 areas-unknown-part"),
    "not YAML": ("[U1, U2]", "[U1, U2", "3:11 bracket"),
}


@pytest.mark.parametrize("name", EDITS)
def test_each_mistake_is_found_at_its_place(write: Write, name: str) -> None:
    """Everything at once, with line and column; and said in both languages with a remedy."""
    old, new, expected = EDITS[name]
    assert old in GOOD
    directory = write(GOOD.replace(old, new, 1))
    assert said(directory) == expected
    problems = read_areas(directory, PERSON).problems
    assert problems
    for language in LANGUAGES:
        for each in problems:
            assert FILE in each.text(language)
            assert each.remedy(language)


def test_small_areas_are_advised_and_used(write: Write) -> None:
    """Too few teams hinder nothing: more may come."""
    found = read_areas(write(GOOD.replace("[d, e, f, g, h, i]", "[d]")), PERSON)
    assert [each.code for each in found.problems] == ["areas-too-small"]
    assert found.mistakes == ()
    assert len(found.areas) == 3


def test_unknown_teams_are_advised(write: Write) -> None:
    """With what was probably meant; a team can be named by its channel."""
    known = {"solen", "manen", "C123", *"abcdefgh", "ii"}
    found = check_areas(write(GOOD.replace("solen", "sollen")), PERSON, known)
    assert [(p.code, p.params["team"], p.params["nearest"]) for p in found.problems] == [
        ("areas-unknown-team", "sollen", "solen"),
        ("areas-unknown-team", "i", "ii"),
    ]
    assert check_areas(write(GOOD), PERSON).problems == ()


@pytest.mark.parametrize(
    "comment",
    [
        "  # chefer:",
        "  #chefer: [U9]",
        "  #chefer:\n  #  - U9",
        "  chefer: [U1, U2] #tills vidare",
        "  chefer: [U1, U2] #tillsvidare]",
        "  #tills vidare, eller längre:",
        "  chefer: #Karin och Omar\n    - U1",
        "  chefer:\n    - #Karin\n      U1",
        "  chefer: [U1,  #Karin\n    U2]",
    ],
)
def test_a_comment_is_a_comment(write: Write, comment: str) -> None:
    """What is no name is left alone, also without a space after its sign."""
    given = "  chefer: [U1, U2]\n"
    text = GOOD.replace(given, f"{comment}\n" + ("" if "\n    " in comment else given), 1)
    if "chefer: [U1, U2] #" in comment:
        text = GOOD.replace(given, f"{comment}\n", 1)
    assert said(write(text)) == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_name_that_is_read_as_a_comment_is_told(write: Write, language: str) -> None:
    """With the name, and that it belongs between quotation marks."""
    text = GOOD.replace("[d, e", "[#solrosen, e")
    (problem,) = read_areas(write(text), PERSON).problems
    assert '"#solrosen"' in problem.text(language)


# --- read again ---------------------------------------------------------------------------


def changed(directory: Path, text: str) -> None:
    """Write the file anew, with a time of change of its own."""
    path = directory / FILE
    later = path.stat().st_mtime_ns + 1_000_000 if path.exists() else 1
    path.write_text(text, encoding="utf-8")
    os.utime(path, ns=(later, later))


def test_a_change_is_seen_and_a_mistake_keeps_what_was(write: Write) -> None:
    """The last good version holds until the file is right again; mistakes are told."""
    directory = write(GOOD)
    file = AreaFile(directory, PERSON, "sv")
    assert len(file.areas()) == 3
    changed(directory, GOOD.replace("chefer", "chef"))
    assert len(file.areas()) == 3
    assert any("rad 3" in each for each in file.complaints("sv"))
    changed(directory, GOOD.replace("Vård norr", "Norra vården"))
    assert file.areas()[0].name == "Norra vården"
    assert file.complaints("sv") == ()
    (directory / FILE).unlink()
    (directory / FILE).symlink_to("nowhere")
    assert file.areas()[0].name == "Norra vården"
    assert file.complaints("sv") != ()
    (directory / FILE).unlink()
    assert file.areas() == ()


def test_a_start_with_mistakes_is_refused(write: Write) -> None:
    """There is no good version to keep to: all is told, and what to do."""
    with pytest.raises(AreasError) as problem:
        AreaFile(write(GOOD.replace("chefer", "chef")), PERSON, "sv")
    assert str(problem.value).count("Menade du ”chefer”?") == 3
    assert "saknar" not in str(problem.value)
    assert "docs/how-to/omraden.md" in str(problem.value)


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    """A folder of that name, for one."""
    (tmp_path / FILE).mkdir()
    assert said(tmp_path) == "1:1 unreadable"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.text(max_size=80), st.integers(0, len(GOOD)))
def test_no_file_breaks_the_reading(write: Write, text: str, place: int) -> None:
    """Whatever stands in it: areas or mistakes, never a traceback, and never both."""
    directory = write("")
    (directory / FILE).write_bytes(
        (GOOD[:place] + text + GOOD[place:]).encode("utf-8", "surrogatepass")
    )
    found = read_areas(directory, PERSON)
    assert not (found.areas and found.mistakes)
    for each in found.problems:
        assert each.text("sv")
