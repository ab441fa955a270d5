"""Somebody who reads all that the bot publishes of areas, through the bot itself.

As in `test_adversary.py` every way for the teams to have answered is tried, but here the bot's own
service counts it, on a real database: which rounds it takes, how it puts them together, and what it
says to the areas' managers, quarter after quarter. A reader may manage teams as well, one or
several, and so know their results.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import product
from pathlib import Path
from typing import TypeVar

import pytest

from bot.domain import areas as rules
from bot.domain import rollup
from bot.domain.disclosure import Result
from bot.domain.people import Team
from bot.domain.quarter import Quarter
from bot.domain.request import Request
from bot.domain.rollup import Area, counted_at
from bot.domain.round import THRESHOLD, Round
from bot.ports import Tx
from bot.services import areas
from bot.services.deps import Deps
from bot.views.model import charts
from tests.services.areas import (
    MARCH,
    MAY,
    NORA,
    SCRIPT,
    SPRING,
    WINTER,
    ZONE,
    a_result,
    a_round,
    a_team,
    an_area,
    names,
)
from tests.services.world import World, new_worlds

T = TypeVar("T")
Values = tuple[int, ...]
"""A number for each round."""

Make = Callable[[int, int], Result]
"""A round's result, from its number and how many were invited."""

QUARTERS = ((WINTER, MARCH), (SPRING, MAY))
BEYOND = {3: 5, 4: 4, 5: 3}
"""How many beyond the threshold are invited at the most, by the number of teams."""


@dataclass(frozen=True)
class Case:
    """Some teams by their places, each with the number of its manager and how many are invited.

    For each quarter: who had a dialogue, and how the areas were set up when it was counted.
    """

    managers: tuple[int, ...]
    invited: tuple[int, ...]
    held: tuple[tuple[int, ...], ...]
    setups: tuple[tuple[tuple[int, ...], ...], ...]

    @property
    def teams(self) -> list[Team]:
        """All teams."""
        named = zip(names(len(self.managers)), self.managers, strict=True)
        return [a_team(name, f"chef{manager}") for name, manager in named]

    @property
    def rounds(self) -> list[Round]:
        """All rounds, the earliest first."""
        teams = self.teams
        return [
            a_round(teams[place], at=at, invited=self.invited[place])
            for held, (_, at) in zip(self.held, QUARTERS, strict=False)
            for place in held
        ]

    @property
    def readers(self) -> list[tuple[int, ...]]:
        """Which rounds each reader knows: one who manages no team, and each manager."""
        owners = [self.managers[place] for held in self.held for place in held]
        every = range(len(owners))
        known = (tuple(i for i in every if owners[i] == one) for one in sorted(set(owners)))
        return [(), *known]

    def areas(self, number: int) -> tuple[Area, ...]:
        """Return the areas as they are set up when a quarter is counted, and one of them all."""
        every = names(len(self.managers))
        own = tuple(
            an_area(*(every[place] for place in places), id=f"a{at}")
            for at, places in enumerate(self.setups[number])
        )
        return (*own, an_area(id="allt", parts=tuple(each.id for each in own)))


class _Over(Exception):
    """What is in the transaction has been seen, and is to be undone."""


@dataclass
class Inside:
    """A store inside of one transaction of another; mirrors `bot.ports.Store`."""

    tx: Tx

    def write(self, work: Callable[[Tx], T]) -> T:
        """Do it."""
        return work(self.tx)

    def read(self, work: Callable[[Tx], T]) -> T:
        """Do it."""
        return work(self.tx)

    def reclaim(self) -> None:
        """Nothing is deleted."""

    def close(self) -> None:
        """The store outside is closed by its owner."""


@pytest.fixture
def new(tmp_path: Path) -> Iterator[Callable[[], World]]:
    """Give a way to make worlds; their stores are closed afterwards."""
    with new_worlds(tmp_path) as make:
        yield make


def prepare(world: World, case: Case) -> None:
    """Put teams and rounds into the store, without results."""

    def work(tx: Tx) -> None:
        tx.scripts.keep(SCRIPT)
        for team in case.teams:
            tx.teams.save(team)
        for round in case.rounds:
            tx.rounds.save(round)

    world.store.write(work)


def published(world: World, case: Case, results: Sequence[Result]) -> Hashable:
    """Return all that the managers of areas get to read; the store is as before afterwards."""
    seen: list[str] = []

    def work(tx: Tx) -> None:
        for round, result in zip(case.rounds, results, strict=True):
            tx.rounds.publish(round.id, result)
        deps = replace(world.deps, store=Inside(tx), wake=lambda: None)
        for number in range(len(case.setups)):
            setup = case.areas(number)
            seen.extend(read(replace(deps, areas=partial(tuple, setup)), tx, QUARTERS[number][0]))
        raise _Over

    with pytest.raises(_Over):
        world.store.write(work)
    return tuple(seen)


def read(deps: Deps, tx: Tx, quarter: Quarter) -> Iterator[str]:
    """Count the quarter, and yield what is told and what can be asked for."""
    areas.count(deps, quarter, counted_at(quarter, ZONE))
    for each in deps.areas():
        message = tx.messages.get(f"area/{quarter}/{each.id}/{NORA.user}")
        assert message is not None
        yield message.view.model_dump_json()
    yield areas.page(deps, Request(NORA, "", "1", is_private=True)).model_dump_json()


def attempts(
    world: World, case: Case, ranges: Sequence[Values], make: Make
) -> dict[Values, Hashable]:
    """Return every world with what is published in it."""
    prepare(world, case)
    rounds = case.rounds
    return {
        values: published(
            world,
            case,
            [make(n, round.invited) for n, round in zip(values, rounds, strict=True)],
        )
        for values in product(*ranges)
    }


