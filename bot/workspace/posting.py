"""Messages of the app: checked as Slack checks them, then put in a conversation."""

from __future__ import annotations

from dataclasses import replace

from bot.workspace.errors import SlackError
from bot.workspace.limits import MESSAGE_TEXT
from bot.workspace.model import Json, Message
from bot.workspace.pictures import check_pictures
from bot.workspace.validate import check_message_blocks
from bot.workspace.world import World

_NO_TEXT = "This content can't be displayed."


def checked_content(world: World, text: str | None, blocks: object) -> tuple[str, tuple[Json, ...]]:
    """The text and blocks of a message.

    Raises `SlackError`: `no_text`, `msg_too_long` and those of the blocks.
    """
    if not (text or "").strip() and not blocks:
        raise SlackError("no_text")
    if len(text or "") > MESSAGE_TEXT:
        raise SlackError("msg_too_long")
    checked = check_message_blocks(blocks, world.serials) if blocks else ()
    check_pictures(world.state, checked)
    return text or _NO_TEXT, checked


def post(
    world: World, channel: str, text: str, blocks: tuple[Json, ...], **more: object
) -> Message:
    """Put a message of the app in a conversation; `more` are further fields of `Message`."""
    message = Message(
        channel=channel,
        ts=world.state.timestamps.new(),
        user=world.sample.app.user_id,
        text=text,
        by_app=True,
        blocks=blocks,
    )
    return world.state.add_message(replace(message, **more))  # type: ignore[arg-type]


def edit(world: World, message: Message, text: str, blocks: tuple[Json, ...]) -> Message:
    """Change the text and blocks of a message, and mark it as edited."""
    now = world.state.timestamps.new()
    return world.state.change_message(replace(message, text=text, blocks=blocks, edited_ts=now))
