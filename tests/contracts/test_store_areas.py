"""What every store promises of areas."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.areas import ComponentTeams, Span, Total
from bot.domain.disclosure import Cell
from bot.domain.programme import Component
from bot.domain.quarter import Quarter
from bot.domain.rollup import Closed, Rollup, ThemeTotal
from bot.domain.round import RoundState
from bot.errors import StoreError
from bot.ports import Store, Tx
from tests.contracts.store_samples import MINUTE, NOW, REF, counted_round, result, round_, team

WINTER, SPRING = Quarter(2026, 1), Quarter(2026, 2)
LATER = NOW + 2 * MINUTE


def total(*rounds: str) -> ThemeTotal:
    """Return a total of these rounds, with something in every place."""
    cells = (Cell(1, 2, 3), Cell(3, 7, 4))
    parts = (ComponentTeams(Component.MANAGEABILITY, cells),)
    return ThemeTotal(REF, "v1", Total(frozenset(rounds), 60, Span(48, 50), parts), 2)


def with_rounds(store: Store) -> None:
    """Put three teams with a closed round each into the store."""

    def work(tx: Tx) -> None:
        for number in (1, 2, 3):
            tx.teams.save(team(f"team{number}"))
            tx.rounds.save(counted_round(f"r{number}", f"team{number}"))

    store.write(work)


def test_published_areas_come_back_whole(store: Store) -> None:
    """What was kept is read again, the latest quarter first, of those areas alone."""
    with_rounds(store)
    first = Rollup(WINTER, "norr", 5, (total("r1", "r2"),))
    empty = Rollup(WINTER, "söder", 2)
    second = Rollup(SPRING, "norr", 4, (total("r3"),))
    store.write(lambda tx: tx.areas.keep(WINTER, [first, empty]))
    store.write(lambda tx: tx.areas.keep(SPRING, [second]))
    assert store.read(lambda tx: tx.areas.of(["norr"])) == (second, first)
    assert store.read(lambda tx: tx.areas.of(["söder"])) == (empty,)
    assert store.read(lambda tx: tx.areas.of([])) == ()


def test_a_quarter_is_counted_once(store: Store) -> None:
    """Also one in which there is no area: nothing can be added to it later."""
    assert not store.read(lambda tx: tx.areas.counted(WINTER))
    store.write(lambda tx: tx.areas.keep(WINTER, []))
    assert store.read(lambda tx: tx.areas.counted(WINTER))
    assert not store.read(lambda tx: tx.areas.counted(SPRING))
    with pytest.raises(StoreError):
        store.write(lambda tx: tx.areas.keep(WINTER, [Rollup(WINTER, "norr", 3)]))
    assert store.read(lambda tx: tx.areas.of(["norr"])) == ()


def test_a_round_is_part_of_one_total(store: Store) -> None:
    """A second total with one of its rounds is refused, whole."""
    with_rounds(store)
    store.write(lambda tx: tx.areas.keep(WINTER, [Rollup(WINTER, "norr", 5, (total("r1", "r2"),))]))
    again = Rollup(SPRING, "norr", 5, (total("r2", "r3"),))
    with pytest.raises(StoreError):
        store.write(lambda tx: tx.areas.keep(SPRING, [again]))
    assert not store.read(lambda tx: tx.areas.counted(SPRING))


def test_rounds_that_an_area_may_count(store: Store) -> None:
    """Closed ones with the term, from the first moment until before the last, with what is kept."""
    with_rounds(store)
    own = {
        "open": replace(round_("open"), in_area=True),
        "without": replace(counted_round("without"), in_area=False),
        "voided": replace(counted_round("voided"), state=RoundState.VOIDED),
        "late": replace(counted_round("late"), closed_at=LATER),
        "pooled": replace(counted_round("pooled"), team_ids=("team1", "team3")),
    }

    def work(tx: Tx) -> None:
        for each in own.values():
            tx.rounds.save(each)
        tx.rounds.publish("r1", result())
        tx.rounds.publish("r2", None)

    store.write(work)
    found = store.read(lambda tx: tx.rounds.closed_in_areas(NOW + MINUTE, LATER))
    results = {"r1": result()}
    wanted = [*(counted_round(f"r{n}", f"team{n}") for n in (1, 2, 3)), own["pooled"]]
    by_id = sorted(wanted, key=lambda round: round.id)
    assert found == tuple(Closed(each, results.get(each.id)) for each in by_id)
    assert store.read(lambda tx: tx.rounds.closed_in_areas(NOW, NOW + MINUTE)) == ()
