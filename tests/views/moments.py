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
from bot.domain.round import Round, RoundState
from bot.domain.session import Session
from bot.errors import BadMinutes, PersonalData, UnknownCommand, UnknownTheme
from bot.locales import Words
from bot.views import (
    answer,
    board,
    hesitation,
    hiding,
    privacy,
    replies,
    sample,
    setup,
    summary,
    tagging,
)
from bot.views.help import help_view
from bot.views.model import View
from tests.services.evaluated import EVALUATION, evaluation
from tests.services.people import COLLEAGUES, KARIN, SCRIPT, TEMA3, team, theme
from tests.views.boxes import BOX_MOMENTS
from tests.views.moments_agreed import AGREED_MOMENTS
from tests.views.moments_areas import AREA_MOMENTS
from tests.views.moments_calendar import CALENDAR_MOMENTS
from tests.views.moments_commitments import COMMITMENT_MOMENTS
from tests.views.moments_continuity import CONTINUITY_MOMENTS
from tests.views.moments_drafts import DRAFT_MOMENTS
from tests.views.moments_history import HISTORY_MOMENTS
from tests.views.moments_log import LOG_MOMENTS
from tests.views.moments_plan import PLAN_MOMENTS
from tests.views.moments_pool import POOL_MOMENTS
from tests.views.moments_rolling import ROLLING_MOMENTS
from tests.views.moments_talk import TALK_MOMENTS
from tests.views.moments_window import WINDOW_MOMENTS

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
Draw = Callable[[Words], View]


def round_(roster: int = 12) -> Round:
    """Return the round of the team's dialogue with so many on its roster."""
    return Round(
        id="r" * 32,
        team_ids=(team().id,),
        theme=TEMA3,
        theme_version=SCRIPT.version,
        opened_at=NOON,
        roster=COLLEAGUES[:roster],
        invited=roster,
        quote_threshold=10,
    )


def session(step: int = 0, now: datetime = NOON) -> Session:
    """Return the team's dialogue at a step, reached by pressing at once."""
    found = machine.begin(machine.plan("s" * 32, team().id, SCRIPT, KARIN, now), "r" * 32, now)
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
    return lambda w: board.board(at, round_(), SCRIPT.theme, team(), (), w)


CLOSED = replace(round_(), closed_at=NOON)
SHARED = replace(CLOSED, shared=True)
HIDDEN = frozenset([0, 2])
"""The numbers of two of the three comments in `FULL`."""


def _summary(result: Result | None, round: Round = CLOSED) -> Draw:
    """Draw the manager's summary."""
    return lambda w: summary.for_manager(round, result, SCRIPT, team(), w)


def _team_summary(result: Result | None, round: Round) -> Draw:
    """Draw what the team sees."""
    return lambda w: summary.for_team(round, result, SCRIPT, w)


def pooled(round: Round) -> Round:
    """Return the round as one of two teams."""
    return replace(round, team_ids=(*round.team_ids, "team-blaklinten"))


def _running(at: Session, *, may_lead: bool) -> Draw:
    return lambda w: replies.running(at, round_(), SCRIPT.theme, team(), may_lead, w)


ZONE = "Europe/Stockholm"
SHARED_BOX = replace(
    round_(9),
    team_ids=(team().id, "team-blaklinten"),
    quote_threshold=8,
    team_sees=False,
    closes_at=NOON + timedelta(days=14),
)


def _page(round: Round) -> Draw:
    """Draw how the answers of the round are protected."""

    def draw(w: Words) -> View:
        terms = privacy.conditions(round, SCRIPT.theme, team(), w)
        return privacy.page(terms, round.id, team().channel, w)

    return draw


def _page_of_next(*, sees: bool | None = True, teams: int = 1) -> Callable[[Words], View]:
    """Draw what will hold for the next round, of one team or of a pool."""
    terms = privacy.Conditions(stage="next", threshold=6, quotes=10, team_sees=sees, teams=teams)
    return lambda w: privacy.page(terms, "", "", w)


def _page_as_reply(w: Words) -> View:
    terms = privacy.conditions(round_(), SCRIPT.theme, team(), w)
    return privacy.as_reply(privacy.page(terms, "r" * 32, team().channel, w))


