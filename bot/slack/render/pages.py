"""What is only read in a form: how answers are protected, and a summary."""

from __future__ import annotations

from bot.slack import limits
from bot.slack.render.blocks import Json, actions, divider, plain
from bot.slack.render.rich import bullets, paragraphs, rich
from bot.slack.render.summary import summary
from bot.views.actions import Form
from bot.views.model import Page, Seen


def page(view: Page) -> Json:
    """Return a page; its private metadata is the channel that it was asked for in."""
    sections = (
        block
        for section in view.sections
        for block in rich(paragraphs(section.heading, "bold"), bullets(section.lines))
    )
    blocks = [*rich(paragraphs(view.intro)), *sections, *actions(view.buttons)]
    metadata = {"private_metadata": view.channel} if view.channel else {}
    return {**_to_read(Form.PRIVACY, view.title, view.close, blocks), **metadata}


def seen(view: Seen) -> Json:
    """Return a summary; a form holds more blocks than the message that it was made to fit."""
    blocks = [*rich(paragraphs(view.note, "bold")), divider(), *summary(view.summary)]
    return _to_read(Form.SEEN, view.title, view.close, blocks)


def _to_read(form: Form, title: str, close: str, blocks: list[Json]) -> Json:
    return {
        "type": "modal",
        "callback_id": form.value,
        "title": plain(title, limits.VIEW_TITLE),
        "close": plain(close, limits.VIEW_BUTTON),
        "blocks": blocks,
    }
