"""What a person does, sent to the app, and what the app's acknowledgement makes of it.

Every function answers with the JSON of the matching `/client/…` call.
"""

from __future__ import annotations

import logging
import time

from bot.workspace import payloads, submitting
from bot.workspace.errors import SlackError
from bot.workspace.form_state import (
    ValueRefused,
    Values,
    complete,
    find_element,
    fitting,
    read_state,
    state_key,
)
from bot.workspace.model import Channel, Json, Message
from bot.workspace.respond import reply
from bot.workspace.state import with_member, without_member
from bot.workspace.triggers import ReplyRight
from bot.workspace.world import World

_log = logging.getLogger(__name__)


def refused(error: str) -> Json:
    """The answer to a step that could not be taken at all."""
    return {"ok": False, "error": error}


def say(world: World, user: str, channel: str, text: str) -> Json:
    """An ordinary message of a person. The app is not subscribed to messages: nothing is sent."""
    message = Message(channel=channel, ts=world.state.timestamps.new(), user=user, text=text)
    world.state.add_message(message)
    return {"ok": True, "ts": message.ts}


# --- slash commands ----------------------------------------------------------------------------


async def command(world: World, user: str, channel: Channel, text: str, tab: str) -> Json:
    """A line that starts with a slash: the app's command, or Slack's own `/invite @name`."""
    typed, _, rest = text.strip().partition(" ")
    name = typed.lower()
    if name == "/invite":
        return invite(world, user, channel, rest.strip().lstrip("@"))
    known = {one.command.lower(): one.command for one in world.sample.commands}
    if name not in known:
        return refused("unknown_command")
    payload = payloads.command_payload(world, user, channel, known[name], rest.strip(), tab)
    outcome = await world.sockets.deliver("slash_commands", payload, answer=True)
    if not outcome.ok:
        return world.failed(user, {"command": text}, outcome.reason)
    if not outcome.payload:
        return {"ok": True}
    return _reply_to_command(world, user, channel, text, outcome.payload)


def _reply_to_command(world: World, user: str, channel: Channel, text: str, body: Json) -> Json:
    try:
        if body.get("response_type") == "in_channel":
            _echo_command(world, user, channel, text)
        reply(world, ReplyRight(user, channel.id, None, time.monotonic()), body)
    except SlackError as error:
        note_problem(world, f"the answer to {text!r} was refused", error)
        return world.failed(user, {"command": text}, error.code)
    return {"ok": True}


def _echo_command(world: World, user: str, channel: Channel, text: str) -> None:
    ts = world.state.timestamps.new()
    echo = Message(channel=channel.id, ts=ts, user=user, text=text, is_command_echo=True)
    world.state.add_message(echo)


def invite(world: World, user: str, channel: Channel, name: str) -> Json:
    """Add somebody, the app too, to a conversation; `name` is a user's name or id."""
    found = [one.id for one in world.state.users.values() if name in (one.name, one.id)]
    if not found:
        return refused("user_not_found")
    if found[0] in channel.members:
        return refused("already_in_channel")
    world.state.set_channel(with_member(channel, found[0]))
    if world.sample.app.user_id in world.state.channels[channel.id].members:
        kind = "member_joined_channel"
        event = payloads.member_change(world, kind, channel, found[0], user)
        world.start(world.sockets.deliver("events_api", event, answer=False))
    return {"ok": True}


def leave(world: World, user: str, channel: Channel) -> Json:
    """A person leaves a conversation; the app is told when it is in it."""
    world.state.set_channel(without_member(channel, user))
    if world.sample.app.user_id in channel.members:
        event = payloads.member_change(world, "member_left_channel", channel, user, "")
        world.start(world.sockets.deliver("events_api", event, answer=False))
    return {"ok": True}


def note_problem(world: World, what: str, error: SlackError) -> None:
    """Record that the app answered with something that Slack would not show."""
    problem = f"{what}: {error.code} {'; '.join(error.details)}".strip()
    world.problems.append(problem)
    _log.warning("Slack would not show this: %s", problem)


# --- clicks --------------------------------------------------------------------------------------


async def act_in_message(
    world: World, user: str, message: Message, body: Json, tab: str = ""
) -> Json:
    """A click or choice in a message."""
    found = find_element(list(message.blocks), body["block_id"], body["action_id"])
    if found is None:
        return refused("action_not_found")
    try:
        action = _action(world, *found, body.get("value"))
        state = _message_state(message, body)
    except ValueRefused as error:
        return refused(f"invalid_value: {error}")
    if not _dispatches(*found):
        return {"ok": True}
    payload = payloads.message_action(world, user, message, action, state, tab)
    return await _send_action(world, user, body["action_id"], payload)


def _message_state(message: Message, body: Json) -> Values:
    blocks = list(message.blocks)
    return complete(blocks, {}, _shown(blocks, body, own=bool(body.get("value"))))


def _shown(blocks: list[Json], body: Json, *, own: bool) -> Values:
    """What the page has in its fields: the element's own new value, and the others that fit."""
    values = fitting(blocks, body.get("values") or {})
    if own:
        values.setdefault(body["block_id"], {})[body["action_id"]] = body["value"]
    return values


async def act_in_view(world: World, user: str, view: Json, body: Json, tab: str) -> Json:
    """A click or choice in a form or in the app's home."""
    found = find_element(view["blocks"], body["block_id"], body["action_id"])
    if found is None:
        return refused("action_not_found")
    try:
        action = _action(world, *found, body.get("value"))
        given = _shown(view["blocks"], body, own=state_key(found[1]) is not None)
        view = submitting.keep_values(world, user, view, given)
    except ValueRefused as error:
        return refused(f"invalid_value: {error}")
    if not _dispatches(*found):
        return {"ok": True}
    payload = payloads.view_action(world, user, view, action, tab)
    return await _send_action(world, user, body["action_id"], payload)


def _dispatches(block: Json, element: Json) -> bool:
    """Whether a change of this element is sent at once; a field of a form waits for the submit."""
    del element
    return block["type"] != "input" or bool(block.get("dispatch_action"))


def _action(world: World, block: Json, element: Json, value: object) -> Json:
    action: Json = {
        "type": element["type"],
        "block_id": block["block_id"],
        "action_id": element["action_id"],
        "action_ts": world.state.timestamps.new(),
    }
    if element["type"] == "button":
        kept = ("text", "value", "style", "url")
        return action | {name: element[name] for name in kept if name in element}
    if element["type"] == "overflow":
        chosen = value.get("selected_option") if isinstance(value, dict) else None
        if chosen not in element["options"]:
            raise ValueRefused(f"{element['action_id']}: {chosen!r} is not one of the options.")
        return action | {"selected_option": chosen}
    state = read_state(element, value)
    return action | {name: one for name, one in state.items() if name != "type"}


async def _send_action(world: World, user: str, action_id: str, payload: Json) -> Json:
    outcome = await world.sockets.deliver("interactive", payload, answer=False)
    if not outcome.ok:
        return world.failed(user, {"action": action_id}, outcome.reason)
    return {"ok": True}


# --- the app's own tab -------------------------------------------------------------------------


def open_home(world: World, user: str, tab: str) -> Json:
    """A person opens the app's home or messages tab; the app is told beside."""
    event = payloads.home_opened(world, user, tab)
    world.start(world.sockets.deliver("events_api", event, answer=False))
    return {"ok": True}
