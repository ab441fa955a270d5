"""Swedish holidays, by the law on public holidays (lag 1989:253) and an Easter worked out apart."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest
from dateutil.easter import easter

from bot.almanac import holiday_name, swedish_holiday

BY_HAND = {
    2026: "0101 0106 0403 0404 0405 0406 0501 0514 0524 0606 0619 0620 1031 1224 1225 1226 1231",
    2027: "0101 0106 0326 0327 0328 0329 0501 0506 0516 0606 0625 0626 1106 1224 1225 1226 1231",
    2028: "0101 0106 0414 0415 0416 0417 0501 0525 0604 0606 0623 0624 1104 1224 1225 1226 1231",
}


def days(year: int) -> list[date]:
    """Return the days of a year."""
    first = date(year, 1, 1).toordinal()
    return [date.fromordinal(each) for each in range(first, date(year + 1, 1, 1).toordinal())]


def by_law(year: int) -> set[date]:
    """Return the holidays as 1 § of the law names them, and four eves."""
    fixed = {(1, 1), (1, 6), (5, 1), (6, 6), (12, 24), (12, 25), (12, 26), (12, 31)}
    found = {date(year, month, day) for month, day in fixed}
    # Good Friday, the eve, Easter Day and Monday; Ascension Day; Pentecost, 50 days with Easter.
    found |= {easter(year) + timedelta(days=n) for n in (-2, -1, 0, 1, 39, 49)}
    midsummer = next(date(year, 6, d) for d in range(20, 27) if date(year, 6, d).weekday() == 5)
    saints = (date(year, 10, 31) + timedelta(days=n) for n in range(7))
    return (
        found
        | {midsummer, midsummer - timedelta(days=1)}
        | {next(day for day in saints if day.weekday() == 5)}
    )


@pytest.mark.parametrize("year", BY_HAND)
def test_holidays_by_hand(year: int) -> None:
    """Three years, read off a printed calendar."""
    found = [f"{day:%m%d}" for day in days(year) if swedish_holiday(day)]
    assert found == BY_HAND[year].split()


@pytest.mark.parametrize("year", range(2024, 2041))
def test_holidays_by_law(year: int) -> None:
    """Every day of seventeen years."""
    assert {day for day in days(year) if swedish_holiday(day)} == by_law(year)


@pytest.mark.parametrize(
    "day",
    [
        date(2027, 1, 5),  # trettondagsafton
        date(2027, 3, 25),  # skärtorsdagen
        date(2027, 4, 30),  # valborgsmässoafton
        date(2027, 5, 7),  # klämdag: told by its neighbours, not by name
        date(2027, 5, 15),  # pingstafton
        date(2027, 11, 5),  # allahelgonsafton
        date(2027, 11, 7),  # any Sunday
        date(2027, 11, 8),
    ],
)
def test_days_that_are_no_holidays(day: date) -> None:
    """Half days, a squeeze day, a Sunday and a Monday."""
    assert not swedish_holiday(day)
    assert holiday_name(day, "sv") == ""


@pytest.mark.parametrize(
    ("day", "swedish", "english"),
    [
        (date(2027, 5, 6), "Kristi himmelsfärdsdag", "Ascension Day"),
        (date(2027, 6, 25), "Midsommarafton", "Midsummer Eve"),
        (date(2027, 3, 27), "Påskafton", "Holy Saturday"),
        (date(2026, 12, 24), "Julafton", "Christmas Eve"),
    ],
)
def test_names(day: date, swedish: str, english: str) -> None:
    """A holiday is named in the reader's language; easy Swedish has the Swedish names."""
    assert holiday_name(day, "sv") == holiday_name(day, "lattlast") == swedish
    assert holiday_name(day, "en") == english


def test_threads_get_the_same() -> None:
    """Many threads that ask at once, of years nobody has asked for, all get the answer."""
    asked = [date(year, 12, 25) for year in range(2041, 2061)] * 20
    with ThreadPoolExecutor(16) as pool:
        assert all(pool.map(swedish_holiday, asked))


def test_the_library_is_not_loaded_before_it_is_needed() -> None:
    """The command line starts without it; asking for a day loads it."""
    script = (
        "import sys, datetime, bot.cli, bot.almanac\n"
        "before = 'holidays' in sys.modules\n"
        "bot.almanac.swedish_holiday(datetime.date(2027, 5, 6))\n"
        "print(before, 'holidays' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout.split() == ["False", "True"]
