"""Combinations of totals: which few of their parts one of them tells about.

A total is a row of atoms, the parts that always go together. Everything is in whole numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from math import gcd

Row = dict[int, int]
"""A combination of totals: how many times each atom is in it; those not at all are absent."""

Group = frozenset[int]
"""Some atoms."""

Small = Callable[[Group], bool]
"""Whether a group is too small. What is part of a group that is too small is so as well."""


def few(totals: Iterable[Row], small: Small) -> Group | None:
    """Return a small group outside of which some combination of the totals is nothing, or None.

    The rows are reduced: a combination has a row in it exactly if it has the row's own column. So
    it is sought among the rows of each group of such columns that is small itself.
    """
    rows = _reduced(totals)
    waiting: list[tuple[int, Group]] = [(0, frozenset())]
    own = list(rows)
    while waiting:
        at, group = waiting.pop()
        found = _within([rows[i] for i in group], group, small)
        if found is not None:
            return found
        more = ((i + 1, group | {own[i]}) for i in range(at, len(own)))
        waiting += [(i, larger) for i, larger in more if small(larger)]
    return None


def _within(rows: Sequence[Row], group: Group, small: Small) -> Group | None:
    """Return the group, or a larger one that is small, outside of which a combination is nothing.

    Every further column either joins the group or is made to cancel out, which takes a row.
    """
    if not rows:
        return None
    first, *rest = rows
    column = next((i for i in first if i not in group), None)
    if column is None:
        return group
    larger = group | {column}
    found = _within(rows, larger, small) if small(larger) else None
    if found is not None:
        return found
    return _within([_without(column, row, first) for row in rest], group, small)


def _reduced(rows: Iterable[Row]) -> dict[int, Row]:
    """Return rows with the same combinations, by a column each that no other of them has.

    This is Gauss–Jordan elimination without fractions.
    """
    done: dict[int, Row] = {}
    for each in rows:
        row = each
        for pivot in done.keys() & row.keys():
            row = _without(pivot, row, done[pivot])
        if not row:
            continue
        new = min(row)
        done = {pivot: _without(new, other, row) for pivot, other in done.items()}
        done[new] = row
    return done


def _without(column: int, row: Row, other: Row) -> Row:
    """Return the row, or a combination of it and the other in which the column is not."""
    if column not in row:
        return row
    a, b = other[column], row[column]
    mixed = {i: a * row.get(i, 0) - b * other.get(i, 0) for i in row.keys() | other.keys()}
    shared = gcd(*mixed.values()) or 1
    return {i: value // shared for i, value in mixed.items() if value}
