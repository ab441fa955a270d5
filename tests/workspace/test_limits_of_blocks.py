"""Slack's limits of messages: every family, with one case just inside and one just outside."""

from __future__ import annotations

import pytest

from bot.workspace.errors import SlackError
from bot.workspace.ids import Serials
from bot.workspace.limits import BLOCKS, ELEMENTS, MESSAGE_BLOCK_TEXT
from bot.workspace.validate import check_message_blocks, message_problems
from tests.workspace.block_cases import BLOCK_CASES
from tests.workspace.element_cases import ELEMENT_CASES
from tests.workspace.small_app import actions, button, field, plain, section

CASES = BLOCK_CASES | ELEMENT_CASES


@pytest.mark.parametrize("what", CASES)
def test_a_message_just_inside_a_limit_is_accepted(what: str) -> None:
    """The positive control of each limit."""
    assert message_problems(CASES[what][0]) == []


@pytest.mark.parametrize("what", CASES)
def test_a_message_beyond_a_limit_is_refused_in_slacks_words(what: str) -> None:
    """Each limit, with the pointer to what is wrong."""
    assert message_problems(CASES[what][1]) == [CASES[what][2]]


def test_every_kind_of_element_and_block_is_covered() -> None:
    """A kind that is added to the table needs a case: all of them occur in what is accepted."""

    def kinds(part: object) -> set[str]:
        if isinstance(part, list):
            return set().union(*map(kinds, part))
        if isinstance(part, dict):
            own = {part["type"]} if isinstance(part.get("type"), str) else set()
            return own.union(*map(kinds, part.values()))
        return set()

    simple = [
        actions(*({"type": kind, "action_id": kind} for kind in SIMPLE_IN_ACTIONS)),
        *(field(kind, kind, {"type": kind}) for kind in ("email_text_input", "url_text_input")),
        {"type": "markdown", "text": "*a*"},
        {"type": "rich_text", "elements": []},
    ]
    assert message_problems(simple) == []
    accepted = [simple, *(inside for inside, _, _ in CASES.values())]
    assert kinds(accepted) >= ELEMENTS.keys() | BLOCKS.keys()


SIMPLE_IN_ACTIONS = [
    f"{many}{kind}_select"
    for kind in ("users", "channels", "conversations")
    for many in ("", "multi_")
]


def test_too_much_text_in_all_is_refused() -> None:
    """The sum of a message's block text has a limit of its own."""
    inside = [section("a" * 2640) for _ in range(5)]
    assert len(check_message_blocks(inside, Serials())) == 5
    assert sum(len(one["text"]["text"]) for one in inside) == MESSAGE_BLOCK_TEXT
    with pytest.raises(SlackError, match="msg_blocks_too_long"):
        check_message_blocks([*inside, section("a")], Serials())


def test_blocks_that_are_no_list_are_refused() -> None:
    """The form of the argument is checked before its content."""
    with pytest.raises(SlackError, match="invalid_blocks_format"):
        check_message_blocks({"type": "divider"}, Serials())


def test_missing_ids_are_filled_in_and_given_ones_kept() -> None:
    """Every block and every interactive element has an id afterwards, and they are unique."""
    row = {
        "type": "actions",
        "elements": [{"type": "button", "text": plain("a")}, button("b", "own")],
    }
    blocks = check_message_blocks([row, section("a"), section("b", block_id="mine")], Serials())
    ids = [block["block_id"] for block in blocks]
    assert len(set(ids)) == 3
    assert ids[2] == "mine"
    first, second = blocks[0]["elements"]
    assert first["action_id"]
    assert second["action_id"] == "own"
