"""A team whose manager is to change, for the tests: handed over, and looked at."""

from __future__ import annotations

from bot.domain.people import Person, PersonKey, Team
from bot.services import handing_over, teams
from bot.views.model import Menu
from tests.services.people import CHANNEL, KARIN, OMAR, in_channel, key, team
from tests.services.world import World

NEW, ADMIN = key("nya"), key("admin")
"""Somebody who has come to the channel lately, and one who looks after the bot."""


def arrive(world: World, *people: PersonKey) -> None:
    """Let people join the channel, after everything that has been opened."""
    came = tuple(Person(each, each.user.title()) for each in people)
    world.platform.channels = {**world.platform.channels, CHANNEL: (*in_channel(), *came)}


def hand_over(
    world: World,
    new: PersonKey | None,
    actor: PersonKey = KARIN,
    facilitators: frozenset[PersonKey] = frozenset([OMAR]),
    *,
    leaves: bool = True,
    id: str = "",
) -> None:
    """Hand the team over."""
    request = world.request(actor, id=id)
    handing_over.hand_over(world.deps, request, team().id, new, facilitators, leaves=leaves)


def now(world: World) -> Team:
    """Return the team as it is."""
    found = world.look(lambda tx: tx.teams.get(team().id))
    assert found is not None
    return found


def page(world: World, person: PersonKey) -> Menu:
    """Return the team's page."""
    return teams.page(world.deps, world.request(person))
