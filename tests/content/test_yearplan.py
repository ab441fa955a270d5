"""The plan of the year, `arshjul.yaml`: what is read, and what becomes of a file that changes."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

import pytest

from bot.almanac import swedish_holiday
from bot.content import YearFile, YearRead, read_year
from bot.content.yearplan import LARGEST
from bot.domain.plan import Opening
from bot.domain.recurrence import LAST, Alternating, Breaks, Monthly, Weekday, Weekly
from bot.domain.yearplan import of_team
from tests.content.yearfiles import GOOD, MISTAKES, edited, read
from tests.services.people import PROGRAMMES
from tests.services.world import FixedCatalogue

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


def test_even_and_odd_weeks(tmp_path: Path) -> None:
    """Read as in the chat; week 53 of 2026 and week 1 of 2027 are both odd."""
    text = GOOD.replace("andra tisdagen i månaden 13.30", "udda veckor torsdag 07:15").replace(
        "1 september", "2026-12-28"
    )
    entry = read(text, tmp_path).entries[0]
    assert entry.draft.recurrence == Alternating(Weekday.THURSDAY, even=False)
    assert entry.planned(swedish_holiday) == (date(2027, 1, 7), date(2027, 1, 21))
    other = read(text.replace("udda", "jämna"), tmp_path).entries[0]
    assert other.planned(swedish_holiday) == (date(2027, 1, 14), date(2027, 1, 28))
    assert other.source != entry.source


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


def test_a_file_of_comments_is_read_at_once(tmp_path: Path) -> None:
    """Each line is looked at once, however many there are; a slower way would hang here."""
    comments = "  #n:\n" * 150_000
    assert read(GOOD + comments, tmp_path).entries == read(GOOD, tmp_path).entries


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
