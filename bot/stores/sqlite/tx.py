"""All repositories over one connection."""

from __future__ import annotations

from sqlite_utils import Database

from bot.stores.sqlite.ballots import BallotRepository
from bot.stores.sqlite.dues import DueRepository
from bot.stores.sqlite.messages import MessageRepository
from bot.stores.sqlite.rounds import RoundRepository
from bot.stores.sqlite.scripts import ScriptRepository
from bot.stores.sqlite.sessions import SessionRepository
from bot.stores.sqlite.teams import TeamRepository


class SqliteTx:
    """`bot.ports.Tx`: what a service may touch inside of a transaction."""

    def __init__(self, db: Database) -> None:
        self.teams = TeamRepository(db)
        self.sessions = SessionRepository(db)
        self.scripts = ScriptRepository(db)
        self.rounds = RoundRepository(db)
        self.ballots = BallotRepository(db)
        self.dues = DueRepository(db)
        self.messages = MessageRepository(db)
