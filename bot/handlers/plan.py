"""`/apt plan`: the page of a team's plan, its forms, and an occasion opened, moved or skipped."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

from pydantic import TypeAdapter
from slack_bolt import Ack

from bot.domain.draft import Draft
from bot.domain.plan import Opening
from bot.domain.programme import ThemeRef
from bot.domain.wish import LeftOut, Rhythm, Wish
from bot.errors import (
    BadDate,
    BadTime,
    BadWeeks,
    NoDaysLeft,
    NoTeam,
    PastWhen,
    UnclearTime,
    UnclearWhen,
    UnknownTheme,
)
from bot.handlers import fields, setup
from bot.handlers.context import Context, bare, explain
from bot.handlers.payloads import Incoming
from bot.services import occasions, planning, year
from bot.slack.render import render_form
from bot.views.model import FormView, Receipt, ReplyView, Sheet
from bot.views.occasion import AT, DAY, DEED, NEXT, OCCASION, THEME, Deed
from bot.views.planning import (
    ANNOUNCE,
    COUNT,
    EVERY,
    FIRST,
    LEFT_OUT,
    OPENING,
    RHYTHM,
    TEXT,
    UNTIL,
    WEEKS,
    refused,
)

_drafts = TypeAdapter(Draft)

FIELD_OF: dict[type[Exception], str] = {
    UnclearWhen: TEXT,
    UnclearTime: TEXT,
    BadTime: TEXT,
    BadDate: TEXT,
    BadWeeks: WEEKS,
    NoDaysLeft: WEEKS,
    PastWhen: FIRST,
    UnknownTheme: THEME,
}
"""At which field an error is said; others are said at the theme, which stands first."""


def show(context: Context, incoming: Incoming, _: str) -> ReplyView | None:
    """Show the plan; where there is no team, ask who leads it."""
    try:
        return year.page(context.deps, incoming.request)
    except NoTeam:
        setup.ask_team(context, incoming)
        return None


def pressed(context: Context, incoming: Incoming) -> ReplyView | None:
    """Show the plan from where it is told of; in private the button says which team's.

    Where nothing is planned the form is opened, and there is nothing more to reply.
    """
    if not incoming.text:
        return show(context, incoming, "")
    view = year.next_of(context.deps, incoming.request, incoming.text)
    if isinstance(view, Sheet):
        return view
    context.slack.open_form(incoming.trigger_id, view)
    return None


def ask(context: Context, incoming: Incoming) -> None:
    """Open the form in which a plan is made."""
    form = year.form(context.deps, incoming.request, incoming.text)
    context.slack.open_form(incoming.trigger_id, form)


def hand_in(context: Context, incoming: Incoming, ack: Ack) -> None:
    """Say back what was understood, on top of the form; what is wrong is said at its field."""
    try:
        start = ThemeRef.parse(fields.chosen(incoming, THEME))
        wish = _wish(incoming, year.themes_from(context.deps, start))
        draft, days = year.understand(context.deps, incoming.request, incoming.text, wish)
        meta = f"{incoming.text} {_dump(draft)}"
        view = render_form(year.shown(context.deps, incoming.text, draft, days, meta))
    except Exception as problem:  # noqa: BLE001 - nobody is left without an answer
        text = explain(problem, context.words_of_team(incoming.text)).text
        ack(response_action="errors", errors={_field(problem, incoming): bare(text)})
    else:
        ack(response_action="push", view=view)


def sure(context: Context, incoming: Incoming, ack: Ack) -> None:
    """Save the plan that was shown; the question turns into word of what came of it."""
    team_id, _, text = incoming.text.partition(" ")
    view: Receipt
    try:
        draft = _load(context, text)
        view = year.save(context.deps, incoming.request, team_id, draft)
    except Exception as problem:  # noqa: BLE001 - nobody is left without an answer
        w = context.words_of_team(team_id)
        view = refused(bare(explain(problem, w).text), w)
    ack(response_action="update", view=render_form(view))


def ask_change(context: Context, incoming: Incoming) -> None:
    """Open the form that moves an occasion or gives it another theme."""
    form = year.change_form(context.deps, incoming.request, incoming.text)
    context.slack.open_form(incoming.trigger_id, form)


def change(context: Context, incoming: Incoming, ack: Ack) -> None:
    """Move the occasion, and give it its theme; what is wrong is said at the day."""
    deps, request, occasion_id = context.deps, incoming.request, incoming.text
    try:
        day = date.fromisoformat(fields.date_in(incoming, DAY))
        at = time.fromisoformat(fields.time_in(incoming, AT))
        theme = fields.chosen(incoming, THEME)
        ref = None if theme == NEXT else ThemeRef.parse(theme)
        occasion = planning.change(deps, request, occasion_id, day, at, ref)
        receipt = year.changed(deps, occasion)
    except Exception as problem:  # noqa: BLE001 - nobody is left without an answer
        text = explain(problem, context.words(request)).text
        ack(response_action="errors", errors={DAY: bare(text)})
    else:
        ack(response_action="update", view=render_form(receipt))


def ask_which(context: Context, incoming: Incoming) -> None:
    """Open the form in which one of the later occasions is picked."""
    form = year.pick_form(context.deps, incoming.request, incoming.text)
    context.slack.open_form(incoming.trigger_id, form)


def pick(context: Context, incoming: Incoming, ack: Ack) -> None:
    """Turn the form into the one of the occasion that was picked, or skip that one."""
    deps, request = context.deps, incoming.request
    try:
        occasion_id = fields.chosen(incoming, OCCASION)
        view: FormView
        if Deed(fields.chosen(incoming, DEED)) is Deed.SKIP:
            view = year.skipped(deps, planning.skip(deps, request, occasion_id))
        else:
            view = year.change_form(deps, request, occasion_id)
    except Exception as problem:  # noqa: BLE001 - nobody is left without an answer
        text = explain(problem, context.words_of_team(incoming.text)).text
        ack(response_action="errors", errors={OCCASION: bare(text)})
    else:
        ack(response_action="update", view=render_form(view))


def open_now(context: Context, incoming: Incoming) -> None:
    """Start the occasion's dialogue; the message with the button says so itself."""
    occasions.open_now(context.deps, incoming.request, incoming.text)


