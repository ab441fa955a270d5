"""`reactions.*`: the app's own reactions to messages."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.workspace.errors import SlackError
from bot.workspace.model import Json, Message
from bot.workspace.web_api.call import Call
from bot.workspace.web_api.places import own_channel
from bot.workspace.wire import message_shape
from bot.workspace.world import World

_NAME = re.compile(r"[a-z0-9_+'-]+(::skin-tone-[2-6])?")


def _message(world: World, call: Call) -> Message:
    channel = own_channel(world, call.need("channel"))
    message = world.state.find_message(channel.id, call.need("timestamp"))
    if message is None or message.ephemeral_to is not None:
        raise SlackError("message_not_found")
    return message


def _name(call: Call) -> str:
    name = call.need("name").strip(":")
    if not _NAME.fullmatch(name):
        raise SlackError("invalid_name")
    return name


def add(world: World, call: Call) -> Json:
    """`reactions.add`."""
    message, name, me = _message(world, call), _name(call), world.sample.app.user_id
    reactions = dict(message.reactions)
    if me in reactions.get(name, ()):
        raise SlackError("already_reacted")
    reactions[name] = (*reactions.get(name, ()), me)
    world.state.change_message(replace(message, reactions=tuple(reactions.items())))
    return {}


def remove(world: World, call: Call) -> Json:
    """`reactions.remove`."""
    message, name, me = _message(world, call), _name(call), world.sample.app.user_id
    reactions = dict(message.reactions)
    if me not in reactions.get(name, ()):
        raise SlackError("no_reaction")
    reactions[name] = tuple(user for user in reactions[name] if user != me)
    left = tuple((one, users) for one, users in reactions.items() if users)
    world.state.change_message(replace(message, reactions=left))
    return {}


def get(world: World, call: Call) -> Json:
    """`reactions.get`."""
    message = _message(world, call)
    shape = message_shape(world.state, message)
    return {"type": "message", "channel": message.channel, "message": shape}
