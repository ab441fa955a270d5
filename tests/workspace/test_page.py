"""The page's addresses: what is served, how, and to whom; and what a page hears live."""

from __future__ import annotations

import json
import threading

import httpx
import pytest
from slack_sdk import WebClient
from websockets.exceptions import InvalidStatus
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin

from bot.workspace import Workspace
from bot.workspace.person import Person
from tests.workspace.small_app import CHANNEL, Json, SmallApp, modal, open_form, section


def live(workspace: Workspace, user: str) -> ClientConnection:
    """A page's live connection."""
    return connect(f"ws://127.0.0.1:{workspace.port}/client/live?as={user}")


def hear(socket: ClientConnection, kind: str) -> Json:
    """The next event of this kind."""
    while True:
        event: Json = json.loads(socket.recv(timeout=5))
        if event["type"] == kind:
            return event


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/?as=U0KARIN", "text/html; charset=utf-8"),
        ("/page/js/main.js", "text/javascript"),
        ("/page/css/base.css", "text/css"),
        ("/page/icon.svg", "image/svg+xml"),
    ],
)
def test_the_page_is_served_strictly(workspace: Workspace, path: str, kind: str) -> None:
    """Right types, never from a cache, and no script but its own."""
    answer = httpx.get(workspace.url + path)
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith(kind)
    assert answer.headers["cache-control"] == "no-cache"
    policy = answer.headers["content-security-policy"]
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_nothing_outside_the_page_is_served(workspace: Workspace) -> None:
    """Not the package beside it."""
    for path in ("/page/../sample.yaml", "/page/%2e%2e/sample.yaml", "/server.py"):
        assert httpx.get(workspace.url + path).status_code == 404


def test_another_sites_page_is_kept_out(workspace: Workspace) -> None:
    """By its origin, or by a host name that is not ours."""
    body = {"as": "U0KARIN", "channel": CHANNEL, "text": "Hej"}
    url = f"{workspace.url}/client/say"
    foreign = [{"Origin": "https://example.org"}, {"Host": "example.org"}, {"Origin": "null"}]
    for headers in foreign:
        assert httpx.post(url, json=body, headers=headers).status_code == 403
    own = {"Origin": workspace.url}
    assert httpx.post(url, json=body, headers=own).json()["ok"]
    address = f"ws://127.0.0.1:{workspace.port}/client/live?as=U0KARIN"
    foreign_origin = Origin("https://example.org")
    with pytest.raises(InvalidStatus), connect(address, origin=foreign_origin):
        pass


def test_the_state_tells_a_person_what_they_may_know(workspace: Workspace) -> None:
    """Their conversations alone, all users, the commands and first steps."""
    state = httpx.get(f"{workspace.url}/client/state", params={"as": "U0MIRO"}).json()
    assert state["me"]["id"] == "U0MIRO"
    assert [one["name"] for one in state["channels"]] == ["natt-manen", "allmant", ""]
    assert state["channels"][2]["user"] == "U0MIRO"
    assert state["commands"][0]["command"] == "/apt"
    assert state["app"] == {
        "id": "A0APTBOT",
        "user_id": "U0APTBOT",
        "name": "aptbot",
        "status": "away",
    }
    assert state["team"] == {"id": "T0SOLGLANTAN", "name": "Solgläntan"}
    assert state["intro"]
    assert {one["id"] for one in state["users"]} >= {"U0KARIN", "U0APTBOT"}


def test_wrong_calls_are_answered_in_json(workspace: Workspace) -> None:
    """Unknown people, places, calls and bodies."""
    url = f"{workspace.url}/client"
    asked = [
        httpx.get(f"{url}/state", params={"as": "U0NOBODY"}),
        httpx.get(f"{url}/weather", params={"as": "U0KARIN"}),
        httpx.get(f"{url}/messages", params={"as": "U0MIRO", "channel": CHANNEL}),
        httpx.post(f"{url}/say", json={"as": "U0NOBODY"}),
        httpx.post(f"{url}/say", json={"as": "U0APTBOT", "channel": CHANNEL, "text": "Hej"}),
        httpx.post(f"{url}/say", json={"as": "U0KARIN", "channel": CHANNEL}),
        httpx.post(f"{url}/dance", json={"as": "U0KARIN"}),
        httpx.post(f"{url}/say", content=b"{"),
        httpx.post(f"{url}/say", json=[]),
        httpx.post(f"{url}/submit", json={"as": "U0KARIN", "view_id": "V", "values": [1]}),
    ]
    for answer in asked:
        assert answer.status_code in (400, 404)
        assert answer.json()["ok"] is False
        assert answer.json()["error"]


