"""Wishes for themes: one's own in private, and what those who lead are told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.domain.continuity import FEWEST_WISHES
from bot.domain.plan import Occasion
from bot.domain.programme import Theme, ThemeRef
from bot.locales import Words
from bot.views.actions import Action
from bot.views.board import theme_title
from bot.views.model import Button, Note, Sheet, SheetPart

MOST_OFFERED = 12
"""So many themes have a button of their own; others are wished for by their names."""


def page(own: Mapping[ThemeRef, Theme], offered: Mapping[ThemeRef, Theme], w: Words) -> Sheet:
    """Return the person's own wishes, and what else can be wished for."""
    return Sheet(
        title=w("wish-title"),
        intro=w("wish-intro", fewest=FEWEST_WISHES),
        parts=(
            *(_mine(ref, theme, w) for ref, theme in own.items()),
            *(_offer(ref, theme, w) for ref, theme in list(offered.items())[:MOST_OFFERED]),
        ),
        footer=w("wish-footer"),
    )


def wished(ref: ThemeRef, theme: Theme, w: Words) -> Note:
    """Say that the wish is kept, what others see of it, and what exactly is kept."""
    told = w("wish-saved", title=theme_title(theme, w), fewest=FEWEST_WISHES)
    return Note(text=f"{told}\n\n{w('wish-kept')}", buttons=(_back(ref, w),))


def taken_back(w: Words) -> Note:
    """Say that the wish is gone."""
    return Note(text=w("wish-taken-back"))


def told(wished: Sequence[Theme], w: Words) -> str:
    """Return what those who lead are told, empty for nothing."""
    titles = "; ".join(theme_title(theme, w) for theme in wished)
    return w("wish-told", titles=titles, fewest=FEWEST_WISHES) if titles else ""


def parts(
    wished: Mapping[ThemeRef, Theme],
    next_one: Occasion | None,
    taking: frozenset[ThemeRef],
    w: Words,
) -> tuple[SheetPart, ...]:
    """Return what the plan's page tells: `taking` are those that the next occasion can have."""
    return tuple(
        SheetPart(
            heading=w("wish-heading", title=theme_title(theme, w)),
            text=w("wish-some", fewest=FEWEST_WISHES),
            buttons=(_take(next_one, ref, w),) if next_one and ref in taking else (),
        )
        for ref, theme in wished.items()
    )


def _mine(ref: ThemeRef, theme: Theme, w: Words) -> SheetPart:
    return SheetPart(heading=theme_title(theme, w), text=w("wish-yours"), buttons=(_back(ref, w),))


def _offer(ref: ThemeRef, theme: Theme, w: Words) -> SheetPart:
    button = Button(action=Action.WISH, label=w("wish-button"), value=str(ref))
    return SheetPart(heading=theme_title(theme, w), buttons=(button,))


def _back(ref: ThemeRef, w: Words) -> Button:
    return Button(action=Action.WISH_BACK, label=w("wish-take-back"), value=str(ref))


def _take(occasion: Occasion, ref: ThemeRef, w: Words) -> Button:
    return Button(action=Action.WISH_TAKE, label=w("wish-take"), value=f"{occasion.id} {ref}")
