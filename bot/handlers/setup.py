"""The form of the first time: who leads, who answers."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

from slack_bolt import Ack

from bot.domain.people import PersonKey
from bot.domain.programme import ThemeRef
from bot.errors import FormExpired, ManagerNotMember, PlatformError, UserError
from bot.handlers import payloads
from bot.handlers.context import Context, explain
from bot.handlers.payloads import Incoming, SetupMeta
from bot.locales import words
from bot.services import sessions, teams
from bot.slack.render.forms import FACILITATORS, MANAGER
from bot.views.model import SetupForm


def ask(context: Context, incoming: Incoming, wanted: str) -> None:
    """Open the form at once and fill in the size of the roster as soon as it is known."""
    request = incoming.request
    ref = teams.theme_for_setup(context.deps, request, wanted)
    meta = SetupMeta(request.channel, str(ref))
    form = _form(context, meta, request.actor, None)
    view_id = context.slack.open_form(incoming.trigger_id, form)
    context.later(lambda: _count(context, meta, request.actor, view_id))


def manager_chosen(context: Context, incoming: Incoming, meta_text: str) -> None:
    """Count the roster again when another manager is chosen."""
    meta = SetupMeta.load(meta_text)
    manager, _ = payloads.setup_people(incoming, MANAGER, FACILITATORS)
    if manager is not None:
        context.later(lambda: _count(context, meta, manager, incoming.view_id))


def hand_in(context: Context, incoming: Incoming, ack: Ack) -> None:
    """Set the team up and start its first dialogue; what is wrong is said in the form."""
    try:
        _set_up(context, incoming)
    except Exception as problem:  # noqa: BLE001 - nobody is left without an answer
        text = explain(problem, words(context.deps.terms.language)).text
        ack(response_action="errors", errors={MANAGER: text})
    else:
        ack()


def _set_up(context: Context, incoming: Incoming) -> None:
    meta = SetupMeta.load(incoming.text)
    request = replace(incoming.request, channel=meta.channel)
    manager, facilitators = payloads.setup_people(incoming, MANAGER, FACILITATORS)
    if manager is None:
        raise ManagerNotMember
    teams.set_up(context.deps, request, manager, facilitators)
    sessions.start(context.deps, request, ThemeRef.parse(meta.theme))


def _count(context: Context, meta: SetupMeta, manager: PersonKey, view_id: str) -> None:
    try:
        form = _form(context, meta, manager, teams.roster_size(context.deps, meta.channel, manager))
    except (UserError, PlatformError) as problem:
        trouble = explain(problem, words(context.deps.terms.language)).text
        form = _form(context, meta, manager, None)
        form = form.model_copy(update={"roster": "", "warning": trouble})
    with suppress(FormExpired):  # closed meanwhile
        context.slack.update_form(view_id, form)


def _form(context: Context, meta: SetupMeta, manager: PersonKey, count: int | None) -> SetupForm:
    ref = ThemeRef.parse(meta.theme)
    return teams.setup_form(context.deps, ref, manager, count, meta.dump())
