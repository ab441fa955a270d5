"""What the workspace holds: people, conversations, messages, open forms and homes.

All of it lives on the server's one event loop, so nothing here takes a lock. Each change calls
the listener given to the constructor, which tells the open pages and saves the state.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Protocol

from bot.workspace.ids import Timestamps, new_id
from bot.workspace.model import Channel, Json, Message, StoredFile, User
from bot.workspace.sample import Sample


class Listener(Protocol):
    """Who is told of changes."""

    def message(self, kind: str, message: Message) -> None:
        """A message is new (`message`), `message_changed` or `message_deleted`."""

    def channel(self, channel: Channel) -> None:
        """A conversation is new, or its members changed."""

    def views(self, user: str) -> None:
        """The stack of a person's open forms changed."""

    def home(self, user: str) -> None:
        """The app's home of a person changed."""


@dataclass(slots=True)
class State:
    """All of the workspace's data. Frozen records inside: a change puts a new one in place."""

    sample: Sample
    listener: Listener
    users: dict[str, User] = field(default_factory=dict)
    channels: dict[str, Channel] = field(default_factory=dict)
    messages: dict[str, dict[str, Message]] = field(default_factory=dict)
    files: dict[str, StoredFile] = field(default_factory=dict)
    stacks: dict[str, tuple[Json, ...]] = field(default_factory=dict)
    tabs: dict[str, str] = field(default_factory=dict)
    homes: dict[str, Json] = field(default_factory=dict)
    timestamps: Timestamps = field(default_factory=Timestamps)

    def __post_init__(self) -> None:
        self.reset()

    def reset(self) -> None:
        """Make everything as it was at the start."""
        self.users = {user.id: user for user in self.sample.users}
        self.channels = {channel.id: channel for channel in self.sample.channels}
        self.messages = {}
        self.files = {}
        self.stacks = {}
        self.tabs = {}
        self.homes = {}
        for user in self.sample.users:
            if not user.is_bot:
                direct = self._direct(user.id)
                self.channels[direct.id] = direct

    # --- conversations ---------------------------------------------------------------------

    def _direct(self, user: str) -> Channel:
        members = (user, self.sample.app.user_id)
        return Channel(id=direct_id(user), name="", members=members, is_im=True, user=user)

    def channels_of(self, user: str) -> list[Channel]:
        """The conversations that this person is in."""
        return [channel for channel in self.channels.values() if user in channel.members]

    def set_channel(self, channel: Channel) -> None:
        """Add or replace a conversation."""
        self.channels[channel.id] = channel
        self.listener.channel(channel)

    def open_group(self, users: tuple[str, ...]) -> Channel:
        """The group conversation of the app with several people, made when it is not there."""
        members = (*users, self.sample.app.user_id)
        for channel in self.channels.values():
            if channel.is_mpim and set(channel.members) == set(members):
                return channel
        name = "mpdm-" + "--".join(self.users[user].name for user in members) + "-1"
        group = Channel(new_id("G0"), name, members, is_private=True, is_mpim=True)
        self.set_channel(group)
        return group

    # --- messages --------------------------------------------------------------------------

    def add_message(self, message: Message) -> Message:
        """Put a new message in its conversation."""
        self.messages.setdefault(message.channel, {})[message.ts] = message
        self.listener.message("message", message)
        return message

    def find_message(self, channel: str, ts: str) -> Message | None:
        """The message with this timestamp, ephemeral ones too."""
        return self.messages.get(channel, {}).get(ts)

    def change_message(self, message: Message) -> Message:
        """Put a message in the place of the one with the same timestamp."""
        self.messages[message.channel][message.ts] = message
        self.listener.message("message_changed", message)
        return message

    def delete_message(self, message: Message) -> None:
        """Take a message away."""
        del self.messages[message.channel][message.ts]
        self.listener.message("message_deleted", message)

    def readable(self, user: str, channel: str) -> list[Message]:
        """What this person sees in a conversation, oldest first."""
        return [one for one in self.messages.get(channel, {}).values() if one.readable_by(user)]

    # --- forms -----------------------------------------------------------------------------

    def stack(self, user: str) -> tuple[Json, ...]:
        """A person's open forms, top last."""
        return self.stacks.get(user, ())

    def tab(self, user: str) -> str:
        """The one tab that shows a person's open forms; "" when none does."""
        return self.tabs.get(user, "")

    def set_stack(self, user: str, stack: tuple[Json, ...], tab: str | None = None) -> None:
        """Replace a person's open forms; None as the tab leaves them in theirs."""
        self.stacks[user] = stack
        if tab is not None:
            self.tabs[user] = tab
        self.listener.views(user)

    def replace_view(self, user: str, view: Json) -> None:
        """Put a view in the place of the one with the same id, in the stack or as home."""
        if view["type"] == "home":
            self.homes[user] = view
            self.listener.home(user)
        else:
            stack = self.stack(user)
            self.set_stack(user, tuple(view if one["id"] == view["id"] else one for one in stack))

    def find_view(self, view_id: str, external_id: str = "") -> tuple[str, Json] | None:
        """A view and the person it is shown to, by its id or by the app's own id."""
        everywhere = [*self.stacks.items(), *((user, (one,)) for user, one in self.homes.items())]
        for user, views in everywhere:
            for view in views:
                same_external = bool(external_id) and view["external_id"] == external_id
                if view["id"] == view_id or same_external:
                    return user, view
        return None

    def remove_views(self, user: str, ids: set[str]) -> None:
        """Close these views of a person."""
        self.set_stack(user, tuple(one for one in self.stack(user) if one["id"] not in ids))


def direct_id(user: str) -> str:
    """The id of the app's direct message with a person: stable, so that a restart keeps it."""
    return "D" + user.removeprefix("U") if user.startswith("U") else f"with-{user}"


def with_member(channel: Channel, user: str) -> Channel:
    """The conversation with one more member."""
    return replace(channel, members=(*channel.members, user))


def without_member(channel: Channel, user: str) -> Channel:
    """The conversation with one member less."""
    return replace(channel, members=tuple(one for one in channel.members if one != user))
