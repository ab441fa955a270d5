"""Teams that answer together: asked, joined, declined, left.

A pool is only what its teams say (`Team.pool_id`); nothing else of it is kept. Who shares a box is
fixed when the box opens, and while a box of any of the teams is open, none joins or leaves.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from bot.domain.people import PersonKey, Team
from bot.domain.request import Request
from bot.errors import (
    ManagerOnly,
    NobodyChosen,
    NoInvitation,
    PoolBusy,
    PoolFull,
    PoolTaken,
    UnknownTeam,
)
from bot.locales import words
from bot.ports import Tx
from bot.services import invitations
from bot.services.deps import Deps, managed_team, team_at
from bot.services.invitations import mates_of, together
from bot.views import pool as views
from bot.views.model import Note, PoolForm, Receipt
from bot.views.names import channel_name

MOST_TEAMS = 12
"""So many teams may answer together. The pool is for small teams, and one that never has its
dialogue keeps all the others waiting for two weeks."""


def form(
    deps: Deps,
    request: Request,
    team_id: str,
    search: str = "",
    chosen: frozenset[str] = frozenset(),
) -> PoolForm:
    """Return the form that asks which teams are to answer together with the team.

    `search` is part of a name, `chosen` are the ids that were ticked before the search. A team
    that the person does not manage is shown only to whoever knows a part of its name. Raises
    UnknownTeam, ManagerOnly, PoolBusy.
    """

    def work(tx: Tx) -> PoolForm:
        team = managed_team(tx, request, team_id)
        _require_closed(tx, mates_of(tx, team))
        others = _candidates(tx, team)
        ticked = [mate for mate in others if mate.id in chosen]
        part = search.strip().removeprefix("#").casefold()
        fitting = _fitting(others, part, request.actor)
        return views.pool_form(team, fitting, ticked, part, MOST_TEAMS, words(team.language))

    return deps.store.read(work)


def invite(deps: Deps, request: Request, team_id: str, chosen: frozenset[str]) -> Receipt:
    """Have the chosen teams answer together with the team: those of the same manager at once.

    The managers of the others are asked in private. Raises UnknownTeam, ManagerOnly, NobodyChosen,
    PoolBusy, PoolTaken, PoolFull; then nothing has happened.
    """

    def work(tx: Tx) -> Receipt:
        team = managed_team(tx, request, team_id)
        mates = [team_at(tx, mate_id) for mate_id in sorted(chosen - {team.id})]
        if not mates:
            raise NobodyChosen
        own = [mate for mate in mates if request.actor in mate.managers]
        others = [mate for mate in mates if mate not in own and not together(team, mate)]
        _require_room(tx, team, mates)
        _require_closed(tx, (*mates_of(tx, team), *own))
        for mate in own:
            _join(tx, request, team_id, mate.id)
        for mate in others:
            invitations.ask(tx, team_at(tx, team_id), mate)
        return views.asked(own, others, words(team.language))

    return deps.commit(work)


def join(deps: Deps, request: Request, invitation: str) -> Note:
    """Accept an invitation as a manager of the team that was asked.

    `invitation` is what the button carries: the ids of the two teams. Raises NoInvitation,
    ManagerOnly, PoolBusy, PoolTaken, PoolFull.
    """

    def work(tx: Tx) -> Note:
        inviting, team = _asked_for(tx, request, invitation)
        if not together(inviting, team):
            _require_invited(tx, inviting, team)
            _require_room(tx, inviting, [team])
            _require_closed(tx, (*mates_of(tx, inviting), team))
            _join(tx, request, inviting.id, team.id)
        mates = [mate for mate in mates_of(tx, team_at(tx, team.id)) if mate.id != team.id]
        return views.accepted(team, mates, words(team.language))

    return deps.commit(work)


def decline(deps: Deps, request: Request, invitation: str) -> Note:
    """Turn an invitation down as a manager of the team that was asked.

    Raises NoInvitation, ManagerOnly.
    """

    def work(tx: Tx) -> Note:
        inviting, team = _asked_for(tx, request, invitation)
        said = views.declined(team, inviting, words(team.language))
        if invitations.told(tx, [inviting], team, request):
            return said
        _require_invited(tx, inviting, team)
        invitations.end(tx, inviting, team, said)
        say = partial(views.declined, team, inviting)
        invitations.tell(tx, [inviting], team, request, say)
        return said

    return deps.commit(work)


def leave(deps: Deps, request: Request, team_id: str) -> Note:
    """Have the team answer on its own again. A pool of one that is left is none.

    Raises UnknownTeam, ManagerOnly, PoolBusy.
    """

    def work(tx: Tx) -> Note:
        team = managed_team(tx, request, team_id)
        said = views.left(team, words(team.language))
        if not team.pool_id:
            return said
        mates = mates_of(tx, team)
        _require_closed(tx, mates)
        rest = [mate for mate in mates if mate.id != team.id]
        gone = [team, *rest] if len(rest) == 1 else [team]
        for each in gone:
            tx.teams.save(replace(each, pool_id=""))
        for each in gone:
            invitations.end_all(tx, team_at(tx, each.id))
        invitations.refresh(tx, [team_at(tx, mate.id) for mate in rest])
        invitations.tell(tx, rest, team, request, partial(views.left, team))
        return said

    return deps.commit(work)


def busy(tx: Tx, teams: Iterable[Team]) -> bool:
    """Whether a box of any of the teams is open: who shares it can't change now."""
    return any(tx.rounds.open_of(team.id) for team in teams)


