"""The mirror: questions for oneself, and the picture that one's answers give."""

from __future__ import annotations

from typing import Literal

from bot.views.model.base import Button, View
from bot.views.model.fields import ScaleField
from bot.views.model.messages import Sheet


class MirrorForm(View):
    """The questions, all to be answered. `meta` travels with the form: which mirror it is."""

    type: Literal["mirror-form"] = "mirror-form"
    title: str
    name: str
    why: str
    promise: tuple[str, ...]
    scales: tuple[ScaleField, ...]
    submit: str
    close: str
    meta: str


class MirrorPicture(View):
    """The picture, in a form that only its reader sees; kept by nobody.

    `send_note` says, before `send` is pressed, where the picture will lie afterwards. `meta`
    travels with the form as it did with the questions.
    """

    type: Literal["mirror-picture"] = "mirror-picture"
    title: str
    picture: Sheet
    send_note: str
    send: Button
    close: str
    meta: str


MirrorView = MirrorForm | MirrorPicture
"""What opens over the conversation, for oneself."""
