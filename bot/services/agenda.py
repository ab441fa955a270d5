"""What follows when an occasion or its plan has changed: when it is due, and what is shown of it.

Everything here happens inside of the transaction of the change.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta

from bot.almanac import swedish_holiday
from bot.domain.announcing import announce_at
from bot.domain.continuity import FEWEST_WISHES
from bot.domain.due import Due, DueKind
from bot.domain.people import PersonKey, Team
from bot.domain.plan import GRACE, Occasion, OccasionState, Plan, theme_now, themes_ahead
from bot.domain.programme import Programme, Theme, ThemeRef
from bot.domain.recurrence import local
from bot.domain.session import Session, SessionState
from bot.domain.themes import theme_at
from bot.errors import UnknownTheme
from bot.locales import words
from bot.ports import Tx
from bot.services.deps import Deps
from bot.views import plan as views
from bot.views.model import Note
from bot.views.wishes import told

KINDS = (DueKind.OCCASION_ANNOUNCE, DueKind.OCCASION_START, DueKind.OCCASION_UNOPENED)

ASKED_ANEW = timedelta(days=14)
"""What was missed so long ago or less, new managers are asked about as well."""


def schedule(tx: Tx, plan: Plan, occasion: Occasion) -> None:
    """Have the occasion announced, begun and asked about at its times; nothing while paused."""
    unschedule(tx, occasion)
    if plan.paused or not occasion.ahead:
        return
    starts = occasion.starts_at
    if occasion.state is OccasionState.PLANNED:
        announce = announce_at(
            occasion.day, occasion.at, occasion.timezone, plan.announce_days, swedish_holiday
        )
        _due(tx, DueKind.OCCASION_ANNOUNCE, occasion, announce)
        _due(tx, DueKind.OCCASION_START, occasion, starts)
    else:
        _due(tx, DueKind.OCCASION_UNOPENED, occasion, starts + GRACE)


def unschedule(tx: Tx, occasion: Occasion) -> None:
    """Have nothing happen by itself at the occasion any more."""
    for kind in KINDS:
        tx.dues.cancel(kind, occasion.id)


def held_themes(tx: Tx, plan: Plan) -> frozenset[ThemeRef]:
    """Return the themes that the team has had, or is having, since the plan was made."""
    active = tx.sessions.active(plan.team_id)
    sessions = (*tx.sessions.ended(plan.team_id), *((active,) if active else ()))
    return frozenset(each.theme for each in sessions if each.started_at >= plan.created_at)


def themes_out(tx: Tx, deps: Deps, plan: Plan) -> frozenset[ThemeRef]:
    """Return the themes that are not to come: had, or no dialogue in the files any more."""
    programmes = deps.catalogue.programmes()
    chosen = {each.theme for each in tx.occasions.of_plan(plan.id) if each.theme is not None}
    found = {ref: known_theme(programmes, ref) for ref in chosen | set(plan.themes)}
    gone = (ref for ref, theme in found.items() if theme is None or theme.rolling)
    return held_themes(tx, plan).union(gone)


def queue(tx: Tx, deps: Deps, plan: Plan) -> Mapping[str, ThemeRef]:
    """Return the theme that each of the plan's occasions ahead is to have, by the occasion's id."""
    return themes_ahead(plan, tx.occasions.of_plan(plan.id), themes_out(tx, deps, plan))


def theme_of(tx: Tx, deps: Deps, plan: Plan, occasion: Occasion) -> ThemeRef | None:
    """Return the theme that the occasion has if it begins now."""
    return theme_now(plan, tx.occasions.of_plan(plan.id), themes_out(tx, deps, plan), occasion)


def known_theme(programmes: Iterable[Programme], ref: ThemeRef | None) -> Theme | None:
    """Return the theme, None where there is none, or where it is no longer in the files."""
    if ref is None:
        return None
    try:
        return theme_at(programmes, ref)
    except UnknownTheme:
        return None


def known_themes(deps: Deps, refs: Mapping[str, ThemeRef]) -> dict[str, Theme]:
    """Return the themes that are in the files, by the same keys."""
    programmes = deps.catalogue.programmes()
    found = {key: known_theme(programmes, ref) for key, ref in refs.items()}
    return {key: theme for key, theme in found.items() if theme is not None}


def refresh(tx: Tx, deps: Deps, team: Team) -> None:
    """Have every announcement, question and report that stands say what is true now.

    Of all plans of the team: what is held or given back of one, others may have in their queues.
    """
    for plan in tx.plans.of_team(team.id):
        occasions, themes = tx.occasions.of_plan(plan.id), queue(tx, deps, plan)
        for occasion in occasions:
            if tx.messages.has(announcement(occasion)):
                _announce(tx, deps, team, plan, occasion, themes.get(occasion.id, occasion.theme))
            answer(tx, deps, team, plan, occasion, asked=occasion)
        for day in sorted({each.reported for each in occasions if each.reported}):
            for manager in sorted(team.managers):
                if tx.messages.has(_report(team, day, manager)):
                    _tell(tx, team, day, manager)


def announce(tx: Tx, deps: Deps, team: Team, plan: Plan, occasion: Occasion) -> None:
    """Have the announcement stand in the team's channel."""
    _announce(tx, deps, team, plan, occasion, queue(tx, deps, plan).get(occasion.id))


