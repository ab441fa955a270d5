"""A team's way through the programmes: which is meant, and what comes next."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.finding import matching, nearest, titles
from bot.domain.programme import Programme, Theme, ThemeRef
from bot.errors import UnknownName

KIND = "programme"
"""How errors name what was not found."""


def find_programme(programmes: Sequence[Programme], text: str) -> Programme:
    """Return the programme that `text` names by its id, or by its title or a part of that.

    Raises UnknownName when none or more than one fits.
    """
    found = matching(programmes, text, _names)
    if len(found) != 1:
        near = nearest(found or programmes, text, _names)
        raise UnknownName(kind=KIND, word=text.strip(), nearest=near)
    return found[0]


def following(
    programmes: Sequence[Programme], held: Sequence[ThemeRef]
) -> tuple[ThemeRef, Theme] | None:
    """Return the theme to take next, where `held` are those that were held, the latest first.

    It is the one after the latest in its programme. Where that programme is at its end, or the
    next has been held already, it is that of the programme before: a single workshop in between
    does not end a programme. Where nothing was held it is the very first theme. A rolling survey is
    never next: no meeting holds it.
    """
    if not held:
        every = (_in(each, theme) for each in programmes for theme in each.dialogues)
        return next(every, None)
    nexts = (_after(programmes, ref) for ref in held)
    return next((each for each in nexts if each and each[0] not in held), None)


def _after(programmes: Sequence[Programme], ref: ThemeRef) -> tuple[ThemeRef, Theme] | None:
    """Return the theme after this one in its programme, the first one when it is gone."""
    programme = next((each for each in programmes if each.id == ref.programme), None)
    if programme is None:
        return None
    ids = [theme.id for theme in programme.dialogues]
    after = programme.dialogues[ids.index(ref.theme) + 1 if ref.theme in ids else 0 :]
    return _in(programme, after[0]) if after else None


def _in(programme: Programme, theme: Theme) -> tuple[ThemeRef, Theme]:
    return ThemeRef(programme=programme.id, theme=theme.id), theme


def _names(programme: Programme) -> tuple[str, ...]:
    return (programme.id, *titles(programme.title))
