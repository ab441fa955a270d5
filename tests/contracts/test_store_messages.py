"""What every store promises of the outbox."""

from __future__ import annotations

from datetime import timedelta

from bot.ports import Outgoing, Store
from tests.contracts.conftest import OpenStore
from tests.contracts.store_samples import MINUTE, NOW, note


def want(store: Store, key: str, text: str, conversation: str = "C1") -> None:
    """Want the message to say the text."""
    store.write(lambda tx: tx.messages.want(key, "T1", conversation, note(text)))


def claim(store: Store, after: timedelta = timedelta(), limit: int = 100) -> tuple[Outgoing, ...]:
    """Claim for a minute, so long after NOW."""
    now = NOW + after
    return store.write(lambda tx: tx.messages.claim(now, now + MINUTE, limit))


def sent(store: Store, message: Outgoing, ref: str = "ts1") -> None:
    """Note that the message stands."""
    store.write(lambda tx: tx.messages.sent(message.key, message.version, ref))


def retry(
    store: Store, key: str, after: timedelta, *, gone: bool = False, failed: bool = True
) -> None:
    """Give the message back until so long after NOW."""
    store.write(lambda tx: tx.messages.retry_at(key, NOW + after, gone=gone, failed=failed))


def get(store: Store, key: str) -> Outgoing:
    """Return the message, which must be there."""
    message = store.read(lambda tx: tx.messages.get(key))
    assert message is not None
    return message


def test_a_new_message_is_claimed_once(store: Store) -> None:
    """It comes as it is wanted, and to one claimer only."""
    want(store, "a", "hej")
    fresh = Outgoing("a", "T1", "C1", note("hej"), version=1)

    assert get(store, "a") == fresh
    assert claim(store) == (fresh,)
    assert claim(store) == ()
    assert store.read(lambda tx: tx.messages.get("b")) is None


def test_what_is_sent_stands(store: Store) -> None:
    """A sent message is not claimed again and knows where it stands."""
    want(store, "a", "hej")
    sent(store, claim(store)[0])

    assert claim(store, 9 * MINUTE) == ()
    assert get(store, "a") == Outgoing("a", "T1", "C1", note("hej"), version=1, ref="ts1")


def test_wanting_the_same_changes_nothing(store: Store) -> None:
    """The same view again is no new version, sent or not."""
    want(store, "a", "hej")
    want(store, "a", "hej")
    assert get(store, "a").version == 1
    sent(store, claim(store)[0])
    want(store, "a", "hej")

    assert claim(store, 9 * MINUTE) == ()


def test_the_latest_view_is_sent(store: Store) -> None:
    """Versions that were never sent are passed over."""
    for text in ("ett", "två", "tre"):
        want(store, "a", text)

    (message,) = claim(store)
    assert (message.view, message.version) == (note("tre"), 3)


def test_a_change_while_it_is_sent_is_sent_after(store: Store) -> None:
    """A version wanted during a sending waits for the lease and then updates what stands."""
    want(store, "a", "ett")
    (first,) = claim(store)
    want(store, "a", "två")
    assert claim(store) == ()
    sent(store, first)

    (second,) = claim(store)
    assert second == Outgoing("a", "T1", "C1", note("två"), version=2, ref="ts1")
    sent(store, second)
    assert claim(store, 9 * MINUTE) == ()


def test_back_to_the_first_view_is_a_change(store: Store) -> None:
    """Wanting the view that stands, after another was wanted, is a version of its own."""
    want(store, "a", "ett")
    (first,) = claim(store)
    want(store, "a", "två")
    want(store, "a", "ett")
    sent(store, first)

    (message,) = claim(store)
    assert (message.view, message.version) == (note("ett"), 3)


def test_messages_come_in_the_order_they_were_first_wanted(store: Store) -> None:
    """A later version does not move a message to the back."""
    for key in ("c", "a", "b"):
        want(store, key, "hej")
    want(store, "c", "hej igen")

    assert [message.key for message in claim(store, limit=2)] == ["c", "a"]
    assert [message.key for message in claim(store, limit=2)] == ["b"]


def test_a_crash_while_sending_is_noticed(store: Store) -> None:
    """A lease that ran out without a word may have sent the message: it is marked as tried."""
    want(store, "a", "hej")
    assert not claim(store)[0].tried

    (again,) = claim(store, MINUTE)
    assert again.tried
    assert again.attempts == 0
    sent(store, again)
    want(store, "a", "hej då")
    assert not claim(store, MINUTE)[0].tried


