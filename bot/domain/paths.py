"""A team's way through the programmes: which is meant, and what comes next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.domain.finding import matching, nearest, titles
from bot.domain.programme import Programme, Theme, ThemeRef
from bot.domain.themes import find_theme, squash
from bot.errors import UnknownName

KIND = "programme"
"""How errors name what was not found."""

EVALUATION = ("utvardering", "evaluation")
"""What people type for the evaluation of whatever programme they are in, folded."""


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

    It is the one after the latest in its programme. Where the next has been held already, it is the
    evaluation, if the last theme before that has been held: then those that were skipped are not
    waited for. Else it is that of the programme before: a single workshop in between does not end
    a programme. What was held up to a programme's evaluation is over: held again, it begins anew.
    Where nothing was held it is the very first theme. A rolling survey is never next: no meeting
    holds it.
    """
    if not held:
        every = (_in(each, theme) for each in programmes for theme in each.dialogues)
        return next(every, None)
    since = tuple(_since_evaluation(programmes, held))
    nexts = (each for ref in since for each in _after(programmes, ref, since))
    return next((each for each in nexts if each[0] not in since), None)


def evaluation_of(programmes: Sequence[Programme], ref: ThemeRef) -> tuple[ThemeRef, Theme] | None:
    """Return the evaluation of the programme that the theme stands in, None where it has none."""
    programme = next((each for each in programmes if each.id == ref.programme), None)
    if programme is None or programme.evaluation is None:
        return None
    return _in(programme, programme.evaluation)


def meant(programmes: Sequence[Programme], held: Sequence[ThemeRef], text: str) -> ThemeRef:
    """Return the theme that the text names, to a team that held these, the latest first.

    "Utvärdering" alone is that of the programme they are in. Raises UnknownTheme.
    """
    if squash(text) in EVALUATION:
        found = (evaluation_of(programmes, ref) for ref in held)
        own = next((each for each in found if each), None)
        if own:
            return own[0]
    return find_theme(programmes, text)


def _since_evaluation(
    programmes: Sequence[Programme], held: Sequence[ThemeRef]
) -> Iterator[ThemeRef]:
    """Yield what was held after the latest evaluation of its own programme."""
    evaluations = {each.id: each.evaluation.id for each in programmes if each.evaluation}
    over: set[str] = set()
    for ref in held:
        if evaluations.get(ref.programme) == ref.theme:
            over.add(ref.programme)
        if ref.programme not in over:
            yield ref


def _after(
    programmes: Sequence[Programme], ref: ThemeRef, held: Sequence[ThemeRef]
) -> Iterator[tuple[ThemeRef, Theme]]:
    """Yield the theme after this one in its programme, the first one when it is gone.

    After it comes the evaluation, where the last of all other themes has been held.
    """
    programme = next((each for each in programmes if each.id == ref.programme), None)
    if programme is None:
        return
    ids = [theme.id for theme in programme.dialogues]
    after = programme.dialogues[ids.index(ref.theme) + 1 if ref.theme in ids else 0 :]
    yield from (_in(programme, each) for each in after[:1])
    themes = [each for each in programme.dialogues if not each.evaluation]
    if programme.evaluation and themes and _in(programme, themes[-1])[0] in held:
        yield _in(programme, programme.evaluation)


def _in(programme: Programme, theme: Theme) -> tuple[ThemeRef, Theme]:
    return ThemeRef(programme=programme.id, theme=theme.id), theme


def _names(programme: Programme) -> tuple[str, ...]:
    return (programme.id, *titles(programme.title))
