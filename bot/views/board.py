"""The one message of a dialogue in the team's channel."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from bot.domain.people import Team
from bot.domain.programme import Group, Step, Theme
from bot.domain.round import Round, RoundState
from bot.domain.session import Session, SessionState
from bot.locales import Words
from bot.views import shared_box
from bot.views.actions import Action
from bot.views.buttons import privacy_button
from bot.views.model import Board, Button, Confirm, People, StepLine
from bot.views.selecting import yes
from bot.views.times import moment, whole_minutes
from bot.views.window import answer_by, open_after, until

EXTEND_BY = 5
"""Minutes that the button adds."""


def step_name(step: Step, w: Words) -> str:
    """Return the step's own title, or the name of its kind."""
    return step.title.get(w.language) if step.title else w(f"step-{step.kind}")


def theme_title(theme: Theme, w: Words) -> str:
    """Return number and title: "3. Det som hjälper oss att klara jobbet".

    An evaluation is not one of the themes that are counted, and has no number.
    """
    if theme.evaluation:
        return theme.title.get(w.language)
    return w("board-title", number=theme.number, title=theme.title.get(w.language))


def answering(session: Session, round: Round | None, theme: Theme) -> bool:
    """Whether answers are taken: from the answer step until the dialogue is over.

    A box that teams share takes answers until it is closed, and so does one that stays open after
    its dialogue, also when there was no time for the questions; where there is no box, nothing is
    asked.
    """
    if round is None:
        return False
    if open_after(session, round):
        return True
    waits = round.pooled and round.state is RoundState.OPEN
    return (session.active or waits) and theme.asks_at(session.step)


def board(
    session: Session,
    round: Round | None,
    theme: Theme,
    team: Team,
    mates: tuple[str, ...],
    w: Words,
) -> Board:
    """Return the message as it is to stand at this moment of the session.

    `round` is None for a theme in which nothing is answered. `mates` are the names of the other
    teams that answer into the same box.
    """
    now = theme.steps[session.step] if session.active else None
    box = round if answering(session, round, theme) else None
    return Board(
        title=theme_title(theme, w),
        purpose=theme.why.get(w.language),
        steps=_steps(session, theme, team, w),
        state_line=_state_line(session, round, theme, team, mates, w),
        now_title=w("board-now", name=step_name(now, w)) if now else "",
        now_text=step_text(now, w) if now else "",
        now_link=film_link(now) if now else "",
        now_group=w(f"group-{now.group}") if now and now.group is not Group.ALL else "",
        answer=_answer_button(box, w) if box else None,
        privacy=privacy_button(box.id, w) if box else None,
        answer_hint=_answer_hint(session, box, team, mates, w) if box else "",
        answer_by_label=w("window-answer-by") if box and box.windowed else "",
        answer_by=answer_by(box, team, w) if box else None,
        controls=controls(session, round, theme, w),
        controls_hint=w("board-controls-hint") if session.active else "",
        people=people_of(team, w),
        finished=not session.active and box is None,
        summary_text=_plain(session, box, theme, team, w),
    )


def controls(session: Session, round: Round | None, theme: Theme, w: Words) -> tuple[Button, ...]:
    """Return the leaders' buttons that fit the session's state; none when it is over."""
    if not session.active:
        return ()
    last = session.step == len(session.lengths) - 1
    pause = (
        Button(action=Action.RESUME, label=w("board-resume"), value=session.id)
        if session.paused
        else Button(action=Action.PAUSE, label=w("board-pause"), value=session.id)
    )
    return (
        Button(
            action=Action.NEXT,
            label=w("board-finish" if last else "board-next"),
            value=f"{session.id} {session.step}",
        ),
        pause,
        Button(action=Action.EXTEND, label=w("board-extend"), value=f"{session.id} {EXTEND_BY}"),
        # In the last step "finish" and "stop" would be the same.
        *(() if last else (_stop_button(session, round, w),)),
        *((_stuck_button(session, w),) if has_advice(theme) else ()),
    )


def has_advice(theme: Theme) -> bool:
    """Whether the theme has something to say to whoever leads it, beside its steps."""
    return bool(theme.stuck or theme.adaptation)


def step_text(step: Step, w: Words) -> str:
    """Return what to do in the step, with what is read where its film can't be shown."""
    text = step.text.get(w.language)
    if not step.film:
        return text
    film = step.film
    how = w("film-minutes", minutes=film.minutes) if film.link else w("film-instead")
    return f"{text}\n\n{how}\n{film.instead.get(w.language)}"


def film_link(step: Step) -> str:
    """Return the address of the step's film, empty where there is none."""
    return step.film.link or "" if step.film else ""


