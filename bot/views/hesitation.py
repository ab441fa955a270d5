"""What is said before a text is sent that may give somebody away."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.answers import Answers
from bot.locales import Words
from bot.views.model import FoundLine, Hesitation, Refusal


def hesitation(
    round_id: str,
    draft: Answers,
    w: Words,
    *,
    channel: str = "",
    names: Sequence[str] = (),
    rooms: Sequence[str] = (),
    health: Sequence[str] = (),
) -> Hesitation:
    """Return the question whether to send the draft; the words found stand as they were written."""
    lines = (
        (names, w("hesitation-names", found=", ".join(names)), w("hesitation-names-why")),
        (rooms, w("hesitation-rooms", found=", ".join(rooms)), w("hesitation-rooms-why")),
        (health, w("hesitation-health", found=", ".join(health)), w("hesitation-health-why")),
    )
    return Hesitation(
        title=w("hesitation-title"),
        intro=w("hesitation-intro"),
        text_label=w("hesitation-text"),
        found=tuple(FoundLine(found=found, why=why) for words, found, why in lines if words),
        advice=w("hesitation-advice"),
        submit=w("hesitation-submit"),
        close=w("hesitation-close"),
        round_id=round_id,
        channel=channel,
        draft=draft,
    )


def refusal(line: str, w: Words) -> Refusal:
    """Return what is said when the answer can't be taken after all; the form is still beneath."""
    return Refusal(title=w("answer-title"), line=line, close=w("hesitation-back"))
