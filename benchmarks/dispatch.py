"""The whole path: a request through real Socket Mode and real Bolt to its acknowledgement.

Each in a process of its own: Slack and all the people (this one, `benchmarks.gate`), the bot as it
runs, and listeners that do less (`benchmarks.lines`), through the same Bolt app and the same kind
of line. All get the very same requests, in turns; what is compared is always from one run. So many
people act at the same time as `Size` says, each doing the next thing as soon as the last one is
acknowledged, which no real people do: the times hold for a bot that is kept fully busy.

An answer is acknowledged only when it is durable. To prove it, the bot is killed right after the
last acknowledgement, and every acknowledged answer is looked for in what it left behind.
"""

from __future__ import annotations

import asyncio
import json
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager, closing
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.figures import table
from benchmarks.gate import Gate
from benchmarks.lines import BOT, NOOP, PLAIN, RECEIPT, SEALED, TOKENS, database, keys
from benchmarks.people import TENANT, Size
from benchmarks.storm import ENVELOPES, Storms, Turn
from bot.domain import ballot as sealing
from bot.domain.people import PersonKey
from bot.stores.keys import FileKeyVault
from bot.stores.sqlite import SqliteStore

NAMES = {"command": "/apt status", "form": "open the form", "answer": "hand in an answer"}
HEAD = ("bot", "per second", "p50 ms", "p99 ms", "no-op per s", "no-op p99", "ratio to no-op")
STEPS = {
    PLAIN: "Bolt as it comes, acknowledge",
    NOOP: "the no-op: acknowledge",
    RECEIPT: "+ with the receipt",
    SEALED: "+ read and seal the answer",
    BOT: "+ keep it, durably: the bot",
}
STEPS_HEAD = (
    "one answer, step by step",
    "per second",
    "p99 ms",
    "CPU ms each",
    "to Bolt as it comes",
    "ratio to no-op",
)


def main(size: Size) -> None:
    """Measure and print. Raises AssertionError when an acknowledged answer is lost."""
    with TemporaryDirectory(prefix="aptbot-bench-") as directory:
        home = Path(directory)
        storms = asyncio.run(run(size, home))
        lost = missing(home, storms)
    people = f"{size.concurrent} people at the same time, medians of {size.rounds} runs"
    print(table(f"Bolt and Socket Mode, {people}", HEAD, [_row(storms, w) for w in ENVELOPES]))
    print(table("", STEPS_HEAD, [_step(storms, line) for line in STEPS]))
    print(f"{len(storms.written)} people's answers kept through SIGKILL, {lost} lost")
    assert lost == 0


async def run(size: Size, home: Path) -> Storms:
    """Start everything, measure in turns, and kill the bot."""
    gate = Gate(size)
    async with gate.open(), AsyncExitStack() as running:
        processes = {
            line: await running.enter_async_context(_process(line, gate, home)) for line in STEPS
        }
        output = processes[BOT].stdout
        assert output is not None
        rounds = json.loads(await output.readline())
        await gate.until(lambda: gate.connected(*TOKENS.values()) and gate.posts >= size.teams)
        pids = {line: process.pid for line, process in processes.items()}
        storms = Storms(gate, size, rounds, pids)
        await storms.measure(list(STEPS))
        processes[BOT].kill()
    return storms


@asynccontextmanager
async def _process(line: str, gate: Gate, home: Path) -> AsyncIterator[Process]:
    """Run one of `benchmarks.lines`; it is gone in the end."""
    command = (sys.executable, "-m", "benchmarks.lines", line, f"{gate.url}/api/", str(home))
    process = await asyncio.create_subprocess_exec(*command, *gate.size.channels(), stdout=PIPE)
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()


def missing(home: Path, storms: Storms) -> int:
    """Return how many acknowledged answers are not in the ballot boxes as they were sent."""
    vault = FileKeyVault(keys(home))
    with closing(SqliteStore(database(home))) as store:
        return sum(
            _kept(store, vault, storms.rounds[channel], user) != said
            for (channel, user), said in storms.written.items()
        )


def _kept(store: SqliteStore, vault: FileKeyVault, round_id: str, user: str) -> str | None:
    """Return the comment that is kept of a person."""
    key = vault.get(round_id) or b""
    own = sealing.pid(key, PersonKey("slack", TENANT, user))
    ballot = store.read(lambda tx: tx.ballots.get(round_id, own))
    return sealing.unseal(key, ballot).comment if ballot else None


def _row(storms: Storms, what: str) -> list[str]:
    bot, noop = storms.turns[what, BOT], storms.turns[what, NOOP]
    figures = [_median(bot, measure) for measure in (_rate, _p50, _p99)]
    base = [_median(noop, measure) for measure in (_rate, _p99)]
    return [NAMES[what], *figures, *base, _ratio(bot, noop)]


def _step(storms: Storms, line: str) -> list[str]:
    turns, plain, noop = (storms.turns["answer", each] for each in (line, PLAIN, NOOP))
    cpu = median(1000 * turn.cpu / len(turn.run.latencies) for turn in turns)
    figures = [_median(turns, _rate), _median(turns, _p99), f"{cpu:.2f}"]
    return [STEPS[line], *figures, _ratio(turns, plain), _ratio(turns, noop)]


def _ratio(turns: list[Turn], base: list[Turn]) -> str:
    """Return the rate as a share of the base's in the same round."""
    pairs = zip(turns, base, strict=True)
    return f"{median(_rate(one) / _rate(other) for one, other in pairs):.2f}"


def _median(turns: list[Turn], measure: Callable[[Turn], float]) -> str:
    return f"{median(map(measure, turns)):.0f}"


def _rate(turn: Turn) -> float:
    return turn.run.rate


def _p50(turn: Turn) -> float:
    return turn.run.percentile(50)


def _p99(turn: Turn) -> float:
    return turn.run.percentile(99)
