"""`users.*`: who is here."""

from __future__ import annotations

from bot.workspace.model import Json
from bot.workspace.web_api.call import Call
from bot.workspace.web_api.places import known_user
from bot.workspace.wire import user_shape
from bot.workspace.world import World


def info(world: World, call: Call) -> Json:
    """`users.info`."""
    return {"user": _shape(world, call, call.need("user"))}


def list_users(world: World, call: Call) -> Json:
    """`users.list`, by pages."""
    return call.page([_shape(world, call, user) for user in world.state.users], "members")


def _shape(world: World, call: Call, user: str) -> Json:
    shape = user_shape(world.state, known_user(world, user))
    return shape | ({"locale": "sv-SE"} if call.flag("include_locale") else {})
