"""The calls of a person's page and of the test driver (docs/reference/workspace.md)."""

from __future__ import annotations

import json
import logging
from collections.abc import Awaitable, Callable
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from bot.workspace import interactions, robots, submitting
from bot.workspace.errors import WorkspaceError
from bot.workspace.faults import DISCONNECT_REASONS, read_fault
from bot.workspace.interactions import refused
from bot.workspace.model import Channel, Json, Message
from bot.workspace.page_shapes import page_channel, page_message, page_user, page_view
from bot.workspace.world import World

_log = logging.getLogger(__name__)

Step = Callable[[World, str, Json], Awaitable[Json]]


class BadRequest(WorkspaceError):
    """The page or driver asked for something that the contract does not have."""


class ClientApi:
    """Answers pages and drivers. Every body names the person in `as`."""

    def __init__(self, world: World) -> None:
        self._world = world

    async def read(self, request: Request) -> Response:
        """`GET /client/<what>?as=U…`."""
        reader = READS.get(request.path_params["what"])
        user = request.query_params.get("as", "")
        if reader is None or user not in self._world.state.users:
            return JSONResponse(refused("user_not_found" if reader else "not_found"), 404)
        try:
            return JSONResponse(reader(self._world, user, dict(request.query_params)))
        except BadRequest as error:
            return JSONResponse(refused(str(error)), 404)

    async def step(self, request: Request) -> Response:
        """`POST /client/<what>`."""
        what = request.path_params["what"]
        try:
            body = _read_body(await request.body())
            if what in CONTROLS:
                return JSONResponse(await CONTROLS[what](self._world, body))
            if what not in STEPS:
                return JSONResponse(refused("not_found"), 404)
            return JSONResponse(await STEPS[what](self._world, _person(self._world, body), body))
        except WorkspaceError as error:
            return JSONResponse(refused(str(error)), 400)


def _read_body(body: bytes) -> Json:
    try:
        value = json.loads(body or b"{}")
    except ValueError as error:
        raise BadRequest("The body must be JSON.") from error
    if not isinstance(value, dict):
        raise BadRequest("The body must be a JSON object.")
    return value


def _person(world: World, body: Json) -> str:
    user = world.state.users.get(body.get("as", ""))
    if user is None or user.is_bot:
        raise BadRequest("user_not_found")
    return user.id


def _need(body: Json, name: str) -> str:
    value = body.get(name)
    if not isinstance(value, str) or not value:
        raise BadRequest(f"missing {name}")
    return value


def _tab(body: Json) -> str:
    """The tab that the step was taken in; "" for a driver, which has none."""
    value = body.get("tab_id", "")
    if not isinstance(value, str):
        raise BadRequest("tab_id must be text")
    return value


def _channel(world: World, user: str, channel: str) -> Channel:
    found = world.state.channels.get(channel)
    if found is None or user not in found.members:
        raise BadRequest("channel_not_found")
    return found


def _message(world: World, user: str, body: Json) -> Message:
    channel = _channel(world, user, _need(body, "channel"))
    message = world.state.find_message(channel.id, _need(body, "ts"))
    if message is None or not message.readable_by(user):
        raise BadRequest("message_not_found")
    return message


def _view(world: World, user: str, view_id: str) -> Json:
    found = world.state.find_view(view_id)
    if found is None or found[0] != user:
        raise BadRequest("view_not_found")
    return found[1]


# --- reading -------------------------------------------------------------------------------------


def _read_state(world: World, user: str, query: dict[str, str]) -> Json:
    del query
    app = world.sample.app
    return {
        "me": page_user(world.state.users[user]),
        "team": {"id": world.sample.team.id, "name": world.sample.team.name},
        "users": [page_user(one) for one in world.state.users.values()],
        "channels": [page_channel(one) for one in world.state.channels_of(user)],
        "commands": [
            {"command": one.command, "description": one.description, "usage_hint": one.usage_hint}
            for one in world.sample.commands
        ],
        "app": {
            "id": app.id,
            "user_id": app.user_id,
            "name": app.name,
            "status": world.app_status,
        },
        "intro": list(world.sample.intro),
    }


def _read_messages(world: World, user: str, query: dict[str, str]) -> Json:
    channel = _channel(world, user, query.get("channel", ""))
    readable = world.state.readable(user, channel.id)
    return {"messages": [page_message(world.state, one, user) for one in readable]}


