"""What messages may hold, with one case just inside of each limit and one just outside."""

from __future__ import annotations

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

Cases = dict[str, tuple[list[Json], list[Json], str]]
"""By name: what is inside, what is outside, Slack's words about the latter."""

BLOCK_CASES: Cases = {
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
"""Blocks, their texts, buttons and pictures."""
