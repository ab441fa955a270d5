"""The picture of a result on its way to its readers, on good days and on bad ones."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot import scheduler
from bot.bootstrap import drawing
from bot.slack import pictures
from bot.views.model import Summary
from bot.workspace import Lifetimes, visible_text
from tests.e2e.places import COLLEAGUES, MANAGER, TEAM
from tests.e2e.reading import Json, of_kind
from tests.e2e.stage import Stage

PNG = b"\x89PNG\r\n\x1a\n"
UPLOAD = "files.getUploadURLExternal"


def images(message: Json) -> list[Json]:
    """The pictures in a message."""
    return [block for block in message["blocks"] if block["type"] == "image"]


def loads(stage: Stage, image: Json, reader: str) -> bytes:
    """What this person's page gets of the picture, nothing where it gets none."""
    address, _, _ = image["image_url"].partition("?")
    answer = httpx.get(f"{stage.workspace.url}{address}", params={"as": reader})
    return answer.content if answer.is_success else b""


@pytest.mark.parametrize("count", [5, 6, 10])
def test_manager_gets_the_picture(stage: Stage, count: int) -> None:
    """None below six; a band for each question below ten; dots from ten on, for the manager."""
    found = images(stage.close_with(count))
    if count < 6:
        assert found == []
        assert stage.workspace.calls_of(UPLOAD) == []
        return
    (image,) = found
    assert f"{count} av 12 svarade." in image["alt_text"]
    assert ("Antal svar" in image["alt_text"]) == (count >= 10)
    assert loads(stage, image, MANAGER).startswith(PNG)
    assert loads(stage, image, COLLEAGUES[0]) == b""


def test_nobody_waits_for_the_next_beat(
    empty_stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The summary goes when its picture is there, however seldom the bot looks by itself."""
    monkeypatch.setattr(scheduler, "BEAT_SECONDS", 3600)
    monkeypatch.setattr(pictures, "PAUSE", 3600)
    empty_stage.start_bot()
    assert len(images(empty_stage.close_with(6))) == 1


def test_team_gets_the_same_picture_without_what_is_hidden(stage: Stage) -> None:
    """Hiding a comment changes words; the manager's picture stays and the team's is the same."""
    summary = stage.close_with(11, consent=True)
    assert stage.karin.press(summary, "Dölj en kommentar").ok
    hidden = "Mening nummer 3 av alla."
    assert stage.karin.submit(stage.opened(MANAGER, "hide"), {"hidden": [hidden]}).ok
    stage.wait(lambda: "Dold för teamet" in visible_text(stage.summary()), "nothing is hidden")
    assert stage.karin.press(stage.summary(), "Dela nu").ok
    stage.wait(lambda: of_kind(stage.karin, TEAM, "shared"), "not shared")
    stage.settle()
    (shared,) = of_kind(stage.person(COLLEAGUES[0]), TEAM, "shared")
    assert hidden not in visible_text(shared)
    (mine,), (ours,) = images(stage.summary()), images(shared)
    assert mine["slack_file"] == images(summary)[0]["slack_file"]
    assert ours["alt_text"] == mine["alt_text"]
    assert loads(stage, ours, COLLEAGUES[0]) == loads(stage, mine, MANAGER)
    assert len(stage.workspace.calls_of(UPLOAD)) == 2


@pytest.mark.parametrize(
    "fault",
    [
        {"kind": "error", "error": "missing_scope", "method": UPLOAD},
        {"kind": "error", "error": "internal_error", "method": "files.completeUploadExternal"},
    ],
    ids=lambda fault: str(fault["error"]),
)
def test_without_the_right_the_summary_comes_without(
    stage: Stage, fault: dict[str, Any], caplog: pytest.LogCaptureFixture
) -> None:
    """The manager gets every word; once the right is there, the next change brings the picture."""
    caplog.set_level(logging.WARNING)
    stage.workspace.fault(**fault, times=99)
    board = stage.open_for_answers()
    stage.answer_all(board, 6)
    stage.ask(MANAGER, "/apt stopp")
    stage.clock.advance(seconds=20)
    stage.wait(lambda: patiently(stage), "no summary")
    summary = stage.summary()
    assert images(summary) == []
    assert "6 av 12 svarade." in visible_text(summary)
    told = [r for r in caplog.records if r.name == "bot.slack.pictures"]
    assert len(told) == 1
    stage.workspace.forget_faults()
    assert stage.karin.press(summary, "Dela nu").ok
    stage.wait(lambda: images(stage.summary()), "the picture never comes")


def patiently(stage: Stage) -> bool:
    """Let a little time pass, and return whether the summary has come."""
    stage.advance(seconds=0.5)
    return bool(stage.summaries())


def test_slow_upload_keeps_nobody_waiting(stage: Stage) -> None:
    """While the picture is on its way commands are answered and other messages go."""
    board = stage.open_for_answers()
    stage.answer_all(board, 6)
    stage.settle()
    stage.workspace.fault("delay", method=UPLOAD, seconds=2, times=1)
    stage.ask(MANAGER, "/apt stopp")
    stage.board(words="slut")
    assert stage.summaries() == []
    assert "Så använder du /apt" in stage.ask(MANAGER, "/apt hjälp")
    assert len(images(stage.summary())) == 1


def test_slack_takes_its_time_with_a_fresh_file(tmp_path: Path) -> None:
    """The message comes a little later, and once."""
    stage = Stage(tmp_path, Lifetimes(file=1.5))
    with stage.workspace:
        stage.start_bot()
        summary = stage.close_with(6)
        stage.stop_bot()
        assert len(images(summary)) == 1
        assert len(stage.summaries()) == 1
        assert len(stage.workspace.calls_of(UPLOAD)) == 1


def test_after_a_restart_the_picture_stays(stage: Stage) -> None:
    """What was uploaded is forgotten: the next change uploads it again, and shows it."""
    stage.close_with(10)
    stage.stop_bot()
    stage.start_bot()
    assert stage.karin.press(stage.summary(), "Dela nu").ok
    stage.wait(lambda: "Delad med teamet." in visible_text(stage.summary()), "not shared")
    stage.settle()
    assert len(images(stage.summary())) == 1
    assert len(stage.summaries()) == 1


def test_picture_tells_no_more_than_the_message(stage: Stage) -> None:
    """Bytes, name and words of the file: nothing of people, and the same as was drawn from it."""
    summary = stage.close_with(11, consent=True)
    (image,) = images(summary)
    assert stage.bot is not None
    key = summary["blocks"][0]["block_id"]
    message = stage.bot.deps.store.read(lambda tx: tx.messages.get(key))
    assert message is not None
    assert isinstance(message.view, Summary)
    picture = message.view.picture
    assert picture is not None
    assert image["alt_text"] == drawing(picture).alt
    content = loads(stage, image, MANAGER)
    assert content == drawing(picture).png
    told = f"{stage.workspace.calls_of(UPLOAD)} {image}".encode() + content
    forbidden = [b"Mening nummer", *(user.encode() for user in COLLEAGUES)]
    assert not [each for each in forbidden if each in told]
    assert b"Mening nummer" in visible_text(summary).encode(), "the search could find nothing"
    assert not {b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME"} & set(chunks(content))


def chunks(png: bytes) -> list[bytes]:
    """The kinds of the parts of a PNG."""
    found, at = [], len(PNG)
    while at < len(png):
        length = int.from_bytes(png[at : at + 4], "big")
        found.append(png[at + 4 : at + 8])
        at += 12 + length
    return found
