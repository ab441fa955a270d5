"""What the preview tells its page, and to whom it answers."""

from __future__ import annotations

import base64
import hashlib
import re
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.authoring.finding import items_of
from bot.content import load
from bot.domain.programme import Language
from bot.locales import words
from bot.preview import Preview
from bot.preview.scenes import scenes
from bot.preview.showing import shown
from bot.preview.watch import Sight, Watch
from bot.workspace.polling import wait_until
from tests.slack.checker import message_problems, view_problems
from tests.tools.conftest import Run
from tests.tools.papers import EVIL, programme

ROOT = Path(__file__).parents[2]
ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+/")


@pytest.fixture
def preview(dialogues: Path) -> Iterator[Preview]:
    """The preview of the directory, running."""
    showing = Preview(dialogues)
    thread = threading.Thread(target=showing.run, daemon=True)
    thread.start()
    yield showing
    showing.stop()
    thread.join(10)
    assert not thread.is_alive()


@pytest.fixture
def client(preview: Preview) -> Iterator[httpx.Client]:
    """A browser that asks it."""
    with httpx.Client(base_url=preview.url, timeout=10, trust_env=False) as asking:
        yield asking


def show(client: httpx.Client, **wanted: str) -> dict[str, Any]:
    """Return what the page is told."""
    told: dict[str, Any] = client.get("/show", params=wanted).raise_for_status().json()
    return told


def test_theme_is_shown_from_first_look_to_summary(client: httpx.Client) -> None:
    """Every step has its message, and the form and the summary follow."""
    told = show(client, at="prov/tema1")
    keys = [scene["key"] for scene in told["scenes"]]
    assert keys == ["before", "step-0", "step-1", "step-2", "over", "form", "summary"]
    assert (told["notice"], told["problems"]) == ("", [])
    form = told["scenes"][5]["view"]
    assert form["type"] == "modal"
    assert all("block_id" in block for block in form["blocks"])
    assert "Exempel" in str(told["scenes"][6]["message"])


def test_languages_have_their_own_texts(client: httpx.Client) -> None:
    """The same theme in each language; an unknown one is Swedish."""
    assert "A theme" in str(show(client, at="prov/tema1", language="en")["scenes"][0])
    assert "Ett tema" in str(show(client, at="prov/tema1", language="xx")["scenes"][0])


def test_easy_swedish_takes_the_place_of_swedish(dialogues: Path) -> None:
    """Steps and questions are the easy ones; the bot's own words are plain Swedish."""
    easy = shown(_with_everything(dialogues), "prov/tema1", "lattlast")
    assert easy["lang"] == "sv"
    said = str(easy["scenes"])
    assert "Hur är begriplighet? (lätt)" in said
    assert "Svara nu. (lätt)" in said
    assert "(en)" not in said


def test_deck_is_shown_card_by_card_and_as_the_group_sees_it(dialogues: Path) -> None:
    """Every card is as `/apt kort` shows it, only to its reader; one is as everybody sees it."""
    first, second, group = shown(_with_everything(dialogues), "prov/kort1", "sv")["scenes"]
    assert (first["key"], second["key"], group["key"]) == ("card-0", "card-1", "group")
    assert first["heading"] == "Kort 1 av 2: så ser det ut för den som drar det"
    for text in ("Vad är bra?", "Berätta.", "Ett till"):
        assert text in str(first["message"])
    assert EVIL in str(second["message"]["blocks"])
    assert (first["message"]["ephemeral"], group["message"]["ephemeral"]) == (True, False)
    assert "Ett till" not in str(group["message"])


def test_mirror_is_shown_as_its_form_and_its_picture(dialogues: Path) -> None:
    """The questions as they are asked, and what made-up answers to them show."""
    form, picture = shown(_with_everything(dialogues), "prov/spegel1", "en")["scenes"]
    fields = [block for block in form["view"]["blocks"] if block["type"] == "input"]
    assert len(fields) == 3
    assert "Fråga 0? (en)" in str(fields[0])
    told = str(picture["view"]["blocks"])
    assert "Fråga 1? (en) You answered 6 of 7" in told
    assert "Välj en sak. (en)" in told
    assert all("block_id" in block for block in picture["view"]["blocks"])


def test_deck_that_breaks_shows_its_last_good_version(dialogues: Path) -> None:
    """As a theme does: the file is watched while it is written."""
    shutil.copy(ROOT / "dialogues" / "samtalskort" / "hanterbarhet.yaml", dialogues / "prov")
    file = dialogues / "prov" / "hanterbarhet.yaml"
    watch = Watch(file)
    good = shown(watch.sight(), watch.first, "sv")
    assert good["problems"] == []
    text = file.read_text("utf-8")
    question = good["scenes"][0]["message"]["text"].splitlines()[-1]
    file.write_text(text.replace(question, "Vad är nytt?"), encoding="utf-8")
    changed = shown(watch.sight(), watch.first, "sv")
    assert changed["scenes"][0]["message"]["text"].endswith("Vad är nytt?")
    assert changed["scenes"][1:-1] == good["scenes"][1:-1]
    file.write_text(text.replace("kind: cards", "kind: cadrs"), encoding="utf-8")
    broken = shown(watch.sight(), watch.first, "sv")
    assert "senaste versionen utan fel" in broken["notice"]
    assert broken["scenes"] == changed["scenes"]


def _with_everything(dialogues: Path) -> Sight:
    """Return the directory as it were if it held a programme of one of each."""
    return replace(Watch(dialogues).sight(), programmes=(programme(),))


