"""`api.test`, `auth.test` and `apps.connections.open`."""

from __future__ import annotations

from bot.workspace.errors import SlackError
from bot.workspace.model import Json
from bot.workspace.web_api.call import Call
from bot.workspace.world import World


def api_test(world: World, call: Call) -> Json:
    """`api.test`: gives the arguments back, or the error asked for."""
    del world
    if call.text("error"):
        raise SlackError(call.text("error"))
    return {"args": call.args}


def auth_test(world: World, call: Call) -> Json:
    """`auth.test`: who the token belongs to."""
    team, app = world.sample.team, world.sample.app
    if call.token == "app":  # noqa: S105  (the kind of token, no secret)
        return {"app_name": app.name, "app_id": app.id}
    return {
        "url": f"{world.base_url}/",
        "team": team.name,
        "user": app.name,
        "team_id": team.id,
        "user_id": app.user_id,
        "bot_id": app.bot_id,
        "is_enterprise_install": False,
    }


def open_connection(world: World, call: Call) -> Json:
    """`apps.connections.open`: a websocket address with a ticket for one connection."""
    del call
    address = world.base_url.replace("http", "ws", 1)
    return {
        "url": f"{address}/socket?ticket={world.sockets.new_ticket()}&app_id={world.sample.app.id}"
    }
