"""The summary of a round, for the manager and for the team."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from bot.slack.render.blocks import Json, actions, context, divider, fits
from bot.slack.render.rich import (
    aligned,
    bullets,
    day_and_time,
    heading,
    lines,
    paragraphs,
    quote,
    rich,
    space,
    words,
)
from bot.views.model import CommentLines, ComponentLine, Moment, Summary

_GAP = re.compile(r"\n(?:[^\S\n]*\n){2,}")
"""Several empty lines: one of them is shown, so that no comment pushes all others out of sight."""

COUNT = "{count}"
"""Stands for the number of comments left out, in the view's sentence about them."""


def summary(view: Summary, picture: Json | None = None) -> list[Json]:
    """Return the blocks of a summary; comments take the room that everything else leaves.

    `picture` is the block of the view's picture, where it can be had.
    """
    before, after = _before(view, picture), _after(view)
    return [*before, *_comments(view, [*before, *after]), *after]


def _before(view: Summary, picture: Json | None) -> list[Json]:
    drawn = [picture] if picture else []
    return [
        *heading(view.title),
        *rich(paragraphs(view.essence, "bold")),
        *rich(paragraphs(view.taking_part)),
        *_headed(view.keep_heading, [rich(quote(each)) for each in view.keep_questions]),
        *_headed(view.next_heading, [rich(quote(each)) for each in view.next_questions]),
        *_headed(view.components_heading, [*map(_component, view.components), drawn]),
        *_headed(view.tags_heading, [rich(bullets(view.tags))]),
    ]


def _after(view: Summary) -> list[Json]:
    return [
        *_headed(view.held_back_heading, [rich(bullets(view.held_back))]),
        *context(view.footer),
        *_shared_at(view.shared_label, view.shared_at),
        *actions(view.buttons),
    ]


def _shared_at(label: str, at: Moment | None) -> list[Json]:
    """Return when the summary is shared by itself."""
    return rich(lines([*words(label), *space(), *day_and_time(at), *words(".")])) if at else []


def _headed(heading: str, groups: list[list[Json]]) -> list[Json]:
    """Return the groups under a heading with a line above; nothing when they are empty."""
    content = [block for group in groups for block in group]
    return [divider(), *rich(paragraphs(heading, "bold")), *content] if content else []


def _component(line: ComponentLine) -> list[Json]:
    """Return one component: its question, its ends, and the numbers in words."""
    return rich(
        lines(words(line.name, "bold"), words(line.question), words(line.ends, "italic")),
        lines(words(line.headline), words(line.band)),
        aligned(line.distribution),
    )


def _comments(view: Summary, others: list[Json]) -> list[Json]:
    """Return as many of the comments as fit beside the others, and how many do not."""
    total = sum(len(group.comments) for group in view.comments)
    left_out = bisect_left(
        range(total), True, key=lambda number: fits([*others, *_told(view, total, number)])
    )
    return _told(view, total, left_out)


def _told(view: Summary, total: int, left_out: int) -> list[Json]:
    """Return all comments but the last ones, and a line about those."""
    groups = [_group(group) for group in _first(view.comments, total - left_out)]
    line = context(_left_out(view.comments_left_out, left_out)) if left_out else []
    return _headed(view.comments_heading, [*groups, line, context(view.comments_hidden)])


def _first(groups: Sequence[CommentLines], number: int) -> Iterator[CommentLines]:
    """Yield the groups with the first comments only."""
    for group in groups:
        if number > 0:
            yield group.model_copy(update={"comments": group.comments[:number]})
        number -= len(group.comments)


def _group(group: CommentLines) -> list[Json]:
    comments = [_GAP.sub("\n\n", comment) for comment in group.comments]
    return rich(paragraphs(group.heading, "bold"), bullets(comments))


def _left_out(sentence: str, number: int) -> str:
    """Return the view's sentence with the number, or the bare number when the view has none."""
    return sentence.replace(COUNT, str(number)) if sentence else f"… +{number}"
