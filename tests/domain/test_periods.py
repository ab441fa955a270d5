"""Years and quarters as people type them."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.periods import YEARS, ReportPeriod, read_period
from bot.errors import BadPeriod

TODAY = date(2027, 5, 20)
Q = ReportPeriod

periods = st.builds(ReportPeriod, st.integers(YEARS[1], YEARS[-2]), st.none() | st.integers(1, 4))
days = st.dates(date(2001, 1, 1), date(2098, 12, 31))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2027", Q(2027)),
        (" 2026. ", Q(2026)),
        ("kvartal 1", Q(2027, 1)),
        ("Kvartal 2", Q(2027, 2)),
        ("kvartal 3", Q(2026, 3)),
        ("kvartal 4", Q(2026, 4)),
        ("kvartal1", Q(2027, 1)),
        ("kv 1", Q(2027, 1)),
        ("q1", Q(2027, 1)),
        ("Q3 2025", Q(2025, 3)),
        ("2025 Q3", Q(2025, 3)),
        ("2025Q3", Q(2025, 3)),
        ("kvartal 1 2028", Q(2028, 1)),
        ("kvartal 1, 2026", Q(2026, 1)),
        ("2026 kvartal 4", Q(2026, 4)),
        ("första kvartalet", Q(2027, 1)),
        ("fjärde kvartalet 2025", Q(2025, 4)),
        ("quarter 2 2026", Q(2026, 2)),
        ("second quarter", Q(2027, 2)),
        ("i år", Q(2027)),
        ("year", Q(2027)),
        ("förra året", Q(2026)),
        ("last year", Q(2026)),
        ("kvartal", Q(2027, 2)),
        ("kvartalet", Q(2027, 2)),
        ("förra kvartalet", Q(2027, 1)),
        ("last quarter", Q(2027, 1)),
    ],
)
def test_what_people_type(text: str, meant: ReportPeriod) -> None:
    """With and without a year, in both languages."""
    assert read_period(text, TODAY) == meant


@pytest.mark.parametrize(
    "text",
    ["", "gurka", "kvartal 5", "kvartal 0", "1", "27", "1999", "2100", "20277",
     "2026 kvartal 1 2027", "kvartal 1 2", "٢٠٢٧", "q", "2027 2026"],
)  # fmt: skip
def test_what_is_no_period(text: str) -> None:
    """It is refused and not guessed."""
    with pytest.raises(BadPeriod):
        read_period(text, TODAY)


@given(periods)
def test_written_and_read_again(period: ReportPeriod) -> None:
    """What stands on a button is the period, and people may type it, too."""
    assert ReportPeriod.parse(str(period)) == period
    assert read_period(str(period), TODAY) == period


@pytest.mark.parametrize("text", ["", "x", "2027Q5", "1999", "Q1"])
def test_forged_values_are_refused(text: str) -> None:
    """A value that no button carries is a ValueError."""
    with pytest.raises(ValueError, match=r"."):
        ReportPeriod.parse(text)


@given(days, st.booleans())
def test_every_day_lies_in_one_period(day: date, quarter: bool) -> None:
    """The years, and the quarters, follow each other without gap or overlap."""
    period = ReportPeriod.of(day, quarter=quarter)
    assert period.holds(day)
    assert not period.moved(1).holds(day)
    assert not period.moved(-1).holds(day)
    assert period.moved(1).first_day == period.last_day + timedelta(days=1)
    assert period.moved(3).moved(-3) == period


@given(days, st.integers(1, 4))
def test_a_quarter_without_a_year_has_begun(day: date, number: int) -> None:
    """It is the latest of its number, never one to come."""
    period = read_period(f"kvartal {number}", day)
    assert period.first_day <= day < ReportPeriod(period.year + 1, number).first_day


@given(st.text(max_size=30))
def test_any_text_is_a_period_or_refused(text: str) -> None:
    """No text does anything else."""
    with suppress(BadPeriod):
        assert read_period(text, TODAY).year in YEARS
