"""What a team's plan looks like, and the forms in which it is made and changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import takewhile

from bot.almanac import holiday_name, swedish_holiday
from bot.domain.announcing import ShortNotice, short_notice
from bot.domain.draft import Draft
from bot.domain.paths import following
from bot.domain.people import Team
from bot.domain.plan import Occasion, OccasionState, themes_left
from bot.domain.programme import Programme, Theme, ThemeRef
from bot.domain.recurrence import dates, working_day
from bot.domain.request import Request
from bot.domain.themes import theme_at
from bot.domain.wish import Wish
from bot.errors import OccasionOver, UnknownOccasion
from bot.locales import words
from bot.ports import Tx
from bot.services import agenda, evaluation, planning
from bot.services.deps import (
    Deps,
    held_of,
    led_team,
    programmes_of,
    require_leader,
    team_of,
    today_of,
    words_of,
)
from bot.services.occasions import found, in_sight
from bot.views import occasion as one
from bot.views import planning as forms
from bot.views import wishes
from bot.views import year as view
from bot.views.model import PlainForm, Receipt, Sheet, SheetPart
from bot.views.year import Unplaced, Year


def page(deps: Deps, request: Request) -> Sheet:
    """Return the plan of the channel's team, for anybody in it. Raises NotAChannel, NoTeam."""
    return deps.store.read(lambda tx: _page(tx, deps, team_of(tx, request), request))


def page_of(deps: Deps, request: Request, team_id: str) -> Sheet:
    """Return the plan of the team for one who leads it. Raises UnknownTeam, NotAllowed."""
    return deps.store.read(lambda tx: _page(tx, deps, led_team(tx, request, team_id), request))


def next_of(deps: Deps, request: Request, team_id: str) -> PlainForm | Sheet:
    """Return the plan of the team for one who leads it, or the form where it would be empty.

    Raises UnknownTeam, NotAllowed, NoThemes.
    """

    def work(tx: Tx) -> PlainForm | Sheet:
        team = led_team(tx, request, team_id)
        seen = _year(tx, deps, team)
        paused = any(plan.paused for plan in seen.plans)
        if seen.ahead or seen.unplaced or paused or evaluation.due(tx, deps, team):
            return _page(tx, deps, team, request)
        return _form(tx, deps, team)

    return deps.store.read(work)


def form(deps: Deps, request: Request, team_id: str) -> PlainForm:
    """Return the form in which a plan is made. Raises UnknownTeam, NotAllowed, NoThemes."""
    return deps.store.read(lambda tx: _form(tx, deps, led_team(tx, request, team_id)))


def themes_from(deps: Deps, start: ThemeRef) -> tuple[ThemeRef, ...]:
    """Return the theme and those after it in its programme. Raises UnknownTheme."""
    programmes = programmes_of(deps)
    theme_at(programmes, start)
    programme = next(each for each in programmes if each.id == start.programme)
    refs = [ThemeRef(programme=programme.id, theme=each.id) for each in programme.dialogues]
    return tuple(refs[refs.index(start) :])


def understand(
    deps: Deps, request: Request, team_id: str, wish: Wish
) -> tuple[Draft, tuple[date, ...]]:
    """Return what the wish comes to, and its days.

    Raises UnclearWhen, UnclearTime, BadTime, BadDate, BadWeeks, PastWhen, NoDaysLeft, UnknownTheme,
    UnknownTeam, NotAllowed.
    """
    team = deps.store.read(lambda tx: led_team(tx, request, team_id))
    today = today_of(deps, team)
    draft = wish.draft(today)
    if draft.recurrence is not None:  # a series does not begin in the past: it begins now
        draft = replace(draft, first=max(draft.first, today))
    return draft, planning.check(deps, request, team_id, draft)


def shown(deps: Deps, team_id: str, draft: Draft, days: tuple[date, ...], meta: str) -> PlainForm:
    """Return what was understood, for one more look. `meta` travels with it."""
    team, taken = deps.store.read(lambda tx: (tx.teams.get(team_id), _taken(tx, team_id, days)))
    w = words_of(deps, team)
    programmes = programmes_of(deps)
    themes = {ref: theme_at(programmes, ref) for ref in draft.themes}
    away = _away(draft, days, w.language)
    soon = _soon(deps, team, draft, days) if team else None
    noticed = forms.Noticed(away, taken, soon)
    return forms.understood(draft, days, noticed, themes, meta, w)


def save(deps: Deps, request: Request, team_id: str, draft: Draft) -> Receipt:
    """Make the plan. Raises UnknownTeam, NotAllowed, UnknownTheme, PastWhen, NoDaysLeft."""
    plan = planning.save(deps, request, team_id, draft)

    def work(tx: Tx) -> Receipt:
        team = led_team(tx, request, team_id)
        days = [each.day for each in tx.occasions.of_plan(plan.id)]
        return forms.saved(days, plan.at, words(team.language))

    return deps.store.read(work)


def change_form(deps: Deps, request: Request, occasion_id: str) -> PlainForm:
    """Return the form of an occasion. Raises UnknownOccasion, NotAllowed, OccasionOver."""
    programmes = programmes_of(deps)

    def work(tx: Tx) -> PlainForm:
        team, plan, occasion = found(tx, occasion_id)
        require_leader(team, request)
        if occasion.state is OccasionState.HELD:
            raise OccasionOver
        left = themes_left(plan, agenda.themes_out(tx, deps, plan))
        known = [(ref, agenda.known_theme(programmes, ref)) for ref in left]
        themes = [(ref, theme) for ref, theme in known if theme is not None]
        return one.change_form(occasion, themes, words(team.language))

    return deps.store.read(work)


