"""A manager hands the team over, or has others lead its talks."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.continuity import full_members, handed_over
from bot.domain.people import Person, PersonKey, Team, roster
from bot.domain.request import Request
from bot.errors import FacilitatorNotMember, ManagerNotMember, NobodyToAnswer
from bot.locales import words
from bot.ports import Tx
from bot.services import applying, succession
from bot.services.deps import Deps, managed_team
from bot.views import succession as views
from bot.views.model import PlainForm, Receipt


def form(deps: Deps, request: Request, team_id: str) -> PlainForm:
    """Return the form in which others are made to lead. Raises UnknownTeam, ManagerOnly."""
    team = deps.store.read(lambda tx: managed_team(tx, request, team_id))
    return views.form(team, words(team.language))


def hand_over(
    deps: Deps,
    request: Request,
    team_id: str,
    manager: PersonKey | None,
    facilitators: frozenset[PersonKey],
    *,
    leaves: bool,
) -> Receipt:
    """Have another manager, none being no change, and these samtalsledare.

    With `leaves` the new manager comes in place of whoever asks, else beside. Raises UnknownTeam,
    ManagerOnly, ManagerNotMember, FacilitatorNotMember, NobodyToAnswer, NotInChannel,
    PlatformError.
    """
    team = deps.store.read(lambda tx: tx.teams.get(team_id))
    members = deps.platform.members(team.channel) if team else ()

    def work(tx: Tx) -> Receipt:
        known = tx.teams.get(team_id)
        if known and manager and succession.told(tx, request, manager):
            return views.saved(words(known.language))
        before = managed_team(tx, request, team_id)
        after = _chosen(before, members, request.actor if leaves else None, manager, facilitators)
        succession.change(tx, deps, before, after, request)
        applying.overtake(tx, deps, before, after)
        return views.saved(words(after.language))

    return deps.commit(work)


def _chosen(
    team: Team,
    members: tuple[Person, ...],
    leaving: PersonKey | None,
    manager: PersonKey | None,
    facilitators: frozenset[PersonKey],
) -> Team:
    """Return the team as it was chosen. Raises as `hand_over`."""
    able = full_members(members)
    names = {person.key: person.name for person in members}
    strange = facilitators - able - team.facilitators
    if strange:
        known = sorted(names.get(each, "") for each in strange)
        raise FacilitatorNotMember(names=", ".join(filter(None, known)))
    # Who led before and has left the channel since just leads no more.
    chosen = replace(team, facilitators=(facilitators & able) - team.managers)
    if manager is None or manager == leaving:
        return chosen
    if manager not in able:
        raise ManagerNotMember
    changed = handed_over(chosen, team.managers - {leaving}, manager)
    if not roster(members, changed.managers):
        raise NobodyToAnswer
    return changed
