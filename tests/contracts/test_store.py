"""What every store promises of transactions, also with many at once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from bot.domain.ballot import Ballot
from bot.domain.due import DueKind
from bot.errors import NoSession, StoreError
from bot.ports import Store, Tx
from tests.contracts.conftest import OpenStore
from tests.contracts.store_samples import (
    NOW,
    ballot,
    team,
    with_round,
)


def put(store: Store, one: Ballot) -> None:
    """Put the ballot into the box in a transaction of its own."""
    store.write(lambda tx: tx.ballots.put("r1", one))


def test_a_write_is_seen_by_all_at_once(open_store: OpenStore) -> None:
    """What was written is read by the same store and by another one on the same database."""
    one, two = open_store(), open_store()

    def work(tx: Tx) -> str:
        tx.teams.save(team())
        return "done"

    assert one.write(work) == "done"

    assert one.read(lambda tx: tx.teams.get("team1")) == team()
    assert two.read(lambda tx: tx.teams.get("team1")) == team()


def test_a_failed_write_leaves_nothing(store: Store) -> None:
    """The error of the work comes out as it is, and everything the work did is undone."""

    def work(tx: Tx) -> None:
        tx.teams.save(team())
        raise NoSession

    with pytest.raises(NoSession):
        store.write(work)
    assert store.read(lambda tx: tx.teams.get("team1")) is None


def test_a_failed_write_does_not_touch_the_others(store: Store) -> None:
    """Of many writes at the same time only those that fail are undone."""

    def write(number: int) -> bool:
        def work(tx: Tx) -> bool:
            tx.teams.save(team(f"t{number}"))
            if number % 3 == 0:
                raise NoSession
            return True

        try:
            return store.write(work)
        except NoSession:
            return False

    with ThreadPoolExecutor(16) as pool:
        kept = list(pool.map(write, range(60)))

    assert kept == [number % 3 != 0 for number in range(60)]
    there = store.read(lambda tx: [tx.teams.get(f"t{number}") for number in range(60)])
    assert [one is not None for one in there] == kept


def test_a_read_sees_one_moment(store: Store) -> None:
    """What is committed in the middle of a read is not seen by it, but by the next."""
    store.write(lambda tx: tx.teams.save(replace(team(), name="före")))

    def look(tx: Tx) -> list[str]:
        names = [(tx.teams.get("team1") or team()).name]
        store.write(lambda other: other.teams.save(replace(team(), name="efter")))
        return [*names, (tx.teams.get("team1") or team()).name]

    assert store.read(look) == ["före", "före"]
    assert store.read(lambda tx: (tx.teams.get("team1") or team()).name) == "efter"


def test_a_read_cannot_write(store: Store) -> None:
    """A write in a read is an error and leaves nothing; the store works on."""
    with pytest.raises(StoreError):
        store.read(lambda tx: tx.teams.save(team()))

    assert store.read(lambda tx: tx.teams.get("team1")) is None
    store.write(lambda tx: tx.teams.save(team()))


def test_a_closed_store_refuses_and_keeps(open_store: OpenStore) -> None:
    """After closing every call is an error; closing twice is harmless; the data stays."""
    store = open_store()
    store.write(lambda tx: tx.teams.save(team()))
    store.read(lambda tx: tx.teams.get("team1"))
    store.close()
    store.close()

    with pytest.raises(StoreError):
        store.write(lambda tx: tx.teams.get("team1"))
    with pytest.raises(StoreError):
        store.read(lambda tx: tx.teams.get("team1"))
    with pytest.raises(StoreError):
        store.reclaim()
    assert open_store().read(lambda tx: tx.teams.get("team1")) == team()


def test_times_without_a_zone_are_refused(store: Store) -> None:
    """A naive time means nothing in a database."""
    naive = NOW.replace(tzinfo=None)

    with pytest.raises(ValueError, match="UTC"):
        store.write(lambda tx: tx.dues.claim(DueKind, naive, NOW, 1))
    with pytest.raises(ValueError, match="UTC"):
        store.write(lambda tx: tx.messages.retry_at("a", naive))


def test_fifty_clicks_of_one_person_are_one_ballot(store: Store) -> None:
    """The same person's answer from fifty threads at once leaves one, and one that was sent."""
    with_round(store)
    sent = [ballot(7, bytes([number])) for number in range(50)]

    with ThreadPoolExecutor(50) as pool:
        list(pool.map(lambda one: put(store, one), sent))

    kept = store.read(lambda tx: tx.ballots.all("r1"))
    assert len(kept) == 1
    assert kept[0] in sent


def test_every_answer_of_many_threads_is_kept(open_store: OpenStore) -> None:
    """Eight threads in two processes, fifty answers each: all there for one who comes later."""
    stores = (open_store(), open_store())
    with_round(stores[0])

    def answer(thread: int) -> None:
        for number in range(50):
            put(stores[thread % 2], ballot(thread * 50 + number))

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(answer, range(8)))

    kept = open_store().read(lambda tx: tx.ballots.all("r1"))
    assert [one.pid for one in kept] == [ballot(number).pid for number in range(400)]


def test_reclaiming_keeps_what_is_there(store: Store) -> None:
    """Leaving no trace of what was deleted does no harm to the rest, while people answer."""
    with_round(store)

    def answer(number: int) -> None:
        store.write(lambda tx: tx.ballots.put("r1", ballot(number)))
        if number % 10 == 0:
            store.reclaim()

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(answer, range(80)))

    assert len(store.read(lambda tx: tx.ballots.all("r1"))) == 80
