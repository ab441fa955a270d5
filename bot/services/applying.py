"""Asking to become a team's manager: answered by its managers, or by those who look after the bot.

A request is a row while it waits. Each of those who may answer has it as a private message; the
first yes or no counts, and then all of the messages say what came of it.
"""

from __future__ import annotations

import secrets
from datetime import datetime
from typing import Literal

from bot.domain.continuity import ManagerRequest, full_members, handed_over
from bot.domain.due import Due, DueKind
from bot.domain.people import Person, PersonKey, Team
from bot.domain.request import Request
from bot.errors import (
    AlreadyManager,
    NotForYou,
    OnlyMembers,
    RequestOver,
    RequestWaiting,
)
from bot.locales import words
from bot.ports import Tx
from bot.services import succession
from bot.services.deps import Deps, team_at
from bot.views import succession as views
from bot.views.model import Note

Outcome = Literal["approved", "refused", "withdrawn", "out", "left", "overtaken"]
"""What came of it: answered, taken back, too old, the asker gone, somebody else appointed."""


def ask(deps: Deps, request: Request, team_id: str) -> Note:
    """Ask to become the team's manager, once at a time, and return what the asker has now.

    Raises UnknownTeam, OnlyMembers, AlreadyManager, RequestWaiting, NotInChannel, PlatformError.
    """
    team = deps.store.read(lambda tx: team_at(tx, team_id))
    members = deps.platform.members(team.channel)
    if request.actor not in full_members(members):
        raise OnlyMembers

    def work(tx: Tx) -> Note:
        team = team_at(tx, team_id)
        if request.actor in team.managers:
            raise AlreadyManager
        waiting = tx.requests.of_team(team.id)
        if waiting is not None and waiting.person != request.actor:
            raise RequestWaiting
        asked = waiting or ManagerRequest(
            secrets.token_hex(8), team.id, request.actor, deps.clock.now()
        )
        if waiting is None:
            _put(tx, deps, team, asked, _name(members, request.actor))
        return views.waits(team, asked, words(team.language))

    return deps.commit(work)


def answer(deps: Deps, request: Request, request_id: str, *, yes: bool) -> Note:
    """Answer a request, unless somebody else has; return what stands now for whoever answers.

    Raises RequestOver, NotForYou, NotInChannel, PlatformError.
    """
    asked = deps.store.read(lambda tx: tx.requests.get(request_id))
    team = deps.store.read(lambda tx: tx.teams.get(asked.team_id)) if asked else None
    members = deps.platform.members(team.channel) if team and yes else ()

    def work(tx: Tx) -> Note:
        asked = tx.requests.get(request_id)
        if asked is None:
            return _standing(tx, request, request_id)
        team = team_at(tx, asked.team_id)
        if request.actor not in _judges(deps, team, asked):
            raise NotForYou
        if deps.clock.now() >= asked.ends_at:
            _end(tx, deps, team, asked, "out")
        elif not yes:
            _end(tx, deps, team, asked, "refused")
        else:
            _appoint(tx, deps, team, asked, members, request)
        return _standing(tx, request, request_id)

    return deps.commit(work)


def withdraw(deps: Deps, request: Request, request_id: str) -> Note:
    """Take one's own request back. Raises RequestOver, NotForYou."""

    def work(tx: Tx) -> Note:
        asked = tx.requests.get(request_id)
        if asked is None:
            return _standing(tx, request, request_id)
        if asked.person != request.actor:
            raise NotForYou
        _end(tx, deps, team_at(tx, asked.team_id), asked, "withdrawn")
        return _standing(tx, request, request_id)

    return deps.commit(work)


def run_out(deps: Deps, request_id: str, now: datetime) -> None:
    """End a request that nobody has answered in its time."""

    def work(tx: Tx) -> None:
        asked = tx.requests.get(request_id)
        if asked is not None and now >= asked.ends_at:
            _end(tx, deps, team_at(tx, asked.team_id), asked, "out")

    deps.commit(work)


def overtake(tx: Tx, deps: Deps, before: Team, after: Team) -> None:
    """End the request that waits in a team whose managers are others now."""
    asked = tx.requests.of_team(before.id)
    if asked is not None and after.managers != before.managers:
        appointed = asked.person in after.managers
        _end(tx, deps, before, asked, "approved" if appointed else "overtaken")


def _put(tx: Tx, deps: Deps, team: Team, asked: ManagerRequest, name: str) -> None:
    w = words(team.language)
    tx.requests.add(asked)
    tx.dues.schedule(Due(DueKind.MANAGER_REQUEST, asked.id, "once", asked.ends_at))
    for judge in sorted(_judges(deps, team, asked)):
        view = views.question(team, asked, name, w)
        tx.messages.want(_key(asked.id, judge), team.tenant, judge.user, view)
    view = views.waits(team, asked, w)
    tx.messages.want(_key(asked.id, asked.person), team.tenant, asked.person.user, view)


def _appoint(
    tx: Tx,
    deps: Deps,
    team: Team,
    asked: ManagerRequest,
    members: tuple[Person, ...],
    request: Request,
) -> None:
    """Make whoever asked the manager, if that can be."""
    if asked.person not in full_members(members):
        _end(tx, deps, team, asked, "left")
        return
    _end(tx, deps, team, asked, "approved")
    after = handed_over(team, frozenset(), asked.person)
    succession.change(tx, deps, team, after, request)


def _end(tx: Tx, deps: Deps, team: Team, asked: ManagerRequest, outcome: Outcome) -> None:
    """Let the request wait no more, say so where it was asked, and tell who asked."""
    w = words(team.language)
    tx.requests.drop(asked.id)
    tx.dues.cancel(DueKind.MANAGER_REQUEST, asked.id)
    for person in sorted({*_judges(deps, team, asked), asked.person}):
        if tx.messages.get(_key(asked.id, person)) is not None:
            view = views.came_of(team, outcome, w)
            tx.messages.want(_key(asked.id, person), team.tenant, person.user, view)
    if outcome in ("refused", "out", "overtaken"):
        # A message that is changed is not noticed: the asker gets a new one. A yes is news to all.
        key = f"{_key(asked.id, asked.person)}/told"
        view = views.told(team, outcome, w)
        tx.messages.want(key, team.tenant, asked.person.user, view)


def _standing(tx: Tx, request: Request, request_id: str) -> Note:
    """Return what the person has of a request that is over. Raises RequestOver for nothing."""
    message = tx.messages.get(_key(request_id, request.actor))
    if message is None or message.tenant != request.actor.tenant:
        raise RequestOver
    if not isinstance(message.view, Note):
        raise RequestOver
    return message.view


def _judges(deps: Deps, team: Team, asked: ManagerRequest) -> frozenset[PersonKey]:
    """Return who may answer: never whoever asks, nor somebody of another workspace."""
    admins = frozenset(each for each in deps.admins if each.tenant == team.tenant)
    return (team.managers | admins) - {asked.person}


def _name(members: tuple[Person, ...], person: PersonKey) -> str:
    return next((each.name for each in members if each.key == person), "")


def _key(request_id: str, person: PersonKey) -> str:
    return f"manager/{request_id}/{person.user}"
