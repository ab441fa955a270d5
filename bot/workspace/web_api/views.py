"""`views.*`: forms and homes."""

from __future__ import annotations

from bot.workspace.errors import SlackError
from bot.workspace.forms import open_form, publish_home, push_form, update_form
from bot.workspace.model import Json
from bot.workspace.validate import check_view
from bot.workspace.web_api.call import Call
from bot.workspace.web_api.places import known_user
from bot.workspace.world import World


def _view(world: World, call: Call) -> Json:
    """The view, checked before a trigger is used up: a bad view leaves the trigger good."""
    view = call.structure("view")
    if view is None:
        raise SlackError("invalid_arguments", ["missing required field: view"])
    return check_view(view, world.serials)


def open_view(world: World, call: Call) -> Json:
    """`views.open`."""
    view = _view(world, call)
    trigger = world.triggers.exchange(call.need("trigger_id"))
    return {"view": open_form(world, trigger.user, view, trigger.tab)}


def push(world: World, call: Call) -> Json:
    """`views.push`: at most three forms on top of each other."""
    view = _view(world, call)
    trigger = world.triggers.exchange(call.need("trigger_id"))
    return {"view": push_form(world, trigger.user, view, trigger.tab)}


def update(world: World, call: Call) -> Json:
    """`views.update` by `view_id` or `external_id`, guarded by `hash` when it is given."""
    view_id, external_id = call.text("view_id"), call.text("external_id")
    if bool(view_id) == bool(external_id):
        raise SlackError("invalid_arguments", ["provide one of view_id and external_id"])
    view = _view(world, call)
    found = world.state.find_view(view_id, external_id)
    if found is None:
        raise SlackError("not_found")
    user, old = found
    _check_hash(call, old)
    return {"view": update_form(world, user, old, view)}


def publish(world: World, call: Call) -> Json:
    """`views.publish`: the app's home of one person."""
    user = known_user(world, call.need("user_id"))
    view = _view(world, call)
    _check_hash(call, world.state.homes.get(user.id))
    return {"view": publish_home(world, user.id, view)}


def _check_hash(call: Call, old: Json | None) -> None:
    given = call.text("hash")
    if given and (old is None or old["hash"] != given):
        raise SlackError("hash_conflict")
