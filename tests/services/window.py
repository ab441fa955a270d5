"""A team whose boxes stay open after the dialogue, for the tests of the use cases."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from bot.domain.round import Round
from bot.domain.session import Session
from bot.services import sessions
from bot.views.model import Board, MessageView, Sheet
from tests.services.people import CHANNEL, TEMA3, team
from tests.services.world import World

MONDAY = "2027-03-01 09:00"
"""A working week without holidays follows."""


def at(text: str) -> datetime:
    """Return the moment that the team's clock and calendar show."""
    local = datetime.fromisoformat(text).replace(tzinfo=ZoneInfo("Europe/Stockholm"))
    return local.astimezone(UTC)


def with_window(world: World, days: int | None, now: str = MONDAY) -> World:
    """Have the team's boxes stay open for so many days, and set the clock."""
    world.clock.at = at(now)
    return world.with_team(replace(team(), answer_days=days))


def go_to(world: World, when: str) -> None:
    """Let time pass until then, and do what is due."""
    world.later(seconds=(at(when) - world.clock.now()).total_seconds())


def held(world: World, minutes: int = 15) -> Round:
    """Hold a dialogue from its start to its end, and return its box as it is then."""
    session = world.start(TEMA3)
    world.later(minutes=minutes)
    sessions_over = world.look(lambda tx: tx.sessions.get(session.id))
    assert sessions_over is not None
    if sessions_over.active:
        sessions.stop(world.deps, world.request(), session.id)
        world.work()
    return box(world, session)


def box(world: World, session: Session) -> Round:
    """Return the dialogue's box as it is now."""
    begun = world.look(lambda tx: tx.sessions.get(session.id))
    assert begun is not None
    found = world.look(lambda tx: tx.rounds.get(begun.round_id))
    assert found is not None
    return found


def boards(world: World) -> list[Board]:
    """Return the dialogues' messages, the oldest first."""
    return [view for view in world.shown(CHANNEL) if isinstance(view, Board)]


def reminded(world: World) -> dict[str, list[MessageView]]:
    """Return the reminders that stand, by whom they were sent to."""
    world.work()
    found: dict[str, list[MessageView]] = {}
    for message in world.platform.standing.values():
        if message.key.startswith("remind/"):
            assert isinstance(message.view, Sheet)
            found.setdefault(message.conversation, []).append(message.view)
    return found
