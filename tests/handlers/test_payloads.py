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
from bot.handlers.payloads import SetupMeta
from bot.services.box import open_box
from bot.views.answer import COMMENT, TAGS, VERBATIM
from tests.handlers import bodies
from tests.services.people import key
from tests.views.moments import round_

ANNA = PersonKey("slack", bodies.TEAM, bodies.USER)

# --- commands and buttons -----------------------------------------------------------------


def test_command_is_read() -> None:
    """A slash command has its person, channel and text, and the trigger is its id."""
    incoming = payloads.command(bodies.command())
    request = incoming.request
    assert (request.actor, request.channel, request.is_private) == (ANNA, bodies.CHANNEL, False)
    assert request.id == bodies.TRIGGER
    assert (incoming.what, incoming.text) == ("/apt", "start tema3")
    assert (incoming.trigger_id, incoming.response_url) == (bodies.TRIGGER, bodies.RESPONSE_URL)


@pytest.mark.parametrize("text", ["", None])
def test_bare_command_has_no_text(text: str | None) -> None:
    """`/apt` alone is read whether Slack sends an empty text or none."""
    assert payloads.command(bodies.command(text)).text == ""


@pytest.mark.parametrize(("channel", "private"), [("C0X", False), ("G0X", False), ("D0X", True)])
def test_direct_message_is_told_from_channels(channel: str, private: bool) -> None:
    """A conversation for two is private; public and private channels are not."""
    assert payloads.command(bodies.command(channel=channel)).request.is_private is private


def test_button_in_a_message_is_read() -> None:
    """A press has its action, value and channel, and came from no form."""
    incoming = payloads.action(bodies.pressed())
    assert (incoming.what, incoming.text, incoming.view_id) == ("session.next", "s1 0", "")
    assert (incoming.request.actor, incoming.request.channel) == (ANNA, bodies.CHANNEL)
    assert incoming.request.id == bodies.TRIGGER
    assert not incoming.request.is_private


def test_button_without_a_value_is_read() -> None:
    """A button that acts on nothing has an empty text."""
    assert payloads.action(bodies.pressed("help", None)).text == ""


def test_button_in_a_form_is_read() -> None:
    """A press in a form names the form and its metadata, and belongs to no channel."""
    body = bodies.pressed_in_form("round-7")
    incoming = payloads.action(body)
    assert (incoming.view_id, incoming.request.channel) == ("V0FORM", "")
    assert incoming.response_url == ""
    assert payloads.metadata(body) == "round-7"


def test_button_at_home_is_read() -> None:
    """The app's home is no form and no channel: what is asked there is private."""
    incoming = payloads.action(bodies.pressed_at_home())
    assert (incoming.view_id, incoming.request.channel) == ("", "")
    assert incoming.request.is_private


def test_chosen_manager_is_read() -> None:
    """A change of the choice tells whom, also in the state of the form."""
    incoming = payloads.action(bodies.chosen_manager())
    assert (incoming.what, incoming.text) == ("setup.manager", "U0KARIN")
    manager, others = payloads.setup_people(incoming, "manager", "facilitators")
    assert manager == PersonKey("slack", bodies.TEAM, "U0KARIN")
    assert others == frozenset()


def test_cleared_manager_is_nobody() -> None:
    """A choice that was taken back is nobody, not an empty name."""
    incoming = payloads.action(bodies.chosen_manager(None))
    assert incoming.text == ""
    assert payloads.setup_people(incoming, "manager", "facilitators") == (None, frozenset())


def test_team_of_an_organisations_install() -> None:
    """When Slack leaves the team out, the person's own is taken."""
    body = {**bodies.pressed(), "team": None}
    assert payloads.action(body).request.actor == ANNA


def test_home_is_read_for_its_tab_alone() -> None:
    """Opening the home tab is of interest; opening the messages tab is not."""
    assert payloads.home_opened(bodies.home_opened()) == ANNA
    assert payloads.home_opened(bodies.home_opened("messages")) is None


# --- forms --------------------------------------------------------------------------------


def test_form_has_the_same_id_however_often_it_comes() -> None:
    """A submission delivered twice is one request: the form's id, not the trigger, names it."""
    first = bodies.handed_in(bodies.answered())
    again = {**first, "trigger_id": "another"}
    one, two = (payloads.submission(body).request for body in (first, again))
    assert one == two
    assert one.id == "V0FORM"


def test_answers_are_read() -> None:
    """Everything filled in is there."""
    incoming = payloads.submission(bodies.handed_in(bodies.answered()))
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
    result = open_box(secret, ballots, round_())
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
