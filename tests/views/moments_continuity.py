"""The views of a change of manager, and of wishes for themes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time

from bot.domain.continuity import ManagerRequest
from bot.domain.plan import Occasion, OccasionState
from bot.domain.programme import ThemeRef
from bot.locales import Words
from bot.views import succession, wishes, year
from bot.views import team as page
from bot.views.model import View
from bot.views.plan import passed_on, question
from tests.services.people import ANNA, BO, KARIN, TEMA3, team, theme
from tests.views.moments_pool import ALONE

Draw = Callable[[Words], View]
ASKED = ManagerRequest("a" * 16, team().id, ANNA, datetime(2026, 3, 2, 12, tzinfo=UTC))
TEMA2 = ThemeRef(programme="kvarten", theme="tema2")
WAITING = replace(ALONE, asked=ASKED)
AFTER = replace(team(), managers=frozenset([ANNA]))
BOTH = replace(team(), managers=frozenset([ANNA, KARIN]))
TUESDAY = Occasion(
    "o" * 32,
    "p",
    team().id,
    date(2026, 3, 3),
    date(2026, 3, 3),
    time(9),
    "Europe/Stockholm",
)
THEMES = {TEMA2: theme(2), TEMA3: theme(3)}


def _plan_page(*, leads: bool) -> Draw:
    """Draw the plan with two wishes, of which the next occasion can take one."""

    def draw(w: Words) -> View:
        taking = frozenset([TEMA3])
        parts = wishes.parts(THEMES, TUESDAY if leads else None, taking, w)
        empty = year.Year(plans=(), past=(), called_off=(), ahead=(), themes={}, unplaced={})
        return year.page(team(), empty, leads, w, parts)

    return draw


def _asked(w: Words) -> View:
    told = wishes.told([theme(2), theme(3)], w)
    return question(TUESDAY.to(OccasionState.ASKED), theme(1), w, told)


CONTINUITY_MOMENTS: dict[str, Draw] = {
    "handover-form": lambda w: succession.form(team(), w),
    "handover-saved": succession.saved,
    "handover-news": lambda w: succession.news(team(), AFTER, ANNA, w),
    "handover-left": lambda w: succession.news(team(), AFTER, KARIN, w),
    "handover-beside": lambda w: succession.news(team(), BOTH, KARIN, w),
    "handover-passed-on": passed_on,
    "request-question": lambda w: succession.question(team(), ASKED, "Anna Ek", w),
    "request-waits": lambda w: succession.waits(team(), ASKED, w),
    **{
        f"request-over-{outcome}": (lambda w, o=outcome: succession.came_of(team(), o, w))  # type: ignore[misc]
        for outcome in ("approved", "refused", "withdrawn", "out", "left", "overtaken")
    },
    **{
        f"request-told-{outcome}": (lambda w, o=outcome: succession.told(team(), o, w))  # type: ignore[misc]
        for outcome in ("refused", "out", "overtaken")
    },
    "team-asked-manager": lambda w: page.page(team(), WAITING, KARIN, w),
    "team-asked-own": lambda w: page.page(team(), WAITING, ANNA, w),
    "team-asked-other": lambda w: page.page(team(), WAITING, BO, w),
    "wish-page": lambda w: wishes.page({TEMA3: theme(3)}, {TEMA2: theme(2)}, w),
    "wish-kept": lambda w: wishes.wished(TEMA3, theme(3), w),
    "wish-gone": wishes.taken_back,
    "plan-wished": _plan_page(leads=True),
    "plan-wished-member": _plan_page(leads=False),
    "plan-ask-wished": _asked,
}
