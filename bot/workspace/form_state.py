"""What a person has filled in: Slack's state objects, their first values and their checks."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from typing import Any

from bot.workspace.cross_checks import all_options
from bot.workspace.errors import WorkspaceError
from bot.workspace.model import Json
from bot.workspace.validate import elements_of

Values = dict[str, dict[str, Json]]
"""`{block_id: {action_id: state object}}`."""

_STATE_KEYS = {
    "plain_text_input": "value",
    "number_input": "value",
    "email_text_input": "value",
    "url_text_input": "value",
    "radio_buttons": "selected_option",
    "static_select": "selected_option",
    "checkboxes": "selected_options",
    "multi_static_select": "selected_options",
    "users_select": "selected_user",
    "multi_users_select": "selected_users",
    "channels_select": "selected_channel",
    "multi_channels_select": "selected_channels",
    "conversations_select": "selected_conversation",
    "multi_conversations_select": "selected_conversations",
    "datepicker": "selected_date",
    "timepicker": "selected_time",
    "datetimepicker": "selected_date_time",
}
TYPED = frozenset(kind for kind, key in _STATE_KEYS.items() if key == "value")
LISTS = frozenset(kind for kind, key in _STATE_KEYS.items() if key.endswith("s"))


class ValueRefused(WorkspaceError):
    """A value that this element cannot have, such as an option that is not there."""


def state_key(element: Json) -> str | None:
    """The field of this element's state object that holds the value; None for a button."""
    return _STATE_KEYS.get(element["type"])


def stateful(blocks: list[Json]) -> Iterator[tuple[Json, Json]]:
    """The (block, element) pairs that hold a value."""
    for block in blocks:
        for _, element in elements_of(block):
            if state_key(element) is not None:
                yield block, element


def find_element(blocks: list[Json], block_id: str, action_id: str) -> tuple[Json, Json] | None:
    """The (block, element) with these ids."""
    for block in blocks:
        if block["block_id"] == block_id:
            for _, element in elements_of(block):
                if element.get("action_id") == action_id:
                    return block, element
    return None


def held_value(element: Json, state: Json | None) -> Any:  # noqa: ANN401  (text, option, list, None)
    """The bare value within a state object, or an empty one."""
    key = state_key(element) or "value"
    value = (state or {}).get(key)
    if element["type"] in LISTS:
        return value or []
    return None if value == "" else value


def first_state(element: Json) -> Json:
    """The state object of an element that nobody has touched."""
    key = state_key(element) or "value"
    initial = element.get(key.replace("selected_", "initial_", 1))
    if key == "value":
        initial = element.get("initial_value") or None
    return _state(element, initial)


def _state(element: Json, value: object) -> Json:
    empty: object = [] if element["type"] in LISTS else None
    state = {"type": element["type"], state_key(element) or "value": value or empty}
    if element["type"] == "timepicker" and element.get("timezone"):
        state["timezone"] = element["timezone"]
    return state


def read_state(element: Json, given: object) -> Json:
    """The state object a person's page has sent, made exact.

    Options become the element's own; raises `ValueRefused` when one is not among them or the
    object does not fit the element.
    """
    key = state_key(element)
    if key is None or not isinstance(given, dict):
        raise ValueRefused(f"{element['action_id']}: this is not the state of a {element['type']}.")
    value = held_value(element, given)
    if key == "selected_option" and value is not None:
        value = _own_option(element, value)
    elif key == "selected_options":
        value = [_own_option(element, one) for one in value]
    elif key == "value" and value is not None and not isinstance(value, str):
        raise ValueRefused(f"{element['action_id']}: the value must be a string.")
    return _state(element, value)


def _own_option(element: Json, chosen: object) -> Json:
    wanted = chosen.get("value") if isinstance(chosen, dict) else chosen
    for option in all_options(element):
        if option["value"] == wanted:
            return option
    raise ValueRefused(f"{element['action_id']}: {wanted!r} is not one of the options.")


def complete(blocks: list[Json], known: Values, given: Values) -> Values:
    """The state of every element: as just given, else as known before, else as at first."""
    values: Values = {}
    for block, element in stateful(blocks):
        block_id, action_id = block["block_id"], element["action_id"]
        new = given.get(block_id, {}).get(action_id)
        old = known.get(block_id, {}).get(action_id)
        state = read_state(element, new) if new is not None else old or first_state(element)
        values.setdefault(block_id, {})[action_id] = state
    return values


def fitting(blocks: list[Json], given: Values) -> Values:
    """Those of the values that the elements can have as they are now: a page may be behind."""
    values: Values = {}
    for block, element in stateful(blocks):
        block_id, action_id = block["block_id"], element["action_id"]
        new = given.get(block_id, {}).get(action_id)
        if new is None:
            continue
        with contextlib.suppress(ValueRefused):
            values.setdefault(block_id, {})[action_id] = read_state(element, new)
    return values


def carried_over(blocks: list[Json], known: Values) -> Values:
    """The state after a view is replaced: values stay where block, action and type are the same."""
    values: Values = {}
    for block, element in stateful(blocks):
        block_id, action_id = block["block_id"], element["action_id"]
        old = known.get(block_id, {}).get(action_id)
        state = first_state(element)
        if old is not None and old["type"] == element["type"]:
            try:
                state = read_state(element, old)
            except ValueRefused:
                state = first_state(element)
        values.setdefault(block_id, {})[action_id] = state
    return values


def input_errors(blocks: list[Json], values: Values) -> dict[str, str]:
    """What Slack's own page stops before it sends: `{block_id: what is wrong}`, in Swedish."""
    errors = {}
    for block, element in stateful(blocks):
        if block["type"] != "input":
            continue
        value = held_value(element, values[block["block_id"]][element["action_id"]])
        problem = _problem(element, value, optional=bool(block.get("optional")))
        if problem:
            errors[block["block_id"]] = problem
    return errors


def _problem(element: Json, value: Any, *, optional: bool) -> str:  # noqa: ANN401  (as held_value)
    if value is None or value == []:
        return "" if optional else "Fyll i det här fältet."
    if element["type"] == "plain_text_input":
        return _length_problem(element, value)
    if element["type"] == "number_input":
        return _number_problem(element, value)
    if element["type"] == "email_text_input" and "@" not in value:
        return "Skriv en e-postadress."
    if element["type"] == "url_text_input" and "://" not in value:
        return "Skriv en webbadress."
    return ""


def _length_problem(element: Json, value: str) -> str:
    least, most = element.get("min_length") or 0, element.get("max_length") or 3000
    if len(value) < least:
        return f"Skriv minst {least} tecken."
    if len(value) > most:
        return f"Skriv högst {most} tecken."
    return ""


def _number_problem(element: Json, value: str) -> str:
    try:
        number = Decimal(value)
    except InvalidOperation:
        return "Skriv ett tal."
    if not number.is_finite():
        return "Skriv ett tal."
    if not element["is_decimal_allowed"] and number != number.to_integral_value():
        return "Skriv ett heltal."
    if element.get("min_value") is not None and number < Decimal(element["min_value"]):
        return f"Talet ska vara minst {element['min_value']}."
    if element.get("max_value") is not None and number > Decimal(element["max_value"]):
        return f"Talet ska vara högst {element['max_value']}."
    return ""
