"""What every view has, and the pieces that several are made of."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict

from bot.domain.people import PersonKey


class View(BaseModel):
    """A frozen piece of what is shown."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Moment(View):
    """A time: platforms that can show it in each reader's zone do; `text` is the team's."""

    at: datetime
    text: str


class Confirm(View):
    """A question before a button acts."""

    title: str
    text: str
    yes: str
    no: str


class Button(View):
    """Something to press. `action` is one of `bot.views.actions`, `value` what it acts on."""

    action: str
    label: str
    value: str = ""
    style: Literal["plain", "primary", "danger"] = "plain"
    confirm: Confirm | None = None


class People(View):
    """Some people and what they are: "Chef", [Karin]."""

    label: str
    people: tuple[PersonKey, ...]
