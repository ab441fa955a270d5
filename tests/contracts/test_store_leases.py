"""What every store promises of leases that several processes take: each is its owner's alone."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from bot.domain.due import Due, DueKind
from bot.ports import SENDINGS, Outgoing, Store
from tests.contracts.conftest import OpenStore
from tests.contracts.store_samples import MINUTE, NOW, due, note

LATER = NOW + 2 * MINUTE
"""When a lease that was taken at NOW has run out."""


@pytest.fixture
def mine(open_store: OpenStore) -> Store:
    """Give the store of one process, with a thing that is due and a message that waits."""
    store = open_store()
    store.write(lambda tx: tx.dues.schedule(due()))
    store.write(lambda tx: tx.messages.want("a", "T1", "C1", note("ett")))
    return store


@pytest.fixture
def theirs(open_store: OpenStore, mine: Store) -> Store:
    """Give the store of another process on the same database, opened later."""
    return open_store()


def take(store: Store, now: datetime = NOW) -> tuple[Due, ...]:
    """Claim what is due, for a minute."""
    return store.write(lambda tx: tx.dues.claim(DueKind, now, now + MINUTE, 9))


def hold(store: Store, now: datetime = NOW) -> tuple[Outgoing, ...]:
    """Claim what is to be sent, for a minute."""
    return store.write(lambda tx: tx.messages.claim(SENDINGS, now, now + MINUTE, 9))


def done(store: Store, one: Due) -> bool:
    """Mark as done."""
    return store.write(lambda tx: tx.dues.done(one))


def sent(store: Store, message: Outgoing, ref: str) -> None:
    """Note that it stands."""
    store.write(lambda tx: tx.messages.sent(message.key, message.version, ref))


def standing(store: Store) -> str:
    """Return where the message stands."""
    message = store.read(lambda tx: tx.messages.get("a"))
    assert message is not None
    return message.ref


def test_what_is_mine_is_marked_once(mine: Store, theirs: Store) -> None:
    """The control: whoever holds the lease marks it, late as well while nobody else took it."""
    (one,) = take(mine)

    assert done(mine, one)
    assert not done(mine, one)
    assert not done(theirs, one)
    assert take(theirs, LATER) == ()


def test_what_another_has_taken_since_is_not_marked(mine: Store, theirs: Store) -> None:
    """Who outlasts the lease marks nothing; the other one does, and it counts once."""
    (one,) = take(mine)
    assert take(theirs, LATER) == (one,)

    assert not done(mine, one)
    assert take(mine, LATER + MINUTE) == (one,)
    assert not done(theirs, one)
    assert done(mine, one)


def test_what_another_has_taken_since_is_not_given_back(mine: Store, theirs: Store) -> None:
    """A failure that comes late neither counts nor frees what another is at."""
    (one,) = take(mine)
    take(theirs, LATER)
    mine.write(lambda tx: tx.dues.retry_at(one, LATER))
    assert take(mine, LATER) == ()

    theirs.write(lambda tx: tx.dues.retry_at(one, LATER))
    (again,) = take(mine, LATER)
    assert again.attempts == 1


def test_what_was_given_back_may_be_marked_by_one_who_did_it(mine: Store, theirs: Store) -> None:
    """The other one failed and holds it no more: what was done here after all is done."""
    (one,) = take(mine)
    take(theirs, LATER)
    theirs.write(lambda tx: tx.dues.retry_at(one, LATER))

    assert done(mine, one)
    assert take(theirs, LATER + MINUTE) == ()


def test_what_was_cancelled_is_not_mine_to_do(mine: Store, theirs: Store) -> None:
    """Somebody cancelled it while I was at it: it is not done twice, nor comes again."""
    (one,) = take(mine)
    theirs.write(lambda tx: tx.dues.cancel(one.kind, one.key))

    assert not done(mine, one)
    theirs.write(lambda tx: tx.dues.schedule(one))
    assert take(theirs, LATER) == ()


def test_who_is_late_forgets_nothing_newer(mine: Store, theirs: Store) -> None:
    """Others have done this and the next one since; the next one still never comes again."""
    (one,) = take(mine)
    take(theirs, LATER)
    done(theirs, one)
    following = due("2", LATER)
    theirs.write(lambda tx: tx.dues.schedule(following))
    done(theirs, *take(theirs, LATER))

    assert not done(mine, one)
    theirs.write(lambda tx: tx.dues.schedule(following))
    assert take(theirs, LATER + MINUTE) == ()


def test_who_is_late_forgets_nothing_of_what_another_is_at(mine: Store, theirs: Store) -> None:
    """While another is at an occurrence, the one before it is remembered as done."""
    done(mine, *take(mine))
    following = due("2")
    mine.write(lambda tx: tx.dues.schedule(following))
    take(mine)
    take(theirs, LATER)

    assert not done(mine, following)
    mine.write(lambda tx: tx.dues.schedule(due()))
    assert take(mine, LATER + MINUTE) == (following,)


def test_a_message_stands_where_its_holder_says(mine: Store, theirs: Store) -> None:
    """Who outlasts the lease tells nothing any more, neither before nor after the other one."""
    (late,) = hold(mine)
    (again,) = hold(theirs, LATER)
    assert again.tried

    sent(mine, late, "ts1")
    assert standing(mine) == ""
    sent(theirs, again, "ts2")
    sent(mine, late, "ts1")
    assert standing(mine) == "ts2"


def test_a_late_sender_takes_nothing_away(mine: Store, theirs: Store) -> None:
    """What it says of a missing message, a failure or a fault is about another sending."""
    (late,) = hold(mine)
    (again,) = hold(theirs, LATER)
    sent(theirs, again, "ts2")
    theirs.write(lambda tx: tx.messages.want("a", "T1", "C1", note("två")))
    mine.write(lambda tx: tx.messages.retry_at("a", LATER + 9 * MINUTE, gone=True))
    mine.write(lambda tx: tx.messages.give_up("a", late.version + 1, "too_long"))

    (update,) = hold(theirs, LATER)
    assert (update.ref, update.tried, update.attempts) == ("ts2", False, 0)


def test_a_lease_that_nobody_took_over_is_still_mine(mine: Store) -> None:
    """The control: being late alone loses nothing."""
    (late,) = hold(mine)
    sent(mine, late, "ts1")
    mine.write(lambda tx: tx.messages.want("a", "T1", "C1", note("två")))
    (late,) = hold(mine)
    mine.write(lambda tx: tx.messages.retry_at("a", LATER, gone=True))

    assert standing(mine) == ""
    assert hold(mine, NOW + MINUTE) == ()
    assert hold(mine, LATER) != ()


@pytest.mark.parametrize("ahead", [timedelta(minutes=10), timedelta(days=400)])
def test_a_clock_that_was_set_back_holds_no_lease(
    mine: Store, theirs: Store, ahead: timedelta
) -> None:
    """A lease that ends farther away than any lasts was taken by a wrong clock, and is free."""
    (one,) = take(mine, NOW + ahead)
    hold(mine, NOW + ahead)

    assert take(theirs) == (one,)
    (again,) = hold(theirs)
    assert again.tried, "the one with the wrong clock may have sent it"
    assert not done(mine, one)


def test_a_clock_that_is_a_minute_apart_robs_nobody(mine: Store, theirs: Store) -> None:
    """A lease that may be somebody's who is at work is waited for, and comes to its end."""
    (one,) = take(mine, NOW + MINUTE)
    hold(mine, NOW + MINUTE)

    assert take(theirs) == ()
    assert hold(theirs) == ()
    assert take(theirs, NOW + 2 * MINUTE) == (one,)
    assert hold(theirs, NOW + 2 * MINUTE) != ()


def test_what_waits_keeps_its_time(mine: Store, theirs: Store) -> None:
    """However far away the next attempt is, it is no lease, and is not taken for one."""
    (one,) = take(mine)
    tomorrow = NOW + timedelta(days=1)
    mine.write(lambda tx: tx.dues.retry_at(one, tomorrow))

    assert take(theirs, LATER) == ()
    assert take(theirs, tomorrow) != ()
