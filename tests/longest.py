"""The samples with every text as long as anybody may make it, for tests of limits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar

from bot.domain.answers import COMMENT_LIMIT
from bot.views.model import (
    CommentChoices,
    CommentLines,
    FormView,
    Hesitation,
    HideForm,
    LogForm,
    MessageView,
    MirrorView,
    Option,
    PlainForm,
    PrivacyView,
    ReplyView,
    View,
)
from tests import samples

V = TypeVar("V", bound=View)

LINE, LABEL, PASSAGE = 150, 60, 1_500
"""What a dialogue file may hold in a line, a label and a passage."""

STEPS, TAGS, THEMES, PEOPLE, TICKS, QUESTIONS = 20, 13, 20, 40, 30, 12

LONG_FIELDS = {
    "purpose": PASSAGE,
    "heading": LINE,
    "why": PASSAGE,
    "now_text": PASSAGE,
    "text": PASSAGE,
    "question": LINE,
    "free_question": LINE,
    "name": LINE,
    "low": LABEL,
    "high": LABEL,
    "theme": LINE,
    "title": LINE + 4,
    "activity": LINE,
    "role": LINE,
}
"""Fields that hold what a file or a person wrote, with the most they can hold."""


def filler(length: int) -> str:
    """Return so many characters of something that looks like a text, with signs to escape."""
    return ("Ärligt talat är <allt> lite för långt & svårt att läsa. " * (length // 20))[:length]


def stretch(view: V, fields: dict[str, int], fill: Callable[[int], str] = filler) -> V:
    """Return the view with every such field filled, also in the views within."""
    return type(view).model_validate(_stretched(view.model_dump(), fields, fill))


def messages() -> dict[str, MessageView | ReplyView]:
    """Return every message and reply at its longest."""
    board = samples.board()
    summary = samples.summary()
    themes = samples.theme_list()
    preview = samples.preview()
    sheet, checklist = samples.sheet(), samples.checklist()
    many = {
        **samples.messages(),
        "board": board.model_copy(
            update={
                "steps": board.steps[:1] * STEPS,
                "people": tuple(
                    g.model_copy(update={"people": g.people[:1] * PEOPLE}) for g in board.people
                ),
            }
        ),
        "summary": summary.model_copy(
            update={
                "tags": tuple(f"{filler(LABEL)}: {i} svar" for i in range(TAGS)),
                "keep_questions": (filler(LINE),) * 2,
                "next_questions": (filler(LINE),) * 3,
                "comments": crowd(PEOPLE),
            }
        ),
        "themes": themes.model_copy(update={"themes": themes.themes[:1] * THEMES}),
        "sheet": sheet.model_copy(update={"parts": sheet.parts[:1] * THEMES}),
        "checklist": checklist.model_copy(update={"ticks": checklist.ticks[:1] * TICKS}),
        "preview": preview.model_copy(update={"steps": preview.steps[:1] * STEPS}),
    }
    return {
        name: view if name == "note" else stretch(view, LONG_FIELDS) for name, view in many.items()
    }


def forms() -> dict[str, FormView | PrivacyView | MirrorView]:
    """Return every form at its longest."""
    answer = samples.answered_form()
    mirror = samples.mirror_form()
    tags = tuple(Option(value=f"tag-{i}", label=filler(LABEL)) for i in range(TAGS))
    fields = {name: LONG_FIELDS[name] for name in ("question", "low", "high", "theme")}
    stretched = stretch(answer, fields)
    return {
        "answer": stretched.model_copy(
            update={
                "comment": answer.comment.model_copy(
                    update={"label": filler(LINE), "value": filler(COMMENT_LIMIT)}
                ),
                "tags": answer.tags.model_copy(update={"options": tags, "chosen": ("tag-0",)}),
            }
        ),
        "setup": stretch(samples.setup_form(), {"intro": 2 * LINE}),
        "hesitation": _long_hesitation(),
        "refusal": stretch(samples.refusal(), {"line": 2 * COMMENT_LIMIT}),
        "hide": _long_hiding(100, hidden=100),
        "hide-crowd": _long_hiding(400, hidden=20),
        "receipt": samples.receipt(),
        "tag-offer": stretch(samples.tag_offer(), {"label": LABEL}),
        "plan": _long_plan(),
        "plan-understood": stretch(
            samples.understood().model_copy(
                update={"lines": ("x" * LINE,) * THEMES, "notes": ("x" * LINE,) * THEMES}
            ),
            {"heading": LINE},
        ),
        "pool": samples.pool_form().model_copy(
            update={
                "choices": tuple((f"t{i}", filler(2 * LABEL)) for i in range(100)),
                "chosen": ("t0", "t1"),
            }
        ),
        "log": _long_log(),
        "invite": stretch(samples.invite_form(), {"survey": 2 * LINE}),
        "page": stretch(samples.page(), {"intro": 2 * LINE}),
        "mirror": stretch(
            mirror.model_copy(
                update={
                    "scales": tuple(
                        mirror.scales[0].model_copy(update={"name": f"mirror-{n}"})
                        for n in range(QUESTIONS)
                    )
                }
            ),
            {"question": LINE, "low": LABEL, "high": LABEL, "why": PASSAGE},
        ),
        "mirror-picture": stretch(samples.mirror_picture(), {"text": PASSAGE, "heading": LINE}),
        "seen": samples.seen().model_copy(
            update={"summary": messages()["summary"].model_copy(update={"buttons": ()})}
        ),
    }


def _long_plan() -> PlainForm:
    """Return the form of a plan with as many themes as a list may hold, and long titles."""
    form = samples.plan_form()
    groups = tuple(
        (filler(LINE), tuple(Option(value=f"{p}/{n}", label=filler(LINE)) for n in range(100)))
        for p in ("a", "b")
    )
    select, *others = form.fields
    many = select.model_copy(update={"groups": groups, "chosen": "b/1"})
    return form.model_copy(update={"fields": (many, *others)})


def _long_log() -> LogForm:
    """Return the form of the adaptation log for the longest dialogue, with every step changed."""
    form = samples.log_form()
    changed = next(step for step in form.steps if step.why)
    steps = tuple(changed.model_copy(update={"name": f"log-step-{n}"}) for n in range(STEPS))
    whys = tuple(
        step.why.model_copy(update={"name": f"log-text-{n}", "value": filler(step.why.limit)})
        for n, step in enumerate(steps)
        if step.why
    )
    return form.model_copy(
        update={
            "theme": filler(LINE),
            "steps": tuple(
                step.model_copy(update={"label": filler(2 * LINE), "why": why})
                for step, why in zip(steps, whys, strict=True)
            ),
            "why": form.why.model_copy(update={"value": filler(form.why.limit)}),
        }
    )


def _long_hesitation() -> Hesitation:
    """Return the question about the longest text, in which nearly every word was found."""
    view = samples.hesitation()
    draft = replace(view.draft, comment=filler(COMMENT_LIMIT), tags=("t" * 60, "u" * 60))
    found = view.found[0].model_copy(update={"found": filler(2 * COMMENT_LIMIT)})
    return view.model_copy(update={"draft": draft, "found": (found,) * 3})


def _long_hiding(people: int, hidden: int) -> HideForm:
    """Return the form with the longest comment of each of so many people."""
    groups = tuple(CommentChoices(**group.model_dump()) for group in crowd(people))
    chosen = tuple(range(hidden))
    view = samples.hide_form().model_copy(update={"groups": groups, "hidden": chosen})
    return stretch(view, {"theme": LINE})


def crowd(people: int) -> tuple[CommentLines, ...]:
    """Return the longest comment of each of so many people, in some groups."""
    half = tuple(filler(COMMENT_LIMIT) for _ in range(people // 2))
    return (
        CommentLines(heading=filler(LABEL), comments=half),
        CommentLines(heading="Utan ämne", comments=half),
    )


def _stretched(data: Any, fields: dict[str, int], fill: Callable[[int], str]) -> Any:  # noqa: ANN401
    if isinstance(data, dict):
        if data.keys() & {"yes", "at"}:  # our own words and times
            return data
        return {
            key: fill(fields[key])
            if value and isinstance(value, str) and key in fields
            else _stretched(value, fields, fill)
            for key, value in data.items()
        }
    if isinstance(data, tuple) and not hasattr(data, "_fields"):
        return tuple(_stretched(item, fields, fill) for item in data)
    return data
