"""Reminders carry the roster: after the close no file knows any more whom they went to."""

from __future__ import annotations

import pytest

from bot.stores.sqlite.messages import MessageRepository
from bot.views.actions import Action
from tests.e2e.places import COLLEAGUES, EVERYBODY, LEADER, MANAGER
from tests.e2e.stage import Stage
from tests.e2e.windowing import (
    choose_window,
    hold,
    monday,
    next_day,
    reminded,
    reminder,
    same_day,
)
from tests.forensics.evidence import files, find
from tests.forensics.sights import sight

MEMBERS = [user for user in COLLEAGUES if user != LEADER]
"""Who leads the team is known anyhow."""


def opened(stage: Stage) -> None:
    """Hold a dialogue whose box is open until the next day, and answer in it."""
    monday(stage)
    choose_window(stage)
    board = hold(stage)
    for user in COLLEAGUES[:7]:
        assert stage.answer(user, board).ok
    next_day(stage, 10)
    assert set(reminded(stage, *EVERYBODY)) == set(COLLEAGUES)


def closed(stage: Stage) -> None:
    """Let the time of the box be out, and all that follows be done."""
    same_day(stage, 18)
    stage.summary()
    stage.settle()


def test_no_member_is_known_from_a_reminder_after_the_close(stage: Stage) -> None:
    """While the box is open the outbox knows them all; after it nobody, in no file."""
    opened(stage)
    assert set(find(MEMBERS, files(stage.directory))) == set(MEMBERS)
    closed(stage)
    assert find(MEMBERS, files(stage.directory)) == {}
    stage.stop_bot()
    assert find(MEMBERS, files(stage.directory)) == {}


def test_a_reminder_that_is_not_forgotten_is_found(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: an outbox that keeps what it has sent gives away the whole roster."""
    monkeypatch.setattr(MessageRepository, "forget", lambda self, name: None)
    opened(stage)
    closed(stage)
    assert set(find(MEMBERS, files(stage.directory))) == set(MEMBERS)


def test_reminders_go_to_all_and_are_the_same(stage: Stage) -> None:
    """Who has answered can't be told from who is reminded, of what, or in which order."""
    orders: list[list[str]] = []
    for answering in (MEMBERS[:5], MEMBERS[5:]):
        if not orders:
            monday(stage)
            choose_window(stage)
        board = hold(stage)
        for user in answering:
            assert stage.answer(user, board).ok
        called = len(stage.workspace.calls)
        next_day(stage, 10)
        found = reminded(stage, *EVERYBODY)
        assert set(found) == set(COLLEAGUES)
        assert len(set(found.values())) == 1
        posts = [
            call.args
            for call in stage.workspace.calls[called:]
            if call.method == "chat.postMessage"
        ]
        orders.append([str(args["channel"]) for args in posts if "Svara senast" in str(args)])
    assert orders[0] == orders[1]
    assert len(orders[0]) == len(COLLEAGUES)


def test_who_wants_none_is_told_to_nobody(stage: Stage) -> None:
    """To turn reminders off changes nothing that another can see, and no other table."""
    opened(stage)
    user = MEMBERS[0]
    own = stage.person(user)
    message = reminder(stage, user)
    before = {where: held for where, held in sight(stage.workspace).items() if where != own.direct}
    assert own.press(message, action_id=Action.REMINDERS.value).ok
    own.wait_for_message(own.direct, "Du får inga fler påminnelser")
    stage.settle()
    after = {where: held for where, held in sight(stage.workspace).items() if where != own.direct}
    assert repr(after) == repr(before)
    assert "Du får inga" not in stage.ask(MANAGER, "/apt lag") + stage.ask(LEADER, "/apt")
    closed(stage)
    # What is left of the roster then is the one line that the person has asked for.
    assert set(find(MEMBERS, files(stage.directory))) == {user}
