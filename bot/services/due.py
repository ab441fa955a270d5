"""What is to happen at a time: claimed with a lease, done, marked as done.

Several threads and processes may call `run_due`; each due thing is claimed by one. Whatever keeps a
lease from being given back, it runs out, and the first process after a crash of all frees them at
its start. So everything done here can be done twice without harm, and by two at once: each
transaction looks for itself whether there is still something to do.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, timedelta
from functools import partial

from bot.domain.due import Due, DueKind
from bot.domain.quarter import Quarter
from bot.domain.times import backoff
from bot.errors import PlatformDown, RateLimited, origin
from bot.ports import Tx
from bot.services import (
    applying,
    areas,
    drafts,
    occasions,
    opening,
    reminders,
    results,
    rolling,
    rounds,
    sessions,
    settling,
    wishes,
)
from bot.services.deps import Deps

LEASE = timedelta(seconds=30)
BATCH = 50
LONGEST_WAIT = timedelta(minutes=5)

log = logging.getLogger(__name__)


STARTS = frozenset([DueKind.SESSION_START])
"""What asks the platform who is there, and may take its time: it must not hold up the rest."""

DRAFTS = frozenset([DueKind.RESULT_DRAFT])
"""What asks a language model, which takes its time."""

DRAFT_LEASE = timedelta(minutes=10)
"""Longer than a model is waited for: no other process is to ask it meanwhile."""

TIMED = frozenset(DueKind) - STARTS - DRAFTS
"""What must happen on the minute."""


def run_starts(deps: Deps) -> int:
    """Begin one dialogue that was started, and return how many were claimed.

    One at a time: a platform that takes its time must not outlast a lease, nor delay a stop.
    """
    return run_due(deps, STARTS, 1)


def run_drafts(deps: Deps) -> int:
    """Have one draft made, and return how many were claimed: it must not delay a stop."""
    return run_due(deps, DRAFTS, 1, DRAFT_LEASE)


def run_due(
    deps: Deps,
    kinds: Iterable[DueKind] = TIMED,
    limit: int = BATCH,
    lease: timedelta = LEASE,
) -> int:
    """Do what is due now, at most `limit` things, and return how many were claimed."""
    now = deps.clock.now()
    claimed = deps.store.write(lambda tx: tx.dues.claim(kinds, now, now + lease, limit))
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
    """Do it, at the time of the claim: by a clock set back since then nothing would be due."""
    WORK[due.kind](deps, due, now)


WORK: Mapping[DueKind, Callable[[Deps, Due, datetime], None]] = {
    DueKind.SESSION_START: lambda deps, due, _: opening.begin(deps, due.key),
    DueKind.SESSION_TICK: lambda deps, due, now: sessions.tick(deps, due.key, now),
    DueKind.ROUND_DEADLINE: lambda deps, due, now: settling.deadline(deps, due.key, now),
    DueKind.ROUND_REMIND: lambda deps, due, now: reminders.remind(deps, due.key, due.due_at, now),
    DueKind.ROUND_CLOSE: lambda deps, due, _: rounds.close(deps, due.key, due.attempts),
    DueKind.ROUND_VOID: lambda deps, due, _: rounds.void(deps, due.key),
    DueKind.RESULT_SHARE: lambda deps, due, _: results.share_in_time(deps, due.key),
    DueKind.RESULT_DRAFT: lambda deps, due, _: drafts.make(deps, due.key, due.attempts),
    DueKind.SURVEY_TURN: lambda deps, due, now: rolling.turn(deps, due.key, now),
    DueKind.OCCASION_ANNOUNCE: lambda deps, due, now: occasions.announce(deps, due.key, now),
    DueKind.OCCASION_START: lambda deps, due, now: occasions.begin(deps, due.key, now),
    DueKind.OCCASION_UNOPENED: lambda deps, due, now: occasions.unopened(deps, due.key, now),
    DueKind.AREAS_COUNT: lambda deps, due, now: areas.count(
        deps, Quarter.parse(due.occurrence), now
    ),
    DueKind.MANAGER_REQUEST: lambda deps, due, now: applying.run_out(deps, due.key, now),
    DueKind.WISHES: lambda deps, due, _: wishes.forget(deps, due.occurrence),
    DueKind.RECLAIM: lambda deps, _, __: deps.store.reclaim(),
}
"""What each kind asks for."""


def _done(dues: list[Due], tx: Tx) -> None:
    for due in dues:
        tx.dues.done(due)


def _again(dues: list[Due], now: datetime, tx: Tx) -> None:
    for due in dues:
        tx.dues.retry_at(due, now + backoff(due.attempts, LONGEST_WAIT))
