"""A team's plans: made, paused, resumed, dropped; an occasion moved, skipped, given a theme."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time
from itertools import islice

from bot.almanac import swedish_holiday
from bot.domain.draft import Draft
from bot.domain.people import Team
from bot.domain.plan import Occasion, OccasionState, Plan, occasion_on, themes_ahead, themes_left
from bot.domain.programme import ThemeRef
from bot.domain.recurrence import Monthly, instant, kept
from bot.domain.request import Request
from bot.domain.themes import theme_at
from bot.errors import (
    NoDaysLeft,
    OccasionOver,
    PastWhen,
    PlanFromFile,
    UnknownPlan,
)
from bot.ports import Tx
from bot.services import agenda
from bot.services.deps import Deps, led_team, programmes_of, require_leader
from bot.services.occasions import found
from bot.services.sessions import require_dialogue


def check(deps: Deps, request: Request, team_id: str, draft: Draft) -> tuple[date, ...]:
    """Return the days that the draft would be held on, nothing being saved.

    Raises UnknownTeam, NotAllowed, UnknownTheme, RollingTheme, PastWhen, NoDaysLeft.
    """
    team = deps.store.read(lambda tx: led_team(tx, request, team_id))
    return _days(deps, team, draft)


def save(deps: Deps, request: Request, team_id: str, draft: Draft) -> Plan:
    """Make the plan with its occasions, once however often it is asked for. Raises as `check`."""

    def work(tx: Tx) -> Plan:
        team = led_team(tx, request, team_id)
        return make(tx, deps, team, draft, request.id_of("plan"))

    return deps.commit(work)


def make(tx: Tx, deps: Deps, team: Team, draft: Draft, plan_id: str, source: str = "") -> Plan:
    """Write down a plan and its occasions, unless it is there already.

    Raises UnknownTheme, RollingTheme, PastWhen, NoDaysLeft.
    """
    known = tx.plans.get(plan_id)
    if known is not None:
        return known
    days = _days(deps, team, draft)
    plan = draft.plan(plan_id, team.id, team.timezone, deps.clock.now(), source)
    tx.plans.save(plan)
    for day in days:
        _add(tx, plan, day)
    return plan


def change(
    deps: Deps, request: Request, occasion_id: str, day: date, at: time, theme: ThemeRef | None
) -> Occasion:
    """Move the occasion, and give it a theme of its own, or none: then it takes the next.

    Raises UnknownOccasion, NotAllowed, OccasionOver, PastWhen, UnknownTheme.
    """
    if theme is not None:
        theme_at(programmes_of(deps), theme)

    def work(tx: Tx, team: Team, plan: Plan, occasion: Occasion) -> Occasion:
        if (occasion.day, occasion.at, occasion.theme) == (day, at, theme) and occasion.ahead:
            return occasion
        if occasion.state is OccasionState.HELD:
            raise OccasionOver
        if instant(day, at, occasion.timezone) <= deps.clock.now():
            raise PastWhen(text=f"{day.isoformat()} {at:%H:%M}")
        moved = occasion.to(OccasionState.PLANNED, day=day, at=at, theme=theme)
        tx.occasions.save(moved)
        agenda.schedule(tx, plan, moved)
        agenda.answer(tx, deps, team, plan, moved, asked=occasion)
        agenda.refresh(tx, deps, team)
        return moved

    return _change(deps, request, occasion_id, work)


def skip(deps: Deps, request: Request, occasion_id: str) -> Occasion:
    """Leave the occasion out. A series without a last day gets one more at its end instead.

    Raises UnknownOccasion, NotAllowed, OccasionOver.
    """

    def work(tx: Tx, team: Team, plan: Plan, occasion: Occasion) -> Occasion:
        if occasion.state is OccasionState.SKIPPED:
            return occasion
        if occasion.state is OccasionState.HELD:
            raise OccasionOver
        skipped = occasion.to(OccasionState.SKIPPED)
        tx.occasions.save(skipped)
        agenda.unschedule(tx, skipped)
        if _unplaced(tx, deps, plan):
            _add_after(tx, plan)
        agenda.refresh(tx, deps, team)
        return skipped

    return _change(deps, request, occasion_id, work)


def pause(deps: Deps, request: Request, team_id: str) -> None:
    """Have nothing of the team's plans happen until they are resumed. Raises as `check`."""

    def work(tx: Tx) -> None:
        team = led_team(tx, request, team_id)
        for plan in tx.plans.of_team(team.id):
            if not plan.paused:
                _switch(tx, replace(plan, paused=True))
        agenda.refresh(tx, deps, team)

    deps.commit(work)


def resume(deps: Deps, request: Request, team_id: str) -> None:
    """Go on with the team's plans at the theme where they stopped; what passed is skipped.

    Raises UnknownTeam, NotAllowed.
    """

    def work(tx: Tx) -> None:
        team, now = led_team(tx, request, team_id), deps.clock.now()
        for plan in tx.plans.of_team(team.id):
            if plan.paused:
                _skip_passed(tx, deps, plan, now)
                _switch(tx, replace(plan, paused=False))
        agenda.refresh(tx, deps, team)

    deps.commit(work)