def ask(tx: Tx, deps: Deps, team: Team, plan: Plan, occasion: Occasion) -> None:
    """Ask those who lead the team whether to open now."""
    view = _question(tx, deps, team, plan, occasion)
    for leader in sorted(leaders(team)):
        tx.messages.want(question(occasion, leader.user), team.tenant, leader.user, view)


def hand_over(tx: Tx, deps: Deps, before: Team, team: Team) -> None:
    """Ask those who lead now what others have been asked and not answered.

    What was missed long ago nobody is asked anew.
    """
    w = words(team.language)
    since = deps.clock.now().date() - ASKED_ANEW
    for plan in tx.plans.of_team(team.id):
        for occasion in tx.occasions.of_plan(plan.id):
            if occasion.state is OccasionState.ASKED:
                gone = leaders(before) - leaders(team)
                _replace(tx, [question(occasion, one.user) for one in gone], views.passed_on(w))
                ask(tx, deps, team, plan, occasion)
            day = occasion.reported
            if occasion.state is OccasionState.MISSED and day and day >= since:
                left = before.managers - team.managers
                _replace(tx, [_report(team, day, one) for one in left], views.passed_on(w))
                for manager in sorted(team.managers):
                    _tell(tx, team, day, manager)


def wished(tx: Tx, deps: Deps, team: Team) -> Mapping[ThemeRef, Theme]:
    """Return the themes that some in the team wish for, as they stand in the files."""
    programmes = deps.catalogue.programmes()
    refs = tx.wishes.wanted(team.id, FEWEST_WISHES)
    found = {ref: known_theme(programmes, ref) for ref in refs}
    return {ref: theme for ref, theme in found.items() if theme and not theme.rolling}


def answer(
    tx: Tx, deps: Deps, team: Team, plan: Plan, occasion: Occasion, *, asked: Occasion
) -> None:
    """Have what was asked of the occasion, as it was then, say what became of it."""
    people = sorted(team.managers | team.facilitators)
    standing = [one for one in people if tx.messages.has(question(asked, one.user))]
    view = _question(tx, deps, team, plan, occasion) if standing else None
    for one in standing:
        if view is not None:
            tx.messages.want(question(asked, one.user), team.tenant, one.user, view)


def miss(tx: Tx, deps: Deps, team: Team, occasion: Occasion, now: datetime) -> None:
    """Note that the occasion did not come about, and tell the managers in private.

    What is told on one day stands in one message. Of a plan that is gone nobody wants to know.
    """
    today, _ = local(now, occasion.timezone)
    kept = tx.plans.get(occasion.plan_id) is not None
    missed = occasion.to(
        OccasionState.MISSED, reported=today if kept else occasion.reported, session_id=""
    )
    tx.occasions.save(missed)
    unschedule(tx, missed)
    if kept:
        for manager in sorted(team.managers):
            _tell(tx, team, today, manager)
    refresh(tx, deps, team)