def _candidates(tx: Tx, team: Team) -> list[Team]:
    """Return the teams that may be asked: not the own ones, nor those that share with others."""
    asked = tx.teams.invited(team.id)
    return [
        mate
        for mate in tx.teams.of_tenant(team.tenant)
        if mate.id != team.id and not mate.pool_id and mate.id not in asked
    ]


def _fitting(teams: Iterable[Team], part: str, person: PersonKey) -> list[Team]:
    """Return the teams with this part of a name; others' only if it is long enough."""
    long_enough = len(part) >= views.SEARCH_LETTERS
    return [
        team
        for team in teams
        if part in team.name.casefold() and (long_enough or person in team.managers)
    ]


def _asked_for(tx: Tx, request: Request, invitation: str) -> tuple[Team, Team]:
    """Return the inviting team and the invited one, which the person must manage."""
    inviting_id, _, team_id = invitation.partition(" ")
    inviting, team = tx.teams.get(inviting_id), tx.teams.get(team_id)
    if inviting is None or team is None:
        raise NoInvitation
    if request.actor not in team.managers:
        raise ManagerOnly
    return inviting, team


def _require_invited(tx: Tx, inviting: Team, team: Team) -> None:
    if team.id not in tx.teams.invited(inviting.id):
        raise NoInvitation


def _require_closed(tx: Tx, teams: Iterable[Team]) -> None:
    for team in teams:
        if busy(tx, [team]):
            raise PoolBusy(team=channel_name(team.name))


def _require_room(tx: Tx, team: Team, joining: Iterable[Team]) -> None:
    """Raise UnknownTeam, PoolTaken or PoolFull unless these may join the team's pool."""
    others = [mate for mate in joining if not together(team, mate)]
    for mate in others:
        if mate.tenant != team.tenant:
            raise UnknownTeam
        if mate.pool_id:
            raise PoolTaken(team=channel_name(mate.name))
    if len(mates_of(tx, team)) + len(others) > MOST_TEAMS:
        raise PoolFull(most=MOST_TEAMS)


def _join(tx: Tx, request: Request, host_id: str, team_id: str) -> None:
    """Have the team answer together with its host, and tell the managers of all the others."""
    host, team = team_at(tx, host_id), team_at(tx, team_id)
    if together(host, team):
        return
    pool_id = host.pool_id or secrets.token_hex(8)
    for each in (host, team):
        tx.teams.save(replace(each, pool_id=pool_id))
    # The host's pool may be a new one: then others can't ask it any more, either.
    for team_in in (host_id, team_id):
        invitations.end_all(tx, team_at(tx, team_in))
    mates = tx.teams.pooled(pool_id)
    invitations.refresh(tx, mates)
    others = [mate for mate in mates if mate.id != team_id]
    invitations.tell(tx, others, team, request, partial(views.accepted, team, others))
