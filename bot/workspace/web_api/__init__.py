"""Slack's Web API: every method that the workspace knows, by its name."""

from __future__ import annotations

from collections.abc import Callable

from bot.workspace.model import Json
from bot.workspace.web_api import chat, connection, conversations, files, reactions, users, views
from bot.workspace.web_api.call import Call
from bot.workspace.world import World

Method = Callable[[World, Call], Json]

METHODS: dict[str, Method] = {
    "api.test": connection.api_test,
    "apps.connections.open": connection.open_connection,
    "auth.test": connection.auth_test,
    "chat.delete": chat.delete,
    "chat.getPermalink": chat.get_permalink,
    "chat.postEphemeral": chat.post_ephemeral,
    "chat.postMessage": chat.post_message,
    "chat.update": chat.update,
    "conversations.history": conversations.history,
    "conversations.info": conversations.info,
    "conversations.join": conversations.join,
    "conversations.list": conversations.list_conversations,
    "conversations.members": conversations.members,
    "conversations.open": conversations.open_conversation,
    "conversations.replies": conversations.replies,
    "files.completeUploadExternal": files.complete_upload,
    "files.getUploadURLExternal": files.get_upload_url,
    "reactions.add": reactions.add,
    "reactions.get": reactions.get,
    "reactions.remove": reactions.remove,
    "users.info": users.info,
    "users.list": users.list_users,
    "views.open": views.open_view,
    "views.publish": views.publish,
    "views.push": views.push,
    "views.update": views.update,
}

TOKEN_KINDS = {"apps.connections.open": ("app",), "auth.test": ("bot", "app")}
"""Which tokens a method takes, where it is not the bot's alone."""

WITHOUT_TOKEN = ("api.test",)