def drop(deps: Deps, request: Request, plan_id: str) -> str:
    """Take the plan away, and return its team's id; what has been held stays.

    Raises UnknownPlan, NotAllowed, PlanFromFile.
    """

    def work(tx: Tx) -> str:
        team, plan = _led_plan(tx, request, plan_id)
        if plan.source:
            raise PlanFromFile
        remove(tx, deps, team, plan)
        return team.id

    return deps.commit(work)


def remove(tx: Tx, deps: Deps, team: Team, plan: Plan) -> None:
    """Take the plan away, and say in the channel that what was announced is called off."""
    for occasion in tx.occasions.of_plan(plan.id):
        if occasion.state not in (OccasionState.HELD, OccasionState.SKIPPED):
            tx.occasions.save(occasion.to(OccasionState.SKIPPED))
            agenda.unschedule(tx, occasion)
    agenda.refresh(tx, deps, team)
    tx.plans.drop(plan.id)


def add_one(deps: Deps, request: Request, plan_id: str) -> Occasion:
    """Add an occasion after the last of a series. Raises UnknownPlan, NotAllowed, NoDaysLeft."""

    def work(tx: Tx) -> Occasion:
        _, plan = _led_plan(tx, request, plan_id)
        if plan.last_request == request.id:
            return max(tx.occasions.of_plan(plan.id), key=lambda each: each.slot)
        added = _add_after(tx, replace(plan, until=None))
        if added is None:
            raise NoDaysLeft
        tx.plans.save(replace(plan, last_request=request.id))
        return added

    return deps.commit(work)


def _led_plan(tx: Tx, request: Request, plan_id: str) -> tuple[Team, Plan]:
    """Return the plan, and its team that the person leads. Raises UnknownPlan, NotAllowed."""
    plan = tx.plans.get(plan_id)
    team = tx.teams.get(plan.team_id) if plan else None
    if plan is None or team is None:
        raise UnknownPlan
    require_leader(team, request)
    return team, plan


def _change(
    deps: Deps,
    request: Request,
    occasion_id: str,
    work: Callable[[Tx, Team, Plan, Occasion], Occasion],
) -> Occasion:
    """Change an occasion as one who leads. Raises UnknownOccasion, NotAllowed, and what it does."""

    def within(tx: Tx) -> Occasion:
        team, plan, occasion = found(tx, occasion_id)
        require_leader(team, request)
        return work(tx, team, plan, occasion)

    return deps.commit(within)


def _switch(tx: Tx, plan: Plan) -> None:
    """Write a plan that was paused or resumed, and when its occasions are due.

    They are due anew: what came due while it was paused was looked at, and counts as done.
    """
    tx.plans.save(plan)
    for occasion in tx.occasions.of_plan(plan.id):
        if occasion.ahead:
            renewed = occasion.renewed()
            tx.occasions.save(renewed)
            agenda.schedule(tx, plan, renewed)


def _skip_passed(tx: Tx, deps: Deps, plan: Plan, now: datetime) -> None:
    for occasion in tx.occasions.of_plan(plan.id):
        if occasion.ahead and occasion.starts_at <= now:
            tx.occasions.save(occasion.to(OccasionState.SKIPPED))
            if _unplaced(tx, deps, plan):
                _add_after(tx, plan)


def _unplaced(tx: Tx, deps: Deps, plan: Plan) -> bool:
    """Whether there are more themes left than occasions ahead."""
    out = agenda.themes_out(tx, deps, plan)
    ahead = themes_ahead(plan, tx.occasions.of_plan(plan.id), out)
    return len(themes_left(plan, out.union(ahead.values()))) > 0


def _add_after(tx: Tx, plan: Plan) -> Occasion | None:
    """Add an occasion on the first day after the last slot; none past the plan's last day."""
    if plan.recurrence is None:
        return None
    taken = {each.slot for each in tx.occasions.of_plan(plan.id)}
    first = min(taken)
    if isinstance(plan.recurrence, Monthly):
        first = first.replace(day=1)  # a holiday may have moved it past its place in the month
    days = kept(plan.recurrence, first, plan.breaks, swedish_holiday)
    later = (day for day in days if day > max(taken))
    for day in islice(later, 1):
        if plan.until is None or day <= plan.until:
            return _add(tx, plan, day)
    return None


def _add(tx: Tx, plan: Plan, day: date) -> Occasion:
    occasion = occasion_on(plan, day)
    if tx.occasions.add(occasion):
        agenda.schedule(tx, plan, occasion)
    return occasion


def _days(deps: Deps, team: Team, draft: Draft) -> tuple[date, ...]:
    """Return the days ahead of a draft. Raises UnknownTheme, RollingTheme, PastWhen, NoDaysLeft."""
    programmes = programmes_of(deps)
    for theme in draft.themes:
        require_dialogue(theme_at(programmes, theme), team.language)
    now = deps.clock.now()
    days = draft.days_ahead(team.timezone, swedish_holiday, now)
    if not days and draft.days(swedish_holiday):
        raise PastWhen(text=f"{draft.first.isoformat()} {draft.at:%H:%M}")
    if not days:
        raise NoDaysLeft
    return days
