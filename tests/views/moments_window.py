"""The views of boxes that are open after the dialogue, and of reminders."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from bot.domain.answers import Answers
from bot.domain.programme import Component
from bot.domain.round import Round, RoundState
from bot.domain.session import Session
from bot.locales import Words
from bot.views import answer, board, privacy, reminder, replies, window
from bot.views import team as page
from bot.views.model import View
from bot.views.window import OpenBox
from tests.services.people import ANNA, KARIN, SCRIPT, team
from tests.views.moments_pool import ALONE, at_step, over, shared_box

Draw = Callable[[Words], View]
ZONE = "Europe/Stockholm"
FRIDAY = datetime(2026, 11, 27, 17, tzinfo=UTC)


def window_box(invited: int = 9, state: RoundState = RoundState.OPEN, **terms: bool) -> Round:
    """Return the team's own box, open until Friday at six."""
    box = replace(shared_box(state, invited), team_ids=(team().id,), closes_at=FRIDAY)
    return replace(box, **terms)  # type: ignore[arg-type]


def _board(at: Session, box: Round) -> Draw:
    return lambda w: board.board(at, box, SCRIPT.theme, team(), (), w)


def _status(w: Words) -> View:
    """Return the status where no dialogue is on, but boxes of earlier ones are open."""
    menu = replies.with_boxes(replies.menu(team(), None, (), False, w), _boxes(w), w)
    shown = replies.resting(menu, team(), None, FRIDAY.date(), w, paused=False)
    return shown.model_copy(update={"title": w("status-title")})


def _team(days: int | None, *, member: bool = False) -> Draw:
    one = replace(team(), answer_days=days)
    return lambda w: page.page(one, ALONE, ANNA if member else KARIN, w)


def _page(round: Round) -> Draw:
    def draw(w: Words) -> View:
        terms = privacy.conditions(round, SCRIPT.theme, team(), w)
        return privacy.page(terms, round.id, team().channel, w)

    return draw


def _next(days: int) -> Draw:
    terms = privacy.Conditions(stage="next", threshold=6, quotes=10, team_sees=True, days=days)
    return lambda w: privacy.page(terms, "", "", w)


def _boxes(w: Words) -> tuple[OpenBox, ...]:
    title = board.theme_title(SCRIPT.theme, w)
    own = OpenBox(window_box(), title, team().name, ZONE)
    return own, replace(own, round=replace(shared_box(), id="q" * 32))


def _form(earlier: Answers | None = None) -> Draw:
    return lambda w: answer.answer_form(window_box(14), SCRIPT, earlier, ZONE, w)


def _reminder(*, quiet: bool) -> Draw:
    return lambda w: reminder.reminder(window_box(), SCRIPT.theme, team(), w, quiet=quiet)


WINDOW_MOMENTS: dict[str, Draw] = {
    "board-window-answering": _board(at_step(2), window_box()),
    "board-window-open": _board(over(), window_box()),
    "board-window-open-early": _board(over(1), window_box()),
    "board-window-closed": _board(over(), window_box(state=RoundState.CLOSED)),
    "board-window-too-small": _board(over(), window_box(5, RoundState.CLOSED)),
    "board-window-lost": _board(over(), window_box(state=RoundState.VOIDED)),
    "answer-window": _form(),
    "answer-window-again": _form(Answers({Component.MANAGEABILITY: 3}, "Mer tid.")),
    "answer-window-few": lambda w: answer.answer_form(window_box(5), SCRIPT, None, ZONE, w),
    "receipt-window": lambda w: answer.answered(
        w, pooled=False, closes=window.until(window_box(), ZONE, w)
    ),
    "privacy-window": _page(window_box(14)),
    "privacy-window-over": _page(window_box(14, RoundState.CLOSED)),
    "privacy-window-next-same": _next(0),
    "privacy-window-next-days": _next(3),
    "team-window-same": _team(0),
    "team-window-days": _team(3),
    "team-window-member": _team(1, member=True),
    "window-choices": lambda w: window.choices(replace(team(), answer_days=1), w),
    "window-status": _status,
    "window-idle": lambda w: replies.with_boxes(
        replies.menu(team(), None, (), True, w), _boxes(w)[:1], w
    ),
    "window-running": lambda w: replies.running(
        at_step(2), window_box(), SCRIPT.theme, team(), False, w, _boxes(w)[:1]
    ),
    "window-home": lambda w: replies.home((), w, (), _boxes(w)[:1], quiet=True),
    "window-over": lambda w: replies.over(over(), window_box(), w),
    "remind": _reminder(quiet=False),
    "remind-quiet": _reminder(quiet=True),
    "remind-closed": lambda w: reminder.closed("r" * 32, w, quiet=False),
}
"""Every moment by its name, as in `tests.views.moments`."""
