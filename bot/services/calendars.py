"""A team's plan for its people's own calendars: the page about it, the file, the address."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.feed import team_in
from bot.domain.people import Team
from bot.domain.request import Request
from bot.locales import words
from bot.ports import Tx
from bot.services import agenda
from bot.services.deps import Deps, led_team, team_of
from bot.services.occasions import in_sight
from bot.views import calendar as view
from bot.views.calendar import Contents
from bot.views.model import Sheet, TeamCalendar


def page(deps: Deps, request: Request) -> Sheet:
    """Return how to get the plan into one's calendar, for anybody in the channel.

    Raises NotAChannel, NoTeam.
    """
    return deps.store.read(lambda tx: _page(tx, deps, team_of(tx, request), request))


def current(deps: Deps, request: Request) -> TeamCalendar:
    """Return the calendar of the channel's team as it is now. Raises NotAChannel, NoTeam."""
    return deps.store.read(lambda tx: _calendar(tx, deps, team_of(tx, request)))


def subscribed(deps: Deps, token: str) -> TeamCalendar | None:
    """Return the calendar whose address has the token, None for a token that opens nothing.

    That it was never one, was another team's, or has been replaced can't be told apart.
    """
    team_id = team_in(token)
    if team_id is None or deps.feed is None:
        return None
    feed = deps.feed

    def work(tx: Tx) -> TeamCalendar | None:
        team = tx.teams.get(team_id)
        known = (team.id, team.calendar_generation) if team else (None, 0)
        fits = feed.fits(token, *known)
        return _calendar(tx, deps, team) if team and fits else None

    return deps.store.read(work)


def renew(deps: Deps, request: Request, team_id: str, generation: int) -> Sheet:
    """Give the team's calendar a new address in place of that of this generation.

    A generation that has been replaced already is left alone, so that pressing twice makes one new
    address. Raises UnknownTeam, NotAllowed.
    """

    def work(tx: Tx) -> Sheet:
        team = led_team(tx, request, team_id)
        if team.calendar_generation == generation:
            team = replace(team, calendar_generation=generation + 1)
            tx.teams.save(team)
        return _page(tx, deps, team, request)

    return deps.commit(work)


def _page(tx: Tx, deps: Deps, team: Team, request: Request) -> Sheet:
    address = deps.feed.address(team.id, team.calendar_generation) if deps.feed else ""
    planned = sum(each.ahead for each in in_sight(tx, team, deps.clock.now()))
    leads = team.may_lead(request.actor)
    return view.page(team, address, planned, leads, words(team.language))


def _calendar(tx: Tx, deps: Deps, team: Team) -> TeamCalendar:
    occasions, plans = in_sight(tx, team, deps.clock.now()), tx.plans.of_team(team.id)
    refs = {each.id: each.theme for each in occasions if each.theme}
    for plan in plans:
        refs.update(agenda.queue(tx, deps, plan))
    contents = Contents(
        occasions=occasions,
        plans={plan.id: plan for plan in plans},
        themes=agenda.known_themes(deps, refs),
    )
    return view.team_calendar(team, contents, words(team.language))
