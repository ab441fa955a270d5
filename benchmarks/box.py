"""What it costs to open a box in a process of its own: `python -m benchmarks.box`.

Compares, in one run, the process that the bot starts with the same counting in this process, and
with an interpreter that does nothing. What is opened is checked against what was put in.
"""

from __future__ import annotations

import random
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from statistics import median

from benchmarks.figures import table
from bot.box.opener import ChildBoxOpener
from bot.domain.answers import Answers
from bot.domain.ballot import Ballot, new_key, seal
from bot.domain.count import count
from bot.domain.disclosure import Result
from bot.domain.people import PersonKey
from bot.domain.programme import Component, ThemeRef
from bot.domain.round import Round

SIZES = (12, 500)
"""Ballots in a box: a team of an ordinary size, and more than any round is meant for."""
RUNS = 15

Open = Callable[[bytes, list[Ballot], Round], Result | None]


def in_process(key: bytes, ballots: list[Ballot], round: Round) -> Result | None:
    """Count in this process."""
    return count(
        key,
        ballots,
        invited=len(round.roster),
        threshold=round.threshold,
        quote_threshold=round.quote_threshold,
        rng=random.SystemRandom(),
    )


def nowhere(_key: bytes, ballots: list[Ballot], round: Round) -> Result | None:
    """Start an interpreter that ends at once, and count nothing."""
    subprocess.run([sys.executable, "-c", "pass"], check=True)
    return Result(len(ballots), len(round.roster), (), (), (), ())


BASE = "this process"
WAYS: dict[str, Open] = {
    BASE: in_process,
    "a process of its own": ChildBoxOpener(),
    "nowhere: an empty interpreter": nowhere,
}
HEAD = ("opened in", "ballots", "p50 ms", "ratio")


def full_box(key: bytes, size: int) -> tuple[list[Ballot], Round]:
    """Return so many people's ballots, each with a comment, and their round."""
    people = tuple(PersonKey("slack", "T", f"U{number}") for number in range(size))
    given = Answers(dict.fromkeys(Component, 5), "Lugna morgnar. " * 20, ("tid",), verbatim=True)
    theme = ThemeRef(programme="p", theme="t")
    opened = datetime(2026, 1, 1, tzinfo=UTC)
    round = Round("bench", ("t",), theme, "v", opened, people, size, 10)
    return [seal(key, person, given) for person in people], round


def measure(open_box: Open, size: int) -> float:
    """Return the median time of opening a box, in seconds."""
    key = new_key()
    ballots, round = full_box(key, size)
    times = []
    for _ in range(RUNS):
        before = time.perf_counter()
        result = open_box(key, ballots, round)
        times.append(time.perf_counter() - before)
        assert result is not None
        assert result.answered == size, f"{result.answered} of {size} ballots counted"
    return median(times)


def main() -> None:
    """Measure every way with every size, and print medians and ratios to this process."""
    rows = []
    for size in SIZES:
        took = {name: measure(way, size) for name, way in WAYS.items()}
        base = took[BASE]
        rows += [
            (name, f"{size}", f"{1000 * seconds:.1f}", f"{seconds / base:.2f}")
            for name, seconds in took.items()
        ]
    print(table(f"Opening a box, medians of {RUNS} runs", HEAD, rows))


if __name__ == "__main__":
    main()
