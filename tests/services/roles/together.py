"""Who may do what with the team's settings, and with whom it answers."""

from __future__ import annotations

from bot.domain.programme import Language
from bot.services import pools, teams
from tests.services.people import team
from tests.services.pooling import MANEN, MIRO, with_small_teams
from tests.services.roles.who import MANAGER, Table, with_team
from tests.services.world import World

INVITATION = f"{MANEN.id} {team().id}"


def _beside_others(world: World) -> World:
    return with_small_teams(world.with_team())


def _invited(world: World) -> World:
    """Have another team's manager ask the team to answer together."""
    _beside_others(world)
    request = world.request(MIRO, MANEN.channel)
    pools.invite(world.deps, request, MANEN.id, frozenset([team().id]))
    return world


def _pooled(world: World) -> World:
    _invited(world)
    pools.join(world.deps, world.request(), INVITATION)
    return world


POOL_TABLE: Table = {
    "teams.show_to_team": (
        with_team,
        lambda w, r: teams.show_to_team(w.deps, r, team().id, sees=False),
        MANAGER,
    ),
    "teams.keep_open": (
        with_team,
        lambda w, r: teams.keep_open(w.deps, r, team().id, 2),
        MANAGER,
    ),
    "teams.speak": (
        with_team,
        lambda w, r: teams.speak(w.deps, r, team().id, Language.LATTLAST),
        MANAGER,
    ),
    "pools.invite": (
        _beside_others,
        lambda w, r: pools.invite(w.deps, r, team().id, frozenset([MANEN.id])),
        MANAGER,
    ),
    "pools.join": (_invited, lambda w, r: pools.join(w.deps, r, INVITATION), MANAGER),
    "pools.decline": (_invited, lambda w, r: pools.decline(w.deps, r, INVITATION), MANAGER),
    "pools.leave": (_pooled, lambda w, r: pools.leave(w.deps, r, team().id), MANAGER),
}
