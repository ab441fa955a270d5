"""The form of the first time: who leads, who answers."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

from slack_bolt import Ack

from bot.domain.people import PersonKey
from bot.domain.programme import ThemeRef
from bot.errors import FormExpired, ManagerNotMember, PlatformError, UserError
from bot.handlers import fields, waiting
from bot.handlers.context import Context, explain
from bot.handlers.payloads import Incoming, SetupMeta
from bot.handlers.waiting import Waiting
from bot.locales import Words, words
from bot.services import teams
from bot.slack.render.forms import FACILITATORS, MANAGER, SEES
from bot.views.model import Receipt, SetupForm
from bot.views.setup import HIDDEN, saved


def ask(context: Context, incoming: Incoming, wanted: str) -> None:
    """Open the form at once and fill in the size of the roster as soon as it is known."""
    request = incoming.request
    ref = teams.theme_for_setup(context.deps, request, wanted)
    _open(context, incoming, SetupMeta(request.channel, str(ref)))


def ask_team(context: Context, incoming: Incoming) -> None:
    """Open the form that saves the team and starts nothing."""
    _open(context, incoming, SetupMeta(incoming.request.channel, ""))


def _open(context: Context, incoming: Incoming, meta: SetupMeta) -> None:
    manager = incoming.request.actor
    view_id = context.slack.open_form(incoming.trigger_id, _form(context, meta, manager, None))
    context.later(lambda: _count(context, meta, manager, view_id))


def manager_chosen(context: Context, incoming: Incoming, meta_text: str) -> None:
    """Count the roster again when another manager is chosen."""
    meta = SetupMeta.load(meta_text)
    manager, _ = fields.setup_people(incoming, MANAGER, FACILITATORS)
    if manager is not None:
        context.later(lambda: _count(context, meta, manager, incoming.view_id))


def hand_in(context: Context, incoming: Incoming, ack: Ack) -> None:
    """Set the team up and start its first dialogue, if any."""
    w = words(context.deps.terms.language)
    alone = _only_team(incoming)
    working = w("setup-working-team" if alone else "setup-working")
    form = Waiting(w, MANAGER, working, lambda line: _said(w, line), closes=not alone)
    waiting.hand_in(context, incoming, ack, form, lambda: _set_up(context, incoming, w))


def _set_up(context: Context, incoming: Incoming, w: Words) -> Receipt:
    """Set up, and say what can be done next. Raises UserError, PlatformError, ValueError."""
    meta = SetupMeta.load(incoming.text)
    request = replace(incoming.request, channel=meta.channel)
    manager, facilitators = fields.setup_people(incoming, MANAGER, FACILITATORS)
    if manager is None:
        raise ManagerNotMember
    sees = fields.chosen(incoming, SEES) != HIDDEN
    teams.set_up(context.deps, request, _ref(meta), manager, facilitators, team_sees=sees)
    return saved(w) if _only_team(incoming) else _said(w, w("setup-done"))


def _only_team(incoming: Incoming) -> bool:
    """Whether the form saves the team and starts nothing."""
    try:
        return not SetupMeta.load(incoming.text).theme
    except ValueError:  # forged: said by `_set_up`
        return False


def _ref(meta: SetupMeta) -> ThemeRef | None:
    return ThemeRef.parse(meta.theme) if meta.theme else None


def _said(w: Words, line: str) -> Receipt:
    return Receipt(title=w("setup-title"), lines=(line,), close=w("receipt-close"))


def _count(context: Context, meta: SetupMeta, manager: PersonKey, view_id: str) -> None:
    try:
        count = teams.roster_size(context.deps, meta.channel, manager)
        public = teams.open_to_all(context.deps, meta.channel)
        form = _form(context, meta, manager, count, public=public)
    except (UserError, PlatformError) as problem:
        trouble = explain(problem, words(context.deps.terms.language)).text
        form = _form(context, meta, manager, None)
        form = form.model_copy(update={"roster": "", "warning": trouble})
    with suppress(FormExpired):  # closed meanwhile
        context.slack.update_form(view_id, form)


def _form(
    context: Context,
    meta: SetupMeta,
    manager: PersonKey,
    count: int | None,
    *,
    public: bool = False,
) -> SetupForm:
    ref = _ref(meta)
    return teams.setup_form(context.deps, ref, manager, count, meta.dump(), public=public)
