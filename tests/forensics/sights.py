"""What the workspace holds: every message in every conversation, as those in it can see it."""

from __future__ import annotations

from bot.workspace import Workspace
from bot.workspace.model import Message

Sight = dict[str, tuple[Message, ...]]
"""The messages of each conversation, edits, reactions and private answers included."""


def sight(workspace: Workspace) -> Sight:
    """Return all that can be seen at this moment."""
    state = workspace._world.state

    def look() -> Sight:
        return {where: tuple(held.values()) for where, held in state.messages.items() if held}

    return workspace._on_loop(look)


def is_direct(workspace_id: str) -> bool:
    """Whether the conversation is a direct message."""
    return workspace_id.startswith("D")


def words_in(seen: Sight, conversation: str) -> str:
    """Return all that is said in a conversation, whoever sees it."""
    return "\n".join(repr(message) for message in seen.get(conversation, ()))
