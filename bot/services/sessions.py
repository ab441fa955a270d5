"""Running a dialogue: start it, move through its steps, end it."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

from bot.domain import session as machine
from bot.domain.due import Due, DueKind
from bot.domain.people import PersonKey, Team, roster
from bot.domain.programme import ThemeRef
from bot.domain.request import Request
from bot.domain.round import Round, RoundState
from bot.domain.session import Session, SessionState
from bot.domain.themes import find_theme, script_at
from bot.errors import (
    NobodyToAnswer,
    NoSession,
    PlatformError,
    SessionRunning,
    StartFailed,
    UserError,
)
from bot.locales import words
from bot.ports import Tx
from bot.services.deps import Deps, programmes_of, require_leader, team_of
from bot.views.board import board
from bot.views.replies import error

PATIENCE = timedelta(minutes=5)
"""How long a start is tried while the platform is away; later, nobody sits there any more."""

Change = Callable[[Session, datetime], Session]


def check_start(deps: Deps, request: Request, wanted: str) -> ThemeRef:
    """Return the theme that can be started now, without starting it.

    Everything that needs no call to the platform is checked here, so that it can be answered at
    once. Raises NoThemes, UnknownTheme, NotAChannel, NoTeam, NotAllowed, SessionRunning.
    """
    ref = find_theme(programmes_of(deps), wanted)

    def check(tx: Tx) -> None:
        team = team_of(tx, request)
        require_leader(team, request)
        running = tx.sessions.active(team.id)
        if running and running.id != _session_id(request):
            raise SessionRunning

    deps.store.read(check)
    return ref


def start(deps: Deps, request: Request, ref: ThemeRef) -> Session:
    """Take on the dialogue, durably. It begins (`begin`) as soon as its roster is read.

    The same request delivered twice starts one dialogue. Raises as `check_start`.
    """

    def work(tx: Tx) -> Session:
        team = team_of(tx, request)
        require_leader(team, request)
        return plan(tx, deps, team, request, ref)

    return deps.commit(work)


def plan(tx: Tx, deps: Deps, team: Team, request: Request, ref: ThemeRef) -> Session:
    """Write down a dialogue that is to begin now. Raises UnknownTheme, SessionRunning."""
    known = tx.sessions.get(_session_id(request))
    if known:
        return known
    script, now = script_at(programmes_of(deps), ref), deps.clock.now()
    tx.scripts.keep(script)
    session = machine.plan(_session_id(request), team.id, script, request.actor, now)
    tx.sessions.add(session)
    tx.dues.schedule(Due(DueKind.SESSION_START, session.id, "once", now))
    return session


def begin(deps: Deps, session_id: str) -> None:
    """Open the round, freeze its roster, and show the dialogue in the channel.

    Nothing happens when it has begun already. Whoever started it is told in private when it can't
    begin. Raises PlatformError while it is worth trying again.
    """
    session, team = deps.store.read(lambda tx: _planned(tx, session_id))
    if session is None or team is None:
        return
    try:
        able = _able(deps, session, team)
    except UserError as problem:
        deps.commit(partial(_give_up, session=session, team=team, problem=problem, deps=deps))
        return
    round_id = secrets.token_hex(16)
    # The key comes first: a round must never be open without one. A key without a round is
    # destroyed when the bot starts.
    deps.vault.create(round_id)
    if not deps.commit(partial(_open, deps=deps, session=session, round_id=round_id, able=able)):
        deps.vault.destroy(round_id)


def _planned(tx: Tx, session_id: str) -> tuple[Session | None, Team | None]:
    session = tx.sessions.get(session_id)
    if session is None or session.state is not SessionState.PLANNED:
        return None, None
    return session, tx.teams.get(session.team_id)


def _able(deps: Deps, session: Session, team: Team) -> tuple[PersonKey, ...]:
    """Return who can answer. Raises NotInChannel, NobodyToAnswer, StartFailed, PlatformError."""
    try:
        able = roster(deps.platform.members(team.channel), team.managers)
    except PlatformError:
        if deps.clock.now() - session.started_at < PATIENCE:
            raise
        raise StartFailed from None
    if not able:
        raise NobodyToAnswer
    return able


def _give_up(tx: Tx, session: Session, team: Team, problem: UserError, deps: Deps) -> None:
    """Drop a dialogue that can't begin, and tell whoever started it."""
    tx.sessions.save(machine.cancel(session, deps.clock.now()))
    view = error(problem, words(team.language))
    tx.messages.want(f"start/{session.id}", team.tenant, session.started_by.user, view)


def _open(tx: Tx, deps: Deps, session: Session, round_id: str, able: tuple[PersonKey, ...]) -> bool:
    """Open the round and begin, unless somebody was faster; returns whether it was done."""
    planned, team = _planned(tx, session.id)
    if planned is None or team is None:
        return False
    now = deps.clock.now()
    round = Round(
        id=round_id,
        team_id=team.id,
        session_id=session.id,
        theme=session.theme,
        theme_version=session.theme_version,
        opened_at=now,
        roster=able,
        quote_threshold=deps.terms.quote_threshold,
    )
    tx.rounds.save(round)
    _settle(tx, team, machine.begin(planned, now))
    return True


