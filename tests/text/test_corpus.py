"""The check on invented answers: what it finds of what is there, and whom it bothers in vain."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from benchmarks.privacy import Corpus, Score, read, score
from bot.text import Finding, Findings, Kind, find
from bot.text.findings import REFUSED

REFUSED_FLOOR = 0.95
WARNED_FLOOR = 0.85
DISTURBED_CEILING = 0.03
WARNED = frozenset(Kind) - REFUSED
DIALOGUES = Path(__file__).parents[2] / "dialogues"


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    """Return the invented answers."""
    return read()


def good_enough(one: Score) -> bool:
    """Say whether a check keeps the floors and the ceiling."""
    return (
        one.recall(REFUSED) >= REFUSED_FLOOR
        and one.recall(WARNED) >= WARNED_FLOOR
        and one.disturbed <= DISTURBED_CEILING * one.clean
    )


@pytest.mark.parametrize("held_out", [False, True])
def test_the_check_keeps_its_floors_and_its_ceiling(corpus: Corpus, held_out: bool) -> None:
    """Nearly all is found and nearly nobody bothered, also in answers it was not tuned on."""
    assert good_enough(score(corpus.half(held_out), corpus.roster))


def test_a_blind_check_fails(corpus: Corpus) -> None:
    """The measure can fail: a check that finds nothing does not keep the floors."""

    def blind(text: str, names: Iterable[str]) -> Findings:
        return Findings((), ())

    assert not good_enough(score(corpus.answers, corpus.roster, blind))


def test_a_nervous_check_fails(corpus: Corpus) -> None:
    """The measure can fail: a check that finds something in each answer bothers too many."""

    def nervous(text: str, names: Iterable[str]) -> Findings:
        found = find(text, names)
        return Findings(found.refused, (*found.warned, Finding(Kind.NAME, text)))

    nerves = score(corpus.answers, corpus.roster, nervous)
    assert nerves.recall(Kind) >= WARNED_FLOOR
    assert not good_enough(nerves)


def test_a_check_without_the_roster_misses_names(corpus: Corpus) -> None:
    """The roster matters: without it fewer names are found."""
    known, unknown = score(corpus.answers, corpus.roster), score(corpus.answers, ())
    assert unknown.recall([Kind.NAME]) < known.recall([Kind.NAME])


@pytest.mark.parametrize("held_out", [False, True])
def test_the_corpus_has_enough_of_everything(corpus: Corpus, held_out: bool) -> None:
    """Each half has every kind at least four times, and about half of it is clean."""
    one = score(corpus.half(held_out), corpus.roster)
    assert min(one.wanted[kind] for kind in Kind) >= 4
    assert 0.35 < one.clean / len(corpus.half(held_out)) < 0.65


def test_the_corpus_is_large_enough(corpus: Corpus) -> None:
    """At least 240 answers are Swedish and 20 English; a third is held out; none stands twice."""
    languages = [answer.language for answer in corpus.answers]
    assert languages.count("sv") >= 240
    assert languages.count("en") >= 20
    assert len(corpus.half(held_out=True)) * 3 >= len(corpus.answers) - 2
    assert len({answer.text for answer in corpus.answers}) == len(corpus.answers)


def test_the_shipped_dialogues_are_clean() -> None:
    """Prose that was not written for this check bothers nobody: it names no persons."""
    lines = [
        (line, findings)
        for path in sorted(DIALOGUES.rglob("*.yaml"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if (findings := find(line, ())) != Findings((), ())
    ]
    assert any(DIALOGUES.rglob("*.yaml"))
    assert lines == []
