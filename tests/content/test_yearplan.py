"""The plan of the year, `arshjul.yaml`: what is read, and what is said of every mistake."""

from __future__ import annotations

import re
import tempfile
from datetime import date, time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import locales
from bot.almanac import swedish_holiday
from bot.content import YearFile, YearRead, load, read_year
from bot.content.yearplan import LARGEST
from bot.content.yearplan_keys import BREAKS, ENTRY, FOR_ALL, TOP
from bot.domain.plan import Opening
from bot.domain.recurrence import LAST, Breaks, Monthly, Weekday, Weekly
from bot.domain.yearplan import of_team
from bot.locales import LANGUAGES
from tests.services.people import PROGRAMMES
from tests.services.world import FixedCatalogue

HERE = Path(__file__).parent
ROOT = HERE.parents[1]

GOOD = """\
år: 2027
alla:
  program: kvarten
  utelämna: {helgdagar: ja, klämdagar: ja, juli: ja, veckor: "8, 44"}
  meddela: 7
  start: fråga
team:
  natt-manen:
    - när: andra tisdagen i månaden 13.30
      från: 1 september
      antal: 2
    - program: extra
      första-tema: workshop
      när: 15 april 13:00
  koket:
    - första-tema: tema2
      när: varannan fredag 8:00
      till: 2027-03-01
      start: själv
      meddela: 0
      utelämna: {juli: nej, veckor: [51, 52]}
"""

MISTAKES: dict[str, tuple[str, str]] = {
    "nothing at all": ("(?s).*", ""),
    "only comments": ("(?s).*", "# inget än\n"),
    "a list": ("(?s).*", "- natt-manen\n"),
    "a misspelled key at the top": ("alla:", "allla:"),
    "a key of another language": ("team:", "teams:"),
    "a misspelled key of an entry": ("antal: 2", "antl: 2"),
    "a misspelled break": ("klämdagar: ja", "klamdagar: ja"),
    "a key of an entry for all": ("  meddela: 7", "  antal: 7"),
    "no year": ("år: 2027\n", ""),
    "a year in words": ("2027\nalla", "i år\nalla"),
    "a year long ago": ("år: 2027", "år: 1927"),
    "a year far away": ("år: 2027", "år: 20270"),
    "no teams": ("(?s)team:.*", ""),
    "teams as a list": ("(?s)team:.*", "team: [natt-manen]\n"),
    "a team without entries": ("(?s)  koket:.*", "  koket:\n"),
    "a theme by half its key": ("    - första-tema: tema2\n", "    - tema: tema2\n"),
    "a team with keys instead of a list": ("    - första-tema: tema2\n", "      första: 1\n"),
    "a team twice": ("  koket:", "  Natt-Manen:"),
    "a team in the same words": ("  koket:", "  natt-manen:"),
    "two teams in one": ("  koket:", "  koket, natt:"),
    "all as a text": ("(?s)alla:.*(?=team:)", "alla: kvarten\n"),
    "an entry as a text": ("(?s)    - första-tema: tema2.*", "    - varje fredag 8:00\n"),
    "no programme": ("  program: kvarten\n", ""),
    "a programme without a name": ("program: extra", "program:"),
    "a misspelled programme": ("program: extra", "program: exrta"),
    "a programme from nowhere": ("program: kvarten", "program: xyz"),
    "a misspelled theme": ("tema: workshop", "tema: worksop"),
    "a theme of another programme": ("tema: tema2", "tema: tema7"),
    "no when": ("      när: 15 april 13:00\n", ""),
    "when as a list": ("när: 15 april 13:00", "när: [15 april, 13:00]"),
    "a when that means nothing": ("varannan fredag 8:00", "ibland på fredagar kl 8:00"),
    "no weekday": ("varannan fredag 8:00", "varannan vecka 8:00"),
    "no day of the month": ("andra tisdagen i månaden 13.30", "varje månad 13.30"),
    "a fifth weekday": ("andra tisdagen", "femte tisdagen"),
    "no time": ("varannan fredag 8:00", "varannan fredag"),
    "parts that do not fit": ("varannan fredag 8:00", "varannan fredag 2 mars 8:00"),
    "two days": ("15 april 13:00", "15 april 13:00 och 16 april 13:00"),
    "half past one": ("15 april 13:00", "15 april halv två"),
    "twenty-five o'clock": ("15 april 13:00", "15 april 25:00"),
    "the 31st of April": ("15 april 13:00", "31 april 13:00"),
    "tomorrow": ("15 april 13:00", "i morgon 13:00"),
    "on Tuesday": ("15 april 13:00", "på tisdag 13:00"),
    "a beginning that is no day": ("från: 1 september", "från: varje höst"),
    "a beginning with a time": ("från: 1 september", "från: 1 september 13:00"),
    "an end before the beginning": ("till: 2027-03-01", "till: 2026-03-01"),
    "an end for a single day": ("15 april 13:00", "15 april 13:00\n      till: 1 maj"),
    "breaks for a single day": ("15 april 13:00", "15 april 13:00\n      utelämna: {juli: nej}"),
    "a count in words": ("antal: 2", "antal: två"),
    "a count of nothing": ("antal: 2", "antal: 0"),
    "a count beyond all": ("antal: 2", "antal: 61"),
    "weeks that are none": ('"8, 44"', '"8, 61"'),
    "weeks as keys": ('"8, 44"', "{8: ja}"),
    "breaks as a text": (r"utelämna: \{helg.*\}", "utelämna: juli"),
    "perhaps": ("helgdagar: ja", "helgdagar: kanske"),
    "an early announcement": ("meddela: 7", "meddela: 15"),
    "an announcement in words": ("meddela: 7", "meddela: en vecka"),
    "a start from nowhere": ("start: fråga", "start: automatiskt"),
    "everything is left out": ('"8, 44"', '"1–53"'),
    "a tab": ("      antal", "\tantal"),
    "an alias": ("program: extra", "program: *extra"),
    "a missing quotation mark": ('"8, 44"', '"8, 44'),
    "two documents": ("team:", "---\nteam:"),
    "the same key twice": ("antal: 2", "antal: 2\n      antal: 3"),
}
"""What to replace in the good file, by what. What begins with (?s) is a regular expression."""

