"""What survives a restart, and what must not."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

import httpx
import pytest
from slack_sdk import WebClient

from bot.workspace import Workspace, WorkspaceError
from bot.workspace.errors import StateFileError
from bot.workspace.http_client import HttpClient
from bot.workspace.person import Person
from bot.workspace.polling import wait_until
from tests.bounded import bounded
from tests.workspace.small_app import CHANNEL, SmallApp, open_form, section

SECRET = "hemligt-i-formuläret"


def test_messages_and_files_survive_but_nothing_private(tmp_path: Path) -> None:
    """Neither ephemerals nor forms nor what was typed into them are on disk or come back."""
    path = tmp_path / "state.json"
    with Workspace(state_file=path) as first, SmallApp(first) as app:
        ali = first.person("U0ALI")
        blocks = [section("Hej alla")]
        ts = app.client.chat_postMessage(channel=CHANNEL, text="Hej", blocks=blocks)["ts"]
        app.client.reactions_add(channel=CHANNEL, timestamp=ts, name="tada")
        app.client.chat_postEphemeral(channel=CHANNEL, user="U0ALI", text=SECRET)
        app.client.files_upload_v2(filename="a.png", content=b"bild", channel=CHANNEL)
        view = open_form(app, ali)
        ali.choose(view, "Något mer?", SECRET)
        ali.invite("C0FIKA", "U0APTBOT")
        shown = [one for one in ali.messages(CHANNEL) if not one["ephemeral"]]
    for file in tmp_path.rglob("*"):
        if file.is_file():
            assert SECRET.encode() not in file.read_bytes()
    with Workspace(state_file=path) as second:
        ali = second.person("U0ALI")
        assert ali.messages(CHANNEL) == shown
        assert ali.views == []
        assert "U0APTBOT" in next(one for one in ali.channels() if one["id"] == "C0FIKA")["members"]
        assert httpx.get(second.url + shown[1]["files"][0]["url"]).content == b"bild"
        client = WebClient(second.bot_token, base_url=second.api_url)
        client.chat_update(channel=CHANNEL, ts=ts, text="Efter")
        assert client.chat_postMessage(channel=CHANNEL, text="Nytt")["ts"] > shown[1]["ts"]


def test_a_change_is_on_disk_soon_after_it_is_made(tmp_path: Path) -> None:
    """Not only when the workspace stops."""
    path = tmp_path / "state.json"
    with Workspace(state_file=path) as workspace:
        workspace.person("U0ALI").say(CHANNEL, "Hej")
        wait_until(lambda: path.exists() and "Hej" in path.read_text("utf-8"), 5, "not written")
        workspace.reset()
        wait_until(lambda: "Hej" not in path.read_text("utf-8"), 5, "not written")


@pytest.mark.parametrize("content", ["", "{}", '{"version": 99}', '{"version": 1}', "[1]"])
def test_a_broken_state_file_is_named(tmp_path: Path, content: str) -> None:
    """With what to do; nothing is overwritten."""
    path = tmp_path / "state.json"
    path.write_text(content)
    with pytest.raises(WorkspaceError, match="remove"):
        Workspace(state_file=path)
    assert path.read_text() == content


def test_a_change_that_can_not_be_written_is_logged(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """In one line with the reason, and the workspace goes on; the end tells of it, too."""
    path = tmp_path / "state.json"
    (tmp_path / "state.json.new").mkdir()
    workspace = Workspace(state_file=path).start()
    ali = workspace.person("U0ALI")
    ali.say(CHANNEL, "Hej")
    wait_until(lambda: caplog.records, 5, "not logged")
    assert "Hej" in ali.text(CHANNEL)
    with pytest.raises(StateFileError, match="Is a directory") as told:
        workspace.stop()
    with pytest.raises(httpx.ConnectError):
        httpx.get(workspace.url)
    (record,) = (each for each in caplog.records if each.levelname == "ERROR")
    assert (record.getMessage(), record.exc_info) == (str(told.value), None)
    assert told.value.reason == "Is a directory"


def test_a_process_of_its_own_says_where_it_is_and_survives_a_kill(tmp_path: Path) -> None:
    """`python -m bot.workspace`: one line of JSON; a second process goes on where it ended."""
    command = [sys.executable, "-m", "bot.workspace", "--state", str(tmp_path / "state.json")]
    root = Path(__file__).parents[2]

    def begin() -> tuple[subprocess.Popen[str], Person]:
        process = bounded(subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True))
        assert process.stdout is not None
        where = json.loads(process.stdout.readline())
        assert where["bot_token"].startswith("xoxb-")
        assert where["app_token"].startswith("xapp-")
        assert where["api_url"] == where["url"] + "/api/"
        port = int(where["url"].rpartition(":")[2])
        return process, Person("U0ALI", HttpClient("127.0.0.1", port))

    def end(process: subprocess.Popen[str], how: signal.Signals) -> int:
        process.send_signal(how)
        code = process.wait(10)
        assert process.stdout is not None
        process.stdout.close()
        return code

    process, ali = begin()
    ali.say(CHANNEL, "Före")
    state = tmp_path / "state.json"
    wait_until(lambda: state.exists() and "Före" in state.read_text("utf-8"), 5, "not written")
    ali.leave_page()
    end(process, signal.SIGKILL)
    process, ali = begin()
    assert "Före" in ali.text(CHANNEL)
    ali.leave_page()
    assert end(process, signal.SIGTERM) == 0


def test_a_wrong_start_is_explained(tmp_path: Path) -> None:
    """A message and exit code 2, no traceback."""
    command = [sys.executable, "-m", "bot.workspace", "--sample", str(tmp_path / "no.yaml")]
    root = Path(__file__).parents[2]
    result = subprocess.run(
        command, cwd=root, capture_output=True, text=True, timeout=60, check=False
    )
    assert result.returncode == 2
    assert "no.yaml" in result.stderr
    assert "Traceback" not in result.stderr


def test_what_is_written_is_for_this_user_alone(tmp_path: Path) -> None:
    """The file, the folder made for it, and uploaded files; a folder that is there is left."""
    shared = tmp_path / "shared"
    shared.mkdir(mode=0o755)
    path = shared / "own" / "state.json"
    with Workspace(state_file=path) as workspace:
        client = WebClient(workspace.bot_token, base_url=workspace.api_url)
        client.files_upload_v2(filename="a.png", content=b"bild", channel=CHANNEL)
    assert shared.stat().st_mode & 0o777 == 0o755
    made = [path.parent, *path.parent.rglob("*")]
    assert {one.stat().st_mode & 0o777 for one in made if one.is_dir()} == {0o700}
    assert {one.stat().st_mode & 0o777 for one in made if one.is_file()} == {0o600}
    assert len(made) == 4


def test_the_folder_is_made(tmp_path: Path) -> None:
    """The first start is in a folder that is not there yet."""
    path = tmp_path / "new" / "folder" / "state.json"
    with Workspace(state_file=path) as workspace:
        workspace.person("U0KARIN").say("C0ALLMANT", "Hej")
    assert path.exists()
