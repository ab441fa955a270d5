"""A team gets another manager, and all that follows from it.

Whoever leads is another from that moment on; nothing waits, not even for a box that is open for
weeks. What a new manager must never get is the result of a round that he or she could answer in:
`Round.handed_over` holds that, and `services.results` that what is published goes to nobody else.
"""

from __future__ import annotations

import hashlib

from bot.domain.people import PersonKey, Team
from bot.domain.request import Request
from bot.locales import words
from bot.ports import Tx
from bot.services import agenda, invitations
from bot.services.deps import Deps
from bot.services.settling import settle, show_boards
from bot.views import pool as pool_views
from bot.views import succession as views


def change(tx: Tx, deps: Deps, before: Team, after: Team, request: Request) -> None:
    """Write down who leads, and all that follows; who is concerned is told, but who asked."""
    if after == before:
        return
    tx.teams.save(after)
    if after.managers != before.managers:
        _move_rounds(tx, after)
        _move_invitations(tx, before, after)
        for person in sorted((before.managers | after.managers) - {request.actor}):
            said = views.news(before, after, person, words(after.language))
            tx.messages.want(_news(request, person), after.tenant, person.user, said)
    _show(tx, after)
    agenda.hand_over(tx, deps, before, after)


def told(tx: Tx, request: Request, person: PersonKey) -> bool:
    """Whether this very request has made the person hear of a new manager: it came twice."""
    return tx.messages.has(_news(request, person))


def _move_rounds(tx: Tx, team: Team) -> None:
    """Have the results of what is open go to the new manager, where that is allowed."""
    survey = tx.rounds.survey_of(team.id)
    for round in (*tx.rounds.open_of(team.id), *([survey] if survey else [])):
        teams = [mate for mate in map(tx.teams.get, round.team_ids) if mate is not None]
        managers = frozenset[PersonKey]().union(*(mate.managers for mate in teams))
        left = frozenset(round.readers) - managers
        tx.rounds.save(round.handed_over(team.managers, left))


def _move_invitations(tx: Tx, before: Team, after: Team) -> None:
    """Ask the new managers what the earlier ones have been asked and not answered."""
    for inviting in filter(None, map(tx.teams.get, tx.teams.inviting(after.id))):
        said = pool_views.withdrawn(before, inviting, words(before.language))
        invitations.end(tx, inviting, before, said)
        invitations.ask(tx, inviting, after)


def _show(tx: Tx, team: Team) -> None:
    """Have the dialogues' messages that still change tell who leads now."""
    for round in tx.rounds.open_of(team.id):
        show_boards(tx, round)
    session = tx.sessions.active(team.id)
    if session is not None and session.active:
        settle(tx, session)


def _news(request: Request, person: PersonKey) -> str:
    """Return what names the news; a request's own id may be too long for a message's key."""
    short = hashlib.sha256(request.id.encode()).hexdigest()[:16]
    return f"manager-news/{short}/{person.user}"
