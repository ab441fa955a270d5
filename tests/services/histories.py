"""A team that has held several dialogues, each with answers of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.answers import Answers
from bot.domain.programme import Component, ThemeRef
from bot.domain.round import Round
from bot.services import answers, results, sessions
from tests.services.people import CHANNEL, COLLEAGUES, KARIN
from tests.services.world import World

THEMES = tuple(ThemeRef(programme="kvarten", theme=f"tema{number}") for number in (1, 2, 3))


@dataclass(frozen=True)
class Held:
    """A dialogue that was held: its round, and what was answered in it."""

    round: Round
    ballots: tuple[Answers, ...]


def given(score: int, comment: str = "", tags: tuple[str, ...] = ()) -> Answers:
    """Return an answer with the same number for all three questions."""
    return Answers(dict.fromkeys(Component, score), comment, tags, verbatim=bool(comment))


def hold(
    world: World,
    ballots: Sequence[Answers],
    theme: ThemeRef = THEMES[0],
    *,
    days: float = 30,
    share: bool = True,
) -> Held:
    """Hold a dialogue with these answers, so many days after what was before; share its result."""
    world.clock.pass_by(days=days)
    session = world.start(theme)
    for person, answer in zip(COLLEAGUES, ballots, strict=False):
        answers.submit(world.deps, world.request(person), session.round_id, answer)
    sessions.stop(world.deps, world.request())
    world.work()
    if share:
        results.share(world.deps, world.request(KARIN, CHANNEL), session.round_id)
        world.work()
    return Held(round_of(world, session.round_id), tuple(ballots))


def round_of(world: World, round_id: str) -> Round:
    """Return the round as it is kept now."""
    found = world.look(lambda tx: tx.rounds.get(round_id))
    assert found is not None
    return found


def year(world: World) -> list[Held]:
    """Hold four dialogues: low, low, too few, and then high."""
    world.with_team()
    low, high = [given(2) for _ in range(11)], [given(6, "Det går bra.", ("tid",))] * 11
    return [
        hold(world, low, THEMES[0]),
        hold(world, low[:7], THEMES[1]),
        hold(world, low[:5], THEMES[2]),
        hold(world, high, THEMES[0]),
    ]
