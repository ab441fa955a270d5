"""A programme that ends with an evaluation of itself."""

from __future__ import annotations

from bot.domain.programme import Line, Programme, Script, Theme, ThemeRef
from tests.services.people import EXTRA, programme, theme


def evaluation() -> Theme:
    """Return the evaluation: four steps as a theme, with a title and questions of its own."""
    asked = {
        component: question.model_copy(
            update={"text": Line(sv=f"Om programmet: {question.text.sv}", en="On the programme?")}
        )
        for component, question in theme(4).questions.items()
    }
    return theme(4).model_copy(
        update={
            "id": "utvardering",
            "title": Line(sv="Utvärdering av kvarten", en="Evaluation of the quarters"),
            "evaluation": True,
            "questions": asked,
        }
    )


def evaluated() -> tuple[Programme, ...]:
    """Return three themes with their evaluation, and another programme without one."""
    plain = programme("kvarten", 1, 2, 3)
    return (plain.model_copy(update={"themes": (*plain.themes, evaluation())}), EXTRA)


EVALUATION = ThemeRef(programme="kvarten", theme="utvardering")
EVALUATION_SCRIPT = Script.of(evaluated()[0], evaluation())
KVARTEN = tuple(ThemeRef(programme="kvarten", theme=each.id) for each in evaluated()[0].themes)
"""The three themes, and the evaluation."""
