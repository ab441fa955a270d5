"""A checklist that somebody ticks in private: what is ticked stands in the message alone."""

from __future__ import annotations

from typing import Literal

from bot.views.model_base import View


class Tick(View):
    """A line to tick."""

    text: str
    done: bool


class Checklist(View):
    """The list. `ref` travels with it, and says which one it is when something is ticked."""

    type: Literal["checklist"] = "checklist"
    title: str
    intro: str
    label: str
    ticks: tuple[Tick, ...]
    footer: str
    ref: str
