"""The names of everything that can be pressed or handed in, shared by views and handlers."""

from __future__ import annotations

from enum import StrEnum


class Action(StrEnum):
    """What a button asks for. Its value says what it acts on."""

    ANSWER = "answer.open"
    WITHDRAW = "answer.withdraw"
    NEXT = "session.next"
    PAUSE = "session.pause"
    RESUME = "session.resume"
    EXTEND = "session.extend"
    STOP = "session.stop"
    CANCEL = "session.cancel"
    SHARE = "result.share"
    THEMES = "themes.list"
    PREVIEW = "themes.show"
    START = "themes.start"
    HELP = "help"
    HOME = "home"
    MANAGER_CHOSEN = "setup.manager"


class Form(StrEnum):
    """What a form is, when it is handed in."""

    ANSWER = "answer"
    SETUP = "setup"
    RECEIPT = "receipt"
