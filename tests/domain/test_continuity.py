"""Who may read what when managers change, and what the mark of a wish tells."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.continuity import forgotten_at, month_of, wish_token
from bot.domain.people import PersonKey
from bot.domain.programme import ThemeRef
from bot.domain.round import Round

OPENED = datetime(2026, 3, 2, 12, tzinfo=UTC)
REF = ThemeRef(programme="kvarten", theme="tema4")
PEOPLE = tuple(PersonKey("slack", "T1", f"p{number}") for number in range(8))
SECRET = b"s" * 32

sets = st.frozensets(st.sampled_from(PEOPLE))


def round_(roster: frozenset[PersonKey], readers: frozenset[PersonKey]) -> Round:
    """Return an open round."""
    return Round(
        id="r",
        team_ids=("t",),
        theme=REF,
        theme_version="v",
        opened_at=OPENED,
        roster=tuple(sorted(roster)),
        invited=len(roster),
        quote_threshold=10,
        readers=tuple(sorted(readers - roster)),
    )


@given(sets, sets, st.lists(st.tuples(sets, sets), max_size=6))
def test_nobody_who_can_answer_ever_reads(
    roster: frozenset[PersonKey],
    readers: frozenset[PersonKey],
    changes: list[tuple[frozenset[PersonKey], frozenset[PersonKey]]],
) -> None:
    """However often the managers change; and whoever read it is never left without a successor."""
    box = round_(roster, readers)
    had_some = bool(box.readers)
    for new, left in changes:
        box = box.handed_over(new, left - new)
        assert not roster & set(box.readers)
        assert box.roster == tuple(sorted(roster))
        had_some = had_some or bool(new - roster)
        assert bool(box.readers) == had_some


@given(sets, sets, sets)
def test_who_left_reads_only_while_nobody_else_may(
    roster: frozenset[PersonKey], readers: frozenset[PersonKey], new: frozenset[PersonKey]
) -> None:
    """All earlier managers leave: either the new ones read, or all stays as it was."""
    box = round_(roster, readers)
    after = box.handed_over(new, readers - new)
    able = new - roster
    assert set(after.readers) == ((set(box.readers) & new) | able if able else set(box.readers))


def test_a_reader_on_the_roster_is_refused() -> None:
    """The guard itself: a round that would tell one of its writers can't be made."""
    with pytest.raises(ValueError, match="read the result"):
        replace(round_(frozenset(PEOPLE[:3]), frozenset()), readers=PEOPLE[:1])


def test_marks_differ_in_everything() -> None:
    """Another secret, team, theme or person is another mark: nothing can be put together."""
    other = ThemeRef(programme="kvarten", theme="tema5")
    marks = {
        wish_token(SECRET, "t", REF, PEOPLE[0]),
        wish_token(b"x" * 32, "t", REF, PEOPLE[0]),
        wish_token(SECRET, "u", REF, PEOPLE[0]),
        wish_token(SECRET, "t", other, PEOPLE[0]),
        wish_token(SECRET, "t", REF, PEOPLE[1]),
        wish_token(SECRET, "t", REF, PEOPLE[0]._replace(tenant="T2")),
    }
    assert len(marks) == 6
    assert wish_token(SECRET, "t", REF, PEOPLE[0]) in marks


@given(st.timedeltas(timedelta(0), timedelta(days=36500)))
def test_a_wish_is_kept_for_a_year_at_most(later: timedelta) -> None:
    """And for eleven months at least; only its month is kept."""
    at = datetime(2000, 1, 1, tzinfo=UTC) + later
    month = month_of(at)
    assert month.day == 1
    assert timedelta(days=330) < forgotten_at(month) - at <= timedelta(days=366)


def test_leap_years_have_no_hole() -> None:
    """The first of a month is in every year."""
    assert forgotten_at(date(2028, 2, 1)) == datetime(2029, 2, 1, tzinfo=UTC)
