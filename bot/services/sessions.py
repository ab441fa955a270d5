"""Running a dialogue: take it on, move through its steps, end it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from bot.domain import session as machine
from bot.domain.due import Due, DueKind
from bot.domain.paths import meant
from bot.domain.people import Team
from bot.domain.programme import Theme, ThemeRef
from bot.domain.request import Request
from bot.domain.session import Session
from bot.domain.themes import script_at, theme_at
from bot.errors import (
    NoSession,
    RollingTheme,
    SessionRunning,
)
from bot.ports import Tx
from bot.services import agenda
from bot.services.deps import Deps, held_of, language_at, programmes_of, require_leader, team_of
from bot.services.settling import settle

Change = Callable[[Session, datetime], Session]


def check_start(deps: Deps, request: Request, wanted: str) -> ThemeRef:
    """Return the theme that can be started now, without starting it.

    Everything that needs no call to the platform is checked here, so that it can be answered at
    once. Raises NoThemes, UnknownTheme, RollingTheme, NotAChannel, NoTeam, NotAllowed,
    SessionRunning.
    """
    programmes = programmes_of(deps)
    ref = meant(programmes, held_at(deps, request), wanted)
    require_dialogue(theme_at(programmes, ref), language_at(deps, request).language)

    def check(tx: Tx) -> None:
        team = team_of(tx, request)
        require_leader(team, request)
        running = tx.sessions.active(team.id)
        if running and running.id != request.id_of("session"):
            raise SessionRunning

    deps.store.read(check)
    return ref


def held_at(deps: Deps, request: Request) -> tuple[ThemeRef, ...]:
    """Return the themes that were held in the channel, the latest first; none without a team."""

    def work(tx: Tx) -> tuple[ThemeRef, ...]:
        team = tx.teams.at(request.actor.tenant, request.channel) if request.channel else None
        return held_of(tx, team) if team else ()

    return deps.store.read(work)


def require_dialogue(theme: Theme, language: str) -> None:
    """Raise RollingTheme for a survey: no meeting holds it."""
    if theme.rolling:
        raise RollingTheme(title=theme.title.get(language))


def start(deps: Deps, request: Request, ref: ThemeRef) -> Session:
    """Take on the dialogue, durably. It begins (`opening.begin`) as soon as its roster is read.

    The same request delivered twice starts one dialogue. Raises as `check_start`.
    """

    def work(tx: Tx) -> Session:
        team = team_of(tx, request)
        require_leader(team, request)
        return plan(tx, deps, team, request, ref)

    return deps.commit(work)


def plan(
    tx: Tx, deps: Deps, team: Team, request: Request, ref: ThemeRef, *, hold: bool = True
) -> Session:
    """Write down a dialogue that is to begin now.

    Raises UnknownTheme, RollingTheme, SessionRunning.

    With `hold` it is taken as the team's planned occasion of the day, if there is one.
    """
    known = tx.sessions.get(request.id_of("session"))
    if known:
        return known
    script, now = script_at(programmes_of(deps), ref), deps.clock.now()
    require_dialogue(script.theme, team.language)
    tx.scripts.keep(script)
    session = machine.plan(request.id_of("session"), team.id, script, request.actor, now)
    tx.sessions.add(session)
    tx.dues.schedule(Due(DueKind.SESSION_START, session.id, "once", now))
    if hold:
        agenda.hold(tx, deps, team, session)
    return session


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
        moved = machine.tick(session, now) if session else None
        if session and moved and moved.revision != session.revision:
            settle(tx, moved)

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
        settle(tx, moved)
        agenda.fall_through(tx, deps, moved)
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
