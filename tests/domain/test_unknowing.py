"""Comments that say nothing: which they are, and what may be told of how many there are."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable, Hashable
from itertools import combinations_with_replacement

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.answers import Answers
from bot.domain.disclosure import PeopleCount, disclose
from bot.domain.round import THRESHOLD
from bot.domain.unknowing import says_nothing

NOTHING = [
    *(
        "vet ej",
        "Vet inte!",
        "jag vet inte riktigt",
        "VET EJ",
        "vet ej just nu",
        "vet faktiskt inte",
    ),
    *("-", "–", "?", "...", "…", ". .", "/", "_"),
    *("Inget", "inget särskilt", "ingenting alls", "Inget att tillägga.", "har inga förslag"),
    *("Nej.", "nä", "nej tack", "Nej, inget", "Ingen aning 🤷", "Kommer inte på något"),
    *(
        "I don't know",
        "dont know",
        "Don’t know, sorry",
        "N/A",
        "No comment",
        "nothing to add",
        "none",
    ),
]
SOMETHING = [
    *("Inget fungerar", "Ingen lyssnar", "Inga pauser", "Inget stöd", "ingenting har hänt"),
    *("Vet inte hur schemat läggs", "Nej till delade turer", "Vet ej vem som bestämmer"),
    *("Mer tid", "bra", "👍", "7", "!!!", "Nothing works", "No time", "none of us gets a break"),
    *("Vet ej\nmen rasterna är korta", "- mer tid", "nej men ja"),
]


@pytest.mark.parametrize("text", NOTHING)
def test_says_nothing(text: str) -> None:
    """However it is written: the writer does not know, or has nothing to say."""
    assert says_nothing(text)
    assert says_nothing(f"  {text.upper()} ")


@pytest.mark.parametrize("text", SOMETHING)
def test_says_something(text: str) -> None:
    """What holds anything else is a comment like all others."""
    assert not says_nothing(text)


def test_an_empty_comment_is_none() -> None:
    """Who left the field empty has not said that they do not know."""
    assert not says_nothing("")


@given(st.text(max_size=700))
def test_any_text(text: str) -> None:
    """Any text can be asked about, and only marks and known words say nothing."""
    if says_nothing(text):
        assert len(text.split()) < 40 or not any(sign.isalnum() for sign in text)


# --- what is told ------------------------------------------------------------------------------

QUOTED = Answers(comment="ord", verbatim=True)
UNKNOWING = Answers(comment="vet ej", verbatim=True)
SILENT = Answers(comment="")
KINDS = (QUOTED, UNKNOWING, SILENT)
Group = tuple[Answers, ...]
Publish = Callable[[Group], Hashable]


def ours(group: Group, quotes: int = 6) -> Hashable:
    """Publish as the bot does: how many there are, how many are quoted, how many do not know."""
    result = disclose(group, len(group), THRESHOLD, quotes, random.Random(0))
    assert result
    return len(group), sum(len(g.comments) for g in result.comments), result.unknowing


def numbers_alone(group: Group) -> Hashable:
    """Publish as the bot does where no words are shown."""
    return ours(group, quotes=30)


def exact(group: Group) -> Hashable:
    """Tell every number from three on."""
    count = group.count(UNKNOWING)
    return len(group), group.count(QUOTED), count if count >= 3 else None


def of_all(group: Group) -> Hashable:
    """Say "at least" as of tags, with no regard to those who are quoted."""
    n, count = len(group), group.count(UNKNOWING)
    return n, group.count(QUOTED), (min(count, n - 2), count >= n - 2) if count >= 3 else None


def known(publish: Publish, n: int) -> set[tuple[Hashable, int]]:
    """Return what, if published, tells one with such an answer of a colleague who is not quoted.

    That is: whether the colleague wrote that they do not know.
    """
    possible: dict[tuple[Hashable, int], set[bool]] = defaultdict(set)
    for kinds in combinations_with_replacement(range(len(KINDS)), n):
        published = publish(tuple(KINDS[kind] for kind in kinds))
        for own in set(kinds):
            others = list(kinds)
            others.remove(own)
            seen = possible[published, own]
            seen.update(KINDS[kind] is UNKNOWING for kind in others if KINDS[kind] is not QUOTED)
    return {fact for fact, seen in possible.items() if len(seen) == 1}


@pytest.mark.parametrize("n", range(6, 13))
@pytest.mark.parametrize("publish", [ours, numbers_alone])
def test_nobody_learns_that_a_colleague_does_not_know(publish: Publish, n: int) -> None:
    """Whoever knows their own answer can tell of no other that is not quoted."""
    assert known(publish, n) == set()


@pytest.mark.parametrize("publish", [exact, of_all])
def test_the_check_finds_leaks(publish: Publish) -> None:
    """Without the rule, or with that of tags alone, somebody learns something."""
    assert known(publish, 6)


def box(*parts: tuple[int, Answers]) -> list[Answers]:
    """Return a box with so many of each."""
    return [answer for count, answer in parts for _ in range(count)]


@pytest.mark.parametrize(
    ("quoted", "unknowing", "silent", "told"),
    [
        (0, 2, 10, None),
        (0, 3, 9, PeopleCount(3)),
        (6, 3, 3, PeopleCount(3)),
        (7, 3, 2, PeopleCount(3, at_least=True)),
        (7, 5, 0, PeopleCount(3, at_least=True)),
        (8, 4, 0, None),
        (0, 12, 0, PeopleCount(10, at_least=True)),
    ],
)
def test_by_hand(quoted: int, unknowing: int, silent: int, told: PeopleCount | None) -> None:
    """From three on; of those who are not quoted never all, all but one or all but two."""
    group = box((quoted, QUOTED), (unknowing, UNKNOWING), (silent, SILENT))
    result = disclose(group, 12, THRESHOLD, 10, random.Random(0))
    assert result
    assert result.unknowing == told
    assert "vet ej" not in [text for g in result.comments for text in g.comments]
