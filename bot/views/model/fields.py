"""The fields of forms."""

from __future__ import annotations

from bot.views.model.base import View


class ScaleField(View):
    """A question on the scale 1–7 with worded ends; `value` is what was chosen before."""

    name: str
    heading: str
    question: str
    low: str
    high: str
    value: int | None = None


class TextField(View):
    """Some lines of text."""

    name: str
    label: str
    hint: str
    value: str = ""
    limit: int


class Option(View):
    """One choice."""

    value: str
    label: str


class ChoiceField(View):
    """Some of many options, at most `limit`."""

    name: str
    label: str
    placeholder: str
    options: tuple[Option, ...]
    chosen: tuple[str, ...] = ()
    limit: int


class TickField(View):
    """A single yes."""

    name: str
    label: str
    text: str
    hint: str
    value: bool = False
