"""Forms and homes: made, replaced, stacked; each is a dictionary in Slack's view shape."""

from __future__ import annotations

from bot.workspace.errors import SlackError
from bot.workspace.form_state import Values, carried_over
from bot.workspace.ids import new_id
from bot.workspace.limits import VIEW_STACK
from bot.workspace.model import Json
from bot.workspace.validate import check_view
from bot.workspace.world import World


def _build(world: World, given: object, *, kind: str, known: Values | None = None) -> Json:
    view = check_view(given, world.serials)
    if view["type"] != kind:
        raise SlackError("invalid_arguments", [f"must be a {kind} view [json-pointer:/view/type]"])
    return {
        "id": new_id("V0"),
        "team_id": world.sample.team.id,
        "type": kind,
        "blocks": view["blocks"],
        "private_metadata": view.get("private_metadata") or "",
        "callback_id": view.get("callback_id") or "",
        "state": {"values": carried_over(view["blocks"], known or {})},
        "hash": f"{world.state.timestamps.new()}.{new_id('', 8).lower()}",
        "title": view.get("title"),
        "clear_on_close": bool(view.get("clear_on_close")),
        "notify_on_close": bool(view.get("notify_on_close")),
        "close": view.get("close"),
        "submit": view.get("submit"),
        "submit_disabled": bool(view.get("submit_disabled")),
        "previous_view_id": None,
        "root_view_id": None,
        "app_id": world.sample.app.id,
        "external_id": view.get("external_id") or "",
        "app_installed_team_id": world.sample.team.id,
        "bot_id": world.sample.app.bot_id,
    }


def _check_external_id(world: World, view: Json, allowed: str = "") -> None:
    found = world.state.find_view("", view["external_id"])
    if found is not None and found[1]["id"] != allowed:
        raise SlackError("duplicate_external_id")


def open_form(world: World, user: str, given: object, tab: str) -> Json:
    """Show a person a form in this tab; it takes the place of any forms that they have open."""
    view = _build(world, given, kind="modal")
    _check_external_id(world, view)
    view["root_view_id"] = view["id"]
    world.state.set_stack(user, (view,), tab)
    return view


def push_form(world: World, user: str, given: object, tab: str = "") -> Json:
    """Lay a form on top of a person's open forms; where no tab is given they stay where they are.

    Raises `SlackError`: `not_found` without an open form, `push_limit_reached` beyond three.
    """
    stack = world.state.stack(user)
    if not stack:
        raise SlackError("not_found")
    view = _build(world, given, kind="modal")
    if len(stack) >= VIEW_STACK:
        raise SlackError("push_limit_reached")
    _check_external_id(world, view)
    view["root_view_id"] = stack[0]["id"]
    view["previous_view_id"] = stack[-1]["id"]
    world.state.set_stack(user, (*stack, view), tab or None)
    return view


def update_form(world: World, user: str, old: Json, given: object) -> Json:
    """Put new content in an open form or home; what is typed stays where fields are the same."""
    view = _build(world, given, kind=old["type"], known=old["state"]["values"])
    _check_external_id(world, view, allowed=old["id"])
    for name in ("id", "root_view_id", "previous_view_id"):
        view[name] = old[name]
    world.state.replace_view(user, view)
    return view


def publish_home(world: World, user: str, given: object) -> Json:
    """Set the app's home of a person."""
    old = world.state.homes.get(user)
    view = _build(world, given, kind="home")
    view["id"] = old["id"] if old is not None else view["id"]
    view["root_view_id"] = view["id"]
    world.state.replace_view(user, view)
    return view
