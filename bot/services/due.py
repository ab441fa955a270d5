"""What is to happen at a time: claimed with a lease, done, marked as done.

Several processes may call `run_due`; each due thing is claimed by one. After a crash the lease
runs out and it is claimed again, so everything done here can be done twice without harm.
"""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from functools import partial

from bot.domain.due import Due, DueKind
from bot.ports import Tx
from bot.services import rounds, sessions
from bot.services.deps import Deps

LEASE = timedelta(seconds=30)
BATCH = 50
LONGEST_WAIT = timedelta(minutes=5)

log = logging.getLogger(__name__)


def run_due(deps: Deps) -> int:
    """Do what is due now, at most `BATCH` things, and return how many were claimed."""
    now = deps.clock.now()
    claimed = deps.store.write(lambda tx: tx.dues.claim(now, now + LEASE, BATCH))
    for due in claimed:
        if due.kind is not DueKind.RECLAIM:
            _attempt(deps, due, now)
    reclaims = [due for due in claimed if due.kind is DueKind.RECLAIM]
    if reclaims:
        _reclaim(deps, reclaims, now)
    return len(claimed)


def _attempt(deps: Deps, due: Due, now: datetime) -> None:
    try:
        _do(deps, due)
    except Exception as error:  # one failing thing must not keep the others waiting
        _failed(deps, due, now, error)
    else:
        deps.store.write(lambda tx: tx.dues.done(due))


def _do(deps: Deps, due: Due) -> None:
    match due.kind:
        case DueKind.SESSION_TICK:
            sessions.tick(deps, due.key)
        case DueKind.ROUND_CLOSE:
            rounds.close(deps, due.key)
        case DueKind.ROUND_VOID:
            rounds.void(deps, due.key)
        case DueKind.RECLAIM:
            deps.store.reclaim()


def _reclaim(deps: Deps, dues: list[Due], now: datetime) -> None:
    """Reclaim once for all that asked for it: it rewrites the whole database."""
    try:
        deps.store.reclaim()
    except Exception as error:
        for due in dues:
            _failed(deps, due, now, error)
        return
    deps.store.write(partial(_all_done, dues))


def _all_done(dues: list[Due], tx: Tx) -> None:
    for due in dues:
        tx.dues.done(due)


def _failed(deps: Deps, due: Due, now: datetime, error: Exception) -> None:
    # The error's own words are left out: they could quote an answer.
    log.error("%s failed (%s), attempt %d", due.kind, type(error).__name__, due.attempts + 1)
    wait = min(timedelta(seconds=2**due.attempts), LONGEST_WAIT)
    deps.store.write(lambda tx: tx.dues.retry_at(due, now + wait))