def next_step(
    deps: Deps, request: Request, session_id: str = "", step: int | None = None
) -> Session:
    """Go to the next step. `step` is the one a button was drawn for.

    Raises NoTeam, NotAllowed, NoSession, StepPassed.
    """
    return _change(
        deps, request, session_id, lambda s, now: machine.next_step(s, now, expected=step)
    )


def pause(deps: Deps, request: Request, session_id: str = "") -> Session:
    """Stop the clock. Raises NoTeam, NotAllowed, NoSession, AlreadyPaused."""
    return _change(deps, request, session_id, machine.pause)


def resume(deps: Deps, request: Request, session_id: str = "") -> Session:
    """Start the clock again. Raises NoTeam, NotAllowed, NoSession, NotPaused."""
    return _change(deps, request, session_id, machine.resume)


def extend(deps: Deps, request: Request, minutes: int, session_id: str = "") -> Session:
    """Give the step more minutes. Raises NoTeam, NotAllowed, NoSession, BadMinutes."""
    return _change(deps, request, session_id, lambda s, _: machine.extend(s, minutes))


def stop(deps: Deps, request: Request, session_id: str = "") -> Session:
    """End now and count the answers. Raises NoTeam, NotAllowed, NoSession."""
    return _change(deps, request, session_id, machine.stop)


def cancel(deps: Deps, request: Request, session_id: str = "") -> Session:
    """End now and throw the answers away. Raises NoTeam, NotAllowed, NoSession."""
    return _change(deps, request, session_id, machine.cancel)


def tick(deps: Deps, session_id: str, now: datetime) -> None:
    """Move the session to where the clock wants it at `now`."""

    def work(tx: Tx) -> None:
        session = tx.sessions.get(session_id)
        team = tx.teams.get(session.team_id) if session else None
        if session is None or team is None:
            return
        moved = machine.tick(session, now)
        if moved.revision != session.revision:
            _settle(tx, team, moved)

    deps.commit(work)


def _change(deps: Deps, request: Request, session_id: str, change: Change) -> Session:
    """Change the named session, or the active one of the channel, once per request."""

    def work(tx: Tx) -> Session:
        team, session = _find(tx, request, session_id)
        require_leader(team, request)
        if session is None:
            raise NoSession
        if session.last_request == request.id:
            return session
        now = deps.clock.now()
        # The clock goes first: what is asked for is meant for the step that people see.
        moved = replace(change(machine.tick(session, now), now), last_request=request.id)
        _settle(tx, team, moved)
        return moved

    return deps.commit(work)


def _find(tx: Tx, request: Request, session_id: str) -> tuple[Team, Session | None]:
    """Return the team and session a button names, or, without a name, those of the channel.

    The one named is taken with its own team, so that a forged value meets that team's roles.
    Raises NoSession for a name that there is no session of, and as `team_of`.
    """
    if session_id:
        return _named(tx, session_id)
    team = team_of(tx, request)
    # Stopping is final: a repeated stop finds the ended session by its request.
    return team, tx.sessions.active(team.id) or _ended_by(tx, team, request)


def _named(tx: Tx, session_id: str) -> tuple[Team, Session]:
    session = tx.sessions.get(session_id)
    team = tx.teams.get(session.team_id) if session else None
    if session is None or team is None:
        raise NoSession
    return team, session


def _ended_by(tx: Tx, team: Team, request: Request) -> Session | None:
    latest = tx.sessions.ended(team.id)[:1]
    return latest[0] if latest and latest[0].last_request == request.id else None


def _settle(tx: Tx, team: Team, session: Session) -> None:
    """Write the session and all that follows: its next due time, its message, its round."""
    tx.sessions.save(session)
    round = tx.rounds.of_session(session.id)
    if round is None:  # cancelled before it began: nothing of it has been shown
        return
    tx.dues.cancel(DueKind.SESSION_TICK, session.id)
    if session.active:
        tx.dues.schedule(
            Due(DueKind.SESSION_TICK, session.id, str(session.revision), session.step_ends_at)
        )
    elif round.state is RoundState.OPEN:
        _end_round(tx, round, session)
    view = board(
        session, round, tx.scripts.get(session.theme_version).theme, team, words(team.language)
    )
    tx.messages.want(f"board/{session.id}", team.tenant, team.channel, view)


def _end_round(tx: Tx, round: Round, session: Session) -> None:
    """Freeze the box in the transaction that ends the session: no answer gets in between."""
    at = session.ended_at or session.started_at
    if session.state is SessionState.CANCELLED:
        tx.rounds.save(replace(round.to(RoundState.VOIDED), roster=()))
        tx.ballots.clear(round.id)
        tx.dues.schedule(Due(DueKind.RECLAIM, "store", round.id, at))
        tx.dues.schedule(Due(DueKind.ROUND_VOID, round.id, "once", at))
    else:
        tx.rounds.save(round.to(RoundState.CLOSING))
        tx.dues.schedule(Due(DueKind.ROUND_CLOSE, round.id, "once", at))


def _session_id(request: Request) -> str:
    """Return the id of the session that this request starts, the same if delivered twice."""
    return hashlib.sha256(f"session {request.id}".encode()).hexdigest()[:32]
