"""The views of a team's page and of teams that answer together, at the moments that matter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.domain import session as machine
from bot.domain.round import POOL_OPEN_FOR, Round, RoundState
from bot.domain.session import Session
from bot.errors import PoolBusy, PoolClosing, PoolFull, PoolTaken, PoolUnreachable
from bot.locales import Words
from bot.views import board, pool, replies, setup, summary
from bot.views import shared_box as shared
from bot.views import team as page
from bot.views.model import View
from tests.services.people import ANNA, COLLEAGUES, KARIN, SCRIPT, TEMA3, team

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
Draw = Callable[[Words], View]
KOKET = replace(team(), id="team-koket", channel="C-koket", name="koket")
MANEN = replace(team(), id="team-manen", channel="C-manen", name="natt-manen")
MATES = ("koket", "natt-manen")
ALONE = page.Surroundings((), (), (), (), busy=False)
TOGETHER = replace(ALONE, mates=MATES, hiding=("koket",), invited=("ek", "alm"), inviting=("gran",))


def shared_box(state: RoundState = RoundState.OPEN, invited: int = 9) -> Round:
    """Return a box that three teams share."""
    return Round(
        id="r" * 32,
        team_ids=tuple(sorted((team().id, KOKET.id, MANEN.id))),
        theme=TEMA3,
        theme_version=SCRIPT.version,
        opened_at=NOON,
        roster=COLLEAGUES[:invited],
        invited=invited,
        quote_threshold=10,
        closes_at=NOON + POOL_OPEN_FOR,
        state=state,
    )


def at_step(step: int) -> Session:
    """Return the dialogue at a step, reached by pressing at once."""
    found = machine.begin(machine.plan("s" * 32, team().id, SCRIPT, KARIN, NOON), "r" * 32, NOON)
    for _ in range(step):
        found = machine.next_step(found, NOON)
    return found


def over(step: int = 2, *, cancelled: bool = False) -> Session:
    """Return the dialogue when it ended in a step."""
    end = machine.cancel if cancelled else machine.stop
    return end(at_step(step), NOON + timedelta(minutes=1))


def _board(at: Session, round: Round | None = None) -> Draw:
    box = round or shared_box()
    return lambda w: board.board(at, box, SCRIPT.theme, team(), MATES, w)


def _alone(at: Session) -> Draw:
    def draw(w: Words) -> View:
        drawn = board.board(at, VOIDED, SCRIPT.theme, team(), MATES, w)
        return drawn.model_copy(update={"state_line": shared.alone(at, w)})

    return draw


def _form(count: int, search: str = "", chosen: int = 0) -> Draw:
    mates = [replace(KOKET, id=f"t{number}", name=f"lag-{number}") for number in range(count)]
    return lambda w: pool.pool_form(team(), mates, mates[:chosen], search, 12, w)


def _too_few(round: Round) -> Draw:
    return lambda w: summary.summary(round, None, SCRIPT, w)


CLOSED, VOIDED = shared_box(RoundState.CLOSED), shared_box(RoundState.VOIDED)
SMALL = shared_box(RoundState.CLOSED, invited=5)

POOL_MOMENTS: dict[str, Draw] = {
    "board-pool-answering": _board(at_step(2)),
    "board-pool-ended": _board(over()),
    "board-pool-ended-early": _board(over(1)),
    "board-pool-cancelled": _board(over(cancelled=True)),
    "board-pool-cancelled-early": _board(over(1, cancelled=True)),
    "board-pool-closed": _board(over(), CLOSED),
    "board-pool-closed-hidden": _board(over(), replace(CLOSED, team_sees=False)),
    "board-pool-closed-cancelled": _board(over(cancelled=True), CLOSED),
    "board-pool-too-small": _board(over(), SMALL),
    "board-pool-voided": _board(over(), VOIDED),
    "board-pool-voided-cancelled": _board(over(cancelled=True), VOIDED),
    "board-pool-alone": _alone(over()),
    "board-pool-alone-cancelled": _alone(over(cancelled=True)),
    "pool-alone": lambda w: shared.alone_note(SCRIPT.theme, w),
    "summary-too-few-pool": _too_few(CLOSED),
    "summary-too-few-small": _too_few(
        replace(shared_box(invited=5), team_ids=(team().id,), closes_at=None)
    ),
    "setup-team": lambda w: setup.setup_form("", KARIN, 5, "m", w),
    "setup-public": lambda w: setup.setup_form("Tema", KARIN, 12, "m", w, public=True),
    "setup-public-small": lambda w: setup.setup_form("Tema", KARIN, 5, "m", w, public=True),
    "setup-saved": setup.saved,
    "team-alone": lambda w: page.page(team(), ALONE, KARIN, w),
    "team-member": lambda w: page.page(team(), TOGETHER, ANNA, w),
    "team-together": lambda w: page.page(team(), TOGETHER, KARIN, w),
    "team-hidden": lambda w: page.page(replace(team(), team_sees=False), TOGETHER, KARIN, w),
    "team-public": lambda w: page.page(team(), replace(ALONE, public=True), KARIN, w),
    "team-busy": lambda w: page.page(team(), replace(TOGETHER, busy=True), KARIN, w),
    "pool-form": _form(3),
    "pool-form-none": _form(0),
    "pool-form-many": _form(120, "lag", 1),
    "pool-form-none-found": _form(0, "zzz"),
    "pool-asked": lambda w: pool.asked([KOKET], [MANEN], w),
    "pool-invitation": lambda w: pool.invitation(team(), MANEN, [KOKET], w),
    "pool-accepted": lambda w: pool.accepted(team(), [KOKET, MANEN], w),
    "pool-declined": lambda w: pool.declined(team(), MANEN, w),
    "pool-withdrawn": lambda w: pool.withdrawn(team(), MANEN, w),
    "pool-left": lambda w: pool.left(team(), w),
    "pool-ask-cancel": lambda w: replies.ask_cancel(at_step(2), shared_box(), w),
    "pool-over": lambda w: replies.over(over(), shared_box(), w),
    "pool-over-closed": lambda w: replies.over(over(), CLOSED, w),
    "pool-over-cancelled": lambda w: replies.over(over(cancelled=True), shared_box(), w),
    "menu-pool": lambda w: replies.menu(team(), None, (), True, w, MATES),
    "running-pool": lambda w: replies.running(
        at_step(2), shared_box(), SCRIPT.theme, team(), True, w
    ),
    "error-pool-unreachable": lambda w: replies.error(PoolUnreachable(team="#koket"), w),
    "error-pool-busy": lambda w: replies.error(PoolBusy(team="#koket"), w),
    "error-pool-closing": lambda w: replies.error(PoolClosing(), w),
    "error-pool-taken": lambda w: replies.error(PoolTaken(team="#koket"), w),
    "error-pool-full": lambda w: replies.error(PoolFull(most=12), w),
}
"""Every moment by its name, as in `tests.views.moments`."""
