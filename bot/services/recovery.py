"""Mending what a crash left. For the start of the only process on a database.

That it is the only one is held by `bot.stores.lock`, which `bot.bootstrap` takes first.
"""

from __future__ import annotations

from bot.ports import Tx
from bot.services import rounds
from bot.services.deps import Deps


def recover(deps: Deps) -> None:
    """Free what the process that died had claimed, and clear up its rounds.

    Called before any request is taken. What was claimed would else wait for its lease to run out.
    Raises KeyVaultError, with no round touched, when the keys can't be reached.
    """
    deps.store.write(_release)
    rounds.sweep(deps)


def _release(tx: Tx) -> None:
    tx.dues.release()
    tx.messages.release()
