"""What is asked once an answer is kept: whether a guess of what it is about is right."""

from __future__ import annotations

from bot.domain.programme import Programme
from bot.locales import Words
from bot.views.answer import tag_field
from bot.views.model import TagOffer

GUESS = "guess"
"""The name of the field. It is not that of the form's: Slack would keep what was chosen there."""


def tag_offer(
    round_id: str, channel: str, programme: Programme, guessed: tuple[str, ...], w: Words
) -> TagOffer:
    """Return the question, with the guessed tags chosen; the answer has been kept without them."""
    return TagOffer(
        title=w("receipt-title"),
        lines=(w("receipt-answered"), w("tags-offer"), w("tags-offer-yours")),
        tags=tag_field(programme, guessed, w).model_copy(update={"name": GUESS}),
        submit=w("tags-submit"),
        close=w("receipt-close"),
        round_id=round_id,
        channel=channel,
    )
