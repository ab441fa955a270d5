"""Slack's limits of blocks, elements and views, in one table.

Lengths are in characters, counts in items. What is not in the table is refused, so a field that
Slack has and this table lacks shows itself at once.
"""

from __future__ import annotations

from bot.workspace import cross_checks
from bot.workspace.rules import (
    TEXT_KINDS,
    Anything,
    ByType,
    Fields,
    Flag,
    Items,
    OneOf,
    Rules,
    Str,
    Text,
    Whole,
)

MESSAGE_BLOCKS = 50
VIEW_BLOCKS = 100
MESSAGE_TEXT = 40_000
MESSAGE_BLOCK_TEXT = 13_200
"""All block text of one message (`msg_blocks_too_long`); undocumented, found by measuring."""
VIEW_BYTES = 250 * 1024
VIEW_STACK = 3
ID = 255
URL = 3000

_ID = Str(ID)
_URL = Str(URL, least=1)
_DATE = Str(10, pattern=r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])", hint="a date as YYYY-MM-DD")
_TIME = Str(5, pattern=r"([01]\d|2[0-3]):[0-5]\d", hint="a time as HH:mm")
_NUMBER = Str(30, pattern=r"-?\d+(\.\d+)?", hint="a number")
_PLACEHOLDER = Text(150)

CONFIRM = Fields(
    required={
        "title": Text(100),
        "text": Text(300, TEXT_KINDS),
        "confirm": Text(30),
        "deny": Text(30),
    },
    optional={"style": OneOf(("primary", "danger"))},
)


_URL_OPTION: Rules = {"description": Text(75), "url": _URL}


def _option(kinds: tuple[str, ...] = ("plain_text",), *, url: bool = False) -> Fields:
    return Fields(
        required={"text": Text(75, kinds), "value": Str(150, least=1)},
        optional=_URL_OPTION if url else {"description": Text(75)},
    )


_CHOICE = _option(TEXT_KINDS)
_SELECT_OPTION = _option()
_OPTION_GROUP = Fields(required={"label": Text(75), "options": Items(_SELECT_OPTION, 100, least=1)})
_COMMON: Rules = {"type": Str(ID), "action_id": _ID, "focus_on_load": Flag(), "confirm": CONFIRM}
_SELECT: Rules = _COMMON | {"placeholder": _PLACEHOLDER}
_MULTI: Rules = _SELECT | {"max_selected_items": Whole(1, 100)}
_TYPED: Rules = {
    "type": Str(ID),
    "action_id": _ID,
    "focus_on_load": Flag(),
    "placeholder": _PLACEHOLDER,
    "dispatch_action_config": Fields(
        optional={
            "trigger_actions_on": Items(
                OneOf(("on_enter_pressed", "on_character_entered")), 2, least=1
            )
        }
    ),
}
_STATIC: Rules = {
    "options": Items(_SELECT_OPTION, 100, least=1),
    "option_groups": Items(_OPTION_GROUP, 100, least=1),
}
_PEOPLE = Items(Str(ID), 100)

IMAGE: Rules = {
    "image_url": _URL,
    "slack_file": Fields(optional={"id": Str(ID), "url": _URL}),
    "alt_text": Str(2000),
}

ELEMENTS: dict[str, Fields] = {
    "button": Fields(
        required={"type": Str(ID), "text": Text(75)},
        optional={
            "action_id": _ID,
            "value": Str(2000),
            "url": _URL,
            "style": OneOf(("primary", "danger")),
            "confirm": CONFIRM,
            "accessibility_label": Str(75),
        },
    ),
    "checkboxes": Fields(
        required={"options": Items(_CHOICE, 10, least=1)},
        optional=_COMMON | {"initial_options": Items(_CHOICE, 10, least=1)},
        also=cross_checks.initial_options,
    ),
    "radio_buttons": Fields(
        required={"options": Items(_CHOICE, 10, least=1)},
        optional=_COMMON | {"initial_option": _CHOICE},
        also=cross_checks.initial_options,
    ),
    "static_select": Fields(
        optional=_SELECT | _STATIC | {"initial_option": _SELECT_OPTION},
        also=cross_checks.static_select,
    ),
    "multi_static_select": Fields(
        optional=_MULTI | _STATIC | {"initial_options": Items(_SELECT_OPTION, 100, least=1)},
        also=cross_checks.static_select,
    ),
    "users_select": Fields(optional=_SELECT | {"initial_user": Str(ID)}),
    "multi_users_select": Fields(optional=_MULTI | {"initial_users": _PEOPLE}),
    "channels_select": Fields(optional=_SELECT | {"initial_channel": Str(ID)}),
    "multi_channels_select": Fields(optional=_MULTI | {"initial_channels": _PEOPLE}),
    "conversations_select": Fields(
        optional=_SELECT
        | {
            "initial_conversation": Str(ID),
            "default_to_current_conversation": Flag(),
            "filter": Anything(),
        }
    ),
    "multi_conversations_select": Fields(
        optional=_MULTI
        | {
            "initial_conversations": _PEOPLE,
            "default_to_current_conversation": Flag(),
            "filter": Anything(),
        }
    ),
    "overflow": Fields(
        required={"options": Items(_option(TEXT_KINDS, url=True), 5, least=1)},
        optional={"type": Str(ID), "action_id": _ID, "confirm": CONFIRM},
    ),
    "datepicker": Fields(optional=_SELECT | {"initial_date": _DATE}),
    "timepicker": Fields(optional=_SELECT | {"initial_time": _TIME, "timezone": Str(ID)}),
    "datetimepicker": Fields(
        optional=_COMMON | {"initial_date_time": Whole(1_000_000_000, 9_999_999_999)}
    ),
    "plain_text_input": Fields(
        optional=_TYPED
        | {
            "initial_value": Str(3000),
            "multiline": Flag(),
            "min_length": Whole(0, 3000),
            "max_length": Whole(1, 3000),
        },
        also=cross_checks.text_input,
    ),
    "number_input": Fields(
        required={"is_decimal_allowed": Flag()},
        optional=_TYPED | {"initial_value": _NUMBER, "min_value": _NUMBER, "max_value": _NUMBER},
        also=cross_checks.number_input,
    ),
    "email_text_input": Fields(optional=_TYPED | {"initial_value": Str(3000)}),
    "url_text_input": Fields(optional=_TYPED | {"initial_value": Str(3000)}),
    "image": Fields(
        required={"alt_text": Str(2000, least=1)},
        optional=IMAGE | {"type": Str(ID)},
        also=cross_checks.image_source,
    ),
    "plain_text": Fields(
        required={"text": Str(3000, least=1)}, optional={"type": Str(ID), "emoji": Flag()}
    ),
    "mrkdwn": Fields(
        required={"text": Str(3000, least=1)}, optional={"type": Str(ID), "verbatim": Flag()}
    ),
}

