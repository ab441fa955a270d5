"""Small areas in which results come and totals are asked for, as the adversaries try them."""

from __future__ import annotations

import random
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass

from bot.domain.areas import Total, area, new_total
from bot.domain.disclosure import ComponentResult, Result, band
from bot.domain.programme import Component

TEAMS = "abcdefghi"


@dataclass(frozen=True)
class Case:
    """An area: how many were invited in each team, and what is asked for, one after the other.

    An asking is of some teams, when some have a result by then.
    """

    invited: tuple[int, ...]
    asked: tuple[tuple[frozenset[str], frozenset[str]], ...]

    @property
    def teams(self) -> str:
        """The names of the teams."""
        return TEAMS[: len(self.invited)]


def result(answered: int, invited: int, median: int) -> Result:
    """Return a team's result, with the same median for one question."""
    part = ComponentResult(Component.MANAGEABILITY, median, 1, 7, band(median))
    return Result(answered, invited, (part,), (), (), ())


Remember = Callable[[Sequence[Total]], list[frozenset[str]]]


def all_of_it(totals: Sequence[Total]) -> list[frozenset[str]]:
    """Remember every total that was published, as the bot is to do."""
    return [total.rounds for total in totals]


def nothing(_: Sequence[Total]) -> list[frozenset[str]]:
    """Forget what was published before."""
    return []


def published(case: Case, results: Mapping[str, Result], remember: Remember) -> list[Total]:
    """Return the totals that come of all that is asked for."""
    totals: list[Total] = []
    for closed, wanted in case.asked:
        found = {team: results[team] for team in closed}
        total = new_total(found, wanted, remember(totals))
        if total is not None:
            totals.append(total)
    return totals


def seen(case: Case, results: Mapping[str, Result], remember: Remember) -> Hashable:
    """Return all that can be read, wider areas as well."""
    totals = published(case, results, remember)
    wanted = [teams for _, teams in case.asked] + [frozenset(case.teams)]
    return tuple(totals), tuple(area(teams, totals) for teams in wanted)


def a_case(rng: random.Random, most: int = 6) -> Case:
    """Return a random area: nested and overlapping wishes, results that come one after another."""
    teams = TEAMS[: rng.randint(max(3, most - 2), most)]
    asked = []
    closed: frozenset[str] = frozenset()
    for _ in range(rng.randint(1, 3)):
        closed |= {team for team in teams if rng.random() < 0.8}
        wanted = frozenset(team for team in teams if rng.random() < 0.9)
        asked.append((closed, wanted))
    return Case(tuple(rng.randint(7, 9) for _ in teams), tuple(asked))


def one_after_another(first: str, then: str, invited: int = 8) -> Case:
    """Return a case in which the second total is asked for after the first, all results there."""
    count = len(set(first) | set(then))
    closed = frozenset(TEAMS[:count])
    return Case((invited,) * count, ((closed, frozenset(first)), (closed, frozenset(then))))
