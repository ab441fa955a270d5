"""Earlier results: who may read which, one by one, taken together, and as files.

Whoever got a result as the manager (`Round.readers`) reads it again as it was. Everybody else in
the team's channel, a later manager too, reads what has been shared there, without the comments that
are hidden: that stands in the channel already. Nothing here looks at a ballot or at a roster.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from bot.domain.history import Published
from bot.domain.people import Team
from bot.domain.periods import ReportPeriod, read_period
from bot.domain.recurrence import local
from bot.domain.request import Request
from bot.domain.round import Round, RoundState
from bot.errors import ManagerOnly, NoResult, NoResults
from bot.locales import Words, words
from bot.ports import Tx
from bot.services.commitments import agreed_in
from bot.services.deps import Deps, team_of, today_of
from bot.services.settling import reader_of, teams_of
from bot.views import development as together
from bot.views import history as listing
from bot.views.model import Sheet, Summary
from bot.views.model.export import Development, TeamExport
from bot.views.summary import for_manager, for_team, pages

T = TypeVar("T")


def page(deps: Deps, request: Request, offset: int = 0) -> Sheet:
    """Return a page of the results that the person may read, the latest first.

    `offset` is how many stand before it. Raises NotAChannel, NoTeam, NoResults.
    """

    def work(tx: Tx) -> Sheet:
        team = team_of(tx, request)
        rounds = _rounds(tx, team, request)
        here = rounds[offset : offset + listing.PAGE] or rounds[: listing.PAGE]
        if not here:
            raise NoResults(period="")
        first = offset if rounds[offset:] else 0
        shown = [_published(tx, team, each) for each in here]
        manages = team.may_see_results(request.actor)
        w = words(team.language)
        return listing.result_list(team, shown, first, len(rounds), w, manages=manages)

    return deps.store.read(work)


def shown(deps: Deps, request: Request, round_id: str) -> tuple[Summary, ...]:
    """Return a summary again: the manager's own, or what the team has been shown, in pages.

    Raises NoResult, ManagerOnly.
    """

    def work(tx: Tx) -> tuple[Summary, ...]:
        round = tx.rounds.get(round_id)
        if round is None or round.state is not RoundState.CLOSED:
            raise NoResult
        result, script = tx.rounds.result(round.id), tx.scripts.get(round.theme_version)
        team = reader_of(tx, round, request)
        w = words(team.language)
        teams = teams_of(tx, round)
        if request.actor in round.readers:
            return pages(for_manager(round, result, script, team, w), w)
        if not round.shared or not any(_concerns(each, request) for each in teams):
            raise ManagerOnly
        return pages(for_team(round, result, script, w), w)

    return deps.store.read(work)


def asked_period(deps: Deps, request: Request, text: str) -> ReportPeriod:
    """Return the year or the quarter that was typed. Raises NotAChannel, NoTeam, BadPeriod."""
    team = deps.store.read(lambda tx: team_of(tx, request))
    today = today_of(deps, team)
    return read_period(text, today)


def development(deps: Deps, request: Request, period: ReportPeriod) -> Development:
    """Return the results of a year or a quarter taken together, as far as the person may read them.

    Its commitments stand there, too, and without results they alone. Raises NotAChannel, NoTeam,
    NoResults.
    """

    def draw(tx: Tx, team: Team, every: Sequence[Published], w: Words) -> Development:
        agreed = agreed_in(tx, team, period)
        within = _within(every, period, w, needed=not agreed)
        near = together.near(period, every)
        whole = together.taken_together(team, period, within, near, w, agreed)
        return together.in_an_answer(whole, w)

    return deps.store.read(lambda tx: _of_reader(tx, request, draw))


def file(deps: Deps, request: Request, period: ReportPeriod) -> TeamExport:
    """Return what a file of the period holds for the person. Raises NotAChannel, NoTeam, NoResults.

    It is what the person may read, but for comments that are hidden from the team.
    """

    def draw(tx: Tx, team: Team, every: Sequence[Published], w: Words) -> TeamExport:
        agreed = agreed_in(tx, team, period)
        return together.team_export(team, period, _within(every, period, w), w, agreed)

    return deps.store.read(lambda tx: _of_reader(tx, request, draw))


def export(tx: Tx, team: Team, period: ReportPeriod | None, language: str) -> TeamExport | None:
    """Return what a file holds of the team for whoever runs the server; None without results.

    It is what the team's managers have got, but for comments that are hidden from the team. Without
    a period it is all there is. Whoever can call this has the database.
    """
    every = [_published(tx, team, each) for each in tx.rounds.closed_of(team.id)]
    within = [each for each in every if period is None or period.holds(each.day)]
    agreed = agreed_in(tx, team, period)
    return together.team_export(team, period, within, words(language), agreed) if within else None


def _of_reader(
    tx: Tx, request: Request, draw: Callable[[Tx, Team, Sequence[Published], Words], T]
) -> T:
    team = team_of(tx, request)
    every = [_published(tx, team, each) for each in _rounds(tx, team, request)]
    return draw(tx, team, every, words(team.language))


def _rounds(tx: Tx, team: Team, request: Request) -> tuple[Round, ...]:
    """Return the closed rounds of the team that the person may read, the latest first."""
    every = tx.rounds.closed_of(team.id)
    return tuple(round for round in every if round.shared or request.actor in round.readers)


def _within(
    every: Sequence[Published], period: ReportPeriod, w: Words, *, needed: bool = True
) -> Sequence[Published]:
    """Return those of the period. Raises NoResults when one is needed and there is none."""
    within = [each for each in every if period.holds(each.day)]
    if needed and not within:
        raise NoResults(period=listing.period_name(period, w))
    return within


def _concerns(team: Team, request: Request) -> bool:
    """Whether the person manages the team, or asks in its channel."""
    here = (team.tenant, team.channel) == (request.actor.tenant, request.channel)
    return here or team.may_see_results(request.actor)


def _published(tx: Tx, team: Team, round: Round) -> Published:
    if round.closed_at is None:
        raise LookupError(f"round {round.id} is closed without a time")
    day, _ = local(round.closed_at, team.timezone)
    return Published(
        round=round,
        result=tx.rounds.result(round.id),
        script=tx.scripts.get(round.theme_version),
        day=day,
        teams=tuple(each.name for each in teams_of(tx, round)),
    )
