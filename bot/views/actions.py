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
    HIDE = "result.hide"
    THEMES = "themes.list"
    PREVIEW = "themes.show"
    START = "themes.start"
    HELP = "help"
    HOME = "home"
    MANAGER_CHOSEN = "setup.manager"
    PRIVACY = "privacy.open"
    SEEN = "privacy.seen"
    TEAM_SEES = "team.sees"
    POOL = "pool.open"
    POOL_SEARCH = "pool.search"
    POOL_JOIN = "pool.join"
    POOL_DECLINE = "pool.decline"
    POOL_LEAVE = "pool.leave"
    CARD = "card.draw"
    CARD_MORE = "card.more"
    CARD_SHOW = "card.show"
    MIRROR = "mirror.open"
    MIRROR_SEND = "mirror.send"
    CHECKLIST = "checklist.show"
    TICK = "checklist.tick"
    PROGRAMME = "themes.programme"
    STUCK = "session.stuck"
    TEAM_LANGUAGE = "team.language"


class Form(StrEnum):
    """What a form is, when it is handed in."""

    ANSWER = "answer"
    SURE = "answer.sure"
    SETUP = "setup"
    HIDE = "hide"
    RECEIPT = "receipt"
    PRIVACY = "privacy"
    SEEN = "privacy.seen"
    POOL = "pool"
    MIRROR = "mirror"
    PICTURE = "mirror.picture"
