"""A team: set up once, and what its manager may change afterwards."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.domain.people import Person, PersonKey, Team, roster
from bot.domain.programme import Language, ThemeRef
from bot.domain.request import Request
from bot.domain.session import Session
from bot.domain.themes import find_theme, theme_at
from bot.domain.window import checked_days
from bot.errors import (
    ManagerNotMember,
    NobodyToAnswer,
    NotAChannel,
    NotAMember,
    PlatformError,
    TeamExists,
    UserError,
)
from bot.locales import words
from bot.ports import Tx
from bot.services.deps import Deps, managed_team, programmes_of, team_of
from bot.services.invitations import mates_of
from bot.services.pools import busy
from bot.services.sessions import plan
from bot.views import setup
from bot.views import team as team_view
from bot.views import window as window_view
from bot.views.model import Menu, SetupForm
from bot.views.team import Surroundings


def theme_for_setup(deps: Deps, request: Request, wanted: str) -> ThemeRef:
    """Return the theme to start once the team is set up.

    Raises NotAChannel, NoThemes, UnknownTheme.
    """
    if request.is_private:
        raise NotAChannel
    return find_theme(programmes_of(deps), wanted)


def setup_form(
    deps: Deps,
    ref: ThemeRef | None,
    manager: PersonKey,
    count: int | None,
    meta: str,
    *,
    public: bool = False,
) -> SetupForm:
    """Return the form of the first time. `count` is None while the roster is being counted.

    Without a theme the form saves the team and starts nothing. `public` is what `open_to_all` says.
    """
    w = words(deps.terms.language)
    theme = theme_at(deps.catalogue.programmes(), ref) if ref else None
    title = theme.title.get(w.language) if theme else ""
    return setup.setup_form(title, manager, count, meta, w, public=public)


def roster_size(deps: Deps, channel: str, manager: PersonKey) -> int:
    """Return how many in the channel could answer with this manager. Raises NotInChannel."""
    return len(roster(deps.platform.members(channel), frozenset([manager])))


def open_to_all(deps: Deps, channel: str) -> bool:
    """Whether the channel is known to be one that anybody in the workspace may read and join."""
    try:
        return deps.platform.open_to_all(channel)
    except (UserError, PlatformError):
        return False


def set_up(
    deps: Deps,
    request: Request,
    ref: ThemeRef | None,
    manager: PersonKey,
    facilitators: frozenset[PersonKey],
    *,
    team_sees: bool = True,
) -> Session | None:
    """Make the channel a team and take on its first dialogue, if there is one: both, or nothing.

    Anybody in the channel who is no guest and no bot may do it, once; the names are shown in the
    channel with every dialogue. Whoever asks leads, as well as those chosen. Raises NotAChannel,
    NotInChannel, NotAMember, ManagerNotMember, NobodyToAnswer, TeamExists, SessionRunning,
    UnknownTheme, PlatformError.
    """
    if request.is_private:
        raise NotAChannel
    may_lead = _who_may_lead(deps.platform.members(request.channel), request.actor, manager)
    team = Team(
        id=secrets.token_hex(8),
        platform=request.actor.platform,
        tenant=request.actor.tenant,
        channel=request.channel,
        name=deps.platform.name(request.channel),
        language=deps.terms.language,
        timezone=deps.terms.timezone,
        managers=frozenset([manager]),
        facilitators=(facilitators & may_lead | {request.actor}) - {manager},
        team_sees=team_sees,
    )

    def work(tx: Tx) -> Session | None:
        added = _added(tx, team)
        return plan(tx, deps, added, request, ref) if ref else None

    return deps.commit(work)


def _who_may_lead(
    members: Iterable[Person], actor: PersonKey, manager: PersonKey
) -> frozenset[PersonKey]:
    """Return those in the channel who may lead it, the two among them.

    Raises NotAMember, ManagerNotMember, NobodyToAnswer.
    """
    people = tuple(members)
    full = frozenset(each.key for each in people if not each.is_bot and not each.is_guest)
    if actor not in full:
        raise NotAMember
    if manager not in full:
        raise ManagerNotMember
    if not roster(people, frozenset([manager])):
        raise NobodyToAnswer
    return full


def page(deps: Deps, request: Request) -> Menu:
    """Return the team's page, for anybody in the channel. Raises NotAChannel, NoTeam."""
    public = not request.is_private and open_to_all(deps, request.channel)
    return deps.store.read(lambda tx: _page(tx, team_of(tx, request), request, public))


def show_to_team(deps: Deps, request: Request, team_id: str, *, sees: bool) -> Menu:
    """Say whether the team sees the same summary as its manager, from the next round on.

    A round that is open keeps its terms. Raises UnknownTeam, ManagerOnly.
    """
    public = open_to_all(deps, request.channel)

    def work(tx: Tx) -> Menu:
        team = replace(managed_team(tx, request, team_id), team_sees=sees)
        tx.teams.save(team)
        return _page(tx, team, request, public)

    return deps.commit(work)


def window(deps: Deps, request: Request, team_id: str) -> Menu:
    """Return how long the team's boxes can be open. Raises UnknownTeam, ManagerOnly."""

    def work(tx: Tx) -> Menu:
        team = managed_team(tx, request, team_id)
        return window_view.choices(team, words(team.language))

    return deps.store.read(work)


def keep_open(deps: Deps, request: Request, team_id: str, days: int | None) -> Menu:
    """Say how long the team's boxes stay open after the dialogue, from the next round on.

    A round that is open keeps its time. Raises UnknownTeam, ManagerOnly, ValueError for days that
    can't be chosen.
    """
    public = open_to_all(deps, request.channel)

    def work(tx: Tx) -> Menu:
        team = replace(managed_team(tx, request, team_id), answer_days=checked_days(days))
        tx.teams.save(team)
        return _page(tx, team, request, public)

    return deps.commit(work)


def speak(deps: Deps, request: Request, team_id: str, language: Language) -> Menu:
    """Say which language the team's texts are in, from the next message on.

    Raises UnknownTeam, ManagerOnly.
    """
    public = open_to_all(deps, request.channel)

    def work(tx: Tx) -> Menu:
        team = replace(managed_team(tx, request, team_id), language=language.value)
        tx.teams.save(team)
        return _page(tx, team, request, public)

    return deps.commit(work)


def _page(tx: Tx, team: Team, request: Request, public: bool) -> Menu:
    teams = mates_of(tx, team)
    mates = [mate for mate in teams if mate.id != team.id]
    around = Surroundings(
        mates=_names(mates),
        hiding=_names([mate for mate in mates if not mate.team_sees]),
        invited=_names([tx.teams.get(each) for each in tx.teams.invited(team.id)]),
        inviting=_names([tx.teams.get(each) for each in tx.teams.inviting(team.id)]),
        busy=busy(tx, teams),
        public=public,
        asked=tx.requests.of_team(team.id),
    )
    return team_view.page(team, around, request.actor, words(team.language))


def _names(teams: Sequence[Team | None]) -> tuple[str, ...]:
    return tuple(team.name for team in teams if team is not None)


def _added(tx: Tx, team: Team) -> Team:
    known = tx.teams.at(team.tenant, team.channel)
    if known is None:
        tx.teams.save(team)
        return team
    if _chosen(known) != _chosen(team):
        raise TeamExists
    return known


def _chosen(team: Team) -> tuple[frozenset[PersonKey], frozenset[PersonKey], bool]:
    """Return what the form asks for."""
    return team.managers, team.facilitators, team.team_sees
