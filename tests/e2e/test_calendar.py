"""The plan in people's own calendars, over the wire: the link, the file, a new link, and no web."""

from __future__ import annotations

import logging
import re
import threading
from collections.abc import Iterator
from pathlib import Path

import httpx
import icalendar
import pytest

from bot.bootstrap import build
from bot.content import load
from bot.settings import PROJECT_DIR, SettingsError
from bot.stores.secret_files import CALENDAR_SECRET
from bot.web import listen
from bot.workspace import visible_text
from bot.workspace.person import Person
from tests.e2e.forging import forged_press
from tests.e2e.places import COLLEAGUES, GUEST, LEADER, MANAGER, NIGHT, STRANGER, TEAM
from tests.e2e.reading import Json, ephemerals, has_button, says
from tests.e2e.stage import Stage
from tests.e2e.test_pools import save_team
from tests.forensics.evidence import files, find
from tests.forensics.test_logging import text_of

LINK = re.compile(r"http://127\.0\.0\.1:\d+/kalender/[0-9a-f]{16}-[0-9a-f]{32}\.ics")
MEMBER = COLLEAGUES[0]


class ServedStage(Stage):
    """A stage whose bot serves calendars on a free port, as in the practice workspace."""

    def start_served(self) -> None:
        """Build and connect the bot."""
        self.bot = build(self.settings, threading.Event(), clock=self.clock, practising=True)
        self.bot.start()
        self.workspace.wait_for_app()


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[ServedStage]:
    """A team with a plan, and a bot that serves calendars."""
    with ServedStage(tmp_path).on() as running:
        running.start_served()
        save_team(running, MANAGER, TEAM, {"Samtalsledare": [LEADER]})
        plan_fridays(running)
        yield running


def plan_fridays(stage: Stage) -> None:
    """Plan ten themes through the form: from what is typed to the saved plan."""
    karin = stage.karin
    assert karin.command(TEAM, "/apt plan").ok
    assert karin.press(ephemerals(karin, TEAM)[-1], "Planera").ok
    form = stage.opened(MANAGER, "plan")
    typed = {"När ses ni?": "varje fredag 09:00"}
    assert karin.submit(form, typed).ok
    sure = stage.opened(MANAGER, "plan.sure")
    assert karin.submit(sure, {}).ok
    stage.settle()


def fridays() -> int:
    """Return how many were planned: each dialogue of the first programme has one."""
    return len(load(PROJECT_DIR / "dialogues").programmes[0].dialogues)


def page(stage: Stage, user: str, typed: str = "/apt kalender") -> Json:
    """Type the command and return the private page."""
    assert stage.person(user).command(TEAM, typed).ok
    return ephemerals(stage.person(user), TEAM)[-1]


def link(shown: Json) -> str:
    """Return the link on the page."""
    found = LINK.search(visible_text(shown))
    assert found, visible_text(shown)
    return found[0]


def fetched(address: str) -> httpx.Response:
    """Fetch an address as a calendar would."""
    return httpx.get(address, trust_env=False, timeout=20)


def events(content: bytes) -> list[icalendar.Component]:
    """Return the events of a calendar."""
    return list(icalendar.Calendar.from_ical(content).walk("VEVENT"))


@pytest.mark.parametrize("typed", ["/apt kalender", "/apt calendar", "/apt Kalendern!"])
def test_link_is_shown_to_anybody_and_opens(stage: ServedStage, typed: str) -> None:
    """A member, a guest and the manager see the same link; only who leads may replace it."""
    shown = page(stage, MEMBER, typed)
    answer = fetched(link(shown))
    assert answer.status_code == 200
    assert len(events(answer.content)) == fridays()
    assert all(str(each["summary"]).startswith("Dialog: ") for each in events(answer.content))
    assert link(page(stage, GUEST)) == link(page(stage, MANAGER)) == link(shown)
    assert not has_button(shown, "calendar.renew")
    assert has_button(page(stage, MANAGER), "calendar.renew")
    assert has_button(page(stage, LEADER), "calendar.renew")


