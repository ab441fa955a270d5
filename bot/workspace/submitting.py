"""Forms sent in, closed or gone on with by a person, and what the app answers."""

from __future__ import annotations

import logging

from bot.workspace import payloads
from bot.workspace.errors import SlackError
from bot.workspace.form_state import ValueRefused, Values, complete, input_errors
from bot.workspace.forms import push_form, update_form
from bot.workspace.model import Json
from bot.workspace.world import World

_log = logging.getLogger(__name__)

_BAD_ANSWER = "invalid_response"
"""Slack's page then says that it had some trouble connecting."""


def keep_values(world: World, user: str, view: Json, given: Values) -> Json:
    """Remember what is filled in so far, without telling the page what it knows already.

    Raises `ValueRefused`.
    """
    values = complete(view["blocks"], view["state"]["values"], given)
    kept = view | {"state": {"values": values}}
    if view["type"] == "home":
        world.state.homes[user] = kept
    else:
        stack = world.state.stack(user)
        world.state.stacks[user] = tuple(kept if one["id"] == view["id"] else one for one in stack)
    return kept


async def submit(world: World, user: str, view_id: str, given: Values, tab: str = "") -> Json:
    """Send the topmost form in, unless a field is plainly wrong."""
    stack = world.state.stack(user)
    if not stack or stack[-1]["id"] != view_id:
        return {"ok": False, "error": "view_not_found"}
    try:
        view = keep_values(world, user, stack[-1], given)
    except ValueRefused as error:
        return {"ok": False, "error": f"invalid_value: {error}"}
    errors = input_errors(view["blocks"], view["state"]["values"])
    if errors:
        return {"ok": False, "errors": errors}
    payload = payloads.submission(world, user, view, tab)
    outcome = await world.sockets.deliver("interactive", payload, answer=True)
    if not outcome.ok:
        return _show_failure(world, user, view, outcome.reason)
    return _follow(world, user, view, outcome.payload)


def _show_failure(world: World, user: str, view: Json, reason: str) -> Json:
    world.views(user, error=reason)
    return world.failed(user, {"action": view["callback_id"], "view_id": view["id"]}, reason)


def _follow(world: World, user: str, view: Json, answer: Json) -> Json:
    """Do what the acknowledgement of a submit says."""
    try:
        return _obey(world, user, view, answer)
    except SlackError as error:
        problem = f"{view['callback_id']}: {error.code} {'; '.join(error.details)}".strip()
        world.problems.append(problem)
        _log.warning("Slack would not follow the answer to a form: %s", problem)
        return _show_failure(world, user, view, _BAD_ANSWER)


def _obey(world: World, user: str, view: Json, answer: Json) -> Json:
    kind = answer.get("response_action", "")
    if kind == "errors":
        return _field_errors(view, answer.get("errors"))
    if kind == "update":
        current = world.state.find_view(view["id"])
        update_form(world, user, current[1] if current else view, answer.get("view"))
    elif kind == "push":
        push_form(world, user, answer.get("view"))
    elif kind == "clear":
        world.state.set_stack(user, ())
    elif answer:
        raise SlackError(_BAD_ANSWER, [f"unknown response_action {kind!r}"])
    else:
        world.state.remove_views(user, {view["id"]})
    return {"ok": True}


def _field_errors(view: Json, errors: object) -> Json:
    inputs = {block["block_id"] for block in view["blocks"] if block["type"] == "input"}
    if not isinstance(errors, dict) or not errors:
        raise SlackError(_BAD_ANSWER, ["`errors` must name at least one block"])
    unknown = sorted(set(errors) - inputs)
    if unknown:
        raise SlackError(_BAD_ANSWER, [f"no input block has the id {unknown[0]!r}"])
    return {"ok": False, "errors": errors}


def claim(world: World, user: str, view_id: str, tab: str) -> Json:
    """A tab that has been loaded anew goes on with its forms; `view_id` is the lowest of them."""
    stack, before = world.state.stack(user), world.state.tab(user)
    if not before or not stack or stack[0]["id"] != view_id:
        return {"ok": False, "error": "view_not_found"}
    world.triggers.hand_over(before, tab)
    world.state.set_stack(user, stack, tab)
    return {"ok": True}


def close(world: World, user: str, view_id: str, *, clear: bool) -> Json:
    """Close a form (`clear`: all of them); the app is told of those that ask for it."""
    stack = world.state.stack(user)
    places = [place for place, one in enumerate(stack) if one["id"] == view_id]
    if not places:
        return {"ok": False, "error": "view_not_found"}
    clear = clear or stack[places[0]]["clear_on_close"]
    gone = stack if clear else stack[places[0] :]
    world.state.remove_views(user, {one["id"] for one in gone})
    for view in reversed(gone):
        if view["notify_on_close"]:
            payload = payloads.closing(world, user, view, cleared=clear)
            world.start(world.sockets.deliver("interactive", payload, answer=False))
    return {"ok": True}
