"""A whole small world for the use cases: a real store, real keys, a fake chat, a still clock."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from bot.domain.answers import Answers
from bot.domain.people import PersonKey, Team
from bot.domain.programme import Component, Programme, ThemeRef
from bot.domain.request import Request
from bot.domain.rollup import Area
from bot.domain.round import Round, RoundState
from bot.domain.session import Session
from bot.ports import BoxOpener, Drafter, Tx
from bot.services import answers, opening, sessions
from bot.services.deps import Deps, Terms
from bot.services.due import run_drafts, run_due, run_starts
from bot.services.outbox import send_pending
from bot.services.recovery import recover
from bot.stores.sqlite import SqliteStore
from bot.views.model import Board, MessageView, Note, Summary
from tests.fakes import FakeClock, FakePlatform, InProcessBox, MemoryKeyVault
from tests.services.people import (
    CHANNEL,
    COLLEAGUES,
    KARIN,
    PROGRAMMES,
    TEMA3,
    in_channel,
    team,
)

T = TypeVar("T")

WISH_SECRET = bytes(range(32))

MOST_ROUNDS = 500
"""More than any test needs to get everything done that waits."""


@dataclass
class FixedCatalogue:
    """The dialogues of a test; mirrors `bot.ports.Catalogue`."""

    known: tuple[Programme, ...] = PROGRAMMES

    def programmes(self) -> tuple[Programme, ...]:
        """Return the programmes."""
        return self.known


@dataclass
class World:
    """The ports of a test and short ways to use the services with them."""

    store: SqliteStore
    clock: FakeClock = field(default_factory=FakeClock)
    vault: MemoryKeyVault = field(default_factory=MemoryKeyVault)
    catalogue: FixedCatalogue = field(default_factory=FixedCatalogue)
    platform: FakePlatform = field(default_factory=lambda: FakePlatform({CHANNEL: in_channel()}))
    open_box: BoxOpener = field(default_factory=InProcessBox)
    terms: Terms = field(default_factory=Terms)
    areas: tuple[Area, ...] = ()
    admins: frozenset[PersonKey] = frozenset()
    drafter: Drafter | None = None
    woken: int = 0
    _requests: int = 0

    @property
    def deps(self) -> Deps:
        """What the use cases are given."""
        return Deps(
            clock=self.clock,
            store=self.store,
            vault=self.vault,
            catalogue=self.catalogue,
            platform=self.platform,
            open_box=self.open_box,
            terms=self.terms,
            wake=self._wake,
            admins=self.admins,
            wish_secret=WISH_SECRET,
            areas=lambda: self.areas,
            drafter=self.drafter,
        )

    def request(self, actor: PersonKey = KARIN, channel: str = CHANNEL, id: str = "") -> Request:
        """Return a request with an id of its own, or the id given."""
        self._requests += 1
        return Request(
            actor=actor,
            channel=channel,
            id=id or f"request-{self._requests}",
            is_private=channel.startswith("D"),
        )

    def with_team(self, like: Team | None = None) -> World:
        """Put the team into the store."""
        self.store.write(lambda tx: tx.teams.save(like or team()))
        return self

    def start(self, ref: ThemeRef = TEMA3, channel: str = CHANNEL) -> Session:
        """Start a dialogue as the manager; it begins at once."""
        return self.begun(sessions.start(self.deps, self.request(channel=channel), ref))

    def begun(self, session: Session) -> Session:
        """Let a dialogue that was started begin, and return it as it is then."""
        opening.begin(self.deps, session.id)
        found = self.look(lambda tx: tx.sessions.get(session.id))
        assert found is not None
        return found

    def answer(self, person: PersonKey, given: Answers) -> None:
        """Answer in the latest dialogue's round."""
        answers.submit(self.deps, self.request(person), self.round().id, given)

    def answered(self, count: int) -> World:
        """Start a dialogue and let so many colleagues answer the same."""
        self.start()
        for person in COLLEAGUES[:count]:
            self.answer(person, GIVEN)
        return self

    def work(self) -> None:
        """Do all that is due and send all that waits; it must come to an end."""
        for _ in range(MOST_ROUNDS):
            done = run_due(self.deps) + run_starts(self.deps) + run_drafts(self.deps)
            if not done + send_pending(self.deps):
                return
        raise AssertionError("there is always something to do")

    def later(self, **length: float) -> None:
        """Let time pass, and do what is due then."""
        self.clock.pass_by(**length)
        self.work()

    def stop(self) -> None:
        """End the dialogue as the manager, and let all that follows happen."""
        sessions.stop(self.deps, self.request())
        self.work()

    def look(self, query: Callable[[Tx], T]) -> T:
        """Read from the store."""
        return self.store.read(query)

    def round(self) -> Round:
        """Return the round of the only dialogue there is."""
        every = self.store.read(_every_round)
        assert len(every) == 1
        return every[0]

    def session(self) -> Session:
        """Return the only dialogue there is."""
        (found,) = self.look(lambda tx: tx.sessions.of_round(self.round().id))
        return found

    def ballots(self) -> int:
        """Return how many ballots lie in the round's box."""
        return len(self.look(lambda tx: tx.ballots.all(self.round().id)))

    def shown(self, conversation: str = CHANNEL) -> list[MessageView]:
        """Return what stands in a conversation once all has been sent."""
        self.work()
        return self.platform.shown(conversation)

    def board(self) -> Board:
        """Return the dialogue's message in the channel."""
        return only(Board, self.shown())

    def summaries(self, conversation: str = KARIN.user) -> list[Summary]:
        """Return the summaries that stand in a conversation."""
        return [view for view in self.shown(conversation) if isinstance(view, Summary)]

    def notes(self, conversation: str = KARIN.user) -> list[str]:
        """Return the texts of the notes that stand in a conversation."""
        return [view.text for view in self.shown(conversation) if isinstance(view, Note)]

    def restart(self) -> None:
        """Do what the bot does when it starts."""
        recover(self.deps)
        self.work()

    def _wake(self) -> None:
        self.woken += 1


V = TypeVar("V", bound=MessageView)

GIVEN = Answers(dict.fromkeys(Component, 5), "Vi hjälps åt.", ("tid",), verbatim=True)
"""An answer to everything."""


def new_world(directory: Path) -> World:
    """Return a world whose store lies in the directory, started once."""
    world = World(SqliteStore(directory / "aptbot.sqlite3"))
    recover(world.deps)
    return world


@contextmanager
def new_worlds(directory: Path) -> Iterator[Callable[[], World]]:
    """Give a way to make worlds that share nothing; their stores are closed afterwards."""
    made: list[World] = []

    def make() -> World:
        made.append(new_world(directory / str(len(made))))
        return made[-1]

    yield make
    for world in made:
        world.store.close()


def only(kind: type[V], views: Iterable[MessageView]) -> V:
    """Return the only view of that kind."""
    found = [view for view in views if isinstance(view, kind)]
    assert len(found) == 1
    return found[0]


def _every_round(tx: Tx) -> tuple[Round, ...]:
    return tx.rounds.in_state(*RoundState)
