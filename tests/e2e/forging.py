"""Requests that no page would send: forged values, other people's channels, repeated deliveries."""

from __future__ import annotations

from bot.workspace import Workspace, payloads
from bot.workspace.model import Message
from bot.workspace.socket_mode import Outcome
from tests.e2e.reading import Json


def forged_press(
    workspace: Workspace, user: str, message: Json, action_id: str, value: str
) -> Outcome:
    """Press a button with a value of our own, in any channel, as anybody."""
    pressed = Message(
        channel=message["channel"],
        ts=message["ts"],
        user=message["user"],
        text=message["text"],
        by_app=True,
        blocks=tuple(message["blocks"]),
    )
    action = {"type": "button", "block_id": "b", "action_id": action_id, "value": value}
    payload = payloads.message_action(workspace._world, user, pressed, action, {}, "")
    return deliver(workspace, "interactive", payload, answer=False)


def forged_command(workspace: Workspace, user: str, channel: str, text: str) -> str:
    """Type a command in a channel that the person is not in; returns the answer's words."""
    place = workspace._world.state.channels[channel]
    payload = payloads.command_payload(workspace._world, user, place, "/apt", text, "")
    outcome = deliver(workspace, "slash_commands", payload, answer=True)
    assert outcome.ok, outcome.reason
    return str(outcome.payload.get("text", ""))


def forged_submit(workspace: Workspace, user: str, view: Json) -> Outcome:
    """Hand in a form of our own making."""
    payload = payloads.submission(workspace._world, user, view, "")
    return deliver(workspace, "interactive", payload, answer=True)


def deliver(workspace: Workspace, kind: str, payload: Json, *, answer: bool) -> Outcome:
    """Send any payload to the bot."""
    return workspace._run(workspace._world.sockets.deliver(kind, payload, answer=answer))
