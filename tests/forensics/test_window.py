"""A box that is open after the meeting: who answers then is alone, and nobody may see it."""

from __future__ import annotations

import pytest
from slack_sdk import WebClient

from bot.workspace import visible_text
from tests.e2e.places import COLLEAGUES, LEADER, MANAGER
from tests.e2e.stage import Stage
from tests.e2e.windowing import choose_window, hold, monday, same_day
from tests.forensics.sights import sight
from tests.forensics.story import Act
from tests.forensics.test_channel import LEAKS, _home, followed


@pytest.fixture
def evening(stage: Stage) -> Stage:
    """The dialogue is over, the room is empty, the box is open."""
    monday(stage)
    choose_window(stage)
    hold(stage)
    same_day(stage, 20)
    return stage


def test_nothing_follows_an_answer_after_the_meeting(evening: Stage) -> None:
    """No call but for the writer's own form, and no sign that changes, for any of them."""
    for user in COLLEAGUES[:7]:
        board = evening.board()
        form = evening.form(user, board)
        before, called = sight(evening.workspace), len(evening.workspace.calls)
        assert evening.person(user).submit(form, {"Meningsfullhet": "5"}).ok
        receipt = evening.opened(user, "receipt")
        evening.settle()
        calls = evening.workspace.calls[called:]
        assert followed(Act(user, before, sight(evening.workspace), calls, receipt)) == []
        evening.person(user).close(receipt, clear=True)


@pytest.mark.parametrize("leak", LEAKS)
def test_a_bot_that_tells_after_the_meeting_is_caught(evening: Stage, leak: str) -> None:
    """The control: whatever it might do is seen, as call and in the chat."""
    board = evening.board()
    before, called = sight(evening.workspace), len(evening.workspace.calls)
    LEAKS[leak](WebClient(evening.workspace.bot_token, evening.workspace.api_url), board)
    calls = evening.workspace.calls[called:]
    assert len(followed(Act(MANAGER, before, sight(evening.workspace), calls, {}))) == 2


def test_nobody_sees_how_many_have_answered_between_dialogues(evening: Stage) -> None:
    """With none and with eleven answers: the message, menu, status, home and team's page."""

    def seen() -> list[str]:
        asked = ("/apt", "/apt status", "/apt lag")
        told = [evening.ask(user, each) for user in (MANAGER, LEADER) for each in asked]
        homes = [_home(evening, user) for user in (MANAGER, COLLEAGUES[0], COLLEAGUES[11])]
        return [visible_text(evening.board()), *told, *homes]

    before = seen()
    for user in COLLEAGUES[:11]:
        assert evening.answer(user, evening.board()).ok
    evening.settle()
    assert seen() == before
    assert any("Öppen för svar" in each for each in before)
