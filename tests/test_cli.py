"""The command line, as its own process: what a newcomer and IT type."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from bot.workspace.polling import wait_until

ROOT = Path(__file__).resolve().parents[1]
APTBOT = (sys.executable, "-c", "from bot.cli import main; main(prog_name='aptbot')")
ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+")
PATIENCE = 20.0


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """A whole environment of its own: nothing of the machine's settings comes in."""
    return {
        "APTBOT_DATA_DIR": str(tmp_path / "var" / "data"),
        "APTBOT_KEY_DIR": str(tmp_path / "var" / "keys"),
        "APTBOT_PORT": "0",
        "PYTHONUNBUFFERED": "1",
    }


def aptbot(environment: dict[str, str], *words: str) -> subprocess.CompletedProcess[str]:
    """Run a command to its end."""
    return subprocess.run(
        [*APTBOT, *words],
        env=environment,
        cwd=ROOT,
        text=True,
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )


class Practice:
    """A running `aptbot run --workspace`."""

    def __init__(self, environment: dict[str, str], log: Path) -> None:
        self._log = log
        with log.open("ab") as out:
            self.process = subprocess.Popen(
                [*APTBOT, "run", "--workspace"], env=environment, cwd=ROOT, stdout=out, stderr=out
            )
        self.url = wait_until(self._address, PATIENCE, "no address was printed")

    def _address(self) -> str:
        found = ADDRESS.findall(self.said)
        return found[-1] if found else ""

    @property
    def said(self) -> str:
        """All that it has printed and logged."""
        return self._log.read_text("utf-8")

    def stop(self, by: signal.Signals = signal.SIGINT) -> int:
        """Stop it as Ctrl+C or a service manager would; returns the exit status."""
        self.process.send_signal(by)
        return self.process.wait(PATIENCE)


@pytest.fixture
def practice(environment: dict[str, str], tmp_path: Path) -> Iterator[Practice]:
    """The bot in its practice workspace."""
    running = Practice(environment, tmp_path / "log.txt")
    yield running
    running.process.kill()
    running.process.wait(PATIENCE)


def test_the_practice_workspace_answers(practice: Practice) -> None:
    """The printed address shows the page, the bot answers, and Ctrl+C ends without an error."""
    assert "<html" in httpx.get(practice.url).text
    command = {"as": "U0KARIN", "channel": "C0SOLROSEN", "text": "/apt hjälp"}
    assert httpx.post(f"{practice.url}/client/command", json=command, timeout=10).json()["ok"]
    assert practice.stop() == 0
    assert not re.search(r"ERROR|WARNING|Traceback", practice.said), practice.said


def test_a_proxy_in_the_environment_is_no_trouble(
    environment: dict[str, str], tmp_path: Path
) -> None:
    """Behind an organisation's proxy the practice workspace is still reached directly."""
    with socket.create_server(("127.0.0.1", 0)) as nobody:
        proxy = f"http://127.0.0.1:{nobody.getsockname()[1]}"
        behind = dict.fromkeys(("http_proxy", "https_proxy", "HTTPS_PROXY"), proxy)
        running = Practice({**environment, **behind}, tmp_path / "log.txt")
        command = {"as": "U0KARIN", "channel": "C0SOLROSEN", "text": "/apt"}
        with httpx.Client(trust_env=False, timeout=10) as client:
            assert client.post(f"{running.url}/client/command", json=command).json()["ok"]
        assert running.stop() == 0


def test_beginning_anew_forgets_the_teams(practice: Practice) -> None:
    """After "Börja om från början" the first dialogue asks again who leads."""
    with httpx.Client(base_url=practice.url, timeout=10) as client:

        def start() -> str:
            command = {"as": "U0KARIN", "channel": "C0SOLROSEN", "text": "/apt start tema3"}
            assert client.post("/client/command", json=command).json()["ok"]
            stack = client.get("/client/views", params={"as": "U0KARIN"}).json()["stack"]
            return str(stack[-1]["id"]) if stack else ""

        form = {"as": "U0KARIN", "view_id": start(), "values": {}}
        assert client.post("/client/submit", json=form).json()["ok"]
        assert start() == ""
        assert client.post("/client/reset", json={}).json()["ok"]
        wait_until(start, PATIENCE, "the form does not come back")
    assert practice.stop() == 0


