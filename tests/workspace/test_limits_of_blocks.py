"""Slack's limits of messages: every family, with one case just inside and one just outside."""

from __future__ import annotations

import pytest

from bot.workspace.errors import SlackError
from bot.workspace.ids import Serials
from bot.workspace.limits import BLOCKS, ELEMENTS, MESSAGE_BLOCK_TEXT
from bot.workspace.validate import check_message_blocks, message_problems
from tests.workspace.small_app import Json, actions, button, field, option, plain, section

CONFIRM = {
    "title": plain("Säkert?"),
    "text": plain("Det går inte att ångra."),
    "confirm": plain("Ja"),
    "deny": plain("Nej"),
}
ONE = option("Ett", "1")
TWO = option("Två", "2")


def in_actions(element: Json) -> list[Json]:
    """A message with this element in a row of actions."""
    return [actions(element)]


def in_input(element: Json) -> list[Json]:
    """A message with this element in an input."""
    return [field("Fråga", "q", element)]


def buttons(count: int) -> list[Json]:
    """A row of this many buttons."""
    return [actions(*(button(str(number), f"b{number}") for number in range(count)))]


def options(count: int) -> list[Json]:
    """This many options."""
    return [option(str(number), str(number)) for number in range(count)]


def select(**more: object) -> list[Json]:
    """A static select in actions."""
    return in_actions({"type": "static_select", "placeholder": plain("Välj"), **more})


def radio(count: int, **more: object) -> list[Json]:
    """Radio buttons in actions."""
    return in_actions({"type": "radio_buttons", "options": options(count), **more})


def text_input(**more: object) -> list[Json]:
    """A text field."""
    return in_input({"type": "plain_text_input", **more})


def number_input(**more: object) -> list[Json]:
    """A number field."""
    return in_input({"type": "number_input", "is_decimal_allowed": False, **more})


def image(**more: object) -> Json:
    """An image block."""
    return {"type": "image", "alt_text": "En bild", **more}


ADDRESS = "https://example.org/bild.png"
DOTS = "…"

