"""The occasions of plans as their times come: announced, begun or asked about, or missed.

Each function may be called twice for the same occasion: what it finds done it leaves alone.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from bot.almanac import swedish_holiday
from bot.domain.announcing import announce_late
from bot.domain.due import Due, DueKind
from bot.domain.people import Team
from bot.domain.plan import GRACE, Occasion, OccasionState, Opening, Plan
from bot.domain.recurrence import local
from bot.domain.request import Request
from bot.domain.session import Session
from bot.errors import (
    NotAllowed,
    NoThemeLeft,
    OccasionOver,
    SessionRunning,
    UnknownOccasion,
    UserError,
)
from bot.ports import Tx
from bot.services import agenda
from bot.services.deps import Deps, require_leader
from bot.services.sessions import plan as plan_session

Work = Callable[[Tx, Team, Plan, Occasion], None]

AGAIN = timedelta(minutes=1)
"""How long an occasion that begins by itself waits for another dialogue before it tries again."""

BACK, AHEAD = timedelta(days=365), timedelta(days=3660)
"""So far the plan's page and its calendar look: the last year, and all that is planned."""


def in_sight(tx: Tx, team: Team, now: datetime) -> tuple[Occasion, ...]:
    """Return the occasions that the team's page and its calendar tell of, by day."""
    today, _ = local(now, team.timezone)
    return tx.occasions.of_team(team.id, today - BACK, today + AHEAD)


def announce(deps: Deps, occasion_id: str, now: datetime) -> None:
    """Tell the team in its channel what comes, unless it has begun."""

    def work(tx: Tx, team: Team, plan: Plan, occasion: Occasion) -> None:
        if occasion.state is not OccasionState.PLANNED or occasion.starts_at <= now:
            return
        at = announce_late(now, occasion.starts_at, occasion.timezone, swedish_holiday)
        if at > now:
            _later(tx, DueKind.OCCASION_ANNOUNCE, occasion, at)
        else:
            agenda.announce(tx, deps, team, plan, occasion)

    _with(deps, occasion_id, work)


def begin(deps: Deps, occasion_id: str, now: datetime) -> None:
    """Open the occasion by itself, or ask those who lead whether to; too late, it is missed."""

    def work(tx: Tx, team: Team, plan: Plan, occasion: Occasion) -> None:
        if occasion.state is not OccasionState.PLANNED or occasion.starts_at > now:
            return
        if now > occasion.starts_at + GRACE:
            agenda.miss(tx, deps, team, occasion, now)
        elif plan.opening is Opening.ASK:
            asked = occasion.to(OccasionState.ASKED)
            tx.occasions.save(asked)
            agenda.schedule(tx, plan, asked)
            agenda.ask(tx, deps, team, plan, asked)
        else:
            _begin_alone(tx, deps, team, plan, occasion, now)

    _with(deps, occasion_id, work)


def unopened(deps: Deps, occasion_id: str, now: datetime) -> None:
    """Ask the managers once what to do with an occasion that nobody opened."""

    def work(tx: Tx, team: Team, _plan: Plan, occasion: Occasion) -> None:
        if occasion.state is OccasionState.ASKED and occasion.starts_at + GRACE <= now:
            agenda.miss(tx, deps, team, occasion, now)

    _with(deps, occasion_id, work)


def open_now(deps: Deps, request: Request, occasion_id: str) -> Session:
    """Start the occasion's dialogue, as the one who leads, on the day or when it was missed.

    Raises UnknownOccasion, NotAllowed, OccasionOver, NoThemeLeft, UnknownTheme, SessionRunning.
    """

    def work(tx: Tx) -> Session:
        team, plan, occasion = found(tx, occasion_id)
        require_leader(team, request)
        if occasion.state is OccasionState.HELD and occasion.session_id:
            known = tx.sessions.get(occasion.session_id)
            if known is not None and not known.over:
                return known
        if occasion.state in (OccasionState.HELD, OccasionState.SKIPPED):
            raise OccasionOver
        return _start(tx, deps, team, plan, occasion, request)

    return deps.commit(work)


def found(tx: Tx, occasion_id: str) -> tuple[Team, Plan, Occasion]:
    """Return the occasion with its plan and team. Raises UnknownOccasion."""
    occasion = tx.occasions.get(occasion_id)
    plan = tx.plans.get(occasion.plan_id) if occasion else None
    team = tx.teams.get(occasion.team_id) if occasion else None
    if occasion is None or plan is None or team is None:
        raise UnknownOccasion
    return team, plan, occasion


def _begin_alone(
    tx: Tx, deps: Deps, team: Team, plan: Plan, occasion: Occasion, now: datetime
) -> None:
    """Start the dialogue in the name of one who leads.

    Another dialogue may be over in a minute; whatever else hinders it makes a missed occasion.
    """
    try:
        _start(tx, deps, team, plan, occasion, _of_leader(team, occasion))
    except SessionRunning:
        _later(tx, DueKind.OCCASION_START, occasion, now + AGAIN)
    except UserError:
        agenda.miss(tx, deps, team, occasion, now)


def _of_leader(team: Team, occasion: Occasion) -> Request:
    """Return the request that starts it. Raises NotAllowed when nobody leads the team."""
    leader = min(agenda.leaders(team), default=None)
    if leader is None:
        raise NotAllowed
    return Request(leader, team.channel, f"occasion {occasion.id} {occasion.revision}")


def _later(tx: Tx, kind: DueKind, occasion: Occasion, at: datetime) -> None:
    """Look again at a time; only once, though this is done twice."""
    tx.dues.cancel(kind, occasion.id)
    tx.dues.schedule(Due(kind, occasion.id, f"{occasion.revision} {at.isoformat()}", at))


def _start(
    tx: Tx, deps: Deps, team: Team, plan: Plan, occasion: Occasion, request: Request
) -> Session:
    ref = agenda.theme_of(tx, deps, plan, occasion)
    if ref is None:
        raise NoThemeLeft
    session = plan_session(tx, deps, team, request, ref, hold=False)
    if not session.over:  # a request that was delivered again, long after
        agenda.hold_at(tx, deps, team, occasion, session)
    return session


def _with(deps: Deps, occasion_id: str, work: Work) -> None:
    """Do the work on the occasion, if it still stands in a plan that is not paused."""

    def within(tx: Tx) -> None:
        occasion = tx.occasions.get(occasion_id)
        plan = tx.plans.get(occasion.plan_id) if occasion else None
        team = tx.teams.get(occasion.team_id) if occasion else None
        if occasion and plan and team and not plan.paused:
            work(tx, team, plan, occasion)

    deps.commit(within)
