"""Invitations to answer together, as messages that always say how they stand.

An invitation is a row while it waits for its answer, and a message to each manager of the invited
team. When it has been answered, or holds no more, the row goes and the message says so.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence

from bot.domain.people import PersonKey, Team
from bot.domain.request import Request
from bot.locales import Words, words
from bot.ports import Tx
from bot.views import pool as views
from bot.views.model import Note


def mates_of(tx: Tx, team: Team) -> tuple[Team, ...]:
    """Return the teams that answer together with the team, itself among them, by name."""
    return tx.teams.pooled(team.pool_id) or (team,)


def together(team: Team, other: Team) -> bool:
    """Whether the two answer together."""
    return bool(team.pool_id) and team.pool_id == other.pool_id


def ask(tx: Tx, inviting: Team, team: Team) -> None:
    """Invite the team, unless it has an invitation that it has not answered."""
    if team.id in tx.teams.invited(inviting.id):
        return
    tx.teams.invite(inviting.id, team.id)
    view = _invitation(tx, inviting, team)
    for manager in sorted(team.managers):
        number = _latest(tx, inviting, team, manager) + 1
        key = _key(inviting, team, number, manager)
        tx.messages.want(key, team.tenant, manager.user, view)


def refresh(tx: Tx, teams: Sequence[Team]) -> None:
    """Have the waiting invitations of these teams tell who answers together now."""
    for inviting in teams:
        for team in _known(tx, tx.teams.invited(inviting.id)):
            _edit(tx, inviting, team, _invitation(tx, inviting, team))


def end(tx: Tx, inviting: Team, team: Team, view: Note) -> None:
    """Let the invitation wait no more, and say in it what came of it."""
    tx.teams.uninvite(inviting.id, team.id)
    _edit(tx, inviting, team, view)


def end_all(tx: Tx, team: Team) -> None:
    """End what can't be answered any more now that the team has joined or left others.

    It is in one pool at most: what others ask of it is void once it answers together with some.
    What it has asked of others stands only while it answers together with somebody.
    """
    w = words(team.language)
    for inviting in _known(tx, tx.teams.inviting(team.id)):
        if together(inviting, team):
            end(tx, inviting, team, views.accepted(team, _others(tx, team), w))
        elif team.pool_id:
            end(tx, inviting, team, views.withdrawn(team, inviting, w))
    for invited in _known(tx, tx.teams.invited(team.id)):
        w = words(invited.language)
        if together(invited, team):
            end(tx, team, invited, views.accepted(invited, _others(tx, invited), w))
        elif not team.pool_id:
            end(tx, team, invited, views.withdrawn(invited, team, w))


def tell(
    tx: Tx, readers: Sequence[Team], team: Team, request: Request, say: Callable[[Words], Note]
) -> None:
    """Tell the managers of the readers in private what the team has decided, but who asked."""
    for reader in readers:
        for manager in sorted(reader.managers - {request.actor}):
            key = _news(request, team, manager)
            tx.messages.want(key, reader.tenant, manager.user, say(words(reader.language)))


def told(tx: Tx, readers: Sequence[Team], team: Team, request: Request) -> bool:
    """Whether this very request has been told of: it was delivered twice."""
    managers = {manager for reader in readers for manager in reader.managers}
    return any(tx.messages.has(_news(request, team, manager)) for manager in managers)


def _others(tx: Tx, team: Team) -> list[Team]:
    return [mate for mate in mates_of(tx, team) if mate.id != team.id]


def _known(tx: Tx, team_ids: Sequence[str]) -> list[Team]:
    return [team for team in map(tx.teams.get, team_ids) if team is not None]


def _invitation(tx: Tx, inviting: Team, team: Team) -> Note:
    return views.invitation(team, inviting, _others(tx, inviting), words(team.language))


def _edit(tx: Tx, inviting: Team, team: Team, view: Note) -> None:
    for manager in sorted(team.managers):
        number = _latest(tx, inviting, team, manager)
        if number:
            key = _key(inviting, team, number, manager)
            tx.messages.want(key, team.tenant, manager.user, view)


def _latest(tx: Tx, inviting: Team, team: Team, manager: PersonKey) -> int:
    """Return the number of the last invitation: a new one is a new message, or nobody sees it."""
    number = 0
    while tx.messages.has(_key(inviting, team, number + 1, manager)):
        number += 1
    return number


def _key(inviting: Team, team: Team, number: int, manager: PersonKey) -> str:
    return f"invitation/{inviting.id}/{team.id}/{number}/{manager.user}"


def _news(request: Request, team: Team, manager: PersonKey) -> str:
    """Return what names the news; a request's own id may be too long for a message's key."""
    short = hashlib.sha256(request.id.encode()).hexdigest()[:16]
    return f"pool-news/{short}/{team.id}/{manager.user}"
