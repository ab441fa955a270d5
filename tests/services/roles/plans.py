"""Who may do what with the team's plan."""

from __future__ import annotations

from datetime import date

from bot.domain.plan import Plan
from bot.services import occasions, planning, year
from tests.services.people import team
from tests.services.planned import NINE, THEMES, draft, march, occasions_of, planned
from tests.services.roles.who import LEADERS, Table, with_team
from tests.services.world import World


def with_plan(world: World) -> World:
    """Begin with a plan whose first occasion has been announced."""
    planned(world.with_team())
    return world


def _resting(world: World) -> World:
    with_plan(world)
    planning.pause(world.deps, world.request(), team().id)
    return world


def _asked(world: World) -> World:
    """Begin when those who lead have been asked whether to open the first occasion."""
    with_plan(world)
    march(world, 3, "09:00")
    return world


def _plan(world: World) -> Plan:
    (plan,) = world.look(lambda tx: tx.plans.of_team(team().id))
    return plan


def first_occasion(world: World) -> str:
    """Return the id of the plan's first occasion."""
    return occasions_of(world, _plan(world))[0].id


PLAN_TABLE: Table = {
    "planning.save": (
        with_team,
        lambda w, r: planning.save(w.deps, r, team().id, draft()),
        LEADERS,
    ),
    "year.save": (with_team, lambda w, r: year.save(w.deps, r, team().id, draft()), LEADERS),
    "planning.change": (
        with_plan,
        lambda w, r: planning.change(
            w.deps, r, first_occasion(w), date(2026, 3, 5), NINE, THEMES[1]
        ),
        LEADERS,
    ),
    "planning.skip": (with_plan, lambda w, r: planning.skip(w.deps, r, first_occasion(w)), LEADERS),
    "planning.pause": (with_plan, lambda w, r: planning.pause(w.deps, r, team().id), LEADERS),
    "planning.resume": (_resting, lambda w, r: planning.resume(w.deps, r, team().id), LEADERS),
    "planning.drop": (with_plan, lambda w, r: planning.drop(w.deps, r, _plan(w).id), LEADERS),
    "planning.add_one": (with_plan, lambda w, r: planning.add_one(w.deps, r, _plan(w).id), LEADERS),
    "occasions.open_now": (
        _asked,
        lambda w, r: occasions.open_now(w.deps, r, first_occasion(w)),
        LEADERS,
    ),
}
