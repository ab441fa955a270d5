"""The process that opens a box fails in every way: no half result, nothing said, nothing left."""

from __future__ import annotations

import logging
import subprocess
import traceback

import pytest

from bot.box.exits import FAILED, UNREADABLE
from bot.box.opener import ChildBoxOpener
from bot.box.wire import Order, results
from bot.domain.ballot import new_key
from bot.errors import AptbotError, BoxFailed, UnreadableBallot
from tests.box.boxes import answers, box, round_
from tests.box.processes import DIES, SLEEPS, children, needs_proc

KEY = new_key()
CANARY = "kanarie-ord-5f1c"


def program(text: str) -> ChildBoxOpener:
    """Return an opener whose process runs this instead."""
    return ChildBoxOpener(program=("-c", text))


def says(reply: str, status: int = 0) -> ChildBoxOpener:
    """Return an opener whose process takes the order, replies this and ends."""
    return program(
        f"import sys; sys.stdin.buffer.read(); sys.stdout.write({reply!r}); sys.exit({status})"
    )


def whole_reply() -> str:
    """Return what the real process writes for a box."""
    result = ChildBoxOpener()(KEY, box(KEY, answers(12)), round_())
    assert result is not None
    return results.dump_json(result).decode()


def opened(opener: ChildBoxOpener) -> object:
    """Open a good box of twelve."""
    return opener(KEY, box(KEY, answers(12, CANARY)), round_())


def test_reply_as_it_should_be_is_taken() -> None:
    """What the failures below spoil is a result when nothing is spoilt."""
    assert opened(says(whole_reply())) is not None


@pytest.mark.parametrize("reply", ["", "null", "[]", "{}", "kanarie", '{"answered": 12}', "\0"])
def test_reply_that_is_no_result_is_refused(reply: str) -> None:
    """Nothing but a result is a result; `null` is none either, which would be "too few"."""
    with pytest.raises(BoxFailed, match="gave no whole result"):
        opened(says(reply))


@pytest.mark.parametrize("cut", [1, 40, -40, -1])
def test_half_a_result_is_refused(cut: int) -> None:
    """A reply that was cut short anywhere is thrown away."""
    with pytest.raises(BoxFailed, match="gave no whole result"):
        opened(says(whole_reply()[:cut]))


@pytest.mark.parametrize("status", [1, 2, FAILED])
def test_whole_result_of_a_failed_process_is_refused(status: int) -> None:
    """A process that ended badly is not believed, whatever it wrote."""
    with pytest.raises(BoxFailed, match=f"ended with status {status}"):
        opened(says(whole_reply(), status))


def test_killed_process_is_a_failure_to_be_tried_again() -> None:
    """That it was killed says nothing about the ballots."""
    with pytest.raises(BoxFailed, match="ended with status -9"):
        opened(DIES)


def test_only_one_status_says_that_a_ballot_is_unreadable() -> None:
    """It voids the round for good, so nothing else is taken for it."""
    with pytest.raises(UnreadableBallot):
        opened(says("", UNREADABLE))


def test_process_that_does_not_read_is_a_failure() -> None:
    """An order that nobody takes breaks no pipe of the bot's."""
    with pytest.raises(BoxFailed, match="ended with status 1"):
        ChildBoxOpener(program=("-c", "raise SystemExit(1)"))(
            KEY, box(KEY, answers(500)), round_(invited=500)
        )


def test_interpreter_that_is_not_there_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that can't be started at all is tried again like any other."""
    monkeypatch.setattr("sys.executable", "/nowhere/python")
    with pytest.raises(BoxFailed, match="could not be started"):
        opened(ChildBoxOpener())


@needs_proc
def test_process_that_hangs_is_killed() -> None:
    """When its time is out it is gone, and waited for: not even a zombie is left."""
    before = children(states="RSDTtZ")
    with pytest.raises(BoxFailed, match="took too long"):
        opened(SLEEPS)
    assert children(states="RSDTtZ") == before


def test_too_few_start_no_process() -> None:
    """Below the threshold no process sees the ballots: one that would fail is not even asked."""
    assert DIES(KEY, box(KEY, answers(5)), round_()) is None


LOUD = f"""
import sys
sys.stdin.buffer.read()
sys.stderr.write({CANARY!r})
sys.stdout.write({CANARY!r})
sys.stderr.flush()
"""


@pytest.mark.parametrize("ending", ["", "raise SystemExit(1)", f"raise SystemExit({UNREADABLE})"])
def test_nothing_the_process_says_is_passed_on(
    ending: str, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    """Its outputs could quote an answer: neither log, error nor terminal holds a word of them."""
    opener = program(LOUD + ending)
    with caplog.at_level(logging.DEBUG), pytest.raises(AptbotError) as caught:
        opened(opener)
    said = "".join(traceback.format_exception(caught.value))
    assert CANARY not in caplog.text + said + "".join(capfd.readouterr())
    loud = subprocess.run(
        opener.command, input="", capture_output=True, text=True, env={}, timeout=60, check=False
    )
    assert CANARY in loud.stderr, "the program is not loud: the check above proves nothing"


def test_answers_are_in_no_log(
    caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    """Opening a box, also one with a damaged ballot, logs no word, no key and no ballot."""
    key = CANARY.encode().ljust(32)
    ballots = box(key, answers(12, CANARY))
    with caplog.at_level(logging.DEBUG):
        assert CANARY in str(ChildBoxOpener()(key, ballots, round_()))
        with pytest.raises(UnreadableBallot) as caught:
            ChildBoxOpener()(key, [*ballots, ballots[0]._replace(pid=b"0" * 16)], round_())
    said = "".join(traceback.format_exception(caught.value))
    assert CANARY not in caplog.text + said + "".join(capfd.readouterr())


def test_failure_is_logged_in_words_of_our_own(caplog: pytest.LogCaptureFixture) -> None:
    """Who runs the bot learns what happened to the process."""
    with caplog.at_level(logging.DEBUG), pytest.raises(BoxFailed):
        opened(DIES)
    assert caplog.messages == ["the process that opens a box ended with status -9"]


def test_an_order_does_not_show_its_contents() -> None:
    """Should an order ever be printed, the key and the ballots are not."""
    order = Order(key=KEY, ballots=(), invited=7, threshold=6, quote_threshold=10)
    assert repr(order) == "Order(invited=7, threshold=6, quote_threshold=10)"
