"""One realistic view of each kind, in Swedish: theme 3 in a made-up work team."""

from __future__ import annotations

from bot.views.model import FormView, MessageView, ReplyView
from tests.samples.boards import board, ended_board, paused_board
from tests.samples.common import ROUND, SESSION, START, TENANT, THEME, TITLE, person
from tests.samples.forms import answer_form, answered_form, receipt, setup_form
from tests.samples.replies import help_reply, menu, note, preview, theme_list
from tests.samples.results import summary, too_few

__all__ = [
    "ROUND",
    "SESSION",
    "START",
    "TENANT",
    "THEME",
    "TITLE",
    "answer_form",
    "answered_form",
    "board",
    "ended_board",
    "forms",
    "help_reply",
    "menu",
    "messages",
    "note",
    "paused_board",
    "person",
    "preview",
    "receipt",
    "setup_form",
    "summary",
    "theme_list",
    "too_few",
]


def messages() -> dict[str, MessageView | ReplyView]:
    """Return every message and reply by its name."""
    return {
        "board": board(),
        "board-first": board(0),
        "board-groups": board(3),
        "board-paused": paused_board(),
        "board-ended": ended_board(),
        "summary": summary(),
        "summary-too-few": too_few(),
        "note": note(),
        "help": help_reply(),
        "themes": theme_list(),
        "preview": preview(),
        "menu": menu(),
    }


def forms() -> dict[str, FormView]:
    """Return every form by its name."""
    return {
        "answer": answer_form(),
        "answer-again": answered_form(),
        "setup": setup_form(),
        "receipt": receipt(),
    }
