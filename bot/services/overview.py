"""What there is and what fits right now: menu, status, themes, previews, help, home."""

from __future__ import annotations

from contextlib import suppress

from bot.domain.paths import find_programme, following, meant
from bot.domain.people import PersonKey, Team
from bot.domain.programme import ThemeRef
from bot.domain.request import Request
from bot.domain.round import Round
from bot.domain.session import Session, SessionState
from bot.domain.themes import theme_at
from bot.errors import NoSession, UnknownName, UnknownTheme
from bot.locales import Words, words
from bot.ports import Tx
from bot.services import adaptations, agenda, boxes, commitments, evaluation
from bot.services.deps import (
    Deps,
    held_of,
    language_at,
    programmes_of,
    require_leader,
    team_of,
    today_of,
    words_of,
)
from bot.services.invitations import mates_of
from bot.services.occasions import in_sight
from bot.services.sessions import held_at
from bot.views import programmes, replies
from bot.views.actions import Action
from bot.views.adaptation import write_button
from bot.views.board import step_name, theme_title
from bot.views.commitments import list_button
from bot.views.evaluation import Coming, look_back
from bot.views.help import help_view
from bot.views.model import Button, Help, Menu, Note, Sheet, ThemeList, ThemePreview
from bot.views.team import ways


def menu(deps: Deps, request: Request) -> Menu:
    """Return what the person can do in the channel right now."""
    if request.is_private:
        return home(deps, request.actor)

    def work(tx: Tx) -> Menu:
        found = _running(tx, request) or _idle(tx, deps, request, _team(tx, request))
        return _for_reader(tx, found, request.actor)

    return deps.store.read(work)


def status(deps: Deps, request: Request) -> Menu:
    """Return where the dialogue is, or what comes next and what can be done until then.

    Raises NotAChannel, NoTeam.
    """

    def work(tx: Tx) -> Menu:
        team = team_of(tx, request)
        found = _running(tx, request) or _resting(tx, deps, request, team)
        titled = found.model_copy(update={"title": words(team.language)("status-title")})
        return _for_reader(tx, titled, request.actor)

    return deps.store.read(work)


def themes(deps: Deps, request: Request, wanted: str = "") -> ThemeList | Sheet | ThemePreview:
    """Return the programmes, or the themes of the one that is named or is alone.

    A theme that is named instead is shown. Raises NoThemes, UnknownName.
    """
    every = programmes_of(deps)
    team = deps.store.read(lambda tx: _team(tx, request))
    w, may_start = words_of(deps, team), _may_start(request, team)
    if not wanted.strip():
        if len(every) > 1:
            return programmes.programme_list(every, w)
        return programmes.theme_list(every[0], may_start, w, alone=True)
    try:
        found = find_programme(every, wanted)
    except UnknownName:
        with suppress(UnknownTheme):
            return preview(deps, request, wanted)
        raise
    return programmes.theme_list(found, may_start, w, alone=len(every) == 1)


def preview(deps: Deps, request: Request, wanted: str) -> ThemePreview:
    """Return a theme for the reader alone. Raises NoThemes, UnknownTheme."""
    every = programmes_of(deps)
    ref = meant(every, held_at(deps, request), wanted)
    team = deps.store.read(lambda tx: _team(tx, request))
    theme, may_start = theme_at(every, ref), _may_start(request, team)
    return programmes.preview(ref, theme, may_start, words_of(deps, team))


def stuck(deps: Deps, request: Request, session_id: str) -> Sheet:
    """Return what a leader can say when the talk stands still. Raises NoSession, NotAllowed."""

    def work(tx: Tx) -> Sheet:
        session = tx.sessions.get(session_id)
        team = tx.teams.get(session.team_id) if session else None
        if session is None or team is None:
            raise NoSession
        require_leader(team, request)
        return programmes.stuck(tx.scripts.get(session.theme_version).theme, words(team.language))

    return deps.store.read(work)


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
    """Say what follows now that a session is over. Raises NoSession for one that never began."""
    round = deps.store.read(lambda tx: _box(tx, session))
    w = language_at(deps, request)
    said = replies.over(session, round, w)
    coming = following(deps.catalogue.programmes(), held_at(deps, request))
    if session.state is not SessionState.ENDED or not coming or not coming[1].evaluation:
        return said
    told = look_back(coming[1], w)
    return said.model_copy(update={"text": f"{said.text}\n\n{told}"})


