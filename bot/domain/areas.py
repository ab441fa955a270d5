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
6. Who knows the results of several teams, as a manager of two, is `known`: then each rule is as
   much stricter (docs/decisions/0030-areas-in-use.md).

A round is named by its id throughout; a pool of small teams is one round, and counts as one team.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.domain.answers import SCALE
from bot.domain.combinations import few
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
"""The fewest teams that a cell stands for; so it takes twice as many to show any spread.

Where somebody knows several of the teams a cell stands for as many more.
"""

Known = Collection[frozenset[str]]
"""Rounds of which one person knows all results, for each such person. One round is always known."""

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
    known: Known = (),
) -> Total | None:
    """Return a total of those of the wanted rounds that are in none yet, or None if it would tell.

    `results` has what is kept of each round (None or no entry: nothing), `published` the rounds of
    every total so far, and `threshold` is that of the rounds, the same for all. `known` are rounds
    that one person knows. Nothing is ever added to totals that tell too much already.
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
    if exposed([*published, chosen], people, known):
        return None
    kept = list(parts.values())
    together = [group & chosen for group in known] + [frozenset([key]) for key in chosen]
    reach = max(sum(parts[key].invited - threshold for key in group) for group in together)
    return Total(
        chosen,
        sum(r.invited for r in kept),
        _answered(kept, threshold, reach),
        _components(kept, TEAMS_IN_CELL + max(map(len, together)) - 1),
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


def exposed(
    totals: Collection[frozenset[str]], people: Mapping[str, int], known: Known = ()
) -> frozenset[str] | None:
    """Return a group, too small, about which some combination of the totals tells; None if none.

    A combination is a sum of totals times any numbers; it tells about the teams that do not cancel
    out. `people` are those behind each team in a total, also behind one whose own result is hidden,
    for whatever reason. Teams that are in the same totals can't be told apart and go together.
    """
    alike: dict[tuple[bool, ...], set[str]] = defaultdict(set)
    for team in frozenset().union(*totals):
        alike[tuple(team in total for total in totals)].add(team)
    atoms = [frozenset(teams) for teams in alike.values()]
    found = few(
        ({i: 1 for i, atom in enumerate(atoms) if atom <= total} for total in totals),
        lambda group: _small(frozenset().union(*(atoms[i] for i in group)), people, known),
    )
    return None if found is None else frozenset().union(*(atoms[i] for i in found))


def _small(group: frozenset[str], people: Mapping[str, int], known: Known) -> bool:
    """Tell whether too little is left of a group for somebody who knows a team, or several."""
    largest = frozenset([max(group, key=lambda team: people[team])])
    left = (group - those for those in (largest, *known))
    return any(
        len(rest) < UNKNOWN_TEAMS or sum(people[team] for team in rest) < UNKNOWN_PEOPLE
        for rest in left
    )


def _answered(results: Sequence[Result], threshold: int, reach: int) -> Span:
    """Return the number of answers, or only where it lies when it is near the least or the most.

    Each team has from `threshold` to all of its people. Were the sum the least possible, every
    team's number would be known, and a manager who knows one number sees that from a sum as much
    higher. So the edges lie further from both ends than what somebody knows can `reach`.
    """
    least, most = threshold * len(results), sum(r.invited for r in results)
    low, high = least + reach + 1, most - reach - 1
    total = sum(r.answered for r in results)
    if low >= high:
        return Span(least, most)
    if total <= low:
        return Span(least, low)
    return Span(high, most) if total >= high else Span(total, total)


def _components(results: Sequence[Result], cell: int) -> tuple[ComponentTeams, ...]:
    tops: dict[Component, list[int]] = defaultdict(list)
    for result in results:
        for each in result.components:
            tops[each.component].append(BAND_TOP[band(each.median)])
    return _shown({c: merge_bins(tops[c], cell) for c in Component})


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
