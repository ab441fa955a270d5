"""Every view goes through the real client to a workspace that is as strict as Slack."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from queue import Queue

import pytest
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.socket_mode.response import SocketModeResponse

from bot.errors import (
    FormExpired,
    NotAChannel,
    NotInChannel,
    PlatformDown,
    PlatformError,
    RateLimited,
)
from bot.ports import Outgoing
from bot.slack.client import make_client
from bot.slack.render import render_message
from bot.slack.socket_mode import SteadyClient
from bot.views.actions import Form
from bot.views.model import Board, Note, Summary
from bot.workspace import Workspace, load_sample, visible_text
from tests import longest, samples
from tests.slack.rig import Rig

TEAM = "C0SOLROSEN"


@pytest.fixture(scope="module")
def shared_workspace() -> Iterator[Workspace]:
    """Return a workspace for all tests here: they leave nothing behind in it."""
    with Workspace() as workspace:
        yield workspace


@pytest.fixture
def rig(shared_workspace: Workspace) -> Rig:
    """Return a platform of its own with a workspace as new behind it."""
    shared_workspace.reset()
    shared_workspace.forget_calls()
    shared_workspace.forget_faults()
    return Rig(shared_workspace)


@pytest.fixture(scope="module")
def triggers(shared_workspace: Workspace) -> Iterator[Queue[str]]:
    """Return the triggers of commands, which a listening app acknowledges."""
    heard: Queue[str] = Queue()
    token = shared_workspace.app_token
    app = SteadyClient(token, web_client=make_client(token, shared_workspace.api_url))

    def acknowledge(client: object, request: SocketModeRequest) -> None:
        app.send_socket_mode_response(SocketModeResponse(envelope_id=request.envelope_id))
        heard.put(request.payload["trigger_id"])

    app.socket_mode_request_listeners.append(acknowledge)
    app.connect()
    shared_workspace.wait_for_app()
    yield heard
    app.close()


@pytest.fixture
def trigger(rig: Rig, triggers: Queue[str]) -> str:
    """Return a fresh trigger, as a command gives it."""
    rig.workspace.person("U0KARIN").command(TEAM, "/apt")
    return triggers.get(timeout=10)


@pytest.mark.parametrize("name", samples.messages())
def test_workspace_takes_every_message(rig: Rig, name: str) -> None:
    """Each message and reply is taken as it is."""
    rig.client.chat_postMessage(channel=TEAM, **render_message(samples.messages()[name]))


@pytest.mark.parametrize("name", longest.messages())
def test_workspace_takes_the_longest_message(rig: Rig, name: str) -> None:
    """Each message and reply is taken with its longest content."""
    rig.client.chat_postMessage(channel=TEAM, **render_message(longest.messages()[name]))


@pytest.mark.parametrize("view", [samples.board(), samples.summary(), samples.note()])
def test_message_of_the_outbox_is_read_by_everybody(rig: Rig, view: Board | Summary | Note) -> None:
    """A posted view shows its first words, and its first block carries the message's key."""
    message = _message(view)
    rig.platform.post(message)
    shown = rig.workspace.person("U0ALI").messages(TEAM)[-1]
    assert shown["blocks"][0]["block_id"] == message.key
    title = view.text[:20] if isinstance(view, Note) else view.title
    assert title in visible_text(shown)


@pytest.mark.parametrize("name", [*samples.forms(), *(f"longest-{n}" for n in longest.forms())])
def test_workspace_opens_every_form(rig: Rig, trigger: str, name: str) -> None:
    """Each form opens, also with its longest content."""
    forms = {**samples.forms(), **{f"longest-{n}": view for n, view in longest.forms().items()}}
    rig.platform.open_form(trigger, forms[name])
    view = rig.workspace.person("U0KARIN").view
    assert view is not None
    assert view["callback_id"] in set(Form)


def test_open_form_is_updated(rig: Rig, trigger: str) -> None:
    """An open form can become another, until it is closed."""
    view_id = rig.platform.open_form(trigger, samples.setup_form())
    rig.platform.update_form(view_id, samples.receipt())
    person = rig.workspace.person("U0KARIN")
    view = person.wait_for_view("förseglat")
    person.close(view)
    with pytest.raises(FormExpired):
        rig.platform.update_form(view_id, samples.receipt())


@pytest.mark.parametrize("code", ["expired_trigger_id", "exchanged_trigger_id"])
def test_form_that_opens_too_late(rig: Rig, trigger: str, code: str) -> None:
    """A trigger that is too old or used opens nothing and says so."""
    rig.workspace.fault("error", method="views.open", error=code, times=1)
    with pytest.raises(FormExpired):
        rig.platform.open_form(trigger, samples.receipt())


def test_home_is_shown(rig: Rig) -> None:
    """The menu stands in the person's home of the app."""
    rig.platform.publish_home("U0ALI", samples.menu())
    view = rig.workspace.person("U0ALI").home_view
    assert view is not None
    assert samples.menu().lines[0] in visible_text(view)


def test_pace_speaks_before_slack_does(rig: Rig) -> None:
    """Messages that come too fast are held back without asking Slack."""
    for number in range(3):
        rig.platform.post(_message(samples.note(), key=f"note/{number}"))
    with pytest.raises(RateLimited) as told:
        rig.platform.post(_message(samples.note(), key="note/3"))
    assert told.value.retry_after == 1.0
    assert len(rig.workspace.calls_of("chat.postMessage")) == 3


