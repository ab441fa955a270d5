"""One realistic view of each kind, in Swedish: theme 3 in a made-up work team."""

from __future__ import annotations

from bot.views.model import FormView, MessageView, MirrorView, PrivacyView, ReplyView
from tests.samples.adaptation import log_form
from tests.samples.boards import (
    agreed_board,
    agreeing_board,
    board,
    ended_board,
    paused_board,
    since_board,
    window_board,
)
from tests.samples.common import ROUND, SESSION, START, TENANT, THEME, TITLE, person
from tests.samples.forms import (
    answer_form,
    answered_form,
    invite_form,
    pool_form,
    receipt,
    setup_form,
    tag_offer,
)
from tests.samples.hesitations import hesitation, refusal
from tests.samples.hiding import hide_form
from tests.samples.pages import page, seen
from tests.samples.plans import plan_form, understood
from tests.samples.replies import help_reply, menu, note, preview, team_page, theme_list
from tests.samples.results import shared_with_hidden, summary, too_few
from tests.samples.talks import checklist, mirror_form, mirror_picture, sheet

__all__ = [
    "ROUND",
    "SESSION",
    "START",
    "TENANT",
    "THEME",
    "TITLE",
    "agreed_board",
    "agreeing_board",
    "answer_form",
    "answered_form",
    "board",
    "checklist",
    "ended_board",
    "forms",
    "help_reply",
    "hesitation",
    "hide_form",
    "invite_form",
    "log_form",
    "menu",
    "messages",
    "mirror_form",
    "mirror_picture",
    "note",
    "page",
    "paused_board",
    "person",
    "plan_form",
    "pool_form",
    "preview",
    "receipt",
    "refusal",
    "seen",
    "setup_form",
    "shared_with_hidden",
    "sheet",
    "since_board",
    "summary",
    "tag_offer",
    "team_page",
    "theme_list",
    "too_few",
    "understood",
    "window_board",
]


def messages() -> dict[str, MessageView | ReplyView]:
    """Return every message and reply by its name."""
    return {
        "board": board(),
        "board-first": board(0),
        "board-groups": board(3),
        "board-paused": paused_board(),
        "board-ended": ended_board(),
        "board-window": window_board(),
        "board-since": since_board(),
        "board-agreeing": agreeing_board(),
        "board-agreed": agreed_board(),
        "summary": summary(),
        "summary-too-few": too_few(),
        "summary-hidden": shared_with_hidden(),
        "note": note(),
        "help": help_reply(),
        "themes": theme_list(),
        "preview": preview(),
        "menu": menu(),
        "team": team_page(),
        "sheet": sheet(),
        "checklist": checklist(),
    }


def forms() -> dict[str, FormView | PrivacyView | MirrorView]:
    """Return every form by its name."""
    return {
        "answer": answer_form(),
        "answer-again": answered_form(),
        "setup": setup_form(),
        "pool": pool_form(),
        "invite": invite_form(),
        "hesitation": hesitation(),
        "refusal": refusal(),
        "hide": hide_form(),
        "receipt": receipt(),
        "tag-offer": tag_offer(),
        "page": page(),
        "seen": seen(),
        "log": log_form(),
        "mirror": mirror_form(),
        "plan": plan_form(),
        "plan-understood": understood(),
        "mirror-picture": mirror_picture(),
    }
