"""Disclosure control: nothing of a few people, nothing without consent, nothing of the order."""

from __future__ import annotations

import dataclasses
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import stats
from bot.domain.answers import SCALE, Answers
from bot.domain.disclosure import (
    DISTRIBUTION_THRESHOLD,
    Band,
    Cell,
    CommentGroup,
    ComponentResult,
    HeldBack,
    Result,
    TagCount,
    band,
    disclose,
    merge_bins,
)
from bot.domain.programme import Component
from bot.domain.round import QUOTE_THRESHOLDS, THRESHOLD
from bot.domain.unknowing import says_nothing
from tests.domain.builders import TAGS, answers, scales

# Small enough for hypothesis to draw whole: what it has to cut off it may take for flaky.
boxes = st.lists(answers, max_size=14)
full_boxes = st.lists(answers, min_size=THRESHOLD, max_size=14)
quote_thresholds = st.sampled_from(QUOTE_THRESHOLDS)
seeds = st.integers(0, 10_000)
TALKATIVE = [
    Answers(dict.fromkeys(Component, 4), f"kommentar {i}", (TAGS[i % 2],), verbatim=True)
    for i in range(12)
]


def shown(box: list[Answers], quotes: int = 10, seed: int = 0) -> Result:
    """Return the result of a box that has enough answers."""
    result = disclose(box, len(box) + 2, THRESHOLD, quotes, random.Random(seed))
    assert result is not None
    return result


def values_of(box: list[Answers], component: Component) -> list[int]:
    """Return the numbers given to one question."""
    return [a.scores[component] for a in box if component in a.scores]


def leaves(value: object) -> Iterator[object]:
    """Yield every plain value of a record, however deep."""
    if dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from leaves(getattr(value, field.name))
    elif isinstance(value, tuple):
        for item in value:
            yield from leaves(item)
    else:
        yield value


@given(boxes, st.integers(6, 30), quote_thresholds, seeds)
def test_below_the_threshold_nothing(
    box: list[Answers], threshold: int, quotes: int, seed: int
) -> None:
    """There is a result exactly when there are as many answers as the threshold."""
    result = disclose(box, len(box), threshold, quotes, random.Random(seed))
    assert (result is None) is (len(box) < threshold)


@given(full_boxes, st.integers(6, 12))
def test_a_question_with_few_answers_is_left_out(box: list[Answers], threshold: int) -> None:
    """A number comes from as many answers to that very question as the threshold, or not at all."""
    result = disclose(box, len(box), threshold, 10, random.Random(0))
    if result is None:
        return
    enough = [c for c in Component if len(values_of(box, c)) >= threshold]
    assert [c.component for c in result.components] == enough
    assert (HeldBack.COMPONENT_TOO_FEW in result.held_back) is (len(enough) < len(Component))


@given(full_boxes)
def test_only_whole_numbers(box: list[Answers]) -> None:
    """Every number in a result is a whole one; all else is words."""
    kinds = {type(leaf) for leaf in leaves(shown(box, quotes=6))}
    assert kinds <= {int, str, bool, type(None), Band, Component, HeldBack}


def test_the_search_for_decimals_finds_one() -> None:
    """A decimal, however deep in a result, is found."""
    result = shown(TALKATIVE)
    leaky = replace(result, tags=(*result.tags, TagCount("mitt", 5.17)))  # type: ignore[arg-type]
    assert float in {type(leaf) for leaf in leaves(leaky)}


@given(full_boxes)
def test_distribution(box: list[Answers]) -> None:
    """Cells cover the scale once, hold three or more, and count right; below ten there are none."""
    result = shown(box)
    for component in result.components:
        values = values_of(box, component.component)
        cells = component.distribution
        if len(values) < 10:
            assert cells == ()
            assert HeldBack.DISTRIBUTION_TOO_FEW in result.held_back
            continue
        check_cells(cells, values)
    if all(c.distribution for c in result.components):
        assert HeldBack.DISTRIBUTION_TOO_FEW not in result.held_back


def check_cells(cells: tuple[Cell, ...], values: list[int]) -> None:
    """Check that cells cover the scale exactly once, in order, and count what they say."""
    covered = [step for cell in cells for step in range(cell.low, cell.high + 1)]
    assert covered == list(SCALE)
    assert sum(cell.count for cell in cells) == len(values)
    for cell in cells:
        assert cell.count == sum(cell.low <= value <= cell.high for value in values)


@given(st.lists(scales, max_size=40), st.integers(1, 9))
def test_merge_bins(values: list[int], smallest: int) -> None:
    """No cell is smaller than asked for; with fewer values than that there is no cell."""
    cells = merge_bins(values, smallest)
    if len(values) < smallest:
        assert cells == ()
        return
    check_cells(cells, values)
    assert all(cell.count >= smallest for cell in cells)