def test_two_signals_at_once_stop_it_once(practice: Practice) -> None:
    """Ctrl+C may come from the terminal and from make: it is one wish to stop."""
    practice.process.send_signal(signal.SIGINT)
    assert practice.stop(signal.SIGTERM) == 0


def test_a_second_bot_on_the_same_files_is_refused(
    practice: Practice, environment: dict[str, str], tmp_path: Path
) -> None:
    """Two bots would send everything twice: the second says that one is running, and ends."""
    del practice
    ended = aptbot(environment, "run", "--workspace")
    assert ended.returncode == 1
    assert "redan" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_what_was_said_is_there_after_a_restart(
    practice: Practice, environment: dict[str, str], tmp_path: Path
) -> None:
    """The practice workspace keeps its messages."""
    line = {"as": "U0ALI", "channel": "C0ALLMANT", "text": "Hej igen"}
    assert httpx.post(f"{practice.url}/client/say", json=line).json()["ok"]
    assert practice.stop(signal.SIGTERM) == 0
    again = Practice(environment, tmp_path / "log2.txt")
    seen = httpx.get(f"{again.url}/client/messages?as=U0KARIN&channel=C0ALLMANT").json()
    assert again.stop() == 0
    assert "Hej igen" in [message["text"] for message in seen["messages"]]


def test_a_taken_port_is_no_trouble(environment: dict[str, str], tmp_path: Path) -> None:
    """With its own port taken the workspace takes a free one, and says which."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        running = Practice({**environment, "APTBOT_PORT": str(port)}, tmp_path / "log.txt")
        assert not running.url.endswith(f":{port}")
        assert running.stop() == 0


def test_without_tokens_both_are_asked_for(environment: dict[str, str]) -> None:
    """`aptbot run` without tokens says what is missing, and ends with 2."""
    ended = aptbot(environment, "run")
    assert ended.returncode == 2
    assert "SLACK_BOT_TOKEN" in ended.stderr
    assert "SLACK_APP_TOKEN" in ended.stderr


@pytest.mark.parametrize("how", [("run",), ("run", "--workspace")])
def test_a_server_that_can_open_no_box_is_told_so(
    environment: dict[str, str], how: tuple[str, ...]
) -> None:
    """Before anybody answers: every round would be lost. Nothing is started or written."""
    program = "import sys; sys.executable = '/bin/false'; from bot.cli import main; main()"
    ended = subprocess.run(
        [sys.executable, "-c", program, *how],
        env=environment,
        cwd=ROOT,
        text=True,
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )
    assert ended.returncode == 1
    assert "påhittade svar" in ended.stderr
    assert "Traceback" not in ended.stderr
    assert not Path(environment["APTBOT_DATA_DIR"]).exists()


def test_all_wrong_settings_are_listed(environment: dict[str, str]) -> None:
    """Every wrong setting is named at once, without a traceback and without a secret."""
    wrong = {"APTBOT_PORT": "many", "APTBOT_LANGUAGE": "fi", "SLACK_BOT_TOKEN": "hemlig"}
    ended = aptbot({**environment, **wrong}, "run")
    assert ended.returncode == 2
    for key in wrong:
        assert key in ended.stderr
    assert "hemlig" not in ended.stderr
    assert "Traceback" not in ended.stderr


def test_refused_tokens_are_told_in_words(environment: dict[str, str], practice: Practice) -> None:
    """Tokens that the platform refuses end the bot with a sentence, not with a traceback."""
    refused = {
        "SLACK_API_URL": f"{practice.url}/api/",
        "SLACK_BOT_TOKEN": "xoxb-1",
        "SLACK_APP_TOKEN": "xapp-1",
    }
    fault = {"kind": "error", "method": "auth.test", "error": "invalid_auth", "times": 1}
    assert httpx.post(f"{practice.url}/client/fault", json=fault).json()["ok"]
    ended = aptbot({**environment, **refused}, "run")
    assert ended.returncode == 2
    assert "SLACK_BOT_TOKEN" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_host_of_another_machine_is_told_in_words(environment: dict[str, str]) -> None:
    """An address that this machine does not have is a wrong setting, and named as one."""
    ended = aptbot({**environment, "APTBOT_HOST": "192.0.2.1"}, "run", "--workspace")
    assert ended.returncode == 2
    assert "APTBOT_HOST" in ended.stderr
    assert "192.0.2.1" in ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.mark.parametrize("content", ["{", "[]", '{"version": 0}', '{"version": 1}', "\udcff"])
def test_damaged_practice_workspace_is_told_in_words(
    environment: dict[str, str], content: str
) -> None:
    """A file that can't be read is named, with what to do about it."""
    path = Path(environment["APTBOT_DATA_DIR"]) / "practice" / "workspace.json"
    path.parent.mkdir(parents=True)
    path.write_bytes(content.encode("utf-8", "surrogateescape"))
    ended = aptbot(environment, "run", "--workspace")
    assert ended.returncode == 1
    assert str(path) in ended.stderr
    assert "ta bort" in ended.stderr.lower()
    assert "Traceback" not in ended.stderr
    assert path.exists()


