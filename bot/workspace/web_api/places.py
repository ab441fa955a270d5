"""Finds the conversation, person or message that a call names, or refuses as Slack does."""

from __future__ import annotations

from bot.workspace.errors import SlackError
from bot.workspace.model import Channel, Message, User
from bot.workspace.state import direct_id
from bot.workspace.world import World


def known_user(world: World, user: str) -> User:
    """The user with this id, else `user_not_found`."""
    found = world.state.users.get(user)
    if found is None:
        raise SlackError("user_not_found")
    return found


def visible_channel(world: World, name: str) -> Channel:
    """The conversation that the app may know of, else `channel_not_found`."""
    found = world.state.channels.get(name)
    if found is None or (_hidden(found) and not is_member(world, found)):
        raise SlackError("channel_not_found")
    return found


def _hidden(channel: Channel) -> bool:
    return channel.is_private or channel.is_im


def is_member(world: World, channel: Channel) -> bool:
    """Whether the app is in a conversation."""
    return world.sample.app.user_id in channel.members


def own_channel(world: World, name: str) -> Channel:
    """A conversation that the app is in, else `not_in_channel`; archived ones are refused."""
    channel = visible_channel(world, name)
    if channel.is_archived:
        raise SlackError("is_archived")
    if not is_member(world, channel):
        raise SlackError("not_in_channel")
    return channel


def channel_to_post_in(world: World, name: str) -> Channel:
    """Where a message goes: an id, `#name`, or a person's id for the direct message with them."""
    if name.startswith(("U", "W")):
        user = world.state.users.get(name)
        if user is None:
            raise SlackError("channel_not_found")
        if user.is_bot:
            raise SlackError("cannot_dm_bot")
        return world.state.channels[direct_id(name)]
    by_name = [
        one.id for one in world.state.channels.values() if one.name and "#" + one.name == name
    ]
    return own_channel(world, by_name[0] if by_name else name)


def own_message(world: World, channel: Channel, ts: str, error: str) -> Message:
    """A message of the app in this conversation: `message_not_found`, or `error` for another's."""
    message = world.state.find_message(channel.id, ts)
    if message is None or message.ephemeral_to is not None:
        raise SlackError("message_not_found")
    if not message.by_app:
        raise SlackError(error)
    return message
