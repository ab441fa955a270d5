"""The records of the workspace: who and what there is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]
"""A JSON object as Slack sends and receives it."""


@dataclass(frozen=True, slots=True)
class Team:
    """The workspace's own name and id."""

    id: str
    name: str
    domain: str


@dataclass(frozen=True, slots=True)
class AppIdentity:
    """The one app of the workspace: its app id, bot id and the bot's user id."""

    id: str
    bot_id: str
    user_id: str
    name: str


@dataclass(frozen=True, slots=True)
class User:
    """A person, or the app's own user. `color` is six hex digits without `#`."""

    id: str
    name: str
    real_name: str
    title: str = ""
    color: str = "5b6770"
    is_bot: bool = False
    is_restricted: bool = False


@dataclass(frozen=True, slots=True)
class Channel:
    """A conversation. `user` is the person at the other end of the app's direct message."""

    id: str
    name: str
    members: tuple[str, ...]
    topic: str = ""
    is_private: bool = False
    is_im: bool = False
    is_mpim: bool = False
    is_archived: bool = False
    user: str = ""


@dataclass(frozen=True, slots=True)
class Command:
    """A slash command that the app has registered."""

    command: str
    description: str = ""
    usage_hint: str = ""


@dataclass(frozen=True, slots=True)
class Message:
    """A message in a channel; `ephemeral_to` names its only reader when it is ephemeral."""

    channel: str
    ts: str
    user: str
    text: str
    by_app: bool = False
    blocks: tuple[Json, ...] = ()
    ephemeral_to: str | None = None
    edited_ts: str | None = None
    reactions: tuple[tuple[str, tuple[str, ...]], ...] = ()
    files: tuple[str, ...] = ()
    thread_ts: str | None = None
    metadata: Json | None = None
    is_command_echo: bool = False
    subtype: str = ""

    def readable_by(self, user: str) -> bool:
        """Whether this member of the channel sees the message."""
        return self.ephemeral_to is None or self.ephemeral_to == user

    @property
    def in_channel(self) -> bool:
        """Whether the message stands in the channel itself: not ephemeral, not in a thread."""
        return self.ephemeral_to is None and self.thread_ts in (None, self.ts)


@dataclass(frozen=True, slots=True)
class StoredFile:
    """An uploaded file. `content` is None until the bytes have come, `shared` until completed.

    Blocks may show it from `usable_from` on, in seconds since 1970.
    """

    id: str
    name: str
    title: str
    length: int
    alt_text: str = ""
    content: bytes | None = None
    shared: bool = False
    channels: tuple[str, ...] = ()
    usable_from: float = 0.0
