"""All repositories over one connection."""

from __future__ import annotations

from sqlite_utils import Database

from bot.stores.sqlite.adaptations import AdaptationRepository
from bot.stores.sqlite.areas import AreaRepository
from bot.stores.sqlite.ballots import BallotRepository
from bot.stores.sqlite.commitments import CommitmentRepository
from bot.stores.sqlite.continuity import ManagerRequestRepository, WishRepository
from bot.stores.sqlite.dues import DueRepository
from bot.stores.sqlite.messages import MessageRepository
from bot.stores.sqlite.occasions import OccasionRepository
from bot.stores.sqlite.plans import PlanRepository
from bot.stores.sqlite.quiet import QuietRepository
from bot.stores.sqlite.rounds import RoundRepository
from bot.stores.sqlite.scripts import ScriptRepository
from bot.stores.sqlite.sessions import SessionRepository
from bot.stores.sqlite.teams import TeamRepository


class SqliteTx:
    """`bot.ports.Tx`: what a service may touch inside of a transaction."""

    def __init__(self, db: Database, owner: str = "") -> None:
        """`owner` names whoever takes leases through it; readers take none."""
        self.teams = TeamRepository(db)
        self.quiet = QuietRepository(db)
        self.requests = ManagerRequestRepository(db)
        self.wishes = WishRepository(db)
        self.sessions = SessionRepository(db)
        self.plans = PlanRepository(db)
        self.occasions = OccasionRepository(db)
        self.scripts = ScriptRepository(db)
        self.rounds = RoundRepository(db)
        self.adaptations = AdaptationRepository(db)
        self.commitments = CommitmentRepository(db)
        self.ballots = BallotRepository(db)
        self.areas = AreaRepository(db)
        self.dues = DueRepository(db, owner)
        self.messages = MessageRepository(db, owner)
