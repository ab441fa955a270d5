"""Cards, mirrors, checklists, programmes and dialogues without answers, at their moments."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random

from bot.domain import session as machine
from bot.domain.cards import choose, components, draw, placed
from bot.domain.mirrors import find_mirrors, reflect
from bot.domain.programme import Script
from bot.domain.session import Session
from bot.errors import NoMaterial, UnknownName
from bot.locales import Words
from bot.views import board, cards, checklist, mirror, programmes, replies, watch
from bot.views.model import View
from bot.views.watch import Complaint, FileKind
from tests.services.people import EXTRA, KARIN, PROGRAMMES, TEMA3, WORKSHOP, talk, team, theme

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
ZONE = "Europe/Stockholm"
Draw = Callable[[Words], View]

CHOICE = choose(PROGRAMMES, "")
DRAWN = draw(CHOICE, Random(1))
(MIRROR,) = find_mirrors(PROGRAMMES, "")


def talking(step: int = 0) -> Session:
    """Return a dialogue of the workshop, in which nothing is answered."""
    script = Script.of(EXTRA, talk())
    found = machine.begin(machine.plan("s" * 32, team().id, script, KARIN, NOON), "", NOON)
    for _ in range(step):
        found = machine.next_step(found, NOON)
    return found


def _complaint(number: int, kind: FileKind = FileKind.DIALOGUES) -> Complaint:
    return Complaint(kind, f"fil{number}.yaml:1: x")


def _board(at: Session) -> Draw:
    return lambda w: board.board(at, None, talk(), team(), (), w)


def _card(w: Words) -> View:
    return cards.private(DRAWN, CHOICE, components(placed(PROGRAMMES)), w)


def _card_of_leader(w: Words) -> View:
    sheet = cards.private(DRAWN, CHOICE, components(placed(PROGRAMMES)), w)
    return cards.with_show(sheet, DRAWN, w)


def _picture(*scores: int) -> Draw:
    seen = reflect(MIRROR.mirror, scores)
    return lambda w: mirror.picture(MIRROR, seen, NOON, ZONE, w)


def _not_sent(w: Words) -> View:
    seen = reflect(MIRROR.mirror, (7, 3, 5))
    return mirror.not_sent(mirror.picture(MIRROR, seen, NOON, ZONE, w), w)


STOPPED = machine.stop(talking(), NOON + timedelta(minutes=5))
TALK_MOMENTS: dict[str, Draw] = {
    "talk-film": _board(talking()),
    "talk-last": _board(talking(1)),
    "talk-ended": _board(STOPPED),
    "talk-cancelled": _board(machine.cancel(talking(), NOON)),
    "talk-paused": _board(machine.pause(talking(), NOON)),
    "talk-running": lambda w: replies.running(talking(), None, talk(), team(), True, w),
    "talk-over": lambda w: replies.over(STOPPED, None, w),
    "talk-ask-cancel": lambda w: replies.ask_cancel(talking(), None, w),
    "talk-stuck": lambda w: programmes.stuck(talk(), w),
    "card": _card,
    "card-leader": _card_of_leader,
    "card-group": lambda w: cards.for_group(DRAWN, w),
    "mirror-form": lambda w: mirror.form(MIRROR, w),
    "mirror-picture": _picture(7, 3, 5),
    "mirror-alike": _picture(4, 4, 4),
    "mirror-choice": lambda w: mirror.choice((MIRROR, replace(MIRROR, programme="annat")), w),
    "mirror-sent": mirror.sent,
    "mirror-not-sent": _not_sent,
    "checklist": lambda w: checklist.checklist(WORKSHOP, talk(), frozenset([1]), w),
    "checklist-choice": lambda w: checklist.choice(((WORKSHOP, talk()),), w),
    "programmes": lambda w: programmes.programme_list(PROGRAMMES, w),
    "themes-leader": lambda w: programmes.theme_list(PROGRAMMES[0], True, w, alone=True),
    "themes-member": lambda w: programmes.theme_list(EXTRA, False, w),
    "preview": lambda w: programmes.preview(TEMA3, theme(3), True, w),
    "preview-workshop": lambda w: programmes.preview(WORKSHOP, talk(), True, w),
    "watch-trouble": lambda w: watch.trouble([_complaint(n) for n in range(12)], w),
    "watch-trouble-areas": lambda w: watch.trouble([_complaint(1, FileKind.AREAS)], w),
    "watch-trouble-year": lambda w: watch.trouble([_complaint(1, FileKind.YEAR)], w),
    "watch-trouble-several": lambda w: watch.trouble(
        [_complaint(n, kind) for n in range(4) for kind in FileKind], w
    ),
    "watch-well": lambda w: watch.well([_complaint(1)], w),
    "watch-well-year": lambda w: watch.well([_complaint(1, FileKind.YEAR)], w),
    "watch-well-several": lambda w: watch.well([_complaint(1, kind) for kind in FileKind], w),
    "home-extras": lambda w: replies.home((), w, programmes.extras(PROGRAMMES, w)),
    "error-no-cards": lambda w: replies.error(NoMaterial(kind="cards"), w),
    "error-no-programme": lambda w: replies.error(
        UnknownName(kind="programme", word="xyz", nearest=""), w
    ),
    "error-near-mirror": lambda w: replies.error(
        UnknownName(kind="mirror", word="spagel", nearest="spegel"), w
    ),
}
"""Every such moment by its name."""
