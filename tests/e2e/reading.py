"""What stands in a workspace: the bot's messages by their keys, and every word that is seen."""

from __future__ import annotations

from typing import Any

from bot.locales import words
from bot.workspace import Workspace, visible_text
from bot.workspace.person import Person

Json = dict[str, Any]


def says(shown: str, id: str, **params: str | int) -> bool:
    """Whether the text holds this message of the Swedish words, however it is laid out."""
    return _bare(words("sv")(id, **params)) in _bare(shown)


def _bare(text: str) -> str:
    return "".join(text.replace("`", "").split())


def standing(person: Person, channel: str) -> list[Json]:
    """Return the bot's messages that everybody in the channel sees, oldest first."""
    return [m for m in person.messages(channel) if m["bot"] and not m["ephemeral"]]


def keys(person: Person, channel: str) -> list[str]:
    """Return the kinds of the bot's messages in the channel ("board", "shared"), oldest first."""
    return [message["blocks"][0]["block_id"].split("/")[0] for message in standing(person, channel)]


def of_kind(person: Person, channel: str, kind: str) -> list[Json]:
    """Return the bot's messages of one kind, oldest first."""
    found = standing(person, channel)
    return [m for m in found if m["blocks"][0]["block_id"].startswith(f"{kind}/")]


def ephemerals(person: Person, channel: str) -> list[Json]:
    """Return what only this person sees in the channel, oldest first."""
    return [message for message in person.messages(channel) if message["ephemeral"]]


def has_button(message: Json, action_id: str) -> bool:
    """Whether the message or form shows a button with this action."""
    return any(
        element.get("action_id") == action_id
        for block in message["blocks"]
        for element in block.get("elements", ())
    )


def every_word(workspace: Workspace, people: tuple[str, ...]) -> str:
    """Return all that any of the people sees: messages, forms, homes."""
    seen: list[str] = []
    for user in people:
        person = workspace.person(user)
        for channel in person.channels():
            seen += [visible_text(message) for message in person.messages(channel["id"])]
        seen += [visible_text(view) for view in person.views]
        if person.home_view:
            seen.append(visible_text(person.home_view))
    return "\n".join(seen)


def said_later(workspace: Workspace) -> list[str]:
    """Return the private answers that were sent after an acknowledgement, oldest first."""
    return [str(call.args.get("text", "")) for call in workspace.calls_of("response_url")]
