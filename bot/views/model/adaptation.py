"""What is asked for the adaptation log: how each step of a dialogue was done, and why."""

from __future__ import annotations

from typing import Literal

from bot.views.model.base import View
from bot.views.model.fields import TextField
from bot.views.model.team import Choice


class StepField(View):
    """How one step was done; `why` is asked of a step that was not done as it was meant."""

    name: str
    label: str
    choices: tuple[Choice, ...]
    chosen: str
    why: TextField | None = None


class LogForm(View):
    """Asks about each step of a dialogue. To choose asks for a new form; `meta` travels along."""

    type: Literal["log-form"] = "log-form"
    title: str
    theme: str
    explained: tuple[str, ...]
    steps: tuple[StepField, ...]
    why: TextField
    submit: str
    close: str
    meta: str
