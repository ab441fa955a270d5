"""Teams that are asked to answer together, for the tests: asked, answered, and looked at."""

from __future__ import annotations

from bot.domain.people import Team
from bot.services import pools, teams
from bot.views.model import Button, Menu, Note
from tests.services.pooling import TEAMS, manager_of, now
from tests.services.world import World


def invite(world: World, team: Team, *others: Team) -> tuple[str, ...]:
    """Have the team's manager choose the others; return what is said."""
    request = world.request(manager_of(team), team.channel)
    return pools.invite(world.deps, request, team.id, frozenset(o.id for o in others)).lines


def notes(world: World, team: Team) -> list[Note]:
    """Return what stands in private with the team's manager."""
    return [view for view in world.shown(manager_of(team).user) if isinstance(view, Note)]


def buttons(world: World, team: Team) -> list[Button]:
    """Return what can be pressed in the newest private message of the team's manager."""
    return list(notes(world, team)[-1].buttons)


def pooled(world: World) -> set[frozenset[str]]:
    """Return the pools as the names of their teams."""
    by_pool: dict[str, set[str]] = {}
    for each in TEAMS:
        by_pool.setdefault(now(world, each).pool_id, set()).add(each.name)
    return {frozenset(names) for pool_id, names in by_pool.items() if pool_id}


def page(world: World, team: Team) -> Menu:
    """Return the team's page as its manager sees it."""
    return teams.page(world.deps, world.request(manager_of(team), team.channel))
