"""Which tab of a person shows a form: the one whose step the app answered with it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest
from slack_bolt import Ack

from bot.workspace import Workspace
from bot.workspace.person import Person
from tests.workspace.small_app import (
    CHANNEL,
    CHOICES,
    TWO,
    Json,
    SmallApp,
    actions,
    button,
    modal,
)
from tests.workspace.test_page import hear, live

HERE, THERE = "flik-8f3a61", "flik-71bc05"
"""What two loads of Ali's page call themselves."""

MENU = {"type": "overflow", "action_id": "more", "options": [TWO]}
ROW = actions(button("Ja", "yes"), CHOICES, MENU, block_id="row")


class Tab:
    """Ali's page in one tab. Without an id it takes steps as a driver or a robot does."""

    def __init__(self, workspace: Workspace, app: SmallApp, tab_id: str = "") -> None:
        self.app = app
        self._url = f"{workspace.url}/client"
        self._known = {"as": "U0ALI"} | ({"tab_id": tab_id} if tab_id else {})

    def post(self, what: str, **body: object) -> Json:
        """A call of the page."""
        answer: Json = httpx.post(f"{self._url}/{what}", json=self._known | body).json()
        return answer

    def command(self) -> None:
        """A slash command."""
        self.app.on_command = lambda ack, _: ack()
        assert self.post("command", channel=CHANNEL, text="/apt")["ok"]

    def press(self, **place: str) -> None:
        """A button, in a new message unless it is elsewhere."""
        self._act("yes", {}, place)

    def choose(self) -> None:
        """A select in a message."""
        self._act("pick", {"type": "static_select", "selected_option": TWO}, {})

    def menu(self) -> None:
        """A menu in a message."""
        self._act("more", {"selected_option": TWO}, {})

    def _act(self, action_id: str, value: Json, place: dict[str, str]) -> None:
        self.app.on_action = lambda ack, _: ack()
        ids = {"block_id": "row", "action_id": action_id, "value": value}
        assert self.post("action", **(place or self._message()), **ids)["ok"]

    def _message(self) -> dict[str, str]:
        message = self.app.client.chat_postMessage(channel=CHANNEL, text="a", blocks=[ROW])
        return {"channel": CHANNEL, "ts": str(message["ts"])}

    def press_at_home(self) -> None:
        """A button in the app's home."""
        view = {"type": "home", "blocks": [ROW]}
        home = self.app.client.views_publish(user_id="U0ALI", view=view)["view"]
        self.press(view_id=home["id"])

    def press_in_a_form(self) -> None:
        """A button in a form that is open already."""
        self.press(view_id=self.opened()["id"])

    def submit(self) -> None:
        """A form handed in."""
        view = self.opened()
        self.app.on_submit = lambda ack, _: ack()
        assert self.post("submit", view_id=view["id"], values={})["ok"]

    def trigger(self) -> str:
        """The trigger of the latest step."""
        return str(self.app.seen[-1]["trigger_id"])

    def opened(self) -> Json:
        """A form that answers a button in this tab."""
        self.press()
        answer = self.app.client.views_open(trigger_id=self.trigger(), view=modal(ROW))
        return dict(answer["view"])

    def pushed(self) -> Json:
        """A form laid on top, as an answer to a button in this tab."""
        self.press()
        answer = self.app.client.views_push(trigger_id=self.trigger(), view=modal(ROW))
        return dict(answer["view"])


Step = Callable[[Tab], None]
ShownIn = Callable[[], str]

STEPS = pytest.mark.parametrize(
    "step",
    [
        Tab.command,
        Tab.press,
        Tab.choose,
        Tab.menu,
        Tab.press_at_home,
        Tab.press_in_a_form,
        Tab.submit,
    ],
)


@pytest.fixture
def here(workspace: Workspace, app: SmallApp) -> Tab:
    """One tab."""
    return Tab(workspace, app, HERE)


@pytest.fixture
def there(workspace: Workspace, app: SmallApp) -> Tab:
    """Another one of the same person."""
    return Tab(workspace, app, THERE)


@pytest.fixture
def driver(workspace: Workspace, app: SmallApp) -> Tab:
    """The same person's steps over the API, in no tab."""
    return Tab(workspace, app)


@pytest.fixture
def shown_in(workspace: Workspace) -> ShownIn:
    """The tab that shows Ali's forms, as a page reads it."""

    def read() -> str:
        answer = httpx.get(f"{workspace.url}/client/views", params={"as": "U0ALI"})
        return str(answer.json()["tab_id"])

    return read


@STEPS
def test_a_form_is_for_the_tab_of_the_step(
    workspace: Workspace, here: Tab, there: Tab, shown_in: ShownIn, step: Step
) -> None:
    """Whatever is done in another tab before the app answers."""
    step(here)
    trigger = here.trigger()
    step(there)
    with live(workspace, "U0ALI") as socket:
        hear(socket, "status")
        view = here.app.client.views_open(trigger_id=trigger, view=modal())["view"]
        event = hear(socket, "views")
    assert (event["stack"][0]["id"], event["tab_id"]) == (view["id"], HERE)
    assert shown_in() == HERE


