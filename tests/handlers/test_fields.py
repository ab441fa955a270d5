"""What is filled in is read as it was meant; what no form of ours could hold is refused."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.answers import Answers
from bot.domain.ballot import new_key, seal
from bot.domain.people import PersonKey
from bot.domain.programme import Component
from bot.errors import UserError
from bot.handlers import fields, payloads
from bot.handlers.payloads import Incoming
from bot.views.answer import COMMENT, TAGS, VERBATIM
from tests.fakes import InProcessBox
from tests.handlers import bodies
from tests.handlers.reading import action, submission
from tests.services.people import key
from tests.views.moments import round_

# --- people chosen ------------------------------------------------------------------------


def test_chosen_manager_is_read() -> None:
    """A change of the choice tells whom, also in the state of the form."""
    incoming = action(bodies.chosen_manager())
    assert (incoming.what, incoming.text) == ("setup.manager", "U0KARIN")
    manager, others = fields.setup_people(incoming, "manager", "facilitators")
    assert manager == PersonKey("slack", bodies.TEAM, "U0KARIN")
    assert others == frozenset()


def test_cleared_manager_is_nobody() -> None:
    """A choice that was taken back is nobody, not an empty name."""
    incoming = action(bodies.chosen_manager(None))
    assert incoming.text == ""
    assert fields.setup_people(incoming, "manager", "facilitators") == (None, frozenset())


# --- forms --------------------------------------------------------------------------------


def test_answers_are_read() -> None:
    """Everything filled in is there."""
    incoming = submission(bodies.handed_in(bodies.answered()))
    assert (incoming.what, incoming.text) == ("answer", "round-1")
    assert fields.answers(incoming.values) == Answers(
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
    assert fields.answers(values) == Answers()


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
        fields.answers(FORGED[name])


def chosen(*values: object) -> dict[str, Any]:
    """Return the state of a field in which these were chosen."""
    return {"hidden": {"hidden": {"selected_options": [{"value": value} for value in values]}}}


def test_numbers_are_read() -> None:
    """What was chosen is there, each once; a field that nothing was chosen in is empty."""
    assert fields.numbers(chosen("0", "12", "0"), "hidden") == {0, 12}
    assert fields.numbers(chosen(), "hidden") == frozenset()
    assert fields.numbers({}, "hidden") == frozenset()


@pytest.mark.parametrize("value", ["fem", 5, None, ["5"], "9" * 5000, "1.5", ""])
def test_forged_numbers_are_refused(value: object) -> None:
    """One that no form of ours could hold is a ValueError, and the others are not taken."""
    with pytest.raises(ValueError):  # noqa: PT011 - which one does not matter
        fields.numbers(chosen("1", value), "hidden")


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
names = st.sampled_from([*(c.value for c in Component), COMMENT, TAGS, VERBATIM, "other"])
states = st.dictionaries(names, anything, max_size=6)


@given(states)
def test_any_state_is_answers_or_refused(state: dict[str, Any]) -> None:
    """Whatever comes is read, or refused in one of two ways; what is read can be counted."""
    try:
        answers = fields.answers(state).checked()
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


def _filled() -> Incoming:
    """Return a form with a choice, some ticks and a text."""
    ticks = [{"value": "t1"}, {"value": "t2"}]
    values = {
        "one": {"one": {"type": "radio_buttons", "selected_option": {"value": "no"}}},
        "some": {"some": {"type": "multi_static_select", "selected_options": ticks}},
        "text": {"pool.search": {"type": "plain_text_input", "value": "köket"}},
    }
    return payloads.submission(payloads.of_workspace(bodies.handed_in(values), bodies.TEAM))


# --- the fields of the forms about teams --------------------------------------------------


def test_fields_are_read_by_their_names() -> None:
    """A choice, all ticks, and what was typed."""
    incoming = _filled()
    assert fields.chosen(incoming, "one") == "no"
    assert fields.ticked(incoming, "some") == {"t1", "t2"}
    assert fields.typed(incoming, "text") == "köket"


def test_fields_that_are_not_there_are_empty() -> None:
    """A form of an older version has none of them."""
    incoming = _filled()
    assert fields.chosen(incoming, "x") == fields.typed(incoming, "x") == ""
    assert fields.ticked(incoming, "x") == frozenset()


def test_forged_fields_are_refused() -> None:
    """What is no text is a TypeError, which is answered in words."""
    values = {"some": {"some": {"selected_options": [{"value": 5}]}}}
    incoming = payloads.submission(payloads.of_workspace(bodies.handed_in(values), bodies.TEAM))
    with pytest.raises(TypeError):
        fields.ticked(incoming, "some")
