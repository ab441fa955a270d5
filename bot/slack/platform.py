"""Slack as the port `Platform`, and the forms and homes that only Slack's handlers use."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from slack_sdk import WebClient

from bot.domain.people import Person
from bot.errors import NotAChannel, NotInChannel
from bot.ports import Outgoing
from bot.slack.client import Calls
from bot.slack.directory import Directory
from bot.slack.render import render_form, render_home, render_message
from bot.slack.render.text import is_user_id
from bot.views.model import FormView, Menu

MEMBERS_PAGE: Final = 1_000
RECENT: Final = 200
"""How many of the latest messages `find` looks through."""


class SlackPlatform:
    """One Slack workspace. A ref is `channel/ts`. Safe to share between threads."""

    def __init__(self, client: WebClient, calls: Calls, directory: Directory, me: str) -> None:
        """`me` is the bot's own user id."""
        self._client = client
        self._calls = calls
        self._directory = directory
        self._direct: dict[str, str] = {}
        self._me = me

    def warm_up(self) -> None:
        """Learn who there is; in a large workspace it takes seconds. Raises PlatformError."""
        self._directory.refreshed()

    def members(self, channel: str) -> tuple[Person, ...]:
        """Return who is in the channel. Raises NotInChannel, NotAChannel, PlatformError."""
        if not channel.startswith(("C", "G")):
            raise NotAChannel
        users = list(self._members(channel))
        if self._me not in users:
            raise NotInChannel
        return self._directory.people(users)

    def name(self, channel: str) -> str:
        """Return the channel's name. Raises NotInChannel, PlatformError.

        A command's payload does not have it: for every private channel it says "privategroup".
        """
        found = self._calls(self._client.conversations_info, channel=channel)
        return str(found["channel"]["name"])

    def post(self, message: Outgoing) -> str:
        """Post the message and return its ref. Raises NotInChannel, PlatformError."""
        channel = self._channel(message.conversation)
        answer = self._calls(
            self._client.chat_postMessage,
            place=channel,
            channel=channel,
            unfurl_links=False,
            unfurl_media=False,
            **_content(message),
        )
        return f"{channel}/{answer['ts']}"

    def update(self, message: Outgoing) -> None:
        """Replace the message that stands at `ref`. Raises MessageGone, PlatformError."""
        channel, ts = message.ref.split("/")
        self._calls(self._client.chat_update, channel=channel, ts=ts, **_content(message))

    def find(self, message: Outgoing) -> str:
        """Return the ref of the message if it is among the latest, else an empty text."""
        channel = self._channel(message.conversation)
        history = self._calls(self._client.conversations_history, channel=channel, limit=RECENT)
        for said in history["messages"]:
            if said.get("user") == self._me and _key(said) == message.key:
                return f"{channel}/{said['ts']}"
        return ""

    def open_form(self, trigger_id: str, view: FormView) -> str:
        """Open a form and return its id. Raises FormExpired (after 3 s), PlatformError."""
        answer = self._calls(self._client.views_open, trigger_id=trigger_id, view=render_form(view))
        return str(answer["view"]["id"])

    def update_form(self, view_id: str, view: FormView) -> None:
        """Replace an open form; what has been filled in stays. Raises FormExpired if it is gone."""
        self._calls(self._client.views_update, view_id=view_id, view=render_form(view))

    def publish_home(self, user: str, menu: Menu) -> None:
        """Show the menu in the user's home of the app. Raises PlatformError."""
        self._calls(self._client.views_publish, user_id=user, view=render_home(menu))

    def _members(self, channel: str) -> Iterator[str]:
        cursor = ""
        while True:
            page = self._calls(
                self._client.conversations_members,
                channel=channel,
                limit=MEMBERS_PAGE,
                cursor=cursor,
            )
            yield from page["members"]
            cursor = (page.get("response_metadata") or {}).get("next_cursor") or ""
            if not cursor:
                return

    def _channel(self, conversation: str) -> str:
        """Return the channel of a conversation; for a person, that of the direct messages."""
        if not is_user_id(conversation):
            return conversation
        if conversation not in self._direct:
            answer = self._calls(self._client.conversations_open, users=conversation)
            self._direct[conversation] = str(answer["channel"]["id"])
        return self._direct[conversation]


def _content(message: Outgoing) -> dict[str, Any]:
    """Return text and blocks; the first block carries the key, by which `find` knows it again."""
    content = render_message(message.view)
    first, *rest = content["blocks"]
    return {"text": content["text"], "blocks": [{**first, "block_id": message.key}, *rest]}


def _key(said: dict[str, Any]) -> str:
    """Return the key of a message that stands, empty when it is none of the outbox's."""
    blocks = said.get("blocks") or [{}]
    return str(blocks[0].get("block_id", ""))
