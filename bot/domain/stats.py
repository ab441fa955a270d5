"""Order statistics that never show anything but numbers somebody gave."""

from __future__ import annotations

import math
from collections.abc import Sequence


def quantile(values: Sequence[int], share: float) -> int:
    """Return the smallest value with at least `share` (0 < share ≤ 1) of the values at or below.

    This is the inverse of the empirical distribution, type 1 in Hyndman and Fan, "Sample
    Quantiles in Statistical Packages", The American Statistician 50 (1996). It is chosen because
    it always is a whole number from the scale: an interpolated decimal tells about single
    answers in a small group. Raises ValueError without values.
    """
    if not values:
        raise ValueError("no values")
    if not 0 < share <= 1:
        raise ValueError("the share is out of range")
    return sorted(values)[math.ceil(len(values) * share) - 1]


def median(values: Sequence[int]) -> int:
    """Return the (lower) median. Raises ValueError without values."""
    return quantile(values, 0.5)


def middle_half(values: Sequence[int]) -> tuple[int, int]:
    """Return the quartiles between which the middle half lies. Raises ValueError without values."""
    return quantile(values, 0.25), quantile(values, 0.75)
