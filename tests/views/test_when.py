"""Recurrences, days and breaks in words; and what is said is understood when it is typed."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.domain.recurrence import (
    LAST,
    PLACES,
    Alternating,
    Breaks,
    Monthly,
    Recurrence,
    Weekday,
    Weekly,
)
from bot.domain.when import When, parse_weeks, parse_when
from bot.locales import LANGUAGES, words
from bot.views.when import breaks_in_words, day_in_words, recurrence_in_words, weeks_in_words

TODAY = date(2026, 11, 18)
EVERY_RECURRENCE: tuple[Recurrence, ...] = (
    *(Weekly(weekday, every) for weekday in Weekday for every in range(1, 53)),
    *(Alternating(weekday, even) for weekday in Weekday for even in (True, False)),
    *(Monthly(day, nth, every) for day in Weekday for nth in PLACES for every in range(1, 13)),
)
languages = st.sampled_from(LANGUAGES)


@pytest.mark.parametrize(
    ("recurrence", "at", "swedish", "english"),
    [
        (Weekly(Weekday.TUESDAY), "09:00", "varje tisdag kl 09:00", "every Tuesday at 09:00"),
        (
            Weekly(Weekday.TUESDAY, 2),
            "09:00",
            "varannan tisdag kl 09:00",
            "every other Tuesday at 09:00",
        ),
        (
            Weekly(Weekday.SUNDAY, 3),
            "13:05",
            "var tredje söndag kl 13:05",
            "every 3 weeks on Sunday at 13:05",
        ),
        (
            Weekly(Weekday.MONDAY, 21),
            "09:00",
            "med 21 veckors mellanrum på måndag kl 09:00",
            "every 21 weeks on Monday at 09:00",
        ),
        (
            Alternating(Weekday.TUESDAY, even=True),
            "09:00",
            "tisdagar jämna veckor kl 09:00",
            "Tuesdays in even weeks at 09:00",
        ),
        (
            Alternating(Weekday.SUNDAY, even=False),
            "09:00",
            "söndagar udda veckor kl 09:00",
            "Sundays in odd weeks at 09:00",
        ),
        (
            Monthly(Weekday.TUESDAY, 2),
            "13:30",
            "andra tisdagen i månaden kl 13:30",
            "second Tuesday of the month at 13:30",
        ),
        (
            Monthly(Weekday.FRIDAY, LAST, 2),
            "14:00",
            "sista fredagen varannan månad kl 14:00",
            "last Friday every other month at 14:00",
        ),
        (
            Monthly(Weekday.MONDAY, 1, 3),
            "08:00",
            "första måndagen var tredje månad kl 08:00",
            "first Monday every 3 months at 08:00",
        ),
    ],
)
def test_recurrences(recurrence: Recurrence, at: str, swedish: str, english: str) -> None:
    """How often and when, as one would say it."""
    for language, said in (("sv", swedish), ("en", english)):
        assert recurrence_in_words(recurrence, time.fromisoformat(at), words(language)) == said


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_recurrence_is_understood_when_typed(language: str) -> None:
    """What the bot says can be typed back to it, for every recurrence that there can be."""
    said = [recurrence_in_words(each, time(13, 30), words(language)) for each in EVERY_RECURRENCE]
    assert len(set(said)) == len(EVERY_RECURRENCE)
    for recurrence, text in zip(EVERY_RECURRENCE, said, strict=True):
        assert parse_when(text, TODAY) == When(recurrence, None, time(13, 30))


@given(st.sampled_from(EVERY_RECURRENCE), st.integers(0, 1439), languages)
def test_every_time_is_understood_when_typed(
    recurrence: Recurrence, minute: int, language: str
) -> None:
    """At any time of day, shouted or whispered."""
    at = time(minute // 60, minute % 60)
    said = recurrence_in_words(recurrence, at, words(language))
    for text in (said, said.upper(), f"  {said.replace(':', '.')}."):
        assert parse_when(text, TODAY) == When(recurrence, None, at)


@given(st.integers(-300, 3000), languages, st.booleans())
def test_days_are_understood_when_typed(ahead: int, language: str, weekday: bool) -> None:
    """With its year, any day that is said is the day that is read."""
    day = TODAY + timedelta(days=ahead)
    said = day_in_words(day, words(language), year=True, weekday=weekday)
    assert parse_when(f"{said} 09:00", TODAY) == When(None, day, time(9))


def test_days() -> None:
    """With and without weekday and year."""
    day, sv, en = date(2027, 3, 2), words("sv"), words("en")
    assert day_in_words(day, sv) == "tisdag 2 mars"
    assert day_in_words(day, sv, year=True) == "tisdag 2 mars 2027"
    assert day_in_words(day, sv, weekday=False) == "2 mars"
    assert day_in_words(day, en, year=True) == "Tuesday 2 March 2027"
    assert day_in_words(day, en, year=True, weekday=False) == "2 March 2027"


@pytest.mark.parametrize(
    ("breaks", "swedish", "english"),
    [
        (
            Breaks(),
            ("helgdagar och aftnar", "klämdagar", "juli"),
            ("public holidays and their eves", "bridge days", "July"),
        ),
        (
            Breaks(holidays=False, months=frozenset({8, 6, 7}), weeks=frozenset({44})),
            ("klämdagar", "juni", "juli", "augusti", "vecka 44"),
            ("bridge days", "June", "July", "August", "week 44"),
        ),
        (
            Breaks(
                squeeze_days=False,
                months=frozenset(),
                weeks=frozenset({8, 44, 51, 52, 53, 1}),
            ),
            ("helgdagar och aftnar", "veckorna 8, 44 och 51–1"),
            ("public holidays and their eves", "weeks 8, 44 and 51–1"),
        ),
        (Breaks(holidays=False, squeeze_days=False, months=frozenset()), (), ()),
    ],
)
def test_breaks(breaks: Breaks, swedish: tuple[str, ...], english: tuple[str, ...]) -> None:
    """Each thing that is left out, in the order of the form."""
    assert breaks_in_words(breaks, words("sv")) == swedish
    assert breaks_in_words(breaks, words("en")) == english


@given(st.frozensets(st.integers(1, 53)), languages)
@example(frozenset(range(1, 54)) - {30}, "sv")  # too long to be said as 31–29
def test_weeks_are_understood_when_typed(weeks: frozenset[int], language: str) -> None:
    """What is said of the weeks can be typed back."""
    assert parse_weeks(weeks_in_words(weeks, words(language))) == weeks
