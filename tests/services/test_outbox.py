"""What is to stand in the channels comes to stand there: in order, as it is now, never twice."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.errors import MessageGone, PlatformDown, RateLimited
from bot.ports import SENDINGS, Outgoing
from bot.services.outbox import LEASE, hurry, send_pending
from bot.slack.client import TIMEOUT
from tests.fakes import FakePlatform
from tests.services.people import CHANNEL, in_channel
from tests.services.sending import calls, want
from tests.services.world import World


def test_first_post_then_edit(world: World) -> None:
    """A message is posted once; its later versions are edits of the same."""
    for text in ("ett", "två", "tre"):
        want(world, text)
        assert world.notes(CHANNEL) == [text]
    assert calls(world) == ["post", "update", "update"]


def test_versions_fold_into_one(world: World) -> None:
    """Versions that come faster than they are sent are one edit: the latest."""
    want(world, "ett")
    world.work()
    for number in range(10):
        want(world, f"version {number}")
    assert world.notes(CHANNEL) == ["version 9"]
    assert calls(world) == ["post", "update"]


def test_same_again_is_not_sent(world: World) -> None:
    """Wanting what stands already causes no call."""
    want(world, "ett")
    world.work()
    want(world, "ett")
    world.work()
    assert calls(world) == ["post"]


def test_nothing_waits_nothing_is_tried(world: World) -> None:
    """With an empty outbox nothing is counted, so nobody looks again at once."""
    assert send_pending(world.deps) == 0


def test_message_that_need_not_wait_any_longer(world: World) -> None:
    """Put off, it goes as soon as what it waited for is there, and not by itself."""
    want(world, "ett")
    world.platform.fail("post", RateLimited(3600))
    world.work()
    world.work()
    assert world.notes(CHANNEL) == []
    hurry(world.deps, "note/1")
    world.work()
    assert world.notes(CHANNEL) == ["ett"]


def test_messages_are_sent_one_at_a_time_in_order(world: World) -> None:
    """Each look sends one message, the oldest first: whoever stops the bot waits for no more."""
    texts = [f"nummer {number:02}" for number in range(5)]
    for text in texts:
        want(world, text, key=f"note/{text}")
    for count in range(1, 6):
        assert send_pending(world.deps) == 1
        assert calls(world) == ["post"] * count
    assert send_pending(world.deps) == 0
    assert world.notes(CHANNEL) == texts


def test_later_page_waits_for_the_first(world: World) -> None:
    """When the first page has to wait, the second does not come before it."""
    world.platform.fail("post", RateLimited(7))
    want(world, "sida 1", key="summary/1/karin")
    want(world, "sida 2", key="summary/1/karin/2")
    world.work()
    assert calls(world) == ["post"]
    world.later(seconds=7)
    assert world.notes(CHANNEL) == ["sida 1", "sida 2"]


def test_later_page_waits_for_an_outage_to_end(world: World) -> None:
    """The same when the platform is away and comes back."""
    world.platform.fail("post", PlatformDown("down"), times=5)
    want(world, "sida 1", key="summary/1/karin")
    want(world, "sida 2", key="summary/1/karin/2")
    for _ in range(60):
        world.later(seconds=1)
    assert world.notes(CHANNEL) == ["sida 1", "sida 2"]


def test_what_the_platform_does_not_take_is_not_touched(world: World) -> None:
    """While edits have to wait none is tried, nor written back; posts go on."""
    want(world, "ett")
    world.work()
    world.platform.busy = {"update"}
    want(world, "två")
    want(world, "tre", key="note/2")
    world.work()
    assert calls(world) == ["post", "post"]
    world.platform.busy = {"update", "post"}
    assert send_pending(world.deps) == 0
    world.platform.busy = set()
    assert world.notes(CHANNEL) == ["två", "tre"]


@dataclass
class Slow(FakePlatform):
    """A chat whose calls take as long as they may; another process looks for work meanwhile."""

    world: World | None = None
    seen: list[str] = field(default_factory=list)

    def post(self, message: Outgoing) -> str:
        """Post after all the calls that a message may need; note what the other one gets."""
        assert self.world is not None
        self.world.clock.pass_by(seconds=CALLS_PER_MESSAGE * TIMEOUT)
        now = self.world.clock.now()
        self.seen += [
            each.key
            for each in self.world.store.write(lambda tx: tx.messages.claim(SENDINGS, now, now, 9))
            if each.key == message.key
        ]
        return super().post(message)


CALLS_PER_MESSAGE = 3
"""To open the conversation, to look, to post."""


def test_lease_outlasts_the_slowest_message(world: World) -> None:
    """However slow the platform is, nobody else takes the message that is being sent."""
    world.platform = slow = Slow({CHANNEL: in_channel()}, world=world)
    for number in range(20):
        want(world, "hej", key=f"note/{number}", to=f"C-{number}")
    world.work()
    assert slow.seen == []
    assert len(slow.standing) == 20
    assert LEASE.total_seconds() > CALLS_PER_MESSAGE * TIMEOUT


def test_lost_answer_does_not_post_twice(world: World) -> None:
    """A post that stood before its answer got lost is found, not posted again."""
    world.platform.fail("post", PlatformDown("lost"), effect=True)
    want(world, "ett")
    world.work()
    world.later(seconds=1)
    assert calls(world) == ["post", "find", "update"]
    assert world.notes(CHANNEL) == ["ett"]


def test_newer_version_after_a_lost_answer(world: World) -> None:
    """Also when another version is wanted meanwhile there is one message, with that version."""
    world.platform.fail("post", PlatformDown("lost"), effect=True)
    want(world, "ett")
    world.work()
    want(world, "två")
    world.later(seconds=1)
    assert world.notes(CHANNEL) == ["två"]


def test_process_that_died_while_sending(world: World) -> None:
    """When a lease runs out nobody knows what was sent: it is looked for first."""
    want(world, "ett")
    now = world.clock.now()
    (taken,) = world.store.write(lambda tx: tx.messages.claim(SENDINGS, now, now + LEASE, 1))
    world.platform.post(taken)
    world.work()
    assert calls(world) == ["post"]
    world.later(seconds=LEASE.total_seconds())
    assert calls(world) == ["post", "find", "update"]
    assert world.notes(CHANNEL) == ["ett"]


def test_removed_message_is_posted_again(world: World) -> None:
    """A message that somebody deleted comes back with its next version, without a search."""
    want(world, "ett")
    world.work()
    (ref,) = world.platform.standing
    world.platform.remove(ref)
    want(world, "två")
    assert world.notes(CHANNEL) == ["två"]
    assert calls(world) == ["post", "update", "post"]


def test_message_that_is_gone_again_and_again(world: World) -> None:
    """A platform that tells each edit to be impossible gets a new post each time, no loop."""
    want(world, "ett")
    world.work()
    world.platform.fail("update", MessageGone("cant_update_message"))
    want(world, "två")
    world.work()
    assert calls(world) == ["post", "update", "post"]