MOMENTS: dict[str, Draw] = {
    **AGREED_MOMENTS,
    **AREA_MOMENTS,
    **BOX_MOMENTS,
    **POOL_MOMENTS,
    **CALENDAR_MOMENTS,
    **ROLLING_MOMENTS,
    **HISTORY_MOMENTS,
    **LOG_MOMENTS,
    **PLAN_MOMENTS,
    **TALK_MOMENTS,
    **WINDOW_MOMENTS,
    **COMMITMENT_MOMENTS,
    **CONTINUITY_MOMENTS,
    **DRAFT_MOMENTS,
    "privacy-open": _page(round_()),
    "privacy-area": _page(replace(round_(), in_area=True)),
    "privacy-small-group": _page(round_(8)),
    "privacy-too-few": _page(round_(5)),
    "privacy-shared-box": _page(SHARED_BOX),
    "privacy-over": _page(replace(round_(), state=RoundState.CLOSED)),
    "privacy-dropped": _page(replace(round_(), state=RoundState.VOIDED)),
    "privacy-next": _page_of_next(),
    "privacy-next-pool": _page_of_next(teams=3),
    "privacy-next-unknown": _page_of_next(sees=None),
    "privacy-reply": _page_as_reply,
    "seen-example": lambda w: sample.example(round_(), SCRIPT, w),
    "seen-small-group": lambda w: sample.example(round_(8), SCRIPT, w),
    "seen-too-few": lambda w: sample.example(round_(5), SCRIPT, w),
    "seen-shared": lambda w: sample.real(summary.for_team(SHARED, FULL, SCRIPT, w), w),
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
    "summary-shared": _summary(FULL, SHARED),
    "summary-hidden": _summary(FULL, replace(CLOSED, hidden=HIDDEN)),
    "summary-pool": _summary(FULL, pooled(CLOSED)),
    "summary-only-manager": _summary(FULL, replace(CLOSED, team_sees=False)),
    "summary-page-emptied": lambda w: summary.emptied(summary.summary(CLOSED, FULL, SCRIPT, w), w),
    "team-summary": _team_summary(FULL, SHARED),
    "team-summary-hidden": _team_summary(FULL, replace(SHARED, hidden=HIDDEN)),
    "team-summary-all-hidden": _team_summary(FULL, replace(SHARED, hidden=frozenset(range(3)))),
    "team-summary-too-few": _team_summary(None, SHARED),
    "hide-form": lambda w: hiding.hide_form(CLOSED, FULL, SCRIPT, w),
    "hide-form-pool": lambda w: hiding.hide_form(
        replace(pooled(SHARED), hidden=HIDDEN), FULL, SCRIPT, w
    ),
    "hide-none": lambda w: hiding.hidden(CLOSED, w),
    "hide-shared": lambda w: hiding.hidden(replace(SHARED, hidden=HIDDEN), w),
    "summary-few": _summary(FEW),
    "summary-text-only": _summary(TEXT_ONLY),
    "summary-too-few": _summary(None),
    "voided": lambda w: summary.voided(CLOSED, SCRIPT.theme, w),
    "answer-first": lambda w: answer.answer_form(round_(), SCRIPT, None, ZONE, w),
    "answer-small-group": lambda w: answer.answer_form(round_(9), SCRIPT, None, ZONE, w),
    "answer-shared-box": lambda w: answer.answer_form(SHARED_BOX, SCRIPT, None, ZONE, w),
    "answer-again": lambda w: answer.answer_form(
        round_(),
        SCRIPT,
        Answers({Component.MANAGEABILITY: 3}, "Mer tid.", ("stod",), verbatim=True),
        ZONE,
        w,
    ),
    "hesitation": lambda w: hesitation.hesitation(
        "r" * 32,
        Answers({}, "Karins och Alis rum 12, efter sjukskrivningen.", verbatim=True),
        w,
        names=("Karins", "Alis"),
        rooms=("rum 12",),
        health=("sjukskrivningen",),
    ),
    "hesitation-room": lambda w: hesitation.hesitation(
        "r" * 32, Answers({}, "Kallt i rum 12.", verbatim=True), w, rooms=("rum 12",)
    ),
    "hesitation-too-late": lambda w: hesitation.refusal(w("error-round-closed"), w),
    "receipt": lambda w: answer.answered(w, pooled=False),
    "receipt-shared-box": lambda w: answer.answered(w, pooled=True),
    "receipt-withdrawn": answer.withdrawn,
    "receipt-guess": lambda w: tagging.tag_offer(
        "r" * 32, "C-solrosen", SCRIPT.programme, ("stod", "rutiner"), w
    ),
    "setup-counting": lambda w: setup.setup_form("Tema", KARIN, None, "m", w),
    "setup-none": lambda w: setup.setup_form("Tema", KARIN, 0, "m", w),
    "setup-one": lambda w: setup.setup_form("Tema", KARIN, 1, "m", w),
    "setup-enough": lambda w: setup.setup_form("Tema", KARIN, 12, "m", w),
    "help": help_view,
    "menu-new-channel": lambda w: replies.menu(
        None, None, [(ThemeRef.parse("kvarten/tema1"), theme(1))], True, w
    ),
    "menu-leader": lambda w: replies.menu(
        team(), theme(1), [(ThemeRef.parse("kvarten/tema2"), theme(2))], True, w
    ),
    "menu-evaluation": lambda w: replies.menu(
        team(), theme(2), [(EVALUATION, evaluation()), (TEMA3, theme(3))], True, w
    ),
    "menu-member": lambda w: replies.menu(team(), theme(3), (), False, w),
    "running-leader": _running(session(2), may_lead=True),
    "running-member": _running(session(), may_lead=False),
    "running-paused": _running(machine.pause(session(2), NOON + MINUTE), may_lead=True),
    "home-new": lambda w: replies.home((), w),
    "home-leader": lambda w: replies.home((team(),), w),
    "error-nearest": lambda w: replies.error(UnknownCommand(word="nesta", nearest="nästa"), w),
    "error-no-nearest": lambda w: replies.error(UnknownTheme(word="xyz", nearest=""), w),
    "error-phone": lambda w: replies.error(PersonalData(kind="phone", found="070-174 06 05"), w),
    "error-several": lambda w: replies.error(
        PersonalData(kind="several", found="070-174 06 05, @karin"), w
    ),
    "error-minutes": lambda w: replies.error(BadMinutes(low=1, high=30), w),
}
"""Every moment by its name; the name is that of its golden file, without the language."""
