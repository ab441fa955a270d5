"""Modals and the fields in them."""

from __future__ import annotations

from collections.abc import Container

from bot.slack import limits
from bot.slack.render.blocks import Json, plain
from bot.slack.render.text import clean, clip, one_line, size
from bot.views.actions import Form
from bot.views.model import ChoiceField, RadioField, ScaleField, TextField, TickField

SCALE = range(1, 8)
"""The steps of a scale."""

YES = "yes"
"""The value of a tick."""


def modal(
    form: Form,
    title: str,
    close: str,
    blocks: list[Json],
    *,
    submit: str = "",
    metadata: str = "",
) -> Json:
    """Return a modal. `metadata` travels with it, and comes back when it is handed in."""
    view: Json = {
        "type": "modal",
        "callback_id": form.value,
        "title": plain(title, limits.VIEW_TITLE),
        "close": plain(close, limits.VIEW_BUTTON),
        "blocks": blocks,
    }
    if submit:
        view["submit"] = plain(submit, limits.VIEW_BUTTON)
    if metadata:
        view["private_metadata"] = metadata
    return view


def labelled(
    name: str, label: str, element: Json, *, hint: str = "", optional: bool = True
) -> Json:
    """Return an element under its label. Block and action ids are the name."""
    block: Json = {
        "type": "input",
        "block_id": name,
        "label": plain(label, limits.LABEL),
        "element": {"action_id": name, **element},
        "optional": optional,
    }
    if one_line(hint):
        block["hint"] = plain(hint, limits.HINT)
    return block


def scale_field(field: ScaleField) -> Json:
    """Return a question with seven choices, the ends in words; long ends stand in the hint."""
    ends = {SCALE[0]: one_line(field.low), SCALE[-1]: one_line(field.high)}
    labels = {step: f"{step} – {ends[step]}" if step in ends else str(step) for step in SCALE}
    options = [to_option(str(step), labels[step]) for step in SCALE]
    element: Json = {"type": "radio_buttons", "options": options}
    for option in options:
        if option["value"] == str(field.value):
            element["initial_option"] = option
    cut = any(size(label) > limits.OPTION_TEXT for label in labels.values())
    hint = " · ".join(labels[step] for step in ends) if cut else ""
    return labelled(field.name, f"{one_line(field.heading)}: {field.question}", element, hint=hint)


def text_field(field: TextField) -> Json:
    """Return some lines of text."""
    element: Json = {
        "type": "plain_text_input",
        "multiline": True,
        "max_length": min(field.limit, limits.INPUT_TEXT),
    }
    if clean(field.value):
        element["initial_value"] = clip(clean(field.value), limits.INPUT_TEXT)
    return labelled(field.name, field.label, element, hint=field.hint)


def choice_field(field: ChoiceField) -> Json:
    """Return some of many options, at most `limit`."""
    options = [to_option(option.value, option.label) for option in field.options]
    return labelled(
        field.name, field.label, some_of(options, field.chosen, field.placeholder, field.limit)
    )


def some_of(options: list[Json], chosen: Container[str], placeholder: str, limit: int) -> Json:
    """Return the element in which at most `limit` options are chosen; `chosen` are so at first."""
    element: Json = {
        "type": "multi_static_select",
        "placeholder": plain(placeholder, limits.PLACEHOLDER),
        "options": options,
        "max_selected_items": limit,
    }
    initial = [option for option in options if option["value"] in chosen]
    return {**element, "initial_options": initial} if initial else element


def tick_field(field: TickField) -> Json:
    """Return a single yes; a long text stands in the hint as well."""
    option = to_option(YES, field.text)
    element: Json = {"type": "checkboxes", "options": [option]}
    if field.value:
        element["initial_options"] = [option]
    cut = size(one_line(field.text)) > limits.OPTION_TEXT
    hint = f"{one_line(field.text)} {field.hint}" if cut else field.hint
    return labelled(field.name, field.label, element, hint=hint)


def radio_field(name: str, field: RadioField) -> Json:
    """Return one of a few choices."""
    options = [to_option(value, label) for value, label in field.choices]
    element: Json = {"type": "radio_buttons", "options": options}
    for option in options:
        if option["value"] == field.chosen:
            element["initial_option"] = option
    return labelled(name, field.label, element, hint=field.hint, optional=False)


def to_option(value: str, label: str) -> Json:
    """Return one choice."""
    return {"text": plain(label, limits.OPTION_TEXT), "value": value}
