"""The comments of a summary: by subject, with or without what is hidden, in several messages."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from bot.domain.disclosure import Result
from bot.domain.programme import Programme
from bot.domain.round import Round
from bot.locales import Words
from bot.views.model import CommentLines

PAGE = 5_000
"""Characters of comments in one message: with the rest of a summary, and its picture in words, it
fits every platform."""


def by_subject(result: Result, programme: Programme, w: Words) -> Iterator[CommentLines]:
    """Yield the comments by subject; where none has one, nothing is called the rest."""
    for group in result.comments:
        alone = not group.tag and len(result.comments) == 1
        heading = "" if alone else tag_name(group.tag, programme, w)
        yield CommentLines(heading=heading, comments=group.comments)


def tag_name(tag: str, programme: Programme, w: Words) -> str:
    """Return the tag's name; an empty tag stands for the rest."""
    names = {t.id: t.name.get(w.language) for t in programme.tags}
    return names.get(tag, w("summary-comments-rest"))


def tag_line(name: str, count: int, at_least: bool, w: Words) -> str:
    """Return how many answers carry a tag of this name, or with `at_least` so many or more."""
    return w("summary-tag-at-least" if at_least else "summary-tag", tag=name, count=count)


def paged(groups: tuple[CommentLines, ...]) -> list[tuple[CommentLines, ...]]:
    """Return the comments divided so that each part has at most `PAGE` characters."""
    parts: list[list[CommentLines]] = []
    room = 0
    for group in groups:
        for comment in group.comments:
            if len(comment) > room:
                parts.append([])
                room = PAGE
            room -= len(comment)
            held = parts[-1]
            if held and held[-1].heading == group.heading:
                comments = (*held.pop().comments, comment)
            else:
                comments = (comment,)
            held.append(CommentLines(heading=group.heading, comments=comments))
    return [tuple(part) for part in parts]


def without_hidden(groups: tuple[CommentLines, ...], round: Round) -> Iterator[CommentLines]:
    """Yield the groups without the comments that the team does not see."""
    return (shown for shown, _ in _divided(groups, round.hidden) if shown.comments)


def marked(groups: tuple[CommentLines, ...], round: Round, w: Words) -> Iterator[CommentLines]:
    """Yield the groups, each followed by those of its comments that the team does not see."""
    for shown, taken in _divided(groups, round.hidden):
        if shown.comments:
            yield shown
        if taken.comments:
            yield taken.model_copy(update={"heading": _hidden_heading(taken, w)})


def _divided(
    groups: tuple[CommentLines, ...], hidden: frozenset[int]
) -> Iterator[tuple[CommentLines, CommentLines]]:
    """Yield each group as what is shown and what is hidden; numbers go on through all groups."""
    numbers = count()
    for group in groups:
        numbered = [(next(numbers), comment) for comment in group.comments]
        shown = tuple(comment for number, comment in numbered if number not in hidden)
        taken = tuple(comment for number, comment in numbered if number in hidden)
        yield (
            group.model_copy(update={"comments": shown}),
            group.model_copy(update={"comments": taken}),
        )


def _hidden_heading(taken: CommentLines, w: Words) -> str:
    """Return what says that it is the comments that are hidden, and what they are about."""
    rest = taken.heading == w("summary-comments-rest")
    about = "rest" if rest else "subject" if taken.heading else "none"
    return w(
        "summary-hidden-heading", count=len(taken.comments), about=about, subject=taken.heading
    )
