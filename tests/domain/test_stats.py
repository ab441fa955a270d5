"""Order statistics against their definition, counted out, and against SciPy."""

from __future__ import annotations

import statistics
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats as scipy_stats

from bot.domain import stats
from tests.domain.builders import scales

samples = st.lists(scales, min_size=1, max_size=60)
eighths = st.integers(1, 8)


@given(samples, eighths)
def test_quantile_by_its_definition(values: list[int], eighth: int) -> None:
    """The quantile is the smallest of the values with at least the share at or below it."""
    reached = [v for v in values if 8 * sum(w <= v for w in values) >= eighth * len(values)]
    assert stats.quantile(values, eighth / 8) == min(reached)


@given(samples, eighths)
def test_quantile_is_scipys(values: list[int], eighth: int) -> None:
    """The inverse of the empirical distribution function, which is type 1."""
    expected = scipy_stats.quantile(values, eighth / 8, method="inverted_cdf")
    assert stats.quantile(values, eighth / 8) == expected


@given(samples)
def test_median(values: list[int]) -> None:
    """The median is the lower one of the standard library."""
    assert stats.median(values) == statistics.median_low(values)


@given(samples)
def test_middle_half(values: list[int]) -> None:
    """The quartiles hold the median and at least half of the values, and are values given."""
    low, high = stats.middle_half(values)
    assert min(values) <= low <= stats.median(values) <= high <= max(values)
    assert {low, high} <= set(values)
    assert 2 * sum(low <= v <= high for v in values) >= len(values)


@given(samples, eighths, st.randoms(use_true_random=False))
def test_order_does_not_matter(values: list[int], eighth: int, rng: Random) -> None:
    """Only the values count, not who answered first."""
    before = list(values)
    turned = rng.sample(values, len(values))
    assert stats.quantile(turned, eighth / 8) == stats.quantile(values, eighth / 8)
    assert values == before


def test_known_quartiles() -> None:
    """Six and ten values by hand."""
    assert stats.middle_half([1, 2, 3, 4, 5, 6]) == (2, 5)
    assert stats.median([1, 2, 3, 4, 5, 6]) == 3
    assert stats.middle_half([1, 1, 2, 3, 4, 4, 5, 6, 7, 7]) == (2, 6)


@pytest.mark.parametrize("share", [0, -0.5, 1.01])
def test_share_out_of_range(share: float) -> None:
    """A share is above 0 and at most 1."""
    with pytest.raises(ValueError, match="share"):
        stats.quantile([1], share)


def test_no_values() -> None:
    """Nothing can be said of nothing."""
    for statistic in (stats.median, stats.middle_half):
        with pytest.raises(ValueError, match="no values"):
            statistic([])
