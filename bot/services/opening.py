"""Beginning a dialogue that was started: its box, its roster, its message in the channel."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta
from functools import partial

from bot.domain import session as machine
from bot.domain.due import Due, DueKind
from bot.domain.people import Person, PersonKey, Team, roster
from bot.domain.round import POOL_OPEN_FOR, Round
from bot.domain.session import Session, SessionState
from bot.domain.window import closing_time
from bot.errors import (
    NobodyToAnswer,
    NotAChannel,
    NotInChannel,
    PlatformError,
    PoolClosing,
    PoolUnreachable,
    StartFailed,
    UserError,
)
from bot.locales import words
from bot.ports import Tx
from bot.services import agenda, areas, drafts, reminders
from bot.services.deps import Deps
from bot.services.settling import settle
from bot.views.names import channel_name
from bot.views.replies import error

PATIENCE = timedelta(minutes=5)
"""How long a start is tried while the platform is away; later, nobody sits there any more."""


def begin(deps: Deps, session_id: str) -> None:
    """Open the box, freeze its roster, and show the dialogue in the channel.

    A team of a pool joins the box that another of the pool has opened for the theme; a theme that
    asks for no answers has none. Nothing happens when the dialogue has begun already. Whoever
    started it is told in private when it can't begin. Raises PlatformError while it is worth
    trying again.
    """
    session, team = deps.store.read(lambda tx: _planned(tx, session_id))
    if session is None or team is None:
        return
    if deps.store.read(lambda tx: _asks_nothing(tx, session)):
        deps.commit(partial(_begin_without_box, deps=deps, session_id=session_id))
        return
    try:
        if team.pool_id and deps.commit(partial(_join, deps=deps, session_id=session_id)):
            return
        teams = deps.store.read(lambda tx: _sharing(tx, team))
        able = _able(deps, session, team, teams)
    except UserError as problem:
        deps.commit(partial(_give_up, session=session, team=team, problem=problem, deps=deps))
        return
    round = _round(deps, session, teams, able)
    # The key comes first: a round must never be open without one. A key without a round is
    # destroyed when the bot starts.
    deps.vault.create(round.id)
    if not deps.commit(partial(_open, session_id=session.id, round=round, teams=teams)):
        deps.vault.destroy(round.id)
        # Somebody was faster, or the teams have changed since their rosters were read.
        begin(deps, session_id)


def _round(
    deps: Deps, session: Session, teams: tuple[Team, ...], able: tuple[PersonKey, ...]
) -> Round:
    """Return the box as it is to open now, with its terms."""
    now = deps.clock.now()
    return Round(
        id=secrets.token_hex(16),
        team_ids=tuple(sorted(each.id for each in teams)),
        theme=session.theme,
        theme_version=session.theme_version,
        opened_at=now,
        roster=able,
        invited=len(able),
        quote_threshold=deps.terms.quote_threshold,
        team_sees=all(each.team_sees for each in teams),
        closes_at=_closes_at(teams, now),
        in_area=areas.is_covered(deps, teams),
        drafted=drafts.is_promised(deps, len(able)),
        readers=tuple(sorted(_managers(teams))),
    )


def _closes_at(teams: tuple[Team, ...], now: datetime) -> datetime | None:
    """Return when a box that these teams open now is closed; None for: with the dialogue."""
    if len(teams) > 1:
        return now + POOL_OPEN_FOR
    (team,) = teams
    if team.answer_days is None:
        return None
    return closing_time(now, team.answer_days, team.timezone)


def _sharing(tx: Tx, team: Team) -> tuple[Team, ...]:
    """Return the teams that a box of the team would be for, as they are now."""
    now = tx.teams.get(team.id) or team
    return tx.teams.pooled(now.pool_id) or (now,)


def _planned(tx: Tx, session_id: str) -> tuple[Session | None, Team | None]:
    session = tx.sessions.get(session_id)
    if session is None or session.state is not SessionState.PLANNED:
        return None, None
    return session, tx.teams.get(session.team_id)


def _asks_nothing(tx: Tx, session: Session) -> bool:
    return tx.scripts.get(session.theme_version).theme.answer_step is None


def _begin_without_box(tx: Tx, deps: Deps, session_id: str) -> None:
    """Begin a dialogue in which nothing is answered: no box, no roster, no key."""
    session, _ = _planned(tx, session_id)
    if session is not None:
        settle(tx, machine.begin(session, "", deps.clock.now()))


def _join(tx: Tx, deps: Deps, session_id: str) -> bool:
    """Begin with the box that the pool has open for the theme; returns whether it was done.

    Raises PoolClosing when the time of that box is out.
    """
    session, _ = _planned(tx, session_id)
    box = tx.rounds.shared_by(session.team_id, session.theme) if session else None
    if session is None or box is None:
        return False
    now = deps.clock.now()
    if box.closes_at is not None and now >= box.closes_at:
        raise PoolClosing
    settle(tx, machine.begin(session, box.id, now))
    return True


def _open(tx: Tx, session_id: str, round: Round, teams: tuple[Team, ...]) -> bool:
    """Open the box and begin; returns whether it was opened.

    It is not when somebody was faster, nor when the teams are others than the box was made for, or
    have other managers or settings: its terms and its roster would be wrong.
    """
    session, team = _planned(tx, session_id)
    if session is None or team is None:
        return False
    if round.pooled and tx.rounds.shared_by(team.id, round.theme):
        return False
    if _sharing(tx, team) != teams:
        return False
    tx.rounds.save(round)
    if round.closes_at:
        tx.dues.schedule(Due(DueKind.ROUND_DEADLINE, round.id, "once", round.closes_at))
    reminders.plan(tx, round, team.timezone)
    settle(tx, machine.begin(session, round.id, round.opened_at))
    return True


def _able(
    deps: Deps, session: Session, team: Team, teams: tuple[Team, ...]
) -> tuple[PersonKey, ...]:
    """Return who can answer: all members of the teams but their managers.

    Raises NotInChannel, PoolUnreachable, NobodyToAnswer, StartFailed, PlatformError.
    """
    try:
        members = [person for each in teams for person in _members(deps, team, each)]
    except PlatformError:
        if deps.clock.now() - session.started_at < PATIENCE:
            raise
        raise StartFailed from None
    able = roster(tuple(members), _managers(teams))
    if not able:
        raise NobodyToAnswer
    return able


def _managers(teams: tuple[Team, ...]) -> frozenset[PersonKey]:
    return frozenset[PersonKey]().union(*(each.managers for each in teams))


def _members(deps: Deps, team: Team, mate: Team) -> tuple[Person, ...]:
    try:
        return deps.platform.members(mate.channel)
    except (NotInChannel, NotAChannel):
        if mate.id == team.id:
            raise
        raise PoolUnreachable(team=channel_name(mate.name)) from None


def _give_up(tx: Tx, session: Session, team: Team, problem: UserError, deps: Deps) -> None:
    """Drop a dialogue that can't begin, and tell whoever started it."""
    cancelled = machine.cancel(session, deps.clock.now())
    tx.sessions.save(cancelled)
    agenda.fall_through(tx, deps, cancelled)
    view = error(problem, words(team.language))
    tx.messages.want(f"start/{session.id}", team.tenant, session.started_by.user, view)
