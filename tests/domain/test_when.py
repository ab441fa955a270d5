"""What people type for when: a table of phrases, those to be refused, and anything at all."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.recurrence import Alternating, Weekly
from bot.domain.when import When, parse_time, parse_weeks, parse_when
from bot.domain.when.text import LONGEST
from bot.errors import (
    BadDate,
    BadTime,
    BadWeeks,
    PastWhen,
    UnclearTime,
    UnclearWhen,
    UserError,
)
from bot.locales import LANGUAGES, words
from tests.domain.phrases import (
    BAD_DATES,
    BAD_TIMES,
    DAYS,
    FRI,
    REFUSED,
    SERIES,
    TIMES,
    TODAY,
    TUE,
    WED,
)


def clock(text: str) -> time | None:
    """Return the time, none for an empty text."""
    return time.fromisoformat(text) if text else None


@pytest.mark.parametrize("text", SERIES)
def test_series(text: str) -> None:
    """How often, and at what time."""
    recurrence, at = SERIES[text]
    assert parse_when(text, TODAY) == When(recurrence, None, clock(at))


@pytest.mark.parametrize("text", DAYS)
def test_days(text: str) -> None:
    """One day, and at what time."""
    day, at = DAYS[text]
    assert parse_when(text, TODAY) == When(None, date.fromisoformat(day), clock(at))


def test_the_tables_are_long() -> None:
    """Enough ways of saying it are tried."""
    assert len(SERIES) + len(DAYS) >= 120
    assert len(REFUSED) >= 50


@pytest.mark.parametrize("text", REFUSED)
def test_near_misses(text: str) -> None:
    """What is not understood in full is refused, and the words say what is amiss."""
    with pytest.raises(UnclearWhen) as caught:
        parse_when(text, TODAY)
    assert caught.value.params["kind"] == REFUSED[text]


@pytest.mark.parametrize("text", BAD_DATES)
def test_bad_dates(text: str) -> None:
    """A date that no calendar has, or far away."""
    with pytest.raises(BadDate):
        parse_when(text, TODAY)


@pytest.mark.parametrize("text", BAD_TIMES)
def test_bad_times(text: str) -> None:
    """A time that no clock shows, alone and with a day."""
    for read in (parse_time, lambda text: parse_when(f"tisdag {text}", TODAY)):
        with pytest.raises(BadTime):
            read(text)


@pytest.mark.parametrize("text", TIMES)
def test_times(text: str) -> None:
    """A time alone, and the same with a day before it and after it."""
    at = clock(TIMES[text])
    assert parse_time(text) == at
    assert parse_when(f"varannan tisdag {text}", TODAY).at == at
    assert parse_when(f"{text} varannan tisdag", TODAY).at == at


@pytest.mark.parametrize("text", ["", "hej", "tisdag", "tisdag 9", "9 2 mars", "varje vecka", "em"])
def test_no_time(text: str) -> None:
    """A time is a time and nothing else."""
    with pytest.raises(UnclearWhen):
        parse_time(text)


@pytest.mark.parametrize(
    ("text", "early", "late"),
    [
        ("2", "02:00", "14:00"),
        ("kl 1:30", "01:30", "13:30"),
        ("halv två", "01:30", "13:30"),
        ("kvart i fem", "04:45", "16:45"),
    ],
)
def test_night_or_afternoon(text: str, early: str, late: str) -> None:
    """Two in the afternoon is not planned at night: it is asked which is meant."""
    for said in (text, f"{text} varje tisdag"):
        with pytest.raises(UnclearTime) as caught:
            parse_when(said, TODAY) if said != text else parse_time(said)
        assert caught.value.params == {"text": said, "early": early, "late": late}


def test_the_usual_day_lends_its_weekday() -> None:
    """Weeks without a weekday take that of the day the caller names; months do not."""
    assert parse_when("var tredje vecka", TODAY, TODAY).recurrence == Weekly(WED, 3)
    assert parse_when("varannan fredag", TODAY, TODAY).recurrence == Weekly(FRI, 2)
    assert parse_when("jämna veckor", TODAY, TODAY).recurrence == Alternating(WED, even=True)
    for text, kind in (("en gång i månaden", "month-day"), ("nästa vecka", "weekday")):
        with pytest.raises(UnclearWhen) as caught:
            parse_when(text, TODAY, TODAY)
        assert caught.value.params["kind"] == kind


@given(st.dates(date(2024, 1, 1), date(2040, 12, 31)))
def test_days_without_a_year_are_to_come(today: date) -> None:
    """Today included for a date, left out for a weekday, and never more than a year away."""
    for ahead in (0, 1, 27, 300):
        day = today + timedelta(days=ahead)
        assert parse_when(f"{day.day}/{day.month}", today).day == day
    for number, name in enumerate(("mån", "tis", "ons", "tors", "fre", "lör", "sön")):
        coming = parse_when(name, today).day
        assert coming is not None
        assert coming.weekday() == number
        assert 1 <= (coming - today).days <= 7
        following = parse_when(f"nästa {name}", today).day
        assert following is not None
        assert following - today.replace() == timedelta(days=7 - today.weekday() + number)


def test_a_when_is_one_of_both() -> None:
    """Neither both nor none of a recurrence and a day."""
    for recurrence, day in ((None, None), (Weekly(TUE), TODAY)):
        with pytest.raises(ValueError, match="either"):
            When(recurrence, day, None)


# --- weeks --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "weeks"),
    [
        ("", set()),
        ("  ", set()),
        ("-", set()),
        ("inga", set()),
        ("8", {8}),
        ("v. 8", {8}),
        ("v8", {8}),
        ("Vecka 8 och 9", {8, 9}),
        ("weeks 8 and 9", {8, 9}),
        ("8, 44 och 51–1", {8, 44, 51, 52, 53, 1}),
        ("8,44", {8, 44}),
        ("8 44", {8, 44}),
        ("v.8-v.10; 12", {8, 9, 10, 12}),
        ("28 till 31", {28, 29, 30, 31}),
        ("53", {53}),
        ("52-2", {52, 53, 1, 2}),
    ],
)
def test_weeks(text: str, weeks: set[int]) -> None:
    """Numbers and ranges, also into the next year."""
    assert parse_weeks(text) == weeks


@pytest.mark.parametrize(
    "text", ["54", "0-3", "8, 99", "juli", "8–", "8-9-10", "12-8", "8x", "8.5", "2/3", "v", "123"]
)
def test_bad_weeks(text: str) -> None:
    """What is no week number, and a range that is rather turned around."""
    with pytest.raises(BadWeeks):
        parse_weeks(text)


# --- anything at all ----------------------------------------------------------------------

BITS = sorted({bit for text in (*SERIES, *DAYS, *REFUSED, *TIMES) for bit in text.split()})
typed = st.lists(st.sampled_from(BITS) | st.text(max_size=4), max_size=12).map(" ".join)


@given(st.text(max_size=3000) | typed)
def test_any_text_is_read_or_refused_in_words(text: str) -> None:
    """No text makes another error than one that can be said, in either language."""
    for read in (lambda text: parse_when(text, TODAY, TODAY), parse_time, parse_weeks):
        try:
            read(text)
        except UserError as problem:
            for language in LANGUAGES:
                said = words(language)(f"error-{problem.code}", **problem.params)
                assert len(said) < 400


@pytest.mark.parametrize("bit", [*BITS, "1", "1 ", "9:", "i ", ". ", "- ", ",", "\u0301", "\ufdfa"])
@pytest.mark.parametrize("length", [LONGEST, 3000])
def test_long_texts_are_refused(bit: str, length: int) -> None:
    """No repetition makes the reading run away; a run-away reading would hang here."""
    with pytest.raises(UserError):
        parse_when((f"tisdag {bit * length}")[:length] + "§", TODAY)


def test_what_is_understood_is_short() -> None:
    """A text is not read when it is too long, whatever it says."""
    once = "tisdag "
    fitting = once * (LONGEST // len(once))
    assert parse_when(fitting, TODAY) == parse_when(once, TODAY)
    with pytest.raises(UnclearWhen):
        parse_when(fitting + once, TODAY)


def test_past_is_for_the_caller_to_tell() -> None:
    """A date that has been is read, and the error for it can be said."""
    assert parse_when("2026-01-02", TODAY).day == date(2026, 1, 2)
    problem = PastWhen(text="fredag 2 januari kl 09:00")
    said = words("sv")(f"error-{problem.code}", **problem.params)
    assert said.startswith("fredag 2 januari kl 09:00 har redan varit.")


def test_every_kind_is_said_in_words_of_its_own() -> None:
    """Each way in which a text is unclear has its own words in both languages."""
    kinds = {*REFUSED.values(), "time"}
    for language in LANGUAGES:
        said = {words(language)("error-unclear-when", text="…", kind=kind) for kind in kinds}
        assert len(said) == len(kinds) == 7
