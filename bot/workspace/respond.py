"""Replies to an interaction: through its response address, or in a command's acknowledgement."""

from __future__ import annotations

from bot.workspace.errors import SlackError
from bot.workspace.model import Json, Message
from bot.workspace.posting import checked_content, edit, post
from bot.workspace.triggers import ReplyRight
from bot.workspace.world import World


def reply(world: World, right: ReplyRight, body: Json) -> None:
    """Do what a reply asks: delete or replace the source, or write a new message.

    Raises `SlackError` for content that Slack refuses, or when the source is gone.
    """
    if body.get("delete_original"):
        world.state.delete_message(_source(world, right))
        return
    text, blocks = checked_content(world, body.get("text"), body.get("blocks"))
    if body.get("replace_original"):
        edit(world, _source(world, right), text, blocks)
        return
    reader = None if body.get("response_type") == "in_channel" else right.user
    post(world, right.channel, text, blocks, ephemeral_to=reader)


def _source(world: World, right: ReplyRight) -> Message:
    message = world.state.find_message(right.channel, right.ts or "")
    if message is None or not message.by_app:
        raise SlackError("message_not_found")
    return message
