"""Private answers to commands: help, themes, previews, and what fits right now."""

from __future__ import annotations

from bot.domain.commands import CommandKind, words_of
from bot.domain.people import Team
from bot.domain.programme import Component, Language, Programme, Theme, ThemeRef
from bot.domain.round import THRESHOLD, Round, RoundState
from bot.domain.session import Session, SessionState
from bot.errors import UserError
from bot.locales import Words
from bot.views.actions import Action
from bot.views.board import controls, step_name, theme_title
from bot.views.buttons import privacy_button
from bot.views.model import (
    Button,
    CommandLine,
    Confirm,
    Help,
    Menu,
    Note,
    PreviewQuestion,
    PreviewStep,
    ThemeLine,
    ThemeList,
    ThemePreview,
)
from bot.views.names import listed
from bot.views.times import moment

EVERYONE = (
    CommandKind.MENU,
    CommandKind.HELP,
    CommandKind.THEMES,
    CommandKind.SHOW,
    CommandKind.STATUS,
    CommandKind.PRIVACY,
    CommandKind.TEAM,
)
LEADERS = (
    CommandKind.START,
    CommandKind.NEXT,
    CommandKind.PAUSE,
    CommandKind.RESUME,
    CommandKind.EXTEND,
    CommandKind.STOP,
    CommandKind.CANCEL,
)
ARGUMENTS = {
    CommandKind.SHOW: "help-arg-theme",
    CommandKind.START: "help-arg-theme",
    CommandKind.EXTEND: "help-arg-minutes",
}


def note(w: Words, id: str, **params: str | int) -> Note:
    """Return a message of the locales as a note."""
    return Note(text=w(id, **params))


def error(problem: UserError, w: Words) -> Note:
    """Say what went wrong and what to do instead."""
    # Fluent cannot select on an empty text.
    params = {name: "none" if value == "" else value for name, value in problem.params.items()}
    return Note(text=w(f"error-{problem.code}", **params))


def help_view(w: Words) -> Help:
    """Return all commands with what they do."""
    return Help(
        title=w("help-title"),
        intro=w("help-intro"),
        groups=(
            (w("help-group-everyone"), tuple(_command(kind, w) for kind in EVERYONE)),
            (w("help-group-leaders"), tuple(_command(kind, w) for kind in LEADERS)),
        ),
        footer=w("help-footer"),
    )


def theme_list(programmes: tuple[Programme, ...], may_start: bool, w: Words) -> ThemeList:
    """Return every theme with a button that previews it, and one that starts it for leaders."""
    return ThemeList(
        title=programmes[0].title.get(w.language),
        intro=programmes[0].why.get(w.language),
        themes=tuple(
            _theme_line(programme, theme, may_start, w)
            for programme in programmes
            for theme in programme.themes
        ),
    )


def preview(ref: ThemeRef, theme: Theme, may_start: bool, w: Words) -> ThemePreview:
    """Return a theme as it will be run, for one reader."""
    return ThemePreview(
        title=theme_title(theme, w),
        intro=w("preview-intro", minutes=sum(step.minutes for step in theme.steps)),
        why=theme.why.get(w.language),
        steps_heading=w("preview-steps"),
        steps=tuple(
            PreviewStep(
                name=step_name(step, w),
                minutes=w("preview-minutes", count=step.minutes),
                text=step.text.get(w.language),
            )
            for step in theme.steps
        ),
        questions_heading=w("preview-questions") if theme.questions else "",
        questions=tuple(_question(c, theme, w) for c in Component if c in theme.questions),
        free_question=theme.free_question.get(w.language) if theme.free_question else "",
        buttons=(
            *((_start_button(ref, w("preview-start")),) if may_start else ()),
            Button(action=Action.THEMES, label=w("preview-all")),
        ),
    )


def menu(
    team: Team | None,
    last: Theme | None,
    following: tuple[ThemeRef, Theme] | None,
    may_start: bool,
    w: Words,
    mates: tuple[str, ...] = (),
) -> Menu:
    """Return what fits when no dialogue is going on.

    `mates` are the names of the teams that the team answers together with.
    """
    lines = [w("menu-idle", team=f"#{team.name}") if team else w("menu-no-team")]
    if last:
        lines.append(w("menu-last", title=theme_title(last, w)))
    if mates:
        lines.append(w("menu-pool", teams=listed(mates, w)))
    if following and team:
        lines.append(w("menu-next", title=theme_title(following[1], w)))
    if not may_start:
        lines.append(w("menu-idle-member"))
    start: tuple[Button, ...] = ()
    if following and may_start:
        label = w("menu-start", title=theme_title(following[1], w))
        start = (_start_button(following[0], label),)
    return Menu(
        title=w("menu-title"),
        lines=tuple(lines),
        buttons=(*start, *_always(w)),
    )


