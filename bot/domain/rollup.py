"""Areas in use: which rounds of a quarter are added up for an area, once.

Everything here is decided without looking at what a result says: who is left out, and which of
several rounds of a team counts, must tell nothing. docs/decisions/0030-areas-in-use.md says why.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.areas import AreaResult, Total, area, new_total
from bot.domain.disclosure import Result
from bot.domain.people import PersonKey, Team
from bot.domain.programme import ThemeRef
from bot.domain.quarter import Quarter
from bot.domain.round import SHARED_AFTER, Round

COUNTED_AFTER = SHARED_AFTER
"""How long after its end a quarter is counted: each team has seen its own results before."""

FEWEST_TEAMS = 3
"""An area of fewer teams never shows anything."""

TEAMS_FOR_SPREAD = 6
"""With fewer teams than this no part of the scale can be told from another."""


@dataclass(frozen=True)
class Area:
    """An area as the organisation has set it up: of teams, or of other areas (`parts`, their ids).

    `teams` are the channels that they meet in, by name or id, without the sign before it.
    """

    id: str
    name: str
    managers: frozenset[PersonKey]
    teams: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Closed:
    """A round that was closed, with what is kept of it."""

    round: Round
    result: Result | None


@dataclass(frozen=True)
class ThemeTotal:
    """The total of a theme, as it is published. `left_out` counts the teams that are not in it.

    `version` names the texts of one of the rounds.
    """

    theme: ThemeRef
    version: str
    total: Total
    left_out: int


@dataclass(frozen=True)
class Rollup:
    """What is published of an area for a quarter, once; without totals nothing can be shown."""

    quarter: Quarter
    area: str
    teams: int
    totals: tuple[ThemeTotal, ...] = ()


@dataclass(frozen=True)
class ThemeResult:
    """What is shown of a theme in an area."""

    theme: ThemeRef
    version: str
    result: AreaResult


def counted_at(quarter: Quarter, timezone: str) -> datetime:
    """Return when a quarter is counted, in UTC."""
    return quarter.ends(timezone) + COUNTED_AFTER


def members(wanted: Area, teams: Iterable[Team]) -> tuple[Team, ...]:
    """Return those of the teams that the area names."""
    return tuple(each for each in teams if {each.channel, each.name} & set(wanted.teams))


def placed(areas: Iterable[Area], teams: Collection[Team]) -> dict[str, tuple[Team, ...]]:
    """Return the teams of each area, by its id, each team in one area only.

    The file tells that a team stands twice where it is written alike. Named by its channel in one
    area and by its name in another, it belongs to the first: it would be in two totals.
    """
    found: dict[str, tuple[Team, ...]] = {}
    left = tuple(teams)
    for each in areas:
        found[each.id] = members(each, left)
        left = tuple(team for team in left if team not in found[each.id])
    return found


def missing(wanted: Area, teams: Collection[Team]) -> tuple[str, ...]:
    """Return the names in the area that are no team's."""
    known = {name for each in teams for name in (each.channel, each.name)}
    return tuple(name for name in wanted.teams if name not in known)


def covers(areas: Iterable[Area], teams: Collection[Team]) -> bool:
    """Whether a round that these teams open may be counted: the teams see it, and share an area."""
    if not all(team.team_sees for team in teams):
        return False
    return any(len(each) == len(teams) for each in placed(areas, teams).values())


def roll_up(
    quarter: Quarter, wanted: Area, teams: Collection[Team], closed: Sequence[Closed]
) -> Rollup:
    """Return what is published of an area, of rounds that its teams had closed in the quarter.

    `teams` are those that are `placed` in it.
    """
    ids = {team.id for team in teams}
    themes: dict[ThemeRef, list[Closed]] = defaultdict(list)
    for each in _latest_first(closed):
        taken = {id for other in themes[each.round.theme] for id in other.round.team_ids}
        # Two rounds of a team are of the same people: only the latest is counted.
        if ids.issuperset(each.round.team_ids) and taken.isdisjoint(each.round.team_ids):
            themes[each.round.theme].append(each)
    found = (_total(theme, each, teams) for theme, each in sorted(themes.items(), key=_by_name))
    return Rollup(quarter, wanted.id, len(teams), tuple(each for each in found if each))


def summed(wanted: Area, rollups: Mapping[str, Rollup]) -> tuple[ThemeResult, ...]:
    """Return what is shown of an area, from what was published of it or of its parts.

    `rollups` are those of one quarter, by area.
    """
    parts = [rollups[id] for id in wanted.parts or (wanted.id,) if id in rollups]
    themes: dict[ThemeRef, list[ThemeTotal]] = defaultdict(list)
    for part in parts:
        for each in part.totals:
            themes[each.theme].append(each)
    return tuple(_summed(totals, parts) for _, totals in sorted(themes.items(), key=_by_name))


def _by_name(item: tuple[ThemeRef, object]) -> str:
    return str(item[0])


def _latest_first(closed: Iterable[Closed]) -> list[Closed]:
    with_times = [
        (each.round.closed_at, each.round.id, each) for each in closed if each.round.closed_at
    ]
    return [each for _, _, each in sorted(with_times, key=lambda one: one[:2], reverse=True)]


def _total(theme: ThemeRef, closed: Sequence[Closed], teams: Collection[Team]) -> ThemeTotal | None:
    """Return the total of a theme, None when it would tell of too few."""
    rounds = {each.round.id: each.round for each in closed}
    total = new_total(
        {each.round.id: each.result for each in closed},
        frozenset(rounds),
        (),
        known=_known(rounds.values(), teams),
    )
    if total is None:
        return None
    inside = {id for key in total.rounds for id in rounds[key].team_ids}
    return ThemeTotal(theme, closed[0].round.theme_version, total, len(teams) - len(inside))


def _known(rounds: Iterable[Round], teams: Iterable[Team]) -> list[frozenset[str]]:
    """Return the rounds that one person knows the results of, for all who know several.

    Its readers get the summary. Who leads a team reads it in the channel, as the team does.
    """
    knowing: dict[PersonKey, set[str]] = defaultdict(set)
    by_id = {team.id: team for team in teams}
    for round in rounds:
        leading = (by_id[id].managers | by_id[id].facilitators for id in round.team_ids)
        for person in frozenset(round.readers).union(*leading):
            knowing[person].add(round.id)
    return list({frozenset(known) for known in knowing.values() if len(known) > 1})


def _summed(totals: Sequence[ThemeTotal], parts: Sequence[Rollup]) -> ThemeResult:
    wanted = frozenset[str]().union(*(each.total.rounds for each in totals))
    result = area(wanted, [each.total for each in totals])
    if result is None:
        raise ValueError("a theme without a total")
    without = [part for part in parts if not any(t.theme == totals[0].theme for t in part.totals)]
    left_out = sum(each.left_out for each in totals) + sum(part.teams for part in without)
    return ThemeResult(totals[0].theme, totals[0].version, replace(result, left_out=left_out))