def known(worlds: dict[Values, Hashable], readers: Sequence[tuple[int, ...]]) -> list[str]:
    """Return who can be sure of which round's number, in words."""
    free = [i for i in range(len(next(iter(worlds)))) if len({world[i] for world in worlds}) > 1]
    found = []
    for reader in readers:
        alike: dict[Hashable, list[Values]] = defaultdict(list)
        for values, output in worlds.items():
            alike[output, tuple(values[i] for i in reader)].append(values)
        found += [
            f"who knows {reader} knows {i}: {group[0]}"
            for group in alike.values()
            for i in free
            if i not in reader and len({values[i] for values in group}) == 1
        ]
    return found


def numbers(world: World, case: Case) -> dict[Values, Hashable]:
    """Try every number of answers of every round."""
    ranges = [tuple(range(THRESHOLD, round.invited + 1)) for round in case.rounds]
    return attempts(world, case, ranges, a_result)


def bands(world: World, case: Case) -> dict[Values, Hashable]:
    """Try every part of the scale for the median of every round."""
    ranges = [(1, 4, 7)] * len(case.rounds)
    return attempts(world, case, ranges, lambda median, invited: a_result(6, invited, median))


def a_case(rng: random.Random, most: int = 6) -> Case:
    """Return a random case of at most so many rounds, over one quarter or two."""
    count = rng.randint(max(3, most - 2), most)
    managers = list(range(count))
    if rng.random() < 1 / 2:
        managers[1] = managers[0]
    split = rng.choice([(count,), (3, count - 3)]) if count >= 6 else (count,)
    held: list[tuple[int, ...]] = [tuple(range(split[0]))]
    if len(split) > 1:  # the rest of the rounds come in the next quarter, of whichever teams
        held.append(tuple(sorted(rng.sample(range(count), split[1]))))
    setups = []
    for _ in held:
        edge = rng.choice([count, 3])
        setups.append(tuple(filter(None, (tuple(range(edge)), tuple(range(edge, count))))))
    most = THRESHOLD + BEYOND.get(count, 2)
    invited = tuple(rng.randint(most - 1, most) for _ in range(count))
    return Case(tuple(managers), invited, tuple(held), tuple(setups))


def one_area(*managers: int, invited: int = 9) -> Case:
    """Return teams with these managers, all in one area and with a dialogue in one quarter."""
    every = tuple(range(len(managers)))
    return Case(managers, (invited,) * len(managers), (every,), ((every,),))


@pytest.fixture
def two_to_a_cell(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let cells hold two teams, which is enough against one reader: so more of it is shown."""
    monkeypatch.setattr(rules, "TEAMS_IN_CELL", 2)
    monkeypatch.setattr(charts, "TEAMS_IN_CELL", 2)


@pytest.mark.parametrize("seed", range(12))
def test_no_world_tells_a_number(new: Callable[[], World], seed: int) -> None:
    """Whoever the managers are, nobody can be sure how many answered in another team."""
    case = a_case(random.Random(seed))
    assert known(numbers(new(), case), case.readers) == []


@pytest.mark.parametrize("seed", range(6))
def test_no_world_tells_a_band(new: Callable[[], World], seed: int) -> None:
    """Nor in which part of the scale its median lies."""
    case = a_case(random.Random(seed), 5)
    assert known(bands(new(), case), case.readers) == []


@pytest.mark.usefixtures("two_to_a_cell")
@pytest.mark.parametrize("managers", [(0, 1, 2, 3, 4), (0, 0, 1, 2, 3, 4), (0, 0, 1, 1, 2, 3)])
def test_spreads_tell_nobody(new: Callable[[], World], managers: tuple[int, ...]) -> None:
    """Where spreads are shown, with as many teams to a cell as one reader can't see through."""
    case = one_area(*managers)
    worlds = bands(new(), case)
    assert len(set(worlds.values())) > 1
    assert known(worlds, case.readers) == []


def test_something_is_published(new: Callable[[], World]) -> None:
    """What tells nothing does say something: worlds are told apart in several of the cases."""
    told = [set(numbers(new(), a_case(random.Random(seed), 5)).values()) for seed in range(5)]
    assert sum(len(each) > 1 for each in told) >= 2


# --- each rule taken away -----------------------------------------------------------------


def test_forgetting_who_manages_two_would_tell(
    new: Callable[[], World], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Were only one team at a time thought to be known, a manager of two would know the third."""
    case = one_area(0, 0, 1, invited=12)
    assert len(set(numbers(new(), case).values())) == 1
    monkeypatch.setattr(rollup, "_known", lambda *_: [])
    found = known(numbers(new(), case), case.readers)
    assert {each.partition(":")[0] for each in found} >= {"who knows (0, 1) knows 2"}


def test_counting_again_would_tell(new: Callable[[], World]) -> None:
    """Were an area counted anew with a team more, the team that came would be known.

    What was shown before stays with whoever has read it: so the difference is what is known.
    """
    smaller, larger = one_area(0, 1, 2), one_area(0, 1, 2, 3)
    before = numbers(new(), smaller)
    after = numbers(new(), larger)
    both = {values: (before[values[:3]], output) for values, output in after.items()}
    assert known(after, larger.readers) == []
    assert known(both, larger.readers)  # type: ignore[arg-type]


def test_cells_of_one_would_tell(new: Callable[[], World], monkeypatch: pytest.MonkeyPatch) -> None:
    """Were one team enough for a cell, its manager would know the others."""
    monkeypatch.setattr(rules, "TEAMS_IN_CELL", 1)
    monkeypatch.setattr(charts, "TEAMS_IN_CELL", 1)
    case = one_area(0, 1, 2)
    assert known(bands(new(), case), case.readers)
