"""`/apt åtaganden`: the list, and the forms in which commitments are written and followed up."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date

from slack_bolt import Ack

from bot.domain.commitment import Agreed, Aim, CommitmentState
from bot.errors import ReasonMissing, TargetPassed, UserError
from bot.exports import COMMITMENT_FILES
from bot.handlers import fields
from bot.handlers.context import Context, bare, explain
from bot.handlers.files import File, Said, deliver
from bot.handlers.payloads import Incoming
from bot.services import commitment_files, commitment_forms, commitments
from bot.slack.render import render_form
from bot.views import development
from bot.views.commitment_forms import (
    ACTIVITY,
    AIM,
    FOLLOW_UP,
    HOW,
    NOTE,
    RESOURCES,
    ROLE,
    STATE,
    TARGET,
    Opened,
)
from bot.views.model import Receipt, ReplyView

FIELD_OF: dict[type[Exception], str] = {TargetPassed: TARGET, ReasonMissing: NOTE}
"""At which field an error is said that does not tell it itself; others at the form's first."""


def show(context: Context, incoming: Incoming, _: str) -> ReplyView:
    """Show the list."""
    return commitments.page(context.deps, incoming.request)


def pressed(context: Context, incoming: Incoming) -> ReplyView:
    """Show the list, or more of it: the button says which team's, and from where."""
    if not incoming.text:
        return commitments.page(context.deps, incoming.request)
    team_id, _, offset = incoming.text.partition(" ")
    from_ = int(offset) if offset.isdecimal() else 0
    return commitments.page_of(context.deps, incoming.request, team_id, from_)


def ask(context: Context, incoming: Incoming) -> None:
    """Open the form for a new one."""
    team_id, _, origin = incoming.text.partition(" ")
    form = commitment_forms.form(context.deps, incoming.request, team_id, origin)
    context.slack.open_form(incoming.trigger_id, form)


def ask_correction(context: Context, incoming: Incoming) -> None:
    """Open the form that corrects one."""
    form = commitment_forms.edit_form(context.deps, incoming.request, incoming.text)
    context.slack.open_form(incoming.trigger_id, form)


def ask_outcome(context: Context, incoming: Incoming) -> None:
    """Open the form that asks what became of one."""
    form = commitment_forms.follow_up_form(context.deps, incoming.request, incoming.text)
    context.slack.open_form(incoming.trigger_id, form)


def hand_in(context: Context, incoming: Incoming, ack: Ack) -> None:
    """Keep what was agreed, and turn the form into word of it."""
    team_id, _, origin = incoming.text.partition(" ")

    def work() -> Receipt:
        agreed = _agreed(incoming)
        return commitment_forms.add(context.deps, incoming.request, team_id, origin, agreed)

    _answer(context, team_id, ack, ACTIVITY, work)


def correct(context: Context, incoming: Incoming, ack: Ack) -> None:
    """Keep other words."""

    def work() -> Receipt:
        opened = Opened.load(incoming.text)
        return commitment_forms.correct(context.deps, incoming.request, opened, _agreed(incoming))

    _answer(context, _team(incoming.text), ack, ACTIVITY, work)


def follow_up(context: Context, incoming: Incoming, ack: Ack) -> None:
    """Note what became of it."""

    def work() -> Receipt:
        return commitment_forms.follow_up(
            context.deps,
            incoming.request,
            Opened.load(incoming.text),
            CommitmentState(fields.chosen(incoming, STATE)),
            fields.typed(incoming, NOTE),
            _day(incoming),
        )

    _answer(context, _team(incoming.text), ack, STATE, work)


def send_file(context: Context, incoming: Incoming) -> None:
    """Send the table to whoever pressed, as a file in private; word of it comes afterwards."""
    export = commitment_files.file(context.deps, incoming.request, incoming.text)

    def file() -> list[File]:
        return [File(f"{export.file}.xlsx", b"".join(COMMITMENT_FILES["xlsx"]([export])))]

    deliver(context, incoming, file, Said(export.title, development.sent, development.not_sent))


def _answer(
    context: Context, team_id: str, ack: Ack, first: str, work: Callable[[], Receipt]
) -> None:
    """Turn the form into the receipt; what is wrong is said at its field, and nothing is lost."""
    try:
        receipt = work()
    except Exception as problem:  # noqa: BLE001 - nobody is left without an answer
        text = explain(problem, context.words_of_team(team_id)).text
        ack(response_action="errors", errors={_field(problem, first): bare(text)})
    else:
        ack(response_action="update", view=render_form(receipt))


def _field(problem: Exception, first: str) -> str:
    named = problem.params.get("field") if isinstance(problem, UserError) else None
    return str(named or FIELD_OF.get(type(problem), first))


def _agreed(incoming: Incoming) -> Agreed:
    """Return what is filled in. Raises TargetPassed where no day is, ValueError when forged."""
    target = _day(incoming)
    if target is None:
        raise TargetPassed
    texts = {
        name: fields.typed(incoming, name) for name in (ACTIVITY, ROLE, HOW, RESOURCES, FOLLOW_UP)
    }
    return Agreed(target=target, aim=Aim(fields.chosen(incoming, AIM)), **texts)


def _day(incoming: Incoming) -> date | None:
    """Return the chosen day, None for none and for what is no day of the calendar."""
    with suppress(ValueError):
        return date.fromisoformat(fields.date_in(incoming, TARGET))
    return None


def _team(meta: str) -> str:
    """Return the id of the form's team, empty for a forged form."""
    with suppress(ValueError):
        return Opened.load(meta).team_id
    return ""