def test_429_is_not_asked_again(rig: Rig) -> None:
    """While Slack wants us to wait, no call of the method is made."""
    rig.workspace.fault("rate_limit", method="chat.update", retry_after=20, times=1)
    message = _message(samples.note())
    message = replace(message, ref=rig.platform.post(message))
    for _ in range(3):
        with pytest.raises(RateLimited):
            rig.platform.update(message)
    assert len(rig.workspace.calls_of("chat.update")) == 1


def test_unknown_person_is_asked_for_once(rig: Rig) -> None:
    """Somebody who is not known is asked for alone; who does not exist is left out."""
    rig.directory.refresh()
    assert rig.directory.people(["U0KARIN", "U0NOBODY"]) == rig.directory.people(["U0KARIN"])
    rig.directory.people(["U0NOBODY"])
    assert len(rig.workspace.calls_of("users.info")) == 1


def test_conversation_with_a_person_is_opened_once(rig: Rig) -> None:
    """Private messages to one person go to one conversation."""
    refs = {rig.platform.post(_message(samples.note(), to="U0ALI")) for _ in range(2)}
    assert len({ref.split("/")[0] for ref in refs}) == 1
    assert len(rig.workspace.calls_of("conversations.open")) == 1


def test_another_bots_message_is_not_mistaken_for_ours(tmp_path: Path) -> None:
    """A message with the same mark that another bot has written is never taken over."""
    kept = tmp_path / "state.json"
    with Workspace(state_file=kept) as workspace:
        Rig(workspace).platform.post(_message(samples.note()))
    state = json.loads(kept.read_text("utf-8"))
    state["messages"][0]["by_app"] = False
    kept.write_text(json.dumps(state), "utf-8")
    sample = load_sample()
    us = replace(sample, app=replace(sample.app, user_id="U0KALLE"))
    with Workspace(us, state_file=kept) as workspace:
        assert "Skriv" in workspace.person("U0ALI").text(TEAM)
        assert Rig(workspace).platform.find(_message(samples.note())) == ""


def test_message_is_ours_by_its_bot_as_well(tmp_path: Path) -> None:
    """A server that names no person, or another, as the writer still names the bot."""
    kept = tmp_path / "state.json"
    with Workspace(state_file=kept) as workspace:
        ref = Rig(workspace).platform.post(_message(samples.note()))
    state = json.loads(kept.read_text("utf-8"))
    state["messages"][0]["user"] = ""
    kept.write_text(json.dumps(state), "utf-8")
    with Workspace(state_file=kept) as workspace:
        assert Rig(workspace).platform.find(_message(samples.note())) == ref


def test_group_of_people_is_no_teams_channel(rig: Rig) -> None:
    """Neither a conversation for two nor one for a few has a team, whatever its id looks like."""
    group = rig.client.conversations_open(users=["U0ALI", "U0BRITTA"])["channel"]["id"]
    for place in (group, "D0ALI"):
        with pytest.raises(NotAChannel):
            rig.platform.members(place)


def test_form_is_given_up_before_its_trigger_ends(rig: Rig, trigger: str) -> None:
    """An answer that would come after the trigger's three seconds is not waited for."""
    rig.workspace.fault("delay", method="views.open", seconds=4, times=1)
    with pytest.raises(PlatformDown):
        rig.platform.open_form(trigger, samples.receipt())


def test_channel_is_not_asked_for_as_a_person_once_its_members_are_known(rig: Rig) -> None:
    """Whom a message is for is known from the members; after a restart it is asked once."""
    rig.platform.members(TEAM)
    rig.workspace.forget_calls()
    rig.platform.post(_message(samples.note()))
    assert rig.workspace.calls_of("users.info") == []
    again = Rig(rig.workspace)
    for key in ("note/1", "note/2"):
        again.platform.post(_message(samples.note(), key=key))
    assert len(rig.workspace.calls_of("users.info")) == 1


def test_errors_tell_places_and_no_content(rig: Rig) -> None:
    """What Slack refuses is told with its code and place; nothing of the message leaks."""
    long_key = "canary" * 50
    with pytest.raises(PlatformError) as told:
        rig.platform.post(_message(samples.note(), key=long_key))
    assert "invalid_blocks" in str(told.value)
    assert "/blocks/0/block_id" in str(told.value)
    assert "canary" not in repr(told.value)
    assert told.value.__cause__ is None


@pytest.mark.parametrize("code", ["channel_not_found", "not_in_channel"])
def test_channel_that_is_not_ours(rig: Rig, code: str) -> None:
    """Both of Slack's ways to say it mean the same."""
    rig.workspace.fault("error", method="chat.postMessage", error=code, times=1)
    with pytest.raises(NotInChannel):
        rig.platform.post(_message(samples.note()))


def test_nothing_that_is_sent_is_logged(rig: Rig, caplog: pytest.LogCaptureFixture) -> None:
    """Even at DEBUG no log holds what a message says."""
    with caplog.at_level(logging.DEBUG):
        rig.platform.post(_message(Note(text="kanariefågel")))
    assert "kanariefågel" not in caplog.text


def _message(view: Board | Summary | Note, *, key: str = "board/1", to: str = TEAM) -> Outgoing:
    return Outgoing(key=key, tenant=samples.TENANT, conversation=to, view=view, version=1)
