"""What every use case is given: the ports and the terms of this installation."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from random import Random, SystemRandom
from secrets import token_bytes
from typing import TypeVar

from bot.domain.feed import Feed
from bot.domain.people import PersonKey, Team
from bot.domain.programme import Programme, ThemeRef
from bot.domain.recurrence import local
from bot.domain.request import Request
from bot.domain.rollup import Area
from bot.errors import ManagerOnly, NotAChannel, NotAllowed, NoTeam, NoThemes, UnknownTeam
from bot.locales import Words, words
from bot.ports import BoxOpener, Catalogue, Clock, Drafter, KeyVault, Platform, Store, Tx

T = TypeVar("T")


@dataclass(frozen=True)
class Terms:
    """The defaults of a new team, and from how many answers comments are shown (6–30)."""

    language: str = "sv"
    timezone: str = "Europe/Stockholm"
    quote_threshold: int = 10


@dataclass(frozen=True)
class Deps:
    """The world as the services see it. `wake` tells the outbox that there may be work.

    `rng` draws cards; nothing that must stay secret comes from it. `feed` is where calendars are
    served, None where they are not. `areas` returns the areas as they are set up now.
    `admins` look after the bot; wishes are marked with `wish_secret`. `drafter` is the language
    model that reads comments, None where there is none.
    """

    clock: Clock
    store: Store
    vault: KeyVault
    catalogue: Catalogue
    platform: Platform
    open_box: BoxOpener
    terms: Terms
    wake: Callable[[], None]
    rng: Random = field(default_factory=SystemRandom)
    feed: Feed | None = None
    admins: frozenset[PersonKey] = frozenset()
    wish_secret: bytes = field(default_factory=partial(token_bytes, 32), repr=False)
    areas: Callable[[], tuple[Area, ...]] = lambda: ()
    drafter: Drafter | None = None

    def commit(self, work: Callable[[Tx], T]) -> T:
        """Run `work` in a transaction, and have what it wants shown sent."""
        result = self.store.write(work)
        self.wake()
        return result


def programmes_of(deps: Deps) -> tuple[Programme, ...]:
    """Return the programmes, at least one. Raises NoThemes."""
    programmes = deps.catalogue.programmes()
    if not programmes:
        raise NoThemes
    return programmes


def team_of(tx: Tx, request: Request) -> Team:
    """Return the team of the request's channel. Raises NotAChannel, NoTeam."""
    if request.is_private:
        raise NotAChannel
    team = tx.teams.at(request.actor.tenant, request.channel)
    if team is None:
        raise NoTeam
    return team


def team_at(tx: Tx, team_id: str) -> Team:
    """Return the team that a button or a form names. Raises UnknownTeam."""
    team = tx.teams.get(team_id)
    if team is None:
        raise UnknownTeam
    return team


def managed_team(tx: Tx, request: Request, team_id: str) -> Team:
    """Return the team that a button names, for its manager. Raises UnknownTeam, ManagerOnly."""
    team = team_at(tx, team_id)
    if request.actor not in team.managers:
        raise ManagerOnly
    return team


def led_team(tx: Tx, request: Request, team_id: str) -> Team:
    """Return the team that a button names, for who leads it. Raises UnknownTeam, NotAllowed."""
    team = team_at(tx, team_id)
    require_leader(team, request)
    return team


def require_leader(team: Team, request: Request) -> None:
    """Raise NotAllowed unless the request comes from the team's manager or samtalsledare."""
    if not team.may_lead(request.actor):
        raise NotAllowed


def today_of(deps: Deps, team: Team) -> date:
    """Return the day that it is where the team is."""
    return local(deps.clock.now(), team.timezone)[0]


def language_at(deps: Deps, request: Request) -> Words:
    """Return the words of the team in the channel, or of the installation where there is none."""
    return words_of(
        deps, deps.store.read(lambda tx: tx.teams.at(request.actor.tenant, request.channel))
    )


def words_of(deps: Deps, team: Team | None) -> Words:
    """Return the words of the team, or of the installation where there is none."""
    return words(team.language if team else deps.terms.language)


def held_of(tx: Tx, team: Team) -> tuple[ThemeRef, ...]:
    """Return the themes of the team's dialogues that have ended, the latest first."""
    return tuple(session.theme for session in tx.sessions.ended(team.id))
