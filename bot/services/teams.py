"""Setting up a team: who leads it, and how many can answer."""

from __future__ import annotations

import secrets

from bot.domain.people import PersonKey, Team, roster
from bot.domain.programme import ThemeRef
from bot.domain.request import Request
from bot.domain.themes import find_theme, theme_at
from bot.errors import ManagerNotMember, NotAChannel, NotAMember, TeamExists
from bot.locales import words
from bot.ports import Tx
from bot.services.deps import Deps, programmes_of
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
    manager: PersonKey,
    facilitators: frozenset[PersonKey],
) -> Team:
    """Make the channel a team. The same set-up delivered twice is one.

    Anybody in the channel who is no guest and no bot may do it, once; the names are shown in the
    channel with every dialogue. Raises NotAChannel, NotInChannel, NotAMember, ManagerNotMember,
    TeamExists.
    """
    if request.is_private:
        raise NotAChannel
    people = {p.key: p for p in deps.platform.members(request.channel)}
    asking = people.get(request.actor)
    if asking is None or asking.is_guest or asking.is_bot:
        raise NotAMember
    chosen = people.get(manager)
    if chosen is None or chosen.is_bot or chosen.is_guest:
        raise ManagerNotMember
    humans = frozenset(key for key in facilitators if key in people and not people[key].is_bot)
    team = Team(
        id=secrets.token_hex(8),
        platform=request.actor.platform,
        tenant=request.actor.tenant,
        channel=request.channel,
        name=deps.platform.name(request.channel),
        language=deps.terms.language,
        timezone=deps.terms.timezone,
        managers=frozenset([manager]),
        facilitators=humans or frozenset([request.actor]) - {manager},
    )
    return deps.store.write(lambda tx: _add(tx, team))


def _add(tx: Tx, team: Team) -> Team:
    known = tx.teams.at(team.tenant, team.channel)
    if known is None:
        tx.teams.save(team)
        return team
    if (known.managers, known.facilitators) != (team.managers, team.facilitators):
        raise TeamExists
    return known
