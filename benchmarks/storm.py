"""Everybody does something at the same time: to the bot, and to what it is compared with."""

from __future__ import annotations

import asyncio
import itertools
import os
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks import payloads
from benchmarks.figures import Run
from benchmarks.gate import Ack, Gate
from benchmarks.lines import BOT, NOOP, TOKENS
from benchmarks.people import Size

Seat = tuple[str, str]
"""A channel and a person in it."""

ENVELOPES = {"command": "slash_commands", "form": "interactive", "answer": "interactive"}
"""What is done, and the kind of envelope that it comes in."""


@dataclass(frozen=True)
class Turn:
    """A run, and the processor time that the measured process took for it, in seconds."""

    run: Run
    cpu: float


@dataclass
class Storms:
    """What is measured, and what has come of it so far.

    `rounds` is the round of each channel, `pids` the process of each line.
    """

    gate: Gate
    size: Size
    rounds: Mapping[str, str]
    pids: Mapping[str, int]
    views: dict[Seat, payloads.Json] = field(default_factory=dict)
    """The form as the bot opened it for each person."""
    written: dict[Seat, str] = field(default_factory=dict)
    """The comment of each person's last acknowledged answer."""
    turns: dict[tuple[str, str], list[Turn]] = field(default_factory=dict)
    """The turns of each (what, line)."""
    _triggers: Iterator[int] = field(default_factory=itertools.count)

    async def measure(self, lines: list[str]) -> None:
        """Do everything once to warm up, then measure it, every other time in reverse."""
        await self._storm(BOT, "form")
        for what, line in self._plan(lines):
            await self._storm(line, what)
        for number in range(self.size.rounds):
            for what, line in self._plan(lines[:: -1 if number % 2 else 1]):
                turn = await self._storm(line, what)
                self.turns.setdefault((what, line), []).append(turn)

    def _plan(self, lines: list[str]) -> list[tuple[str, str]]:
        """Return what is done to which line: only answers are done to all."""
        return [
            (what, line)
            for what in ENVELOPES
            for line in lines
            if what == "answer" or line in (BOT, NOOP)
        ]

    async def _storm(self, line: str, what: str) -> Turn:
        """Have everybody do something, so many at the same time, until all have done it."""
        waiting = iter([(seat, *self._request(what, seat)) for seat in self.size.seats()])
        latencies: list[float] = []

        async def person() -> None:
            for seat, trigger, request in waiting:
                ack = await self.gate.ask(TOKENS[line], ENVELOPES[what], request)
                latencies.append(ack.seconds)
                if line == BOT:
                    self._check(what, seat, trigger, ack)

        cpu, begun = cpu_seconds(self.pids[line]), time.perf_counter()
        await asyncio.gather(*(person() for _ in range(self.size.concurrent)))
        run = Run(time.perf_counter() - begun, tuple(latencies))
        return Turn(run, cpu_seconds(self.pids[line]) - cpu)

    def _request(self, what: str, seat: Seat) -> tuple[str, str]:
        """Return a trigger of its own and the request that carries it."""
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


def cpu_seconds(pid: int) -> float:
    """Return the processor time that a process has taken, nan where the system does not tell."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return float("nan")
    user, system = fields[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


def _comment(trigger: str) -> str:
    return f"Vi hinner prata med varandra. {trigger}"
