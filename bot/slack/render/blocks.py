"""Tiny builders of Block Kit. Each takes plain words and keeps Slack's limits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from bot.slack import limits
from bot.slack.render.text import clean, clip, one_line, size
from bot.views.model import Button, Confirm

T = TypeVar("T")

Json = dict[str, Any]
"""A piece of Block Kit."""

_WORDS = frozenset({"text", "fallback", "alt_text"})
"""The fields that hold words."""

REPEAT = "#"
"""Stands before the number of an action that occurs again in one block ("themes.start#2")."""


def plain(text: str, limit: int) -> Json:
    """Return plain text on one line; `:smile:` and every other markup is left as it stands."""
    return {"type": "plain_text", "text": clip(one_line(text), limit), "emoji": False}


def header(text: str) -> Json:
    """Return a heading."""
    return {"type": "header", "text": plain(text, limits.HEADER)}


def divider() -> Json:
    """Return a thin line."""
    return {"type": "divider"}


def context(*texts: str) -> list[Json]:
    """Return small, quiet texts; none when all are empty."""
    elements = [plain(text, limits.CONTEXT_TEXT) for text in texts if one_line(text)]
    return small(elements)


def small(elements: Sequence[Json]) -> list[Json]:
    """Return the elements in as many context blocks as they need."""
    return [
        {"type": "context", "elements": list(part)}
        for part in _parts(elements, limits.CONTEXT_ELEMENTS)
    ]


def image(file: str, alt: str) -> Json:
    """Return an uploaded picture; `alt` says the same in words."""
    words = clip(clean(alt), limits.ALT_TEXT)
    return {"type": "image", "slack_file": {"id": file}, "alt_text": words}


def actions(buttons: Iterable[Button]) -> list[Json]:
    """Return the buttons in as many rows as they need; none when there is no button."""
    return [
        {"type": "actions", "elements": _distinct([button(each) for each in part])}
        for part in _parts(tuple(buttons), limits.ACTIONS)
    ]


def button(view: Button) -> Json:
    """Return a button."""
    element: Json = {
        "type": "button",
        "action_id": view.action,
        "text": plain(view.label, limits.BUTTON_TEXT),
    }
    if view.value:
        element["value"] = view.value
    if view.style != "plain":
        element["style"] = view.style
    if view.confirm:
        element["confirm"] = _confirm(view.confirm, view.style)
    return element


def action_name(action_id: str) -> str:
    """Return the action of `bot.views.actions` that an action_id stands for."""
    return action_id.split(REPEAT, 1)[0]


def fitted(blocks: Sequence[Json], most: int = limits.BLOCKS) -> list[Json]:
    """Return the blocks; what is beyond Slack's limits gives way to "…", as the last resort.

    The buttons at the end stay: without them nobody could go on.
    """
    if fits(blocks, most):
        return list(blocks)
    end = list(blocks[-1:]) if blocks[-1]["type"] == "actions" else []
    rest = [*context("…"), *end]
    kept = list(blocks[: len(blocks) - len(end)])
    while kept and not fits([*kept, *rest], most):
        kept.pop()
    return [*kept, *rest]


def fits(blocks: Sequence[Json], most: int = limits.BLOCKS) -> bool:
    """Whether the blocks are few and short enough for one message."""
    return len(blocks) <= most and text_size(blocks) <= limits.MESSAGE_TEXT


def text_size(blocks: Json | Sequence[Json | list[Json]]) -> int:
    """Return how many characters of text the blocks hold."""
    if isinstance(blocks, dict):
        return sum(_value_size(key, value) for key, value in blocks.items())
    return sum(text_size(block) for block in blocks)


def _value_size(key: str, value: object) -> int:
    if isinstance(value, str):
        return size(value) if key in _WORDS else 0
    return text_size(value) if isinstance(value, dict | list) else 0


def _confirm(view: Confirm, style: str) -> Json:
    dialog: Json = {
        "title": plain(view.title, limits.CONFIRM_TITLE),
        "text": plain(view.text, limits.CONFIRM_TEXT),
        "confirm": plain(view.yes, limits.CONFIRM_BUTTON),
        "deny": plain(view.no, limits.CONFIRM_BUTTON),
    }
    if style == "danger":
        dialog["style"] = "danger"
    return dialog


def _distinct(elements: list[Json]) -> list[Json]:
    """Number the action_ids that occur again: Slack refuses the same one twice in a block."""
    seen: dict[str, int] = {}
    for element in elements:
        action = element["action_id"]
        seen[action] = seen.get(action, 0) + 1
        if seen[action] > 1:
            element["action_id"] = f"{action}{REPEAT}{seen[action]}"
    return elements


def _parts(items: Sequence[T], length: int) -> Iterable[Sequence[T]]:
    return (items[start : start + length] for start in range(0, len(items), length))
