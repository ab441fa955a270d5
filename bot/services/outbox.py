"""Sending what is to stand in the channels.

A message is kept as it should stand and as it stands; sending makes the second equal to the
first. So updates that came too fast for the platform fold into one, and after a crash a message
that may stand already is looked for before it is posted again.
"""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from bot.domain.times import backoff
from bot.errors import (
    MessageGone,
    NotAChannel,
    NotInChannel,
    PlatformDown,
    PlatformError,
    RateLimited,
    origin,
)
from bot.locales import words
from bot.ports import Outgoing, Tx
from bot.services.deps import Deps
from bot.views.model import Board, Summary
from bot.views.replies import note

LEASE = timedelta(seconds=60)
BATCH = 20
LONGEST_WAIT = timedelta(minutes=1)
MOST_ATTEMPTS = 8
"""After this many refusals (not outages) a message is given up."""

log = logging.getLogger(__name__)


def send_pending(deps: Deps) -> int:
    """Send what waits, at most `BATCH` messages, and return how many were tried."""
    now = deps.clock.now()
    claimed = deps.store.write(lambda tx: tx.messages.claim(now, now + LEASE, BATCH))
    for message in claimed:
        _send(deps, message)
    return len(claimed)


def _send(deps: Deps, message: Outgoing) -> None:
    now = deps.clock.now()
    try:
        ref = _deliver(deps, message)
    except RateLimited as limit:
        _later(deps, message, now + timedelta(seconds=limit.retry_after), failed=False)
    except MessageGone:
        deps.store.write(lambda tx: tx.messages.retry_at(message.key, now, gone=True))
    except PlatformDown:
        _later(deps, message, now + _backoff(message))
    except (NotInChannel, NotAChannel):
        deps.commit(lambda tx: _blocked(tx, message, now))
    except PlatformError as error:
        _refused(deps, message, now, str(error))
    except Exception as problem:  # noqa: BLE001 - one bad message must not keep others waiting
        _refused(deps, message, now, origin(problem))
    else:
        deps.store.write(lambda tx: tx.messages.sent(message.key, message.version, ref))


def _deliver(deps: Deps, message: Outgoing) -> str:
    ref = message.ref
    if not ref and message.tried:
        ref = deps.platform.find(message)
    if not ref:
        return deps.platform.post(message)
    deps.platform.update(Outgoing(**{**vars(message), "ref": ref}))
    return ref


def _refused(deps: Deps, message: Outgoing, now: datetime, reason: str) -> None:
    log.error("message %s was refused: %s", message.key.split("/")[0], reason)
    if message.attempts + 1 >= MOST_ATTEMPTS:
        deps.store.write(lambda tx: tx.messages.give_up(message.key, message.version, reason))
    else:
        _later(deps, message, now + _backoff(message))


def _blocked(tx: Tx, message: Outgoing, now: datetime) -> None:
    """Wait for the bot to be let into the channel, and tell those who can do that, once."""
    tx.messages.retry_at(message.key, now + LONGEST_WAIT, failed=False)
    team = tx.teams.at(message.tenant, message.conversation)
    if team is None or not isinstance(message.view, Board | Summary):
        return
    text = note(words(team.language), "blocked-not-in-channel", team=f"#{team.name}")
    for manager in sorted(team.managers):
        tx.messages.want(f"blocked/{message.key}/{manager.user}", team.tenant, manager.user, text)


def _later(deps: Deps, message: Outgoing, at: datetime, *, failed: bool = True) -> None:
    deps.store.write(lambda tx: tx.messages.retry_at(message.key, at, failed=failed))


def _backoff(message: Outgoing) -> timedelta:
    return backoff(message.attempts, LONGEST_WAIT)