CASES: dict[str, tuple[list[Json], list[Json], str]] = {
    # what: (inside, outside, Slack's words about the latter)
    "blocks": (
        [section("a")] * 50,
        [section("a")] * 51,
        "no more than 50 items allowed [json-pointer:/blocks]",
    ),
    "section text": (
        [section("a" * 3000)],
        [section("a" * 3001)],
        "must be less than 3001 characters [json-pointer:/blocks/0/text/text]",
    ),
    "empty text": (
        [section("a")],
        [section("")],
        "must be more than 0 characters [json-pointer:/blocks/0/text/text]",
    ),
    "section without content": (
        [section("a")],
        [{"type": "section"}],
        "must provide `text` or `fields` [json-pointer:/blocks/0]",
    ),
    "section fields": (
        [{"type": "section", "fields": [plain("a")] * 10}],
        [{"type": "section", "fields": [plain("a")] * 11}],
        "no more than 10 items allowed [json-pointer:/blocks/0/fields]",
    ),
    "field length": (
        [{"type": "section", "fields": [plain("a" * 2000)]}],
        [{"type": "section", "fields": [plain("a" * 2001)]}],
        "must be less than 2001 characters [json-pointer:/blocks/0/fields/0/text]",
    ),
    "header": (
        [{"type": "header", "text": plain("a" * 150)}],
        [{"type": "header", "text": plain("a" * 151)}],
        "must be less than 151 characters [json-pointer:/blocks/0/text/text]",
    ),
    "header kind": (
        [{"type": "header", "text": plain("a")}],
        [{"type": "header", "text": {"type": "mrkdwn", "text": "a"}}],
        "unsupported type: mrkdwn [json-pointer:/blocks/0/text/type]",
    ),
    "text object": (
        [{"type": "header", "text": plain("a")}],
        [{"type": "header", "text": "a"}],
        "must provide an object [json-pointer:/blocks/0/text]",
    ),
    "emoji in mrkdwn": (
        [section("a")],
        [{"type": "section", "text": {"type": "mrkdwn", "text": "a", "emoji": True}}],
        "invalid additional property: emoji [json-pointer:/blocks/0/text]",
    ),
    "actions": (
        buttons(25),
        buttons(26),
        "no more than 25 items allowed [json-pointer:/blocks/0/elements]",
    ),
    "no actions": (
        buttons(1),
        buttons(0),
        "must provide at least 1 items [json-pointer:/blocks/0/elements]",
    ),
    "context": (
        [{"type": "context", "elements": [plain("a")] * 10}],
        [{"type": "context", "elements": [plain("a")] * 11}],
        "no more than 10 items allowed [json-pointer:/blocks/0/elements]",
    ),
    "context elements": (
        [{"type": "context", "elements": [image(image_url=ADDRESS)]}],
        [{"type": "context", "elements": [button("a", "b")]}],
        "unsupported type: button [json-pointer:/blocks/0/elements/0/type]",
    ),
    "button text": (
        [actions(button("a" * 75, "b"))],
        [actions(button("a" * 76, "b"))],
        "must be less than 76 characters [json-pointer:/blocks/0/elements/0/text/text]",
    ),
    "button value": (
        [actions(button("a", "b", value="v" * 2000))],
        [actions(button("a", "b", value="v" * 2001))],
        "must be less than 2001 characters [json-pointer:/blocks/0/elements/0/value]",
    ),
    "button url": (
        [actions(button("a", "b", url="h" * 3000))],
        [actions(button("a", "b", url="h" * 3001))],
        "must be less than 3001 characters [json-pointer:/blocks/0/elements/0/url]",
    ),
    "button style": (
        [actions(button("a", "b", style="danger"))],
        [actions(button("a", "b", style="default"))],
        "must be one of: primary, danger [json-pointer:/blocks/0/elements/0/style]",
    ),
    "action id": (
        [actions(button("a", "b" * 255))],
        [actions(button("a", "b" * 256))],
        "must be less than 256 characters [json-pointer:/blocks/0/elements/0/action_id]",
    ),
    "block id": (
        [section("a", block_id="b" * 255)],
        [section("a", block_id="b" * 256)],
        "must be less than 256 characters [json-pointer:/blocks/0/block_id]",
    ),
    "same block id": (
        [section("a", block_id="b"), section("a", block_id="c")],
        [section("a", block_id="b"), section("a", block_id="b")],
        '`block_id` "b" already exists [json-pointer:/blocks/1/block_id]',
    ),
    "same action id": (
        [actions(button("a", "b"), block_id="1"), actions(button("a", "b"), block_id="2")],
        [actions(button("a", "b"), button("a", "b"))],
        '`action_id` "b" already exists [json-pointer:/blocks/0/elements/1/action_id]',
    ),
    "confirm": (
        [actions(button("a", "b", confirm=CONFIRM))],
        [actions(button("a", "b", confirm={**CONFIRM, "deny": None}))],
        "missing required field: deny [json-pointer:/blocks/0/elements/0/confirm]",
    ),
    "confirm title": (
        [actions(button("a", "b", confirm=CONFIRM | {"title": plain("a" * 100)}))],
        [actions(button("a", "b", confirm=CONFIRM | {"title": plain("a" * 101)}))],
        "must be less than 101 characters [json-pointer:/blocks/0/elements/0/confirm/title/text]",
    ),
    "confirm text": (
        [actions(button("a", "b", confirm=CONFIRM | {"text": plain("a" * 300)}))],
        [actions(button("a", "b", confirm=CONFIRM | {"text": plain("a" * 301)}))],
        "must be less than 301 characters [json-pointer:/blocks/0/elements/0/confirm/text/text]",
    ),
    "confirm answers": (
        [actions(button("a", "b", confirm=CONFIRM | {"deny": plain("a" * 30)}))],
        [actions(button("a", "b", confirm=CONFIRM | {"deny": plain("a" * 31)}))],
        "must be less than 31 characters [json-pointer:/blocks/0/elements/0/confirm/deny/text]",
    ),
    "radio options": (
        radio(10),
        radio(11),
        "no more than 10 items allowed [json-pointer:/blocks/0/elements/0/options]",
    ),
    "no options": (
        radio(1),
        radio(0),
        "must provide at least 1 items [json-pointer:/blocks/0/elements/0/options]",
    ),
    "checkboxes": (
        in_actions({"type": "checkboxes", "options": options(10)}),
        in_actions({"type": "checkboxes", "options": options(11)}),
        "no more than 10 items allowed [json-pointer:/blocks/0/elements/0/options]",
    ),
    "select options": (
        select(options=options(100)),
        select(options=options(101)),
        "no more than 100 items allowed [json-pointer:/blocks/0/elements/0/options]",
    ),
    "select without options": (
        select(options=[ONE]),
        select(),
        "missing required field: options [json-pointer:/blocks/0/elements/0]",
    ),
    "option groups": (
        select(option_groups=[{"label": plain("a" * 75), "options": [ONE]}]),
        select(option_groups=[{"label": plain("a" * 76), "options": [ONE]}]),
        (
            "must be less than 76 characters"
            " [json-pointer:/blocks/0/elements/0/option_groups/0/label/text]"
        ),
    ),
    "options or groups": (
        select(option_groups=[{"label": plain("a"), "options": [ONE]}]),
        select(option_groups=[{"label": plain("a"), "options": [ONE]}], options=[ONE]),
        "must provide only one of `options` or `option_groups` [json-pointer:/blocks/0/elements/0]",
    ),
    "option text": (
        select(options=[option("a" * 75, "1")]),
        select(options=[option("a" * 76, "1")]),
        "must be less than 76 characters [json-pointer:/blocks/0/elements/0/options/0/text/text]",
    ),
    "option value": (
        select(options=[option("a", "1" * 150)]),
        select(options=[option("a", "1" * 151)]),
        "must be less than 151 characters [json-pointer:/blocks/0/elements/0/options/0/value]",
    ),
    "option kind in selects": (
        in_actions(
            {
                "type": "checkboxes",
                "options": [{"text": {"type": "mrkdwn", "text": "a"}, "value": "1"}],
            }
        ),
        select(options=[{"text": {"type": "mrkdwn", "text": "a"}, "value": "1"}]),
        "unsupported type: mrkdwn [json-pointer:/blocks/0/elements/0/options/0/text/type]",
    ),
    "same option value": (
        select(options=[ONE, TWO]),
        select(options=[ONE, ONE]),
        "option values must be unique [json-pointer:/blocks/0/elements/0/options]",
    ),
    "initial option": (
        radio(2, initial_option=option("1", "1")),
        radio(2, initial_option=option("9", "9")),
        "must match one of the provided options [json-pointer:/blocks/0/elements/0/initial_option]",
    ),
    "initial option's words": (
        select(options=[ONE], initial_option=ONE),
        select(options=[ONE], initial_option=option("Annat", "1")),
        "must match one of the provided options [json-pointer:/blocks/0/elements/0/initial_option]",
    ),
    "initial options": (
        in_actions({"type": "checkboxes", "options": [ONE, TWO], "initial_options": [TWO]}),
        in_actions({"type": "checkboxes", "options": [ONE], "initial_options": [ONE, TWO]}),
        (
            "must match one of the provided options"
            " [json-pointer:/blocks/0/elements/0/initial_options/1]"
        ),
    ),
    "initial option in a group": (
        select(option_groups=[{"label": plain("a"), "options": [ONE]}], initial_option=ONE),
        select(option_groups=[{"label": plain("a"), "options": [ONE]}], initial_option=TWO),
        "must match one of the provided options [json-pointer:/blocks/0/elements/0/initial_option]",
    ),
    "placeholder": (
        select(options=[ONE], placeholder=plain("a" * 150)),
        select(options=[ONE], placeholder=plain("a" * 151)),
        "must be less than 151 characters [json-pointer:/blocks/0/elements/0/placeholder/text]",
    ),
    "overflow": (
        in_actions({"type": "overflow", "options": options(5)}),
        in_actions({"type": "overflow", "options": options(6)}),
        "no more than 5 items allowed [json-pointer:/blocks/0/elements/0/options]",
    ),
    "most chosen": (
        in_actions({"type": "multi_static_select", "options": [ONE], "max_selected_items": 1}),
        in_actions({"type": "multi_static_select", "options": [ONE], "max_selected_items": 0}),
        "must be between 1 and 100 [json-pointer:/blocks/0/elements/0/max_selected_items]",
    ),
    "date": (
        in_actions({"type": "datepicker", "initial_date": "2026-03-31"}),
        in_actions({"type": "datepicker", "initial_date": "31/3 2026"}),
        "must be a date as YYYY-MM-DD [json-pointer:/blocks/0/elements/0/initial_date]",
    ),
    "time": (
        in_actions({"type": "timepicker", "initial_time": "09:30"}),
        in_actions({"type": "timepicker", "initial_time": "9.30"}),
        "must be a time as HH:mm [json-pointer:/blocks/0/elements/0/initial_time]",
    ),
    "date and time": (
        in_actions({"type": "datetimepicker", "initial_date_time": 1_767_225_600}),
        in_actions({"type": "datetimepicker", "initial_date_time": "imorgon"}),
        "must be an integer [json-pointer:/blocks/0/elements/0/initial_date_time]",
    ),
    "date and time in a section": (
        in_input({"type": "datetimepicker"}),
        [section("a", accessory={"type": "datetimepicker", "action_id": "a"})],
        "unsupported type: datetimepicker [json-pointer:/blocks/0/accessory/type]",
    ),
    "input in actions": (
        text_input(),
        in_actions({"type": "plain_text_input"}),
        "unsupported type: plain_text_input [json-pointer:/blocks/0/elements/0/type]",
    ),
    "button in input": (
        in_actions(button("a", "b")),
        in_input(button("a", "b")),
        "unsupported type: button [json-pointer:/blocks/0/element/type]",
    ),
    "input label": (
        [field("a" * 2000, "q", {"type": "plain_text_input"})],
        [field("a" * 2001, "q", {"type": "plain_text_input"})],
        "must be less than 2001 characters [json-pointer:/blocks/0/label/text]",
    ),
    "input hint": (
        [field("a", "q", {"type": "plain_text_input"}, hint=plain("a" * 2000))],
        [field("a", "q", {"type": "plain_text_input"}, hint=plain("a" * 2001))],
        "must be less than 2001 characters [json-pointer:/blocks/0/hint/text]",
    ),
    "input without element": (
        text_input(),
        [{"type": "input", "label": plain("a")}],
        "missing required field: element [json-pointer:/blocks/0]",
    ),
    "text lengths": (
        text_input(min_length=1, max_length=3000),
        text_input(max_length=3001),
        "must be between 1 and 3000 [json-pointer:/blocks/0/element/max_length]",
    ),
    "text lengths in order": (
        text_input(min_length=5, max_length=5),
        text_input(min_length=6, max_length=5),
        "min_length must be less than or equal to max_length [json-pointer:/blocks/0/element]",
    ),
    "initial text": (
        text_input(max_length=3, initial_value="abc"),
        text_input(max_length=3, initial_value="abcd"),
        "must be between 0 and 3 characters [json-pointer:/blocks/0/element/initial_value]",
    ),
    "number": (
        number_input(initial_value="5"),
        number_input(initial_value="fem"),
        "must be a number [json-pointer:/blocks/0/element/initial_value]",
    ),
    "number bounds": (
        number_input(min_value="1", initial_value="1", max_value="1"),
        number_input(min_value="1", initial_value="8", max_value="7"),
        "must be within min_value and max_value [json-pointer:/blocks/0/element/max_value]",
    ),
    "number bounds in order": (
        number_input(min_value="1", max_value="2"),
        number_input(min_value="3", max_value="2"),
        "must be within min_value and max_value [json-pointer:/blocks/0/element/max_value]",
    ),
    "decimals": (
        number_input(is_decimal_allowed=True, initial_value="1.5"),
        number_input(initial_value="1.5"),
        "must be an integer [json-pointer:/blocks/0/element/initial_value]",
    ),
    "decimals or not": (
        number_input(),
        in_input({"type": "number_input"}),
        "missing required field: is_decimal_allowed [json-pointer:/blocks/0/element]",
    ),
    "dispatch": (
        text_input(dispatch_action_config={"trigger_actions_on": ["on_enter_pressed"]}),
        text_input(dispatch_action_config={"trigger_actions_on": ["on_blur"]}),
        (
            "must be one of: on_enter_pressed, on_character_entered"
            " [json-pointer:/blocks/0/element/dispatch_action_config/trigger_actions_on/0]"
        ),
    ),
    "flags": (
        text_input(multiline=True),
        text_input(multiline="yes"),
        "must be a valid boolean [json-pointer:/blocks/0/element/multiline]",
    ),
    "image": (
        [image(image_url=ADDRESS)],
        [image()],
        "missing required field: image_url [json-pointer:/blocks/0]",
    ),
    "image from one place": (
        [image(slack_file={"id": "F1"})],
        [image(slack_file={"id": "F1"}, image_url=ADDRESS)],
        "must provide only one of `image_url` or `slack_file` [json-pointer:/blocks/0]",
    ),
    "image words": (
        [image(image_url=ADDRESS)],
        [{"type": "image", "image_url": ADDRESS}],
        "missing required field: alt_text [json-pointer:/blocks/0]",
    ),
    "image title": (
        [image(image_url=ADDRESS, title=plain("a" * 2000))],
        [image(image_url=ADDRESS, title=plain("a" * 2001))],
        "must be less than 2001 characters [json-pointer:/blocks/0/title/text]",
    ),
    "accessory": (
        [section("a", accessory=button("b", "c"))],
        [section("a", accessory={"type": "plain_text_input"})],
        "unsupported type: plain_text_input [json-pointer:/blocks/0/accessory/type]",
    ),
    "unknown property": (
        [{"type": "divider"}],
        [{"type": "divider", "color": "red"}],
        "invalid additional property: color [json-pointer:/blocks/0]",
    ),
    "unknown block": (
        [{"type": "divider"}],
        [{"type": "curtain"}],
        "unsupported type: curtain [json-pointer:/blocks/0/type]",
    ),
    "block without type": (
        [{"type": "divider"}],
        [{"text": plain("a")}],
        "missing required field: type [json-pointer:/blocks/0]",
    ),
}


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