def test_file_is_sent_in_private(stage: ServedStage) -> None:
    """It comes to whoever pressed, with the same events as the link, and nobody else sees it."""
    person = stage.person(MEMBER)
    shown = page(stage, MEMBER)
    assert person.press(shown, "Skicka som fil").ok
    sent = person.wait_for_message(person.direct, "kalenderfil")
    (file,) = sent["files"]
    assert file["name"] == "apt-arbetslag-solrosen.ics"
    assert file["mimetype"] == "text/calendar"
    content = fetched(f"{stage.workspace.url}{file['url']}").content
    same = events(fetched(link(shown)).content)
    assert [each["uid"] for each in events(content)] == [each["uid"] for each in same]
    assert says(stage.said(0), "calendar-sent")
    for other in (MANAGER, COLLEAGUES[2]):
        assert "kalenderfil" not in said_to(stage.person(other))


def said_to(person: Person) -> str:
    """Return all that a person sees in the private conversation and the channel."""
    places = (person.direct, TEAM)
    return " ".join(visible_text(m) for place in places for m in person.messages(place))


def test_file_that_does_not_go_is_told(stage: ServedStage) -> None:
    """Where the app lacks the right, the person is told what to do; the log names no file."""
    stage.workspace.fault("error", method="files.getUploadURLExternal", error="missing_scope")
    person = stage.person(MEMBER)
    assert person.press(page(stage, MEMBER), "Skicka som fil").ok
    assert says(stage.said(0), "calendar-not-sent")


def test_new_link_replaces_the_old(stage: ServedStage) -> None:
    """The page changes in place; the old link opens nothing; pressing again makes no third."""
    old_page = page(stage, MANAGER)
    old = link(old_page)
    assert stage.karin.press(old_page, "Ny länk").ok
    new = stage.wait(lambda: other_link(stage, old), "no new link")
    assert fetched(new).status_code == 200
    assert fetched(old).status_code == 404
    assert forged_press(stage.workspace, MANAGER, old_page, "calendar.renew", value_of(old_page)).ok
    stage.settle()
    assert link(page(stage, MEMBER)) == new


def other_link(stage: Stage, old: str) -> str:
    """Return a link that the manager sees other than the old one, empty for none yet."""
    shown = " ".join(visible_text(each) for each in ephemerals(stage.karin, TEAM))
    return next((found for found in LINK.findall(shown) if found != old), "")


def value_of(shown: Json) -> str:
    """Return the value of the button that replaces the link."""
    return next(
        str(element["value"])
        for block in shown["blocks"]
        for element in block.get("elements", ())
        if element.get("action_id") == "calendar.renew"
    )


@pytest.mark.parametrize("user", [MEMBER, GUEST, STRANGER])
def test_forged_button_replaces_nothing(stage: ServedStage, user: str) -> None:
    """Who does not lead is told so, and the link goes on working."""
    shown = page(stage, MANAGER)
    assert forged_press(stage.workspace, user, shown, "calendar.renew", value_of(shown)).ok
    assert says(stage.said(0), "error-not-allowed")
    assert fetched(link(shown)).status_code == 200


def test_link_outlives_a_restart(stage: ServedStage) -> None:
    """It is made anew from the same secret; only the port is another one in practice."""
    before = link(page(stage, MEMBER)).rpartition("/")[2]
    stage.stop_bot()
    stage.start_served()
    after = link(page(stage, MEMBER))
    assert after.rpartition("/")[2] == before
    assert fetched(after).status_code == 200


def test_plan_leads_to_the_calendar_and_back(stage: ServedStage) -> None:
    """For members as well."""
    person = stage.person(MEMBER)
    assert person.press(page(stage, MEMBER, "/apt plan"), "Kalender").ok
    shown = person.wait_for_message(TEAM, "Kalender för #arbetslag-solrosen")
    assert person.press(shown, "Plan").ok
    stage.wait(lambda: "Plan för" in said_to(person), "no plan")


