"""The page of a team's plan: what comes, what has been, and what can be changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.domain.people import Team
from bot.domain.plan import Occasion, OccasionState, Plan
from bot.domain.programme import Theme
from bot.locales import Words
from bot.views.actions import Action
from bot.views.board import theme_title
from bot.views.buttons import calendar_button
from bot.views.evaluation import Coming, look_back
from bot.views.model import Button, Confirm, Sheet, SheetPart
from bot.views.names import channel_name
from bot.views.plan import skip_button, when
from bot.views.replies import start_button
from bot.views.selecting import yes
from bot.views.when import capital, day_in_words

MOST_AHEAD = 3
"""So many occasions have buttons of their own; later ones stand in a list with one for all."""

MOST_PAST = 12

SIGNS = {
    OccasionState.HELD: "✓",
    OccasionState.MISSED: "–",
    OccasionState.SKIPPED: "–",
}


@dataclass(frozen=True)
class Unplaced:
    """How many themes of a plan have no occasion, and whether its evaluation has none either."""

    themes: int
    evaluation: bool = False


@dataclass(frozen=True)
class Year:
    """What a team's page tells. `called_off` are those to come that were skipped.

    `themes` are by the occasions' ids, as they stand in the files.

    `unplaced` are the plans that have more themes left than occasions, by id.
    """

    plans: Sequence[Plan]
    past: Sequence[Occasion]
    called_off: Sequence[Occasion]
    ahead: Sequence[Occasion]
    themes: Mapping[str, Theme]
    unplaced: Mapping[str, Unplaced]


def page(
    team: Team,
    year: Year,
    leads: bool,
    w: Words,
    wished: tuple[SheetPart, ...] = (),
    evaluation: Coming | None = None,
) -> Sheet:
    """Return the page; those who lead can change the plan on it.

    `wished` is what is wished for, `evaluation` what is left to do when all else has been held.
    """
    paused = any(plan.paused for plan in year.plans)
    parts = [
        *_past(year, w),
        *_evaluation(evaluation, leads, w),
        *(_ahead(each, year, leads and not paused, w) for each in year.ahead[:MOST_AHEAD]),
        *_later(team, year, leads and not paused, w),
        *wished,
        *_called_off(year, w),
        *_unplaced(year, leads, w),
    ]
    return Sheet(
        title=w("year-title", team=channel_name(team.name)),
        intro=" ".join((_intro(year, paused, w), *_origin(year, w))),
        parts=tuple(parts),
        buttons=(*(_buttons(team, year, paused, w) if leads else ()), calendar_button(w)),
        footer="" if leads else w("year-footer"),
    )


def _intro(year: Year, paused: bool, w: Words) -> str:
    if paused:
        return w("year-paused")
    if year.ahead:
        return w("year-ahead", count=len(year.ahead))
    return w("year-empty")


def _origin(year: Year, w: Words) -> tuple[str, ...]:
    return (w("year-from-file"),) if _from_file(year) else ()


def _from_file(year: Year) -> frozenset[str]:
    """Return the ids of the plans with something to come that are changed in the file."""
    return frozenset(p.id for p in year.plans if p.source and p.id in _with_ahead(year))


def _past(year: Year, w: Words) -> list[SheetPart]:
    lines = tuple(_past_line(each, year, w) for each in year.past[-MOST_PAST:])
    return [SheetPart(heading=w("year-past"), lines=lines)] if lines else []


def _past_line(occasion: Occasion, year: Year, w: Words) -> str:
    state = occasion.state if occasion.state in SIGNS else OccasionState.MISSED
    return w(
        "year-past-line",
        sign=SIGNS[state],
        day=day_in_words(occasion.day, w, weekday=False),
        what=title_of(occasion, year, w) if state is OccasionState.HELD else w(f"year-{state}"),
    )


def _evaluation(found: Coming | None, leads: bool, w: Words) -> list[SheetPart]:
    """Return that it is time to look back, and the way to do it for those who lead."""
    if found is None:
        return []
    ref, theme = found
    start = start_button(ref, w("menu-start", title=theme_title(theme, w)))
    return [SheetPart(text=look_back(theme, w), buttons=(start,) if leads else ())]


def _ahead(occasion: Occasion, year: Year, leads: bool, w: Words) -> SheetPart:
    moved = w("year-moved", day=day_in_words(occasion.slot, w)) if occasion.moved else ""
    return SheetPart(
        heading=_when(occasion, year, w),
        text=" ".join(filter(None, (title_of(occasion, year, w), moved))),
        buttons=_change(occasion, w) if leads else (),
    )


def _when(occasion: Occasion, year: Year, w: Words) -> str:
    """Return the day and the time; the year only where it is another than that of the first."""
    first = min(each.day.year for each in year.ahead)
    return capital(when(occasion, w, year=occasion.day.year != first))


def _later(team: Team, year: Year, leads: bool, w: Words) -> list[SheetPart]:
    later = year.ahead[MOST_AHEAD:]
    lines = tuple(
        w("year-later-line", when=_when(each, year, w), title=title_of(each, year, w))
        for each in later
    )
    pick = Button(action=Action.PLAN_PICK, label=w("year-pick"), value=team.id)
    buttons = (pick,) if leads else ()
    return [SheetPart(heading=w("year-later"), lines=lines, buttons=buttons)] if lines else []


def _called_off(year: Year, w: Words) -> list[SheetPart]:
    lines = tuple(capital(when(each, w)) for each in year.called_off)
    return [SheetPart(heading=w("year-called-off"), lines=lines)] if lines else []


def _unplaced(year: Year, leads: bool, w: Words) -> list[SheetPart]:
    return [
        SheetPart(
            text=w("year-unplaced", count=each.themes, evaluation=yes(each.evaluation)),
            buttons=(Button(action=Action.PLAN_MORE, label=w("year-more"), value=plan_id),)
            if leads
            else (),
        )
        for plan_id, each in year.unplaced.items()
    ]


def title_of(occasion: Occasion, year: Year, w: Words) -> str:
    """Return the title of the occasion's theme."""
    theme = year.themes.get(occasion.id)
    return theme_title(theme, w) if theme else w("plan-no-theme")


