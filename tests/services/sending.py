"""Messages that are to stand, for the tests: asked for, and looked at."""

from __future__ import annotations

from bot.views.model import Note
from tests.services.people import CHANNEL, TENANT
from tests.services.world import World


def want(world: World, text: str, key: str = "note/1", to: str = CHANNEL) -> None:
    """Say what is to stand."""
    world.store.write(lambda tx: tx.messages.want(key, TENANT, to, Note(text=text)))


def calls(world: World) -> list[str]:
    """Return the calls that reached the platform, without what they were about."""
    return [method for method, _ in world.platform.calls]