def _read_views(world: World, user: str, query: dict[str, str]) -> Json:
    del query
    home = world.state.homes.get(user)
    return {
        "stack": [page_view(world.state, one, user) for one in world.state.stack(user)],
        "tab_id": world.state.tab(user),
        "home": page_view(world.state, home, user) if home is not None else None,
    }


def _read_colleagues(world: World, user: str, query: dict[str, str]) -> Json:
    return {"left": len(robots.those_left(world, user, _message(world, user, query)))}


READS: dict[str, Callable[[World, str, dict[str, str]], Json]] = {
    "state": _read_state,
    "messages": _read_messages,
    "views": _read_views,
    "colleagues": _read_colleagues,
}


# --- steps of a person ---------------------------------------------------------------------------


async def _command(world: World, user: str, body: Json) -> Json:
    channel = _channel(world, user, _need(body, "channel"))
    text = _need(body, "text").strip()
    if not text.startswith("/"):
        raise BadRequest("a command starts with a slash")
    return await interactions.command(world, user, channel, text, _tab(body))


async def _say(world: World, user: str, body: Json) -> Json:
    channel = _channel(world, user, _need(body, "channel"))
    return interactions.say(world, user, channel.id, _need(body, "text"))


async def _action(world: World, user: str, body: Json) -> Json:
    _need(body, "block_id")
    _need(body, "action_id")
    if body.get("view_id"):
        view = _view(world, user, _need(body, "view_id"))
        return await interactions.act_in_view(world, user, view, body, _tab(body))
    message = _message(world, user, body)
    return await interactions.act_in_message(world, user, message, body, _tab(body))


async def _submit(world: World, user: str, body: Json) -> Json:
    values: Any = body.get("values") or {}
    if not isinstance(values, dict) or not all(isinstance(one, dict) for one in values.values()):
        raise BadRequest("values must be {block_id: {action_id: state}}")
    view_id = _need(body, "view_id")
    answer = await submitting.submit(world, user, view_id, values, _tab(body))
    if answer["ok"]:
        world.note_hand_in(user)
    return answer


async def _claim(world: World, user: str, body: Json) -> Json:
    return submitting.claim(world, user, _need(body, "view_id"), _need(body, "tab_id"))


async def _close(world: World, user: str, body: Json) -> Json:
    return submitting.close(world, user, _need(body, "view_id"), clear=bool(body.get("clear")))


async def _home(world: World, user: str, body: Json) -> Json:
    if body.get("tab") not in ("home", "messages"):
        raise BadRequest("tab must be home or messages")
    return interactions.open_home(world, user, body["tab"])


async def _invite(world: World, user: str, body: Json) -> Json:
    channel = _channel(world, user, _need(body, "channel"))
    return interactions.invite(world, user, channel, _need(body, "user"))


async def _leave(world: World, user: str, body: Json) -> Json:
    return interactions.leave(world, user, _channel(world, user, _need(body, "channel")))


async def _colleagues(world: World, user: str, body: Json) -> Json:
    message = _message(world, user, body)
    people = body.get("people")
    if people is not None and (not isinstance(people, int) or people < 1):
        raise BadRequest("people must be a number from 1")
    button = robots.Button(message, _need(body, "block_id"), _need(body, "action_id"))
    answered = await robots.let_colleagues_answer(world, user, button, people)
    return {"ok": True, "answered": answered}


STEPS: dict[str, Step] = {
    "command": _command,
    "say": _say,
    "action": _action,
    "submit": _submit,
    "claim": _claim,
    "close": _close,
    "home": _home,
    "invite": _invite,
    "leave": _leave,
    "colleagues": _colleagues,
}


# --- the workspace itself -----------------------------------------------------------------------


async def _reset(world: World, body: Json) -> Json:
    del body
    try:
        await world.start_over()
    except Exception:  # noqa: BLE001  (another's code may fail in any way; the page is told)
        _log.exception("The workspace is as at its start, but what goes with it failed.")
        return refused("reset_failed")
    return {"ok": True}


async def _fault(world: World, body: Json) -> Json:
    if body.get("kind") == "disconnect":
        if body.get("reason") not in DISCONNECT_REASONS:
            raise BadRequest(f"reason must be one of {', '.join(DISCONNECT_REASONS)}")
        await world.sockets.disconnect(body["reason"])
    else:
        world.faults.add(read_fault(body))
    return {"ok": True}


CONTROLS: dict[str, Callable[[World, Json], Awaitable[Json]]] = {"reset": _reset, "fault": _fault}
