"""The outbox: each message as it should stand and as it stands.

A row is a message, not a sending: `version` is wanted, `sent_version` stands at `ref`. A lease
that ran out without being given back, or an attempt that failed, may have sent the message
without our knowing: it is `tried`.
"""

from __future__ import annotations

import logging
from datetime import datetime

from pydantic import TypeAdapter, ValidationError

from bot.ports import Outgoing
from bot.stores.sqlite.codec import time_to_text
from bot.stores.sqlite.repository import Repository, Row
from bot.views.model import MessageView

UNREADABLE = "unreadable"
"""Why a message that another version of the code wrote, and this one can't read, is not sent."""

_log = logging.getLogger(__name__)
_views: TypeAdapter[MessageView] = TypeAdapter(MessageView)


class MessageRepository(Repository):
    """`bot.ports.Messages` on the table `message`."""

    def want(self, key: str, tenant: str, conversation: str, view: MessageView) -> None:
        """Say how the message is to stand; an unsent earlier version is replaced.

        Nothing happens when this is what is wanted already, unless it had been given up: then it
        is tried again.
        """
        self._run(
            "INSERT INTO message (key, tenant, conversation, view)"
            " VALUES (:key, :tenant, :conversation, :view)"
            " ON CONFLICT (key) DO UPDATE SET view = excluded.view, tenant = excluded.tenant,"
            " conversation = excluded.conversation, version = version + 1, attempts = 0,"
            " next_at = iif(failure = '', next_at, ''), failure = ''"
            " WHERE failure <> '' OR (view, tenant, conversation)"
            " <> (excluded.view, excluded.tenant, excluded.conversation)",
            key=key,
            tenant=tenant,
            conversation=conversation,
            view=_views.dump_json(view).decode(),
        )

    def get(self, key: str) -> Outgoing | None:
        """Return the message as it is wanted now."""
        row = self._row(
            "SELECT key, tenant, conversation, view, version, ref, attempts,"
            " tried OR lease_until <> '' AS tried FROM message WHERE key = :key",
            key=key,
        )
        return _from_row(row) if row else None

    def claim(self, now: datetime, lease_until: datetime, limit: int) -> tuple[Outgoing, ...]:
        """Take messages whose wanted version is not sent yet, until `lease_until`, oldest first.

        The age is that of the message, not of its latest version.
        """
        rows = self._rows(
            "UPDATE message SET tried = tried OR lease_until <> '', lease_until = :lease"
            " WHERE id IN (SELECT id FROM message"
            " WHERE version > sent_version AND failure = ''"
            " AND lease_until <= :now AND next_at <= :now ORDER BY id LIMIT :limit)"
            " RETURNING id, key, tenant, conversation, view, version, ref, attempts, tried",
            now=time_to_text(now),
            lease=time_to_text(lease_until),
            limit=limit,
        )
        rows.sort(key=lambda row: row.pop("id"))
        readable = (self._readable(row) for row in rows)
        return tuple(message for message in readable if message is not None)

    def release(self) -> None:
        """Give up all leases: nobody else is at work. What was under way may have been sent."""
        self._run("UPDATE message SET lease_until = '', tried = 1 WHERE lease_until <> ''")

    def sent(self, key: str, version: int, ref: str) -> None:
        """Note that this version stands at `ref` and give up the lease."""
        self._run(
            "UPDATE message SET sent_version = max(sent_version, :version), ref = :ref,"
            " tried = 0, attempts = 0, lease_until = '', next_at = '' WHERE key = :key",
            key=key,
            version=version,
            ref=ref,
        )

    def retry_at(self, key: str, at: datetime, *, gone: bool = False, failed: bool = True) -> None:
        """Give back a message that could not be sent. `gone` forgets where it stood.

        `failed` counts the attempt, which may have succeeded unseen; a message that only had to
        wait, or that was told to be gone, has certainly not been sent.
        """
        self._run(
            "UPDATE message SET next_at = :at, lease_until = '', attempts = attempts + :failed,"
            " ref = iif(:gone, '', ref), tried = iif(:gone, 0, tried OR :failed)"
            " WHERE key = :key",
            key=key,
            at=time_to_text(at),
            gone=gone,
            failed=failed,
        )

    def give_up(self, key: str, version: int, reason: str) -> None:
        """Stop trying this version for a reason that waiting does not mend."""
        self._run(
            "UPDATE message SET lease_until = '', tried = 1,"
            " failure = iif(version = :version, :reason, failure) WHERE key = :key",
            key=key,
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
    return Outgoing(**{**row, "view": view, "tried": bool(row["tried"])})
