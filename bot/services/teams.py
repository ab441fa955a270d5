"""Setting up a team: who leads it, and how many can answer."""

from __future__ import annotations

import secrets

from bot.domain.people import PersonKey, Team, roster
from bot.domain.programme import ThemeRef
from bot.domain.request import Request
from bot.domain.session import Session
from bot.domain.themes import find_theme, theme_at
from bot.errors import ManagerNotMember, NobodyToAnswer, NotAChannel, NotAMember, TeamExists
from bot.locales import words
from bot.ports import Tx
from bot.services.deps import Deps, programmes_of
from bot.services.sessions import plan
from bot.views import setup
from bot.views.model import SetupForm


def theme_for_setup(deps: Deps, request: Request, wanted: str) -> ThemeRef:
    """Return the theme to start once the team is set up.

    Raises NotAChannel, NoThemes, UnknownTheme.
    """
    if request.is_private:
        raise NotAChannel
    return find_theme(programmes_of(deps), wanted)


def setup_form(
    deps: Deps, ref: ThemeRef, manager: PersonKey, count: int | None, meta: str
) -> SetupForm:
    """Return the form of the first time. `count` is None while the roster is being counted."""
    w = words(deps.terms.language)
    title = theme_at(deps.catalogue.programmes(), ref).title.get(w.language)
    return setup.setup_form(title, manager, count, meta, w)


def roster_size(deps: Deps, channel: str, manager: PersonKey) -> int:
    """Return how many in the channel could answer with this manager. Raises NotInChannel."""
    return len(roster(deps.platform.members(channel), frozenset([manager])))


def set_up(
    deps: Deps,
    request: Request,
    ref: ThemeRef,
    manager: PersonKey,
    facilitators: frozenset[PersonKey],
) -> Session:
    """Make the channel a team and take on its first dialogue: both, or nothing.

    Anybody in the channel who is no guest and no bot may do it, once; the names are shown in the
    channel with every dialogue. Whoever asks leads, as well as those chosen. Raises NotAChannel,
    NotInChannel, NotAMember, ManagerNotMember, NobodyToAnswer, TeamExists, SessionRunning,
    UnknownTheme, PlatformError.
    """
    if request.is_private:
        raise NotAChannel
    members = deps.platform.members(request.channel)
    full = {person.key for person in members if not person.is_bot and not person.is_guest}
    if request.actor not in full:
        raise NotAMember
    if manager not in full:
        raise ManagerNotMember
    if not roster(members, frozenset([manager])):
        raise NobodyToAnswer
    team = Team(
        id=secrets.token_hex(8),
        platform=request.actor.platform,
        tenant=request.actor.tenant,
        channel=request.channel,
        name=deps.platform.name(request.channel),
        language=deps.terms.language,
        timezone=deps.terms.timezone,
        managers=frozenset([manager]),
        facilitators=(facilitators & full | {request.actor}) - {manager},
    )
    return deps.commit(lambda tx: plan(tx, deps, _added(tx, team), request, ref))


def _added(tx: Tx, team: Team) -> Team:
    known = tx.teams.at(team.tenant, team.channel)
    if known is None:
        tx.teams.save(team)
        return team
    if (known.managers, known.facilitators) != (team.managers, team.facilitators):
        raise TeamExists
    return known
