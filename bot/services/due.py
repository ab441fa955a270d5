"""What is to happen at a time: claimed with a lease, done, marked as done.

Several threads may call `run_due`; each due thing is claimed by one. One process works on a
database (`bot.stores.lock`); after its crash the next one frees its leases at start, and whatever
else keeps a lease from being given back, it runs out. So everything done here can be done twice
without harm.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import partial

from bot.domain.due import Due, DueKind
from bot.domain.times import backoff
from bot.errors import PlatformDown, RateLimited, origin
from bot.ports import Tx
from bot.services import opening, results, rounds, sessions, settling
from bot.services.deps import Deps

LEASE = timedelta(seconds=30)
BATCH = 50
LONGEST_WAIT = timedelta(minutes=5)

log = logging.getLogger(__name__)


STARTS = frozenset([DueKind.SESSION_START])
"""What asks the platform who is there, and may take its time: it must not hold up the rest."""

TIMED = frozenset(DueKind) - STARTS
"""What must happen on the minute."""


def run_starts(deps: Deps) -> int:
    """Begin one dialogue that was started, and return how many were claimed.

    One at a time: a platform that takes its time must not outlast a lease, nor delay a stop.
    """
    return run_due(deps, STARTS, 1)


def run_due(deps: Deps, kinds: Iterable[DueKind] = TIMED, limit: int = BATCH) -> int:
    """Do what is due now, at most `limit` things, and return how many were claimed."""
    now = deps.clock.now()
    claimed = deps.store.write(lambda tx: tx.dues.claim(kinds, now, now + LEASE, limit))
    # To reclaim rewrites the whole database: once for all that asked for it.
    reclaims = [due for due in claimed if due.kind is DueKind.RECLAIM]
    for dues in [*([due] for due in claimed if due not in reclaims), *filter(None, [reclaims])]:
        _attempt(deps, dues, now)
    return len(claimed)


def _attempt(deps: Deps, dues: list[Due], now: datetime) -> None:
    """Do what the dues, all of one kind, ask for; what fails is tried again later."""
    try:
        _do(deps, dues[0], now)
    except Exception as problem:  # noqa: BLE001 - one failing thing must not keep others waiting
        away = isinstance(problem, PlatformDown | RateLimited)
        level = logging.WARNING if away else logging.ERROR
        log.log(level, "%s failed: %s", dues[0].kind, origin(problem))
        deps.store.write(partial(_again, dues, now))
    else:
        deps.store.write(partial(_done, dues))


def _do(deps: Deps, due: Due, now: datetime) -> None:
    match due.kind:
        case DueKind.SESSION_START:
            opening.begin(deps, due.key)
        case DueKind.SESSION_TICK:
            # The time of the claim: by a clock set back since then nothing would be due, and the
            # dialogue would never be looked at again.
            sessions.tick(deps, due.key, now)
        case DueKind.ROUND_DEADLINE:
            settling.deadline(deps, due.key, now)
        case DueKind.ROUND_CLOSE:
            rounds.close(deps, due.key, due.attempts)
        case DueKind.ROUND_VOID:
            rounds.void(deps, due.key)
        case DueKind.RESULT_SHARE:
            results.share_in_time(deps, due.key)
        case DueKind.RECLAIM:
            deps.store.reclaim()


def _done(dues: list[Due], tx: Tx) -> None:
    for due in dues:
        tx.dues.done(due)


def _again(dues: list[Due], now: datetime, tx: Tx) -> None:
    for due in dues:
        tx.dues.retry_at(due, now + backoff(due.attempts, LONGEST_WAIT))
