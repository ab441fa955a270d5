"""What planned occasions cost while they wait: `python -m benchmarks.occasions`.

The bot wakes every second and looks what is due. Compared, in one run: such a wake-up with a
hundred, a thousand and ten thousand occasions ahead, each of a team of its own, when nothing is due
and when one is to be announced; what memory it takes; and what all of them take on the disk.
"""

from __future__ import annotations

import time
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from datetime import time as wall
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import cast

from benchmarks.figures import table
from benchmarks.people import MANAGER, TENANT
from bot.box.opener import ChildBoxOpener
from bot.content import DirectoryCatalogue
from bot.domain.draft import Draft
from bot.domain.due import Due, DueKind
from bot.domain.people import PersonKey, Team
from bot.domain.plan import Opening
from bot.domain.programme import ThemeRef
from bot.domain.recurrence import Breaks
from bot.ports import Platform, Tx
from bot.services import planning
from bot.services.deps import Deps, Terms
from bot.services.due import run_due
from bot.stores.keys import FileKeyVault
from bot.stores.sqlite import SqliteStore

DIALOGUES = Path(__file__).parents[1] / "dialogues"
SIZES = (100, 1000, 10_000)
RUNS = 200
BATCH = 500
BEGIN = datetime(2026, 1, 7, 9, tzinfo=UTC)
HEAD = ("occasions", "MB on disk", "kB to wake", "nothing due ms", "ratio", "one due ms", "ratio")


@dataclass
class Still:
    """A clock that stands still; mirrors `bot.ports.Clock`."""

    at: datetime = field(default=BEGIN)

    def now(self) -> datetime:
        """Return the same time always."""
        return self.at

    def monotonic(self) -> float:
        """Return no seconds."""
        return 0.0


@dataclass(frozen=True)
class Cost:
    """What was measured with so many occasions ahead; times in milliseconds."""

    occasions: int
    megabytes: float
    kilobytes: float
    idle: float
    busy: float


def main() -> None:
    """Measure and print."""
    costs = [measured(size) for size in SIZES]
    rows = [_row(cost, costs[0]) for cost in costs]
    print(table(f"Waking with planned occasions ahead, medians of {RUNS} times", HEAD, rows))


def measured(size: int) -> Cost:
    """Plan so many occasions and let the bot wake."""
    with TemporaryDirectory(prefix="aptbot-bench-") as directory, _bot(Path(directory)) as deps:
        keys = _plan(deps, size)
        idle = _median(partial(_wake, deps, 0), RUNS)
        busy = median(_announced(deps, keys[n % size], n) for n in range(RUNS))
        memory = _memory(deps, keys[0])
        disk = sum(file.stat().st_size for file in Path(directory).glob("*.sqlite3*"))
    return Cost(size, disk / 1e6, memory / 1e3, 1000 * idle, 1000 * busy)


@contextmanager
def _bot(home: Path) -> Iterator[Deps]:
    """Give what the services need; nothing is sent, so there is no platform."""
    with closing(SqliteStore(home / "bench.sqlite3")) as store:
        yield Deps(
            clock=Still(),
            store=store,
            vault=FileKeyVault(home / "keys"),
            catalogue=DirectoryCatalogue(DIALOGUES),
            platform=cast("Platform", None),
            open_box=ChildBoxOpener(),
            terms=Terms(),
            wake=lambda: None,
        )


def _plan(deps: Deps, size: int) -> list[str]:
    """Plan an occasion for each of so many teams, over a year, and return their ids."""
    programme = deps.catalogue.programmes()[0]
    theme = ThemeRef(programme=programme.id, theme=programme.dialogues[0].id)
    keys: list[str] = []
    for first in range(0, size, BATCH):
        numbers = range(first, min(first + BATCH, size))
        keys += deps.store.write(partial(_plan_some, deps=deps, theme=theme, numbers=numbers))
    return keys


def _plan_some(tx: Tx, deps: Deps, theme: ThemeRef, numbers: range) -> list[str]:
    keys = []
    for number in numbers:
        boss = frozenset([PersonKey("slack", TENANT, MANAGER)])
        name, zone = f"C0BENCH{number}", "Europe/Stockholm"
        team = Team(name, "slack", TENANT, name, name, "sv", zone, boss, frozenset())
        tx.teams.save(team)
        day = date(2026, 2, 2) + timedelta(days=number % 365)
        draft = Draft((theme,), None, day, wall(9), Breaks(), 1, Opening.ASK)
        plan = planning.make(tx, deps, team, draft, f"plan{number}")
        keys += [occasion.id for occasion in tx.occasions.of_plan(plan.id)]
    return keys


def _wake(deps: Deps, expected: int) -> None:
    found = run_due(deps)
    assert found == expected, f"{found} things were due"


def _announced(deps: Deps, key: str, number: int) -> float:
    """Return how long a wake-up takes at which one occasion is announced."""
    due = Due(DueKind.OCCASION_ANNOUNCE, key, f"bench {number}", BEGIN)
    deps.store.write(lambda tx: tx.dues.schedule(due))
    return _median(partial(_wake, deps, 1), 1)


def _memory(deps: Deps, key: str) -> int:
    """Return the most that a wake-up takes, in bytes."""
    tracemalloc.start()
    _announced(deps, key, RUNS)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most


def _median(work: Callable[[], object], runs: int) -> float:
    return median(_timed(work) for _ in range(runs))


def _timed(work: Callable[[], object]) -> float:
    before = time.perf_counter()
    work()
    return time.perf_counter() - before


def _row(cost: Cost, base: Cost) -> list[str]:
    return [
        f"{cost.occasions}",
        f"{cost.megabytes:.1f}",
        f"{cost.kilobytes:.0f}",
        f"{cost.idle:.2f}",
        f"{cost.idle / base.idle:.2f}",
        f"{cost.busy:.2f}",
        f"{cost.busy / base.busy:.2f}",
    ]


if __name__ == "__main__":
    main()
