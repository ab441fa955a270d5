"""What is to stand comes late if need be: limits, outages, closed channels, faults."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field

import pytest

from bot.errors import (
    AptbotError,
    MessageRefused,
    NotInChannel,
    PlatformDown,
    PlatformError,
    RateLimited,
)
from bot.locales import words
from bot.ports import Outgoing
from bot.services import results, sessions
from bot.services.outbox import ATTEMPTS_PER_LINE, FARTHEST_WAIT, HOPEFUL_ATTEMPTS, send_pending
from bot.views.model import Board, Note, Summary
from tests.fakes import FakePlatform
from tests.services.people import CHANNEL, KARIN, in_channel
from tests.services.sending import calls, want
from tests.services.world import World, only

NOWHERE = "C-elsewhere"


def state(world: World, key: str = "note/1") -> Outgoing:
    """Return the message as it is wanted."""
    found = world.look(lambda tx: tx.messages.get(key))
    assert found is not None
    return found


def test_rate_limit_is_waited_for(world: World) -> None:
    """Asked to wait, we wait just so long, and the wait is no failed attempt."""
    world.platform.fail("post", RateLimited(7))
    want(world, "ett")
    world.work()
    assert state(world).attempts == 0
    world.later(seconds=6)
    assert calls(world) == ["post"]
    world.later(seconds=1)
    assert calls(world) == ["post", "post"]
    assert world.notes(CHANNEL) == ["ett"]


def test_rate_limit_never_makes_us_give_up(world: World) -> None:
    """However often we are asked to wait, the message comes in the end."""
    world.platform.fail("post", RateLimited(1), times=30)
    want(world, "ett")
    for _ in range(31):
        world.later(seconds=1)
    assert world.notes(CHANNEL) == ["ett"]


def test_outage_is_waited_out_longer_and_longer(world: World) -> None:
    """While the platform is away the waits double, up to a minute, and never end."""
    world.platform.fail("post", PlatformDown("down"), times=100)
    world.platform.fail("find", PlatformDown("down"), times=100)
    want(world, "ett")
    assert send_pending(world.deps) == 1
    for wait in (1, 2, 4, 8, 16, 32, 60, 60, 60):
        world.clock.pass_by(seconds=wait - 1)
        assert send_pending(world.deps) == 0
        world.clock.pass_by(seconds=1)
        assert send_pending(world.deps) == 1


def test_outage_of_hours_stops_nothing(world: World) -> None:
    """After more failures than a number of seconds can be doubled, it still goes on."""
    world.platform.fail("post", PlatformDown("down"), times=10_000)
    world.platform.fail("find", PlatformDown("down"), times=10_000)
    want(world, "ett")
    for _ in range(70):
        world.later(seconds=60)
    assert state(world).attempts > 60
    world.platform.failures.clear()
    world.later(seconds=60)
    assert world.notes(CHANNEL) == ["ett"]


def test_not_in_channel_is_told_once(world: World) -> None:
    """The manager hears once that the bot is not in the channel, and what to type."""
    world.start()
    world.platform.closed = frozenset([CHANNEL])
    world.work()
    for _ in range(5):
        world.later(seconds=60)
    said = words("sv")("blocked-not-in-channel", team="#arbetslag-solrosen")
    assert world.notes() == [said]


def test_message_waits_until_the_bot_is_let_in(world: World) -> None:
    """However long it takes, the dialogue shows as soon as the bot is in the channel."""
    world.start()
    world.platform.closed = frozenset([CHANNEL])
    for _ in range(HOPEFUL_ATTEMPTS - 1):
        world.later(seconds=60)
    world.platform.closed = frozenset()
    world.later(seconds=60)
    assert [type(view) for view in world.shown()] == [Board]


def test_shared_summary_waits_for_the_channel(world: World) -> None:
    """A summary that can't be shown yet is told of, too, and shown later, once."""
    world.answered(6).stop()
    world.platform.closed = frozenset([CHANNEL])
    results.share(world.deps, world.request(), world.round().id)
    world.work()
    assert len(world.notes()) == 1
    world.platform.closed = frozenset()
    world.later(seconds=60)
    assert len(world.summaries(CHANNEL)) == 1


def test_note_that_can_not_be_shown_tells_nobody(world: World) -> None:
    """A word to somebody about a closed channel does not cause words about itself."""
    world.platform.closed = frozenset([KARIN.user])
    want(world, "ett", to=KARIN.user)
    world.work()
    assert calls(world) == ["post"]
    assert world.look(lambda tx: tx.messages.get(f"blocked/note/1/{KARIN.user}")) is None


def test_word_in_a_closed_channel_is_no_matter_for_the_manager(world: World) -> None:
    """Only a dialogue's message and a summary are worth telling the manager of."""
    world.platform.closed = frozenset([CHANNEL])
    want(world, "ett")
    world.work()
    assert world.notes() == []


def test_unknown_channel_is_no_ones_team(world: World) -> None:
    """A dialogue's message in a channel without a team waits without a word."""
    world.platform.fail("post", NotInChannel())
    want(world, "ett", to=NOWHERE)
    world.work()
    assert world.notes() == []


