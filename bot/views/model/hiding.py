"""The form in which a manager chooses what the team does not get to read."""

from __future__ import annotations

from typing import Literal

from bot.views.model.base import View


class CommentChoices(View):
    """Comments to choose from, under the heading that they have in the summary, if any."""

    heading: str
    comments: tuple[str, ...]


class HideForm(View):
    """Which comments the team does not see.

    The comments are numbered from 0 through all groups; `hidden` are the numbers that are
    hidden, and so chosen, when the form is opened.
    """

    type: Literal["hide-form"] = "hide-form"
    title: str
    theme: str
    explained: tuple[str, ...]
    label: str
    placeholder: str
    groups: tuple[CommentChoices, ...]
    hidden: tuple[int, ...]
    submit: str
    close: str
    round_id: str