_SELECTS = frozenset(
    prefix + kind
    for kind in ("static_select", "users_select", "channels_select", "conversations_select")
    for prefix in ("", "multi_")
)
IN_ACTIONS = _SELECTS | {
    "button",
    "checkboxes",
    "datepicker",
    "datetimepicker",
    "overflow",
    "radio_buttons",
    "timepicker",
}
IN_SECTION = (IN_ACTIONS | {"image"}) - {"datetimepicker"}
IN_INPUT = (
    IN_ACTIONS | {"plain_text_input", "number_input", "email_text_input", "url_text_input"}
) - {"button", "overflow"}
IN_CONTEXT = frozenset({"image", "plain_text", "mrkdwn"})

_BLOCK: Rules = {"type": Str(ID), "block_id": _ID}

BLOCKS: dict[str, Fields] = {
    "actions": Fields(
        required={"elements": Items(ByType(ELEMENTS, IN_ACTIONS), 25, least=1)}, optional=_BLOCK
    ),
    "context": Fields(
        required={"elements": Items(ByType(ELEMENTS, IN_CONTEXT), 10, least=1)}, optional=_BLOCK
    ),
    "divider": Fields(optional=_BLOCK),
    "header": Fields(required={"text": Text(150)}, optional=_BLOCK),
    "image": Fields(
        required={"alt_text": Str(2000, least=1)},
        optional=_BLOCK | IMAGE | {"title": Text(2000)},
        also=cross_checks.image_source,
    ),
    "input": Fields(
        required={"label": Text(2000), "element": ByType(ELEMENTS, IN_INPUT)},
        optional=_BLOCK | {"hint": Text(2000), "optional": Flag(), "dispatch_action": Flag()},
    ),
    "section": Fields(
        optional=_BLOCK
        | {
            "text": Text(3000, TEXT_KINDS),
            "fields": Items(Text(2000, TEXT_KINDS), 10, least=1),
            "accessory": ByType(ELEMENTS, IN_SECTION),
            "expand": Flag(),
        },
        also=cross_checks.section,
    ),
    "markdown": Fields(required={"text": Str(12_000, least=1)}, optional=_BLOCK),
    "rich_text": Fields(required={"elements": Items(Anything(), 100)}, optional=_BLOCK),
}

BLOCK = ByType(BLOCKS, frozenset(BLOCKS))
VIEW_BLOCK = ByType(BLOCKS, frozenset(BLOCKS) - {"markdown"})

_VIEW: Rules = {
    "type": Str(ID),
    "private_metadata": Str(3000),
    "callback_id": Str(ID),
    "external_id": Str(ID),
}
VIEWS: dict[str, Fields] = {
    "modal": Fields(
        required={"title": Text(24), "blocks": Items(VIEW_BLOCK, VIEW_BLOCKS)},
        optional=_VIEW
        | {
            "submit": Text(24),
            "close": Text(24),
            "clear_on_close": Flag(),
            "notify_on_close": Flag(),
            "submit_disabled": Flag(),
        },
    ),
    "home": Fields(required={"blocks": Items(VIEW_BLOCK, VIEW_BLOCKS)}, optional=_VIEW),
}
MESSAGE = Items(BLOCK, MESSAGE_BLOCKS)
