"""The outbox: each message as it should stand and as it stands.

A row is a message, not a sending: `version` is wanted, `sent_version` stands at `ref`. A lease
that ran out without being given back, or an attempt that failed, may have sent the message
without our knowing: it is `tried`. What has not been sent yet `waits`; `wanted` numbers it in the
order in which it began to wait, `aside` lets later posts of the conversation pass.

What a sender tells of a message counts only while it holds the lease: another may have sent it
since, and it stands where that one says.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from datetime import datetime

from pydantic import TypeAdapter, ValidationError

from bot.ports import Outgoing, Sending
from bot.stores.sqlite.codec import maybe_time_from_text, maybe_time_to_text, time_to_text
from bot.stores.sqlite.leases import LeaseRepository, times
from bot.stores.sqlite.repository import Row
from bot.views.model import MessageView

UNREADABLE = "unreadable"
"""Why a message that another version of the code wrote, and this one can't read, is not sent."""

CLAIM = """
UPDATE message SET tried = tried OR lease_until <> '', lease_until = :lease, owner = :me
WHERE id IN (
    SELECT id FROM message AS mine
    WHERE waits AND next_at <= :now
    AND (lease_until <= :now OR (owner <> '' AND lease_until > :farthest))
    AND iif(ref = '', :post, :update)
    AND (ref <> '' OR NOT EXISTS (
        SELECT 1 FROM message AS older
        WHERE older.tenant = mine.tenant AND older.conversation = mine.conversation
        AND older.wanted < mine.wanted AND older.waits AND older.ref = '' AND older.aside = 0
    ))
    ORDER BY wanted LIMIT :limit
)
RETURNING wanted, key, tenant, conversation, view, version, ref, attempts, tried, until
"""

_log = logging.getLogger(__name__)
_views: TypeAdapter[MessageView] = TypeAdapter(MessageView)


class MessageRepository(LeaseRepository):
    """`bot.ports.Messages` on the table `message`."""

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
        is tried again.
        """
        self._run(
            "INSERT INTO message (key, tenant, conversation, view, until, wanted)"
            " VALUES (:key, :tenant, :conversation, :view, :until,"
            " (SELECT coalesce(max(wanted), 0) + 1 FROM message WHERE waits))"
            " ON CONFLICT (key) DO UPDATE SET view = excluded.view, tenant = excluded.tenant,"
            " conversation = excluded.conversation, version = version + 1, attempts = 0,"
            " until = excluded.until,"
            " next_at = iif(failure = '', next_at, ''), aside = iif(failure = '', aside, 0),"
            " wanted = iif(waits, wanted, excluded.wanted), failure = ''"
            " WHERE failure <> '' OR (view, tenant, conversation)"
            " <> (excluded.view, excluded.tenant, excluded.conversation)",
            key=key,
            tenant=tenant,
            conversation=conversation,
            view=_views.dump_json(view).decode(),
            until=maybe_time_to_text(until),
        )

    def forget(self, name: str) -> None:
        """Forget the message of this key, and all whose keys begin with it and a slash."""
        self._run(
            "DELETE FROM message WHERE key = :name OR (key > :name || '/' AND key < :name || '0')",
            name=name,
        )

    def get(self, key: str) -> Outgoing | None:
        """Return the message as it is wanted now, None for one that can't be read, too."""
        row = self._row(
            "SELECT key, tenant, conversation, view, version, ref, attempts, until,"
            " tried OR lease_until <> '' AS tried FROM message WHERE key = :key",
            key=key,
        )
        try:
            return _from_row(row) if row else None
        except ValidationError:
            _log.warning("a message of kind %r can't be read and is left as it is", _kind(key))
            return None

    def has(self, key: str) -> bool:
        """Whether there is a message of this key, whoever wrote it."""
        return self._row("SELECT 1 FROM message WHERE key = :key", key=key) is not None

    def claim(
        self, calls: Iterable[Sending], now: datetime, lease_until: datetime, limit: int
    ) -> tuple[Outgoing, ...]:
        """Take messages that need one of the calls, until `lease_until`, by how long they wait.

        In a conversation a post waits until the older posts stand, but for those aside.
        """
        calls = set(calls)
        rows = self._rows(
            CLAIM,
            post="post" in calls,
            update="update" in calls,
            me=self._owner,
            **times(now, lease_until),
            limit=limit,
        )
        rows.sort(key=lambda row: row.pop("wanted"))
        readable = (self._readable(row) for row in rows)
        return tuple(message for message in readable if message is not None)

    def release(self) -> None:
        """Give up all leases: nobody else is at work. What was under way may have been sent."""
        self._run(
            "UPDATE message SET lease_until = '', owner = '', tried = 1 WHERE lease_until <> ''"
        )

    def sent(self, key: str, version: int, ref: str) -> None:
        """Note that this version stands at `ref` and give up the lease.

        A newer version, wanted meanwhile, waits behind all the others.
        """
        self._run(
            "UPDATE message SET sent_version = max(sent_version, :version), ref = :ref,"
            " tried = 0, attempts = 0, aside = 0, lease_until = '', owner = '', next_at = '',"
            " wanted = (SELECT coalesce(max(wanted), 0) + 1 FROM message WHERE waits)"
            " WHERE key = :key AND owner = :me",
            key=key,
            me=self._owner,
            version=version,
            ref=ref,
        )

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

        `failed` may have succeeded unseen; a message that only had to wait, that was refused, or
        that was told to be gone, has certainly not been sent. `aside` lets later ones pass.
        """
        self._run(
            "UPDATE message SET next_at = :at, lease_until = '', owner = '', aside = :aside,"
            " attempts = attempts + (:failed OR :aside),"
            " ref = iif(:gone, '', ref), tried = iif(:gone, 0, tried OR :failed)"
            " WHERE key = :key AND owner = :me",
            key=key,
            me=self._owner,
            at=time_to_text(at),
            gone=gone,
            failed=failed,
            aside=aside,
        )

    def hurry(self, key: str, at: datetime) -> None:
        """Try a message again from `at` on, where that is sooner: what it waited for is there."""
        self._run(
            "UPDATE message SET next_at = :at WHERE key = :key AND next_at > :at",
            key=key,
            at=time_to_text(at),
        )

    def give_up(self, key: str, version: int, reason: str) -> None:
        """Stop trying this version for a reason that waiting does not mend."""
        self._run(
            "UPDATE message SET lease_until = '', owner = '', tried = 1,"
            " failure = iif(version = :version, :reason, failure)"
            " WHERE key = :key AND owner = :me",
            key=key,
            me=self._owner,
            version=version,
            reason=reason or "given up",
        )

    def _readable(self, row: Row) -> Outgoing | None:
        """Return the message; one that can't be read is given up and must not stop the others."""
        try:
            return _from_row(row)
        except ValidationError:
            _log.warning("a message of kind %r can't be read and is given up", _kind(row["key"]))
            self.give_up(row["key"], row["version"], UNREADABLE)
            return None


def _kind(key: str) -> str:
    """Return the part of the key that names no one."""
    return key.split("/", 1)[0]


def _from_row(row: Row) -> Outgoing:
    view = _views.validate_json(row["view"])
    until = maybe_time_from_text(row["until"])
    return Outgoing(**{**row, "view": view, "tried": bool(row["tried"]), "until": until})
