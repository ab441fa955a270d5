"""What the services need of the world, as protocols. Every backend runs one contract suite."""

from __future__ import annotations

from bot.ports.store.areas import Areas
from bot.ports.store.commitments import Commitments
from bot.ports.store.continuity import ManagerRequests, Wishes
from bot.ports.store.dues import Dues
from bot.ports.store.messages import Messages
from bot.ports.store.plans import Occasions, Plans
from bot.ports.store.rounds import Ballots, Rounds
from bot.ports.store.sessions import Adaptations, Scripts, Sessions
from bot.ports.store.teams import Quiet, Teams
from bot.ports.store.tx import Store, Tx
from bot.ports.world import (
    SENDINGS,
    BoxOpener,
    Catalogue,
    Clock,
    Drafter,
    KeyVault,
    Outgoing,
    Platform,
    Proofreader,
    Sending,
    YearPlan,
)

__all__ = [
    "SENDINGS",
    "Adaptations",
    "Areas",
    "Ballots",
    "BoxOpener",
    "Catalogue",
    "Clock",
    "Commitments",
    "Drafter",
    "Dues",
    "KeyVault",
    "ManagerRequests",
    "Messages",
    "Occasions",
    "Outgoing",
    "Plans",
    "Platform",
    "Proofreader",
    "Quiet",
    "Rounds",
    "Scripts",
    "Sending",
    "Sessions",
    "Store",
    "Teams",
    "Tx",
    "Wishes",
    "YearPlan",
]