def _change(occasion: Occasion, w: Words) -> tuple[Button, ...]:
    skip = skip_button(occasion, w)
    return (
        Button(action=Action.OCCASION_MOVE, label=w("year-change"), value=occasion.id),
        skip.model_copy(update={"action": Action.PLAN_SKIP}),
    )


def _buttons(team: Team, year: Year, paused: bool, w: Words) -> tuple[Button, ...]:
    new = Button(
        action=Action.PLAN_NEW,
        label=w("year-new-more" if year.ahead else "year-new"),
        value=team.id,
        style="plain" if year.ahead else "primary",
    )
    if not year.plans:
        return (new,)
    switch = (
        Button(action=Action.PLAN_RESUME, label=w("year-resume"), value=team.id)
        if paused
        else Button(action=Action.PLAN_PAUSE, label=w("year-pause"), value=team.id)
    )
    own = _with_ahead(year) - _from_file(year)
    dropping = [plan for plan in year.plans if plan.id in own]
    return (new, switch, *(_drop(plan, year, w) for plan in dropping))


def _with_ahead(year: Year) -> set[str]:
    return {each.plan_id for each in year.ahead}


def _drop(plan: Plan, year: Year, w: Words) -> Button:
    days = [each.day for each in year.ahead if each.plan_id == plan.id]
    return Button(
        action=Action.PLAN_DROP,
        label=w("year-drop", day=day_in_words(min(days), w, weekday=False)),
        value=plan.id,
        style="danger",
        confirm=Confirm(
            title=w("year-drop-title"),
            text=w("year-drop-text", count=len(days), last=_last(days, w)),
            yes=w("year-drop-yes"),
            no=w("plan-skip-no"),
        ),
    )


def _last(days: Sequence[date], w: Words) -> str:
    return day_in_words(max(days), w, year=True)
