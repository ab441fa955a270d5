"""The views of a team's plan: its page, its forms, and what is said around an occasion."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time

from bot.domain.announcing import ShortNotice
from bot.domain.plan import Occasion, OccasionState, Opening, Plan, occasion_on
from bot.domain.programme import ThemeRef
from bot.domain.recurrence import Breaks, Weekday, Weekly
from bot.domain.themes import theme_at
from bot.locales import Words
from bot.views import occasion as one
from bot.views import plan as around
from bot.views import planning, replies, year
from bot.views.model import View
from bot.views.planning import Noticed
from tests.services.evaluated import EVALUATION, evaluation
from tests.services.people import PROGRAMMES, team
from tests.services.planned import THEMES, draft

Draw = Callable[[Words], View]

PLAN = Plan(
    id="plan",
    team_id=team().id,
    themes=THEMES,
    recurrence=Weekly(Weekday.TUESDAY),
    at=time(9),
    timezone="Europe/Stockholm",
    breaks=Breaks(),
    announce_days=1,
    opening=Opening.ASK,
    created_at=datetime(2026, 3, 2, tzinfo=UTC),
)
TITLES = dict(zip(THEMES, (theme_at(PROGRAMMES, ref) for ref in THEMES), strict=True))
COMING = (EVALUATION, evaluation())
DAYS = tuple(date(2026, 3, day) for day in (3, 10, 17, 24, 31))
HELD, SKIPPED, MISSED, *AHEAD = (
    occasion_on(PLAN, date(2026, month, day))
    for month, day in ((2, 3), (2, 10), (2, 17), (3, 3), (3, 10), (3, 17), (3, 24), (3, 31))
)


def _year(plan: Plan = PLAN) -> year.Year:
    """Return a year in which all has happened that can."""
    held = replace(HELD, state=OccasionState.HELD, theme=THEMES[0])
    moved = replace(AHEAD[0], day=date(2026, 3, 5))
    ahead = (moved, *AHEAD[1:])
    themes = dict(zip((each.id for each in ahead), TITLES.values(), strict=False))
    del themes[AHEAD[-1].id]
    return year.Year(
        plans=(plan,),
        past=(
            held,
            replace(SKIPPED, state=OccasionState.SKIPPED),
            replace(MISSED, state=OccasionState.MISSED),
        ),
        called_off=(replace(occasion_on(PLAN, date(2026, 4, 7)), state=OccasionState.SKIPPED),),
        ahead=ahead,
        themes={**themes, held.id: TITLES[THEMES[0]]},
        unplaced={plan.id: year.Unplaced(2)},
    )


def _page(seen: year.Year, *, leads: bool = True) -> Draw:
    return lambda w: year.page(team(), seen, leads, w)


def _understood(w: Words) -> View:
    wanted = draft(
        themes=(*THEMES, *THEMES[:2]),
        breaks=Breaks(weeks=frozenset({8, 51, 52, 1})),
        opening=Opening.AUTO,
        announce_days=0,
    )
    left_out = ((date(2026, 4, 7), ""), (date(2026, 5, 14), "Kristi himmelsfärdsdag"))
    days = (*DAYS, date(2026, 4, 14))
    return planning.understood(wanted, days, Noticed(left_out, DAYS[1:2]), TITLES, "meta", w)


def _once(w: Words) -> View:
    wanted = draft(themes=THEMES[:1], recurrence=None)
    soon = ShortNotice(1, (date(2026, 3, 2), time(8)))
    return planning.understood(wanted, DAYS[:1], Noticed(soon=soon), TITLES, "meta", w)


def _soon(count: int) -> Draw:
    def drawn(w: Words) -> View:
        soon = Noticed(soon=ShortNotice(count, None))
        return planning.understood(draft(announce_days=14), DAYS, soon, TITLES, "meta", w)

    return drawn


def _announcement(state: OccasionState, **changes: object) -> Draw:
    plan = replace(PLAN, **changes)  # type: ignore[arg-type]
    at = replace(AHEAD[0], state=state)
    return lambda w: around.announcement(at, plan, THEMES[0], TITLES[THEMES[0]], w)


def _look_back(w: Words) -> View:
    return around.announcement(AHEAD[0], PLAN, EVALUATION, evaluation(), w)


def _evaluated(wanted: Sequence[ThemeRef], days: int) -> Draw:
    """Return the form of a plan that ends with the evaluation, of which some days are left."""
    titles = {**TITLES, EVALUATION: evaluation()}
    asked = draft(themes=(*wanted, EVALUATION))
    several = (*DAYS, date(2026, 4, 7))[:days]
    return lambda w: planning.understood(asked, several, Noticed(), titles, "meta", w)


def _over(w: Words) -> View:
    return year.page(team(), year.Year((PLAN,), (), (), (), {}, {}), True, w, (), COMING)


def _question(state: OccasionState) -> Draw:
    return lambda w: around.question(replace(AHEAD[0], state=state), TITLES[THEMES[0]], w)


def _missed(w: Words) -> View:
    every = [replace(each, state=OccasionState.MISSED) for each in AHEAD[:2]]
    return around.missed(team(), [*every, replace(AHEAD[2], state=OccasionState.HELD)], w)


def _status(ahead: Occasion | None, *, paused: bool = False) -> Draw:
    """Return the status in the year of the first occasion."""
    return lambda w: replies.resting(
        replies.menu(team(), None, (), False, w), team(), ahead, DAYS[0], w, paused=paused
    ).model_copy(update={"title": w("status-title")})


def _later() -> list[tuple[Occasion, str]]:
    return [(each, f"Tema {number}") for number, each in enumerate(AHEAD[3:], 4)]


PLAN_MOMENTS: dict[str, Draw] = {
    "plan-page": _page(_year()),
    "plan-page-member": _page(_year(), leads=False),
    "plan-page-paused": _page(_year(replace(PLAN, paused=True))),
    "plan-page-empty": _page(year.Year((), (), (), (), {}, {})),
    "plan-page-file": _page(_year(replace(PLAN, source="natt-manen 1"))),
    "status-next": _status(AHEAD[0]),
    "status-paused": _status(AHEAD[0], paused=True),
    "status-nothing": _status(None),
    "plan-form": lambda w: planning.plan_form(team(), PROGRAMMES, THEMES[1], DAYS[0], w),
    "plan-understood": _understood,
    "plan-understood-once": _once,
    "plan-understood-soon": _soon(1),
    "plan-understood-several-soon": _soon(2),
    "plan-saved": lambda w: planning.saved(DAYS, time(9), w),
    "plan-change": lambda w: one.change_form(AHEAD[0], list(TITLES.items())[:2], w),
    "plan-changed": lambda w: one.changed(AHEAD[0], w),
    "plan-skipped": lambda w: one.skipped(AHEAD[0], w),
    "plan-pick": lambda w: one.pick_form(team(), _later(), w),
    "plan-announced": _announcement(OccasionState.PLANNED),
    "plan-announced-auto": _announcement(OccasionState.PLANNED, opening=Opening.AUTO),
    "plan-announced-paused": _announcement(OccasionState.PLANNED, paused=True),
    "plan-announced-held": _announcement(OccasionState.HELD),
    "plan-announced-skipped": _announcement(OccasionState.SKIPPED),
    "plan-announced-missed": _announcement(OccasionState.MISSED),
    "plan-look-back": _look_back,
    "plan-understood-evaluation": _evaluated(THEMES, 6),
    "plan-understood-without-evaluation": _evaluated(THEMES, 5),
    "plan-understood-two-short": _evaluated(THEMES, 3),
    "plan-page-over": _over,
    "plan-page-evaluation-left": _page(
        replace(_year(), unplaced={PLAN.id: year.Unplaced(0, True)})
    ),
    "plan-page-both-left": _page(replace(_year(), unplaced={PLAN.id: year.Unplaced(2, True)})),
    "plan-asked": _question(OccasionState.ASKED),
    "plan-asked-held": _question(OccasionState.HELD),
    "plan-asked-missed": _question(OccasionState.MISSED),
    "plan-missed": _missed,
}
"""Every moment by its name, as in `tests.views.moments`."""
