"""The form in which a manager hides comments from the team, and what it turns into."""

from __future__ import annotations

from bot.domain.disclosure import Result
from bot.domain.programme import Script
from bot.domain.round import Round
from bot.locales import Words
from bot.views.comments import by_subject
from bot.views.model import CommentChoices, HideForm, Receipt
from bot.views.rolling import titled


def hide_form(round: Round, result: Result, script: Script, w: Words) -> HideForm:
    """Return the form with every comment of the result; the hidden ones are chosen."""
    explained = [w("hide-what"), w("hide-told"), w("hide-writer"), w("hide-later")]
    if round.pooled:
        explained.append(w("hide-pool"))
    return HideForm(
        title=w("hide-title"),
        theme=titled(round, script.theme, w),
        explained=tuple(explained),
        label=w("hide-label"),
        placeholder=w("hide-placeholder"),
        groups=tuple(
            CommentChoices(heading=group.heading, comments=group.comments)
            for group in by_subject(result, script.programme, w)
        ),
        hidden=tuple(sorted(round.hidden)),
        submit=w("hide-submit"),
        close=w("answer-close"),
        round_id=round.id,
    )


def hidden(round: Round, w: Words) -> Receipt:
    """Say how many comments are hidden now, and where that is seen."""
    where = w("hide-done-shared") if round.shared else w("hide-done-later")
    return Receipt(
        title=w("hide-title"),
        lines=(w("hide-done", count=len(round.hidden)), where),
        close=w("receipt-close"),
    )