@STEPS
def test_without_a_tab_a_form_is_for_none(
    ali: Person, here: Tab, driver: Tab, shown_in: ShownIn, step: Step
) -> None:
    """A driver's form covers nobody's page; it stands in the stack all the same."""
    here.opened()
    step(driver)
    view = driver.app.client.views_open(trigger_id=driver.trigger(), view=modal())["view"]
    assert [one["id"] for one in ali.views] == [view["id"]]
    assert shown_in() == ""


def test_whoever_opens_last_shows_the_form(here: Tab, there: Tab, shown_in: ShownIn) -> None:
    """A person has one stack; a form laid on top by a step elsewhere takes all of it along."""
    here.opened()
    there.opened()
    assert shown_in() == THERE
    here.pushed()
    assert shown_in() == HERE


def test_what_follows_stays_in_the_tab(
    ali: Person, here: Tab, driver: Tab, shown_in: ShownIn
) -> None:
    """Changed, laid on top, answered or closed, also by steps in no tab."""
    view = here.opened()
    here.app.client.views_update(view_id=view["id"], view=modal(title="Nytt"))
    assert shown_in() == HERE
    driver.pushed()
    assert shown_in() == HERE

    def answer(ack: Ack, body: Json) -> None:
        how = "update" if len(here.app.of_type("view_submission")) == 1 else "push"
        ack(response_action=how, view=modal(title="Svar"))

    here.app.on_submit = answer
    for forms in (2, 3):
        assert ali.submit(ali.views[-1]).ok
        assert (len(ali.views), shown_in()) == (forms, HERE)
    assert ali.close(ali.views[-1]).ok
    assert (len(ali.views), shown_in()) == (2, HERE)


def test_a_tab_that_is_loaded_anew_goes_on(
    ali: Person, here: Tab, there: Tab, shown_in: ShownIn
) -> None:
    """With its form, and with what the app answers to steps of before."""
    view = here.opened()
    here.press(view_id=view["id"])
    assert there.post("claim", view_id=view["id"]) == {"ok": True}
    assert shown_in() == THERE
    here.app.client.views_push(trigger_id=here.trigger(), view=modal())
    assert (len(ali.views), shown_in()) == (2, THERE)


def test_only_a_form_that_a_tab_showed_can_be_gone_on_with(
    workspace: Workspace, here: Tab, there: Tab, driver: Tab, shown_in: ShownIn
) -> None:
    """Neither one that is gone, nor another's, nor a driver's."""
    old = here.opened()
    view = here.opened()
    refused = {"ok": False, "error": "view_not_found"}
    assert there.post("claim", view_id=old["id"]) == refused
    assert there.post("claim", **{"as": "U0KARIN"}, view_id=view["id"]) == refused
    assert shown_in() == HERE
    assert there.post("claim", view_id=driver.opened()["id"]) == refused
    assert shown_in() == ""
    workspace.reset()
    assert there.post("claim", view_id=view["id"]) == refused


def test_a_tab_that_is_no_text_is_refused(here: Tab, driver: Tab) -> None:
    """Before the app is asked."""
    body = {"channel": CHANNEL, "text": "/apt", "tab_id": 7}
    assert driver.post("command", **body) == {"ok": False, "error": "tab_id must be text"}
    assert driver.app.seen == []
    view = here.opened()
    assert driver.post("claim", view_id=view["id"])["error"] == "missing tab_id"


def keys(payload: object) -> object:
    """The shape of a payload: its names, without what they hold."""
    if isinstance(payload, dict):
        return {name: keys(value) for name, value in payload.items()}
    return [keys(one) for one in payload] if isinstance(payload, list) else None


@STEPS
def test_the_app_is_not_told_of_tabs(here: Tab, driver: Tab, step: Step) -> None:
    """It is sent the same names as for a step in no tab, and the tab's id nowhere."""
    step(here)
    mine = here.app.seen[-1]
    step(driver)
    assert keys(mine) == keys(driver.app.seen[-1])
    answers = [here.opened(), here.pushed()]
    answers.append(
        dict(here.app.client.views_update(view_id=answers[0]["id"], view=modal())["view"])
    )
    assert HERE not in json.dumps([here.app.seen, answers])


def test_nothing_of_tabs_is_on_disk(tmp_path: Path) -> None:
    """Neither while a form is open nor afterwards; what is said is, so the search would find it."""
    with (
        Workspace(state_file=tmp_path / "state.json") as workspace,
        SmallApp(workspace) as app,
    ):
        tab = Tab(workspace, app, HERE)
        view = tab.opened()
        assert Tab(workspace, app, THERE).post("claim", view_id=view["id"])["ok"]
        tab.post("say", channel=CHANNEL, text="Sagt högt")
    content = b"".join(one.read_bytes() for one in tmp_path.rglob("*") if one.is_file())
    assert "Sagt högt".encode() in content
    assert HERE.encode() not in content
    assert THERE.encode() not in content
    assert b'"tab' not in content
