"""What the plan of the year needs of a store: teams by their names, and occasions forgotten."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from bot.domain.plan import Opening, Plan, occasion_on
from bot.domain.recurrence import LAST, Alternating, Breaks, Monthly, Recurrence, Weekday, Weekly
from bot.ports import Store
from tests.services.people import team
from tests.services.planned import THEMES

PLAN = Plan(
    id="plan",
    team_id=team().id,
    themes=THEMES,
    recurrence=None,
    at=time(9),
    timezone="Europe/Stockholm",
    breaks=Breaks(),
    announce_days=1,
    opening=Opening.ASK,
    created_at=datetime(2026, 3, 2, tzinfo=UTC),
    source="kvarten/1 0123",
)


def test_teams_are_named_by_workspace(store: Store) -> None:
    """Their ids and names, of one workspace only."""
    here, there = team(), replace(team(), id="other", tenant="T2", channel="C2")
    store.write(lambda tx: tx.teams.save(here))
    store.write(lambda tx: tx.teams.save(there))
    assert store.read(lambda tx: tx.teams.named(here.tenant)) == ((here.id, here.name),)
    assert store.read(lambda tx: tx.teams.named("T3")) == ()


@pytest.mark.parametrize(
    "recurrence",
    [
        None,
        Weekly(Weekday.TUESDAY),
        Weekly(Weekday.MONDAY, 52),
        Alternating(Weekday.TUESDAY, even=True),
        Alternating(Weekday.SUNDAY, even=False),
        Monthly(Weekday.FRIDAY, LAST),
        Monthly(Weekday.MONDAY, 1, 12),
    ],
)
def test_plans_come_back_with_their_recurrence(store: Store, recurrence: Recurrence | None) -> None:
    """Of its own kind: none is read as another one that has some of its parts."""
    plan = replace(PLAN, recurrence=recurrence)
    store.write(lambda tx: tx.teams.save(team()))
    store.write(lambda tx: tx.plans.save(plan))
    assert store.read(lambda tx: tx.plans.get(plan.id)) == plan


def test_an_occasion_is_forgotten_alone(store: Store) -> None:
    """Its plan and the others stay, and its day is free again."""
    first, second = (occasion_on(PLAN, date(2026, 3, day)) for day in (3, 10))
    store.write(lambda tx: tx.teams.save(team()))
    store.write(lambda tx: tx.plans.save(PLAN))
    for each in (first, second):
        assert store.write(lambda tx, each=each: tx.occasions.add(each))  # type: ignore[misc]
    store.write(lambda tx: tx.occasions.drop(first.id))
    assert store.read(lambda tx: tx.occasions.of_plan(PLAN.id)) == (second,)
    assert store.read(lambda tx: tx.plans.of_team(team().id)) == (PLAN,)
    assert store.write(lambda tx: tx.occasions.add(first))
