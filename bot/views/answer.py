"""The anonymous form, and the receipt that it turns into."""

from __future__ import annotations

from functools import cache

from bot.domain.answers import COMMENT_LIMIT, TAG_LIMIT, Answers
from bot.domain.programme import Component, Script, Theme
from bot.domain.round import Round
from bot.locales import Words
from bot.views.actions import Action
from bot.views.buttons import privacy_button
from bot.views.model import (
    AnswerForm,
    Button,
    ChoiceField,
    Confirm,
    Option,
    Receipt,
    ScaleField,
    TextField,
    TickField,
)
from bot.views.selecting import yes
from bot.views.times import date_in_words

COMMENT, TAGS, VERBATIM = "comment", "tags", "verbatim"
"""Names of the fields beside the components' own."""

SMALL_GROUP = 10
"""With fewer than this on the roster, or words shown from fewer, they can be recognised: say so."""


def answer_form(
    round: Round, script: Script, earlier: Answers | None, timezone: str, w: Words
) -> AnswerForm:
    """Return the form, filled in with the person's earlier answers if there are any.

    `timezone` is the team's.
    """
    given, theme = earlier or Answers(), script.theme
    return AnswerForm(
        title=w("answer-title"),
        theme=theme.title.get(w.language),
        promise=promise(round, timezone, w),
        privacy=privacy_button(round.id, w),
        scales=tuple(_scale(c, theme, given, w) for c in Component),
        comment=TextField(
            name=COMMENT,
            label=theme.free_question.get(w.language) if theme.free_question else "",
            hint=w("answer-comment-hint", limit=COMMENT_LIMIT),
            value=given.comment,
            limit=COMMENT_LIMIT,
        ),
        tags=ChoiceField(
            name=TAGS,
            label=w("answer-tags"),
            placeholder=w("answer-tags-placeholder"),
            options=tuple(
                Option(value=t.id, label=t.name.get(w.language)) for t in script.programme.tags
            ),
            chosen=given.tags,
            limit=TAG_LIMIT,
        ),
        verbatim=_consent(round, given, w),
        withdraw=_withdraw_button(round, w) if earlier else None,
        submit=w("answer-change" if earlier else "answer-submit"),
        close=w("answer-close"),
        round_id=round.id,
    )


def promise(round: Round, timezone: str, w: Words) -> tuple[str, ...]:
    """Return the three lines that are read before anything is filled in.

    They are read in under twenty seconds, whatever the terms (tests/views/test_promise.py); all
    the rest is behind the button beside them.
    """
    invited, quotes = round.invited, round.quote_threshold
    few = invited < round.threshold
    if invited < quotes:
        said = w("answer-promise-no-words", quotes=quotes)
    else:
        small = min(invited, quotes) < SMALL_GROUP
        said = w("answer-promise-words", quotes=quotes, small=yes(small))
    return _who(round, few, timezone, w), said, w("answer-promise-sealed", few=yes(few))


def _who(round: Round, few: bool, timezone: str, w: Words) -> str:
    """Return who gets what from how many; for a box that teams share, also until when."""
    if round.closes_at:
        box = w(
            "answer-promise-box",
            invited=round.invited,
            teams=len(round.team_ids),
            date=date_in_words(round.closes_at, timezone, w),
        )
        if few:
            return f"{box} {w('answer-promise-box-nothing')}"
        who = w("answer-promise-box-who", threshold=round.threshold, sees=_sees(round))
        return f"{box} {who}"
    if few:
        return w("answer-promise-nothing", invited=round.invited)
    return w(
        "answer-promise-who",
        threshold=round.threshold,
        invited=round.invited,
        sees=_sees(round),
    )


def _sees(round: Round) -> str:
    """Return what the team sees, as texts select on it: words only if any can ever be shown."""
    if not round.team_sees:
        return "no"
    return "words" if round.invited >= round.quote_threshold else "numbers"


@cache
def answered(w: Words, *, pooled: bool) -> Receipt:
    """Return the receipt for an answer given or changed: the same for all, so made once.

    `pooled` says that teams share the box.
    """
    change = w("receipt-change", pooled=yes(pooled))
    lines = (w("receipt-answered"), change, w("receipt-only-you"))
    return Receipt(title=w("receipt-title"), lines=lines, close=w("receipt-close"))


def withdrawn(w: Words) -> Receipt:
    """Return the receipt for an answer taken back."""
    lines = (w("receipt-withdrawn"), w("receipt-again"))
    return Receipt(title=w("receipt-withdrawn-title"), lines=lines, close=w("receipt-close"))


def _consent(round: Round, given: Answers, w: Words) -> TickField | None:
    """Return the question about showing one's words; none where they can never be shown."""
    if round.invited < round.quote_threshold:
        return None
    return TickField(
        name=VERBATIM,
        label=w("answer-verbatim"),
        text=w("answer-verbatim-text"),
        hint=w("answer-verbatim-hint", quotes=round.quote_threshold),
        value=given.verbatim,
    )


def _scale(component: Component, theme: Theme, given: Answers, w: Words) -> ScaleField:
    question = theme.questions[component]
    return ScaleField(
        name=component,
        heading=w(f"component-{component}"),
        question=question.text.get(w.language),
        low=question.low.get(w.language),
        high=question.high.get(w.language),
        value=given.scores.get(component),
    )


def _withdraw_button(round: Round, w: Words) -> Button:
    return Button(
        action=Action.WITHDRAW,
        label=w("answer-withdraw"),
        value=round.id,
        style="danger",
        confirm=Confirm(
            title=w("answer-withdraw-title"),
            text=w("answer-withdraw-text", pooled=yes(round.pooled)),
            yes=w("answer-withdraw-yes"),
            no=w("answer-withdraw-no"),
        ),
    )
