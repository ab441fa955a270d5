"""Who may do what when somebody else is to lead, and with wishes."""

from __future__ import annotations

from datetime import date

from bot.domain.continuity import wish_token
from bot.errors import AlreadyManager, LeadsAlready, NotForYou, OnlyMembers
from bot.services import applying, handing_over, wishes
from tests.services.people import ANNA, OMAR, TEMA3, team
from tests.services.planned import THEMES
from tests.services.roles.plans import first_occasion, with_plan
from tests.services.roles.who import LEADERS, MANAGER, ROLES, Table, with_team
from tests.services.world import WISH_SECRET, World


def _requested(world: World) -> World:
    """Begin when somebody of the team has asked to become its manager."""
    with_team(world)
    applying.ask(world.deps, world.request(ANNA), team().id)
    return world


def _requested_id(world: World) -> str:
    """Return the name of the request, also of one that is over."""
    found = [each for each in _everything(world) if each.startswith("manager/")]
    return found[0].split("/")[1]


def _everything(world: World) -> list[str]:
    world.work()
    return [message.key for message in world.platform.standing.values()]


def _wish(world: World, token: bytes) -> None:
    world.store.write(lambda tx: tx.wishes.put(team().id, TEMA3, token, date(2026, 3, 1)))


def _wished(world: World) -> World:
    """Begin when everybody wishes for a theme: each role can take one back."""
    with_team(world)
    for person in ROLES.values():
        _wish(world, wish_token(WISH_SECRET, team().id, TEMA3, person))
    return world


CONTINUITY_TABLE: Table = {
    "handing_over.hand_over": (
        with_team,
        lambda w, r: handing_over.hand_over(
            w.deps, r, team().id, ANNA, frozenset([OMAR]), leaves=True
        ),
        MANAGER,
    ),
    "applying.ask": (
        with_team,
        lambda w, r: applying.ask(w.deps, r, team().id),
        {**dict.fromkeys(("guest", "outsider", "bot"), OnlyMembers), "manager": AlreadyManager},
    ),
    "applying.answer": (
        _requested,
        lambda w, r: applying.answer(w.deps, r, _requested_id(w), yes=True),
        dict.fromkeys(ROLES.keys() - {"manager"}, NotForYou),
    ),
    "applying.withdraw": (
        _requested,
        lambda w, r: applying.withdraw(w.deps, r, _requested_id(w)),
        dict.fromkeys(ROLES.keys() - {"member"}, NotForYou),
    ),
    "wishes.wish": (
        with_team,
        lambda w, r: wishes.wish(w.deps, r, TEMA3),
        {
            **dict.fromkeys(("guest", "outsider", "bot"), OnlyMembers),
            **dict.fromkeys(("manager", "samtalsledare"), LeadsAlready),
        },
    ),
    "wishes.take_back": (_wished, lambda w, r: wishes.take_back(w.deps, r, TEMA3), {}),
    "wishes.take_next": (
        with_plan,
        lambda w, r: wishes.take_next(w.deps, r, first_occasion(w), THEMES[3]),
        LEADERS,
    ),
}
