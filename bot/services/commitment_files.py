"""Commitments as files: for those who may read the list, and for whoever runs the server."""

from __future__ import annotations

from bot.domain.people import Team
from bot.domain.periods import ReportPeriod
from bot.domain.request import Request
from bot.locales import words
from bot.ports import Tx
from bot.services.commitments import agreed_in, read_team
from bot.services.deps import Deps
from bot.views import commitment_table as table
from bot.views.model.commitment_table import CommitmentExport


def file(deps: Deps, request: Request, team_id: str) -> CommitmentExport:
    """Return all that the team has agreed: in its channel, or to who leads it.

    Raises UnknownTeam, NotAllowed.
    """

    def work(tx: Tx) -> CommitmentExport:
        team = read_team(tx, request, team_id)
        return table.export(team, agreed_in(tx, team, None), words(team.language))

    return deps.store.read(work)


def export(
    tx: Tx, team: Team, period: ReportPeriod | None, language: str
) -> CommitmentExport | None:
    """Return what a file of many teams holds of this one; None without commitments.

    Without a period it is all there is. Whoever can call this has the database.
    """
    agreed = agreed_in(tx, team, period)
    return table.export(team, agreed, words(language), named=True) if agreed else None
