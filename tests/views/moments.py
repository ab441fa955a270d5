"""Every view at the moments that matter, in either language, of the tests' made-up team."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.domain import session as machine
from bot.domain.answers import Answers
from bot.domain.disclosure import (
    Band,
    Cell,
    CommentGroup,
    ComponentResult,
    HeldBack,
    Result,
    TagCount,
)
from bot.domain.programme import Component, ThemeRef
from bot.domain.round import Round
from bot.domain.session import Session
from bot.errors import BadMinutes, UnknownCommand, UnknownTheme
from bot.locales import Words
from bot.views import answer, board, replies, setup, summary
from bot.views.model import View
from tests.services.people import COLLEAGUES, KARIN, PROGRAMMES, SCRIPT, TEMA3, team, theme

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
Draw = Callable[[Words], View]


def round_(roster: int = 12, *, shared: bool = False) -> Round:
    """Return the round of the team's dialogue with so many on its roster."""
    return Round(
        id="r" * 32,
        team_id=team().id,
        session_id="s" * 32,
        theme=TEMA3,
        theme_version=SCRIPT.version,
        opened_at=NOON,
        roster=COLLEAGUES[:roster],
        quote_threshold=10,
        shared=shared,
    )


def session(step: int = 0, now: datetime = NOON) -> Session:
    """Return the team's dialogue at a step, reached by pressing at once."""
    found = machine.begin(machine.plan("s" * 32, team().id, SCRIPT, KARIN, now), now)
    for _ in range(step):
        found = machine.next_step(found, now)
    return found


def component(which: Component, median: int, cells: tuple[Cell, ...] = ()) -> ComponentResult:
    """Return a component's result round a median."""
    low, high = max(1, median - 1), min(7, median + 1)
    band = Band.LOW if median <= 2 else Band.MID if median <= 5 else Band.HIGH
    return ComponentResult(which, median, low, high, band, cells)


CELLS = (Cell(1, 4, 4), Cell(5, 5, 3), Cell(6, 7, 5))
FULL = Result(
    answered=12,
    invited=13,
    components=(
        component(Component.MEANINGFULNESS, 6, CELLS),
        component(Component.MANAGEABILITY, 2, CELLS),
        replace(component(Component.COMPREHENSIBILITY, 5, CELLS), middle_low=5, middle_high=5),
    ),
    tags=(TagCount("tid", 5), TagCount("rutiner", 3)),
    comments=(
        CommentGroup("tid", ("Mer tid för överlämning.", "Färre avbrott.")),
        CommentGroup("", ("Vi hjälps åt.",)),
    ),
    held_back=(HeldBack.COMMENTS_NO_CONSENT, HeldBack.TAGS_SMALL),
)
FEW = Result(
    answered=7,
    invited=13,
    components=tuple(component(c, 4) for c in (Component.MEANINGFULNESS, Component.MANAGEABILITY)),
    tags=(),
    comments=(),
    held_back=tuple(
        each for each in HeldBack if each not in (HeldBack.COMMENTS_NO_CONSENT, HeldBack.TAGS_SMALL)
    ),
)
TEXT_ONLY = Result(
    answered=6, invited=13, components=(), tags=(), comments=(), held_back=tuple(HeldBack)
)


def _board(at: Session) -> Draw:
    return lambda w: board.board(at, round_(), SCRIPT.theme, team(), w)


def _summary(result: Result | None, *, shared: bool = False) -> Draw:
    """Draw the manager's summary."""

    def draw(w: Words) -> View:
        round = round_(shared=shared)
        return summary.for_manager(summary.summary(round, result, SCRIPT, w), round, result, w)

    return draw


def _running(at: Session, *, may_lead: bool) -> Draw:
    return lambda w: replies.running(at, "r" * 32, SCRIPT.theme, team(), may_lead, w)


MOMENTS: dict[str, Draw] = {
    "board-first": _board(session()),
    "board-alone": _board(session(1)),
    "board-answering": _board(session(2)),
    "board-last": _board(session(3)),
    "board-extended": _board(machine.extend(session(2), 5)),
    "board-paused": _board(machine.pause(session(2), NOON + MINUTE)),
    "board-paused-late": _board(machine.pause(session(2), NOON + timedelta(seconds=239))),
    "board-ended": _board(machine.stop(session(2), NOON + MINUTE)),
    "board-cancelled": _board(machine.cancel(session(2), NOON + MINUTE)),
    "summary-full": _summary(FULL),
    "summary-shared": _summary(FULL, shared=True),
    "summary-few": _summary(FEW),
    "summary-text-only": _summary(TEXT_ONLY),
    "summary-too-few": _summary(None),
    "voided": lambda w: summary.voided(SCRIPT.theme, w),
    "answer-first": lambda w: answer.answer_form(round_(), SCRIPT, None, w),
    "answer-small-group": lambda w: answer.answer_form(round_(9), SCRIPT, None, w),
    "answer-again": lambda w: answer.answer_form(
        round_(),
        SCRIPT,
        Answers({Component.MANAGEABILITY: 3}, "Mer tid.", ("stod",), verbatim=True),
        w,
    ),
    "receipt": answer.answered,
    "receipt-withdrawn": answer.withdrawn,
    "setup-counting": lambda w: setup.setup_form("Tema", KARIN, None, "m", w),
    "setup-none": lambda w: setup.setup_form("Tema", KARIN, 0, "m", w),
    "setup-one": lambda w: setup.setup_form("Tema", KARIN, 1, "m", w),
    "setup-enough": lambda w: setup.setup_form("Tema", KARIN, 12, "m", w),
    "help": replies.help_view,
    "themes-leader": lambda w: replies.theme_list(PROGRAMMES, True, w),
    "themes-member": lambda w: replies.theme_list(PROGRAMMES, False, w),
    "preview": lambda w: replies.preview(TEMA3, SCRIPT.theme, True, w),
    "menu-new-channel": lambda w: replies.menu(
        None, None, (ThemeRef.parse("kvarten/tema1"), theme(1)), True, w
    ),
    "menu-leader": lambda w: replies.menu(
        team(), theme(1), (ThemeRef.parse("kvarten/tema2"), theme(2)), True, w
    ),
    "menu-member": lambda w: replies.menu(team(), theme(3), None, False, w),
    "running-leader": _running(session(2), may_lead=True),
    "running-member": _running(session(), may_lead=False),
    "running-paused": _running(machine.pause(session(2), NOON + MINUTE), may_lead=True),
    "home-new": lambda w: replies.home((), w),
    "home-leader": lambda w: replies.home((team(),), w),
    "error-nearest": lambda w: replies.error(UnknownCommand(word="nesta", nearest="nästa"), w),
    "error-no-nearest": lambda w: replies.error(UnknownTheme(word="xyz", nearest=""), w),
    "error-minutes": lambda w: replies.error(BadMinutes(low=1, high=30), w),
}
"""Every moment by its name; the name is that of its golden file, without the language."""
