"""Many dialogues at once: each gets its share of what the platform takes, at little cost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import product
from typing import TypeVar

import pytest

from bot.errors import RateLimited
from bot.ports import Outgoing, Sending, Store, Tx
from bot.services.deps import Deps
from bot.services.outbox import send_pending
from bot.slack.pace import Pace
from bot.views.model import Note
from tests.fakes import FakeClock, FakePlatform
from tests.services.people import TENANT
from tests.services.world import World

T = TypeVar("T")

BOARDS = 120
MINUTES = 10
NEW_VERSION_MINUTES = 2
FULL_TURN = 60 * BOARDS // 40
"""Seconds in which the platform takes an update of each."""

METHODS: dict[Sending, str] = {"post": "chat.postMessage", "update": "chat.update"}


@dataclass
class Paced(FakePlatform):
    """A chat behind the real pace; knows when it has shown what."""

    clock: FakeClock = field(default_factory=FakeClock)
    pace: Pace = field(default_factory=Pace)
    shown_at: list[tuple[float, str, str]] = field(default_factory=list)

    def takes(self, call: Sending) -> bool:
        """Whether the pace has room."""
        return self.pace.takes(METHODS[call], self.clock.monotonic())

    def post(self, message: Outgoing) -> str:
        """Post, in the pace."""
        self._keep_pace("post", message)
        return super().post(message)

    def update(self, message: Outgoing) -> None:
        """Update, in the pace."""
        self._keep_pace("update", message)
        super().update(message)

    def _keep_pace(self, call: Sending, message: Outgoing) -> None:
        now = self.clock.monotonic()
        wait = self.pace.wait(METHODS[call], message.conversation, now)
        if wait > 0:
            raise RateLimited(wait)
        self.shown_at.append((now, call, message.key))


@dataclass
class Counting:
    """A store that counts the transactions that change something; mirrors `bot.ports.Store`."""

    real: Store
    changes: int = 0

    def write(self, work: Callable[[Tx], T]) -> T:
        """Write; a claim that finds nothing leaves the file as it is and is not counted."""
        result = self.real.write(work)
        self.changes += result != ()
        return result

    def read(self, work: Callable[[Tx], T]) -> T:
        """Read."""
        return self.real.read(work)

    def reclaim(self) -> None:
        """Reclaim."""
        self.real.reclaim()

    def close(self) -> None:
        """Close."""
        self.real.close()


@dataclass
class Hall:
    """A workspace full of dialogues, a sender that looks every second, and what they cost."""

    world: World
    platform: Paced
    store: Counting

    @property
    def deps(self) -> Deps:
        """What the sender is given."""
        return replace(self.world.deps, platform=self.platform, store=self.store)

    def want(self, key: str, to: str, text: str) -> None:
        """Say what is to stand; this is not the sender's writing."""
        self.world.store.write(lambda tx: tx.messages.want(key, TENANT, to, Note(text=text)))

    def want_everywhere(self, text: str) -> None:
        """Let all dialogues change."""
        for number in range(BOARDS):
            self.want(f"board/{number}", f"C{number}", text)

    def second(self) -> None:
        """Send what can be sent, as the pump does, and let a second pass."""
        while send_pending(self.deps):
            pass
        self.world.clock.pass_by(seconds=1)

    def texts(self) -> Counter[str]:
        """Return what stands, and how often."""
        return Counter(
            v.text for m in self.platform.standing.values() if isinstance(v := m.view, Note)
        )

    def updates(self) -> Counter[str]:
        """Return how often each message has been changed."""
        return Counter(key for _, call, key in self.platform.shown_at if call == "update")

    def waits(self, wishes: Iterable[int]) -> Iterator[float]:
        """Return how long each dialogue waited for its first update after each wish."""
        for number, wish in product(range(BOARDS), wishes):
            key = f"board/{number}"
            yield (
                next(at for at, _, of in self.platform.shown_at if of == key and at >= wish) - wish
            )


@pytest.fixture
def hall(bare: World) -> Hall:
    """Give an empty hall."""
    return Hall(bare, Paced(clock=bare.clock), Counting(bare.store))


def test_every_dialogue_gets_its_updates(hall: Hall) -> None:
    """More changes than the platform takes: all are served within a full turn, and cheaply."""
    for second in range(MINUTES * 60):
        if second % (NEW_VERSION_MINUTES * 60) == 0:
            hall.want_everywhere(f"minut {second // 60}")
        hall.second()
    counts = hall.updates()
    assert min(counts[f"board/{number}"] for number in range(BOARDS)) >= 2
    assert sum(counts.values()) >= 35 * (MINUTES - NEW_VERSION_MINUTES), "the pace is not used"
    for _ in range(FULL_TURN):
        hall.second()
    assert hall.texts() == {f"minut {MINUTES - NEW_VERSION_MINUTES}": BOARDS}
    assert max(hall.waits(range(120, MINUTES * 60, 120))) <= FULL_TURN
    assert hall.store.changes <= 3 * len(hall.platform.shown_at)


def test_busy_dialogue_takes_no_turn_of_another(hall: Hall) -> None:
    """One that changes every second gets an update in turn with the others, not before them."""
    hall.want_everywhere("före")
    for _ in range(60):
        hall.second()
    hall.want_everywhere("efter")
    for second in range(120):
        hall.want("board/0", "C0", f"sekund {second}")
        hall.second()
    assert set(hall.updates()) >= {f"board/{number}" for number in range(1, 80)}
    assert hall.updates()["board/0"] <= 2


def test_new_messages_do_not_wait_for_edits(hall: Hall) -> None:
    """While a hundred edits wait for their turn, a new dialogue shows at once."""
    hall.want_everywhere("före")
    for _ in range(60):
        hall.second()
    hall.want_everywhere("efter")
    for _ in range(5):
        hall.second()
    hall.want("summary/1", "C-new", "nytt")
    hall.second()
    assert hall.texts()["nytt"] == 1
    assert hall.texts()["före"] > 80


def test_busy_conversation_holds_up_no_other(hall: Hall) -> None:
    """Twenty pages to one person come in order, a second apart; others get theirs meanwhile."""
    for page in range(20):
        hall.want(f"summary/1/karin/{page}", "karin", f"sida {page}")
    hall.want("board/1", "C1", "ett")
    hall.second()
    assert hall.texts()["ett"] == 1
    for _ in range(25):
        hall.second()
    pages = [key for _, _, key in hall.platform.shown_at if key.startswith("summary")]
    assert pages == [f"summary/1/karin/{page}" for page in range(20)]
