"""Orders that an attacker can read out of raw files, and how much two orders agree."""

from __future__ import annotations

import math
import struct
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import TypeVar

T = TypeVar("T")

FRAME_HEADER = 24
LOG_HEADER = 32
"""Sizes in the write-ahead log (sqlite.org/fileformat2.html, section 4)."""


def in_file(needles: Iterable[bytes], data: bytes) -> list[bytes]:
    """Return those that are in the file in the order of their places, pages and cells alike."""
    places = {needle: data.find(needle) for needle in needles}
    return sorted((needle for needle in places if places[needle] >= 0), key=lambda n: places[n])


def in_log(needles: Iterable[bytes], data: bytes) -> list[bytes]:
    """Return those that are in the write-ahead log in the order of the frames they came with."""
    left, found = list(needles), []
    for frame in frames(data):
        new = in_file(left, frame)
        found += new
        left = [needle for needle in left if needle not in new]
    return found


def frames(data: bytes) -> Iterator[bytes]:
    """Return the pages of a write-ahead log, in the order in which they were written."""
    if len(data) < LOG_HEADER:
        return
    (page,) = struct.unpack(">I", data[8:12])
    for at in range(LOG_HEADER, len(data) - FRAME_HEADER - page + 1, FRAME_HEADER + page):
        yield data[at + FRAME_HEADER : at + FRAME_HEADER + page]


def tau(one: Sequence[T], other: Sequence[T]) -> float:
    """Return Kendall's rank correlation of two orders of the same things, from -1 to 1.

    Pairs in the same order less pairs in the opposite one, by all pairs (M. G. Kendall, "A New
    Measure of Rank Correlation", Biometrika 30, 1938).
    """
    rank = {thing: number for number, thing in enumerate(other)}
    pairs = list(combinations(one, 2))
    return sum(1 if rank[a] < rank[b] else -1 for a, b in pairs) / len(pairs)


def tau_deviation(things: int, rounds: int) -> float:
    """Return the standard deviation of the mean tau of so many random orders (Kendall, 1938)."""
    variance = 2 * (2 * things + 5) / (9 * things * (things - 1))
    return math.sqrt(variance / rounds)


def wilson(hits: int, tries: int, z: float) -> tuple[float, float]:
    """Return the interval in which the rate of success lies, `z` standard deviations wide.

    E. B. Wilson, "Probable Inference, the Law of Succession, and Statistical Inference", Journal
    of the American Statistical Association 22, 1927. It asks for independent tries. Pairs within
    a round are not, but their hits vary as much as if they were: a random order of n things has
    on average 1 in its place, with variance 1, and n independent tries at 1/n have 1 - 1/n.
    """
    rate, share = hits / tries, z * z / tries
    middle = rate + share / 2
    width = z * math.sqrt(rate * (1 - rate) / tries + share / (4 * tries))
    return (middle - width) / (1 + share), (middle + width) / (1 + share)
