"""The form in which the adaptation log is written."""

from __future__ import annotations

from bot.slack.render.blocks import Json, divider
from bot.slack.render.fields import labelled, modal, text_field, to_option
from bot.slack.render.rich import bullets, paragraphs, rich
from bot.views.actions import Action, Form
from bot.views.model import LogForm, StepField


def log_form(view: LogForm) -> Json:
    """Return the form. To choose how a step was done asks for a new form at once."""
    blocks = [
        *rich(paragraphs(view.theme, "bold"), bullets(view.explained)),
        divider(),
        *(block for field in view.steps for block in _step(field)),
        divider(),
        text_field(view.why),
    ]
    return modal(Form.LOG, view.title, view.close, blocks, submit=view.submit, metadata=view.meta)


def _step(field: StepField) -> list[Json]:
    options = [to_option(value, label) for value, label in field.choices]
    element: Json = {
        "type": "static_select",
        "action_id": Action.LOG_STEP.value,
        "options": options,
    }
    for option in options:
        if option["value"] == field.chosen:
            element["initial_option"] = option
    block = labelled(field.name, field.label, element, optional=False)
    why = [text_field(field.why)] if field.why else []
    return [{**block, "dispatch_action": True}, *why]