ADVICE: dict[str, tuple[str, str]] = {
    "more themes than days": ("till: 2027-03-01", "till: 2027-01-16"),
    "a single day on a holiday": ("15 april", "6 juni"),
    "twice on one day": ("15 april 13:00", "14 september 8:00"),
}


def read(text: str | bytes, directory: Path) -> YearRead:
    """Return what a file with this text says."""
    path = directory / "arshjul.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_year(path, PROGRAMMES)


def edited(edit: tuple[str, str]) -> str:
    """Return the good file with the mistake in it."""
    old, new = edit
    text, count = re.subn(old, lambda _: new, GOOD, count=1)
    assert count == 1, f"{old!r} is not in the good file"
    return text


# --- what is read -------------------------------------------------------------------------


def test_the_good_file(tmp_path: Path) -> None:
    """Each entry with what it says itself, and else with what holds for all."""
    found = read(GOOD, tmp_path)
    assert found.problems == ()
    tuesdays, workshop, fridays = found.entries
    assert [(each.team, each.name) for each in found.entries] == [
        ("natt-manen", "kvarten/1"),
        ("natt-manen", "extra/1"),
        ("koket", "kvarten/1"),
    ]
    assert tuesdays.draft.recurrence == Monthly(Weekday.TUESDAY, 2)
    assert tuesdays.draft.at == time(13, 30)
    assert tuesdays.draft.breaks == Breaks(weeks=frozenset({8, 44}))
    assert (tuesdays.draft.announce_days, tuesdays.draft.opening) == (7, Opening.ASK)
    assert tuesdays.planned(swedish_holiday) == (date(2027, 9, 14), date(2027, 10, 12))
    assert [ref.theme for ref in workshop.draft.themes] == ["workshop"]
    assert workshop.planned(swedish_holiday) == (date(2027, 4, 15),)
    assert fridays.draft.recurrence == Weekly(Weekday.FRIDAY, 2)
    assert [ref.theme for ref in fridays.draft.themes] == ["tema2", "tema3"]
    assert fridays.draft.breaks == Breaks(months=frozenset(), weeks=frozenset({51, 52}))
    assert (fridays.draft.announce_days, fridays.draft.opening) == (0, Opening.AUTO)


def test_few_words_are_enough(tmp_path: Path) -> None:
    """A year, a team, a programme and when; the rest is as a form would have it."""
    text = (
        "år: 2027\nteam:\n  natt:\n    - {program: kvarten, när: sista måndagen i månaden 9:00}\n"
    )
    (entry,) = read(text, tmp_path).entries
    assert entry.draft.recurrence == Monthly(Weekday.MONDAY, LAST)
    assert entry.draft.breaks == Breaks()
    assert (entry.draft.first, entry.draft.until) == (date(2027, 1, 1), date(2027, 12, 31))


def test_no_team_yet(tmp_path: Path) -> None:
    """A year without teams is right: it plans nothing."""
    assert read("år: 2027\nteam:\n", tmp_path) == YearRead()


