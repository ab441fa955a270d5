"""The end of a programme: what is left when its plan has run out."""

from __future__ import annotations

from bot.domain.paths import evaluation_of, following
from bot.domain.people import Team
from bot.domain.programme import Theme, ThemeRef
from bot.ports import Tx
from bot.services import agenda
from bot.services.deps import Deps, held_of


def left(tx: Tx, deps: Deps, team: Team) -> tuple[ThemeRef, Theme] | None:
    """Return the evaluation that is left when a plan has run out, None where nothing is to close.

    Themes that never got a day are not waited for. Only the plan that had the latest dialogue
    counts, so that nobody is asked to look back at what was closed long ago.
    """
    ended = tx.sessions.ended(team.id)
    found = evaluation_of(deps.catalogue.programmes(), ended[0].theme) if ended else None
    if found is None:
        return None
    for plan in tx.plans.of_team(team.id):
        ahead = any(each.ahead for each in tx.occasions.of_plan(plan.id))
        if plan.paused or plan.recurrence is None or ended[0].theme not in plan.themes or ahead:
            continue
        if ended[0].started_at >= plan.created_at and found[0] not in agenda.held_themes(tx, plan):
            return found
    return None


def due(tx: Tx, deps: Deps, team: Team) -> tuple[ThemeRef, Theme] | None:
    """Return the evaluation where it is what comes next, with a plan or without."""
    found = left(tx, deps, team) or following(deps.catalogue.programmes(), held_of(tx, team))
    return found if found and found[1].evaluation else None
