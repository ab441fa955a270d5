"""A form of plain fields: choices, a day, a time, a line of text."""

from __future__ import annotations

from datetime import date, time
from typing import Annotated, Literal

from pydantic import Field

from bot.domain.people import PersonKey
from bot.views.model.base import View
from bot.views.model.fields import Option


class SelectField(View):
    """One of many options, in groups with a heading; `chosen` is a value, empty for none."""

    type: Literal["select"] = "select"
    name: str
    label: str
    hint: str = ""
    placeholder: str = ""
    groups: tuple[tuple[str, tuple[Option, ...]], ...]
    chosen: str = ""


class TicksField(View):
    """Some of a few options; `chosen` are values."""

    type: Literal["ticks"] = "ticks"
    name: str
    label: str
    hint: str = ""
    options: tuple[Option, ...]
    chosen: tuple[str, ...] = ()


class LineField(View):
    """One line of text, which may be left empty unless it is `required`."""

    type: Literal["line"] = "line"
    name: str
    label: str
    hint: str = ""
    placeholder: str = ""
    value: str = ""
    limit: int = 200
    required: bool = False


class TextAreaField(View):
    """Several lines of text, which may be left empty."""

    type: Literal["text-area"] = "text-area"
    name: str
    label: str
    hint: str = ""
    value: str = ""
    limit: int


class DayField(View):
    """A day; it may be left empty unless it is `required`."""

    type: Literal["day"] = "day"
    name: str
    label: str
    hint: str = ""
    value: date | None = None
    required: bool = False


class ClockField(View):
    """A time of day."""

    type: Literal["clock"] = "clock"
    name: str
    label: str
    hint: str = ""
    value: time


class PeopleField(View):
    """Some people of the workspace, which may be none; `limit` is the most, 0 for any number."""

    type: Literal["people"] = "people"
    name: str
    label: str
    hint: str = ""
    placeholder: str
    chosen: tuple[PersonKey, ...] = ()
    limit: int = 0


PlainField = Annotated[
    SelectField | TicksField | LineField | TextAreaField | DayField | ClockField | PeopleField,
    Field(discriminator="type"),
]


class PlainForm(View):
    """Some sentences, some lines, more sentences, and the fields below them.

    `form` is one of `bot.views.actions.Form`: what happens when it is handed in. `meta` travels
    with it.
    """

    type: Literal["plain-form"] = "plain-form"
    form: str
    title: str
    heading: str = ""
    intro: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    footer: str = ""
    fields: tuple[PlainField, ...] = ()
    submit: str
    close: str
    meta: str
