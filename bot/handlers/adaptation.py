"""The adaptation log: reading it, and the form in which it is written."""

from __future__ import annotations

from contextlib import suppress

from slack_bolt import Ack

from bot.domain.adaptation import Adaptation, Fidelity, StepNote
from bot.errors import FormExpired
from bot.handlers import fields
from bot.handlers.context import Context, bare, explain
from bot.handlers.payloads import Incoming
from bot.services import adaptations
from bot.slack.render import render_form
from bot.views.adaptation import STEP, STEP_WHY, WHY, Opened
from bot.views.model import LogForm, ReplyView


def show(context: Context, incoming: Incoming, _: str) -> ReplyView:
    """Show the log."""
    return adaptations.show(context.deps, incoming.request)


def open_form(context: Context, incoming: Incoming) -> None:
    """Open the form about the dialogue whose button was pressed."""
    form = adaptations.form(context.deps, incoming.request, incoming.text)
    context.slack.open_form(incoming.trigger_id, form)


def chosen(context: Context, incoming: Incoming, meta: str) -> None:
    """Ask why where a step was not done as it was meant, and nowhere else."""
    opened = Opened.load(meta)
    form = adaptations.refill(context.deps, incoming.request, opened, _given(incoming))
    context.later(lambda: _update(context, incoming.view_id, form))


def hand_in(context: Context, incoming: Incoming, ack: Ack) -> None:
    """Keep what was noted, and turn the form into word of it."""
    try:
        opened, given = Opened.load(incoming.text), _given(incoming)
        receipt = adaptations.write(context.deps, incoming.request, opened, given)
    except Exception as problem:  # noqa: BLE001 - nobody is left without an answer
        w = context.words_of_team(_team(incoming.text))
        ack(response_action="errors", errors={WHY: bare(explain(problem, w).text)})
    else:
        ack(response_action="update", view=render_form(receipt))


def _update(context: Context, view_id: str, form: LogForm) -> None:
    with suppress(FormExpired):  # closed meanwhile
        context.slack.update_form(view_id, form)


def _given(incoming: Incoming) -> Adaptation:
    """Return what is filled in. Raises ValueError, TypeError for a forged state."""
    steps = sum(name.startswith(STEP) for name in incoming.values)
    return Adaptation(
        steps=tuple(_note(incoming, number) for number in range(steps)),
        why=fields.typed(incoming, WHY),
    )


def _note(incoming: Incoming, number: int) -> StepNote:
    return StepNote(
        fidelity=Fidelity(fields.chosen(incoming, f"{STEP}{number}")),
        why=fields.typed(incoming, f"{STEP_WHY}{number}"),
    )


def _team(meta: str) -> str:
    """Return the id of the form's team, empty for a forged form."""
    with suppress(ValueError):
        return Opened.load(meta).team_id
    return ""
