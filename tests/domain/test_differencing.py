"""What somebody can work out of a published result about one person, by trying everything.

Every group of n people (6–12) and every way for them to answer one question 1–7 is tried: groups
of answers that are published alike can't be told apart. People are interchangeable in what is
published, so the values that a given person may have answered are all that occur in those groups,
less what the curious one knows.

What holds, and is proved here for these sizes:

1. **Who has not answered** (the manager, whoever reads the summary later) can't rule out for
   anybody either end of the scale: the lowest and the highest answer are never published, so each
   person may be the one who gave them. It follows that nobody's answer is known, even where the
   summary says 7, 7 and 7.
2. **A colleague who knows their own answer** can't know another's. (Below ten answers this rests
   on the middle half never being shown as one end of the scale alone.)
3. **That a question was left out** is never known of anybody. (That all answered it may be, as it
   is told when all who were invited have answered: nothing hides a whole group's taking part.)
4. Nothing is claimed against several who put their answers together: five of six always could.
"""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable
from itertools import combinations_with_replacement

import pytest

from bot.domain import stats
from bot.domain.answers import SCALE, Answers
from bot.domain.disclosure import ComponentResult, disclose
from bot.domain.programme import Component
from bot.domain.round import THRESHOLD

Values = tuple[int, ...]
Publish = Callable[[Values], Hashable]

LOW, HIGH = SCALE[0], SCALE[-1]
COMPONENT = Component.MEANINGFULNESS


def ours(values: Values) -> ComponentResult:
    """Publish as the bot does."""
    answers = [Answers({COMPONENT: value}) for value in values]
    result = disclose(answers, len(values), THRESHOLD, 10, random.Random(0))
    assert result
    return result.components[0]


LEAKY: dict[str, Publish] = {
    "raw histogram": lambda values: tuple(sorted(Counter(values).items())),
    "mean": lambda values: sum(values) / len(values),
    "lowest and highest": lambda values: (min(values), max(values)),
}


def alike(publish: Publish, n: int) -> dict[Hashable, list[Values]]:
    """Return all groups of n answers by what is published of them."""
    groups: dict[Hashable, list[Values]] = defaultdict(list)
    for values in combinations_with_replacement(SCALE, n):
        groups[publish(values)].append(values)
    return groups


def known_to_outsiders(publish: Publish, n: int) -> set[Hashable]:
    """Return what, if published, tells somebody outside the group what a person answered."""
    return {
        published
        for published, groups in alike(publish, n).items()
        if len({value for values in groups for value in values}) == 1
    }


def known_to_colleagues(publish: Publish, n: int) -> set[tuple[Hashable, int]]:
    """Return what, if published, tells one with this answer what a colleague answered."""
    found = set()
    for published, groups in alike(publish, n).items():
        for own in SCALE:
            others = {
                other
                for values in groups
                if own in values
                for other in (Counter(values) - Counter([own]))
            }
            if len(others) == 1:
                found.add((published, own))
    return found


@pytest.mark.parametrize("n", range(6, 13))
def test_outsiders_learn_nobodys_answer(n: int) -> None:
    """Whatever is published, anybody may have answered 1, and anybody 7."""
    for published, groups in alike(ours, n).items():
        assert {LOW, HIGH} <= {value for values in groups for value in values}, published
    assert known_to_outsiders(ours, n) == set()


@pytest.mark.parametrize("n", range(6, 13))
def test_colleagues_learn_nobodys_answer(n: int) -> None:
    """One's own answer is no help to learn another's."""
    assert known_to_colleagues(ours, n) == set()


def test_a_narrow_middle_would_tell() -> None:
    """Median and quartiles as they are would tell the one who differs what all others said."""

    def plain(values: Values) -> Hashable:
        return stats.median(values), *stats.middle_half(values)

    assert known_to_colleagues(plain, 6)


@pytest.mark.parametrize("publish", LEAKY.values(), ids=LEAKY)
def test_the_check_finds_leaks(publish: Publish) -> None:
    """Every answer, a mean, or the ends published would tell an answer, and the checks see it."""
    assert known_to_outsiders(publish, 6)
    assert known_to_colleagues(publish, 9)


def left_out(publish: Callable[[int, int], Hashable], n: int) -> set[tuple[Hashable, bool | None]]:
    """Return what tells somebody that a given other person left the question out.

    With it stands whether that somebody answered the question; None is an outsider.
    """
    others: dict[tuple[Hashable, bool | None], set[int]] = defaultdict(set)
    for answered in range(n + 1):
        published = publish(n, answered)
        others[published, None].add(answered)
        if answered:
            others[published, True].add(answered - 1)
        if answered < n:
            others[published, False].add(answered)
    return {seen for seen, possible in others.items() if possible == {0}}


def told(n: int, answered: int) -> Hashable:
    """Publish a question that `answered` of n answered, as the bot does."""
    box = [Answers({COMPONENT: 4}) if i < answered else Answers() for i in range(n)]
    return disclose(box, n, THRESHOLD, 10, random.Random(0))


@pytest.mark.parametrize("n", range(6, 31))
def test_nobody_is_known_to_have_left_a_question_out(n: int) -> None:
    """That too few answered a question tells of nobody that they did not."""
    assert left_out(told, n) == set()


def test_the_number_of_those_who_left_it_out_would_tell() -> None:
    """Were it told how few answered, one would know of all others; the check sees it."""
    assert left_out(lambda _, answered: answered, 6)
