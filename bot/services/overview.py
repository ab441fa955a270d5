"""What there is and what fits right now: menu, status, themes, previews, help, home."""

from __future__ import annotations

from bot.domain.people import PersonKey, Team
from bot.domain.programme import Programme, Theme, ThemeRef
from bot.domain.request import Request
from bot.domain.session import Session
from bot.domain.themes import find_theme, theme_at
from bot.errors import NoSession, UnknownTheme
from bot.locales import words
from bot.ports import Tx
from bot.services.deps import Deps, language_at, programmes_of, require_leader, team_of
from bot.services.invitations import mates_of
from bot.views import replies
from bot.views.board import step_name, theme_title
from bot.views.model import Button, Help, Menu, Note, ThemeList, ThemePreview


def menu(deps: Deps, request: Request) -> Menu:
    """Return what the person can do in the channel right now."""
    if request.is_private:
        return home(deps, request.actor)
    return deps.store.read(lambda tx: _running(tx, request)) or _idle(deps, request)


def status(deps: Deps, request: Request) -> Menu:
    """Return where the dialogue is. Raises NotAChannel, NoTeam, NoSession."""
    deps.store.read(lambda tx: team_of(tx, request))
    running = deps.store.read(lambda tx: _running(tx, request))
    if running is None:
        raise NoSession
    return running


def themes(deps: Deps, request: Request) -> ThemeList:
    """Return all themes. Raises NoThemes."""
    return replies.theme_list(
        programmes_of(deps), _may_start(deps, request), language_at(deps, request)
    )


def preview(deps: Deps, request: Request, wanted: str) -> ThemePreview:
    """Return a theme for the reader alone. Raises NoThemes, UnknownTheme."""
    programmes = programmes_of(deps)
    ref = find_theme(programmes, wanted)
    theme = theme_at(programmes, ref)
    return replies.preview(ref, theme, _may_start(deps, request), language_at(deps, request))


def starting(deps: Deps, request: Request, ref: ThemeRef) -> Note:
    """Say that a theme is being started."""
    w = language_at(deps, request)
    theme = theme_at(deps.catalogue.programmes(), ref)
    return replies.note(w, "reply-starting", title=theme_title(theme, w))


def moved(deps: Deps, request: Request, session: Session) -> Note:
    """Say where a session is after it was moved on."""
    w = language_at(deps, request)
    if not session.active:
        return over(deps, request, session)
    theme = deps.store.read(lambda tx: tx.scripts.get(session.theme_version).theme)
    return replies.note(w, "reply-next", step=step_name(theme.steps[session.step], w))


def over(deps: Deps, request: Request, session: Session) -> Note:
    """Say what follows now that a session is over. Raises NoSession for one without a round."""
    round = deps.store.read(lambda tx: tx.rounds.get(session.round_id))
    if round is None:
        raise NoSession
    return replies.over(session, round, language_at(deps, request))


def ask_cancel(deps: Deps, request: Request) -> Note:
    """Ask before a dialogue is thrown away. Raises NotAChannel, NoTeam, NotAllowed, NoSession."""

    def work(tx: Tx) -> Note:
        team = team_of(tx, request)
        require_leader(team, request)
        session = tx.sessions.active(team.id)
        round = tx.rounds.get(session.round_id) if session else None
        if session is None or round is None:
            raise NoSession
        return replies.ask_cancel(session, round, words(team.language))

    return deps.store.read(work)


def help_text(deps: Deps, request: Request) -> Help:
    """Return all commands."""
    return replies.help_view(language_at(deps, request))


def home(deps: Deps, person: PersonKey) -> Menu:
    """Return the app's home for a person."""
    led = deps.store.read(lambda tx: tx.teams.managed_by(person))
    return replies.home(led, words(led[0].language if led else deps.terms.language))


def back(deps: Deps) -> Button:
    """Return the way back to the home."""
    return replies.back(words(deps.terms.language))


def _running(tx: Tx, request: Request) -> Menu | None:
    team = _team(tx, request)
    session = tx.sessions.active(team.id) if team else None
    round = tx.rounds.get(session.round_id) if session else None
    if team is None or session is None or round is None:
        return None
    return replies.running(
        session,
        round,
        tx.scripts.get(session.theme_version).theme,
        team,
        team.may_lead(request.actor),
        words(team.language),
    )


def _idle(deps: Deps, request: Request) -> Menu:
    team = deps.store.read(lambda tx: _team(tx, request))
    last = deps.store.read(lambda tx: tx.sessions.ended(team.id))[:1] if team else ()
    programmes = deps.catalogue.programmes()
    return replies.menu(
        team,
        _known(programmes, last[0].theme) if last else None,
        _following(programmes, last[0].theme if last else None),
        _may_start(deps, request),
        language_at(deps, request),
        deps.store.read(lambda tx: _mates(tx, team)) if team else (),
    )


def _mates(tx: Tx, team: Team) -> tuple[str, ...]:
    """Return the names of the teams that answer together with the team."""
    return tuple(mate.name for mate in mates_of(tx, team) if mate.id != team.id)


def _following(
    programmes: tuple[Programme, ...], last: ThemeRef | None
) -> tuple[ThemeRef, Theme] | None:
    """Return the theme after the last one in its programme, the very first to begin with."""
    refs = [ThemeRef(programme=p.id, theme=t.id) for p in programmes for t in p.themes]
    after = refs.index(last) + 1 if last in refs else 0
    following = refs[after : after + 1]
    if not following or (last and following[0].programme != last.programme):
        return None
    return following[0], theme_at(programmes, following[0])


def _known(programmes: tuple[Programme, ...], ref: ThemeRef) -> Theme | None:
    try:
        return theme_at(programmes, ref)
    except UnknownTheme:
        return None


def _may_start(deps: Deps, request: Request) -> bool:
    """Whether the person could start a dialogue here: a leader, or anybody where none is yet."""
    if request.is_private or not request.channel:
        return False
    team = deps.store.read(lambda tx: _team(tx, request))
    return team is None or team.may_lead(request.actor)


def _team(tx: Tx, request: Request) -> Team | None:
    return tx.teams.at(request.actor.tenant, request.channel)
