"""The views of a rolling survey, at the moments that matter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from bot.domain.disclosure import Band, ComponentResult, Result
from bot.domain.programme import Component, ThemeRef
from bot.domain.quarter import Quarter
from bot.domain.round import Round, RoundState
from bot.errors import CannotInvite, RollingTheme, SurveyRunning
from bot.locales import Words
from bot.views import answer, replies, rolling, rolling_privacy, summary, window
from bot.views.model import View
from tests.services.people import COLLEAGUES, SCRIPT, team

Draw = Callable[[Words], View]
HR = replace(team(), id="team-hr", channel="C-hr", name="hr")
REF = ThemeRef(programme="kvarten", theme="tema3")
ZONE = "Europe/Stockholm"
FIRST = Quarter(2026, 4)


def survey(last: int = 0, **changes: object) -> Round:
    """Return the box of a survey, open until so many quarters after the one it began in."""
    open_ = Round(
        id="q" * 32,
        team_ids=(HR.id,),
        theme=REF,
        theme_version=SCRIPT.version,
        opened_at=FIRST.later(-1).ends(ZONE),
        roster=COLLEAGUES[:7],
        invited=7,
        quote_threshold=10,
        closes_at=FIRST.later(last).ends(ZONE),
        rolling=FIRST,
    )
    return replace(open_, **changes)  # type: ignore[arg-type]  # any field of a round


CLOSED = survey(state=RoundState.CLOSED, roster=(), closed_at=FIRST.ends(ZONE))
SIX = Result(
    answered=6,
    invited=7,
    components=tuple(ComponentResult(each, 4, 3, 5, Band.MID, ()) for each in Component),
    tags=(),
    comments=(),
    held_back=(),
)


def _page(round: Round, *, manages: bool = True) -> Draw:
    return lambda w: rolling.page(HR, round, SCRIPT.theme, w, manages=manages)


def _choices(*, manages: bool) -> Draw:
    return lambda w: rolling.choices(HR, [(REF, SCRIPT.theme)], w, manages=manages)


def _summary(round: Round, result: Result | None) -> Draw:
    return lambda w: summary.for_manager(round, result, SCRIPT, HR, w)


ROLLING_MOMENTS: dict[str, Draw] = {
    "survey-page": _page(survey()),
    "survey-page-waiting": _page(survey(2, invited=1, team_sees=False)),
    "survey-page-ending": _page(survey(ending=True, invited=0)),
    "survey-page-member": _page(survey(), manages=False),
    "survey-choices": _choices(manages=True),
    "survey-choices-member": _choices(manages=False),
    "survey-form": lambda w: rolling.invite_form(HR, survey(), SCRIPT.theme, 20, w),
    "survey-asked": lambda w: rolling.asked(2, 1, w),
    "survey-asked-before": lambda w: rolling.asked(0, 3, w),
    "survey-working": lambda w: rolling.said((w("survey-working"),), w),
    "survey-invitation": lambda w: rolling.invitation(HR, survey(), SCRIPT.theme, w),
    "survey-invitation-manager": lambda w: rolling.invitation(
        HR, survey(1, team_sees=False), SCRIPT.theme, w
    ),
    "survey-goes-on": lambda w: rolling.goes_on(HR, survey(), survey(1), SCRIPT.theme, w),
    "survey-answer": lambda w: answer.answer_form(survey(), SCRIPT, None, ZONE, w, HR.name),
    "survey-receipt": lambda w: answer.answered(
        w, pooled=False, closes=window.until(survey(), ZONE, w)
    ),
    "survey-privacy": lambda w: rolling_privacy.page(survey(), SCRIPT.theme, HR, "", w),
    "survey-privacy-manager": lambda w: rolling_privacy.page(
        survey(team_sees=False, quote_threshold=6), SCRIPT.theme, HR, "C-hr", w
    ),
    "survey-privacy-over": lambda w: rolling_privacy.page(CLOSED, SCRIPT.theme, HR, "C-hr", w),
    "survey-privacy-dropped": lambda w: rolling_privacy.page(
        survey(state=RoundState.VOIDED), SCRIPT.theme, HR, "C-hr", w
    ),
    "summary-survey": _summary(CLOSED, SIX),
    "summary-survey-manager": _summary(replace(CLOSED, team_sees=False), SIX),
    "summary-survey-too-few": _summary(replace(CLOSED, closes_at=FIRST.later(3).ends(ZONE)), None),
    "voided-survey": lambda w: summary.voided(survey(), SCRIPT.theme, w),
    "error-rolling-theme": lambda w: replies.error(RollingTheme(title="Avslutningsenkät"), w),
    "error-survey-running": lambda w: replies.error(SurveyRunning(title="Enkät"), w),
    "error-cannot-invite": lambda w: replies.error(CannotInvite(kind="guest", names="Siv"), w),
}
