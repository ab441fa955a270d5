"""Finds what Slack would refuse in a rendered message or view, without asking Slack."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from bot.slack import limits
from bot.slack.render.blocks import Json, text_size
from bot.slack.render.text import size

Problems = Iterator[str]
"""Sentences about what is wrong."""

MODAL_ONLY: Final = frozenset({"input"})


def message_problems(message: Json) -> list[str]:
    """Return what is wrong with `text` and `blocks`; nothing when Slack will take them."""
    blocks = message["blocks"]
    found = list(_blocks(blocks, limits.BLOCKS))
    found += _length("text", message["text"], limits.FALLBACK_TEXT)
    found += [f"{b['type']} in a message" for b in blocks if b["type"] in MODAL_ONLY]
    if text_size(blocks) > limits.MESSAGE_TEXT:
        found.append(f"blocks hold {text_size(blocks)} characters")
    return found


def view_problems(view: Json) -> list[str]:
    """Return what is wrong with a modal or a home."""
    found = list(_blocks(view["blocks"], limits.VIEW_BLOCKS))
    for name, most in _VIEW_TEXTS.items():
        found += _text(name, view[name], most) if name in view else []
    found += _length("callback_id", view.get("callback_id", "-"), limits.CALLBACK_ID)
    found += _length("metadata", view.get("private_metadata", "-"), limits.PRIVATE_METADATA)
    kinds = {block["type"] for block in view["blocks"]}
    if view["type"] == "modal" and "title" not in view:
        found.append("a modal without a title")
    if "input" in kinds and "submit" not in view:
        found.append("inputs without submit")
    if len(json.dumps(view).encode()) > limits.VIEW_BYTES:
        found.append("the view is too large")
    return found


_VIEW_TEXTS: Final = {
    "title": limits.VIEW_TITLE,
    "submit": limits.VIEW_BUTTON,
    "close": limits.VIEW_BUTTON,
}


def _blocks(blocks: list[Json], most: int) -> Problems:
    if not 1 <= len(blocks) <= most:
        yield f"{len(blocks)} blocks"
    yield from _repeated("block_id", [b["block_id"] for b in blocks if "block_id" in b])
    for block in blocks:
        yield from _length("block_id", block.get("block_id", "-"), limits.BLOCK_ID)
        yield from _BLOCKS[block["type"]](block)


def _header(block: Json) -> Problems:
    yield from _text("header", block["text"], limits.HEADER)


def _nothing(_: Json) -> Problems:
    return iter(())


def _context(block: Json) -> Problems:
    yield from _count("context", block["elements"], limits.CONTEXT_ELEMENTS)
    for element in block["elements"]:
        yield from _length("context", element["text"], limits.CONTEXT_TEXT)


def _image(block: Json) -> Problems:
    yield from _length("alt_text", block["alt_text"], limits.ALT_TEXT)


def _actions(block: Json) -> Problems:
    yield from _count("actions", block["elements"], limits.ACTIONS)
    yield from _repeated("action_id", [e["action_id"] for e in block["elements"]])
    for element in block["elements"]:
        yield from _options(element) if element["type"] == "checkboxes" else _button(element)


def _button(element: Json) -> Problems:
    yield from _length("action_id", element["action_id"], limits.ACTION_ID)
    yield from _text("button", element["text"], limits.BUTTON_TEXT)
    yield from _length("value", element.get("value", "-"), limits.BUTTON_VALUE)
    confirm = element.get("confirm", {})
    for name, most in _CONFIRM.items():
        yield from _text(name, confirm[name], most) if confirm else ()


_CONFIRM: Final = {
    "title": limits.CONFIRM_TITLE,
    "text": limits.CONFIRM_TEXT,
    "confirm": limits.CONFIRM_BUTTON,
    "deny": limits.CONFIRM_BUTTON,
}


def _rich_text(block: Json) -> Problems:
    if text_size(block) > limits.RICH_TEXT:
        yield f"rich text holds {text_size(block)} characters"
    for element in block["elements"]:
        yield from _rich_element(element)


def _rich_element(element: Json) -> Problems:
    if not element.get("elements", [None]):
        yield f"{element['type']} without content"
    if element["type"] == "text" and not element["text"]:
        yield "an empty text"
    for inner in element.get("elements", []):
        yield from _rich_element(inner)


def _input(block: Json) -> Problems:
    yield from _text("label", block["label"], limits.LABEL)
    if "hint" in block:
        yield from _text("hint", block["hint"], limits.HINT)
    element = block["element"]
    yield from _length("action_id", element["action_id"], limits.ACTION_ID)
    yield from _length("initial_value", element.get("initial_value", "-"), limits.INPUT_TEXT)
    if "placeholder" in element:
        yield from _text("placeholder", element["placeholder"], limits.PLACEHOLDER)
    yield from _options(element)


def _options(element: Json) -> Problems:
    groups = element.get("option_groups", [])
    options = [option for group in groups for option in group["options"]]
    if "option_groups" in element:
        yield from _count("option groups", groups, limits.OPTIONS)
    for group in groups:
        yield from _text("option group", group["label"], limits.OPTION_TEXT)
        yield from _count("options", group["options"], limits.OPTIONS)
    if "options" in element:
        options = element["options"]
        few = element["type"] in {"radio_buttons", "checkboxes"}
        yield from _count("options", options, limits.FEW_OPTIONS if few else limits.OPTIONS)
    yield from _repeated("option", [option["value"] for option in options])
    for option in options:
        yield from _text("option", option["text"], limits.OPTION_TEXT)
        if "description" in option:
            yield from _text("option description", option["description"], limits.OPTION_TEXT)
        yield from _length("option value", option["value"], limits.OPTION_VALUE)
    for chosen in [element.get("initial_option"), *element.get("initial_options", [])]:
        if chosen and chosen not in options:
            yield "an initial option that is not among the options"


_BLOCKS: Final[Mapping[str, Callable[[Json], Problems]]] = {
    "header": _header,
    "divider": _nothing,
    "context": _context,
    "image": _image,
    "actions": _actions,
    "rich_text": _rich_text,
    "input": _input,
}


def _text(name: str, text: Json, most: int) -> Problems:
    if text["type"] != "plain_text":
        yield f"{name} is not plain text"
    yield from _length(name, text["text"], most)


def _length(name: str, text: str, most: int) -> Problems:
    if not 1 <= size(text) <= most:
        yield f"{name} has {size(text)} of {most} characters"


def _count(name: str, items: list[Json], most: int) -> Problems:
    if not 1 <= len(items) <= most:
        yield f"{name} has {len(items)} of {most} items"


def _repeated(name: str, ids: list[str]) -> Problems:
    for id_, times in Counter(ids).items():
        if times > 1:
            yield f"{name} {id_} occurs {times} times"
