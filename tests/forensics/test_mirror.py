"""The mirror: what somebody answers for oneself is kept nowhere by the bot."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.ports import Outgoing
from bot.services import mirrors
from tests.e2e.material import CANARY, MIRROR_SCORES, OwnStage
from tests.e2e.places import COLLEAGUES, TEAM, TENANT
from tests.forensics.evidence import Evidence, files, find

WRITER = COLLEAGUES[0]
ANSWERED = f"{CANARY} 0 kvittrar? Du svarade"
"""What stands in the picture alone; the questions are in the dialogue files."""

META = "prov/spegel sv"


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[OwnStage]:
    """The real bot on a workspace, with dialogue files of its own."""
    with OwnStage(tmp_path).on() as running:
        running.start_bot()
        yield running


def left(stage: OwnStage, log: pytest.LogCaptureFixture) -> Evidence:
    """Return all that the bot has written: data, keys and the log of its own loggers at DEBUG."""
    ours = [line for line in log.records if not line.name.startswith(WORKSPACE)]
    told = "\n".join(f"{line.getMessage()} {vars(line)!r}" for line in ours)
    written = {
        f"{place}/{name}": data
        for place in ("data", "keys")
        for name, data in files(stage.directory / place).items()
    }
    return {**written, "log": told.encode()}


WORKSPACE = ("bot.workspace", "websockets", "uvicorn", "asyncio")
"""The practice workspace lives in the same process here, and is no part of the bot."""


def mirrored(stage: OwnStage, *, send: bool) -> None:
    """Look into the mirror, and send oneself the picture or not."""
    person = stage.person(WRITER)
    assert person.command(TEAM, "/apt spegel").ok
    answers: dict[str, str | list[str] | None] = {
        f"mirror-{number}": score for number, score in enumerate(MIRROR_SCORES)
    }
    assert person.submit(stage.opened(WRITER, "mirror"), answers).ok
    picture = stage.opened(WRITER, "mirror.picture")
    if send:
        assert person.press(picture, "Skicka till mig själv").ok
        stage.opened(WRITER, "receipt")
        assert ANSWERED in person.text(person.direct)  # it did go


@pytest.mark.parametrize("send", [False, True])
def test_nothing_of_a_mirror_is_kept(
    stage: OwnStage, caplog: pytest.LogCaptureFixture, send: bool
) -> None:
    """Not in the database, its log, the outbox, the keys or the log; open and after the end."""
    with caplog.at_level(logging.DEBUG):
        mirrored(stage, send=send)
        stage.settle()
        while_open = left(stage, caplog)
        stage.stop_bot()
    for evidence in (while_open, left(stage, caplog)):
        assert any(name.startswith("data/") and data for name, data in evidence.items())
        assert find([ANSWERED, MIRROR_SCORES, WRITER], evidence) == {}


def test_a_picture_in_the_outbox_would_be_found(
    stage: OwnStage, caplog: pytest.LogCaptureFixture
) -> None:
    """The control: the same picture sent the usual way is found by the same search."""
    assert stage.bot is not None
    deps = stage.bot.deps
    picture = mirrors.picture(deps, META, tuple(map(int, MIRROR_SCORES)))
    key = f"mirror/{MIRROR_SCORES}"
    deps.commit(lambda tx: tx.messages.want(key, TENANT, WRITER, picture.picture))
    stage.settle()
    wanted: Outgoing | None = deps.store.read(lambda tx: tx.messages.get(key))
    assert wanted is not None
    found = find([ANSWERED, MIRROR_SCORES, WRITER], left(stage, caplog))
    assert found.keys() == {ANSWERED, MIRROR_SCORES, WRITER}


def test_a_log_that_tells_would_be_found(stage: OwnStage, caplog: pytest.LogCaptureFixture) -> None:
    """The control for the log: one careless line is enough."""
    with caplog.at_level(logging.DEBUG):
        logging.getLogger("bot.handlers.talk").debug("scores %s", MIRROR_SCORES)
    assert find([MIRROR_SCORES], left(stage, caplog)) == {MIRROR_SCORES: {"log"}}
