"""The end of a programme: that it is time to look back, and what came of it."""

from __future__ import annotations

from collections.abc import Iterator

from bot.domain.history import Published
from bot.domain.programme import Theme, ThemeRef
from bot.locales import Words
from bot.views.actions import Action
from bot.views.board import theme_title
from bot.views.fitting import fitting
from bot.views.model import Button, ComponentLine, SheetPart, Summary
from bot.views.summary import for_team
from bot.views.trends import together

MOST_COMMENTS, ROOM = 6, 1_500
"""So many comments, and so much of them, but one in any case, stand beside the numbers of an
evaluation; all of them in its own summary. Below them there must be room for the rest of a year."""

Coming = tuple[ThemeRef, Theme]
"""A theme that can be held next, and where it stands."""


def look_back(evaluation: Theme, w: Words) -> str:
    """Say that the evaluation of the programme is what comes next."""
    return w("menu-evaluation", title=theme_title(evaluation, w), minutes=evaluation.length)


def next_line(theme: Theme, w: Words) -> str:
    """Say which theme comes next."""
    if theme.evaluation:
        return look_back(theme, w)
    return w("menu-next", title=theme_title(theme, w))


def about(each: Published, w: Words) -> str:
    """Return which programme was evaluated; empty for everything else."""
    if not each.evaluates:
        return ""
    return w("results-evaluates", programme=each.script.programme.title.get(w.language))


def told(each: Published, day: str, took: str, w: Words) -> Iterator[SheetPart]:
    """Yield what a year tells of an evaluation: what its team has been shown of it, in short."""
    shown = for_team(each.round, each.result, each.script, w)
    programme = each.script.programme.title.get(w.language)
    yield SheetPart(
        heading=w("results-evaluation"),
        text=" · ".join(filter(None, (programme, day, took, together(each, w)))),
        lines=tuple(_line(component, w) for component in shown.components),
    )
    if shown.keep_questions:
        yield SheetPart(heading=shown.keep_heading, lines=shown.keep_questions)
    if shown.next_questions:
        yield SheetPart(heading=shown.next_heading, lines=shown.next_questions)
    yield _in_words(each, shown, w)


def _line(component: ComponentLine, w: Words) -> str:
    return w(
        "results-evaluation-line",
        component=component.name,
        question=component.question,
        said=component.headline,
        ends=component.ends,
    )


def _in_words(each: Published, shown: Summary, w: Words) -> SheetPart:
    """Return comments as the team sees them, and the way to all that was shown."""
    comments = [text for group in shown.comments for text in group.comments]
    first = fitting(comments[:MOST_COMMENTS], ROOM) or tuple(comments[:1])
    more = len(comments) - len(first)
    rest = w("results-evaluation-more", count=more) if more > 0 else ""
    label = w("results-evaluation-show")
    return SheetPart(
        heading=shown.comments_heading if comments else "",
        lines=tuple(filter(None, (*first, rest, shown.comments_hidden))),
        buttons=(Button(action=Action.RESULT_SHOW, label=label, value=each.round.id),),
    )
