"""Sharing a published result with the team: exactly what the manager has seen."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.request import Request
from bot.errors import ManagerOnly, NoResult
from bot.locales import words
from bot.ports import Tx
from bot.services.deps import Deps
from bot.services.rounds import show, tell_managers
from bot.views.summary import pages, summary


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
        script = tx.scripts.get(round.theme_version)
        w = words(team.language)
        views = pages(summary(shared, result, script, w), w)
        show(tx, f"shared/{round_id}", team.tenant, team.channel, views)
        tell_managers(tx, shared, result)

    deps.commit(work)
