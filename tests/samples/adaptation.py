"""The form of the adaptation log."""

from __future__ import annotations

from bot.views.model import LogForm, StepField, TextField
from tests.samples.common import SESSION, STEPS, TITLE

CHOICES = (
    ("as-meant", "Som det var tänkt"),
    ("changed", "Ändrat"),
    ("skipped", "Hoppat över"),
)
CHANGED = 3
"""The step that was changed."""


def log_form() -> LogForm:
    """Return the form about a dialogue of which one step was changed."""
    return LogForm(
        title="Anpassningslogg",
        theme=TITLE,
        explained=(
            "Skriv om arbetssättet.",
            "Skriv inga namn.",
            "15 minuter var planerade. Dialogen tog 20, med eventuella pauser.",
        ),
        steps=tuple(_step(number) for number in range(len(STEPS))),
        why=TextField(
            name="log-text",
            label="Vad ändrade ni, och varför? Hur blev det?",
            hint="Får vara tomt. Högst 1000 tecken.",
            value="Vi var bara fyra.",
            limit=1_000,
        ),
        submit="Spara",
        close="Avbryt",
        meta=f"{SESSION} team-1 none",
    )


def _step(number: int) -> StepField:
    name, minutes, _ = STEPS[number]
    why = TextField(
        name=f"log-text-{number}",
        label=f"Vad gjorde ni i stället, och varför? ({name})",
        hint="Får vara tomt. Högst 200 tecken.",
        value="Alla pratade tillsammans.",
        limit=200,
    )
    changed = number == CHANGED
    return StepField(
        name=f"log-step-{number}",
        label=f"{number + 1}. {name} ({minutes} min)",
        choices=CHOICES,
        chosen="changed" if changed else "as-meant",
        why=why if changed else None,
    )
