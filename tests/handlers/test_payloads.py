"""Reading what Slack sends, and surviving what it never should."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.answers import Answers
from bot.domain.ballot import new_key, seal
from bot.domain.people import PersonKey
from bot.domain.programme import Component
from bot.errors import UserError
from bot.handlers import payloads
from bot.handlers.payloads import Incoming, SetupMeta
from bot.views.answer import COMMENT, TAGS, VERBATIM
from tests.fakes import InProcessBox
from tests.handlers import bodies
from tests.services.people import key
from tests.views.moments import round_

ANNA = PersonKey("slack", bodies.TEAM, bodies.USER)
Json = dict[str, Any]


def ours(body: Json) -> payloads.Body:
    """Return the body as the handlers get it."""
    return payloads.of_workspace(body, bodies.TEAM)


def command(body: Json) -> Incoming:
    """Read a command."""
    return payloads.command(ours(body))


def action(body: Json) -> Incoming:
    """Read a press."""
    return payloads.action(ours(body))


def submission(body: Json) -> Incoming:
    """Read a form that is handed in."""
    return payloads.submission(ours(body))


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


def test_chosen_manager_is_read() -> None:
    """A change of the choice tells whom, also in the state of the form."""
    incoming = action(bodies.chosen_manager())
    assert (incoming.what, incoming.text) == ("setup.manager", "U0KARIN")
    manager, others = payloads.setup_people(incoming, "manager", "facilitators")
    assert manager == PersonKey("slack", bodies.TEAM, "U0KARIN")
    assert others == frozenset()


def test_cleared_manager_is_nobody() -> None:
    """A choice that was taken back is nobody, not an empty name."""
    incoming = action(bodies.chosen_manager(None))
    assert incoming.text == ""
    assert payloads.setup_people(incoming, "manager", "facilitators") == (None, frozenset())


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


def test_answers_are_read() -> None:
    """Everything filled in is there."""
    incoming = submission(bodies.handed_in(bodies.answered()))
    assert (incoming.what, incoming.text) == ("answer", "round-1")
    assert payloads.answers(incoming.values) == Answers(
        scores={
            Component.MEANINGFULNESS: 5,
            Component.MANAGEABILITY: 1,
            Component.COMPREHENSIBILITY: 7,
        },
        comment="Vi hjälps åt.\nAlltid.",
        tags=("tid", "stod"),
        verbatim=True,
    )


@pytest.mark.parametrize("values", [bodies.unanswered(), {}], ids=["untouched", "absent"])
def test_nothing_filled_in_is_nothing(values: dict[str, Any]) -> None:
    """A form without a single answer is read as such."""
    assert payloads.answers(values) == Answers()


FORGED: dict[str, dict[str, Any]] = {
    "number as a word": {"hanterbarhet": {"x": {"selected_option": {"value": "fem"}}}},
    "number as a number": {"hanterbarhet": {"x": {"selected_option": {"value": 5}}}},
    "number as a list": {"hanterbarhet": {"x": {"selected_option": {"value": ["5"]}}}},
    "endless number": {"hanterbarhet": {"x": {"selected_option": {"value": "9" * 5000}}}},
    "option without a value": {"hanterbarhet": {"x": {"selected_option": {"text": "5"}}}},
    "option as a text": {"hanterbarhet": {"x": {"selected_option": "5"}}},
    "field as a list": {"hanterbarhet": ["5"]},
    "field as a text": {"comment": "hej"},
    "element as a text": {"comment": {"x": "hej"}},
    "comment as a number": {"comment": {"x": {"value": 5}}},
    "comment as an object": {"comment": {"x": {"value": {"a": 1}}}},
    "tag as a number": {"tags": {"x": {"selected_options": [{"value": 5}]}}},
    "tags as a number": {"tags": {"x": {"selected_options": 5}}},
    "tags as texts": {"tags": {"x": {"selected_options": ["tid"]}}},
}


@pytest.mark.parametrize("name", FORGED)
def test_forged_state_is_refused(name: str) -> None:
    """What no form of ours could hold is a ValueError, and nothing of it is taken."""
    with pytest.raises(ValueError):  # noqa: PT011 - which one does not matter
        payloads.answers(FORGED[name])


def chosen(*values: object) -> dict[str, Any]:
    """Return the state of a field in which these were chosen."""
    return {"hidden": {"hidden": {"selected_options": [{"value": value} for value in values]}}}


def test_numbers_are_read() -> None:
    """What was chosen is there, each once; a field that nothing was chosen in is empty."""
    assert payloads.numbers(chosen("0", "12", "0"), "hidden") == {0, 12}
    assert payloads.numbers(chosen(), "hidden") == frozenset()
    assert payloads.numbers({}, "hidden") == frozenset()


@pytest.mark.parametrize("value", ["fem", 5, None, ["5"], "9" * 5000, "1.5", ""])
def test_forged_numbers_are_refused(value: object) -> None:
    """One that no form of ours could hold is a ValueError, and the others are not taken."""
    with pytest.raises(ValueError):  # noqa: PT011 - which one does not matter
        payloads.numbers(chosen("1", value), "hidden")


leaves = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8)
anything = st.recursive(
    leaves | st.sampled_from(["5", "tid", "", "\ud800", "9" * 5000]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["value", "selected_option", "selected_options", "x"]),
            inner,
            max_size=3,
        )
    ),
    max_leaves=12,
)
fields = st.sampled_from([*(c.value for c in Component), COMMENT, TAGS, VERBATIM, "other"])
states = st.dictionaries(fields, anything, max_size=6)


@given(states)
def test_any_state_is_answers_or_refused(state: dict[str, Any]) -> None:
    """Whatever comes is read, or refused in one of two ways; what is read can be counted."""
    try:
        answers = payloads.answers(state).checked()
    except (ValueError, UserError):
        return
    _count(answers)


def _count(answers: Answers) -> None:
    """Seal the answers and open a box of nothing else, as at the close of a round."""
    secret = new_key()
    try:
        ballots = [seal(secret, key(f"m{number}"), answers) for number in range(6)]
    except ValueError:
        return
    result = InProcessBox()(secret, ballots, round_())
    assert result is not None
    assert result.answered == 6


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


# --- the fields of the forms about teams --------------------------------------------------


def _filled() -> Incoming:
    """Return a form with a choice, some ticks and a text."""
    ticks = [{"value": "t1"}, {"value": "t2"}]
    values = {
        "one": {"one": {"type": "radio_buttons", "selected_option": {"value": "no"}}},
        "some": {"some": {"type": "multi_static_select", "selected_options": ticks}},
        "text": {"pool.search": {"type": "plain_text_input", "value": "köket"}},
    }
    return payloads.submission(payloads.of_workspace(bodies.handed_in(values), bodies.TEAM))


def test_fields_are_read_by_their_names() -> None:
    """A choice, all ticks, and what was typed."""
    incoming = _filled()
    assert payloads.chosen(incoming, "one") == "no"
    assert payloads.ticked(incoming, "some") == {"t1", "t2"}
    assert payloads.typed(incoming, "text") == "köket"


def test_fields_that_are_not_there_are_empty() -> None:
    """A form of an older version has none of them."""
    incoming = _filled()
    assert payloads.chosen(incoming, "x") == payloads.typed(incoming, "x") == ""
    assert payloads.ticked(incoming, "x") == frozenset()


def test_forged_fields_are_refused() -> None:
    """What is no text is a TypeError, which is answered in words."""
    values = {"some": {"some": {"selected_options": [{"value": 5}]}}}
    incoming = payloads.submission(payloads.of_workspace(bodies.handed_in(values), bodies.TEAM))
    with pytest.raises(TypeError):
        payloads.ticked(incoming, "some")
