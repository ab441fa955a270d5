"""What may be shown of an area: the results of several teams taken together.

Of a round only its `Result` is kept, and nothing at all below its threshold. So a total is made of
results that are there; a team without one adds nothing, and there is no hidden number to take away.
Whoever reads a total is not to know any single team's result, while each team's manager knows
their own. docs/decisions/0014-areas.md says why the rules are these:

1. No combination of totals gives the sum of a single team, of two teams (each manager could take
   away their own) or of fewer than six people besides one such team: `exposed`.
2. A round is part of one total, once. What comes later forms a total of its own: `new_total`.
3. A wider area is the sum of totals as they were published, never counted from the teams again:
   `area`. What is worked out from published numbers alone tells nothing more.
4. Medians are counted team by team, in cells of `TEAMS_IN_CELL` or more.
5. The number of answers is exact only where nobody can tell from it how many in a single team.

A round is named by its id throughout; a pool of small teams is one round, and counts as one team.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import gcd

from bot.domain.answers import SCALE
from bot.domain.disclosure import (
    LOW_UP_TO,
    MID_UP_TO,
    SMALLEST_CELL,
    Band,
    Cell,
    Result,
    band,
    merge_bins,
)
from bot.domain.programme import Component
from bot.domain.round import THRESHOLD

UNKNOWN_TEAMS = 2
"""So many teams are in every sum besides the one that a manager knows."""

UNKNOWN_PEOPLE = THRESHOLD
"""And so many people."""

TEAMS_IN_CELL = SMALLEST_CELL
"""The fewest teams that a cell stands for; so it takes twice as many to show any spread."""

BAND_TOP = {Band.LOW: LOW_UP_TO, Band.MID: MID_UP_TO, Band.HIGH: SCALE[-1]}
"""The highest value of each band."""


@dataclass(frozen=True)
class Span:
    """A number of which only this is told: it is `low` to `high`; exact when they are the same."""

    low: int
    high: int


@dataclass(frozen=True)
class ComponentTeams:
    """How many teams have their median in each part of the scale: two cells or more, whole bands.

    A team in which too few answered the question is in none of the cells, and in a sum of totals
    neither are those of a total that has no spread or is parted elsewhere.
    """

    component: Component
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Total:
    """What is published, once, of these rounds together. It holds nothing of a single team."""

    rounds: frozenset[str]
    invited: int
    answered: Span
    components: tuple[ComponentTeams, ...]


@dataclass(frozen=True)
class AreaResult:
    """What is shown of an area.

    `teams` take part in it. `left_out` are those that don't, for whichever reason: no dialogue yet,
    too few answers, or no total that they could be part of without standing out.
    """

    teams: int
    left_out: int
    invited: int
    answered: Span
    components: tuple[ComponentTeams, ...]


def new_total(
    results: Mapping[str, Result | None],
    wanted: frozenset[str],
    published: Collection[frozenset[str]],
    threshold: int = THRESHOLD,
) -> Total | None:
    """Return a total of those of the wanted rounds that are in none yet, or None if it would tell.

    `results` has what is kept of each round (None or no entry: nothing), `published` the rounds of
    every total so far, and `threshold` is that of the rounds, the same for all. Nothing is ever
    added to totals that tell too much already.
    """
    fresh = wanted.difference(*published)
    parts = {key: result for key in fresh if (result := results.get(key)) is not None}
    if not parts:
        return None
    chosen = frozenset(parts)
    people = {
        # What was published had as many answers as the threshold, even if it is kept no longer.
        key: result.answered if (result := results.get(key)) else threshold
        for key in chosen.union(*published)
    }
    if exposed([*published, chosen], people):
        return None
    kept = list(parts.values())
    return Total(
        chosen, sum(r.invited for r in kept), _answered(kept, threshold), _components(kept)
    )


def area(wanted: frozenset[str], totals: Iterable[Total]) -> AreaResult | None:
    """Return the sum of those totals that lie wholly within the wanted rounds, None without any.

    The totals must have been published as they are.
    """
    inside = [total for total in totals if total.rounds <= wanted]
    if not inside:
        return None
    teams = sum(len(total.rounds) for total in inside)
    return AreaResult(
        teams,
        len(wanted) - teams,
        sum(total.invited for total in inside),
        Span(sum(t.answered.low for t in inside), sum(t.answered.high for t in inside)),
        _shown({c: _summed(_cells(c, inside)) for c in Component}),
    )


def exposed(totals: Collection[frozenset[str]], people: Mapping[str, int]) -> frozenset[str] | None:
    """Return a group, too small, about which some combination of the totals tells; None if none.

    A combination is a sum of totals times any numbers; it tells about the teams that do not cancel
    out. `people` are those behind each team in a total, also behind one whose own result is hidden,
    for whatever reason. Teams that are in the same totals can't be told apart and go together.
    """
    alike: dict[tuple[bool, ...], set[str]] = defaultdict(set)
    for team in frozenset().union(*totals):
        alike[tuple(team in total for total in totals)].add(team)
    atoms = [frozenset(teams) for teams in alike.values()]
    found = _few(
        _reduced({i: 1 for i, atom in enumerate(atoms) if atom <= total} for total in totals),
        lambda group: _small([people[team] for i in group for team in atoms[i]]),
    )
    return None if found is None else frozenset().union(*(atoms[i] for i in found))


def _small(people: Sequence[int]) -> bool:
    """Tell whether too little is left of a group when one of its teams, any, is known."""
    unknown = sum(people) - max(people)
    return len(people) - 1 < UNKNOWN_TEAMS or unknown < UNKNOWN_PEOPLE


# --- combinations of totals, in whole numbers ------------------------------------------------

Row = dict[int, int]
"""A combination of totals: how many times each atom is in it; those not at all are absent."""

Group = frozenset[int]
"""Some atoms."""

Small = Callable[[Group], bool]
"""Whether a group is too small. What is part of a group that is too small is so as well."""


def _few(rows: Mapping[int, Row], small: Small) -> Group | None:
    """Return a small group outside of which some combination is nothing, or None.

    The rows are reduced: a combination has a row in it exactly if it has the row's own column. So
    it is sought among the rows of each group of such columns that is small itself.
    """
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


# --- the numbers of a total ------------------------------------------------------------------


def _answered(results: Sequence[Result], threshold: int) -> Span:
    """Return the number of answers, or only where it lies when it is near the least or the most.

    Each team has from `threshold` to all of its people. Were the sum the least possible, every
    team's number would be known, and a manager who knows one number sees that from a sum as much
    higher. So the edges lie further from both ends than the numbers of any one team.
    """
    least, most = threshold * len(results), sum(r.invited for r in results)
    edge = max(r.invited for r in results) - threshold + 1
    low, high = least + edge, most - edge
    total = sum(r.answered for r in results)
    if low >= high:
        return Span(least, most)
    if total <= low:
        return Span(least, low)
    return Span(high, most) if total >= high else Span(total, total)


def _components(results: Sequence[Result]) -> tuple[ComponentTeams, ...]:
    tops: dict[Component, list[int]] = defaultdict(list)
    for result in results:
        for each in result.components:
            tops[each.component].append(BAND_TOP[band(each.median)])
    return _shown({c: merge_bins(tops[c], TEAMS_IN_CELL) for c in Component})


def _shown(cells: Mapping[Component, tuple[Cell, ...]]) -> tuple[ComponentTeams, ...]:
    """Return the components that have a spread: a single cell of the whole scale says nothing."""
    return tuple(ComponentTeams(c, found) for c, found in cells.items() if len(found) > 1)


def _cells(component: Component, totals: Iterable[Total]) -> list[tuple[Cell, ...]]:
    return [c.cells for t in totals for c in t.components if c.component is component]


def _summed(parts: Sequence[tuple[Cell, ...]]) -> tuple[Cell, ...]:
    """Return the sum of the parts that are parted alike, by as many teams as possible.

    The finer of two ways with as many. A part that can't be parted so is in none of the cells.
    """
    agreed = {_ends(part) & _ends(other) for part in parts for other in parts}
    ways = sorted(agreed, key=lambda ends: (len(ends), sorted(ends)))
    best: tuple[Cell, ...] = ()
    for ends in ways:
        summed = _parted([part for part in parts if ends <= _ends(part)], sorted(ends))
        if len(summed) > 1 and _teams(summed) >= _teams(best):
            best = summed
    return best


def _parted(parts: Sequence[tuple[Cell, ...]], ends: Sequence[int]) -> tuple[Cell, ...]:
    lows = (SCALE[0], *(end + 1 for end in ends))
    return tuple(
        Cell(low, high, _teams(c for part in parts for c in part if low <= c.low <= high))
        for low, high in zip(lows, ends, strict=False)
    )


def _ends(cells: Iterable[Cell]) -> frozenset[int]:
    return frozenset(cell.high for cell in cells)


def _teams(cells: Iterable[Cell]) -> int:
    return sum(cell.count for cell in cells)