def test_a_page_hears_what_its_person_may_see(
    workspace: Workspace, client: WebClient, ali: Person
) -> None:
    """New, changed and deleted messages; another's ephemeral message not at all."""
    with live(workspace, "U0ALI") as mine, live(workspace, "U0KARIN") as hers:
        assert hear(mine, "status")["app"] == "away"
        client.chat_postEphemeral(channel=CHANNEL, user="U0KARIN", text="Bara hon")
        ts = client.chat_postMessage(channel=CHANNEL, text="Hej")["ts"]
        client.chat_update(channel=CHANNEL, ts=ts, text="Hejsan")
        client.chat_delete(channel=CHANNEL, ts=ts)
        event = hear(mine, "message")
        assert (event["channel"], event["message"]["text"]) == (CHANNEL, "Hej")
        assert hear(mine, "message_changed")["message"]["edited"]
        assert hear(mine, "message_deleted")["ts"] == ts
        assert hear(hers, "message")["message"]["ephemeral"]
        ali.invite("C0FIKA", "U0APTBOT")
        assert "U0APTBOT" in hear(mine, "channel")["channel"]["members"]


def test_a_page_hears_of_its_forms_its_home_and_the_app(
    workspace: Workspace, app: SmallApp, ali: Person
) -> None:
    """The stack whenever it changes, the home, failures, the app coming and going, a reset."""
    with live(workspace, "U0ALI") as socket:
        assert hear(socket, "status")["app"] == "connected"
        view = open_form(app, ali, modal())
        assert hear(socket, "views")["stack"][0]["id"] == view["id"]
        ali.close(view)
        assert hear(socket, "views")["stack"] == []
        home = {"type": "home", "blocks": [section("Hej")]}
        app.client.views_publish(user_id="U0ALI", view=home)
        assert hear(socket, "home")["view"]["blocks"][0]["text"]["text"] == "Hej"
        app.on_command = lambda ack, _: ack(text="")
        app.on_command = lambda ack, _: ack(text="a", blocks=[section("")])
        ali.command(CHANNEL, "/apt status")
        failed = hear(socket, "failed")
        assert (failed["command"], failed["reason"]) == ("/apt status", "invalid_blocks")
        workspace.fault("disconnect", reason="cut")
        assert hear(socket, "status")["app"] == "away"
        workspace.reset()
        assert hear(socket, "reset")


def test_a_failed_form_is_told_with_its_error(impatient: Workspace) -> None:
    """The stack comes again with what went wrong."""
    ali = impatient.person("U0ALI")
    with SmallApp(impatient) as app, live(impatient, "U0ALI") as socket:
        view = open_form(app, ali, modal())
        impatient.fault("lose_ack")
        ali.submit(view)
        while "error" not in (event := hear(socket, "views")):
            pass
        assert event["error"] == "operation_timeout"
        assert event["stack"][0]["id"] == view["id"]


def test_an_unknown_person_has_no_live_page(workspace: Workspace) -> None:
    """Refused at the door."""
    with pytest.raises(InvalidStatus), live(workspace, "U0NOBODY"):
        pass


def test_starting_over_tells_who_started_the_workspace() -> None:
    """Once everything is empty, in a thread of its own; pages read anew when that is done."""
    seen: list[tuple[bool, bool]] = []

    def on_reset() -> None:
        on_the_loop = threading.current_thread().name == "workspace"
        seen.append((on_the_loop, karin.messages(CHANNEL) == []))

    with Workspace(on_reset=on_reset) as workspace:
        karin = workspace.person("U0KARIN")
        karin.say(CHANNEL, "Hej")
        with live(workspace, "U0KARIN") as socket:
            assert httpx.post(f"{workspace.url}/client/reset", json={}).json() == {"ok": True}
            assert seen == [(False, True)]
            assert hear(socket, "reset")
        workspace.reset()
    assert seen == [(False, True)]


def test_starting_over_that_fails_beside_is_told() -> None:
    """The workspace is empty and its pages hear of it; the caller learns that not all went well."""

    def on_reset() -> None:
        raise OSError("disk")

    with Workspace(on_reset=on_reset) as workspace, live(workspace, "U0KARIN") as socket:
        karin = workspace.person("U0KARIN")
        karin.say(CHANNEL, "Hej")
        answer = httpx.post(f"{workspace.url}/client/reset", json={}).json()
        assert answer == {"ok": False, "error": "reset_failed"}
        assert hear(socket, "reset")
        assert karin.messages(CHANNEL) == []


def test_a_reset_makes_everything_new(workspace: Workspace, app: SmallApp, ali: Person) -> None:
    """Messages, forms, members; the app's connection stays."""
    ali.say(CHANNEL, "Hej")
    open_form(app, ali, modal())
    ali.leave("C0FIKA")
    assert httpx.post(f"{workspace.url}/client/reset", json={}).json() == {"ok": True}
    assert ali.messages(CHANNEL) == []
    assert ali.views == []
    assert "C0FIKA" in [one["id"] for one in ali.channels()]
    assert ali.command(CHANNEL, "/apt").ok
