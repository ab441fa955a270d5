"""A whole spring of a team, in which everything happens that can be seen of results.

A dialogue whose comments a language model reads, the evaluation of the programme on the same day, a
dialogue of which only the manager sees the result, a small one, what was agreed because of them, an
area that is counted, and in the end a new manager.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path

from bot.domain.answers import Answers
from bot.domain.programme import Component
from bot.services import answers, results
from tests.fakes import InProcessBox
from tests.forensics.outputs import EVERYBODY, Seen, seen
from tests.services.areas import NORA, a_team, an_area, held, names, over
from tests.services.committing import add, agreed
from tests.services.drafting import COMMENTS, with_model
from tests.services.evaluated import EVALUATION, KVARTEN, evaluated
from tests.services.histories import given, hold
from tests.services.people import (
    ANNA,
    CHANNEL_NAME,
    COLLEAGUES,
    KARIN,
    OMAR,
    key,
    team,
)
from tests.services.world import FixedCatalogue, World, new_world

LATER_MANAGER = key("lena")
LOOKING = (KARIN, OMAR, ANNA, LATER_MANAGER, NORA)
"""The manager, a samtalsledare, a member, who becomes manager at the end, and the area's manager.

All of them sit in the channel.
"""

OTHERS = {person.user for person in LOOKING} - {KARIN.user} | {EVERYBODY}
"""Who is not to see what only the manager who got it sees. The server has the database."""

FIRST = (*COMMENTS, "Överst i högen ligger det som är bra.")

Answering = Callable[[World, str], None]
"""Answers in the round with this id."""


def by_everyone(ballots: Sequence[Answers]) -> Answering:
    """Answer with these, one after the other."""

    def work(world: World, round_id: str) -> None:
        for person, ballot in zip(COLLEAGUES, ballots, strict=False):
            answers.submit(world.deps, world.request(person), round_id, ballot)

    return work


FIRST_BOX = tuple(
    Answers(dict.fromkeys(Component, 4 + n % 3), text, ("tid", "stod")[n % 2 : n % 2 + 1], True)
    for n, text in enumerate(FIRST)
)
SECRET_BOX = tuple(given(2, f"Bara för chefen {n}.", ("stod",)) for n in range(12))
SECRET_BOXES = {
    "none": (),
    "five": SECRET_BOX[:5],
    "other numbers": tuple(given(7) for _ in range(8)),
    "other words": tuple(given(2, f"Något helt annat {n}.", ("tid",)) for n in range(12)),
}


@dataclass(frozen=True)
class Spring:
    """How a spring goes: what is answered first, and in the dialogue that only the manager sees."""

    first: Answering = field(default_factory=lambda: by_everyone(FIRST_BOX))
    secret: Sequence[Answers] = SECRET_BOX
    secret_is_shown: bool = False


@dataclass
class Springs:
    """Makes worlds in which a spring has passed, and closes them."""

    directory: Path
    made: list[World] = field(default_factory=list)

    def after(self, spring: Spring) -> World:
        """Let it happen."""
        world = new_world(self.directory / str(len(self.made)))
        self.made.append(world)
        _prepare(world)
        _dialogue(world, spring.first)
        hold(world, [given(5, f"Om programmet {n}.") for n in range(12)], EVALUATION, days=0.1)
        world.with_team(replace(team(), team_sees=spring.secret_is_shown))
        secret = hold(world, spring.secret, KVARTEN[2], days=5, share=spring.secret_is_shown)
        _agree(world, "En lugnare start.", secret.round.id)
        world.with_team()
        hold(world, [given(6)] * 8, KVARTEN[1], days=5)
        managers = frozenset([LATER_MANAGER])
        world.with_team(replace(team(), managers=managers, facilitators=frozenset([OMAR])))
        held(world, [a_team(name) for name in names(6)], (1, 2, 1, 7, 6, 7))
        over(world)
        world.work()
        return world

    def seen_after(self, spring: Spring) -> Seen:
        """Let it happen, and look at everything."""
        return seen(self.after(spring), LOOKING)

    def close(self) -> None:
        """Close what was made."""
        for world in self.made:
            world.store.close()


def _prepare(world: World) -> None:
    world.catalogue = FixedCatalogue(evaluated())
    world.open_box = InProcessBox(seed=1)
    world.areas = (an_area(CHANNEL_NAME, *names(6)),)
    with_model(world)
    world.with_team()
    world.clock.pass_by(days=10)


def _dialogue(world: World, answering: Answering) -> None:
    """Hold the first dialogue, share it, and agree on something because of it."""
    session = world.start(KVARTEN[0])
    answering(world, session.round_id)
    world.stop()
    results.share(world.deps, world.request(), session.round_id)
    _agree(world, "Rast utan telefon.", session.round_id)


def _agree(world: World, activity: str, round_id: str) -> None:
    target = agreed().target + timedelta(days=60)
    add(world, agreed(activity=activity, target=target), origin=f"round:{round_id}")


def first_round(world: World) -> str:
    """Return the id of the first dialogue's round."""
    closed = world.look(lambda tx: tx.rounds.closed_of(team().id))
    return closed[-1].id


def hide_first(world: World, hidden: bool = True) -> str:
    """Hide the first of the first round's comments, or show it again; return it."""
    id = first_round(world)
    result = world.look(lambda tx: tx.rounds.result(id))
    assert result is not None
    now, before = (
        (frozenset([0]), frozenset[int]()) if hidden else (frozenset[int](), frozenset([0]))
    )
    results.hide(world.deps, world.request(), id, now, before)
    return result.comments[0].comments[0]