@pytest.mark.parametrize("to", [KARIN.user, NOWHERE])
def test_conversation_that_is_out_of_reach_is_asked_for_less_and_less(
    world: World, caplog: pytest.LogCaptureFixture, to: str
) -> None:
    """The log tells it once; after a day the calls are an hour apart, and never end."""
    world.platform.closed = frozenset([to])
    want(world, "ett", to=to)
    for _ in range(24 * 60):
        world.later(minutes=1)
    assert len(calls(world)) < 40
    assert caplog.text.count("message note can't be sent") == 1
    assert "karin" not in caplog.text
    world.platform.closed = frozenset()
    world.later(seconds=FARTHEST_WAIT.total_seconds())
    assert world.notes(to) == ["ett"]


def test_channel_that_stays_closed_is_asked_for_once_an_hour(world: World) -> None:
    """A team's channel that is gone for good is not tried every minute for ever."""
    world.platform.closed = frozenset([CHANNEL])
    want(world, "ett")
    for _ in range(24 * 60):
        world.later(minutes=1)
    assert len(calls(world)) <= HOPEFUL_ATTEMPTS + 24
    world.platform.closed = frozenset()
    want(world, "två", key="note/2")
    assert world.notes(CHANNEL) == ["två"]
    world.later(seconds=FARTHEST_WAIT.total_seconds())
    assert world.notes(CHANNEL) == ["två", "ett"]


def test_message_at_fault_is_given_up_at_once(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    """What can never be sent is tried once; the log tells why, without its words."""
    world.platform.fail("post", MessageRefused("invalid_blocks"), times=100)
    want(world, "hemligheten")
    with caplog.at_level(logging.DEBUG):
        for _ in range(60):
            world.later(seconds=60)
    assert calls(world) == ["post"]
    assert caplog.text.count("message note was refused and is given up: invalid_blocks") == 1
    assert "hemligheten" not in caplog.text


def test_given_up_message_is_tried_again_when_it_changes(world: World) -> None:
    """A new version of what was given up is tried at once."""
    world.platform.fail("post", MessageRefused("invalid_blocks"))
    want(world, "ett")
    world.work()
    want(world, "två")
    assert world.notes(CHANNEL) == ["två"]


@pytest.mark.parametrize("code", ["missing_scope", "invalid_auth", "token_revoked", "odd"])
def test_refusal_that_may_pass_is_waited_out(
    world: World, caplog: pytest.LogCaptureFixture, code: str
) -> None:
    """A summary refused for hours comes when somebody has mended it; the log is not flooded."""
    world.platform.fail("post", PlatformError(code), times=10_000)
    want(world, "hemligheten")
    for _ in range(200):
        world.later(seconds=60)
    assert 190 < len(calls(world)) < 210
    lines = caplog.text.count(f"message note was refused: {code}")
    assert lines == -(-len(calls(world)) // ATTEMPTS_PER_LINE)
    assert "hemligheten" not in caplog.text
    world.platform.failures.clear()
    world.later(seconds=60)
    assert world.notes(CHANNEL) == ["hemligheten"]


@dataclass
class Stumbling(FakePlatform):
    """A chat whose client has a mistake: some messages make it raise what nobody expects."""

    word: str = "stum"
    error: Exception = field(default_factory=lambda: KeyError("hemligheten"))

    def post(self, message: Outgoing) -> str:
        """Post, unless the message holds the word."""
        if self.word in message.view.model_dump_json():
            self.calls.append(("post", message.key))
            raise self.error
        return super().post(message)


def test_message_that_breaks_the_client_stops_no_other(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    """A mistake in drawing one message is logged without its words, and the others are sent."""
    world.platform = Stumbling({CHANNEL: in_channel()})
    want(world, "stum", key="bad/1")
    want(world, "ett", key="good/1")
    for _ in range(20):
        world.later(seconds=60)
    assert world.notes(CHANNEL) == ["ett"]
    assert world.platform.calls.count(("post", "bad/1")) > 10
    assert caplog.text.count("KeyError") == 2
    assert "hemligheten" not in caplog.text


@pytest.mark.parametrize(
    "error", [RateLimited(1), PlatformDown("down"), PlatformError("odd"), NotInChannel()]
)
def test_one_failing_message_keeps_no_other_waiting(world: World, error: AptbotError) -> None:
    """The messages of other conversations are sent whatever happens to the first."""
    world.platform.fail("post", error)
    want(world, "ett", key="note/1", to=NOWHERE)
    want(world, "två", key="note/2")
    world.work()
    assert [v.text for v in world.platform.shown(CHANNEL) if isinstance(v, Note)] == ["två"]


def test_summary_is_sent_after_an_outage(world: World) -> None:
    """A manager who could not be reached at the end of a dialogue gets the summary later."""
    world.answered(6)
    world.work()
    world.platform.fail("post", PlatformDown("down"), times=5)
    world.platform.fail("update", PlatformDown("down"), times=5)
    sessions.stop(world.deps, world.request())
    for _ in range(10):
        world.later(seconds=60)
    assert only(Summary, world.shown(KARIN.user)).taking_part
    assert not world.board().controls
