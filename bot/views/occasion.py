"""The forms of an occasion: which one, and what becomes of it."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from bot.domain.people import Team
from bot.domain.plan import Occasion
from bot.domain.programme import Theme, ThemeRef
from bot.locales import Words
from bot.views.actions import Form
from bot.views.board import theme_title
from bot.views.model import ClockField, DayField, Option, PlainForm, Receipt, SelectField
from bot.views.plan import when
from bot.views.when import capital

DAY, AT, THEME = "day", "at", "theme"
OCCASION, DEED = "occasion", "deed"
"""The names of the fields."""

NEXT = "next"
"""The theme that is next in the queue."""

MOST = 100
"""So many occasions can be chosen between: no plan has more, and no form holds more."""


class Deed(StrEnum):
    """What is done with the occasion that was picked."""

    CHANGE = "change"
    SKIP = "skip"


def pick_form(team: Team, occasions: Sequence[tuple[Occasion, str]], w: Words) -> PlainForm:
    """Return the form in which an occasion is picked, each with the title of its theme."""
    options = tuple(
        Option(value=each.id, label=w("year-later-line", when=capital(when(each, w)), title=title))
        for each, title in occasions[:MOST]
    )
    deeds = tuple(Option(value=deed.value, label=w(f"planning-deed-{deed.value}")) for deed in Deed)
    return PlainForm(
        form=Form.PICK,
        title=w("planning-change-title"),
        fields=(
            SelectField(
                name=OCCASION,
                label=w("planning-pick"),
                groups=(("", options),),
                chosen=options[0].value,
            ),
            SelectField(
                name=DEED,
                label=w("planning-deed"),
                hint=w("planning-deed-hint"),
                groups=(("", deeds),),
                chosen=Deed.CHANGE.value,
            ),
        ),
        submit=w("planning-pick-submit"),
        close=w("plan-skip-no"),
        meta=team.id,
    )


def change_form(
    occasion: Occasion, themes: Sequence[tuple[ThemeRef, Theme]], w: Words
) -> PlainForm:
    """Return the form that moves an occasion, or gives it a theme of its own."""
    options = (
        Option(value=NEXT, label=w("planning-next")),
        *(Option(value=str(ref), label=theme_title(theme, w)) for ref, theme in themes),
    )
    return PlainForm(
        form=Form.OCCASION,
        title=w("planning-change-title"),
        heading=capital(when(occasion, w)),
        fields=(
            DayField(name=DAY, label=w("planning-day"), value=occasion.day, required=True),
            ClockField(name=AT, label=w("planning-at"), value=occasion.at),
            SelectField(
                name=THEME,
                label=w("planning-its-theme"),
                groups=(("", options),),
                chosen=str(occasion.theme) if occasion.theme else NEXT,
            ),
        ),
        submit=w("planning-change"),
        close=w("plan-skip-no"),
        meta=occasion.id,
    )


def changed(occasion: Occasion, w: Words) -> Receipt:
    """Say when the occasion is now."""
    return _receipt(w("planning-changed", when=when(occasion, w, year=True)), w)


def skipped(occasion: Occasion, w: Words) -> Receipt:
    """Say that the occasion is left out."""
    return _receipt(w("planning-skipped", when=when(occasion, w)), w)


def _receipt(line: str, w: Words) -> Receipt:
    return Receipt(title=w("planning-change-title"), lines=(line,), close=w("receipt-close"))
