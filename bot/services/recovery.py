"""Mending what a crash left. For the start of the first process on a database.

That nobody else is at work is held by `bot.stores.lock`, which `bot.bootstrap` takes first.
"""

from __future__ import annotations

from bot.ports import KeyVault, Store, Tx
from bot.services import rounds
from bot.services.deps import Deps


def recover(deps: Deps) -> None:
    """Free what the processes that died had claimed, and clear up their rounds.

    Called before any request is taken. What was claimed would else wait for its lease to run out.
    Raises KeyVaultError, with no round touched, when the keys can't be reached.
    """
    deps.store.write(_release)
    rounds.sweep(deps)


def take_in_use(store: Store, vault: KeyVault) -> None:
    """Make sure that these are the keys of the store's rounds, before anything lies beside them.

    Raises KeyVaultError when they are not.
    """
    alive = store.read(lambda tx: tx.rounds.in_state(*rounds.UNFINISHED))
    vault.adopt(frozenset(round.id for round in alive))


def _release(tx: Tx) -> None:
    tx.dues.release()
    tx.messages.release()
