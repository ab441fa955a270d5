"""A theme's checklist, for oneself, and the choice among checklists."""

from __future__ import annotations

from bot.domain.programme import Theme, ThemeRef
from bot.locales import Words
from bot.views.actions import Action
from bot.views.board import theme_title
from bot.views.model import Button, Checklist, Sheet, SheetPart, Tick


def checklist(ref: ThemeRef, theme: Theme, ticked: frozenset[int], w: Words) -> Checklist:
    """Return the list with the lines of these numbers, counted from 0, ticked."""
    ticks = tuple(
        Tick(text=line.get(w.language), done=number in ticked)
        for number, line in enumerate(theme.checklist)
    )
    return Checklist(
        title=w("checklist-title", title=theme.title.get(w.language)),
        intro=w("checklist-intro"),
        label=w("checklist-label"),
        ticks=ticks,
        footer=w("checklist-done", done=sum(tick.done for tick in ticks), of=len(ticks)),
        ref=str(ref),
    )


def choice(themes: tuple[tuple[ThemeRef, Theme], ...], w: Words) -> Sheet:
    """Return the themes that have a checklist."""
    return Sheet(
        title=w("checklist-title-all"),
        intro=w("checklist-which"),
        parts=tuple(
            SheetPart(heading=theme_title(theme, w), buttons=(button(ref, w),))
            for ref, theme in themes
        ),
    )


def button(ref: ThemeRef, w: Words) -> Button:
    """Return the way to a theme's checklist."""
    return Button(action=Action.CHECKLIST, label=w("checklist-open"), value=str(ref))
