"""What every store promises of the outbox."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import timedelta

from bot.ports import SENDINGS, Outgoing, Sending, Store, Tx
from tests.contracts.conftest import OpenStore
from tests.contracts.store_samples import MINUTE, NOW, note


def want(store: Store, key: str, text: str, conversation: str = "C1") -> None:
    """Want the message to say the text."""
    store.write(lambda tx: tx.messages.want(key, "T1", conversation, note(text)))


def claim(
    store: Store,
    after: timedelta = timedelta(),
    limit: int = 100,
    calls: Collection[Sending] = SENDINGS,
) -> tuple[Outgoing, ...]:
    """Claim for a minute, so long after NOW."""
    now = NOW + after
    return store.write(lambda tx: tx.messages.claim(calls, now, now + MINUTE, limit))


def keys(messages: Iterable[Outgoing]) -> list[str]:
    """Return the messages' keys."""
    return [message.key for message in messages]


def sent(store: Store, message: Outgoing, ref: str = "ts1") -> None:
    """Note that the message stands."""
    store.write(lambda tx: tx.messages.sent(message.key, message.version, ref))


def retry(
    store: Store,
    key: str,
    after: timedelta,
    *,
    gone: bool = False,
    failed: bool = True,
    aside: bool = False,
) -> None:
    """Give the message back until so long after NOW."""
    at = NOW + after
    store.write(lambda tx: tx.messages.retry_at(key, at, gone=gone, failed=failed, aside=aside))


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


def test_there_is_a_message_until_it_is_forgotten(store: Store) -> None:
    """By its whole key, whether it has been sent or not."""

    def known(key: str) -> bool:
        return store.read(lambda tx: tx.messages.has(key))

    want(store, "a/1", "ett")
    assert known("a/1")
    assert not known("a")
    sent(store, claim(store)[0])
    assert known("a/1")
    store.write(lambda tx: tx.messages.forget("a"))
    assert not known("a/1")


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
    """Another version of what waits already does not move a message to the back."""
    for key in ("c", "a", "b"):
        want(store, key, "hej", f"C-{key}")
    want(store, "c", "hej igen", "C-c")

    assert keys(claim(store, limit=2)) == ["c", "a"]
    assert keys(claim(store, limit=2)) == ["b"]


def test_who_has_been_served_goes_to_the_back(store: Store) -> None:
    """The age is that of the version that waits, not that of the message."""
    for key in ("a", "b", "c"):
        want(store, key, "ett", f"C-{key}")
        sent(store, claim(store)[0])
    for key in ("c", "b", "a"):
        want(store, key, "två", f"C-{key}")

    assert keys(claim(store)) == ["c", "b", "a"]


def test_a_change_during_the_sending_goes_to_the_back(store: Store) -> None:
    """A message that changes all the time does not keep its place before the others."""
    want(store, "a", "ett", "C-a")
    (first,) = claim(store)
    want(store, "b", "ett", "C-b")
    want(store, "a", "två", "C-a")
    sent(store, first)

    assert keys(claim(store)) == ["b", "a"]


def test_only_what_can_be_sent_now_is_claimed(store: Store) -> None:
    """While edits have to wait, new messages are taken, and the other way round."""
    want(store, "a", "ett", "C-a")
    sent(store, claim(store)[0])
    want(store, "a", "två", "C-a")
    want(store, "b", "ett", "C-b")

    assert keys(claim(store, calls=())) == []
    assert keys(claim(store, calls=["post"])) == ["b"]
    assert keys(claim(store, calls=["update"])) == ["a"]


def test_posts_of_a_conversation_come_one_after_the_other(store: Store) -> None:
    """The next page is not posted while the first one is under way, or waits."""
    for key in ("page/1", "page/2"):
        want(store, key, "hej")
    want(store, "other", "hej", "C2")

    assert keys(claim(store)) == ["page/1", "other"]
    assert claim(store) == ()
    retry(store, "page/1", 5 * MINUTE, failed=False)
    (other,) = claim(store, 4 * MINUTE)
    sent(store, other)
    (first,) = claim(store, 5 * MINUTE)
    assert (other.key, first.key) == ("other", "page/1")
    sent(store, first)
    assert keys(claim(store, 5 * MINUTE)) == ["page/2"]


def test_a_post_whose_answer_was_lost_holds_the_next(store: Store) -> None:
    """Nobody knows whether the first page stands: the second waits until it does."""
    for key in ("page/1", "page/2"):
        want(store, key, "hej")
    claim(store)
    retry(store, "page/1", MINUTE)

    assert claim(store) == ()
    assert keys(claim(store, MINUTE)) == ["page/1"]


def test_edits_wait_for_no_post(store: Store) -> None:
    """What stands is changed whatever else waits in the conversation, and holds up nothing."""
    want(store, "a", "ett")
    sent(store, claim(store)[0])
    want(store, "b", "ett")
    want(store, "a", "två")

    assert keys(claim(store)) == ["b", "a"]
    retry(store, "a", 5 * MINUTE, failed=False)
    retry(store, "b", timedelta(), failed=False)
    assert keys(claim(store)) == ["b"]


def test_what_stands_aside_holds_up_nothing(store: Store) -> None:
    """A post that may be impossible for long is counted and not doubted, and others pass."""
    for key in ("a", "b"):
        want(store, key, "hej")
    claim(store)
    retry(store, "a", MINUTE, failed=False, aside=True)

    assert keys(claim(store)) == ["b"]
    (again,) = claim(store, MINUTE, limit=1)
    assert (again.key, again.attempts, again.tried) == ("a", 1, False)


def test_what_is_given_up_holds_up_nothing(store: Store) -> None:
    """A post that can never succeed does not stop the conversation."""
    for key in ("a", "b"):
        want(store, key, "hej")
    (first,) = claim(store)
    store.write(lambda tx: tx.messages.give_up("a", first.version, "invalid_blocks"))

    assert keys(claim(store)) == ["b"]
    want(store, "a", "hej")
    assert claim(store) == (), "wanted anew, it comes after those that wait already"


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
    want(store, "b", "hej", "C2")
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
        want(one, str(number), "hej", f"C{number}")

    taken = keys((*claim(one, limit=6), *claim(two, limit=6)))
    assert taken == [str(number) for number in range(10)]


def test_what_a_message_waited_for_is_there(store: Store) -> None:
    """Its next attempt comes sooner, never later, and it stays behind those before it."""
    for key in ("a", "b"):
        want(store, key, "hej", f"C-{key}")
    claim(store)
    retry(store, "a", 5 * MINUTE, failed=False)
    retry(store, "b", MINUTE, failed=False)

    def hurry(tx: Tx) -> None:
        for key in ("a", "b", "unknown"):
            tx.messages.hurry(key, NOW + 2 * MINUTE)

    store.write(hurry)

    assert keys(claim(store, MINUTE)) == ["b"]
    assert keys(claim(store, 2 * MINUTE)) == ["a", "b"]
