"""Disclosure control: what may be shown of a round, and what is held back.

The rules stand in docs/explanation/anonymity.md. Every function is pure: the answers of one
closed box go in, and what comes out is all that is ever kept.

What is said to be held back depends on numbers alone that are told anyway (how many answered, and
whether a question has enough answers), never on what people wrote or chose: "somebody wrote but
did not agree" would be a bit about the answers. That a question was answered by too few is said,
since its absence says the same: nobody is thereby known to have left it out, for any number from
none to one below the threshold may have answered it.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.domain import stats
from bot.domain.answers import SCALE, TAG_LIMIT, Answers
from bot.domain.programme import Component
from bot.domain.unknowing import says_nothing

DISTRIBUTION_THRESHOLD = 10
"""A distribution is shown from this many answers to a question; below, only a band."""

SMALLEST_CELL = 3
"""No bin, no tag and no other number stands for fewer people than this."""

FEWEST_WITHOUT = 2
"""A number of people is never said to lack fewer than this: so many of all, or more, are in it."""


class Band(StrEnum):
    """Where on the scale the median lies: 1–2, 3–5 or 6–7."""

    LOW = "low"
    MID = "mid"
    HIGH = "high"


LOW_UP_TO = 2
"""The highest value of the low band."""

MID_UP_TO = 5
"""The highest value of the middle band."""


class HeldBack(StrEnum):
    """The rules that leave something out of this result.

    Whether there is anything that a rule left out is not told: `COMMENTS_NO_CONSENT` stands with
    every result with enough answers for comments, and `TAGS_SMALL` with every result.
    """

    COMMENTS_TOO_FEW = "comments-too-few"
    COMMENTS_NO_CONSENT = "comments-no-consent"
    TAGS_SMALL = "tags-small"
    DISTRIBUTION_TOO_FEW = "distribution-too-few"
    COMPONENT_TOO_FEW = "component-too-few"


@dataclass(frozen=True)
class Cell:
    """How many answered `low` to `high`; at least `SMALLEST_CELL`."""

    low: int
    high: int
    count: int


@dataclass(frozen=True)
class ComponentResult:
    """One component in whole numbers; `distribution` is empty below ten answers."""

    component: Component
    median: int
    middle_low: int
    middle_high: int
    band: Band
    distribution: tuple[Cell, ...] = ()


@dataclass(frozen=True)
class TagCount:
    """How many answers carry a tag, at least `SMALLEST_CELL`; with `at_least`, so many or more."""

    tag: str
    count: int
    at_least: bool = False


@dataclass(frozen=True)
class PeopleCount:
    """How many people, at least `SMALLEST_CELL`; with `at_least`, so many or more."""

    count: int
    at_least: bool = False


@dataclass(frozen=True)
class CommentGroup:
    """Comments word for word, each as often as it was written, in random order.

    `tag` is empty for the rest.
    """

    tag: str
    comments: tuple[str, ...]


@dataclass(frozen=True)
class Result:
    """All that is kept of a round with enough answers.

    `unknowing` is how many wrote only that they do not know, or have nothing to say; None where
    that can't be told.
    """

    answered: int
    invited: int
    components: tuple[ComponentResult, ...]
    tags: tuple[TagCount, ...]
    comments: tuple[CommentGroup, ...]
    held_back: tuple[HeldBack, ...]
    unknowing: PeopleCount | None = None

    @property
    def lowest(self) -> tuple[ComponentResult, ...]:
        """The components with the lowest result: several when alike, none only if none is shown."""
        least = min(map(_rank, self.components), default=None)
        return tuple(each for each in self.components if _rank(each) == least)

    @property
    def highest(self) -> tuple[ComponentResult, ...]:
        """The components with the highest result; none when all that are shown are alike."""
        most = max(map(_rank, self.components), default=None)
        found = tuple(each for each in self.components if _rank(each) == most)
        return () if found == self.components else found


def disclose(
    answers: Sequence[Answers],
    invited: int,
    threshold: int,
    quote_threshold: int,
    rng: random.Random,
) -> Result | None:
    """Return what may be shown of the answers, or None when there are fewer than `threshold`.

    `invited` is the size of the roster. `rng` shuffles the comments, so that their order tells
    nothing; they are sorted before, so that even a weak `rng` tells nothing of who came first.
    A number is never computed from fewer answers than `threshold`, question by question.
    """
    if len(answers) < threshold:
        return None
    held = {HeldBack.TAGS_SMALL}
    components = _components(answers, threshold, held)
    tags = _tags(answers)
    comments: tuple[CommentGroup, ...] = ()
    if len(answers) < quote_threshold:
        held.add(HeldBack.COMMENTS_TOO_FEW)
    else:
        held.add(HeldBack.COMMENTS_NO_CONSENT)
        comments = _comments(answers, _headings(tags), rng)
    order = tuple(reason for reason in HeldBack if reason in held)
    unknowing = _unknowing(answers, sum(len(group.comments) for group in comments))
    return Result(len(answers), invited, components, tags, comments, order, unknowing)


def _rank(result: ComponentResult) -> tuple[int, int, int]:
    """Return what components are compared by: the median, then the middle half."""
    return result.median, result.middle_low, result.middle_high


def band(value: int) -> Band:
    """Return the band of a value 1–7."""
    if value <= LOW_UP_TO:
        return Band.LOW
    return Band.MID if value <= MID_UP_TO else Band.HIGH


def merge_bins(values: Iterable[int], smallest: int = SMALLEST_CELL) -> tuple[Cell, ...]:
    """Return the distribution over 1–7 with neighbours merged until each holds `smallest`.

    Every step of the scale is in exactly one cell. Empty when there are fewer values in all.
    """
    counts = Counter(values)
    cells: list[Cell] = []
    low, held = SCALE.start, 0
    for step in SCALE:
        held += counts[step]
        if held >= smallest:
            cells.append(Cell(low, step, held))
            low, held = step + 1, 0
    if cells and low < SCALE.stop:
        last = cells.pop()
        cells.append(Cell(last.low, SCALE.stop - 1, last.count + held))
    return tuple(cells)


def _components(
    answers: Sequence[Answers], threshold: int, held: set[HeldBack]
) -> tuple[ComponentResult, ...]:
    results = []
    for component in Component:
        values = [a.scores[component] for a in answers if component in a.scores]
        if len(values) < threshold:
            held.add(HeldBack.COMPONENT_TOO_FEW)
            continue
        enough = len(values) >= DISTRIBUTION_THRESHOLD
        if not enough:
            held.add(HeldBack.DISTRIBUTION_TOO_FEW)
        middle, (low, high) = stats.median(values), _middle(values)
        cells = merge_bins(values) if enough else ()
        results.append(ComponentResult(component, middle, low, high, band(middle), cells))
    return tuple(results)


def _middle(values: Sequence[int]) -> tuple[int, int]:
    """Return the middle half; in a small group it is never one end of the scale alone.

    Were all of it shown to be 7, the only one who answered otherwise would know what each of the
    others answered.
    """
    low, high = stats.middle_half(values)
    if len(values) >= DISTRIBUTION_THRESHOLD:
        return low, high
    return min(low, SCALE[-2]), max(high, SCALE[1])


def _tags(answers: Sequence[Answers]) -> tuple[TagCount, ...]:
    """Return the tags that may be shown, the most common first.

    Nobody who knows their own choice can tell from it whether a given colleague chose a tag:

    - A tag that all, all but one or all but two chose is "at least" all but two. (Were only all
      and all but one written so, somebody without the tag would know that it is all others.)
    - Were every choice that people have accounted for, a tag that is not shown would be known to
      be nobody's. So the last tags are left out, until somebody may still have chosen another.
    """
    most = len(answers) - FEWEST_WITHOUT
    room = TAG_LIMIT * len(answers) - SMALLEST_CELL
    counts = Counter(tag for a in answers for tag in set(a.tags))
    enough = [
        TagCount(tag, min(count, most), count >= most)
        for tag, count in counts.items()
        if count >= SMALLEST_CELL
    ]
    shown: list[TagCount] = []
    # By what is shown of them: the true order of two that are "at least" would tell.
    for each in sorted(enough, key=lambda t: (-t.count, t.tag)):
        room -= each.count
        if room < 0:
            break
        shown.append(each)
    return tuple(shown)


def _headings(tags: Sequence[TagCount]) -> frozenset[str]:
    """Return the tags that comments may stand under.

    One that is shown as "at least" is none: the comments under it could be counted. It would not
    sort anything either, since nearly all chose it.
    """
    return frozenset(tag.tag for tag in tags if not tag.at_least)


def _comments(
    answers: Sequence[Answers], headings: frozenset[str], rng: random.Random
) -> tuple[CommentGroup, ...]:
    groups: dict[str, list[str]] = {}
    for answer in answers:
        if answer.comment and answer.verbatim and not says_nothing(answer.comment):
            tag = next((t for t in answer.tags if t in headings), "")
            groups.setdefault(tag, []).append(answer.comment)
    ordered = sorted(groups, key=lambda tag: (tag == "", tag))
    return tuple(CommentGroup(tag, _shuffled(groups[tag], rng)) for tag in ordered)


def _unknowing(answers: Sequence[Answers], quoted: int) -> PeopleCount | None:
    """Return how many wrote only that they do not know.

    They are among those whose words are not shown: of these, as of tags, at least all but two is
    the most that is told, so that whoever did write something can't tell that all others did not.
    """
    most = len(answers) - quoted - FEWEST_WITHOUT
    count = sum(says_nothing(answer.comment) for answer in answers)
    if min(count, most) < SMALLEST_CELL:
        return None
    return PeopleCount(min(count, most), count >= most)


def _shuffled(comments: list[str], rng: random.Random) -> tuple[str, ...]:
    return tuple(rng.sample(sorted(comments), len(comments)))
