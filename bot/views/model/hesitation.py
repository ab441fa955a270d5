"""The views of a text that may give somebody away: the question whether to send it, and the no."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from bot.domain.answers import Answers
from bot.views.model.base import View


class FoundLine(View):
    """What was found of one kind ("Namn: Karin, Ali"), and why it can give somebody away."""

    found: str
    why: str


class Hesitation(View):
    """Asked before an answer is sent, on top of the form; to close it leads back to the form.

    `draft` is the answer as it would be sent. Nothing has been kept of it: it travels with this
    view and nowhere else, so a renderer must not remember the view either. `channel` is the form's.
    """

    type: Literal["hesitation"] = "hesitation"
    title: str
    intro: str
    text_label: str
    found: tuple[FoundLine, ...]
    advice: str
    submit: str
    close: str
    round_id: str
    channel: str = ""
    draft: Answers = Field(repr=False)


class Refusal(View):
    """What a hesitation turns into when the answer can't be taken; closing leads to the form."""

    type: Literal["refusal"] = "refusal"
    title: str
    line: str
    close: str
