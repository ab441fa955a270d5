"""Private answers to commands: what fits right now, the home, and what is said in a line."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.domain.people import Team
from bot.domain.plan import Occasion
from bot.domain.programme import Theme, ThemeRef
from bot.domain.round import THRESHOLD, Round, RoundState
from bot.domain.session import Session, SessionState
from bot.errors import UserError
from bot.locales import Words
from bot.views.actions import Action
from bot.views.adaptation import write_button
from bot.views.board import controls, step_name, theme_title
from bot.views.buttons import privacy_button
from bot.views.evaluation import Coming, next_line
from bot.views.model import Button, Confirm, Menu, Note
from bot.views.names import listed
from bot.views.plan import when
from bot.views.reminder import switch_button
from bot.views.times import moment
from bot.views.window import OpenBox, box_buttons, box_lines, open_after, own_lines


def note(w: Words, id: str, **params: str | int) -> Note:
    """Return a message of the locales as a note."""
    return Note(text=w(id, **params))


def error(problem: UserError, w: Words) -> Note:
    """Say what went wrong and what to do instead."""
    # Fluent cannot select on an empty text.
    params = {name: "none" if value == "" else value for name, value in problem.params.items()}
    return Note(text=w(f"error-{problem.code}", **params))


def menu(
    team: Team | None,
    last: Theme | None,
    coming: Sequence[Coming],
    may_start: bool,
    w: Words,
    mates: tuple[str, ...] = (),
    extras: tuple[Button, ...] = (),
) -> Menu:
    """Return what fits when no dialogue is going on.

    `coming` is what can be held next, what fits best first. `mates` are the names of the teams that
    the team answers together with, `extras` what else there is to do.
    """
    lines = [w("menu-idle", team=f"#{team.name}") if team else w("menu-no-team")]
    if last:
        lines.append(w("menu-last", title=theme_title(last, w)))
    if mates:
        lines.append(w("menu-pool", teams=listed(mates, w)))
    if team:
        lines += [next_line(theme, w) for _, theme in coming]
    if not may_start:
        lines.append(w("menu-idle-member"))
    start = [
        start_button(ref, w("menu-start", title=theme_title(theme, w))) for ref, theme in coming
    ]
    return Menu(
        title=w("menu-title"),
        lines=tuple(lines),
        buttons=(*(start if may_start else ()), *_always(w), *extras),
    )


def running(
    session: Session,
    round: Round | None,
    theme: Theme,
    team: Team,
    may_lead: bool,
    w: Words,
    boxes: tuple[OpenBox, ...] = (),
) -> Menu:
    """Return where the dialogue is, with what the reader can do about it.

    `boxes` are those of earlier dialogues that are open still.
    """
    lines = [
        w(
            "menu-running",
            title=theme_title(theme, w),
            step=session.step + 1,
            steps=len(theme.steps),
            name=step_name(theme.steps[session.step], w),
        ),
        _time_line(session, team, w),
        *box_lines(boxes, w),
    ]
    buttons: list[Button] = []
    if round is not None and theme.asks_at(session.step):
        buttons.append(
            Button(action=Action.ANSWER, label=w("board-answer"), value=round.id, style="primary")
        )
        buttons.append(privacy_button(round.id, w))
    buttons += box_buttons(boxes, w)
    if may_lead:
        buttons += [*controls(session, round, theme, w), _cancel_button(session, round, w)]
    return Menu(
        title=w("menu-title"),
        lines=tuple(line for line in lines if line),
        buttons=(*buttons, Button(action=Action.HELP, label=w("menu-help"))),
    )


def resting(
    idle: Menu, team: Team, ahead: Occasion | None, today: date, w: Words, *, paused: bool
) -> Menu:
    """Return the idle menu as a status: above all else that no dialogue is on, and what comes."""
    if ahead is None:
        said = w("status-nothing")
    elif paused:
        said = w("status-paused")
    else:
        said = w("status-next", when=when(ahead, w, year=ahead.day.year != today.year))
    known = w("menu-idle", team=f"#{team.name}")
    return idle.model_copy(
        update={"lines": (said, *(each for each in idle.lines if each != known))}
    )


def with_boxes(menu: Menu, boxes: tuple[OpenBox, ...], w: Words) -> Menu:
    """Return the menu with the boxes that are open after their dialogue, above all else."""
    lines, buttons = box_lines(boxes, w), box_buttons(boxes, w)
    return menu.model_copy(
        update={"lines": (*lines, *menu.lines), "buttons": (*buttons, *menu.buttons)}
    )


def home(
    teams: tuple[Team, ...],
    w: Words,
    extras: tuple[Button, ...] = (),
    boxes: tuple[OpenBox, ...] = (),
    *,
    quiet: bool = False,
) -> Menu:
    """Return the app's home: what the bot is for, where the reader leads, and `extras` to do.

    `boxes` are those that the reader can answer in after a dialogue, `quiet` tells that the reader
    wants no reminders of them.
    """
    led = w("home-teams", teams=", ".join(f"#{team.name}" for team in teams)) if teams else ""
    lines = (
        w("home-intro"),
        w("home-how"),
        led,
        *own_lines(boxes, w),
        w("window-home-quiet") if quiet else "",
    )
    return Menu(
        title=w("home-title"),
        lines=tuple(line for line in lines if line),
        buttons=(
            *box_buttons(boxes, w),
            *_always(w),
            *extras,
            privacy_button("", w),
            *((switch_button("", w, quiet=True),) if quiet else ()),
        ),
        footer=w("home-anonymous", threshold=THRESHOLD),
    )


def back(w: Words) -> Button:
    """Return the button that leads back to the home."""
    return Button(action=Action.HOME, label=w("home-back"))


def ask_cancel(session: Session, round: Round | None, w: Words) -> Note:
    """Ask whether all answers are to be thrown away; those in a shared box are not."""
    sure = _cancel_button(session, round, w).model_copy(update={"confirm": None})
    if round is None:
        return Note(text=w("reply-ask-cancel-talk"), buttons=(sure,))
    asked = w("pool-ask-cancel" if round.pooled else "reply-ask-cancel")
    return Note(text=asked, buttons=(sure,))


def over(session: Session, round: Round | None, w: Words) -> Note:
    """Say what follows now that the dialogue is over."""
    if session.state is SessionState.CANCELLED:
        return _cancelled(round, w)
    return Note(text=_ended(session, round, w), buttons=(write_button(session.id, w("log-offer")),))


def _ended(session: Session, round: Round | None, w: Words) -> str:
    if round is None:
        return w("reply-over-talk")
    if open_after(session, round):
        return w("window-reply-over")
    waits = round.pooled and round.state is RoundState.OPEN
    return w("pool-reply-over" if waits else "reply-over")


def _cancelled(round: Round | None, w: Words) -> Note:
    if round is None:
        return note(w, "reply-cancelled-talk")
    return note(w, "pool-reply-cancelled" if round.pooled else "reply-cancelled")


def _always(w: Words) -> tuple[Button, ...]:
    return (
        Button(action=Action.THEMES, label=w("menu-themes")),
        Button(action=Action.HELP, label=w("menu-help")),
    )


def start_button(ref: ThemeRef, label: str) -> Button:
    """Return the button that starts a theme."""
    return Button(action=Action.START, label=label, value=str(ref), style="primary")


def _cancel_button(session: Session, round: Round | None, w: Words) -> Button:
    return Button(
        action=Action.CANCEL,
        label=w("menu-cancel"),
        value=session.id,
        style="danger",
        confirm=_cancel_confirm(round, w),
    )


def _cancel_confirm(round: Round | None, w: Words) -> Confirm:
    """Return the question before a dialogue is cancelled: what becomes of the answers, if any."""
    if round is None:
        return Confirm(
            title=w("menu-cancel-title-talk"),
            text=w("menu-cancel-text-talk"),
            yes=w("menu-cancel-yes-talk"),
            no=w("menu-cancel-no-talk"),
        )
    shared = round.pooled
    return Confirm(
        title=w("pool-cancel-title" if shared else "menu-cancel-title"),
        text=w("pool-cancel-text" if shared else "menu-cancel-text"),
        yes=w("pool-cancel-yes" if shared else "menu-cancel-yes"),
        no=w("pool-cancel-no" if shared else "menu-cancel-no"),
    )


def _time_line(session: Session, team: Team, w: Words) -> str:
    if session.remaining is not None:
        return w("board-paused", minutes=int(session.remaining.total_seconds()) // 60)
    times = [moment(at, team.timezone).text for at in session.ends() if at is not None]
    return w("menu-ends-at", time=times[0], end=times[-1])
