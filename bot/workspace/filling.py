"""Turns what a person means (an option's words, a date, a number) into Slack's state objects."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time

from bot.workspace.cross_checks import all_options
from bot.workspace.errors import WorkspaceError
from bot.workspace.form_state import LISTS, TYPED, Values, state_key, stateful
from bot.workspace.model import Json

Friendly = str | int | float | date | time | None
"""A plain value: text, an option's words or value, a number, a date, a time, a user id."""

Answers = Mapping[str, Friendly | list[str]]
"""Plain values by label, block id or action id."""


class NoSuchField(WorkspaceError):
    """The form has no such field or option: the message lists those that there are."""


def fill_form(blocks: list[Json], answers: Answers) -> Values:
    """State objects for these answers. Raises `NoSuchField`."""
    values: Values = {}
    for name, answer in answers.items():
        block, element = find_field(blocks, name)
        state = as_state(element, answer)
        values.setdefault(block["block_id"], {})[element["action_id"]] = state
    return values


def find_field(blocks: list[Json], name: str) -> tuple[Json, Json]:
    """The (block, element) with this label, block id or action id; a label may be shortened."""
    fields = list(stateful(blocks))
    for matches in (_is_named, _label_begins):
        for block, element in fields:
            if matches(block, element, name):
                return block, element
    known = ", ".join(repr(label_of(block) or block["block_id"]) for block, _ in fields)
    raise NoSuchField(f"The form has no field {name!r}; it has {known or 'none'}.")


def label_of(block: Json) -> str:
    """The words beside a field: its label, or the section's text."""
    part = block.get("label") or block.get("text") or {}
    return str(part.get("text", ""))


def _is_named(block: Json, element: Json, name: str) -> bool:
    return name in (block["block_id"], element["action_id"], label_of(block))


def _label_begins(block: Json, element: Json, name: str) -> bool:
    del element
    return label_of(block).lower().startswith(name.lower())


def as_state(element: Json, answer: Friendly | list[str]) -> Json:
    """The state object of this element for a plain value; an empty one for None."""
    kind, key = element["type"], state_key(element) or "value"
    if kind in LISTS:
        chosen = answer if isinstance(answer, list) else [] if answer is None else [str(answer)]
        picked = [_option(element, one) for one in chosen] if key == "selected_options" else chosen
        return {"type": kind, key: picked}
    if answer is None:
        return {"type": kind, key: None}
    if key == "selected_option":
        return {"type": kind, key: _option(element, answer)}
    if kind == "datetimepicker":
        seconds = answer.timestamp() if isinstance(answer, datetime) else answer
        return {"type": kind, key: int(str(seconds).partition(".")[0])}
    return {"type": kind, key: _written(kind, answer)}


def _written(kind: str, answer: Friendly | list[str]) -> str:
    if isinstance(answer, time):
        return answer.strftime("%H:%M")
    if isinstance(answer, date):
        return answer.isoformat()[:10]
    return str(answer) if kind in TYPED or not isinstance(answer, str) else answer


def _option(element: Json, wanted: object) -> Json:
    options = all_options(element)
    for option in options:
        if str(wanted) in (option["value"], option["text"]["text"]):
            return option
    for option in options:
        if option["text"]["text"].lower().startswith(str(wanted).lower()):
            return option
    known = ", ".join(repr(option["text"]["text"]) for option in options)
    raise NoSuchField(f"No option {wanted!r}; there is {known}.")
