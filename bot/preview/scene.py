"""One thing that the preview shows: a heading with a message below it, or with a form."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from bot.slack.render import render_form, render_message
from bot.views.model import FormView, MessageView, MirrorView, ReplyView

Json = dict[str, Any]

BOT: Final = "U0APTBOT"


def message(
    key: str, heading: str, view: MessageView | ReplyView, at: datetime, *, private: bool = False
) -> Json:
    """Return a message of the bot; one that is private is marked as only for its reader."""
    shown = {"ts": f"{at.timestamp():.6f}", "user": BOT, "ephemeral": private}
    return {
        "key": key,
        "heading": heading,
        "message": _identified({**shown, **render_message(view)}),
    }


def form(key: str, heading: str, view: FormView | MirrorView) -> Json:
    """Return a form."""
    return {"key": key, "heading": heading, "view": _identified(render_form(view))}


def _identified(shown: Json) -> Json:
    """Return it with a name for every block: Slack gives one to each that has none."""
    blocks = [
        {"block_id": f"b{index}", **block} for index, block in enumerate(shown.get("blocks", ()))
    ]
    return {**shown, "blocks": blocks}