def test_broken_file_is_told_and_its_last_good_version_shown(
    client: httpx.Client, dialogues: Path
) -> None:
    """The check's words say what to mend; what was good stays below."""
    good = show(client, at="prov/tema1")
    file = dialogues / "prov" / "tema1.yaml"
    text = file.read_text("utf-8")
    file.write_text(text.replace("minutes: 4", "minutes: 9"), encoding="utf-8")
    broken = show(client, at="prov/tema1")
    assert "senaste versionen utan fel" in broken["notice"]
    (problem,) = broken["problems"]
    assert problem["mistake"]
    assert "Stegen tar tillsammans 20 minuter" in problem["what"]
    assert broken["scenes"] == good["scenes"]
    file.write_text(text.replace("Hej.", "Hej då."), encoding="utf-8")
    mended = show(client, at="prov/tema1")
    assert (mended["notice"], mended["problems"]) == ("", [])
    assert "Hej då." in str(mended["scenes"])


def test_file_that_was_never_good_shows_only_what_is_wrong(dialogues: Path) -> None:
    """There is nothing to show yet, and no other theme comes in its place."""
    file = dialogues / "prov" / "tema2.yaml"
    file.write_text("number: [", encoding="utf-8")
    watch = Watch(file)
    told = shown(watch.sight(), watch.first, "sv")
    assert told["at"] == "prov/tema2"
    assert "kan inte visas än" in told["notice"]
    assert told["scenes"] == []
    assert [each["here"] for each in told["problems"]] == [True]


def test_nothing_new_is_told_in_nothing(client: httpx.Client, dialogues: Path) -> None:
    """The page asks often: as long as no file changes the answer is empty."""
    first = client.get("/show", params={"at": "prov/tema1"})
    tag = {"If-None-Match": first.headers["etag"]}
    assert client.get("/show", params={"at": "prov/tema1"}, headers=tag).status_code == 304
    assert client.get("/show", params={"at": "prov/å", "x": "1"}, headers=tag).status_code == 200
    (dialogues / "prov" / "tema1.yaml").touch()
    assert client.get("/show", params={"at": "prov/tema1"}, headers=tag).status_code == 200


def test_other_sites_get_no_answer(preview: Preview, client: httpx.Client) -> None:
    """A name that another site lets point at this computer is not answered to."""
    assert client.get("/show").status_code == 200
    assert client.get("/show", headers={"host": "evil.example"}).status_code == 400
    assert preview.url.startswith("http://127.0.0.1:")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_nothing_can_be_changed_through_it(client: httpx.Client, method: str) -> None:
    """It only reads."""
    for path in ("/", "/show", "/paper", "/chat"):
        assert client.request(method, path).status_code == 405


@pytest.mark.parametrize(
    "path", ["/page/../server.py", "/page/%2e%2e/server.py", "/preview/..%2fserver.py", "/../x"]
)
def test_only_its_own_pages_are_served(client: httpx.Client, path: str) -> None:
    """No way leads out of the two folders with pages."""
    assert client.get(path).status_code == 404
    assert client.get("/page/js/message.js").status_code == 200


def test_paper_runs_no_script_and_allows_only_its_own_styles(client: httpx.Client) -> None:
    """The policy names the very styles that stand in the page."""
    answer = client.get("/paper", params={"at": "prov/tema1", "language": "sv"})
    styles = re.search(r"<style>(.*)</style>", answer.text, re.DOTALL)
    assert styles is not None
    digest = base64.b64encode(hashlib.sha256(styles[1].encode()).digest()).decode()
    policy = answer.headers["content-security-policy"]
    assert f"style-src 'sha256-{digest}'" in policy
    assert "script-src" not in policy
    assert "onclick" not in answer.text
    assert client.get("/paper", params={"at": "prov/x"}).status_code == 404


def test_taken_port_gives_another(preview: Preview, dialogues: Path) -> None:
    """Two previews at once are no trouble."""
    port = int(preview.url.rstrip("/").rpartition(":")[2])
    other = Preview(dialogues, port)
    assert other.url != preview.url
    other._listener.close()


def test_everything_shipped_can_be_drawn() -> None:
    """In each language, within what Slack allows for one message and for one form."""
    shipped = load(ROOT / "dialogues").programmes
    assert shipped
    for each in shipped:
        for language in Language:
            for item in items_of(each):
                for scene in scenes(each, item, words(language)):
                    assert _problems(scene) == []


def _problems(scene: dict[str, Any]) -> list[str]:
    return view_problems(scene["view"]) if "view" in scene else message_problems(scene["message"])


def test_command_serves_until_it_is_told_to_stop(dialogues: Path, tmp_path: Path) -> None:
    """The printed address shows the page, and Ctrl+C ends without an error."""
    command = (sys.executable, "-c", "from bot.cli import main; main(prog_name='aptbot')")
    log = tmp_path / "log.txt"
    with log.open("wb") as out:
        process = subprocess.Popen(
            [*command, "dialogues", "preview", str(dialogues), "--port", "0"],
            env={"PYTHONUNBUFFERED": "1", "PYTHONPATH": str(ROOT)},
            cwd=tmp_path,
            stdout=out,
            stderr=out,
        )
    try:
        url = wait_until(lambda: "".join(ADDRESS.findall(log.read_text())), 20.0, "no address")
        assert "<html" in httpx.get(url, trust_env=False).text
        process.send_signal(signal.SIGINT)
        assert process.wait(20) == 0
    finally:
        process.kill()
        process.wait(20)
    assert not re.search(r"Traceback|Aborted|ERROR", log.read_text())


def test_command_wants_something_to_show(aptbot: Run) -> None:
    """A path that is not there is told, with status 2."""
    done = aptbot("preview", "finns-inte")
    assert done.exit_code == 2
    assert "finns inte" in done.stderr