def test_merge_bins_by_hand() -> None:
    """What is too small goes with its right neighbour, and at the end with its left."""
    assert merge_bins([1, 1, 1, 2, 3, 4, 4, 4, 7, 7]) == (Cell(1, 1, 3), Cell(2, 7, 7))
    assert merge_bins([1, 2, 2, 4, 4, 6, 6, 6, 7, 7]) == (Cell(1, 2, 3), Cell(3, 7, 7))
    assert merge_bins([2, 2, 2, 3, 3, 3, 5, 5, 5, 7]) == (
        Cell(1, 2, 3),
        Cell(3, 3, 3),
        Cell(4, 7, 4),
    )
    assert merge_bins([4] * 10) == (Cell(1, 7, 10),)
    assert merge_bins([1, 1, 1, 7, 7, 7]) == (Cell(1, 1, 3), Cell(2, 7, 3))


@given(full_boxes)
def test_components_by_their_definition(box: list[Answers]) -> None:
    """Median and quartiles are answers that somebody gave, in order, with the median's band.

    Below ten answers the middle half is never one end of the scale alone.
    """
    for component in shown(box).components:
        values = values_of(box, component.component)
        low, high = stats.middle_half(values)
        if len(values) < DISTRIBUTION_THRESHOLD:
            low, high = min(low, 6), max(high, 2)
        assert component.median == stats.median(values)
        assert (component.middle_low, component.middle_high) == (low, high)
        assert component.middle_low <= component.median <= component.middle_high
        assert component.band is band(component.median)


def test_bands() -> None:
    """1–2 is low, 3–5 the middle, 6–7 high."""
    assert [band(value) for value in SCALE] == [
        *[Band.LOW] * 2,
        *[Band.MID] * 3,
        *[Band.HIGH] * 2,
    ]


@given(full_boxes, quote_thresholds, seeds)
def test_comments(box: list[Answers], quotes: int, seed: int) -> None:
    """Comments are shown from the quote threshold on: those agreed to, each once, no others."""
    result = shown(box, quotes, seed)
    found = Counter(comment for group in result.comments for comment in group.comments)
    agreed = Counter(
        a.comment for a in box if a.comment and a.verbatim and not says_nothing(a.comment)
    )
    assert found == (agreed if len(box) >= quotes else Counter())


@given(full_boxes, quote_thresholds, seeds)
def test_comment_groups(box: list[Answers], quotes: int, seed: int) -> None:
    """A comment stands under a tag only if its exact number is shown; the rest stand last."""
    result = shown(box, quotes, seed)
    names = [group.tag for group in result.comments]
    assert set(names) <= {t.tag for t in result.tags if not t.at_least} | {""}
    assert names == sorted(set(names), key=lambda tag: (tag == "", tag))
    assert all(group.comments for group in result.comments)


def test_the_same_words_twice_stand_twice() -> None:
    """Comments that are alike are as many as those who wrote them."""
    box = [replace(a, comment="Mer tid.", tags=("tid",) * (i < 4)) for i, a in enumerate(TALKATIVE)]
    assert shown(box).comments == (
        CommentGroup("tid", ("Mer tid.",) * 4),
        CommentGroup("", ("Mer tid.",) * 8),
    )


@given(full_boxes, quote_thresholds, seeds, st.randoms(use_true_random=False))
def test_words_are_not_tied_to_numbers(
    box: list[Answers], quotes: int, seed: int, rng: random.Random
) -> None:
    """Whoever gave which numbers: tags, comments and their groups are the same, and the reverse."""
    scores = rng.sample([a.scores for a in box], len(box))
    mixed = [replace(a, scores=s) for a, s in zip(box, scores, strict=True)]
    assert shown(mixed, quotes, seed) == shown(box, quotes, seed)


@given(full_boxes, full_boxes, quote_thresholds)
def test_what_is_held_back_tells_nothing_of_words(
    box: list[Answers], words: list[Answers], quotes: int
) -> None:
    """With other comments, tags and consents the very same is said to be held back."""
    other = [
        replace(a, comment=b.comment, tags=b.tags, verbatim=b.verbatim)
        for a, b in zip(box, words * 3, strict=False)
    ]
    assert shown(other, quotes).held_back == shown(box, quotes).held_back


