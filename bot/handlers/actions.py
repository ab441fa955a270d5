"""Everything that can be pressed: one function for each action."""

from __future__ import annotations

from collections.abc import Callable

from slack_bolt import Ack

from bot.handlers import (
    adaptation,
    calendars,
    commands,
    commitments,
    continuity,
    history,
    payloads,
    plan,
    pool,
    privacy,
    reminders,
    results,
    rolling,
    setup,
    talk,
    team,
)
from bot.handlers.context import Context, explain, guarded, in_channel
from bot.handlers.payloads import Body, Incoming
from bot.services import answers, overview, sessions
from bot.slack import box
from bot.slack.render.blocks import action_name
from bot.views.actions import Action
from bot.views.model import Note, Receipt, ReplyView

Handler = Callable[[Context, Incoming], ReplyView | None]


def handle(context: Context, body: Body, ack: Ack) -> None:
    """Do what a button asks for, acknowledge, and say privately what came of it."""
    incoming = payloads.action(body)
    name = name_of(incoming)
    if incoming.view_id:
        ack()
        guarded(lambda: IN_FORMS[name](context, incoming, payloads.metadata(body)))
        return
    view = context.answer(incoming.request, lambda: HANDLERS[name](context, incoming))
    ack()
    if incoming.in_home:
        context.later(lambda: _show_in_home(context, incoming, view))
    else:
        replace = name in REPLACING and not isinstance(view, Note)
        context.reply(incoming.response_url, view, replace=replace)


def _show_in_home(context: Context, incoming: Incoming, view: ReplyView | None) -> None:
    """Answer in the app's home, where there is no conversation to answer in."""
    if view is not None:
        back = overview.back(context.deps) if name_of(incoming) not in HOMES else None
        context.slack.publish_home(incoming.request.actor.user, view, back)


def name_of(incoming: Incoming) -> str:
    """Return the action that was pressed."""
    return action_name(incoming.what)


def open_answer(context: Context, incoming: Incoming) -> None:
    """Open the anonymous form for whoever pressed."""
    form = answers.open_form(context.deps, incoming.request, incoming.text)
    context.slack.open_form(incoming.trigger_id, form)


def _withdraw(context: Context, incoming: Incoming, metadata: str) -> None:
    """Take the answer back; what came of it is said in the form."""
    round_id, channel = box.load(metadata)
    request = in_channel(incoming.request, channel)
    w = context.words_of_round(request, round_id)
    try:
        receipt = answers.withdraw(context.deps, request, round_id)
    except Exception as problem:  # noqa: BLE001 - nobody is left without an answer
        text = explain(problem, w).text
        receipt = Receipt(title=w("answer-title"), lines=(text,), close=w("receipt-close"))
    context.later(lambda: context.slack.update_form(incoming.view_id, receipt))


def _next(context: Context, incoming: Incoming) -> None:
    session_id, step = incoming.text.split(" ")
    sessions.next_step(context.deps, incoming.request, session_id, int(step))


def _pause(context: Context, incoming: Incoming) -> None:
    sessions.pause(context.deps, incoming.request, incoming.text)


def _resume(context: Context, incoming: Incoming) -> None:
    sessions.resume(context.deps, incoming.request, incoming.text)


def _extend(context: Context, incoming: Incoming) -> None:
    session_id, minutes = incoming.text.split(" ")
    sessions.extend(context.deps, incoming.request, int(minutes), session_id)


def _stop(context: Context, incoming: Incoming) -> None:
    sessions.stop(context.deps, incoming.request, incoming.text)


def _cancel(context: Context, incoming: Incoming) -> ReplyView:
    session = sessions.cancel(context.deps, incoming.request, incoming.text)
    return overview.over(context.deps, incoming.request, session)


def _themes(context: Context, incoming: Incoming) -> ReplyView:
    return overview.themes(context.deps, incoming.request, incoming.text)


def _stuck(context: Context, incoming: Incoming) -> ReplyView:
    return overview.stuck(context.deps, incoming.request, incoming.text)


def _preview(context: Context, incoming: Incoming) -> ReplyView:
    return overview.preview(context.deps, incoming.request, incoming.text)


def _start(context: Context, incoming: Incoming) -> ReplyView | None:
    return commands.start(context, incoming, incoming.text)


def _help(context: Context, incoming: Incoming) -> ReplyView:
    return overview.help_text(context.deps, incoming.request)


def _home(context: Context, incoming: Incoming) -> ReplyView:
    return overview.home(context.deps, incoming.request.actor)


