"""The views about anonymity: how answers are protected, and what a manager gets to see."""

from __future__ import annotations

from typing import Literal

from bot.views.model.base import Button, View
from bot.views.model.messages import Summary


class Section(View):
    """A heading with some sentences under it."""

    heading: str
    lines: tuple[str, ...]


class Page(View):
    """Something to read in a form of its own: nothing is filled in.

    `channel` is where it was asked for, and travels with it; empty where there was no channel.
    """

    type: Literal["page"] = "page"
    title: str
    intro: str
    sections: tuple[Section, ...]
    buttons: tuple[Button, ...]
    close: str
    channel: str = ""


class Seen(View):
    """A summary in a form of its own. `note` says, above all else, whether it is an example."""

    type: Literal["seen"] = "seen"
    title: str
    note: str
    summary: Summary
    close: str


PrivacyView = Page | Seen
"""What opens over the conversation, or over another form, to be read."""
