"""The dialogue's message in its channel, in all its states."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.views.actions import Action
from bot.views.model import (
    Board,
    Button,
    CommitmentLine,
    CommitmentLines,
    Confirm,
    Moment,
    People,
    StepLine,
)
from tests.samples.common import (
    SESSION,
    START,
    STEPS,
    TITLE,
    WHY,
    answer_button,
    person,
    privacy_button,
)


def board(now: int = 2) -> Board:
    """Return the dialogue in the step of that index."""
    return Board(
        title=TITLE,
        purpose=WHY,
        steps=_step_lines(now),
        now_title=f"Nu: {STEPS[now][0]}",
        now_text=STEPS[now][2],
        now_group="Små grupper, 3–5 personer" if now == 3 else "",
        answer=answer_button() if now >= 2 else None,
        privacy=privacy_button() if now >= 2 else None,
        answer_hint="Öppet till dialogen är slut. Ingen ser vem som har svarat."
        if now >= 2
        else "",
        controls=_controls(Button(action=Action.PAUSE, label="Paus", value=SESSION)),
        controls_hint="Knapparna är till för chef och samtalsledare.",
        people=_people(),
        summary_text=f"{TITLE} – nu: {STEPS[now][0]}",
    )


def paused_board() -> Board:
    """Return the dialogue while it is paused: no times, and a way to go on."""
    steps = tuple(
        line.model_copy(update={"ends": None, "time_label": f"{STEPS[i][1]} min"})
        for i, line in enumerate(_step_lines(3))
    )
    return board(3).model_copy(
        update={
            "steps": steps,
            "state_line": "Pausad. 4 minuter är kvar av steget.",
            "controls": _controls(Button(action=Action.RESUME, label="Fortsätt", value=SESSION)),
            "summary_text": f"{TITLE} – pausad",
        }
    )


def ended_board() -> Board:
    """Return the dialogue when it is over: nothing to press."""
    done = tuple(
        StepLine(status="done", name=name, status_text="klart", time_label=f"{minutes} min")
        for name, minutes, _ in STEPS
    )
    return Board(
        title=TITLE,
        purpose=WHY,
        steps=done,
        state_line="Dialogen är slut. Tack för att ni delade med er av era tankar!",
        people=_people(),
        summary_text=f"{TITLE} – dialogen är slut",
    )


def window_board() -> Board:
    """Return a dialogue that is over, while its box is open still."""
    closes = START + timedelta(days=1)
    return ended_board().model_copy(
        update={
            "state_line": "Dialogen är slut. Lådan är fortfarande öppen.",
            "answer": answer_button(),
            "privacy": privacy_button(),
            "answer_by_label": "Svara senast",
            "answer_by": Moment(at=closes, text="tisdag 3 mars kl 18:00"),
            "answer_hint": "Du kan ändra eller ta bort ditt svar till dess.",
        }
    )


def since_board() -> Board:
    """Return a dialogue at its beginning, with what the team agreed to do before."""
    return board(0).model_copy(
        update={
            "since": CommitmentLines(
                heading="Sedan sist",
                lines=(
                    _commitment("Rapporten börjar med en minut tyst läsning", "Samtalsledare", 12),
                    _commitment("Ett tomt blad i pärmen för det som behöver lyftas", "Alla", 4),
                ),
                more="och 2 till: skriv `/apt åtaganden`",
            )
        }
    )


def agreeing_board() -> Board:
    """Return a dialogue in its last step, with what was agreed in it and a way to write more."""
    return board(4).model_copy(
        update={
            "agreed": CommitmentLines(
                heading="Vi har kommit överens om",
                lines=(_commitment("Vi provar en gemensam överlämning kl 14", "Alla", 28),),
            ),
            "commit": commit_button(),
            "commit_hint": "Skriv ned det ni kommer överens om med Gör ett åtagande.",
        }
    )


def agreed_board() -> Board:
    """Return a dialogue that is over, in which something was agreed and more can be written."""
    return ended_board().model_copy(
        update={
            "agreed": agreeing_board().agreed,
            "commit": commit_button(),
            "commit_hint": "Tills nästa dialog börjar kan chef och samtalsledare skriva ned mer.",
        }
    )


def commit_button() -> Button:
    """Return the way to write a commitment."""
    return Button(action=Action.COMMIT, label="Gör ett åtagande", value=f"team session:{SESSION}")


def _commitment(activity: str, role: str, day: int) -> CommitmentLine:
    return CommitmentLine(activity=activity, role=role, when=f"klart senast {day} april")


def _step_lines(now: int) -> tuple[StepLine, ...]:
    lines = []
    ends = START
    for index, (name, minutes, _) in enumerate(STEPS):
        ends += timedelta(minutes=minutes)
        lines.append(_step_line(index - now, name, minutes, ends))
    return tuple(lines)


def _step_line(place: int, name: str, minutes: int, ends: datetime) -> StepLine:
    """Return a step before (< 0), at (0) or after the present one."""
    if place < 0:
        label = f"{minutes} min"
        return StepLine(status="done", name=name, status_text="klart", time_label=label)
    moment = Moment(at=ends, text=f"{ends.hour + 1:02}:{ends.minute:02}")
    status_text = "nu" if place == 0 else "sedan"
    return StepLine(
        status="now" if place == 0 else "next",
        name=name,
        status_text=status_text,
        time_label="till",
        ends=moment,
    )


def _controls(pause: Button) -> tuple[Button, ...]:
    return (
        Button(action=Action.NEXT, label="Nästa steg", value=f"{SESSION} 2"),
        pause,
        Button(action=Action.EXTEND, label="Förläng 5 min", value=f"{SESSION} 5"),
        Button(
            action=Action.STOP,
            label="Stopp",
            value=SESSION,
            style="danger",
            confirm=Confirm(
                title="Avsluta dialogen?",
                text="Dialogen slutar nu och ingen kan svara mer.",
                yes="Avsluta nu",
                no="Fortsätt dialogen",
            ),
        ),
    )


def _people() -> tuple[People, ...]:
    leaders = (person("U0ELLEN"), person("U0IDRIS"))
    return (
        People(label="Chef", people=(person("U0KARIN"),)),
        People(label="Samtalsledare", people=leaders),
    )
