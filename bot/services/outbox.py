"""Sending what is to stand in the channels.

A message is kept as it should stand and as it stands; sending makes the second equal to the
first. So updates that came too fast for the platform fold into one, and after a crash a message
that may stand already is looked for before it is posted again.

One message is taken at a time: a stop waits for one message only, nothing has to be given back
unsent, and the lease need not be longer than one message takes.
"""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.times import backoff
from bot.errors import (
    MessageGone,
    MessageRefused,
    NotAChannel,
    NotInChannel,
    PlatformDown,
    PlatformError,
    RateLimited,
    origin,
)
from bot.locales import words
from bot.ports import SENDINGS, Outgoing, Tx
from bot.services.deps import Deps
from bot.views.model import Board, Summary
from bot.views.replies import note

LEASE = timedelta(seconds=60)
"""Longer than a message may take: on Slack three calls (to open the conversation, to look whether
it stands, to post it) of ten seconds each, until they are given up."""

LONGEST_WAIT = timedelta(minutes=1)
"""Between two attempts at what may go well again at any moment."""

FARTHEST_WAIT = timedelta(hours=1)
"""Between two attempts at a conversation that can't be reached."""

HOPEFUL_ATTEMPTS = 60
"""For about an hour a team's channel is tried every minute: somebody has been told to let us in."""

ATTEMPTS_PER_LINE = 10
"""Of the refusals of one message, the log tells the first and then one in so many."""

log = logging.getLogger(__name__)


def send_pending(deps: Deps) -> int:
    """Send what has waited longest of what the platform takes now; return how many were tried.

    That is 1, or 0 when there is nothing to send at the moment.
    """
    now = deps.clock.now()
    calls = [call for call in SENDINGS if deps.platform.takes(call)]
    if not calls:
        return 0
    claimed = deps.store.write(lambda tx: tx.messages.claim(calls, now, now + LEASE, 1))
    for message in claimed:
        _send(deps, message)
    return len(claimed)


def hurry(deps: Deps, key: str) -> None:
    """Send a message now that was only waiting, for what is there by now."""
    now = deps.clock.now()
    deps.commit(lambda tx: tx.messages.hurry(key, now))


def _send(deps: Deps, message: Outgoing) -> None:
    now = deps.clock.now()
    if message.until is not None and now >= message.until:
        deps.store.write(lambda tx: tx.messages.forget(message.key))
        return
    try:
        ref = _deliver(deps, message)
    except RateLimited as limit:
        _later(deps, message, now + timedelta(seconds=limit.retry_after), failed=False)
    except MessageGone:
        _gone(deps, message, now)
    except PlatformDown:
        _later(deps, message, now + _backoff(message))
    except (NotInChannel, NotAChannel):
        _blocked(deps, message, now)
    except MessageRefused as error:
        _give_up(deps, message, str(error))
    except PlatformError as error:
        _refused(deps, message, now, str(error))
    except Exception as problem:  # noqa: BLE001 - one bad message must not keep others waiting
        _refused(deps, message, now, origin(problem), may_stand=True)
    else:
        deps.store.write(lambda tx: tx.messages.sent(message.key, message.version, ref))


def _deliver(deps: Deps, message: Outgoing) -> str:
    ref = message.ref
    if not ref and message.tried:
        ref = deps.platform.find(message)
    if not ref:
        return deps.platform.post(message)
    deps.platform.update(replace(message, ref=ref))
    return ref


def _gone(deps: Deps, message: Outgoing, now: datetime) -> None:
    """Post it anew, but for a dialogue that is finished.

    Its message changes for weeks, with what becomes of the commitments in it: where somebody, or
    the platform after its time, has removed it, nothing of the kind may bring it back.
    """
    if isinstance(message.view, Board) and message.view.finished:
        deps.store.write(lambda tx: tx.messages.give_up(message.key, message.version, "gone"))
    else:
        deps.store.write(lambda tx: tx.messages.retry_at(message.key, now, gone=True))


def _give_up(deps: Deps, message: Outgoing, reason: str) -> None:
    log.error("message %s was refused and is given up: %s", _kind(message), reason)
    deps.store.write(lambda tx: tx.messages.give_up(message.key, message.version, reason))


def _refused(
    deps: Deps, message: Outgoing, now: datetime, reason: str, *, may_stand: bool = False
) -> None:
    """Try again for as long as it takes: somebody may give a right back, or mend the bot."""
    if message.attempts % ATTEMPTS_PER_LINE == 0:
        log.error("message %s was refused: %s", _kind(message), reason)
    _later(deps, message, now + _backoff(message), failed=may_stand, aside=True)


def _blocked(deps: Deps, message: Outgoing, now: datetime) -> None:
    """Wait until the conversation can be reached."""
    if message.attempts == 0:
        log.warning("message %s can't be sent: its conversation can't be reached", _kind(message))
    deps.commit(lambda tx: _wait_for_way(tx, message, now))


def _wait_for_way(tx: Tx, message: Outgoing, now: datetime) -> None:
    """Wait, and tell those who can let the bot into the team's channel, once."""
    team = tx.teams.at(message.tenant, message.conversation)
    hopeful = team is not None and message.attempts < HOPEFUL_ATTEMPTS
    wait = LONGEST_WAIT if hopeful else backoff(message.attempts, FARTHEST_WAIT)
    tx.messages.retry_at(message.key, now + wait, failed=False, aside=True)
    if team is None or not isinstance(message.view, Board | Summary):
        return
    text = note(words(team.language), "blocked-not-in-channel", team=f"#{team.name}")
    for manager in sorted(team.managers):
        tx.messages.want(f"blocked/{message.key}/{manager.user}", team.tenant, manager.user, text)


def _later(
    deps: Deps, message: Outgoing, at: datetime, *, failed: bool = True, aside: bool = False
) -> None:
    key = message.key
    deps.store.write(lambda tx: tx.messages.retry_at(key, at, failed=failed, aside=aside))


def _backoff(message: Outgoing) -> timedelta:
    return backoff(message.attempts, LONGEST_WAIT)


def _kind(message: Outgoing) -> str:
    """Return the part of the key that names no one."""
    return message.key.split("/")[0]
