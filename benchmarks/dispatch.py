"""The whole path: a request through real Socket Mode and real Bolt to its acknowledgement.

Three processes: this one, which is Slack and all the people (`benchmarks.gate`), the bot as it
runs, and listeners that only acknowledge, through the same Bolt app and the same kind of line.
Both get the very same requests, in turns; what is compared is always from the same run. So many
people act at the same time as `Size` says, each doing the next thing as soon as the last one is
acknowledged, which no real people do: the times hold for a bot that is kept fully busy.

An answer is acknowledged only when it is durable. To prove it, the bot is killed right after the
last acknowledgement, and every acknowledged answer is looked for in what it left behind.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import sys
import time
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks import payloads
from benchmarks.figures import Run, table
from benchmarks.gate import Ack, Gate
from benchmarks.lines import BOT, NOOP, TOKENS, database, keys
from benchmarks.people import TENANT, Size
from bot.domain import ballot as sealing
from bot.domain.people import PersonKey
from bot.stores.keys import FileKeyVault
from bot.stores.sqlite import SqliteStore

Seat = tuple[str, str]
"""A channel and a person in it."""

ENVELOPES = {"command": "slash_commands", "form": "interactive", "answer": "interactive"}
"""What is measured, and the kind of envelope that it comes in."""

NAMES = {"command": "/apt status", "form": "open the form", "answer": "hand in an answer"}
HEAD = ("", "per second", "p50 ms", "p99 ms", "no-op per s", "no-op p99", "ratio to no-op")


@dataclass
class Bench:
    """One benchmark under way."""

    gate: Gate
    size: Size
    home: Path
    rounds: dict[str, str] = field(default_factory=dict)
    """The round of each channel."""
    views: dict[Seat, payloads.Json] = field(default_factory=dict)
    """The form as it was opened for each person."""
    written: dict[Seat, str] = field(default_factory=dict)
    """The comment of each person's last acknowledged answer."""
    runs: dict[tuple[str, str], list[Run]] = field(default_factory=dict)
    """The runs of each (what, line)."""
    _triggers: Iterator[int] = field(default_factory=itertools.count)

    async def measure(self) -> None:
        """Do everything once to warm up, then measure it in turns."""
        for what in ("form", *ENVELOPES):
            await self._storm(BOT, what)
            if self.views:
                await self._storm(NOOP, what)
        for number in range(self.size.rounds):
            for what in ENVELOPES:
                for line in (BOT, NOOP) if number % 2 else (NOOP, BOT):
                    run = await self._storm(line, what)
                    self.runs.setdefault((what, line), []).append(run)

    async def _storm(self, line: str, what: str) -> Run:
        """Have everybody do something, so many at the same time, until all have done it."""
        waiting = iter([(seat, self._payload(what, seat)) for seat in self.size.seats()])
        latencies: list[float] = []

        async def person() -> None:
            for seat, (trigger, payload) in waiting:
                ack = await self.gate.ask(TOKENS[line], ENVELOPES[what], payload)
                latencies.append(ack.seconds)
                if line == BOT:
                    self._check(what, seat, trigger, ack)

        begun = time.perf_counter()
        await asyncio.gather(*(person() for _ in range(self.size.concurrent)))
        return Run(time.perf_counter() - begun, tuple(latencies))

    def _payload(self, what: str, seat: Seat) -> tuple[str, str]:
        """Return the request's trigger and the request."""
        channel, user = seat
        trigger = f"{next(self._triggers)}.bench"
        if what == "command":
            return trigger, payloads.command(channel, user, trigger)
        if what == "form":
            return trigger, payloads.press(channel, user, trigger, self.rounds[channel])
        return trigger, payloads.submission(user, trigger, self.views[seat], _comment(trigger))

    def _check(self, what: str, seat: Seat, trigger: str, ack: Ack) -> None:
        """Take note of what the bot did. Raises AssertionError when it refused."""
        if what == "form":
            self.views[seat] = self.gate.views.pop(trigger)
        elif what == "answer":
            assert ack.payload["response_action"] == "update", ack.payload
            self.written[seat] = _comment(trigger)
        else:
            assert len(ack.payload["blocks"]) > 1, ack.payload

    def lost(self) -> int:
        """Return how many acknowledged answers are not in the ballot box as they were sent."""
        store, vault = SqliteStore(database(self.home)), FileKeyVault(keys(self.home))
        kept: dict[tuple[str, bytes], str] = {}
        for round_id in self.rounds.values():
            key = vault.get(round_id)
            assert key is not None
            for one in store.read(lambda tx, id=round_id: tx.ballots.all(id)):
                kept[round_id, one.pid] = sealing.unseal(key, one).comment
        store.close()
        return sum(kept.get(self._ballot(vault, seat)) != said for seat, said in self.written.items())

    def _ballot(self, vault: FileKeyVault, seat: Seat) -> tuple[str, bytes]:
        round_id = self.rounds[seat[0]]
        return round_id, sealing.pid(vault.get(round_id) or b"", PersonKey("slack", TENANT, seat[1]))

    def report(self, lost: int) -> str:
        """Return the table, and what came of the answers."""
        rows = [self._row(what) for what in ENVELOPES]
        people = f"{self.size.concurrent} people at the same time"
        title = f"Acknowledged through Bolt and Socket Mode, {people}, median of {self.size.rounds}"
        answers = sum(len(run.latencies) for run in self.runs["answer", BOT])
        facts = f"{answers} answers acknowledged, bot killed with SIGKILL, {lost} lost"
        return f"{table(title, HEAD, rows)}\n{facts}"

    def _row(self, what: str) -> list[str]:
        bot, noop = self.runs[what, BOT], self.runs[what, NOOP]
        ratio = median(b.rate / n.rate for b, n in zip(bot, noop, strict=True))
        figures: list[Callable[[Run], float]] = [
            lambda run: run.rate,
            lambda run: run.percentile(50),
            lambda run: run.percentile(99),
        ]
        own = [f"{median(map(figure, bot)):.0f}" for figure in figures]
        base = [f"{median(map(figure, noop)):.0f}" for figure in figures[::2]]
        return [NAMES[what], *own, *base, f"{ratio:.2f}"]


def main(size: Size) -> None:
    """Measure and print. Raises AssertionError when an acknowledged answer is lost."""
    with TemporaryDirectory(prefix="aptbot-bench-") as directory:
        bench = asyncio.run(_run(size, Path(directory)))
        lost = bench.lost()
        print(bench.report(lost))
    assert lost == 0


async def _run(size: Size, home: Path) -> Bench:
    gate = Gate(size)
    bench = Bench(gate, size, home)
    async with gate.open(), AsyncExitStack() as processes:
        await processes.enter_async_context(_process(NOOP, bench))
        bot = await processes.enter_async_context(_process(BOT, bench))
        assert bot.stdout is not None
        bench.rounds = json.loads(await bot.stdout.readline())
        await gate.until(lambda: gate.connected(*TOKENS.values()) and gate.posts >= size.teams)
        await bench.measure()
        bot.kill()
    return bench


@asynccontextmanager
async def _process(kind: str, bench: Bench) -> AsyncIterator[Process]:
    """Run one of `benchmarks.lines`; it is gone in the end."""
    command = [sys.executable, "-m", "benchmarks.lines", kind, f"{bench.gate.url}/api/"]
    process = await asyncio.create_subprocess_exec(
        *command, str(bench.home), *bench.size.channels(), stdout=PIPE
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


def _comment(trigger: str) -> str:
    return f"Vi hinner prata med varandra. {trigger}"
