"""What every store promises of things that are to happen exactly once."""

from __future__ import annotations

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from functools import partial

import pytest

from bot.domain.due import Due, DueKind
from bot.ports import Store, Tx
from tests.contracts.conftest import OpenStore
from tests.contracts.store_samples import MINUTE, NOW, due


def schedule(store: Store, *dues: Due) -> None:
    """Schedule all of them."""

    def work(tx: Tx) -> None:
        for one in dues:
            tx.dues.schedule(one)

    store.write(work)


def claim(store: Store, after: timedelta = timedelta(), limit: int = 100) -> tuple[Due, ...]:
    """Claim for a minute, so long after NOW."""
    now = NOW + after
    return store.write(lambda tx: tx.dues.claim(DueKind, now, now + MINUTE, limit))


def finish(one: Due, tx: Tx) -> None:
    """Mark it as done."""
    tx.dues.done(one)


def test_nothing_is_claimed_before_its_time(store: Store) -> None:
    """A due thing is claimed at its time, not a microsecond earlier."""
    schedule(store, due())

    assert claim(store, timedelta(microseconds=-1)) == ()
    assert claim(store) == (due(),)


def test_the_oldest_comes_first(store: Store) -> None:
    """In the order of their times, as many as asked for."""
    names = {1: "c", 2: "b", 3: "a"}
    third, first, second = (due(names[n], NOW + n * MINUTE) for n in (3, 1, 2))
    schedule(store, third, first, second)

    assert claim(store, 9 * MINUTE, limit=2) == (first, second)
    assert claim(store, 9 * MINUTE, limit=2) == (third,)


def test_a_lease_holds_until_its_end(store: Store) -> None:
    """What somebody took comes again only when the lease has run out, uncounted."""
    schedule(store, due())
    assert claim(store) == (due(),)

    assert claim(store, MINUTE - timedelta(microseconds=1)) == ()
    assert claim(store, MINUTE) == (due(),)


def test_released_leases_are_free_at_once(store: Store) -> None:
    """After a crash nobody waits for the leases of the dead; what is done stays done."""
    schedule(store, due("1"), due("2"))
    claim(store)
    store.write(lambda tx: tx.dues.done(due("1")))
    store.write(lambda tx: tx.dues.release())

    assert claim(store) == (due("2"),)


def test_what_is_done_never_comes_again(store: Store) -> None:
    """Not after the lease, and not when the same occurrence is scheduled once more."""
    schedule(store, due())
    claim(store)
    store.write(lambda tx: tx.dues.done(due()))
    schedule(store, due(), due(at=NOW + MINUTE))

    assert claim(store, 9 * MINUTE) == ()
    schedule(store, due("2"))
    assert claim(store, 9 * MINUTE) == (due("2"),)


def test_the_same_occurrence_is_scheduled_once(store: Store) -> None:
    """The first time given stays."""
    schedule(store, due(), due(at=NOW + MINUTE), due())

    assert claim(store, 9 * MINUTE) == (due(),)


def test_what_is_cancelled_does_not_come(store: Store) -> None:
    """All of this kind and key that is not done is dropped, and nothing else."""
    other_kind = Due(DueKind.ROUND_CLOSE, "s1", "1", NOW)
    other_key = due(key="s2")
    schedule(store, due("1"), due("2"), other_kind, other_key)
    store.write(lambda tx: tx.dues.cancel(DueKind.SESSION_TICK, "s1"))

    assert set(claim(store)) == {other_kind, other_key}


@pytest.mark.parametrize("kind", DueKind)
@pytest.mark.parametrize("cancelled_first", [False, True])
def test_what_is_done_stays_done_when_cancelled(
    store: Store, kind: DueKind, cancelled_first: bool
) -> None:
    """Cancelling before or after does not let a finished occurrence come again."""
    one = Due(kind, "s1", "1", NOW)
    schedule(store, one)
    claim(store)
    if cancelled_first:
        store.write(lambda tx: tx.dues.cancel(kind, "s1"))
    store.write(lambda tx: tx.dues.done(one))
    store.write(lambda tx: tx.dues.cancel(kind, "s1"))
    schedule(store, one)

    assert claim(store, 9 * MINUTE) == ()


def test_only_the_last_done_is_remembered(store: Store) -> None:
    """Occurrences of a kind and key go forward: one that is done forgets those before it."""
    others = (due("1", key="s2"), Due(DueKind.ROUND_CLOSE, "s1", "1", NOW))
    waiting = due("3")
    schedule(store, due("1"), due("2"), waiting, *others)
    claim(store)
    for one in (*others, due("1"), due("2")):
        store.write(partial(finish, one))
    schedule(store, due("1"), due("2"), *others)

    assert set(claim(store, 9 * MINUTE)) == {due("1"), waiting}


def test_what_failed_comes_again_at_the_time_given(store: Store) -> None:
    """The attempt is counted, and the time it was due stays."""
    schedule(store, due())
    claim(store)
    store.write(lambda tx: tx.dues.retry_at(due(), NOW + 5 * MINUTE))

    assert claim(store, 4 * MINUTE) == ()
    (again,) = claim(store, 5 * MINUTE)
    assert again == Due(DueKind.SESSION_TICK, "s1", "1", NOW, attempts=1)


def test_two_processes_share_the_work(open_store: OpenStore) -> None:
    """Many who claim at once on two stores: each due thing to exactly one of them."""
    stores = (open_store(), open_store())
    schedule(stores[0], *(due(str(n)) for n in range(200)))

    def work(number: int) -> list[Due]:
        taken: list[Due] = []
        while batch := claim(stores[number % 2], limit=7):
            taken.extend(batch)
        return taken

    with ThreadPoolExecutor(8) as pool:
        taken = [one for some in pool.map(work, range(8)) for one in some]

    assert Counter(one.occurrence for one in taken) == Counter(str(n) for n in range(200))
    assert len(claim(stores[1], MINUTE, limit=999)) == 200