def skip(context: Context, incoming: Incoming) -> None:
    """Leave the occasion out; the message with the button says so itself."""
    planning.skip(context.deps, incoming.request, incoming.text)


def skip_on_page(context: Context, incoming: Incoming) -> ReplyView:
    """Leave the occasion out, and show the page as it is then."""
    occasion = planning.skip(context.deps, incoming.request, incoming.text)
    return year.page_of(context.deps, incoming.request, occasion.team_id)


def pause(context: Context, incoming: Incoming) -> ReplyView:
    """Have nothing happen until the plan is resumed."""
    planning.pause(context.deps, incoming.request, incoming.text)
    return year.page_of(context.deps, incoming.request, incoming.text)


def resume(context: Context, incoming: Incoming) -> ReplyView:
    """Go on where the plan stopped."""
    planning.resume(context.deps, incoming.request, incoming.text)
    return year.page_of(context.deps, incoming.request, incoming.text)


def drop(context: Context, incoming: Incoming) -> ReplyView:
    """Take a plan away."""
    team_id = planning.drop(context.deps, incoming.request, incoming.text)
    return year.page_of(context.deps, incoming.request, team_id)


def more(context: Context, incoming: Incoming) -> ReplyView:
    """Add an occasion at the end of a series."""
    occasion = planning.add_one(context.deps, incoming.request, incoming.text)
    return year.page_of(context.deps, incoming.request, occasion.team_id)


def _wish(incoming: Incoming, themes: tuple[ThemeRef, ...]) -> Wish:
    """Return the form as it was filled in. Raises ValueError, TypeError for a forged state."""
    count, until = fields.chosen(incoming, COUNT), fields.date_in(incoming, UNTIL)
    return Wish(
        themes=themes,
        text=fields.typed(incoming, TEXT),
        rhythm=Rhythm(fields.chosen(incoming, RHYTHM)),
        first=date.fromisoformat(fields.date_in(incoming, FIRST)),
        at=time.fromisoformat(fields.time_in(incoming, AT)),
        count=None if count == EVERY else int(count),
        until=date.fromisoformat(until) if until else None,
        left_out=frozenset(map(LeftOut, fields.ticked(incoming, LEFT_OUT))),
        weeks=fields.typed(incoming, WEEKS),
        announce_days=int(fields.chosen(incoming, ANNOUNCE)),
        opening=Opening(fields.chosen(incoming, OPENING)),
    )


def _field(problem: Exception, incoming: Incoming) -> str:
    """Return the field at which the error is said: there where it can be mended."""
    if isinstance(problem, PastWhen) and fields.typed(incoming, TEXT).strip():
        return TEXT
    if isinstance(problem, NoDaysLeft) and fields.date_in(incoming, UNTIL):
        return UNTIL
    return FIELD_OF.get(type(problem), THEME)


def _dump(draft: Draft) -> str:
    """Return the draft as text that fits a form: of its themes only the first."""
    return _drafts.dump_json(replace(draft, themes=draft.themes[:1])).decode()


def _load(context: Context, text: str) -> Draft:
    """Return the draft that `_dump` wrote. Raises ValueError, UnknownTheme."""
    draft = _drafts.validate_json(text)
    themes = year.themes_from(context.deps, *draft.themes)
    return replace(draft, themes=themes if draft.recurrence else draft.themes)
