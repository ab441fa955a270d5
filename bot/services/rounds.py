"""Closing a round, one way and once: open the box, keep the result, destroy all else.

A crash at any point leaves the round closing (and it is closed again from the start) or closed
(and only the clean-up is repeated). What can never be counted (its key is lost, or a ballot can't
be opened) is voided, never counted in part; what can't be reached is waited for.
"""

from __future__ import annotations

import logging
from dataclasses import replace
from functools import partial

from bot.domain.disclosure import Result
from bot.domain.due import Due, DueKind
from bot.domain.people import PersonKey, Team
from bot.domain.round import Round, RoundState
from bot.errors import UnreadableBallot, origin
from bot.locales import Words, words
from bot.ports import Tx
from bot.services import reminders
from bot.services.deps import Deps
from bot.services.settling import show_boards, teams_of, tell_of_void
from bot.views.model import Summary
from bot.views.summary import emptied, for_manager, pages, voided

UNFINISHED = (RoundState.OPEN, RoundState.CLOSING)
"""The states in which a round needs its key."""


MOST_ATTEMPTS = 12
"""A round whose counting itself fails is tried so many times (within twenty minutes)."""

INVITED = "invited"
"""With this begins the key of a message that invites somebody to a survey."""

log = logging.getLogger(__name__)


def close(deps: Deps, round_id: str, attempts: int = 0) -> None:
    """Count the round and publish its result to the managers. Does nothing more when closed.

    A round that is open still, or unknown, is left alone: its key is needed. `attempts` are those
    that have failed. Raises KeyVaultError while the key can't be reached.
    """
    round = deps.store.read(lambda tx: tx.rounds.get(round_id))
    if round is None or round.state is RoundState.OPEN:
        return
    if round.state is RoundState.CLOSING:
        _count(deps, round, attempts)
    deps.vault.destroy(round_id)


def void(deps: Deps, round_id: str) -> None:
    """Destroy the key of a round that is not to be counted. Raises KeyVaultError."""
    deps.vault.destroy(round_id)


def sweep(deps: Deps) -> None:
    """Mend what a crash left: keys without a round, and rounds without a key.

    Called at start, before any request is taken. Raises KeyVaultError, before anything is touched,
    when the vault is not the one that the rounds' keys were put in, and while a key can't be
    reached.
    """
    # The keys first: the round of a key that is made meanwhile is then seen, too.
    keys = deps.vault.round_ids()
    alive = deps.store.read(lambda tx: tx.rounds.in_state(*UNFINISHED))
    deps.vault.adopt(frozenset(round.id for round in alive))
    lost = [round for round in alive if deps.vault.get(round.id) is None]
    for round_id in keys - {round.id for round in alive}:
        deps.vault.destroy(round_id)
    for round in lost:
        deps.commit(partial(_lose, round=round, deps=deps))
        # What can't be read as a key may still be one, of which a part is damaged.
        deps.vault.destroy(round.id)


def _count(deps: Deps, round: Round, attempts: int) -> None:
    key = deps.vault.get(round.id)
    if key is None or not _published(deps, round, key, attempts):
        deps.commit(lambda tx: _lose(tx, round, deps))


def _published(deps: Deps, round: Round, key: bytes, attempts: int) -> bool:
    """Count and publish, and return whether that could be done; if not, it never can."""
    ballots = deps.store.read(lambda tx: tx.ballots.all(round.id))
    try:
        result = deps.open_box(key, ballots, round)
    except Exception as problem:
        # A round that is tried for ever would keep its key and its answers for ever.
        if not isinstance(problem, UnreadableBallot) and attempts + 1 < MOST_ATTEMPTS:
            raise
        log.error("a round can't be counted and is voided: %s", origin(problem))
        return False
    deps.commit(lambda tx: _publish(tx, round, result, deps))
    return True


def _publish(tx: Tx, round: Round, result: Result | None, deps: Deps) -> None:
    now = tx.rounds.get(round.id)
    if now is None or now.state is not RoundState.CLOSING:
        return
    closed = replace(round.to(RoundState.CLOSED), closed_at=deps.clock.now())
    tx.rounds.publish(round.id, result)
    _empty(tx, closed, deps)
    if closed.shared_at:
        tx.dues.schedule(Due(DueKind.RESULT_SHARE, round.id, "once", closed.shared_at))
    tell_managers(tx, closed, result)
    if closed.drafted and result:
        tx.dues.schedule(Due(DueKind.RESULT_DRAFT, round.id, "once", deps.clock.now()))


def tell_managers(tx: Tx, round: Round, result: Result | None) -> None:
    """Have the summary stand in private with each who gets it, as it is to look now."""
    script = tx.scripts.get(round.theme_version)
    for manager, team in readers_of(tx, round):
        w = words(team.language)
        views = pages(for_manager(round, result, script, team, w), w)
        show(tx, f"summary/{round.id}/{manager.user}", team.tenant, manager.user, views, w)


def show(
    tx: Tx, key: str, tenant: str, conversation: str, views: tuple[Summary, ...], w: Words
) -> None:
    """Have the pages stand one after the other in the conversation.

    A page that stood there and is no more needed says so: it must not go on showing a comment
    that has been hidden since.
    """
    for number, view in enumerate(views, start=1):
        tx.messages.want(_page(key, number), tenant, conversation, view)
    number = len(views) + 1
    while tx.messages.has(_page(key, number)):
        tx.messages.want(_page(key, number), tenant, conversation, emptied(views[0], w))
        number += 1


def _page(key: str, number: int) -> str:
    return key if number == 1 else f"{key}/{number}"


def readers_of(tx: Tx, round: Round) -> tuple[tuple[PersonKey, Team], ...]:
    """Return who gets the result, each with the first of the teams that the person manages."""
    teams = teams_of(tx, round)
    managed = {manager: team for team in reversed(teams) for manager in team.managers}
    return tuple((reader, managed.get(reader, teams[0])) for reader in round.readers)


def _lose(tx: Tx, round: Round, deps: Deps) -> None:
    """Void a round that can't be counted, and say so to the managers.

    Nothing happens when the round is finished already: that is why its key is gone.
    """
    now = tx.rounds.get(round.id)
    if now is None or now.state not in UNFINISHED:
        return
    lost = now.to(RoundState.VOIDED)
    _empty(tx, lost, deps)
    show_boards(tx, lost)
    tell_of_void(tx, lost, partial(voided, lost))


def _empty(tx: Tx, round: Round, deps: Deps) -> None:
    """Save the round in its last state, without ballots, and have the pages reclaimed.

    The roster goes as well, also that of the reminders: nobody needs to know any more who could
    have answered.
    """
    tx.rounds.save(replace(round, roster=()))
    reminders.forget(tx, round.id)
    tx.messages.forget(f"{INVITED}/{round.id}")
    tx.ballots.clear(round.id)
    tx.dues.schedule(Due(DueKind.RECLAIM, "store", round.id, deps.clock.now()))
