"""What the fields and menus of messages may hold: as `block_cases`."""

from __future__ import annotations

from tests.workspace.block_cases import (
    ONE,
    TWO,
    Cases,
    in_actions,
    in_input,
    number_input,
    options,
    radio,
    select,
    text_input,
)
from tests.workspace.small_app import button, field, option, plain, section

ELEMENT_CASES: Cases = {
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
}
"""Choices, dates, texts and numbers."""
