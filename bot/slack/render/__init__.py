"""Views drawn as Block Kit: pure functions from a view to what Slack takes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bot.slack import limits
from bot.slack.render.adaptation import log_form
from bot.slack.render.blocks import Json, actions, fitted
from bot.slack.render.board import board
from bot.slack.render.forms import (
    answer_form,
    hesitation,
    hide_form,
    invite_form,
    pool_form,
    receipt,
    refusal,
    setup_form,
    tag_offer,
)
from bot.slack.render.mirror import mirror_form, mirror_picture
from bot.slack.render.pages import page, seen
from bot.slack.render.plain import plain_form
from bot.slack.render.replies import help_reply, menu, note, preview, theme_list
from bot.slack.render.sheets import checklist, sheet
from bot.slack.render.summary import summary
from bot.slack.render.text import clean, clip, escape
from bot.views.model import (
    AnswerForm,
    Board,
    Button,
    Checklist,
    FormView,
    Help,
    Hesitation,
    HideForm,
    InviteForm,
    LogForm,
    Menu,
    MessageView,
    MirrorForm,
    MirrorPicture,
    MirrorView,
    Note,
    Page,
    PlainForm,
    PoolForm,
    PrivacyView,
    Receipt,
    Refusal,
    ReplyView,
    Seen,
    SetupForm,
    Sheet,
    Summary,
    TagOffer,
    ThemeList,
    ThemePreview,
    View,
)

_FORMS: dict[type[View], Callable[[Any], Json]] = {
    AnswerForm: answer_form,
    Hesitation: hesitation,
    HideForm: hide_form,
    InviteForm: invite_form,
    LogForm: log_form,
    MirrorForm: mirror_form,
    MirrorPicture: mirror_picture,
    Page: page,
    PlainForm: plain_form,
    PoolForm: pool_form,
    Receipt: receipt,
    Refusal: refusal,
    Seen: seen,
    SetupForm: setup_form,
    TagOffer: tag_offer,
}
"""How each form is drawn."""


def render_message(view: MessageView | ReplyView, picture: Json | None = None) -> Json:
    """Return `text` (for notifications and screen readers) and `blocks`.

    `picture` is the block of the view's picture, where it can be had.
    """
    if isinstance(view, Summary):
        blocks = summary(view, picture)
    else:
        blocks = sheet(view, picture) if isinstance(view, Sheet) else _blocks(view)
    return {"text": _fallback(view), "blocks": blocks}


def render_form(view: FormView | PrivacyView | MirrorView) -> Json:
    """Return a modal. Its callback_id is a `bot.views.actions.Form`."""
    return _FORMS[type(view)](view)


def render_home(view: ReplyView, back: Button | None = None) -> Json:
    """Return the app's home: its menu, or another answer with the way back to it."""
    blocks = [*_blocks(view), *actions([back] if back else [])]
    return {"type": "home", "blocks": fitted(blocks, limits.VIEW_BLOCKS)}


_MESSAGES: dict[type[View], Callable[[Any], list[Json]]] = {
    Board: board,
    Checklist: checklist,
    Help: help_reply,
    Menu: lambda view: fitted(menu(view)),
    Note: note,
    Sheet: sheet,
    Summary: summary,
    ThemeList: theme_list,
    ThemePreview: preview,
}
"""How each message and reply is drawn."""


def _blocks(view: MessageView | ReplyView) -> list[Json]:
    return _MESSAGES[type(view)](view)


def _fallback(view: MessageView | ReplyView) -> str:
    """Return the message in plain words. Slack reads markup here, so it is escaped."""
    return escape(clip(clean(_plain_words(view)), limits.FALLBACK_TEXT))


def _plain_words(view: MessageView | ReplyView) -> str:
    if isinstance(view, Board | Summary):
        return view.summary_text
    if isinstance(view, Note):
        return view.text
    if isinstance(view, Menu):
        return "\n".join([view.title, *view.lines])
    if isinstance(view, Sheet):
        return "\n".join([view.title, *(part.heading for part in view.parts[:1])])
    return f"{view.title}\n{view.intro}"
