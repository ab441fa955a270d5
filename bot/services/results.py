"""Sharing a published result with the team: exactly what the manager has seen."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.request import Request
from bot.errors import ManagerOnly, NoResult
from bot.locales import words
from bot.ports import Tx
from bot.services.deps import Deps
from bot.services.rounds import tell_managers
from bot.views.summary import summary


def share(deps: Deps, request: Request, round_id: str) -> None:
    """Show the summary in the team's channel, once. Raises NoResult, ManagerOnly."""

    def work(tx: Tx) -> None:
        round = tx.rounds.get(round_id)
        team = tx.teams.get(round.team_id) if round else None
        if round is None or team is None:
            raise NoResult
        if not team.may_see_results(request.actor):
            raise ManagerOnly
        result = tx.rounds.result(round_id)
        if result is None:
            raise NoResult
        shared = replace(round, shared=True)
        tx.rounds.save(shared)
        theme = tx.themes.theme(round.theme_version)
        programme = tx.themes.programme(round.theme_version)
        view = summary(shared, result, theme, programme, words(team.language))
        tx.messages.want(f"shared/{round_id}", team.tenant, team.channel, view)
        tell_managers(tx, shared, result)

    deps.commit(work)
