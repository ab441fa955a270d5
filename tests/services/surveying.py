"""A rolling survey in a made-up workplace: HR runs it, and people who leave are invited."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from bot.domain.answers import Answers
from bot.domain.people import Person, PersonKey
from bot.domain.programme import Line, Programme, ThemeRef
from bot.domain.rolling import Period
from bot.domain.round import Round, RoundState
from bot.services import answers, rolling
from bot.views.model import Receipt
from tests.services.people import CHANNEL, KARIN, PROGRAMMES, key, programme, team, theme
from tests.services.world import GIVEN, World

SURVEY = ThemeRef(programme="sluta", theme="tema1")
OTHER = ThemeRef(programme="sluta", theme="tema2")
LEAVERS = tuple(key(f"slutar{number:02}") for number in range(1, 21))
"""People who leave; none is in HR's channel."""

GUEST_WHO_LEAVES, ROBOT_ELSEWHERE, NO_ACCOUNT = map(key, ("gast-slutar", "robot2", "borta"))
TURNS = tuple(
    datetime(*day, hour, tzinfo=UTC)
    for day, hour in (
        ((2026, 3, 31), 22),
        ((2026, 6, 30), 22),
        ((2026, 9, 30), 22),
        ((2026, 12, 31), 23),
        ((2027, 3, 31), 22),
    )
)
"""When quarters end in Stockholm, from the first of 2026 on, in which the tests begin."""


def surveys() -> Programme:
    """Return a programme of two rolling surveys."""
    both = tuple(
        theme(number).model_copy(
            update={
                "rolling": Period.QUARTER,
                "title": Line(sv=f"Enkät {number}", en=f"Survey {number}"),
            }
        )
        for number in (1, 2)
    )
    return programme("sluta").model_copy(update={"themes": both})


def with_surveys(world: World) -> World:
    """Add the surveys to the dialogues, the team, and the people who leave to the workplace."""
    world.catalogue.known = (*PROGRAMMES, surveys())
    elsewhere = (
        *(Person(each, each.user.title()) for each in LEAVERS),
        Person(GUEST_WHO_LEAVES, "Gäst Gästberg", is_guest=True),
        Person(ROBOT_ELSEWHERE, "Andra roboten", is_bot=True),
    )
    world.platform.channels = {**world.platform.channels, "C-alla": elsewhere}
    return world.with_team()


def running(world: World) -> World:
    """Begin with the survey open."""
    begin(with_surveys(world))
    return world


def begin(world: World, ref: ThemeRef = SURVEY) -> None:
    """Begin the survey as the manager."""
    rolling.start(world.deps, world.request(), team().id, ref)


def invite(world: World, people: Iterable[PersonKey]) -> Receipt:
    """Invite people as the manager."""
    return rolling.invite(world.deps, world.request(), team().id, frozenset(people))


def answer(world: World, people: Iterable[PersonKey], given: Answers = GIVEN) -> None:
    """Have the people answer in the box that is open."""
    for person in people:
        answers.submit(world.deps, world.request(person, "D-me"), box(world).id, given)


def answered(world: World, count: int) -> World:
    """Begin with so many invited who have answered."""
    running(world)
    invite(world, LEAVERS[:count])
    answer(world, LEAVERS[:count])
    return world


def box(world: World) -> Round:
    """Return the open box."""
    found = world.look(lambda tx: tx.rounds.survey_of(team().id))
    assert found is not None
    return found


def boxes(world: World) -> list[tuple[str, RoundState]]:
    """Return the quarter and the state of every box, the earliest first."""
    every = world.look(lambda tx: tx.rounds.in_state(*RoundState))
    return [(str(each.rolling), each.state) for each in every]


def until(world: World, at: datetime) -> None:
    """Let the time be so, and do what is due then."""
    world.later(seconds=(at - world.clock.now()).total_seconds())


def page_text(world: World, actor: PersonKey = KARIN) -> str:
    """Return what the page says and offers."""
    view = rolling.page(world.deps, world.request(actor, CHANNEL))
    return "\n".join([*view.lines, *(button.label for button in view.buttons), view.footer])
