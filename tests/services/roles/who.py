"""The roles, who of them are refused with what, and what a table of use cases holds."""

from __future__ import annotations

from collections.abc import Callable

from bot.domain.people import PersonKey
from bot.domain.request import Request
from bot.errors import ManagerAnswers, ManagerOnly, NotAllowed, NotAMember, NotOnRoster, UserError
from tests.services.people import ANNA, GUEST, KARIN, OMAR, OUTSIDER, ROBOT
from tests.services.world import World

UseCase = Callable[[World, Request], object]
Refused = type[UserError]
Table = dict[str, tuple[Callable[[World], World], UseCase, dict[str, Refused]]]
"""For each use case: what happens before, how it is asked for, and who is refused with what."""

ROLES: dict[str, PersonKey] = {
    "manager": KARIN,
    "samtalsledare": OMAR,
    "member": ANNA,
    "guest": GUEST,
    "outsider": OUTSIDER,
    "bot": ROBOT,
}


def with_team(world: World) -> World:
    """Begin with the team and nothing else."""
    return world.with_team()


LEADERS: dict[str, Refused] = dict.fromkeys(("member", "guest", "outsider", "bot"), NotAllowed)
ON_ROSTER: dict[str, Refused] = {
    **dict.fromkeys(("guest", "outsider", "bot"), NotOnRoster),
    "manager": ManagerAnswers,
}
MANAGER: dict[str, Refused] = dict.fromkeys(ROLES.keys() - {"manager"}, ManagerOnly)
WHO_SETS_UP: dict[str, Refused] = dict.fromkeys(("guest", "bot", "outsider"), NotAMember)
