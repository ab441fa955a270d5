"""Cards, mirrors and checklists: what is for oneself, and a card for the group."""

from __future__ import annotations

from slack_bolt import Ack

from bot.domain.mirrors import SCORES
from bot.domain.programme import ThemeRef
from bot.handlers import fields
from bot.handlers.context import Context, bare, explain
from bot.handlers.files import went
from bot.handlers.payloads import Incoming
from bot.locales import Words, words
from bot.services import cards, checklists, mirrors
from bot.slack.render import render_form
from bot.slack.render.sheets import CHECKLIST
from bot.views import mirror as view
from bot.views.mirror import FIELD, field_name
from bot.views.model import Checklist, MirrorPicture, Receipt, ReplyView, Sheet


def card(context: Context, incoming: Incoming, wanted: str) -> ReplyView:
    """Draw a card of the part, or the deck, that is named; of all for no name."""
    return cards.card(context.deps, incoming.request, wanted)


def card_pressed(context: Context, incoming: Incoming) -> ReplyView:
    """Draw a card."""
    return card(context, incoming, incoming.text)


def another_card(context: Context, incoming: Incoming) -> ReplyView:
    """Draw another card in the place of the one that stands there."""
    wanted, _, last = incoming.text.rpartition(" ")
    return cards.card(context.deps, incoming.request, wanted, last)


def show_card(context: Context, incoming: Incoming) -> ReplyView:
    """Show the group the card."""
    return cards.show(context.deps, incoming.request, incoming.text)


def mirror(context: Context, incoming: Incoming, wanted: str) -> ReplyView | None:
    """Open the mirror, or show the mirrors that there are."""
    found = mirrors.ask(context.deps, incoming.request, wanted)
    if isinstance(found, Sheet):
        return found
    context.slack.open_form(incoming.trigger_id, found)
    return None


def mirror_pressed(context: Context, incoming: Incoming) -> ReplyView | None:
    """Open the mirror whose button was pressed."""
    return mirror(context, incoming, incoming.text)


def mirrored(context: Context, incoming: Incoming, ack: Ack) -> None:
    """Turn the questions into the picture. Nothing of it is kept, here or anywhere."""
    try:
        scores = _scores(context, incoming)
        picture = mirrors.picture(context.deps, incoming.text, scores)
    except Exception as problem:  # noqa: BLE001 - nobody is left without an answer
        text = explain(problem, words(context.deps.terms.language)).text
        ack(response_action="errors", errors={field_name(0): bare(text)})
    else:
        ack(response_action="update", view=render_form(picture))


def send_picture(context: Context, incoming: Incoming, meta: str) -> None:
    """Send the picture to the one who made it, straight through the platform; best effort.

    Not through the outbox: what stands there is written down.
    """
    w = words(meta.rpartition(" ")[2])
    picture = mirrors.picture(context.deps, meta, tuple(map(int, incoming.text)))
    context.slack.update_form(incoming.view_id, _sent(context, incoming, picture, w))


def _sent(
    context: Context, incoming: Incoming, picture: MirrorPicture, w: Words
) -> Receipt | MirrorPicture:
    """Send the picture; return word of it, or the picture itself when it could not be sent."""
    user = incoming.request.actor.user
    gone = went(lambda: context.slack.tell(user, picture.picture))
    return view.sent(w) if gone else view.not_sent(picture, w)


def checklist(context: Context, incoming: Incoming, wanted: str) -> ReplyView:
    """Show a theme's checklist, or the themes that have one."""
    return checklists.show(context.deps, incoming.request, wanted)


def checklist_pressed(context: Context, incoming: Incoming) -> ReplyView:
    """Show the checklist whose button was pressed."""
    return checklist(context, incoming, incoming.text)


def ticked(context: Context, incoming: Incoming) -> ReplyView:
    """Show the checklist as it is ticked now, in the place of the one that stands there."""
    ref = incoming.block.removeprefix(CHECKLIST).rpartition("/")[0]
    numbers = fields.all_numbers(incoming.values, CHECKLIST)
    shown: Checklist = checklists.ticked(
        context.deps, incoming.request, ThemeRef.parse(ref), numbers
    )
    return shown


def _scores(context: Context, incoming: Incoming) -> tuple[int, ...]:
    """Return the answers in the order of the questions. Raises ValueError for a forged state."""
    count = mirrors.questions(context.deps, incoming.text)
    given = [fields.chosen(incoming, field_name(number)) for number in range(count)]
    if any(score not in map(str, SCORES) for score in given):
        raise ValueError(f"not the answers of {FIELD}fields")
    return tuple(map(int, given))