def changed(deps: Deps, occasion: Occasion) -> Receipt:
    """Return word of what the occasion is now."""
    team = deps.store.read(lambda tx: tx.teams.get(occasion.team_id))
    return one.changed(occasion, words_of(deps, team))


def skipped(deps: Deps, occasion: Occasion) -> Receipt:
    """Return word of the occasion being left out."""
    team = deps.store.read(lambda tx: tx.teams.get(occasion.team_id))
    return one.skipped(occasion, words_of(deps, team))


def pick_form(deps: Deps, request: Request, team_id: str) -> PlainForm:
    """Return the form in which one of the later occasions is picked.

    Raises UnknownTeam, NotAllowed, UnknownOccasion when there is none any more.
    """

    def work(tx: Tx) -> PlainForm:
        team = led_team(tx, request, team_id)
        w, seen = words(team.language), _year(tx, deps, team)
        later = [(each, view.title_of(each, seen, w)) for each in seen.ahead[view.MOST_AHEAD :]]
        if not later:
            raise UnknownOccasion
        return one.pick_form(team, later, w)

    return deps.store.read(work)


def _form(tx: Tx, deps: Deps, team: Team) -> PlainForm:
    programmes = programmes_of(deps)
    had = held_of(tx, team)
    coming = following(programmes, (*_to_come(tx, deps, team), *had)) or following(programmes, had)
    start = coming or _anew(programmes, had)
    today = today_of(deps, team)
    offered = [each for each in programmes if each.dialogues]
    first = working_day(today + timedelta(1), swedish_holiday)
    return forms.plan_form(team, offered, start[0] if start else None, first, words(team.language))


def _anew(
    programmes: Sequence[Programme], had: Sequence[ThemeRef]
) -> tuple[ThemeRef, Theme] | None:
    """Return the first theme of the programme that the team was in last, of any if it is gone."""
    own = [each for each in programmes if had and each.id == had[0].programme]
    return following(own, ()) or following(programmes, ())


def _page(tx: Tx, deps: Deps, team: Team, request: Request) -> Sheet:
    seen = _year(tx, deps, team)
    leads, w = team.may_lead(request.actor), words(team.language)
    coming = None if seen.ahead else evaluation.due(tx, deps, team)
    return view.page(team, seen, leads, w, _wished(tx, deps, team, seen, leads=leads), coming)


def _wished(tx: Tx, deps: Deps, team: Team, year: Year, *, leads: bool) -> tuple[SheetPart, ...]:
    """Return what is wished for; whoever leads can have the next occasion take it."""
    refs = agenda.wished(tx, deps, team)
    now = deps.clock.now()
    ahead = (each for each in year.ahead if each.starts_at > now)
    next_one = next(ahead, None) if leads else None
    plan = next((each for each in year.plans if next_one and each.id == next_one.plan_id), None)
    # A theme that the team has had since the plan was made would give way to the queue again.
    taking = frozenset(refs).difference(agenda.themes_out(tx, deps, plan)) if plan else frozenset()
    return wishes.parts(refs, next_one, taking, words(team.language))


def _year(tx: Tx, deps: Deps, team: Team) -> Year:
    today = today_of(deps, team)
    plans = tx.plans.of_team(team.id)
    every = in_sight(tx, team, deps.clock.now())
    refs: dict[str, ThemeRef] = {each.id: each.theme for each in every if each.theme}
    unplaced: dict[str, Unplaced] = {}
    programmes = deps.catalogue.programmes()
    for plan in plans:
        ahead = agenda.queue(tx, deps, plan)
        refs.update(ahead)
        out = agenda.themes_out(tx, deps, plan).union(ahead.values())
        remaining = [agenda.known_theme(programmes, ref) for ref in themes_left(plan, out)]
        if remaining and plan.recurrence:
            evaluations = sum(bool(each and each.evaluation) for each in remaining)
            unplaced[plan.id] = Unplaced(len(remaining) - evaluations, evaluations > 0)
    called_off = tuple(
        each for each in every if each.state is OccasionState.SKIPPED and each.day >= today
    )
    return Year(
        plans=plans,
        past=tuple(each for each in every if not each.ahead and each not in called_off),
        called_off=called_off,
        ahead=tuple(each for each in every if each.ahead),
        themes=agenda.known_themes(deps, refs),
        unplaced=unplaced,
    )


def _to_come(tx: Tx, deps: Deps, team: Team) -> tuple[ThemeRef, ...]:
    """Return the themes that the team's plans will bring, the last one first."""
    refs = [
        ref for plan in tx.plans.of_team(team.id) for ref in agenda.queue(tx, deps, plan).values()
    ]
    return tuple(reversed(refs))


def _taken(tx: Tx, team_id: str, days: tuple[date, ...]) -> tuple[date, ...]:
    """Return those of the days on which the team has something planned."""
    planned = tx.occasions.of_team(team_id, min(days), max(days))
    return tuple(sorted({each.day for each in planned if each.ahead} & set(days)))


def _soon(deps: Deps, team: Team, draft: Draft, days: tuple[date, ...]) -> ShortNotice | None:
    """Return how the team is told of what is near, were the plan saved now."""
    ahead, now = draft.announce_days, deps.clock.now()
    return short_notice(days, draft.at, team.timezone, ahead, swedish_holiday, now)


def _away(draft: Draft, days: tuple[date, ...], language: str) -> list[tuple[date, str]]:
    """Return the days of the rhythm between the first and the last that fall away, and why."""
    if draft.recurrence is None or not days:
        return []
    until = takewhile(lambda day: day <= days[-1], dates(draft.recurrence, draft.first))
    return [(day, holiday_name(day, language)) for day in until if day not in days]
