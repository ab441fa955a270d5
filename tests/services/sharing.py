"""A dialogue that is over, whose result is shown to the team, in part or not at all."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.answers import Answers
from bot.domain.people import PersonKey
from bot.domain.programme import Component
from bot.domain.round import SHARED_AFTER, Round
from bot.locales import words
from bot.ports import Outgoing
from bot.services import results
from tests.services.people import (
    CHANNEL,
    COLLEAGUES,
    KARIN,
    key,
    team,
)
from tests.services.world import World

SV = words("sv")
DAY = SHARED_AFTER.total_seconds() / 3600
"""Hours until a result is shared by itself."""

TEXTS = tuple(f"Kanariefågel nummer {number:02}." for number in range(12))
OURS = {"title": "", "summary_text": "", "buttons": (), "footer": "", "shared_label": "",
        "shared_at": None}  # fmt: skip
"""What is said to the manager alone."""

OTHER_MANAGER = key("kim")


def closed(world: World, answers: int = 7) -> Round:
    """Hold a dialogue with so many answers, and return its closed round."""
    world.answered(answers).stop()
    return world.round()


def with_comments(world: World, texts: tuple[str, ...] = TEXTS) -> Round:
    """Hold a dialogue in which these comments may be shown, half of them with a tag."""
    world.start()
    for number, (person, text) in enumerate(zip(COLLEAGUES, texts, strict=False)):
        tags = ("tid",) if number % 2 else ()
        world.answer(person, Answers({Component.MANAGEABILITY: 4}, text, tags, verbatim=True))
    world.stop()
    return world.round()


def secret(world: World, answers: int = 7) -> Round:
    """Hold a dialogue of which it was settled that only the manager sees the result."""
    world.with_team(replace(team(), team_sees=False))
    return closed(world, answers)


def share(world: World, actor: PersonKey = KARIN) -> None:
    """Share the result of the only round."""
    results.share(world.deps, world.request(actor), world.round().id)


def hide(
    world: World, *numbers: int, actor: PersonKey = KARIN, opened: frozenset[int] | None = None
) -> None:
    """Hide these comments, and no others, of the only round.

    The form was opened when the comments `opened` were hidden: without it, just now.
    """
    round = world.round()
    before = round.hidden if opened is None else opened
    results.hide(world.deps, world.request(actor), round.id, frozenset(numbers), before)


def comments(world: World) -> list[str]:
    """Return the comments of the result, in the order of their numbers."""
    found = world.look(lambda tx: tx.rounds.result(world.round().id))
    assert found is not None
    return [comment for group in found.comments for comment in group.comments]


def wanted(world: World) -> Outgoing | None:
    """Return the first message of what the team is to be shown, sent or not."""
    name = f"shared/{world.round().id}/{team().id}"
    return world.look(lambda tx: tx.messages.get(name))


def said(world: World, conversation: str = CHANNEL) -> str:
    """Return all that stands in a conversation."""
    return "".join(view.model_dump_json() for view in world.shown(conversation))