HANDLERS: dict[str, Handler] = {
    Action.ANSWER: open_answer,
    Action.NEXT: _next,
    Action.PAUSE: _pause,
    Action.RESUME: _resume,
    Action.EXTEND: _extend,
    Action.STOP: _stop,
    Action.CANCEL: _cancel,
    Action.SHARE: results.share,
    Action.HIDE: results.open_hide,
    Action.RESULTS: history.paged,
    Action.RESULT_SHOW: history.show_round,
    Action.RESULTS_PERIOD: history.show_period,
    Action.RESULTS_FILE: history.send_file,
    Action.THEMES: _themes,
    Action.PROGRAMME: _themes,
    Action.STUCK: _stuck,
    Action.PREVIEW: _preview,
    Action.START: _start,
    Action.TEAM_SEES: team.show_to_team,
    Action.TEAM_LANGUAGE: team.speak,
    Action.WINDOW: team.ask_window,
    Action.WINDOW_SET: team.keep_open,
    Action.REMINDERS: reminders.switch,
    Action.SURVEY: rolling.pressed,
    Action.SURVEY_START: rolling.start,
    Action.SURVEY_INVITE: rolling.ask,
    Action.SURVEY_STOP: rolling.stop,
    Action.POOL: pool.ask,
    Action.POOL_JOIN: pool.join,
    Action.POOL_DECLINE: pool.decline,
    Action.POOL_LEAVE: pool.leave,
    Action.HELP: _help,
    Action.HOME: _home,
    Action.PRIVACY: privacy.pressed,
    Action.SEEN: privacy.seen,
    Action.CARD: talk.card_pressed,
    Action.CARD_MORE: talk.another_card,
    Action.CARD_SHOW: talk.show_card,
    Action.MIRROR: talk.mirror_pressed,
    Action.CHECKLIST: talk.checklist_pressed,
    Action.TICK: talk.ticked,
    Action.LOG: adaptation.open_form,
    Action.COMMITMENTS: commitments.pressed,
    Action.COMMITMENTS_FILE: commitments.send_file,
    Action.COMMIT: commitments.ask,
    Action.COMMITMENT_EDIT: commitments.ask_correction,
    Action.COMMITMENT_FOLLOW_UP: commitments.ask_outcome,
    Action.PLAN: plan.pressed,
    Action.PLAN_NEW: plan.ask,
    Action.PLAN_SKIP: plan.skip_on_page,
    Action.PLAN_PAUSE: plan.pause,
    Action.PLAN_RESUME: plan.resume,
    Action.PLAN_DROP: plan.drop,
    Action.PLAN_MORE: plan.more,
    Action.PLAN_PICK: plan.ask_which,
    Action.CALENDAR: calendars.pressed,
    Action.CALENDAR_FILE: calendars.send_file,
    Action.CALENDAR_RENEW: calendars.renew,
    Action.HAND_OVER: continuity.ask_hand_over,
    Action.MANAGER_ASK: continuity.ask_manager,
    Action.MANAGER_YES: continuity.approve,
    Action.MANAGER_NO: continuity.refuse,
    Action.MANAGER_WITHDRAW: continuity.withdraw,
    Action.WISH: continuity.wish_pressed,
    Action.WISH_BACK: continuity.take_back,
    Action.WISH_TAKE: continuity.take_next,
    Action.OCCASION_OPEN: plan.open_now,
    Action.OCCASION_MOVE: plan.ask_change,
    Action.OCCASION_SKIP: plan.skip,
}
"""What is pressed in messages and in the app's home."""

HOMES = frozenset([Action.HOME, Action.REMINDERS])
"""What shows the home itself when it is pressed there."""

REPLACING = frozenset(
    [
        Action.CARD_MORE,
        Action.TICK,
        Action.REMINDERS,
        Action.SURVEY_START,
        Action.SURVEY_STOP,
        Action.PLAN_SKIP,
        Action.PLAN_PAUSE,
        Action.PLAN_RESUME,
        Action.PLAN_DROP,
        Action.PLAN_MORE,
        Action.CALENDAR_RENEW,
        Action.RESULTS,
        Action.RESULTS_PERIOD,
        Action.WISH_TAKE,
    ]
)
"""What only one person sees, and whose outcome takes its place."""

IN_FORMS: dict[str, Callable[[Context, Incoming, str], None]] = {
    Action.WITHDRAW: _withdraw,
    Action.MANAGER_CHOSEN: setup.manager_chosen,
    Action.POOL_SEARCH: pool.search,
    Action.PRIVACY: privacy.pressed_in_form,
    Action.SEEN: privacy.seen_in_form,
    Action.MIRROR_SEND: talk.send_picture,
    Action.LOG_STEP: adaptation.chosen,
}
"""What is pressed or chosen in a form; the third argument is the form's metadata."""
