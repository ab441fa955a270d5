"""Wishes for themes: from anybody in the team, told of when some have the same, never whose.

What is kept of a wish is a mark that only the secret beside the keys can make again, and a month.
It is forgotten when the team has had the theme, and within twelve months.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.domain.continuity import forgotten_at, full_members, month_of, wish_token
from bot.domain.due import Due, DueKind
from bot.domain.paths import following
from bot.domain.people import PersonKey, Team
from bot.domain.programme import Programme, Theme, ThemeRef
from bot.domain.request import Request
from bot.domain.themes import find_theme, theme_at
from bot.errors import LeadsAlready, NothingPlanned, OnlyMembers
from bot.locales import words
from bot.ports import Tx
from bot.services import planning, year
from bot.services.deps import Deps, held_of, led_team, programmes_of, team_of
from bot.services.sessions import require_dialogue
from bot.views import wishes as views
from bot.views.model import Note, Sheet


def page(deps: Deps, request: Request) -> Sheet:
    """Return what can be wished for, and the person's own wishes.

    Raises NotAChannel, NoTeam, NoThemes, LeadsAlready.
    """
    programmes = programmes_of(deps)

    def work(tx: Tx) -> Sheet:
        team = _team_of_wisher(tx, request)
        own = _own(tx, deps, programmes, team, request.actor)
        offered = _offered(tx, programmes, team)
        rest = {ref: theme for ref, theme in offered.items() if ref not in own}
        return views.page(own, rest, words(team.language))

    return deps.store.read(work)


def find(deps: Deps, wanted: str) -> ThemeRef:
    """Return the theme that is meant. Raises NoThemes, UnknownTheme."""
    return find_theme(programmes_of(deps), wanted)


def wish(deps: Deps, request: Request, ref: ThemeRef) -> Note:
    """Keep that the person wishes for the theme, once however often it is said.

    Raises NotAChannel, NoTeam, LeadsAlready, UnknownTheme, RollingTheme, OnlyMembers, NotInChannel,
    PlatformError.
    """
    theme = theme_at(programmes_of(deps), ref)
    team = deps.store.read(lambda tx: _team_of_wisher(tx, request))
    require_dialogue(theme, team.language)
    if request.actor not in full_members(deps.platform.members(team.channel)):
        raise OnlyMembers
    month = month_of(deps.clock.now())

    def work(tx: Tx) -> Note:
        team = _team_of_wisher(tx, request)
        tx.wishes.put(team.id, ref, _token(deps, team, ref, request.actor), month)
        due = Due(DueKind.WISHES, "all", month.isoformat(), forgotten_at(month))
        tx.dues.schedule(due)
        return views.wished(ref, theme, words(team.language))

    return deps.commit(work)


def take_back(deps: Deps, request: Request, ref: ThemeRef) -> Note:
    """Forget the person's wish; there need not be one. Raises NotAChannel, NoTeam."""

    def work(tx: Tx) -> Note:
        team = team_of(tx, request)
        tx.wishes.remove(team.id, ref, _token(deps, team, ref, request.actor))
        return views.taken_back(words(team.language))

    return deps.commit(work)


def take_next(deps: Deps, request: Request, occasion_id: str, ref: ThemeRef) -> Sheet:
    """Give the next occasion the theme that is wished for, and return the plan as it is then.

    `occasion_id` is the one that was the next when the button was shown. Raises UnknownOccasion,
    NotAllowed, OccasionOver, NothingPlanned, UnknownTheme, RollingTheme.
    """
    theme = theme_at(programmes_of(deps), ref)
    occasion = deps.store.read(lambda tx: tx.occasions.get(occasion_id))
    if occasion is None:
        raise NothingPlanned
    team = deps.store.read(lambda tx: led_team(tx, request, occasion.team_id))
    require_dialogue(theme, team.language)
    planning.change(deps, request, occasion.id, occasion.day, occasion.at, ref)
    return year.page_of(deps, request, team.id)


def forget(deps: Deps, month: str) -> None:
    """Forget the wishes of a month, named as its due thing is, and of those before it."""
    deps.store.write(lambda tx: tx.wishes.forget_until(date.fromisoformat(month)))


def _team_of_wisher(tx: Tx, request: Request) -> Team:
    """Return the channel's team. Raises NotAChannel, NoTeam, LeadsAlready.

    Whoever leads could subtract the own wish, and a helper's, from the few that are told of.
    """
    team = team_of(tx, request)
    if team.may_lead(request.actor):
        raise LeadsAlready
    return team


def _offered(tx: Tx, programmes: Sequence[Programme], team: Team) -> dict[ThemeRef, Theme]:
    """Return what the team's programme has left: others are wished for by their names."""
    held = held_of(tx, team)
    start = following(programmes, held)
    if start is None:
        return {}
    programme = next(each for each in programmes if each.id == start[0].programme)
    refs = {ThemeRef(programme=programme.id, theme=each.id): each for each in programme.dialogues}
    return {ref: theme for ref, theme in refs.items() if ref not in held and not theme.evaluation}


def _own(
    tx: Tx, deps: Deps, programmes: Sequence[Programme], team: Team, person: PersonKey
) -> dict[ThemeRef, Theme]:
    """Return what the person wishes for: all marks that could be the person's are tried."""
    themes = {
        ThemeRef(programme=each.id, theme=theme.id): theme
        for each in programmes
        for theme in each.dialogues
    }
    own = tx.wishes.among(team.id, [_token(deps, team, ref, person) for ref in themes])
    return {ref: theme for ref, theme in themes.items() if ref in own}


def _token(deps: Deps, team: Team, ref: ThemeRef, person: PersonKey) -> bytes:
    return wish_token(deps.wish_secret, team.id, ref, person)