def ask_cancel(deps: Deps, request: Request) -> Note:
    """Ask before a dialogue is thrown away. Raises NotAChannel, NoTeam, NotAllowed, NoSession."""

    def work(tx: Tx) -> Note:
        team = team_of(tx, request)
        require_leader(team, request)
        session = tx.sessions.active(team.id)
        if session is None:
            raise NoSession
        return replies.ask_cancel(session, _box(tx, session), words(team.language))

    return deps.store.read(work)


def help_text(deps: Deps, request: Request) -> Help:
    """Return all commands."""
    return help_view(language_at(deps, request))


def home(deps: Deps, person: PersonKey) -> Menu:
    """Return the app's home for a person."""
    every = deps.catalogue.programmes()

    def work(tx: Tx) -> Menu:
        led = tx.teams.managed_by(person)
        w = words_of(deps, led[0] if led else None)
        return replies.home(
            led,
            w,
            programmes.extras(every, w),
            boxes.of_person(tx, person, w),
            quiet=bool(tx.quiet.among([person])),
        )

    return deps.store.read(work)


def back(deps: Deps) -> Button:
    """Return the way back to the home."""
    return replies.back(words(deps.terms.language))


def _running(tx: Tx, request: Request) -> Menu | None:
    team = _team(tx, request)
    session = tx.sessions.active(team.id) if team else None
    if team is None or session is None or session.state is SessionState.PLANNED:
        return None
    return replies.running(
        session,
        _box(tx, session),
        tx.scripts.get(session.theme_version).theme,
        team,
        team.may_lead(request.actor),
        words(team.language),
        boxes.of_team(tx, team),
    )


def _for_reader(tx: Tx, menu: Menu, reader: PersonKey) -> Menu:
    """Return the menu without the way to answer where the reader is not among those who can."""

    def fits(button: Button) -> bool:
        if button.action != Action.ANSWER:
            return True
        round = tx.rounds.get(button.value)
        return round is not None and reader in round.roster

    return menu.model_copy(update={"buttons": tuple(filter(fits, menu.buttons))})


def _box(tx: Tx, session: Session) -> Round | None:
    """Return the session's round, None where nothing is answered.

    Raises NoSession for a dialogue that should have had one: it never began.
    """
    if tx.scripts.get(session.theme_version).theme.answer_step is None:
        return None
    round = tx.rounds.get(session.round_id)
    if round is None:
        raise NoSession
    return round


def _idle(tx: Tx, deps: Deps, request: Request, team: Team | None) -> Menu:
    """Return what can be done when no dialogue is going on; without a team, how to get one."""
    every, w = deps.catalogue.programmes(), words_of(deps, team)
    held = held_of(tx, team) if team else ()
    left = evaluation.left(tx, deps, team) if team else None
    idle = replies.menu(
        team,
        agenda.known_theme(every, held[0]) if held else None,
        _coming(left, following(every, held)),
        _may_start(request, team),
        w,
        _mates(tx, team) if team else (),
        (
            *(_log_offer(tx, request, team, w) if team else ()),
            *ways(team, w),
            *([list_button(commitments.due(tx, deps, team), w)] if team else ()),
            *programmes.extras(every, w),
        ),
    )
    return replies.with_boxes(idle, boxes.of_team(tx, team) if team else (), w)


def _resting(tx: Tx, deps: Deps, request: Request, team: Team) -> Menu:
    """Return the idle menu, headed by what comes next of what is planned."""
    ahead = next((each for each in in_sight(tx, team, deps.clock.now()) if each.ahead), None)
    paused = any(plan.paused for plan in tx.plans.of_team(team.id))
    idle, w = _idle(tx, deps, request, team), words(team.language)
    return replies.resting(idle, team, ahead, today_of(deps, team), w, paused=paused)


def _coming(*offered: Coming | None) -> tuple[Coming, ...]:
    """Return what is offered, each theme once."""
    return tuple({each[0]: each for each in offered if each}.values())


def _log_offer(tx: Tx, request: Request, team: Team, w: Words) -> tuple[Button, ...]:
    """Return the way to write of the latest dialogue, for a leader when nothing is written yet."""
    latest = adaptations.unwritten(tx, team) if team.may_lead(request.actor) else None
    return (write_button(latest.id, w("log-offer")),) if latest else ()


def _mates(tx: Tx, team: Team) -> tuple[str, ...]:
    """Return the names of the teams that answer together with the team."""
    return tuple(mate.name for mate in mates_of(tx, team) if mate.id != team.id)


def _may_start(request: Request, team: Team | None) -> bool:
    """Whether the person could start a dialogue here: a leader, or anybody where none is yet."""
    if request.is_private or not request.channel:
        return False
    return team is None or team.may_lead(request.actor)


def _team(tx: Tx, request: Request) -> Team | None:
    return tx.teams.at(request.actor.tenant, request.channel)
