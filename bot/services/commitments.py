"""The list of a team's commitments, read by all in its channel.

They are written and followed up in `bot.services.commitment_forms`.
"""

from __future__ import annotations

from datetime import timedelta

from bot.domain.commitment import Commitment, closed_since, first_due, within
from bot.domain.people import Team
from bot.domain.periods import ReportPeriod
from bot.domain.request import Request
from bot.locales import words
from bot.ports import Tx
from bot.services.deps import Deps, led_team, team_of, today_of
from bot.views import commitments as view
from bot.views.model import Sheet

BACK = timedelta(days=365)
"""How long the list tells of what was done or dropped."""


def page(deps: Deps, request: Request) -> Sheet:
    """Return the list of the channel's team, for anybody in it. Raises NotAChannel, NoTeam."""
    return deps.store.read(lambda tx: _page(tx, deps, team_of(tx, request), request, 0))


def page_of(deps: Deps, request: Request, team_id: str, offset: int = 0) -> Sheet:
    """Return the list from the one numbered `offset`: in the team's channel, or to who leads it.

    Raises UnknownTeam, NotAllowed.
    """

    def work(tx: Tx) -> Sheet:
        return _page(tx, deps, read_team(tx, request, team_id), request, offset)

    return deps.store.read(work)


def read_team(tx: Tx, request: Request, team_id: str) -> Team:
    """Return the team whose list the person may read. Raises UnknownTeam, NotAllowed."""
    here = tx.teams.at(request.actor.tenant, request.channel) if request.channel else None
    return here if here and here.id == team_id else led_team(tx, request, team_id)


def due(tx: Tx, deps: Deps, team: Team) -> int:
    """Return how many wait to be followed up: those whose day has come."""
    today = today_of(deps, team)
    return sum(each.due(today) for each in tx.commitments.of_team(team.id))


def agreed_in(tx: Tx, team: Team, period: ReportPeriod | None) -> tuple[Commitment, ...]:
    """Return the team's commitments that concern the period, without one all."""
    every = tx.commitments.of_team(team.id)
    return within(period, every) if period else every


def _page(tx: Tx, deps: Deps, team: Team, request: Request, offset: int) -> Sheet:
    every, today = tx.commitments.of_team(team.id), today_of(deps, team)
    waiting = first_due(every)
    leads, w = team.may_lead(request.actor), words(team.language)
    from_ = min(max(offset, 0), max(len(waiting) - 1, 0))
    return view.page(team, waiting, closed_since(every, today - BACK), today, from_, w, leads=leads)
