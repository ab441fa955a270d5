"""What somebody can work out about a colleague's tags, by trying every group of people.

Every way for n people (6–10) to choose at most two of some tags is tried, and with comments also
whether each wrote with consent. Groups that are published alike can't be told apart. What holds,
and is proved here for these sizes: neither an outsider nor a colleague who knows their own answer
can tell of another whether they chose a given tag. It does not hold against several who put their
answers together.
"""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable
from itertools import combinations, combinations_with_replacement, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.answers import TAG_LIMIT, Answers
from bot.domain.disclosure import HeldBack, Result, TagCount, disclose
from bot.domain.round import THRESHOLD
from tests.domain.builders import answers

Group = tuple[Answers, ...]
Publish = Callable[[Group], Hashable]
Fact = tuple[Hashable, int | None, str]
"""What was published, which kind of answer the curious one gave (None: an outsider), the tag."""

full_boxes = st.lists(answers, min_size=THRESHOLD, max_size=14)


def result_of(group: Iterable[Answers], quotes: int = 30) -> Result:
    """Return the result of a group that is large enough."""
    box = list(group)
    result = disclose(box, len(box), THRESHOLD, quotes, random.Random(0))
    assert result
    return result


def ours(group: Group) -> Hashable:
    """Publish tags as the bot does."""
    result = result_of(group)
    return result.tags, result.held_back


def with_comments(group: Group) -> Hashable:
    """Publish tags and comments as the bot does; the words themselves are alike here."""
    result = result_of(group, quotes=6)
    return result.tags, result.comments, result.held_back


def _counts(group: Group) -> dict[str, int]:
    return Counter(tag for a in group for tag in a.tags)


def exact(group: Group) -> Hashable:
    """Publish the number of every tag that three chose: all of them is known for each of them."""
    return tuple(sorted((t, n) for t, n in _counts(group).items() if n >= 3))


def top_is_all_but_one(group: Group) -> Hashable:
    """Write only all, and all but one, as "at least": who lacks it knows that it is the others."""
    n = len(group)
    large = ((t, c) for t, c in _counts(group).items() if c >= 3)
    return tuple(sorted((t, n - 2, True) if n - c < 2 else (t, c, False) for t, c in large))


def no_room(group: Group) -> Hashable:
    """Write "at least" as the bot does, but show all tags: what is not there is nobody's."""
    most = len(group) - 2
    return tuple(sorted((t, min(c, most)) for t, c in _counts(group).items() if c >= 3))


def with_small(group: Group) -> Hashable:
    """Tell whether some tag was chosen by one or two only: its absence is a fact about each."""
    return ours(group), any(0 < c < 3 for c in _counts(group).values())


def headings_for_all(group: Group) -> Hashable:
    """Put comments under every tag that is shown, however many chose it."""
    tags = result_of(group).tags
    names = {tag.tag for tag in tags}
    under = Counter(next((t for t in a.tags if t in names), "") for a in group if a.verbatim)
    return tags, tuple(sorted(under.items()))


def without_comments(tags: int) -> list[Answers]:
    """Return all answers that choose at most two of so many tags, in no order."""
    names = "ABCDE"[:tags]
    sizes = range(TAG_LIMIT + 1)
    return [Answers(tags=chosen) for size in sizes for chosen in combinations(names, size)]


def commented(tags: int) -> list[Answers]:
    """Return all answers that choose tags in some order, with a comment to be shown or without."""
    names = "ABCDE"[:tags]
    return [
        Answers(tags=chosen, comment="ord" * said, verbatim=said)
        for size in range(TAG_LIMIT + 1)
        for chosen in permutations(names, size)
        for said in (False, True)
    ]


def known(publish: Publish, kinds: list[Answers], n: int) -> set[Fact]:
    """Return every fact about another person's tag that somebody can be sure of."""
    names = sorted({tag for a in kinds for tag in a.tags})
    possible: dict[Fact, set[bool]] = defaultdict(set)
    for indices in combinations_with_replacement(range(len(kinds)), n):
        group = tuple(kinds[i] for i in indices)
        published, counts = publish(group), _counts(group)
        for own in (None, *set(indices)):
            others = n if own is None else n - 1
            for tag in names:
                have = counts.get(tag, 0) - (own is not None and tag in kinds[own].tags)
                seen = possible[published, own, tag]
                seen.update({True} if have else (), {False} if have < others else ())
    return {fact for fact, seen in possible.items() if len(seen) == 1}


