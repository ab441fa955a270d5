"""The queue of themes and the states of occasions, over all that could happen to them."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.plan import (
    Occasion,
    OccasionState,
    Opening,
    Plan,
    occasion_on,
    theme_now,
    themes_ahead,
    themes_left,
)
from bot.domain.programme import ThemeRef
from bot.domain.recurrence import Breaks

THEMES = tuple(ThemeRef(programme="p", theme=f"tema{n}") for n in range(1, 7))
ELSEWHERE = ThemeRef(programme="q", theme="tema1")
PLAN = Plan(
    id="plan",
    team_id="team",
    themes=THEMES,
    recurrence=None,
    at=time(9),
    timezone="Europe/Stockholm",
    breaks=Breaks(),
    announce_days=1,
    opening=Opening.ASK,
    created_at=datetime(2026, 1, 1, tzinfo=UTC),
)
FIRST = date(2026, 3, 3)

chosen = st.none() | st.sampled_from((*THEMES, ELSEWHERE))
out = st.frozensets(st.sampled_from((*THEMES, ELSEWHERE)))


@st.composite
def occasions(draw: st.DrawFn) -> list[Occasion]:
    """Draw occasions of a plan on any days, some moved past each other, in any state."""
    found = []
    for number in range(draw(st.integers(0, 8))):
        day = FIRST + timedelta(days=draw(st.integers(0, 20)))
        slot = occasion_on(PLAN, FIRST + timedelta(days=number))
        state = draw(st.sampled_from(OccasionState))
        found.append(replace(slot, day=day, state=state, theme=draw(chosen)))
    return found


@given(occasions(), out)
def test_no_theme_twice_and_none_that_is_out(
    every: list[Occasion], gone: frozenset[ThemeRef]
) -> None:
    """Each occasion ahead has a theme of its own; those in the queue are in their order."""
    ahead = themes_ahead(PLAN, every, gone)
    assert ahead.keys() <= {each.id for each in every if each.ahead}
    assert max(Counter(ahead.values()).values(), default=1) == 1
    assert not gone & set(ahead.values())
    by_time = sorted((e for e in every if e.id in ahead), key=lambda e: (e.starts_at, e.id))
    own = {each.id for each in by_time if each.theme == ahead[each.id]}
    queue = [THEMES.index(ahead[each.id]) for each in by_time if each.id not in own]
    assert queue == sorted(queue)


@given(occasions(), out)
def test_none_is_lost(every: list[Occasion], gone: frozenset[ThemeRef]) -> None:
    """No occasion is without a theme while a theme is without an occasion."""
    ahead = themes_ahead(PLAN, every, gone)
    left = set(themes_left(PLAN, gone.union(ahead.values())))
    without = [each for each in every if each.ahead and each.id not in ahead]
    assert not left or not without


@given(occasions(), out)
def test_the_next_has_now_what_was_announced(
    every: list[Occasion], gone: frozenset[ThemeRef]
) -> None:
    """The first occasion ahead begins with the theme that it was to have."""
    first = min((e for e in every if e.ahead), key=lambda e: (e.starts_at, e.id), default=None)
    if first is not None:
        themes = themes_ahead(PLAN, every, gone)
        assert theme_now(PLAN, every, gone, first) == themes.get(first.id)


@given(occasions(), out)
def test_whatever_begins_repeats_nothing(every: list[Occasion], gone: frozenset[ThemeRef]) -> None:
    """Whichever is begun, missed ones included, its theme is none that is out."""
    for each in every:
        assert theme_now(PLAN, every, gone, each) not in gone


STEPS = {
    OccasionState.PLANNED: "planned asked missed held skipped",
    OccasionState.ASKED: "planned missed held skipped",
    OccasionState.MISSED: "planned held skipped",
    OccasionState.HELD: "planned missed",
    OccasionState.SKIPPED: "planned",
}


@pytest.mark.parametrize(("before", "after"), list(product(OccasionState, OccasionState)))
def test_every_step(before: OccasionState, after: OccasionState) -> None:
    """Those that are allowed count the revision up, all others are refused."""
    occasion = replace(occasion_on(PLAN, FIRST), state=before)
    if after.value in STEPS[before].split():
        moved = occasion.to(after)
        assert (moved.state, moved.revision) == (after, 1)
    else:
        with pytest.raises(ValueError, match="can't be"):
            occasion.to(after)


def test_what_no_plan_can_be() -> None:
    """Announced too early, without themes, or made at a time without a zone."""
    naive = datetime(2026, 1, 1, tzinfo=UTC).replace(tzinfo=None)
    for wrong in ({"announce_days": 15}, {"themes": ()}, {"created_at": naive}):
        with pytest.raises(ValueError, match=r".+"):
            replace(PLAN, **wrong)
