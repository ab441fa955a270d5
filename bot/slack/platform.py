"""Slack as the port `Platform`, and the forms and homes that only Slack's handlers use."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any, Final

from slack_sdk import WebClient
from slack_sdk.web import SlackResponse

from bot.domain.people import Person, PersonKey
from bot.errors import (
    MessageGone,
    NotAChannel,
    NotInChannel,
    PlatformDown,
    PlatformError,
    RateLimited,
)
from bot.ports import Outgoing, Sending
from bot.slack.client import Calls, make_client
from bot.slack.connection import Identity
from bot.slack.directory import Directory
from bot.slack.pictures import Pictures
from bot.slack.render import render_form, render_home, render_message
from bot.slack.render.blocks import Json
from bot.slack.render.text import escape
from bot.views.model import Button, FormView, MirrorView, PrivacyView, ReplyView, Sheet, Summary

MEMBERS_PAGE: Final = 1_000
RECENT: Final = 200
"""How many of the latest messages `find` looks through."""

FORM_TIMEOUT: Final = 2.5
"""Seconds before a form is given up: its trigger lives for three, and some have passed already."""


class SlackPlatform:
    """One Slack workspace. A ref is `channel/ts`. Safe to share between threads."""

    def __init__(
        self,
        client: WebClient,
        calls: Calls,
        directory: Directory,
        me: Identity,
        pictures: Pictures | None = None,
    ) -> None:
        """`me` is who the bot is in the workspace; without `pictures` messages have none."""
        self._client = client
        self._hurried = make_client(client.token, client.base_url, FORM_TIMEOUT)
        self._calls = calls
        self._directory = directory
        self._channels: dict[str, str] = {}
        """The channels of the conversations that are known: a person's is another than its id."""
        self._me = me
        self._pictures = pictures

    def close(self) -> None:
        """Finish what is under way beside the calls."""
        if self._pictures:
            self._pictures.close()

    @property
    def tenant(self) -> str:
        """The workspace's id."""
        return self._me.team

    def warm_up(self) -> None:
        """Learn who there is; in a large workspace it takes seconds. Raises PlatformError.

        After RateLimited and PlatformDown, calling it again goes on where it stopped.
        """
        self._directory.refresh()

    def members(self, channel: str) -> tuple[Person, ...]:
        """Return who is in the channel. Raises NotInChannel, NotAChannel, PlatformError."""
        place = self._info(channel)
        if place.get("is_im") or place.get("is_mpim"):
            raise NotAChannel
        users = list(self._members(channel))
        if self._me.user not in users:
            raise NotInChannel
        self._channels[channel] = channel
        return self._directory.people(users)

    def people(self, people: Iterable[PersonKey]) -> tuple[Person, ...]:
        """Return those of the people who have an account in the workspace. Raises PlatformError."""
        return self._directory.people(person.user for person in people)

    def name(self, channel: str) -> str:
        """Return the channel's name. Raises NotInChannel, PlatformError.

        A command's payload does not have it: for every private channel it says "privategroup".
        """
        return str(self._info(channel)["name"])

    def open_to_all(self, channel: str) -> bool:
        """Whether anybody in the workspace may read and join it.

        Asked anew each time: a private channel can be made public. Raises NotInChannel,
        PlatformError.
        """
        found = self._calls(self._hurried.conversations_info, channel=channel)
        return not found["channel"].get("is_private")

    def names(self, people: Iterable[PersonKey]) -> tuple[str, ...]:
        """Return what the people are called, as far as the directory knows; asks nobody.

        After a start the directory is empty until `warm_up` has read it: until then only names
        that the check of texts knows by itself are recognised.
        """
        return self._directory.names(person.user for person in people)

    def post(self, message: Outgoing) -> str:
        """Post the message and return its ref. Raises NotInChannel, PlatformError."""
        channel = self._channel(message.conversation)
        post = partial(
            self._calls,
            self._client.chat_postMessage,
            place=channel,
            channel=channel,
            unfurl_links=False,
            unfurl_media=False,
        )
        return f"{channel}/{self._illustrated(message, channel, post)['ts']}"

    def update(self, message: Outgoing) -> None:
        """Replace the message that stands at `ref`. Raises MessageGone, PlatformError."""
        channel, _, ts = message.ref.rpartition("/")
        update = partial(self._calls, self._client.chat_update, channel=channel, ts=ts)
        self._illustrated(message, channel, update)

    def find(self, message: Outgoing) -> str:
        """Return the ref of the message if it is among the latest, else an empty text."""
        channel = self._channel(message.conversation)
        history = self._calls(self._client.conversations_history, channel=channel, limit=RECENT)
        for said in history["messages"]:
            if self._is_mine(said) and _key(said) == message.key:
                return f"{channel}/{said['ts']}"
        return ""

    def takes(self, call: Sending) -> bool:
        """Whether the workspace takes such a call now; else it would only be told to wait."""
        if call == "post":
            return self._calls.takes(self._client.chat_postMessage)
        return self._calls.takes(self._client.chat_update)

    def open_form(self, trigger_id: str, view: FormView | PrivacyView | MirrorView) -> str:
        """Open a form and return its id. Raises FormExpired (after 3 s), PlatformError."""
        answer = self._calls(
            self._hurried.views_open, trigger_id=trigger_id, view=render_form(view)
        )
        return str(answer["view"]["id"])

    def push_form(self, trigger_id: str, view: FormView | PrivacyView | MirrorView) -> None:
        """Lay something to read on top of the open form. Raises FormExpired, PlatformError."""
        self._calls(self._hurried.views_push, trigger_id=trigger_id, view=render_form(view))

    def update_form(self, view_id: str, view: FormView | PrivacyView | MirrorView) -> None:
        """Replace an open form; what has been filled in stays. Raises FormExpired if it is gone."""
        self._calls(self._client.views_update, view_id=view_id, view=render_form(view))

    def publish_home(self, user: str, view: ReplyView, back: Button | None = None) -> None:
        """Show the view in the user's home of the app, with the way back. Raises PlatformError."""
        self._calls(self._client.views_publish, user_id=user, view=render_home(view, back))

    def tell(self, user: str, view: ReplyView) -> None:
        """Say something to one person at once, past the outbox; kept nowhere but in the chat.

        Raises PlatformError: whoever asked is to be told that it did not go.
        """
        channel = self._open(user)
        self._calls(
            self._client.chat_postMessage,
            place=channel,
            channel=channel,
            unfurl_links=False,
            unfurl_media=False,
            **render_message(view),
        )

    def send_file(self, user: str, name: str, content: bytes, words: str, *, alt: str = "") -> None:
        """Send a file to one person at once, past the outbox; kept nowhere but in the chat.

        `alt` says what a picture shows. Raises PlatformError: whoever asked is to be told that it
        did not go.
        """
        self._calls(
            self._client.files_upload_v2,
            channel=self._open(user),
            filename=name,
            title=name,
            file=content,
            initial_comment=escape(words),
            **({"alt_txt": alt} if alt else {}),
        )

    def _illustrated(
        self, message: Outgoing, channel: str, send: Callable[..., SlackResponse]
    ) -> SlackResponse:
        """Send the message with its picture, or without where the picture can't be had.

        Raises RateLimited while the picture is on its way.
        """
        chart = message.view.picture if isinstance(message.view, Summary | Sheet) else None
        picture = (
            self._pictures.block(message.key, channel, chart) if self._pictures and chart else None
        )
        if not (self._pictures and chart and picture):
            return send(**_content(message))
        try:
            return send(**_content(message, picture))
        except (RateLimited, PlatformDown, MessageGone):
            raise
        except PlatformError as error:
            # Which codes mean a picture is not documented: without it is seen what was at fault.
            self._pictures.refused(message.key, channel, chart, str(error))
        return send(**_content(message))

    def _info(self, channel: str) -> dict[str, Any]:
        found = self._calls(self._client.conversations_info, channel=channel)
        place: dict[str, Any] = found["channel"]
        return place

    def _is_mine(self, said: dict[str, Any]) -> bool:
        """Whether we wrote it; not every server names the bot's user as the writer."""
        by_bot = bool(self._me.bot) and said.get("bot_id") == self._me.bot
        return by_bot or said.get("user") == self._me.user

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
        """Return the channel of a conversation; for a person, that of the direct messages.

        Which of the two an id stands for is asked and not read from its shape: servers that are
        compatible with Slack have ids of their own.
        """
        if conversation not in self._channels:
            is_person = self._directory.knows(conversation)
            self._channels[conversation] = self._open(conversation) if is_person else conversation
        return self._channels[conversation]

    def _open(self, user: str) -> str:
        answer = self._calls(self._client.conversations_open, users=user)
        return str(answer["channel"]["id"])


def _content(message: Outgoing, picture: Json | None = None) -> dict[str, Any]:
    """Return text and blocks; the first block carries the key, by which `find` knows it again."""
    content = render_message(message.view, picture)
    first, *rest = content["blocks"]
    return {"text": content["text"], "blocks": [{**first, "block_id": message.key}, *rest]}


def _key(said: dict[str, Any]) -> str:
    """Return the key of a message that stands, empty when it is none of the outbox's."""
    blocks = said.get("blocks") or [{}]
    return str(blocks[0].get("block_id", ""))