@pytest.mark.parametrize("place", ["workspace.json", "workspace.json.new"])
def test_practice_workspace_out_of_reach_is_told_as_what_it_is(
    environment: dict[str, str], tmp_path: Path, place: str
) -> None:
    """Not as a damaged file: whoever can't read or write it is told why, and keeps it."""
    folder = Path(environment["APTBOT_DATA_DIR"]) / "practice"
    (folder / place).mkdir(parents=True)
    environment = {**environment, "APTBOT_LANGUAGE": "sv"}
    if place == "workspace.json":
        ended = aptbot(environment, "run", "--workspace")
        status, said = ended.returncode, ended.stderr
    else:
        running = Practice(environment, tmp_path / "log.txt")
        line = {"as": "U0ALI", "channel": "C0ALLMANT", "text": "Hej"}
        assert httpx.post(f"{running.url}/client/say", json=line).json()["ok"]
        status, said = running.stop(), running.said
    assert status == 1
    assert str(folder / "workspace.json") in said
    assert "Is a directory" in said
    assert "disken inte är full" in said
    assert "skadad" not in said
    assert "Traceback" not in said


def test_good_dialogues_are_counted(environment: dict[str, str]) -> None:
    """`aptbot dialogues check` says that the shipped files are right."""
    ended = aptbot(environment, "dialogues", "check")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert "inga fel" in ended.stdout


def test_bad_dialogues_are_explained(environment: dict[str, str], tmp_path: Path) -> None:
    """A mistake is told with its file and line, and the exit status is 1."""
    folder = tmp_path / "dialogues" / "prov"
    folder.mkdir(parents=True)
    (folder / "programme.yaml").write_text("titel:\n  sv: Prov\n", encoding="utf-8")
    ended = aptbot(environment, "dialogues", "check", str(folder.parent))
    assert ended.returncode == 1
    assert "prov/programme.yaml" in ended.stdout
    assert "titel" in ended.stdout


def test_no_dialogues_at_all_is_a_mistake(environment: dict[str, str], tmp_path: Path) -> None:
    """A folder without themes is no success."""
    ended = aptbot(environment, "dialogues", "check", str(tmp_path))
    assert ended.returncode == 1
    assert str(tmp_path) in ended.stdout