def test_a_school_year(tmp_path: Path) -> None:
    """A beginning late in the year before and an end in the middle of the next."""
    text = GOOD.replace("1 september", "2026-08-15").replace("antal: 2", "till: 2027-06-10")
    entry = read(text, tmp_path).entries[0]
    assert entry.planned(swedish_holiday)[0] == date(2026, 9, 8)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"\xef\xbb\xbf" + GOOD.encode(), id="with a byte order mark"),
        pytest.param(GOOD.replace("\n", "\r\n").encode(), id="of Windows"),
    ],
)
def test_other_ways_to_save(data: bytes, tmp_path: Path) -> None:
    """Editors' own habits change nothing."""
    assert read(data, tmp_path).entries == read(GOOD, tmp_path).entries


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (GOOD.encode("latin-1"), "not-utf8"),
        (b"a: b\n" * (LARGEST // 5 + 1), "file-too-large"),
        (b"team: " + b"[" * 5000, "too-deep"),
        (b"a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n", "reference"),
    ],
)
def test_files_that_are_none(data: bytes, code: str, tmp_path: Path) -> None:
    """Other encodings, bombs and huge files end in words."""
    found = read(data, tmp_path)
    assert code in {problem.code for problem in found.mistakes}
    assert found.entries == ()


def test_a_thousand_teams_fit(tmp_path: Path) -> None:
    """A whole municipality in one file."""
    entry = "    - när: varannan fredag 8:00\n      från: 1 september\n      antal: 3\n" * 2
    teams = "".join(f"  enhet-{number}:\n{entry}" for number in range(1000))
    found = read("år: 2027\nalla: {program: kvarten}\nteam:\n" + teams, tmp_path)
    assert found.mistakes == ()
    assert len(found.entries) == 2000


# --- what is wrong ------------------------------------------------------------------------


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


# --- a file that changes ------------------------------------------------------------------


def test_reload(tmp_path: Path) -> None:
    """A new file counts, a bad one keeps the last good one, a removed one plans nothing."""
    file = YearFile(tmp_path, FixedCatalogue(PROGRAMMES))
    assert file.entries() == ()
    read(GOOD, tmp_path)
    good = file.entries()
    assert good is not None
    assert len(good) == 3
    read(edited(MISTAKES["a misspelled programme"]), tmp_path)
    assert file.entries() == good
    assert "exrta" in file.complaints("sv")[0]
    read(GOOD.replace("antal: 2", "antal: 3"), tmp_path)
    assert file.entries() != good
    assert file.complaints("sv") == ()
    (tmp_path / "arshjul.yaml").unlink()
    assert file.entries() == ()


def test_bad_from_the_start(tmp_path: Path) -> None:
    """What was planned before is not known, so nothing is told of it."""
    read(edited(MISTAKES["no year"]), tmp_path)
    assert YearFile(tmp_path, FixedCatalogue(PROGRAMMES)).entries() is None


def test_a_directory_out_of_reach_plans_nothing_away(tmp_path: Path) -> None:
    """A disk that is not there for a while takes no plan with it."""
    read(GOOD, tmp_path)
    file = YearFile(tmp_path, FixedCatalogue(PROGRAMMES))
    good = file.entries()
    tmp_path.rename(tmp_path.with_name("elsewhere"))
    assert file.entries() == good


def test_a_theme_that_is_removed_is_a_mistake_then(tmp_path: Path) -> None:
    """The file is read again when the dialogue files change."""
    read(GOOD, tmp_path)
    catalogue = FixedCatalogue(PROGRAMMES)
    file = YearFile(tmp_path, catalogue)
    assert file.complaints("sv") == ()
    catalogue.known = PROGRAMMES[:1]
    assert "extra" in file.complaints("sv")[0]
    assert file.entries()


# --- what an entry is ---------------------------------------------------------------------


def test_source_changes_with_what_is_asked_for_alone(tmp_path: Path) -> None:
    """Other words for the same, other lines and another theme in the programme change nothing."""
    (entry, *_) = read(GOOD, tmp_path).entries
    same = GOOD.replace("andra tisdagen i månaden 13.30", "2:a tisdagen varje månad kl 13:30")
    assert read(f"# ny rad\n{same}", tmp_path).entries[0].source == entry.source
    (longer, rest) = PROGRAMMES
    fewer = longer.model_copy(update={"themes": longer.themes[:-1]})
    shorter = read_year(tmp_path / "arshjul.yaml", (fewer, rest))
    assert shorter.entries[0].draft.themes != entry.draft.themes
    assert shorter.entries[0].source == entry.source
    for old, new in (("13.30", "13.45"), ("antal: 2", "antal: 3"), ('"8, 44"', '"8"')):
        assert read(GOOD.replace(old, new), tmp_path).entries[0].source != entry.source


def test_the_channels_name_is_read_as_people_write_it(tmp_path: Path) -> None:
    """With a hash and in capitals it is the same team."""
    found = read(GOOD.replace("  koket:", '  "#Koket":'), tmp_path)
    assert found.problems == ()
    assert len(of_team(found.entries, "koket")) == 1


# --- whatever it holds --------------------------------------------------------------------

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
