"""The one message of a dialogue in the team's channel."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from bot.domain.people import Team
from bot.domain.programme import Group, Step, Theme
from bot.domain.round import Round
from bot.domain.session import Session, SessionState
from bot.locales import Words
from bot.views.actions import Action
from bot.views.model import Board, Button, Confirm, People, StepLine
from bot.views.times import moment, whole_minutes

EXTEND_BY = 5
"""Minutes that the button adds."""


def step_name(step: Step, w: Words) -> str:
    """Return the step's own title, or the name of its kind."""
    return step.title.get(w.language) if step.title else w(f"step-{step.kind}")


def theme_title(theme: Theme, w: Words) -> str:
    """Return number and title: "3. Det som hjälper oss att klara jobbet"."""
    return w("board-title", number=theme.number, title=theme.title.get(w.language))


def answering(session: Session, theme: Theme) -> bool:
    """Whether answers are taken: from the answer step until the dialogue is over."""
    return session.active and session.step >= theme.answer_step


def board(session: Session, round: Round, theme: Theme, team: Team, w: Words) -> Board:
    """Return the message as it is to stand at this moment of the session."""
    now = theme.steps[session.step] if session.active else None
    return Board(
        title=theme_title(theme, w),
        purpose=theme.why.get(w.language),
        steps=_steps(session, theme, team, w),
        state_line=_state_line(session, round, w),
        now_title=w("board-now", name=step_name(now, w)) if now else "",
        now_text=now.text.get(w.language) if now else "",
        now_group=w(f"group-{now.group}") if now and now.group is not Group.ALL else "",
        answer=_answer_button(round, w) if answering(session, theme) else None,
        answer_hint=w("board-answer-hint") if answering(session, theme) else "",
        controls=controls(session, w),
        controls_hint=w("board-controls-hint") if session.active else "",
        people=_people(team, w),
        summary_text=_plain(session, theme, w),
    )


def controls(session: Session, w: Words) -> tuple[Button, ...]:
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
        *(() if last else (_stop_button(session, w),)),
    )


def _stop_button(session: Session, w: Words) -> Button:
    return Button(
        action=Action.STOP,
        label=w("board-stop"),
        value=session.id,
        style="danger",
        confirm=Confirm(
            title=w("board-stop-title"),
            text=w("board-stop-text"),
            yes=w("board-stop-yes"),
            no=w("board-stop-no"),
        ),
    )


def _answer_button(round: Round, w: Words) -> Button:
    return Button(action=Action.ANSWER, label=w("board-answer"), value=round.id, style="primary")


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


def _state_line(session: Session, round: Round, w: Words) -> str:
    if session.state is SessionState.CANCELLED:
        return w("board-cancelled")
    if session.state is SessionState.ENDED:
        later = w("board-ended-shared-later", threshold=round.threshold)
        if len(round.roster) < round.threshold:
            later = w("board-ended-too-small")
        return f"{w('board-ended')} {later}"
    if session.remaining is not None:
        return w("board-paused", minutes=int(session.remaining.total_seconds()) // 60)
    return ""


def _people(team: Team, w: Words) -> tuple[People, ...]:
    groups = (("role-manager", team.managers), ("role-facilitators", team.facilitators))
    return tuple(
        People(label=w(label), people=tuple(sorted(people))) for label, people in groups if people
    )


def _plain(session: Session, theme: Theme, w: Words) -> str:
    title = theme_title(theme, w)
    if session.state is SessionState.CANCELLED:
        return w("board-summary-cancelled", title=title)
    if not session.active:
        return w("board-summary-over", title=title)
    if session.paused:
        return w("board-summary-paused", title=title)
    return w("board-summary", title=title, now=step_name(theme.steps[session.step], w))
