"""Forms: what opens over the conversation."""

from __future__ import annotations

from functools import lru_cache

from bot.slack import limits
from bot.slack.render.blocks import Json, actions, divider, plain
from bot.slack.render.rich import bullets, paragraphs, rich
from bot.slack.render.text import clean, clip, is_user_id, one_line, size
from bot.views.actions import Action, Form
from bot.views.model import (
    AnswerForm,
    ChoiceField,
    Option,
    Receipt,
    ScaleField,
    SetupForm,
    TextField,
    TickField,
)

SCALE = range(1, 8)
"""The steps of a scale."""

YES = "yes"
"""The value of a tick."""

MANAGER = "manager"
"""The block of the setup form where the manager is chosen; its action is `setup.manager`."""

FACILITATORS = "facilitators"
"""The block, and the action, of the setup form where the samtalsledare are chosen."""


def answer_form(view: AnswerForm) -> Json:
    """Return the anonymous form. Block and action ids of a field are its name."""
    return _view(
        Form.ANSWER,
        view.title,
        view.close,
        [
            *rich(paragraphs(view.theme, "bold"), bullets(view.promise)),
            divider(),
            *(_scale(field) for field in view.scales),
            _text(view.comment),
            _choice(view.tags),
            *([_tick(view.verbatim)] if view.verbatim else []),
            *actions([view.withdraw] if view.withdraw else []),
        ],
        submit=view.submit,
        metadata=view.round_id,
    )


def setup_form(view: SetupForm) -> Json:
    """Return the form of the first time. Choosing a manager asks for a new form at once."""
    return _view(
        Form.SETUP,
        view.title,
        view.close,
        [
            *rich(paragraphs(view.intro)),
            {**_manager(view), "dispatch_action": True},
            _facilitators(view),
            *rich(paragraphs(view.roster), paragraphs(view.warning, "bold")),
        ],
        submit=view.submit,
        metadata=view.meta,
    )


@lru_cache(maxsize=32)
def receipt(view: Receipt) -> Json:
    """Return what is left to read when a form has been handled; it must not be changed.

    There are a few receipts in all, and many wait for them at the same time.
    """
    blocks = rich(*(paragraphs(line) for line in view.lines))
    return _view(Form.RECEIPT, view.title, view.close, blocks)


def _view(
    form: Form,
    title: str,
    close: str,
    blocks: list[Json],
    *,
    submit: str = "",
    metadata: str = "",
) -> Json:
    view: Json = {
        "type": "modal",
        "callback_id": form.value,
        "title": plain(title, limits.VIEW_TITLE),
        "close": plain(close, limits.VIEW_BUTTON),
        "blocks": blocks,
    }
    if submit:
        view["submit"] = plain(submit, limits.VIEW_BUTTON)
    if metadata:
        view["private_metadata"] = metadata
    return view


def _input(name: str, label: str, element: Json, *, hint: str = "", optional: bool = True) -> Json:
    block: Json = {
        "type": "input",
        "block_id": name,
        "label": plain(label, limits.LABEL),
        "element": {"action_id": name, **element},
        "optional": optional,
    }
    if one_line(hint):
        block["hint"] = plain(hint, limits.HINT)
    return block


def _scale(field: ScaleField) -> Json:
    """Return a question with seven choices, the ends in words; long ends stand in the hint."""
    ends = {SCALE[0]: one_line(field.low), SCALE[-1]: one_line(field.high)}
    labels = {step: f"{step} – {ends[step]}" if step in ends else str(step) for step in SCALE}
    options = [_option(str(step), labels[step]) for step in SCALE]
    element: Json = {"type": "radio_buttons", "options": options}
    for option in options:
        if option["value"] == str(field.value):
            element["initial_option"] = option
    cut = any(size(label) > limits.OPTION_TEXT for label in labels.values())
    hint = " · ".join(labels[step] for step in ends) if cut else ""
    return _input(field.name, f"{one_line(field.heading)}: {field.question}", element, hint=hint)


def _text(field: TextField) -> Json:
    element: Json = {
        "type": "plain_text_input",
        "multiline": True,
        "max_length": min(field.limit, limits.INPUT_TEXT),
    }
    if clean(field.value):
        element["initial_value"] = clip(clean(field.value), limits.INPUT_TEXT)
    return _input(field.name, field.label, element, hint=field.hint)


def _choice(field: ChoiceField) -> Json:
    options = [_of(option) for option in field.options]
    element: Json = {
        "type": "multi_static_select",
        "placeholder": plain(field.placeholder, limits.PLACEHOLDER),
        "options": options,
        "max_selected_items": field.limit,
    }
    chosen = [option for option in options if option["value"] in field.chosen]
    if chosen:
        element["initial_options"] = chosen
    return _input(field.name, field.label, element)


def _tick(field: TickField) -> Json:
    option = _option(YES, field.text)
    element: Json = {"type": "checkboxes", "options": [option]}
    if field.value:
        element["initial_options"] = [option]
    cut = size(one_line(field.text)) > limits.OPTION_TEXT
    hint = f"{one_line(field.text)} {field.hint}" if cut else field.hint
    return _input(field.name, field.label, element, hint=hint)


def _manager(view: SetupForm) -> Json:
    element: Json = {"type": "users_select", "action_id": Action.MANAGER_CHOSEN.value}
    if is_user_id(view.manager.user):
        element["initial_user"] = view.manager.user
    return _input(MANAGER, view.manager_label, element, hint=view.manager_hint, optional=False)


def _facilitators(view: SetupForm) -> Json:
    element: Json = {
        "type": "multi_users_select",
        "placeholder": plain(view.facilitators_placeholder, limits.PLACEHOLDER),
    }
    return _input(FACILITATORS, view.facilitators_label, element, hint=view.facilitators_hint)


def _of(option: Option) -> Json:
    return _option(option.value, option.label)


def _option(value: str, label: str) -> Json:
    return {"text": plain(label, limits.OPTION_TEXT), "value": value}