def _stuck_button(session: Session, w: Words) -> Button:
    return Button(action=Action.STUCK, label=w("board-stuck"), value=session.id)


def _stop_text(round: Round | None, w: Words) -> str:
    if round is None:
        return w("board-stop-text-talk")
    if round.windowed:
        return w("window-stop-text")
    if round.pooled:
        return w("pool-stop-text")
    too_few = round.invited < round.threshold
    return w("board-stop-text-too-small" if too_few else "board-stop-text")


def _stop_button(session: Session, round: Round | None, w: Words) -> Button:
    return Button(
        action=Action.STOP,
        label=w("board-stop"),
        value=session.id,
        style="danger",
        confirm=Confirm(
            title=w("board-stop-title"),
            text=_stop_text(round, w),
            yes=w("board-stop-yes"),
            no=w("board-stop-no"),
        ),
    )


def _answer_button(round: Round, w: Words) -> Button:
    return Button(action=Action.ANSWER, label=w("board-answer"), value=round.id, style="primary")


def _answer_hint(
    session: Session, round: Round, team: Team, mates: tuple[str, ...], w: Words
) -> str:
    if round.pooled:
        return shared_box.answer_hint(session, round, team, mates, w)
    return w("window-answer-hint" if round.windowed else "board-answer-hint")


def _steps(session: Session, theme: Theme, team: Team, w: Words) -> tuple[StepLine, ...]:
    ends = session.ends()
    return tuple(
        _step_line(index, step_name(step, w), ends[index], session, team, w)
        for index, step in enumerate(theme.steps)
    )


def _step_line(
    index: int, name: str, ends: datetime | None, session: Session, team: Team, w: Words
) -> StepLine:
    """Return a step: what has passed without its time, what is to come with it."""
    if index < session.step or (session.over and index == session.step):
        return StepLine(status="done", name=name, status_text=w("board-step-done"), time_label="")
    if session.over:
        skipped = w("board-step-skipped")
        return StepLine(status="next", name=name, status_text=skipped, time_label="")
    minutes = whole_minutes(session.lengths[index])
    status: Literal["now", "next"] = "now" if index == session.step else "next"
    return StepLine(
        status=status,
        name=name,
        status_text=w(f"board-step-{status}"),
        time_label=w("board-until") if ends else w("board-minutes", count=minutes),
        ends=moment(ends, team.timezone) if ends else None,
    )


def _state_line(
    session: Session,
    round: Round | None,
    theme: Theme,
    team: Team,
    mates: tuple[str, ...],
    w: Words,
) -> str:
    if session.remaining is not None:
        return w("board-paused", minutes=int(session.remaining.total_seconds()) // 60)
    if not session.over:
        return ""
    if round is None:
        cancelled = session.state is SessionState.CANCELLED
        return w("board-cancelled-talk" if cancelled else "board-ended")
    if round.pooled:
        may_answer = answering(session, round, theme)
        return shared_box.over(session, round, team, mates, may_answer=may_answer, w=w)
    return _over_alone(session, round, w)


def _over_alone(session: Session, round: Round, w: Words) -> str:
    """Return what follows when a dialogue with a box of its own is over."""
    if session.state is SessionState.CANCELLED:
        return w("board-cancelled")
    if round.state is RoundState.VOIDED:
        return w("board-ended-lost")
    if open_after(session, round):
        return f"{w('board-ended')} {w('window-open')}"
    if round.windowed:
        return f"{w('board-ended')} {w('window-closed')} {_then(round, w)}"
    return f"{w('board-ended')} {_then(round, w)}"


def _then(round: Round, w: Words) -> str:
    """Return what becomes of the answers in a box that is closed."""
    if round.invited < round.threshold:
        return w("board-ended-too-small")
    return w("board-ended-shared-later", threshold=round.threshold, sees=yes(round.team_sees))


def people_of(team: Team, w: Words) -> tuple[People, ...]:
    """Return who leads the team, by role."""
    groups = (("role-manager", team.managers), ("role-facilitators", team.facilitators))
    return tuple(
        People(label=w(label), people=tuple(sorted(people))) for label, people in groups if people
    )


def _plain(session: Session, box: Round | None, theme: Theme, team: Team, w: Words) -> str:
    title = theme_title(theme, w)
    if box and open_after(session, box):
        return w("window-summary", title=title, until=until(box, team.timezone, w))
    if session.state is SessionState.CANCELLED:
        return w("board-summary-cancelled", title=title)
    if not session.active:
        return w("board-summary-over", title=title)
    if session.paused:
        return w("board-summary-paused", title=title)
    return w("board-summary", title=title, now=step_name(theme.steps[session.step], w))
