"""Some small teams of a made-up workplace that may answer together."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.people import Person, PersonKey, Team
from bot.domain.programme import ThemeRef
from bot.domain.round import Round
from bot.domain.session import Session
from bot.services import answers, sessions
from bot.views.model import Board
from tests.services.people import GUEST, KARIN, ROBOT, TEMA3, key, team
from tests.services.world import GIVEN, World

MIRO = key("miro")
"""The manager of the night team and of the garden."""


def _small(name: str, manager: PersonKey, size: int) -> tuple[Team, tuple[PersonKey, ...]]:
    made = replace(
        team(),
        id=f"team-{name}",
        channel=f"C-{name}",
        name=name,
        managers=frozenset([manager]),
        facilitators=frozenset(),
    )
    return made, tuple(key(f"{name}{number}") for number in range(size))


KOKET, COOKS = _small("koket", KARIN, 4)
STADET, CLEANERS = _small("stadet", KARIN, 2)
MANEN, NIGHT = _small("manen", MIRO, 3)
GARDEN, GARDENERS = _small("garden", MIRO, 3)
TEAMS = (KOKET, STADET, MANEN, GARDEN)
STAFF = dict(zip((each.id for each in TEAMS), (COOKS, CLEANERS, NIGHT, GARDENERS), strict=True))


def with_small_teams(world: World, *pool: Team) -> World:
    """Put the small teams into the world; those named answer together from the start."""
    for each in TEAMS:
        (manager,) = each.managers
        everybody = (manager, *STAFF[each.id])
        world.platform.channels = {
            **world.platform.channels,
            each.channel: (
                *(Person(one, one.user.title()) for one in everybody),
                Person(GUEST, "Gita Gästberg", is_guest=True),
                Person(ROBOT, "Robotvakten", is_bot=True),
            ),
        }
        world.with_team(replace(each, pool_id="pool-1" if each in pool else ""))
    return world


def manager_of(team: Team) -> PersonKey:
    """Return the team's manager."""
    (manager,) = team.managers
    return manager


def now(world: World, team: Team) -> Team:
    """Return the team as it is kept now."""
    found = world.look(lambda tx: tx.teams.get(team.id))
    assert found is not None
    return found


def begin(world: World, team: Team, ref: ThemeRef = TEMA3) -> Session:
    """Start a dialogue in the team; it begins at once."""
    request = world.request(manager_of(team), team.channel)
    return world.begun(sessions.start(world.deps, request, ref))


def end(world: World, team: Team, *, cancel: bool = False, early: bool = False) -> None:
    """End the team's dialogue, and let what follows happen.

    Before that it goes on to the questions, unless it ends `early` or is cancelled where it is.
    """
    if not (cancel or early):
        to_questions(world, team)
    how = sessions.cancel if cancel else sessions.stop
    how(world.deps, world.request(manager_of(team), team.channel))
    world.work()


def to_questions(world: World, team: Team) -> None:
    """Go on to the step where answers are taken, if it has not begun."""
    session = world.look(lambda tx: tx.sessions.active(team.id))
    assert session is not None
    theme = world.look(lambda tx: tx.scripts.get(session.theme_version)).theme
    assert theme.answer_step is not None
    for _ in range(theme.answer_step - session.step):
        sessions.next_step(world.deps, world.request(manager_of(team), team.channel))
    world.work()


def give(world: World, round: Round, *people: PersonKey) -> None:
    """Have each of the people answer."""
    for person in people:
        answers.submit(world.deps, world.request(person, ""), round.id, GIVEN)


def box_of(world: World, team: Team) -> Round:
    """Return the only open box of the team."""
    (box,) = world.look(lambda tx: tx.rounds.open_of(team.id))
    return box


def boards(world: World, team: Team) -> list[Board]:
    """Return the dialogues' messages in the team's channel."""
    return [view for view in world.shown(team.channel) if isinstance(view, Board)]
