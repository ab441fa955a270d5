"""What is asked about a team: who sees the summary, and which teams answer together."""

from __future__ import annotations

from typing import Literal

from bot.views.model.base import View

Choice = tuple[str, str]
"""The value of a choice, and what it is called."""


class RadioField(View):
    """One of a few choices; `chosen` is the value of the one that stands there at first."""

    label: str
    hint: str
    choices: tuple[Choice, ...]
    chosen: str


class PoolForm(View):
    """Asks which teams are to answer together with the team whose id is `team_id`.

    `nobody` is said in place of the choices where there are none.
    """

    type: Literal["pool-form"] = "pool-form"
    title: str
    intro: tuple[str, ...]
    warning: str
    search_label: str
    search_hint: str
    label: str
    placeholder: str
    choices: tuple[Choice, ...]
    chosen: tuple[str, ...] = ()
    limit: int
    nobody: str = ""
    submit: str
    close: str
    team_id: str
