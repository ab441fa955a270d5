"""Sharing a result with the team, and taking a comment out of what the team sees.

Whether the team sees the same as its manager is a term of the round, fixed at its opening. The
result itself is never changed: what is hidden is kept beside it, and can be shown again.
"""

from __future__ import annotations

from dataclasses import replace

from bot.domain.disclosure import Result
from bot.domain.due import DueKind
from bot.domain.people import PersonKey
from bot.domain.request import Request
from bot.domain.round import Round, RoundState
from bot.errors import ManagerOnly, NoResult, NotShared
from bot.locales import words
from bot.ports import Tx
from bot.services import drafts
from bot.services.deps import Deps
from bot.services.rounds import show, tell_managers
from bot.services.settling import reader_of, teams_of
from bot.views import hiding
from bot.views.model import HideForm, Receipt
from bot.views.summary import for_team, pages


def share(deps: Deps, request: Request, round_id: str) -> None:
    """Show the summary in the channels of its teams, once.

    Raises NoResult, ManagerOnly, NotShared.
    """

    def work(tx: Tx) -> None:
        round = _promised(tx, round_id, request.actor)
        tx.dues.cancel(DueKind.RESULT_SHARE, round.id)
        _share(tx, round)

    deps.commit(work)


def share_in_time(deps: Deps, round_id: str) -> None:
    """Show the teams what they were promised, unless a manager has done so."""

    def work(tx: Tx) -> None:
        round = tx.rounds.get(round_id)
        # Only a round that is closed, and that its teams see, has such a time.
        if round is not None and round.shared_at is not None and not round.shared:
            _share(tx, round)

    deps.commit(work)


def hide_form(deps: Deps, request: Request, round_id: str) -> HideForm:
    """Return the form in which comments are hidden. Raises NoResult, ManagerOnly, NotShared."""

    def work(tx: Tx) -> HideForm:
        round = _promised(tx, round_id, request.actor)
        result = tx.rounds.result(round.id)
        if result is None or not result.comments:
            raise NoResult
        script = tx.scripts.get(round.theme_version)
        w = words(reader_of(tx, round, request).language)
        return hiding.hide_form(round, result, script, w)

    return deps.store.read(work)


def hide(
    deps: Deps,
    request: Request,
    round_id: str,
    numbers: frozenset[int],
    before: frozenset[int],
) -> Receipt:
    """Take the comments with these numbers out of what the teams see.

    The comments are numbered from 0 in the order of the result's groups. `before` are those that
    were hidden when the choice began: only what differs from them is changed, so that it never
    takes back what another manager has hidden meanwhile. What has been shared is changed where it
    stands. Raises NoResult, ManagerOnly, NotShared, ValueError for a number that
    no comment has.
    """

    def work(tx: Tx) -> Receipt:
        round = _promised(tx, round_id, request.actor)
        result = tx.rounds.result(round.id)
        if not numbers <= set(range(_comments(result))):
            raise ValueError("no comment has such a number")
        changed = replace(round, hidden=(round.hidden - (before - numbers)) | (numbers - before))
        tx.rounds.save(changed)
        if changed.shared:
            _show_teams(tx, changed, result)
        tell_managers(tx, changed, result)
        if changed.hidden:
            drafts.withdraw(tx, changed)
        return hiding.hidden(changed, words(reader_of(tx, changed, request).language))

    return deps.commit(work)


def managed(tx: Tx, round_id: str, person: PersonKey) -> Round:
    """Return the closed round whose result the person was given. Raises NoResult, ManagerOnly.

    A later manager is not: it may be one who answered in it, or whom a hidden comment is about.
    """
    round = tx.rounds.get(round_id)
    if round is None:
        raise NoResult
    if person not in round.readers:
        raise ManagerOnly
    if round.state is not RoundState.CLOSED:
        raise NoResult
    return round


def _promised(tx: Tx, round_id: str, person: PersonKey) -> Round:
    """Return the person's round if its teams are to see the result. Raises NotShared, as above."""
    round = managed(tx, round_id, person)
    if not round.team_sees:
        raise NotShared
    return round


def _share(tx: Tx, round: Round) -> None:
    """Show the summary to the teams, and the managers that it is done."""
    result = tx.rounds.result(round.id)
    shared = replace(round, shared=True)
    tx.rounds.save(shared)
    _show_teams(tx, shared, result)
    tell_managers(tx, shared, result)


def _show_teams(tx: Tx, round: Round, result: Result | None) -> None:
    """Have the summary stand in each team's channel, without what is hidden now."""
    script = tx.scripts.get(round.theme_version)
    for team in teams_of(tx, round):
        w = words(team.language)
        views = pages(for_team(round, result, script, w), w)
        show(tx, f"shared/{round.id}/{team.id}", team.tenant, team.channel, views, w)


def _comments(result: Result | None) -> int:
    return sum(len(group.comments) for group in result.comments) if result else 0
