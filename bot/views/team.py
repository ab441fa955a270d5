"""The team's own page: who leads it, who sees the summary, and with whom it answers."""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain.continuity import ManagerRequest
from bot.domain.people import PersonKey, Team
from bot.domain.programme import Language
from bot.locales import Words
from bot.views import succession
from bot.views.actions import Action
from bot.views.board import people_of
from bot.views.model import Button, Confirm, Menu
from bot.views.names import channel_name, listed
from bot.views.setup import HIDDEN, SEES
from bot.views.window import choose_button, team_line


@dataclass(frozen=True)
class Surroundings:
    """What a team's page tells of others: names of teams.

    `mates` share the team's boxes, and of them `hiding` have chosen that only managers see the
    summary; `invited` are asked to join, `inviting` have asked the team. `busy` tells that a box
    of the team, or of one that it answers with, is open; `public` that anybody may read and join
    the team's channel. `asked` is somebody's request to become the manager.
    """

    mates: tuple[str, ...]
    hiding: tuple[str, ...]
    invited: tuple[str, ...]
    inviting: tuple[str, ...]
    busy: bool
    public: bool = False
    asked: ManagerRequest | None = None


def page(team: Team, around: Surroundings, reader: PersonKey, w: Words) -> Menu:
    """Return the page; only the manager can change anything on it."""
    manages = reader in team.managers
    lines = (
        w("team-sees" if team.team_sees else "team-hidden"),
        w("channel-public") if around.public else "",
        _sharing(team, around, w),
        team_line(team, w, pooled=bool(around.mates)),
        w("team-invited", teams=listed(around.invited, w)) if around.invited else "",
        w("team-inviting", teams=listed(around.inviting, w)) if around.inviting else "",
        w(f"team-language-{Language(team.language)}"),
        w("team-busy") if around.busy and manages else "",
        w("request-waiting") if around.asked else "",
    )
    return Menu(
        title=w("team-title", team=channel_name(team.name)),
        lines=tuple(line for line in lines if line),
        people=people_of(team, w),
        buttons=(
            *(_buttons(team, around, w) if manages else ()),
            *succession.buttons(team, reader, around.asked, w),
        ),
        footer="" if manages else w("team-footer"),
    )


def ways(team: Team | None, w: Words) -> tuple[Button, ...]:
    """Return the ways to what a team has had and will have."""
    if team is None:
        return ()
    return (
        Button(action=Action.PLAN, label=w("menu-plan")),
        Button(action=Action.RESULTS, label=w("menu-results"), value="0"),
    )


def _sharing(team: Team, around: Surroundings, w: Words) -> str:
    if not around.mates:
        return w("team-alone")
    shared = w("team-pooled", teams=listed(around.mates, w))
    if not (team.team_sees and around.hiding):
        return shared
    return f"{shared} {w('team-mates-hide', teams=listed(around.hiding, w))}"


def _buttons(team: Team, around: Surroundings, w: Words) -> tuple[Button, ...]:
    sharing: tuple[Button, ...] = ()
    if not around.busy:
        sharing = (
            Button(action=Action.POOL, label=w("team-pool"), value=team.id),
            *((_leave(team, around, w),) if around.mates else ()),
        )
    sees = _hide(team, w) if team.team_sees else _show(team, w)
    # A box that teams share has a time of its own.
    window = () if around.mates else (choose_button(team, w),)
    return (sees, *window, *sharing, *_languages(team, w))


def _languages(team: Team, w: Words) -> tuple[Button, ...]:
    """Return the ways to the languages that the texts are not in now."""
    return tuple(
        Button(
            action=Action.TEAM_LANGUAGE,
            label=w(f"team-choose-{language}"),
            value=f"{team.id} {language}",
        )
        for language in Language
        if language != team.language
    )


def _show(team: Team, w: Words) -> Button:
    return Button(
        action=Action.TEAM_SEES,
        label=w("team-show"),
        value=f"{team.id} {SEES}",
        confirm=Confirm(
            title=w("team-show-title"),
            text=w("team-show-text"),
            yes=w("team-show-yes"),
            no=w("team-show-no"),
        ),
    )


def _hide(team: Team, w: Words) -> Button:
    return Button(
        action=Action.TEAM_SEES,
        label=w("team-hide"),
        value=f"{team.id} {HIDDEN}",
        confirm=Confirm(
            title=w("team-hide-title"),
            text=w("team-hide-text"),
            yes=w("team-hide-yes"),
            no=w("team-hide-no"),
        ),
    )


def _leave(team: Team, around: Surroundings, w: Words) -> Button:
    return Button(
        action=Action.POOL_LEAVE,
        label=w("team-leave"),
        value=team.id,
        style="danger",
        confirm=Confirm(
            title=w("team-leave-title"),
            text=w("team-leave-text", teams=listed(around.mates, w)),
            yes=w("team-leave-yes"),
            no=w("team-leave-no"),
        ),
    )
