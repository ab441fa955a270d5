"""What the check for personal data finds, and what it costs: `python -m benchmarks.privacy`.

The answers are the invented ones of `tests/text/corpus.yaml`. Those held out were not looked at
while the check was tuned; but one hand wrote both halves and the check, so they flatter it.
"""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from ruamel.yaml import YAML

from benchmarks.figures import table
from bot.text import Finding, Findings, Kind, find

CORPUS = Path(__file__).parents[1] / "tests" / "text" / "corpus.yaml"
RUNS = 5
LONG = 600
"""Characters of a long answer."""
MANY = 200
"""Names on a long roster."""

Check = Callable[[str, Iterable[str]], Findings]


@dataclass(frozen=True)
class Answer:
    """An invented answer and what a careful reader finds in it."""

    text: str
    wanted: frozenset[Finding]
    held_out: bool
    language: str


@dataclass(frozen=True)
class Corpus:
    """All answers, and the names of those who work where they were written."""

    roster: tuple[str, ...]
    answers: tuple[Answer, ...]

    def half(self, held_out: bool) -> tuple[Answer, ...]:
        """Return the answers that were held out, or those that the check was tuned on."""
        return tuple(answer for answer in self.answers if answer.held_out == held_out)


@dataclass(frozen=True)
class Score:
    """How a check did: findings wanted, found among them, and false, per kind; clean answers.

    Attributes:
        disturbed: Clean answers in which something was found.
    """

    wanted: Counter[Kind]
    found: Counter[Kind]
    false: Counter[Kind]
    clean: int
    disturbed: int

    def recall(self, kinds: Iterable[Kind]) -> float:
        """Return the share (0–1) that was found of what these kinds have."""
        chosen = tuple(kinds)
        return _sum(self.found, chosen) / _sum(self.wanted, chosen)


def read(path: Path = CORPUS) -> Corpus:
    """Read the corpus. Raises KeyError or ValueError for an answer that is not in its form."""
    data: dict[str, Any] = YAML(typ="safe").load(path.read_text(encoding="utf-8"))
    return Corpus(tuple(data["roster"]), tuple(_answer(item) for item in data["answers"]))


def _answer(item: dict[str, Any]) -> Answer:
    pairs = (pair for finding in item.get("find", ()) for pair in finding.items())
    wanted = frozenset(Finding(Kind(kind), words) for kind, words in pairs)
    return Answer(item["text"], wanted, item.get("held_out", False), item.get("language", "sv"))


def score(answers: Sequence[Answer], roster: Sequence[str], check: Check = find) -> Score:
    """Return how a check does on these answers; a finding counts if its words are the very ones."""
    wanted, found, false = Counter[Kind](), Counter[Kind](), Counter[Kind]()
    disturbed = 0
    for answer in answers:
        findings = check(answer.text, roster)
        got = {*findings.refused, *findings.warned}
        wanted.update(finding.kind for finding in answer.wanted)
        found.update(finding.kind for finding in answer.wanted & got)
        false.update(finding.kind for finding in got - answer.wanted)
        disturbed += bool(got and not answer.wanted)
    clean = sum(not answer.wanted for answer in answers)
    return Score(wanted, found, false, clean, disturbed)


def _sum(counter: Counter[Kind], kinds: Iterable[Kind]) -> int:
    return sum(counter[kind] for kind in kinds)


def found_table(corpus: Corpus) -> str:
    """Return what was found per kind, tuned and held out."""
    scores = [score(corpus.half(held_out), corpus.roster) for held_out in (False, True)]
    rows = [(str(kind), *(cell for one in scores for cell in _cells(one, kind))) for kind in Kind]
    quiet = [(f"{one.clean - one.disturbed}/{one.clean}", "") for one in scores]
    rows.append(("clean answers left alone", *(cell for pair in quiet for cell in pair)))
    head = ("kind", "found", "false", "held out: found", "false")
    return table(f"Personal data in {len(corpus.answers)} invented answers", head, rows)


def _cells(one: Score, kind: Kind) -> tuple[str, str]:
    return f"{one.found[kind]}/{one.wanted[kind]}", str(one.false[kind])


def time_table(corpus: Corpus) -> str:
    """Return what an answer costs, as a ratio to writing and reading it as JSON."""
    texts = [answer.text for answer in corpus.answers]
    everything = " ".join(texts)
    long = [everything[at : at + LONG] for at in range(0, len(everything) - LONG, LONG)]
    many = [f"{name} {number:b}" for number in range(MANY) for name in corpus.roster][:MANY]
    base, base_long = seconds(_round_trip, texts), seconds(_round_trip, long)
    rows = [
        _row("JSON there and back", base, base),
        _row("check", seconds(lambda text: find(text, corpus.roster), texts), base),
        _row(f"check, {MANY} names", seconds(lambda text: find(text, many), texts), base),
        _row(f"JSON, {LONG} characters", base_long, base_long),
        _row("check", seconds(lambda text: find(text, corpus.roster), long), base_long),
    ]
    return table(f"Time per answer, median of {RUNS} runs", ("work", "µs", "ratio"), rows)


def _round_trip(text: str) -> object:
    return json.loads(json.dumps(text))


def seconds(work: Callable[[str], object], texts: Sequence[str]) -> float:
    """Return the seconds that the work takes for one text, the median over some runs."""

    def run() -> float:
        begun = time.perf_counter()
        for text in texts:
            work(text)
        return (time.perf_counter() - begun) / len(texts)

    return median(run() for _ in range(RUNS))


def _row(name: str, took: float, base: float) -> tuple[str, str, str]:
    return name, f"{took * 1e6:.1f}", f"{took / base:.2f}"


def main() -> None:
    """Print what is found and what it costs."""
    corpus = read()
    print(found_table(corpus))
    print()
    print(time_table(corpus))


if __name__ == "__main__":
    main()
