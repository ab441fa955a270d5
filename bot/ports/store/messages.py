"""The outbox."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Protocol

from bot.ports.world import Outgoing, Sending
from bot.views.model import MessageView


class Messages(Protocol):
    """The outbox: each message as it should stand and as it stands.

    A lease belongs to the store object that it was taken through. `sent`, `retry_at` and `give_up`
    do nothing when it is another's, or nobody's, by then.
    """

    def want(
        self,
        key: str,
        tenant: str,
        conversation: str,
        view: MessageView,
        *,
        until: datetime | None = None,
    ) -> None:
        """Say how the message is to stand; an unsent earlier version is replaced.

        Nothing happens when this is what is wanted already, unless it had been given up: then it
        is tried again. What has not been sent at `until` is not to be sent any more.
        """
        ...

    def forget(self, name: str) -> None:
        """Forget the message of this key, and all whose keys begin with it and a slash.

        What stands in the chat stays there; what has not been sent never is.
        """
        ...

    def get(self, key: str) -> Outgoing | None:
        """Return the message as it is wanted now.

        None for one that another version of the code wrote and this one can't read, too.
        """
        ...

    def has(self, key: str) -> bool:
        """Whether there is a message of this key, whoever wrote it."""
        ...

    def claim(
        self, calls: Iterable[Sending], now: datetime, lease_until: datetime, limit: int
    ) -> tuple[Outgoing, ...]:
        """Take messages whose wanted version is not sent yet, until `lease_until`.

        Only those are taken that need one of the `calls`. First comes what has waited longest:
        the age is that of the wish, so who has just been served stands behind the others. In a
        conversation a post waits until the older posts stand, but for those that stand aside.
        """
        ...

    def release(self) -> None:
        """Give up all leases: nobody else is at work. What was under way may have been sent."""
        ...

    def sent(self, key: str, version: int, ref: str) -> None:
        """Note that this version stands at `ref` and give up the lease."""
        ...

    def retry_at(
        self,
        key: str,
        at: datetime,
        *,
        gone: bool = False,
        failed: bool = True,
        aside: bool = False,
    ) -> None:
        """Give back a message that could not be sent. `gone` forgets where it stood.

        `failed`: the attempt may have succeeded unseen (`tried`). `aside`: what is in the way may
        last, so that later messages of the conversation need not wait for this one. Both count
        the attempt; a message that only had to wait is not counted.
        """
        ...

    def hurry(self, key: str, at: datetime) -> None:
        """Try a message again from `at` on, where that is sooner: what it waited for is there."""
        ...

    def give_up(self, key: str, version: int, reason: str) -> None:
        """Stop trying this version for a reason that waiting does not mend."""
        ...