@given(full_boxes, quote_thresholds)
def test_held_back_follows_from_numbers_that_are_told(box: list[Answers], quotes: int) -> None:
    """Each reason stands exactly when its numbers say so."""
    numbers = [len(values_of(box, c)) for c in Component]
    expected = {
        HeldBack.COMMENTS_TOO_FEW: len(box) < quotes,
        HeldBack.COMMENTS_NO_CONSENT: len(box) >= quotes,
        HeldBack.TAGS_SMALL: True,
        HeldBack.DISTRIBUTION_TOO_FEW: any(THRESHOLD <= n < 10 for n in numbers),
        HeldBack.COMPONENT_TOO_FEW: any(n < THRESHOLD for n in numbers),
    }
    assert {r: r in shown(box, quotes).held_back for r in HeldBack} == expected


@given(full_boxes, quote_thresholds, seeds, st.randoms(use_true_random=False))
def test_arrival_leaves_no_trace(
    box: list[Answers], quotes: int, seed: int, rng: random.Random
) -> None:
    """The same answers in another order give the very same result, however weak the shuffle."""
    turned = rng.sample(box, len(box))
    assert shown(turned, quotes, seed) == shown(box, quotes, seed)


def test_comments_are_shuffled() -> None:
    """Every order of three comments is about as common as any other."""
    box = [replace(a, comment="", verbatim=False) for a in TALKATIVE]
    box[:3] = [replace(a, tags=()) for a in TALKATIVE[:3]]
    orders = Counter(shown(box, seed=seed).comments[-1].comments for seed in range(1200))
    assert len(orders) == 6
    assert all(140 < times < 260 for times in orders.values())


@given(full_boxes, quote_thresholds)
def test_held_back_is_told_once_and_in_order(box: list[Answers], quotes: int) -> None:
    """Reasons are told once each, in one order, so that they tell nothing else."""
    reasons = shown(box, quotes).held_back
    assert list(reasons) == [reason for reason in HeldBack if reason in reasons]


@given(full_boxes)
def test_counts(box: list[Answers]) -> None:
    """A result says how many answered, of how many."""
    result = shown(box)
    assert (result.answered, result.invited) == (len(box), len(box) + 2)


@given(full_boxes)
def test_no_other_texts(box: list[Answers]) -> None:
    """Below the quote threshold no letter of anybody's comment is in the result."""
    canary = [replace(a, comment="kanariefågel", verbatim=True) for a in box]
    texts = [leaf for leaf in leaves(shown(canary, quotes=30)) if isinstance(leaf, str)]
    assert any("kanarie" in text for text in texts) is (len(box) >= 30)


def component(name: Component, low: int, median: int, high: int) -> ComponentResult:
    """Return a component's result."""
    return ComponentResult(name, median, low, high, band(median))


@pytest.mark.parametrize(
    ("triples", "highest", "lowest"),
    [
        ([(2, 5, 6), (1, 4, 7), (3, 5, 5)], [2], [1]),
        ([(3, 4, 6), (2, 4, 7), (3, 4, 5)], [0], [1]),
        ([(2, 4, 6), (2, 4, 7), (2, 4, 5)], [1], [2]),
        ([(2, 4, 6), (2, 4, 6), (2, 4, 5)], [0, 1], [2]),
        ([(2, 4, 6), (2, 4, 7), (2, 4, 6)], [1], [0, 2]),
        ([(2, 4, 6), (2, 4, 6), (2, 4, 6)], [], [0, 1, 2]),
        ([(2, 4, 6), (2, 4, 6)], [], [0, 1]),
        ([(2, 4, 6)], [], [0]),
        ([], [], []),
    ],
    ids=["median", "lower", "upper", "two high", "two low", "alike", "two alike", "one", "none"],
)
def test_highest_and_lowest(
    triples: list[tuple[int, int, int]], highest: list[int], lowest: list[int]
) -> None:
    """Ranked by median, then quartiles; equals stand together, and when all are, none is high."""
    parts = tuple(component(c, *t) for c, t in zip(Component, triples, strict=False))
    result = Result(6, 8, parts, (), (), ())
    assert list(result.highest) == [parts[place] for place in highest]
    assert list(result.lowest) == [parts[place] for place in lowest]


def test_a_whole_result() -> None:
    """Twelve who all answer give everything; the rules that always hold are said all the same."""
    result = shown(TALKATIVE)
    whole = Cell(1, 7, 12)
    assert result.components == tuple(
        ComponentResult(c, 4, 4, 4, Band.MID, (whole,)) for c in Component
    )
    assert result.tags == (TagCount("stod", 6), TagCount("tid", 6))
    assert [(g.tag, len(g.comments)) for g in result.comments] == [("stod", 6), ("tid", 6)]
    assert all(isinstance(group, CommentGroup) for group in result.comments)
    assert result.held_back == (HeldBack.COMMENTS_NO_CONSENT, HeldBack.TAGS_SMALL)
