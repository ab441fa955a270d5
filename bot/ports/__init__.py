"""What the services need of the world, as protocols. Every backend runs one contract suite."""

from __future__ import annotations

from bot.ports.store import (
    Ballots,
    Dues,
    Messages,
    Rounds,
    Scripts,
    Sessions,
    Store,
    Teams,
    Tx,
)
from bot.ports.world import (
    SENDINGS,
    BoxOpener,
    Catalogue,
    Clock,
    KeyVault,
    Outgoing,
    Platform,
    Proofreader,
    Sending,
)

__all__ = [
    "SENDINGS",
    "Ballots",
    "BoxOpener",
    "Catalogue",
    "Clock",
    "Dues",
    "KeyVault",
    "Messages",
    "Outgoing",
    "Platform",
    "Proofreader",
    "Rounds",
    "Scripts",
    "Sending",
    "Sessions",
    "Store",
    "Teams",
    "Tx",
]