SIZES = [(3, 6), (3, 7), (3, 8), (3, 9), (3, 10), (4, 6), (4, 7)]


@pytest.mark.parametrize(("tags", "n"), SIZES)
def test_nobody_learns_a_colleagues_tag(tags: int, n: int) -> None:
    """Whatever is published, each other person may have chosen each tag, or not."""
    assert known(ours, without_comments(tags), n) == set()


@pytest.mark.parametrize("n", [6, 7])
def test_nor_with_comments_under_their_headings(n: int) -> None:
    """The comments that stand under a tag do not tell it either, whoever wrote and agreed."""
    assert known(with_comments, commented(2), n) == set()


LEAKY: dict[str, tuple[Publish, list[Answers], bool]] = {
    "exact numbers": (exact, without_comments(3), True),
    "at least from all but one": (top_is_all_but_one, without_comments(1), False),
    "no room for another": (no_room, without_comments(4), True),
    "small tags told": (with_small, without_comments(3), True),
    "headings for all": (headings_for_all, commented(1), True),
}
"""Ways to publish that tell; the last says whether even an outsider learns something."""


@pytest.mark.parametrize(("publish", "kinds", "outsiders"), LEAKY.values(), ids=LEAKY)
def test_the_check_finds_leaks(publish: Publish, kinds: list[Answers], outsiders: bool) -> None:
    """Each of the rules taken away lets somebody know a colleague's tag, and the check sees it."""
    facts = known(publish, kinds, 6)
    assert facts
    assert any(own is None for _, own, _ in facts) is outsiders


# --- by definition ------------------------------------------------------------------------


@given(full_boxes)
def test_tags_by_their_definition(box: list[Answers]) -> None:
    """The most common tags of three or more, as many as leave three choices unaccounted for."""
    most = len(box) - 2
    chosen = Counter(tag for a in box for tag in set(a.tags))
    ranked = sorted(
        (TagCount(tag, min(n, most), n >= most) for tag, n in chosen.items() if n >= 3),
        key=lambda t: (-t.count, t.tag),
    )
    shown = result_of(box).tags
    assert list(shown) == ranked[: len(shown)]
    total = sum(tag.count for tag in shown)
    assert total <= 2 * len(box) - 3
    if len(shown) < len(ranked):
        assert total + ranked[len(shown)].count > 2 * len(box) - 3


def box_of(*choices: tuple[str, ...], n: int = 6) -> list[Answers]:
    """Return n answers, the first of which have these tags."""
    return [Answers(tags=chosen) for chosen in (*choices, *[()] * (n - len(choices)))]


@pytest.mark.parametrize("count", [4, 5, 6])
def test_nearly_all_is_at_least(count: int) -> None:
    """All, all but one and all but two of six are written alike."""
    assert result_of(box_of(*[("tid",)] * count)).tags == (TagCount("tid", 4, at_least=True),)


def test_fewer_are_exact() -> None:
    """Half of six is written as it is, and two are not written."""
    box = box_of(*[("tid", "stod")] * 2, ("tid",))
    assert result_of(box).tags == (TagCount("tid", 3),)


def test_order_is_that_of_what_is_shown() -> None:
    """Of two that nearly all chose, the one that more chose does not stand first."""
    box = box_of(*[("tid", "stod")] * 6, *[("tid",)] * 2, n=8)
    assert [tag.tag for tag in result_of(box).tags] == ["stod", "tid"]


def test_all_choices_accounted_for() -> None:
    """When all have used both of their choices on the same tags, the least common is left out."""
    box = box_of(*[("a", "b")] * 3, *[("c", "d")] * 3)
    assert [tag.tag for tag in result_of(box).tags] == ["a", "b", "c"]


def test_a_tag_twice_in_one_answer_is_one_person() -> None:
    """One person can't make a tag count for two."""
    assert result_of(box_of(("tid", "tid"), ("tid",))).tags == ()


def test_comments_under_a_tag_of_nearly_all() -> None:
    """Comments do not stand under a tag that nearly all chose: they could be counted."""
    box = [Answers(tags=("tid",), comment="ord", verbatim=True)] * 6
    (group,) = result_of(box, quotes=6).comments
    assert group.tag == ""
    assert group.comments == ("ord",) * 6


def test_held_back_is_always_the_same_for_tags() -> None:
    """That small tags are not shown is said whether there are any or none."""
    for box in (box_of(), box_of(("tid",)), box_of(*[("tid",)] * 3)):
        assert HeldBack.TAGS_SMALL in result_of(box).held_back
