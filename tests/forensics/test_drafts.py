"""A text that its writer is asked about: until it is sent it is kept nowhere but in the form."""

from __future__ import annotations

import json
import logging

import pytest

from bot.views.actions import Form
from bot.workspace import visible_text
from tests.e2e.places import EVERYBODY
from tests.e2e.reading import Json
from tests.e2e.stage import Stage
from tests.forensics.evidence import Evidence, files, find
from tests.forensics.rounds import counting
from tests.forensics.sights import Sight, sight
from tests.forensics.story import AGREED, canary, given

WRITER = AGREED[0]
DOUBTFUL = f"Det var på rum 14 som {canary(WRITER)} hände."
"""A room number: whoever reads it may know who wrote it."""


@pytest.fixture
def board(stage: Stage) -> Json:
    """Give the message of a dialogue in which answers are taken."""
    board = stage.open_for_answers()
    stage.settle()
    return board


def asked(stage: Stage, board: Json) -> Json:
    """Send the doubtful text in, and return the question that is laid on top of the form."""
    form = stage.form(WRITER, board)
    assert stage.person(WRITER).submit(form, {**given(WRITER), "Vad hjälper dig": DOUBTFUL}).ok
    question = stage.opened(WRITER, Form.SURE.value)
    assert canary(WRITER) in visible_text(question)
    return question


def left(stage: Stage, lines: list[logging.LogRecord]) -> Evidence:
    """Return all that was written: files, and lines of the bot and of its libraries."""
    own = [line for line in lines if not line.name.startswith("bot.workspace")]
    return {**files(stage.directory), "log": "\n".join(repr(vars(line)) for line in own).encode()}


def seen(stage: Stage) -> tuple[Sight, list[str]]:
    """Return what everybody can see, and which calls there were."""
    return sight(stage.workspace), [call.method for call in stage.workspace.calls]


def test_a_text_that_is_asked_about_is_kept_nowhere(stage: Stage, board: Json) -> None:
    """Neither while the question stands, nor once it is sent all the same: only sealed."""
    form = stage.form(WRITER, board)
    stage.person(WRITER).close(form)
    with counting() as lines:
        question = asked(stage, board)
        stage.settle()
        assert find([canary(WRITER)], left(stage, lines)) == {}
        before, calls = seen(stage)
        assert stage.person(WRITER).submit(question, {}).ok
        stage.opened(WRITER, "receipt")
        stage.settle()
    assert seen(stage) == (before, calls)
    assert find([canary(WRITER)], left(stage, lines)) == {}
    assert find(EVERYBODY, {"log": left(stage, lines)["log"]}) == {}


def test_the_draft_in_the_form_is_found(stage: Stage, board: Json) -> None:
    """The control: packed as the form carries it, the same search finds the text.

    That is the writer's own form, on a platform that has the text already.
    """
    question = asked(stage, board)
    private = str(question.get("private_metadata", ""))
    whole = json.dumps({"private_metadata": private or _carried(stage)}).encode()
    assert set(find([canary(WRITER)], {"form": whole})) == {canary(WRITER)}
    assert canary(WRITER).encode() not in whole


def _carried(stage: Stage) -> str:
    """Return what the workspace keeps with the form on top."""
    state = stage.workspace._world.state
    return str(state.stack(WRITER)[-1]["private_metadata"])
