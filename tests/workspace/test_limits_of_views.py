"""Slack's limits of forms and homes."""

from __future__ import annotations

import pytest

from bot.workspace.errors import SlackError
from bot.workspace.ids import Serials
from bot.workspace.validate import check_view, view_problems
from tests.workspace.small_app import Json, field, modal, plain, section

QUESTION = field("Fråga", "q", {"type": "plain_text_input"})


def home(*blocks: Json, **more: object) -> Json:
    """An app home."""
    return {"type": "home", "blocks": list(blocks), **more}


def focused(block_id: str) -> Json:
    """A field that wants the focus."""
    return field("Fråga", block_id, {"type": "plain_text_input", "focus_on_load": True})


CASES: dict[str, tuple[object, object, str]] = {
    "title": (
        modal(title="a" * 24),
        modal(title="a" * 25),
        "must be less than 25 characters [json-pointer:/view/title/text]",
    ),
    "submit": (
        modal(submit="a" * 24),
        modal(submit="a" * 25),
        "must be less than 25 characters [json-pointer:/view/submit/text]",
    ),
    "close": (
        modal(close=plain("a" * 24)),
        modal(close=plain("a" * 25)),
        "must be less than 25 characters [json-pointer:/view/close/text]",
    ),
    "title kind": (
        modal(),
        modal() | {"title": {"type": "mrkdwn", "text": "a"}},
        "unsupported type: mrkdwn [json-pointer:/view/title/type]",
    ),
    "no title": (
        modal(),
        {"type": "modal", "blocks": []},
        "missing required field: title [json-pointer:/view]",
    ),
    "no blocks": (
        home(),
        {"type": "home"},
        "missing required field: blocks [json-pointer:/view]",
    ),
    "blocks in a modal": (
        modal(*[section("a")] * 100),
        modal(*[section("a")] * 101),
        "no more than 100 items allowed [json-pointer:/view/blocks]",
    ),
    "blocks in a home": (
        home(*[section("a")] * 100),
        home(*[section("a")] * 101),
        "no more than 100 items allowed [json-pointer:/view/blocks]",
    ),
    "private metadata": (
        modal(private_metadata="a" * 3000),
        modal(private_metadata="a" * 3001),
        "must be less than 3001 characters [json-pointer:/view/private_metadata]",
    ),
    "callback id": (
        modal(callback_id="a" * 255),
        modal(callback_id="a" * 256),
        "must be less than 256 characters [json-pointer:/view/callback_id]",
    ),
    "external id": (
        modal(external_id="a" * 255),
        modal(external_id="a" * 256),
        "must be less than 256 characters [json-pointer:/view/external_id]",
    ),
    "submit with inputs": (
        modal(QUESTION),
        modal(QUESTION, submit=None),
        (
            "must define `submit` to use an `input` block in modals"
            " [json-pointer:/view/blocks/0/input]"
        ),
    ),
    "one focus": (
        modal(focused("a"), QUESTION),
        modal(focused("a"), focused("b")),
        (
            "only one element can have `focus_on_load` set to true"
            " [json-pointer:/view/blocks/1/element/focus_on_load]"
        ),
    ),
    "same block id": (
        modal(section("a", block_id="a"), section("a", block_id="b")),
        modal(section("a", block_id="a"), section("a", block_id="a")),
        '`block_id` "a" already exists [json-pointer:/view/blocks/1/block_id]',
    ),
    "flags": (
        modal(notify_on_close=True, clear_on_close=False),
        modal(notify_on_close="ja"),
        "must be a valid boolean [json-pointer:/view/notify_on_close]",
    ),
    "title in a home": (
        home(private_metadata="a"),
        home(title=plain("a")),
        "invalid additional property: title [json-pointer:/view]",
    ),
    "markdown in views": (
        home(section("a")),
        home({"type": "markdown", "text": "a"}),
        "unsupported type: markdown [json-pointer:/view/blocks/0/type]",
    ),
    "type": (
        home(),
        {"type": "workflow_step", "blocks": []},
        "unsupported type: workflow_step [json-pointer:/view/type]",
    ),
    "no object": (home(), "home", "must provide an object [json-pointer:/view]"),
}


@pytest.mark.parametrize("what", CASES)
def test_a_view_just_inside_a_limit_is_accepted(what: str) -> None:
    """The positive control of each limit."""
    assert view_problems(CASES[what][0]) == []


@pytest.mark.parametrize("what", CASES)
def test_a_view_beyond_a_limit_is_refused_in_slacks_words(what: str) -> None:
    """Each limit, with the pointer to what is wrong."""
    assert view_problems(CASES[what][1]) == [CASES[what][2]]


def test_a_view_of_more_than_250_kb_is_too_large() -> None:
    """Each part may be within its limit and the whole beyond."""
    fields = [plain("a" * 2000)] * 10
    check_view(modal(*[{"type": "section", "fields": fields}] * 12), Serials())
    with pytest.raises(SlackError, match="view_too_large"):
        check_view(modal(*[{"type": "section", "fields": fields}] * 13), Serials())


def test_every_problem_of_a_view_is_named_at_once() -> None:
    """As Slack does, so that one look is enough."""
    wrong = modal(section(""), title="a" * 30, submit="b" * 30)
    assert len(view_problems(wrong)) == 3
