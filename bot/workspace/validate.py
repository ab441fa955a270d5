"""Checks whole messages and views as Slack does, and fills in the ids that an app left out."""

from __future__ import annotations

import json
from collections.abc import Iterator

from bot.workspace import limits
from bot.workspace.errors import SlackError
from bot.workspace.ids import Serials
from bot.workspace.model import Json
from bot.workspace.rules import Problems, say


def elements_of(block: Json) -> Iterator[tuple[str, Json]]:
    """The elements of a block with their pointers within it, those of `context` left out."""
    if block["type"] == "actions":
        for place, element in enumerate(block["elements"]):
            yield f"/elements/{place}", element
    elif block["type"] == "input":
        yield "/element", block["element"]
    elif block["type"] == "section" and block.get("accessory"):
        yield "/accessory", block["accessory"]


def message_problems(blocks: object) -> Problems:
    """All that is wrong with a message's blocks, in Slack's words; empty when all is well."""
    problems: Problems = []
    limits.MESSAGE.check(blocks, "/blocks", problems)
    if isinstance(blocks, list) and not problems:
        _check_uniqueness(blocks, "/blocks", problems)
    return problems


def view_problems(view: object) -> Problems:
    """All that is wrong with a view, in Slack's words; empty when all is well."""
    problems: Problems = []
    if not isinstance(view, dict):
        say(problems, "must provide an object", "/view")
        return problems
    rule = limits.VIEWS.get(view.get("type", ""))
    if rule is None:
        say(problems, f"unsupported type: {view.get('type')}", "/view/type")
        return problems
    rule.check(view, "/view", problems)
    if not problems:
        _check_uniqueness(view["blocks"], "/view/blocks", problems)
        _check_submit(view, problems)
        _check_focus(view["blocks"], problems)
    return problems


def _check_uniqueness(blocks: list[Json], at: str, problems: Problems) -> None:
    seen_blocks: set[str] = set()
    for place, block in enumerate(blocks):
        _check_new(seen_blocks, block, "block_id", f"{at}/{place}", problems)
        seen_actions: set[str] = set()
        for pointer, element in elements_of(block):
            _check_new(seen_actions, element, "action_id", f"{at}/{place}{pointer}", problems)


def _check_new(seen: set[str], part: Json, name: str, at: str, problems: Problems) -> None:
    given = part.get(name)
    if given is None:
        return
    if given in seen:
        say(problems, f'`{name}` "{given}" already exists', f"{at}/{name}")
    seen.add(given)


def _check_submit(view: Json, problems: Problems) -> None:
    if view["type"] != "modal" or view.get("submit"):
        return
    for place, block in enumerate(view["blocks"]):
        if block["type"] == "input":
            what = "must define `submit` to use an `input` block in modals"
            say(problems, what, f"/view/blocks/{place}/input")
            return


def _check_focus(blocks: list[Json], problems: Problems) -> None:
    focused = [
        f"/view/blocks/{place}{pointer}"
        for place, block in enumerate(blocks)
        for pointer, element in elements_of(block)
        if element.get("focus_on_load")
    ]
    for at in focused[1:]:
        what = "only one element can have `focus_on_load` set to true"
        say(problems, what, f"{at}/focus_on_load")


def text_length(part: object) -> int:
    """The characters of all `text` strings within blocks."""
    if isinstance(part, dict):
        return sum(
            len(value) if name == "text" and isinstance(value, str) else text_length(value)
            for name, value in part.items()
        )
    if isinstance(part, list):
        return sum(text_length(item) for item in part)
    return 0


def check_message_blocks(blocks: object, serials: Serials) -> tuple[Json, ...]:
    """The blocks of a message with all ids filled in.

    Raises `SlackError`: `invalid_blocks_format`, `invalid_blocks`, `msg_blocks_too_long`.
    """
    if not isinstance(blocks, list):
        raise SlackError("invalid_blocks_format")
    problems = message_problems(blocks)
    if problems:
        raise SlackError("invalid_blocks", problems)
    if text_length(blocks) > limits.MESSAGE_BLOCK_TEXT:
        raise SlackError("msg_blocks_too_long")
    _fill_ids(blocks, serials)
    return tuple(blocks)


def check_view(view: object, serials: Serials) -> Json:
    """A view with all ids filled in.

    Raises `SlackError`: `invalid_arguments` with details, `view_too_large`.
    """
    problems = view_problems(view)
    if problems or not isinstance(view, dict):
        raise SlackError("invalid_arguments", problems)
    if len(json.dumps(view)) > limits.VIEW_BYTES:
        raise SlackError("view_too_large")
    _fill_ids(view["blocks"], serials)
    return view


def _fill_ids(blocks: list[Json], serials: Serials) -> None:
    for block in blocks:
        if not block.get("block_id"):
            block["block_id"] = serials.new("b")
        for _, element in elements_of(block):
            if element["type"] != "image" and not element.get("action_id"):
                element["action_id"] = serials.new("a")
