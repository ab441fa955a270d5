"""The anonymous form, and the receipt that it turns into."""

from __future__ import annotations

from functools import lru_cache

from bot.domain.answers import COMMENT_LIMIT, TAG_LIMIT, Answers
from bot.domain.programme import Component, Programme, Script, Theme
from bot.domain.round import Round
from bot.locales import Words
from bot.views import rolling
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
from bot.views.window import until

COMMENT, TAGS, VERBATIM = "comment", "tags", "verbatim"
"""Names of the fields beside the components' own."""

SMALL_GROUP = 10
"""With fewer than this on the roster, or words shown from fewer, they can be recognised: say so."""


def answer_form(
    round: Round,
    script: Script,
    earlier: Answers | None,
    timezone: str,
    w: Words,
    run_by: str = "",
) -> AnswerForm:
    """Return the form, filled in with the person's earlier answers if there are any.

    `timezone` is the team's; `run_by` is the name of the team that runs a rolling survey.
    """
    given, theme = earlier or Answers(), script.theme
    return AnswerForm(
        title=w("answer-title"),
        theme=theme.title.get(w.language),
        promise=promise(round, timezone, w, run_by),
        privacy=privacy_button(round.id, w),
        scales=tuple(_scale(c, theme, given, w) for c in Component),
        comment=_comment(theme, given, w),
        tags=tag_field(script.programme, given.tags, w),
        verbatim=_consent(round, given, w),
        withdraw=_withdraw_button(round, timezone, w) if earlier else None,
        submit=w("answer-change" if earlier else "answer-submit"),
        close=w("answer-close"),
        round_id=round.id,
    )


def promise(round: Round, timezone: str, w: Words, run_by: str = "") -> tuple[str, ...]:
    """Return the three lines that are read before anything is filled in.

    They are read in under twenty seconds, whatever the terms (tests/views/test_promise.py); all
    the rest is behind the button beside them.
    """
    invited, quotes = round.invited, round.quote_threshold
    few = not round.may_reach(round.threshold)
    if not round.may_reach(quotes):
        said = w("answer-promise-no-words", quotes=quotes)
    else:
        small = (quotes if round.rolling else min(invited, quotes)) < SMALL_GROUP
        if round.drafted:
            said = w("draft-promise-words", quotes=quotes, small=yes(small))
        else:
            said = w("answer-promise-words", quotes=quotes, small=yes(small))
    who = rolling.promise(round, run_by, w) if round.rolling else _who(round, few, timezone, w)
    return who, said, w("answer-promise-sealed", few=yes(few))


def _who(round: Round, few: bool, timezone: str, w: Words) -> str:
    """Return who gets what from how many, and, if it is not over with the dialogue, until when."""
    if round.pooled and round.closes_at:
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
    closes = until(round, timezone, w)
    first = f"{w('window-promise-until', until=closes)} " if closes else ""
    if few:
        return first + w("answer-promise-nothing", invited=round.invited)
    return first + w(
        "window-promise-who" if closes else "answer-promise-who",
        threshold=round.threshold,
        invited=round.invited,
        sees=_sees(round),
    )


def _sees(round: Round) -> str:
    """Return what the team sees, as texts select on it: words only if any can ever be shown."""
    if not round.team_sees:
        return "no"
    return "words" if round.invited >= round.quote_threshold else "numbers"


@lru_cache(maxsize=256)
def answered(w: Words, *, pooled: bool, closes: str = "") -> Receipt:
    """Return the receipt for an answer given or changed: the same for all, so made once.

    `pooled` says that teams share the box, `closes` when it is closed after the dialogue.
    """
    change = (
        w("window-receipt-change", until=closes)
        if closes
        else w("receipt-change", pooled=yes(pooled))
    )
    lines = (w("receipt-answered"), change, w("receipt-only-you"))
    return Receipt(title=w("receipt-title"), lines=lines, close=w("receipt-close"))


def withdrawn(w: Words) -> Receipt:
    """Return the receipt for an answer taken back."""
    lines = (w("receipt-withdrawn"), w("receipt-again"))
    return Receipt(title=w("receipt-withdrawn-title"), lines=lines, close=w("receipt-close"))


def _consent(round: Round, given: Answers, w: Words) -> TickField | None:
    """Return the question about showing one's words; none where they can never be shown."""
    if not round.may_reach(round.quote_threshold):
        return None
    return TickField(
        name=VERBATIM,
        label=w("answer-verbatim"),
        text=w("answer-verbatim-text"),
        hint=_hint(round, w),
        value=given.verbatim,
    )


def _hint(round: Round, w: Words) -> str:
    """Return what the yes means, also who else reads the words then."""
    hint = w("answer-verbatim-hint", quotes=round.quote_threshold)
    return f"{hint} {w('draft-consent')}" if round.drafted else hint


def _comment(theme: Theme, given: Answers, w: Words) -> TextField:
    return TextField(
        name=COMMENT,
        label=theme.free_question.get(w.language) if theme.free_question else "",
        hint=w("answer-comment-hint", limit=COMMENT_LIMIT),
        value=given.comment,
        limit=COMMENT_LIMIT,
    )


def tag_field(programme: Programme, chosen: tuple[str, ...], w: Words) -> ChoiceField:
    """Return the question what the answer is about, with these tags chosen."""
    return ChoiceField(
        name=TAGS,
        label=w("answer-tags"),
        placeholder=w("answer-tags-placeholder"),
        options=tuple(
            Option(value=tag.id, label=tag.name.get(w.language)) for tag in programme.tags
        ),
        chosen=chosen,
        limit=TAG_LIMIT,
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


def _withdraw_button(round: Round, timezone: str, w: Words) -> Button:
    closes = until(round, timezone, w)
    return Button(
        action=Action.WITHDRAW,
        label=w("answer-withdraw"),
        value=round.id,
        style="danger",
        confirm=Confirm(
            title=w("answer-withdraw-title"),
            text=w("window-withdraw-text", until=closes)
            if closes
            else w("answer-withdraw-text", pooled=yes(round.pooled)),
            yes=w("answer-withdraw-yes"),
            no=w("answer-withdraw-no"),
        ),
    )
