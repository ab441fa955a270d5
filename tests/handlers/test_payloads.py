"""What Slack sends is read as it was meant, and never trusted."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.people import PersonKey
from bot.handlers import payloads
from bot.handlers.payloads import Incoming, SetupMeta
from tests.handlers import bodies
from tests.handlers.reading import Json, action, ours, submission

ANNA = PersonKey("slack", bodies.TEAM, bodies.USER)


def command(body: Json) -> Incoming:
    """Read a command."""
    return payloads.command(ours(body))


def home_opened(body: Json) -> PersonKey | None:
    """Read who opened the home."""
    return payloads.home_opened(ours(body))


# --- commands and buttons -----------------------------------------------------------------


def test_command_is_read() -> None:
    """A slash command has its person, channel and text, and the trigger is its id."""
    incoming = command(bodies.command())
    request = incoming.request
    assert (request.actor, request.channel, request.is_private) == (ANNA, bodies.CHANNEL, False)
    assert request.id == bodies.TRIGGER
    assert (incoming.what, incoming.text) == ("/apt", "start tema3")
    assert (incoming.trigger_id, incoming.response_url) == (bodies.TRIGGER, bodies.RESPONSE_URL)


@pytest.mark.parametrize("text", ["", None])
def test_bare_command_has_no_text(text: str | None) -> None:
    """`/apt` alone is read whether Slack sends an empty text or none."""
    assert command(bodies.command(text)).text == ""


@pytest.mark.parametrize(
    ("channel", "name", "private"),
    [
        ("C0X", "arbetslag-solrosen", False),
        ("G0X", "privategroup", False),
        ("D0X", "directmessage", True),
        ("dm-7", "directmessage", True),
        ("D-7", "drift", False),
        ("C0X", None, False),
        ("D0X", None, True),
    ],
)
def test_direct_message_is_told_from_channels(
    channel: str, name: str | None, private: bool
) -> None:
    """A conversation for two is private by its name; its id counts where there is no name."""
    assert command({**bodies.command(), **_place(channel, name)}).request.is_private is private
    body = {**bodies.pressed(), "channel": {"id": channel, "name": name}}
    assert action(body).request.is_private is private


def _place(channel: str, name: str | None) -> Json:
    return {"channel_id": channel, "channel_name": name}


def test_request_without_a_trigger_has_an_id_of_its_own() -> None:
    """Where no trigger is given, a press or a command is the same however often it comes."""
    typed, press = bodies.command(), bodies.pressed()
    del typed["trigger_id"], press["trigger_id"]
    later = {**press, "actions": [{**press["actions"][0], "action_ts": "1772452900.000100"}]}
    assert command(typed).request == command(dict(typed)).request
    assert action(press).request == action(dict(press)).request
    ids = {command(typed).request.id, action(press).request.id, action(later).request.id}
    assert len(ids) == 3
    assert bodies.RESPONSE_URL not in ids
    assert command(typed).trigger_id == action(press).trigger_id == ""


def test_commands_that_nothing_tells_apart_are_two() -> None:
    """Without any name for it a command is never taken for an earlier one."""
    typed = bodies.command()
    del typed["trigger_id"], typed["response_url"]
    assert command(typed).request.id != command(typed).request.id


def test_button_in_a_message_is_read() -> None:
    """A press has its action, value and channel, and came from no form."""
    incoming = action(bodies.pressed())
    assert (incoming.what, incoming.text, incoming.view_id) == ("session.next", "s1 0", "")
    assert (incoming.request.actor, incoming.request.channel) == (ANNA, bodies.CHANNEL)
    assert incoming.request.id == bodies.TRIGGER
    assert not incoming.request.is_private


def test_button_without_a_value_is_read() -> None:
    """A button that acts on nothing has an empty text."""
    assert action(bodies.pressed("help", None)).text == ""


def test_button_in_a_form_is_read() -> None:
    """A press in a form names the form and its metadata, and belongs to no channel."""
    body = bodies.pressed_in_form("round-7")
    incoming = action(body)
    assert (incoming.view_id, incoming.request.channel) == ("V0FORM", "")
    assert incoming.response_url == ""
    assert payloads.metadata(body) == "round-7"


def test_button_at_home_is_read() -> None:
    """The app's home is no form and no channel: what is asked there is private."""
    incoming = action(bodies.pressed_at_home())
    assert (incoming.view_id, incoming.request.channel) == ("", "")
    assert incoming.request.is_private


ELSEWHERE: Json = {"id": "T0ELSEWHERE", "domain": "elsewhere"}


@pytest.mark.parametrize("team", [None, {}, ELSEWHERE])
def test_payload_never_says_which_workspace_it_is(team: Json | None) -> None:
    """One workspace is served; organisations and shared channels name others, or none."""
    other = {"team": team, "team_id": "T0ELSEWHERE", "user": {"id": bodies.USER}}
    assert action({**bodies.pressed(), **other}).request.actor == ANNA
    assert submission({**bodies.handed_in({}), **other}).request.actor == ANNA
    assert command({**bodies.command(), "team_id": "T0ELSEWHERE"}).request.actor == ANNA
    assert home_opened({"event": bodies.home_opened()["event"]}) == ANNA


def test_home_opened_by_nobody_is_ignored() -> None:
    """An event that names no person shows nothing to anybody."""
    assert home_opened({"event": {"type": "app_home_opened"}}) is None
    assert home_opened({}) is None


def test_home_is_read_for_its_tab_alone() -> None:
    """Opening the home tab is of interest; opening the messages tab is not."""
    assert home_opened(bodies.home_opened()) == ANNA
    assert home_opened(bodies.home_opened("messages")) is None


# --- forms --------------------------------------------------------------------------------


def test_form_has_the_same_id_however_often_it_comes() -> None:
    """A submission delivered twice is one request: the form's id, not the trigger, names it."""
    first = bodies.handed_in(bodies.answered())
    again = {**first, "trigger_id": "another"}
    one, two = (submission(body).request for body in (first, again))
    assert one == two
    assert one.id == "V0FORM"


# --- the metadata of the form of the first time -------------------------------------------


@given(st.builds(SetupMeta, *[st.text(st.characters(exclude_categories=["Cs"]))] * 2))
def test_setup_meta_comes_back(meta: SetupMeta) -> None:
    """What travels with the form arrives as it was."""
    assert SetupMeta.load(meta.dump()) == meta


WHOLE = {"channel": "C1", "theme": "kvarten/tema1"}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "[]",
        "{}",
        "{",
        '"x"',
        "[" * 2900,
        json.dumps({**WHOLE, "channel": 5}),
        json.dumps({**WHOLE, "theme": None}),
        json.dumps({k: v for k, v in WHOLE.items() if k != "theme"}),
    ],
    ids=map(str, range(10)),
)
def test_forged_setup_meta_is_refused(text: str) -> None:
    """Anything else is a ValueError."""
    with pytest.raises(ValueError):  # noqa: PT011 - which one does not matter
        SetupMeta.load(text)


@given(st.text())
def test_any_text_is_setup_meta_or_refused(text: str) -> None:
    """Garbage never makes another error."""
    try:
        SetupMeta.load(text)
    except ValueError:
        return
    raise AssertionError("garbage was taken for metadata")


def test_setup_meta_fits_slack() -> None:
    """With the longest names there are it stays below Slack's 3,000 characters."""
    meta = SetupMeta("C" * 20, "x" * 40 + "/" + "y" * 40)
    assert len(meta.dump()) < 1000
