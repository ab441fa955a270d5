"""The whole scene on a server whose ids do not look like Slack's, and whose payloads differ."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.workspace import payloads, visible_text
from tests.e2e.foreign import foreign, foreign_sample
from tests.e2e.forging import deliver
from tests.e2e.places import COLLEAGUES, LEADER, MANAGER, TEAM
from tests.e2e.reading import keys, of_kind
from tests.e2e.stage import Stage

CHIEF, CHANNEL = foreign(MANAGER), foreign(TEAM)


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    """The bot on a workspace with foreign ids."""
    with Stage(tmp_path, sample=foreign_sample(tmp_path)).on() as stage:
        stage.start_bot()
        yield stage


def test_the_whole_scene_with_foreign_ids(stage: Stage) -> None:
    """Set up, walk through, answer, stop, get the summary in private and share it."""
    chief = stage.person(CHIEF)
    assert not chief.direct.startswith("D")
    assert chief.command(CHANNEL, "/apt start tema3").ok
    form = chief.wait_for_view("kanalen kan svara")
    assert chief.submit(form, {"Samtalsledare": [foreign(LEADER)]}).ok
    board = chief.wait_for_message(CHANNEL, "Nu:")
    mentions = [e["text"] for b in board["blocks"] for e in b.get("elements", []) if "text" in e]
    assert any(f"<@{foreign(LEADER)}>" in str(text) for text in mentions)
    for _ in range(4):
        assert chief.command(CHANNEL, "/apt nästa").ok
    board = chief.wait_for_message(CHANNEL, "Svara anonymt")
    assert chief.let_colleagues_answer(board, "Svara anonymt") == len(COLLEAGUES)
    assert chief.command(CHANNEL, "/apt stopp").ok

    summary = chief.wait_for_message(chief.direct, "12 av 12 svarade.")
    assert chief.press(summary, "Dela nu").ok
    stage.wait(lambda: of_kind(chief, CHANNEL, "shared"), "not shared")
    stage.settle()
    assert keys(chief, CHANNEL) == ["board", "shared"]
    assert keys(chief, chief.direct) == ["summary"]

    summary = chief.wait_for_message(chief.direct, "12 av 12 svarade.")
    assert chief.press(summary, "Gör ett åtagande").ok
    form = chief.wait_for_view("Vad ska vi göra?")
    assert chief.submit(form, {"Vad ska vi göra?": "Lugna morgnar"}).ok
    assert stage.person(foreign(LEADER)).command(CHANNEL, "/apt åtaganden").ok
    assert "Lugna morgnar" in visible_text(stage.person(foreign(LEADER)).messages(CHANNEL)[-1])


def test_a_direct_message_is_no_channel_with_foreign_ids(stage: Stage) -> None:
    """Typed in private, it is told to go to the channel."""
    chief = stage.person(CHIEF)
    assert chief.command(chief.direct, "/apt start tema3").ok
    assert "Det här går bara i ett teams kanal" in visible_text(chief.messages(chief.direct)[-1])


def test_the_team_that_a_payload_names_is_not_read(stage: Stage) -> None:
    """In an organisation a payload may name another team, or none."""
    world = stage.workspace._world
    place = world.state.channels[CHANNEL]
    payload = payloads.command_payload(world, CHIEF, place, "/apt", "start tema3", "")
    asked = deliver(stage.workspace, "slash_commands", {**payload, "team_id": "E0ORG"}, answer=True)
    assert asked.ok, asked.reason
    chief = stage.person(CHIEF)
    form = chief.wait_for_view("kanalen kan svara")
    assert chief.submit(form, {"Samtalsledare": []}).ok
    chief.wait_for_message(CHANNEL, "Nu:")
    assert chief.command(CHANNEL, "/apt nästa").ok
    chief.wait_for_message(CHANNEL, "Nu: Tre minuter vid bänken")
