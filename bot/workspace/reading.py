"""Reads messages and forms as a person does: their words and their buttons."""

from __future__ import annotations

from collections.abc import Iterator

from bot.workspace.errors import WorkspaceError
from bot.workspace.form_state import state_key
from bot.workspace.model import Json
from bot.workspace.validate import elements_of

_SPOKEN = (
    "title",
    "text",
    "alt_text",
    "label",
    "hint",
    "placeholder",
    "description",
    "submit",
    "close",
)
_INSIDE = ("blocks", "fields", "elements", "accessory", "element", "options", "option_groups")


class NoSuchControl(WorkspaceError):
    """There is no such button or choice: the message lists those that there are."""


def visible_text(shown: Json) -> str:
    """Every word of a message, form or home, line by line."""
    if "blocks" in shown and shown["blocks"] and "ts" in shown:
        shown = {"blocks": shown["blocks"], "files": shown.get("files", ())}
    return "\n".join(line for line in _words(shown) if line)


def _words(part: object) -> Iterator[str]:
    if isinstance(part, list):
        for one in part:
            yield from _words(one)
    elif isinstance(part, dict):
        for name in _SPOKEN:
            value = part.get(name)
            if isinstance(value, str):
                yield value
            else:
                yield from _words(value)
        for name in (*_INSIDE, "files"):
            yield from _words(part.get(name))


def find_control(shown: Json, label: str, action_id: str = "") -> tuple[Json, Json]:
    """The (block, element) whose words are, or begin with, the label; or with this action id."""
    controls = [(block, one) for block in shown["blocks"] for _, one in elements_of(block)]
    for matches in (_is_called, _begins_with):
        for block, element in controls:
            if (
                element.get("action_id") == action_id
                if action_id
                else matches(block, element, label)
            ):
                return block, element
    known = ", ".join(repr(_name(block, element)) for block, element in controls)
    raise NoSuchControl(
        f"Nothing to press called {label or action_id!r}; there is {known or 'none'}."
    )


def _name(block: Json, element: Json) -> str:
    part = element.get("text") or element.get("placeholder") or block.get("label") or {}
    named_by_text = state_key(element) is not None and block["type"] == "section"
    part = block.get("text") or part if named_by_text else part
    return str(part.get("text", ""))


def _is_called(block: Json, element: Json, label: str) -> bool:
    return label in (_name(block, element), element.get("action_id"))


def _begins_with(block: Json, element: Json, label: str) -> bool:
    return bool(label) and _name(block, element).lower().startswith(label.lower())