def hold(tx: Tx, deps: Deps, team: Team, session: Session) -> None:
    """Take a dialogue that was started as the team's occasion of that day, if there is one.

    Of several it is the nearest; across midnight, one that could still begin counts as well.
    """
    zone = team.timezone
    today, _ = local(session.started_at, zone)
    near = tx.occasions.of_team(team.id, today - timedelta(1), today + timedelta(1))
    fitting = [
        each
        for each in near
        if (local(each.starts_at, zone)[0] == today or _about(each, session.started_at))
        and each.state not in (OccasionState.HELD, OccasionState.SKIPPED)
    ]
    if fitting:
        nearest = min(fitting, key=lambda each: abs(each.starts_at - session.started_at))
        hold_at(tx, deps, team, nearest, session)
    else:
        refresh(tx, deps, team)  # its theme may have been announced


def hold_at(tx: Tx, deps: Deps, team: Team, occasion: Occasion, session: Session) -> None:
    """Note that the session is what the occasion came to be."""
    held = occasion.to(OccasionState.HELD, theme=session.theme, session_id=session.id)
    tx.occasions.save(held)
    unschedule(tx, held)
    refresh(tx, deps, team)


def fall_through(tx: Tx, deps: Deps, session: Session) -> None:
    """Give an occasion back whose dialogue was cancelled.

    Before its time it comes as it was planned; later it is missed, so that the managers are asked.
    """
    team = tx.teams.get(session.team_id)
    if session.state is not SessionState.CANCELLED or team is None:
        return
    occasion, now = tx.occasions.of_session(session.id), deps.clock.now()
    plan = tx.plans.get(occasion.plan_id) if occasion else None
    if occasion is None:
        refresh(tx, deps, team)  # its theme is to come again
    elif plan is None or occasion.starts_at <= now:
        miss(tx, deps, team, occasion, now)
    else:
        planned = occasion.to(OccasionState.PLANNED, theme=None, session_id="")
        tx.occasions.save(planned)
        schedule(tx, plan, planned)
        refresh(tx, deps, team)


def leaders(team: Team) -> frozenset[PersonKey]:
    """Return who is asked whether to open: the samtalsledare, else the managers."""
    return team.facilitators or team.managers


def announcement(occasion: Occasion) -> str:
    """Return the key of the occasion's message in the channel."""
    return f"occasion/{occasion.id}"


def question(occasion: Occasion, user: str) -> str:
    """Return the key of the question whether to open now.

    It has the time in it: moved, the occasion is asked about anew, in a message that is noticed.
    """
    return f"open/{occasion.id}/{occasion.starts_at:%Y%m%dT%H%M}/{user}"


def _question(tx: Tx, deps: Deps, team: Team, plan: Plan, occasion: Occasion) -> Note:
    held = occasion.state is OccasionState.HELD
    ref = occasion.theme if held else theme_of(tx, deps, plan, occasion)
    theme = known_theme(deps.catalogue.programmes(), ref)
    w = words(team.language)
    wishes = told([each for each in wished(tx, deps, team).values() if each != theme], w)
    return views.question(occasion, theme, w, wishes)


def _replace(tx: Tx, keys: Iterable[str], view: Note) -> None:
    """Have the messages that stand, of these keys, say this from now on."""
    for message in filter(None, map(tx.messages.get, sorted(keys))):
        tx.messages.want(message.key, message.tenant, message.conversation, view)


def _tell(tx: Tx, team: Team, day: date, manager: PersonKey) -> None:
    """Have what was missed, and told that day, stand with the manager in one message."""
    view = views.missed(team, tx.occasions.reported_on(team.id, day), words(team.language))
    tx.messages.want(_report(team, day, manager), team.tenant, manager.user, view)


def _report(team: Team, day: date, manager: PersonKey) -> str:
    return f"missed/{team.id}/{day}/{manager.user}"


def _about(occasion: Occasion, now: datetime) -> bool:
    return abs(occasion.starts_at - now) <= GRACE


def _announce(
    tx: Tx, deps: Deps, team: Team, plan: Plan, occasion: Occasion, ref: ThemeRef | None
) -> None:
    theme = known_theme(deps.catalogue.programmes(), ref)
    view = views.announcement(occasion, plan, ref, theme, words(team.language))
    tx.messages.want(announcement(occasion), team.tenant, team.channel, view)


def _due(tx: Tx, kind: DueKind, occasion: Occasion, at: datetime) -> None:
    tx.dues.schedule(Due(kind, occasion.id, str(occasion.revision), at))
