"""Forms of plain fields."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bot.slack import limits
from bot.slack.render.blocks import Json, context, plain
from bot.slack.render.fields import labelled, modal, to_option
from bot.slack.render.rich import bullets, paragraphs, rich, sentences
from bot.slack.render.text import clean, one_line
from bot.views.actions import Form
from bot.views.model import (
    ClockField,
    DayField,
    LineField,
    PeopleField,
    PlainForm,
    SelectField,
    TextAreaField,
    TicksField,
    View,
)


def plain_form(view: PlainForm) -> Json:
    """Return the form. Block and action ids of a field are its name."""
    blocks = [
        *rich(
            paragraphs(view.heading, "bold"),
            *(sentences(line) for line in view.intro),
            bullets(view.lines),
            *(sentences(note) for note in view.notes),
        ),
        *(_FIELDS[type(field)](field) for field in view.fields),
        *context(view.footer),
    ]
    form = Form(view.form)
    return modal(form, view.title, view.close, blocks, submit=view.submit, metadata=view.meta)


def _select(field: SelectField) -> Json:
    groups: list[Json] = [
        {
            "label": plain(heading, limits.OPTION_TEXT),
            "options": [to_option(option.value, option.label) for option in options],
        }
        for heading, options in field.groups
    ]
    alone = len(groups) == 1
    element: Json = {"type": "static_select"}
    element |= {"options": groups[0]["options"]} if alone else {"option_groups": groups}
    if field.placeholder:
        element["placeholder"] = plain(field.placeholder, limits.PLACEHOLDER)
    for group in groups:
        for option in group["options"]:
            if option["value"] == field.chosen:
                element["initial_option"] = option
    return labelled(field.name, field.label, element, hint=field.hint, optional=False)


def _ticks(field: TicksField) -> Json:
    options = [to_option(option.value, option.label) for option in field.options]
    element: Json = {"type": "checkboxes", "options": options}
    chosen = [option for option in options if option["value"] in field.chosen]
    if chosen:
        element["initial_options"] = chosen
    return labelled(field.name, field.label, element, hint=field.hint)


def _line(field: LineField) -> Json:
    element: Json = {"type": "plain_text_input", "max_length": field.limit}
    if field.placeholder:
        element["placeholder"] = plain(field.placeholder, limits.PLACEHOLDER)
    if one_line(field.value):
        element["initial_value"] = one_line(field.value)[: field.limit]
    return labelled(field.name, field.label, element, hint=field.hint, optional=not field.required)


def _text_area(field: TextAreaField) -> Json:
    element: Json = {"type": "plain_text_input", "multiline": True, "max_length": field.limit}
    if clean(field.value):
        element["initial_value"] = clean(field.value)[: field.limit]
    return labelled(field.name, field.label, element, hint=field.hint)


def _day(field: DayField) -> Json:
    element: Json = {"type": "datepicker"}
    if field.value:
        element["initial_date"] = field.value.isoformat()
    return labelled(field.name, field.label, element, hint=field.hint, optional=not field.required)


def _clock(field: ClockField) -> Json:
    element: Json = {"type": "timepicker", "initial_time": f"{field.value:%H:%M}"}
    return labelled(field.name, field.label, element, hint=field.hint, optional=False)


def _people(field: PeopleField) -> Json:
    element: Json = {
        "type": "multi_users_select",
        "placeholder": plain(field.placeholder, limits.PLACEHOLDER),
    }
    if field.chosen:
        element["initial_users"] = [person.user for person in field.chosen]
    if field.limit:
        element["max_selected_items"] = field.limit
    return labelled(field.name, field.label, element, hint=field.hint)


_FIELDS: dict[type[View], Callable[[Any], Json]] = {
    TextAreaField: _text_area,
    ClockField: _clock,
    DayField: _day,
    LineField: _line,
    PeopleField: _people,
    SelectField: _select,
    TicksField: _ticks,
}
