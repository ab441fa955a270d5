"""What somebody writes stays in the form until it is sent: no field of an answer tells before."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from bot.slack.render import render_form
from tests import longest, samples

FORMS = ("answer", "answer-again", "hesitation", "tag-offer")
"""The forms in which an answer is written, read again, and added to."""

TELLING = {"block_actions", "dispatch_action", "dispatch_action_config"}
"""Keys by which Slack tells the app what is done in a field, with all that stands in the form."""


def asked_for(part: Any) -> Iterator[str]:  # noqa: ANN401 - any piece of JSON
    """Yield every key in a form that asks Slack to tell of a field."""
    if isinstance(part, dict):
        yield from TELLING & part.keys()
        for each in part.values():
            yield from asked_for(each)
    elif isinstance(part, list):
        for each in part:
            yield from asked_for(each)


def told_at_once(form: dict[str, Any]) -> list[str]:
    """Return the kinds of elements outside of input blocks that tell the app when they are used."""
    blocks = [block for block in form["blocks"] if block["type"] != "input"]
    own = [e["type"] for block in blocks for e in block.get("elements", ()) if "action_id" in e]
    return own + [b["accessory"]["type"] for b in blocks if "accessory" in b]


@pytest.mark.parametrize("name", FORMS)
def test_no_field_sends_what_stands_in_it(name: str) -> None:
    """Fields stand in input blocks without dispatch; beside them there are only buttons."""
    form = render_form(samples.forms()[name])
    assert list(asked_for(form)) == []
    assert set(told_at_once(form)) <= {"button"}


def test_the_search_can_find() -> None:
    """Forms that ask for a new form as soon as something is chosen are found."""
    for name in ("setup", "pool"):
        assert list(asked_for(render_form(longest.forms()[name])))
