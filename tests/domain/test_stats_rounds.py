"""Whether two published rounds differ: the rule by hand, and its symmetries."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import stats
from bot.domain.disclosure import DISTRIBUTION_THRESHOLD
from bot.domain.stats import Change, ReferenceBand, Summary
from tests.domain.builders import scales

THREE = st.tuples(scales, scales, scales).map(sorted)


def summary(n: int, quartiles: str) -> Summary:
    """Return a summary of three digits: lower quartile, median, upper quartile."""
    q1, middle, q3 = map(int, quartiles)
    return Summary(n=n, median=middle, q1=q1, q3=q3)


summaries = st.builds(
    lambda n, three: summary(n, "".join(map(str, three))), st.integers(1, 40), THREE
)
histories = st.lists(summaries, min_size=1, max_size=12)


def turned(given: Summary) -> Summary:
    """Return the summary of the answers with 1 for 7, 2 for 6 and so on."""
    return Summary(given.n, 8 - given.median, 8 - given.q3, 8 - given.q1)


@pytest.mark.parametrize(
    ("n", "earlier", "later", "change"),
    [
        (9, "234", "566", Change.UP),
        (9, "234", "456", Change.NONE),  # the middle halves touch
        (10, "234", "456", Change.UP),
        (10, "234", "346", Change.NONE),  # the median is inside the earlier middle half
        (10, "234", "356", Change.NONE),  # the lower quartile has not passed the median
        (19, "234", "356", Change.NONE),
        (20, "234", "356", Change.UP),
        (20, "234", "256", Change.NONE),  # the lower quartile has not moved
        (30, "234", "347", Change.NONE),
        (6, "566", "234", Change.DOWN),
        (10, "456", "234", Change.DOWN),
        (10, "555", "666", Change.UP),
        (30, "444", "444", Change.NONE),
    ],
)
def test_the_rule(n: int, earlier: str, later: str, change: Change) -> None:
    """The fewer answers, the farther the lower quartile must have moved."""
    assert stats.compare(summary(n, earlier), summary(n, later)) is change


@pytest.mark.parametrize(("one", "other"), [(9, 30), (30, 9)])
def test_the_smaller_round_counts(one: int, other: int) -> None:
    """Many answers in one of the rounds don't make up for few in the other."""
    assert stats.compare(summary(one, "234"), summary(other, "456")) is Change.NONE


def test_a_margin_is_not_counted() -> None:
    """Three steps up with a margin are as good as two steps without."""
    earlier, later = summary(10, "223"), summary(10, "556")
    changes = [stats.compare(earlier, later, margin) for margin in range(4)]
    assert changes == [Change.UP, Change.UP, Change.NONE, Change.NONE]
    assert stats.compare(earlier, summary(10, "366"), margin=0) is Change.UP
    assert stats.compare(earlier, summary(10, "366"), margin=1) is Change.NONE
    with pytest.raises(ValueError, match="margin"):
        stats.compare(earlier, later, -1)


def test_below_ten_is_where_less_is_published() -> None:
    """The strict rule stands where the number of answers is not told."""
    assert stats.SOME == DISTRIBUTION_THRESHOLD


@given(summaries, summaries, st.integers(0, 3))
def test_up_and_down_are_mirrors(earlier: Summary, later: Summary, margin: int) -> None:
    """With the scale turned round, up is down."""
    opposite = {Change.UP: Change.DOWN, Change.DOWN: Change.UP, Change.NONE: Change.NONE}
    change = stats.compare(earlier, later, margin)
    assert stats.compare(turned(earlier), turned(later), margin) is opposite[change]


@given(summaries, summaries)
def test_a_margin_only_takes_away(earlier: Summary, later: Summary) -> None:
    """Whatever is told with a margin is told without; nothing is told of alike rounds."""
    told = [stats.compare(earlier, later, margin) for margin in range(7)]
    assert sorted(told, key=lambda c: c is Change.NONE) == told
    assert set(told) <= {told[0], Change.NONE}
    assert stats.compare(earlier, earlier) is Change.NONE


@given(histories, summaries, st.integers(0, 3))
def test_no_change_inside_the_band(rounds: list[Summary], later: Summary, margin: int) -> None:
    """What a picture shows inside the band is never told to have changed."""
    band = stats.reference_band(rounds)
    change = stats.compare(stats.level(rounds), later, margin)
    if change is Change.UP:
        assert later.median > band.high
    if change is Change.DOWN:
        assert later.median < band.low


@given(histories)
def test_the_level_is_in_the_middle(rounds: list[Summary]) -> None:
    """Each of its numbers is one that was published, with as many on either side."""
    level = stats.level(rounds)
    for name in ("median", "q1", "q3"):
        published = [getattr(r, name) for r in rounds]
        value = getattr(level, name)
        assert value in published
        assert 2 * sum(p <= value for p in published) >= len(rounds)
        assert 2 * sum(p >= value for p in published) >= len(rounds)
    assert level.n == min(r.n for r in rounds)


def test_known_bands() -> None:
    """One round is its own band; between two the band is as wide as both."""
    assert stats.reference_band([summary(8, "245")]) == ReferenceBand(2, 5)
    assert stats.reference_band([summary(8, "245"), summary(9, "346")]) == ReferenceBand(2, 6)
    assert stats.reference_band(
        [summary(8, "245"), summary(9, "346"), summary(9, "357")]
    ) == ReferenceBand(3, 6)


def test_no_rounds() -> None:
    """Nothing can be said of nothing."""
    for statistic in (stats.level, stats.reference_band):
        with pytest.raises(ValueError, match="no rounds"):
            statistic([])


@pytest.mark.parametrize(
    ("n", "middle", "q1", "q3"),
    [(0, 4, 3, 5), (-1, 4, 3, 5), (8, 2, 3, 5), (8, 6, 3, 5), (8, 4, 0, 5), (8, 4, 3, 8)],
)
def test_what_can_not_be_a_summary(n: int, middle: int, q1: int, q3: int) -> None:
    """Quartiles are in order and on the scale, and rest on an answer at least."""
    with pytest.raises(ValueError, match=r"no answers|quartiles"):
        Summary(n, middle, q1, q3)