def test_released_leases_are_free_at_once(store: Store) -> None:
    """After a crash nobody waits for the leases of the dead; what was under way may be sent."""
    want(store, "a", "hej")
    want(store, "b", "hej")
    (first,) = claim(store, limit=1)
    store.write(lambda tx: tx.messages.release())

    again, untouched = claim(store)
    assert (again.key, again.tried) == (first.key, True)
    assert not untouched.tried


def test_an_attempt_that_failed_may_have_succeeded(store: Store) -> None:
    """It is counted, marked as tried, and comes again at the time given."""
    want(store, "a", "hej")
    claim(store)
    retry(store, "a", 5 * MINUTE)

    assert claim(store, 4 * MINUTE) == ()
    (again,) = claim(store, 5 * MINUTE)
    assert (again.attempts, again.tried) == (1, True)


def test_a_new_version_has_all_its_attempts_left(store: Store) -> None:
    """What failed with the old words is not held against the new, but the doubt stays."""
    want(store, "a", "hej")
    claim(store)
    retry(store, "a", timedelta())
    want(store, "a", "hej igen")

    (again,) = claim(store)
    assert (again.attempts, again.tried) == (0, True)


def test_a_message_that_had_to_wait_was_not_tried(store: Store) -> None:
    """Waiting neither counts nor marks; and a newer version does not jump the wait."""
    want(store, "a", "hej")
    claim(store)
    retry(store, "a", 5 * MINUTE, failed=False)
    want(store, "a", "hej igen")

    assert claim(store, 4 * MINUTE) == ()
    (again,) = claim(store, 5 * MINUTE)
    assert (again.attempts, again.tried) == (0, False)


def test_waiting_does_not_forget_an_earlier_doubt(store: Store) -> None:
    """Tried stays tried until it is known where the message stands."""
    want(store, "a", "hej")
    claim(store)
    assert claim(store, MINUTE)[0].tried
    retry(store, "a", MINUTE, failed=False)

    assert claim(store, MINUTE)[0].tried


def test_a_message_that_is_gone_is_posted_anew(store: Store) -> None:
    """Where it stood is forgotten, and there is nothing to look for."""
    want(store, "a", "ett")
    sent(store, claim(store)[0])
    want(store, "a", "två")
    claim(store)
    retry(store, "a", timedelta(), gone=True)

    (again,) = claim(store)
    assert (again.ref, again.tried, again.attempts) == ("", False, 1)


def test_what_is_given_up_rests_until_it_is_wanted_again(store: Store) -> None:
    """Not sent any more; wanted again, changed or not, it is tried at once."""
    want(store, "a", "hej")
    (message,) = claim(store)
    store.write(lambda tx: tx.messages.give_up("a", message.version, "not_in_channel"))
    assert claim(store, 9 * MINUTE) == ()

    want(store, "a", "hej")
    (again,) = claim(store)
    assert (again.version, again.attempts) == (2, 0)


def test_giving_up_an_old_version_does_not_stop_the_new(store: Store) -> None:
    """Only the version that failed is given up."""
    want(store, "a", "ett")
    (first,) = claim(store)
    want(store, "a", "två")
    store.write(lambda tx: tx.messages.give_up("a", first.version, "too_long"))

    assert claim(store)[0].view == note("två")


def test_a_late_word_of_an_old_version_does_not_undo_a_newer(store: Store) -> None:
    """A sender that was slower than its lease does not make a sent message unsent."""
    want(store, "a", "ett")
    (slow,) = claim(store)
    want(store, "a", "två")
    (quick,) = claim(store, MINUTE)
    sent(store, quick)
    sent(store, slow)

    assert claim(store, 9 * MINUTE) == ()


def test_a_message_may_move(store: Store) -> None:
    """The same words in another conversation are another wish."""
    want(store, "a", "hej")
    want(store, "a", "hej", conversation="C2")

    assert claim(store)[0].conversation == "C2"


def test_two_senders_never_share_a_message(open_store: OpenStore) -> None:
    """Two processes on one database: each message to one of them."""
    one, two = open_store(), open_store()
    for number in range(10):
        want(one, str(number), "hej")

    keys = [message.key for message in (*claim(one, limit=6), *claim(two, limit=6))]
    assert keys == [str(number) for number in range(10)]
