"""A mirror for oneself: the form, the picture it gives, and the choice among mirrors."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.domain.material import Mirror
from bot.domain.mirrors import Placed, Reflection
from bot.locales import Words
from bot.views.actions import Action
from bot.views.model import Button, MirrorForm, MirrorPicture, Receipt, ScaleField, Sheet, SheetPart
from bot.views.times import date_in_words

FIELD = "mirror-"
"""Stands before the number of a question in the name of its field."""


def field_name(number: int) -> str:
    """Return the name of the field of a question, counted from 0."""
    return f"{FIELD}{number}"


def choice(mirrors: tuple[Placed, ...], w: Words) -> Sheet:
    """Return the mirrors that there are, each with a button that opens it."""
    return Sheet(
        title=w("mirror-title"),
        intro=w("mirror-which"),
        parts=tuple(
            SheetPart(
                heading=each.mirror.title.get(w.language),
                text=each.mirror.why.get(w.language),
                buttons=(Button(action=Action.MIRROR, label=w("mirror-open"), value=each.ref),),
            )
            for each in mirrors
        ),
    )


def form(placed: Placed, w: Words) -> MirrorForm:
    """Return the questions."""
    mirror = placed.mirror
    return MirrorForm(
        title=w("mirror-title"),
        name=mirror.title.get(w.language),
        why=mirror.why.get(w.language),
        promise=(w("mirror-promise-you"), w("mirror-promise-kept")),
        scales=tuple(
            ScaleField(
                name=field_name(number),
                heading=w("mirror-question", number=number + 1),
                question=question.text.get(w.language),
                low=question.low.get(w.language),
                high=question.high.get(w.language),
            )
            for number, question in enumerate(mirror.questions)
        ),
        submit=w("mirror-submit"),
        close=w("mirror-close"),
        meta=_meta(placed, w),
    )


def picture(
    placed: Placed, seen: Reflection, at: datetime, timezone: str, w: Words
) -> MirrorPicture:
    """Return what the answers show. They travel in the button that sends it, and nowhere else."""
    scores = "".join(map(str, seen.scores))
    return MirrorPicture(
        title=w("mirror-picture-title"),
        picture=sheet(placed.mirror, seen, at, timezone, w),
        send_note=w("mirror-send-note"),
        send=Button(
            action=Action.MIRROR_SEND,
            label=w("mirror-send"),
            value=scores,
        ),
        close=w("receipt-close"),
        meta=_meta(placed, w),
    )


def sheet(mirror: Mirror, seen: Reflection, at: datetime, timezone: str, w: Words) -> Sheet:
    """Return the picture itself: every answer, the strongest, what to think about, the closing."""
    year = at.astimezone(ZoneInfo(timezone)).year
    day = date_in_words(at, timezone, w)
    return Sheet(
        title=mirror.title.get(w.language),
        intro=w("mirror-date", date=day, year=str(year)),
        parts=(
            SheetPart(
                heading=w("mirror-answers"),
                lines=tuple(_answer(mirror, n, score, w) for n, score in enumerate(seen.scores)),
            ),
            *_extremes(mirror, seen, w),
            SheetPart(heading=w("mirror-closing"), text=mirror.closing.get(w.language)),
        ),
    )


def sent(w: Words) -> Receipt:
    """Say that the picture lies in the person's own conversation with the bot."""
    lines = (w("mirror-sent"),)
    return Receipt(title=w("mirror-picture-title"), lines=lines, close=w("receipt-close"))


def not_sent(picture: MirrorPicture, w: Words) -> MirrorPicture:
    """Return the picture with the word that it could not be sent; it can be tried again."""
    return picture.model_copy(update={"send_note": w("mirror-not-sent")})


def _meta(placed: Placed, w: Words) -> str:
    """Return what travels with the form: which mirror it is, and in which language."""
    return f"{placed.ref} {w.language}"


def _answer(mirror: Mirror, number: int, score: int, w: Words) -> str:
    """Return a question with the answer to it, and what the ends of its scale mean."""
    question = mirror.questions[number]
    return w(
        "mirror-answer",
        question=question.text.get(w.language),
        score=score,
        low=question.low.get(w.language),
        high=question.high.get(w.language),
    )


def _extremes(mirror: Mirror, seen: Reflection, w: Words) -> tuple[SheetPart, ...]:
    if not seen.strongest:
        return (SheetPart(text=w("mirror-alike")),)
    return (
        SheetPart(heading=w("mirror-strongest"), lines=_questions(mirror, seen.strongest, w)),
        SheetPart(heading=w("mirror-think"), lines=_questions(mirror, seen.to_think_about, w)),
    )


def _questions(mirror: Mirror, numbers: tuple[int, ...], w: Words) -> tuple[str, ...]:
    return tuple(mirror.questions[number].text.get(w.language) for number in numbers)
