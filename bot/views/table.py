"""A round's result as rows of one long table: all that is published of it, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import count
from typing import Literal

from bot.domain.disclosure import ComponentResult, Result
from bot.domain.history import Published
from bot.domain.people import Team
from bot.domain.programme import Component
from bot.locales import Words
from bot.views.comments import tag_name
from bot.views.model.export import Row
from bot.views.trends import called


def rows(team: Team, each: Published, w: Words) -> Iterator[Row]:
    """Yield the rows of a round; comments that are hidden from the team are only counted."""
    round = each.round
    row = partial(
        Row,
        team=team.name,
        teams=len(round.team_ids),
        round=round.id,
        closed=each.day,
        kind=_kind(each),
        period=str(round.rolling or ""),
        programme=round.theme.programme,
        theme=round.theme.theme,
        title=called(each, w),
        audience="team" if round.shared else "managers",
        item="",
        label="",
        question="",
    )
    if each.result is None:
        # How many were invited is not said, either, where fewer than the threshold answered.
        yield row(part="round", measure="answered_below", value=round.threshold)
        return
    yield row(part="round", measure="answered", value=each.result.answered)
    yield row(part="round", measure="invited", value=each.result.invited)
    for component in Component:
        question = each.script.theme.questions[component].text.get(w.language)
        name = w(f"component-{component}")
        asked = partial(row, item=component.value, label=name, question=question)
        yield from _component(each.component(component), round.threshold, asked)
    yield from _tags(each, each.result, row, w)
    yield from _comments(each, each.result, row, w)


def _kind(each: Published) -> Literal["dialogue", "survey", "evaluation"]:
    if each.evaluates:
        return "evaluation"
    return "survey" if each.round.rolling else "dialogue"


def _component(result: ComponentResult | None, threshold: int, row: partial[Row]) -> Iterator[Row]:
    one = partial(row, part="component")
    if result is None:
        yield one(measure="answered_below", value=threshold)
        return
    yield one(measure="median", value=result.median)
    yield one(measure="middle_low", value=result.middle_low)
    yield one(measure="middle_high", value=result.middle_high)
    yield one(measure="band", text=result.band.value)
    for cell in result.distribution:
        yield row(
            part="distribution", measure="count", low=cell.low, high=cell.high, value=cell.count
        )


def _tags(each: Published, result: Result, row: partial[Row], w: Words) -> Iterator[Row]:
    for tag in result.tags:
        name = tag_name(tag.tag, each.script.programme, w)
        yield row(
            part="tag",
            item=tag.tag,
            label=name,
            measure="count",
            value=tag.count,
            at_least=tag.at_least,
        )


def _comments(each: Published, result: Result, row: partial[Row], w: Words) -> Iterator[Row]:
    numbers = count()
    for group in result.comments:
        heading = tag_name(group.tag, each.script.programme, w)
        for comment in group.comments:
            if next(numbers) not in each.round.hidden:
                yield row(
                    part="comment", item=group.tag, label=heading, measure="comment", text=comment
                )
    if result.unknowing:
        told = result.unknowing
        yield row(part="comment", measure="unknowing", value=told.count, at_least=told.at_least)
    if each.round.hidden:
        yield row(part="comment", measure="hidden", value=len(each.round.hidden))
