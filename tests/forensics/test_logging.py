"""The log at its finest level: no word, no person, no ballot, no line that tells of an answer."""

from __future__ import annotations

import logging
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from apscheduler.events import EVENT_JOB_EXECUTED

from bot import logs
from bot.domain.ballot import Ballot
from bot.ports import Tx
from bot.slack.client import KIT
from bot.stores.sqlite import SqliteStore
from tests.e2e.places import COLLEAGUES, EVERYBODY, MANAGER
from tests.e2e.stage import Stage
from tests.forensics.evidence import Evidence, find, find_bytes
from tests.forensics.rounds import counting
from tests.forensics.story import STAYING, Story, canary, given


def text_of(lines: list[logging.LogRecord]) -> Evidence:
    """Return all that the lines hold: words, arguments, errors, and every other field."""
    formatter = logging.Formatter(logs.FORMAT)
    whole = [f"{formatter.format(line)} {vars(line)!r}" for line in lines]
    return {"log": "\n".join(whole).encode()}


def test_the_log_of_a_whole_run_names_nobody(story: Story) -> None:
    """At DEBUG from start to end: no user, no channel's words, no ballot id, no key."""
    log = {"log": story.log.encode()}
    assert "connected" in story.log  # the control: it is the log, and it is written
    assert find(EVERYBODY, log) == {}
    assert find([canary(user) for user in STAYING], log) == {}
    secrets = [story.secret, bytes.fromhex(story.round_id), *(b.pid for b in story.ballots)]
    assert find_bytes(secrets, log) == {}
    assert story.round_id not in story.log
    assert "Traceback" not in story.log


def test_no_line_tells_of_an_answer(story: Story) -> None:
    """From the first form to the last withdrawal the process wrote not one line."""
    assert story.log_open == []
    assert len(story.acts) > len(STAYING)


def test_every_logger_is_silent_while_people_answer(stage: Stage) -> None:
    """In process, with an ear on every logger of every library: nothing of our own or of Bolt's."""
    logs.silence_libraries()  # as the command line does before it builds a bot
    board = stage.open_for_answers()
    stage.settle()
    beat = threading.Event()
    with counting() as lines:
        assert stage.bot
        stage.bot.clockwork._scheduler.add_listener(lambda _: beat.set(), EVENT_JOB_EXECUTED)
        for user in STAYING[:6]:
            assert stage.answer(user, board, given(user)).ok
        stage.settle()
        assert beat.wait(10)
    ours = [line for line in lines if not line.name.startswith(WORKSPACE)]
    assert [line.getMessage() for line in ours] == []


WORKSPACE = ("bot.workspace", "websockets", "uvicorn", "asyncio")
"""The practice workspace lives in the same process here, and is no part of the bot."""


@contextmanager
def talkative() -> Iterator[None]:
    """Let the kit and Bolt tell all that they would tell if the bot did not silence them."""
    loggers = [logging.getLogger(name) for name in (*KIT, "bot.slack.kit")]
    before = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.DEBUG)
    try:
        yield
    finally:
        for logger, level in zip(loggers, before, strict=True):
            logger.setLevel(level)


def test_a_kit_that_is_not_silenced_is_caught(stage: Stage) -> None:
    """The control: the same ear and the same search, with the libraries' own DEBUG lines on."""
    board = stage.open_for_answers()
    user = STAYING[0]
    with talkative(), counting() as lines:
        assert stage.answer(user, board, given(user)).ok
    heard = text_of([line for line in lines if not line.name.startswith(WORKSPACE)])
    assert set(find([canary(user)], heard)) == {canary(user)}
    assert user in find(COLLEAGUES, heard)


T = TypeVar("T")


class BrokenStore(SqliteStore):
    """Fails with the answer itself in the error's words, as a careless library might."""

    broken = False

    def write(self, work: Callable[[Tx], T]) -> T:
        """Write, or fail."""
        if self.broken:
            raise RuntimeError(f"could not store {canary(STAYING[0])} of {STAYING[0]}")
        return super().write(work)


def test_an_error_amid_an_answer_is_told_without_it(empty_stage: Stage) -> None:
    """Something breaks while an answer is kept: the log says where, not who or what."""
    stage = empty_stage
    store = BrokenStore(stage.directory / "data" / "aptbot.sqlite3")
    stage.start_bot(store=store)
    board = stage.open_for_answers()
    stage.settle()
    user = STAYING[0]
    form = stage.form(user, board)
    with counting() as lines:
        store.broken = True
        result = stage.person(user).submit(form, given(user))
        store.broken = False
    assert not result.ok
    told = text_of([line for line in lines if not line.name.startswith(WORKSPACE)])
    assert b"RuntimeError" in told["log"]  # the control: the error was logged
    assert re.search(rb"\.py:\d+", told["log"])
    assert find([canary(user), *EVERYBODY], told) == {}
    stage.ask(MANAGER, "/apt stopp")


def test_a_damaged_ballot_is_told_without_it(stage: Stage) -> None:
    """A ballot that can't be opened voids the round; the log names no one."""
    board = stage.open_for_answers()
    for user in STAYING[:6]:
        assert stage.answer(user, board, given(user)).ok
    assert stage.bot is not None
    deps = stage.bot.deps
    (round_id,) = deps.vault.round_ids()
    one = deps.store.read(lambda tx: tx.ballots.all(round_id))[0]
    deps.store.write(lambda tx: tx.ballots.put(round_id, Ballot(one.pid, one.sealed[::-1])))
    with counting() as lines:
        stage.ask(MANAGER, "/apt stopp")
        stage.settle()
        stage.wait(lambda: not deps.vault.round_ids(), "the key is there still")
    told = text_of([line for line in lines if not line.name.startswith(WORKSPACE)])
    assert b"voided" in told["log"]
    assert find([*EVERYBODY, *(canary(user) for user in STAYING)], told) == {}
    assert find_bytes([one.pid, one.sealed[:16]], told) == {}
