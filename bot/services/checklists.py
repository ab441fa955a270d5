"""Checklists of themes, ticked in private. What is ticked stands in the message alone."""

from __future__ import annotations

from bot.domain.programme import Theme, ThemeRef
from bot.domain.request import Request
from bot.domain.themes import find_theme, theme_at
from bot.errors import NoMaterial
from bot.services.deps import Deps, language_at, programmes_of
from bot.views import checklist as view
from bot.views.model import Checklist, Sheet

KIND = "checklist"
"""How errors name what was not found."""


def show(deps: Deps, request: Request, wanted: str = "") -> Checklist | Sheet:
    """Return the theme's checklist, the themes that have one when none is named.

    Raises NoThemes, UnknownTheme, NoMaterial.
    """
    programmes = programmes_of(deps)
    w = language_at(deps, request)
    if wanted.strip():
        ref = find_theme(programmes, wanted)
        return view.checklist(ref, _listed(theme_at(programmes, ref)), frozenset(), w)
    found = tuple(
        (ThemeRef(programme=programme.id, theme=theme.id), theme)
        for programme in programmes
        for theme in programme.themes
        if theme.checklist
    )
    if not found:
        raise NoMaterial(kind=KIND)
    return view.checklist(*found[0], frozenset(), w) if len(found) == 1 else view.choice(found, w)


def ticked(deps: Deps, request: Request, ref: ThemeRef, numbers: frozenset[int]) -> Checklist:
    """Return the checklist with the lines of these numbers ticked. Raises UnknownTheme, NoThemes.

    Numbers that are no lines, since the theme has changed meanwhile, are passed over.
    """
    theme = theme_at(programmes_of(deps), ref)
    return view.checklist(ref, _listed(theme), numbers, language_at(deps, request))


def _listed(theme: Theme) -> Theme:
    if not theme.checklist:
        raise NoMaterial(kind=KIND)
    return theme