def test_channel_without_a_team_is_told(stage: ServedStage) -> None:
    """Nothing is there yet, and the answer says what to do."""
    assert says(stage.ask(MANAGER, "/apt kalender", NIGHT), "error-no-team")


def test_link_is_in_no_file_and_no_log(
    stage: ServedStage, caplog: pytest.LogCaptureFixture
) -> None:
    """After it was shown, fetched, sent and replaced: the database, its log and ours hold none."""
    with caplog.at_level(logging.DEBUG):
        shown = page(stage, MANAGER)
        fetched(link(shown))
        assert stage.karin.press(shown, "Skicka som fil").ok
        stage.said(0)
        assert stage.karin.press(shown, "Ny länk").ok
        new = stage.wait(lambda: other_link(stage, link(shown)), "no new link")
        stage.settle()
    codes = [address[-36:-4] for address in (link(shown), new)]
    left = files(stage.directory)
    lines = [r for r in caplog.records if r.name.startswith(("bot.", "uvicorn", "slack"))]
    assert find(codes, {**left, **text_of([r for r in lines if "workspace" not in r.name])}) == {}
    heard = text_of([r for r in caplog.records if r.name.startswith("httpx")])
    assert set(find(codes[:1], heard)) == {codes[0]}  # the control: a line with it is found
    assert f"keys/{CALENDAR_SECRET}" in left


# --- settings ------------------------------------------------------------------------------


def test_without_the_web_the_file_is_offered(empty_stage: Stage) -> None:
    """As against Slack when nothing is set: no port is opened and no secret is made."""
    empty_stage.start_bot()
    save_team(empty_stage, MANAGER, TEAM)
    assert says(empty_stage.ask(MANAGER, "/apt kalender"), "calendar-no-link")
    assert not (empty_stage.directory / "keys" / CALENDAR_SECRET).exists()


def test_links_begin_as_the_settings_say(empty_stage: Stage) -> None:
    """What stands behind a proxy tells the proxy's address."""
    stage = empty_stage
    door = listen("127.0.0.1", 0)
    port = door.getsockname()[1]
    door.close()
    given = {"web_port": port, "public_url": "https://apt.kommunen.se/x"}
    settings = stage.settings.model_copy(update=given)
    stage.bot = build(settings, threading.Event(), clock=stage.clock)
    stage.bot.start()
    stage.workspace.wait_for_app()
    save_team(stage, MANAGER, TEAM)
    said = stage.ask(MANAGER, "/apt kalender")
    found = re.search(r"https://apt\.kommunen\.se/x(/kalender/\S+\.ics)", said)
    assert found, said
    assert fetched(f"http://127.0.0.1:{port}{found[1]}").status_code == 200


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"web_port": 8400}, "APTBOT_PUBLIC_URL public_url_missing"),
        ({"web_host": "192.0.2.1", "web_port": 8400}, "APTBOT_WEB_HOST host_elsewhere"),
        ({"web_port": -1}, "APTBOT_WEB_PORT port_taken"),
    ],
)
def test_settings_that_do_not_work_are_told(
    empty_stage: Stage, given: dict[str, object], problem: str
) -> None:
    """Before anything is started: each says which setting, and the bot can be started again."""
    stage = empty_stage
    with listen("127.0.0.1", 0) as door:
        if given["web_port"] == -1:
            given = {"web_port": door.getsockname()[1]}
        public = {} if "missing" in problem else {"public_url": "https://apt.kommunen.se"}
        settings = stage.settings.model_copy(update={**given, **public})
        with pytest.raises(SettingsError) as caught:
            build(settings, threading.Event(), clock=stage.clock)
    assert [f"{each.key} {each.code}" for each in caught.value.problems] == [problem]
    stage.start_bot()  # the directories are free again