def running(
    session: Session, round: Round, theme: Theme, team: Team, may_lead: bool, w: Words
) -> Menu:
    """Return where the dialogue is, with what the reader can do about it."""
    lines = [
        w(
            "menu-running",
            title=theme_title(theme, w),
            step=session.step + 1,
            steps=len(theme.steps),
            name=step_name(theme.steps[session.step], w),
        ),
        _time_line(session, team, w),
    ]
    buttons: list[Button] = []
    if theme.asks_at(session.step):
        buttons.append(
            Button(action=Action.ANSWER, label=w("board-answer"), value=round.id, style="primary")
        )
        buttons.append(privacy_button(round.id, w))
    if may_lead:
        buttons += [*controls(session, round, w), _cancel_button(session, round, w)]
    return Menu(
        title=w("menu-title"),
        lines=tuple(line for line in lines if line),
        buttons=(*buttons, Button(action=Action.HELP, label=w("menu-help"))),
    )


def home(teams: tuple[Team, ...], w: Words) -> Menu:
    """Return the app's home: what the bot is for and where the reader leads."""
    led = w("home-teams", teams=", ".join(f"#{team.name}" for team in teams)) if teams else ""
    lines = (w("home-intro"), w("home-how"), led)
    return Menu(
        title=w("home-title"),
        lines=tuple(line for line in lines if line),
        buttons=(*_always(w), privacy_button("", w)),
        footer=w("home-anonymous", threshold=THRESHOLD),
    )


def back(w: Words) -> Button:
    """Return the button that leads back to the home."""
    return Button(action=Action.HOME, label=w("home-back"))


def ask_cancel(session: Session, round: Round, w: Words) -> Note:
    """Ask whether all answers are to be thrown away; those in a shared box are not."""
    sure = _cancel_button(session, round, w).model_copy(update={"confirm": None})
    asked = w("pool-ask-cancel" if round.pooled else "reply-ask-cancel")
    return Note(text=asked, buttons=(sure,))


def over(session: Session, round: Round, w: Words) -> Note:
    """Say what follows now that the dialogue is over."""
    if session.state is SessionState.CANCELLED:
        return note(w, "pool-reply-cancelled" if round.pooled else "reply-cancelled")
    waits = round.pooled and round.state is RoundState.OPEN
    return note(w, "pool-reply-over" if waits else "reply-over")


def _always(w: Words) -> tuple[Button, ...]:
    return (
        Button(action=Action.THEMES, label=w("menu-themes")),
        Button(action=Action.HELP, label=w("menu-help")),
    )


def _start_button(ref: ThemeRef, label: str) -> Button:
    return Button(action=Action.START, label=label, value=str(ref), style="primary")


def _cancel_button(session: Session, round: Round, w: Words) -> Button:
    shared = round.pooled
    return Button(
        action=Action.CANCEL,
        label=w("menu-cancel"),
        value=session.id,
        style="danger",
        confirm=Confirm(
            title=w("pool-cancel-title" if shared else "menu-cancel-title"),
            text=w("pool-cancel-text" if shared else "menu-cancel-text"),
            yes=w("pool-cancel-yes" if shared else "menu-cancel-yes"),
            no=w("pool-cancel-no" if shared else "menu-cancel-no"),
        ),
    )


def _command(kind: CommandKind, w: Words) -> CommandLine:
    typed = ["/apt", *words_of(kind)[Language(w.language)][:1]]
    if kind in ARGUMENTS:
        typed.append(w(ARGUMENTS[kind]))
    return CommandLine(command=" ".join(typed), what=w(f"help-{kind}"))


def _theme_line(programme: Programme, theme: Theme, may_start: bool, w: Words) -> ThemeLine:
    ref = ThemeRef(programme=programme.id, theme=theme.id)
    show = Button(
        action=Action.PREVIEW, label=w("themes-show", number=theme.number), value=str(ref)
    )
    start = Button(
        action=Action.START, label=w("themes-start", number=theme.number), value=str(ref)
    )
    return ThemeLine(
        title=theme_title(theme, w),
        why=theme.why.get(w.language),
        buttons=(show, start) if may_start else (show,),
    )


def _question(component: Component, theme: Theme, w: Words) -> PreviewQuestion:
    question = theme.questions[component]
    return PreviewQuestion(
        name=w(f"component-{component}"),
        question=question.text.get(w.language),
        ends=w(
            "summary-ends",
            low=question.low.get(w.language),
            high=question.high.get(w.language),
        ),
    )


def _time_line(session: Session, team: Team, w: Words) -> str:
    if session.remaining is not None:
        return w("board-paused", minutes=int(session.remaining.total_seconds()) // 60)
    times = [moment(at, team.timezone).text for at in session.ends() if at is not None]
    return w("menu-ends-at", time=times[0], end=times[-1])
