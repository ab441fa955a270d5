"""The picture and the words of how a team's results moved."""

from __future__ import annotations

from collections.abc import Iterator
from string import ascii_uppercase

from bot.domain.history import Published, Series
from bot.domain.programme import Component
from bot.domain.stats import Change, ReferenceBand
from bot.domain.trend import Trend
from bot.locales import Words
from bot.views.model.charts import MOST_ROUNDS, TrendChart, TrendPanel, TrendRound
from bot.views.names import listed
from bot.views.rolling import titled
from bot.views.when import day_in_words

FEWEST_ROUNDS = 2
"""So many rounds with a result it takes to see anything move."""

MARKS = ascii_uppercase
"""Rounds are letters in a picture: numbers are those of the scale, and of themes."""


def called(each: Published, w: Words) -> str:
    """Return what the round is called."""
    return titled(each.round, each.script.theme, w)


def together(each: Published, w: Words) -> str:
    """Return which teams shared the round's box; empty for one team's own."""
    return w("results-together", teams=listed(each.teams, w)) if len(each.teams) > 1 else ""


def trend_lines(series: Series, w: Words) -> Iterator[str]:
    """Yield a sentence for each component of which something was published."""
    for component in Component:
        found = series.trend(component)
        if found is not None:
            yield _said(component, found, series, w)


def picture(series: Series, title: str, subtitle: str, w: Words) -> TrendChart | None:
    """Return the trend as a picture; None with too few rounds to see, or more than it has room for.

    It says what `trend_lines` say, and the medians of the single rounds.
    """
    rounds = series.rounds
    with_result = sum(bool(each.result and each.result.components) for each in rounds)
    if with_result < FEWEST_ROUNDS or len(rounds) > MOST_ROUNDS:
        return None
    trends = {component: series.trend(component) for component in Component}
    return TrendChart(
        title=title,
        subtitle=subtitle,
        rounds=tuple(_round(mark, each, w) for mark, each in zip(MARKS, rounds, strict=False)),
        panels=tuple(
            _panel(component, found, rounds, w) for component, found in trends.items() if found
        ),
        steady=w("trend-steady"),
        up=w("trend-up"),
        down=w("trend-down"),
        noise=w("trend-noise"),
        missing=w("trend-missing"),
        footer=w("trend-footer"),
    )


def _round(mark: str, each: Published, w: Words) -> TrendRound:
    return TrendRound(
        mark=mark,
        title=called(each, w),
        date=day_in_words(each.day, w, weekday=False),
        answered=each.result.answered if each.result else None,
    )


def _panel(
    component: Component, found: Trend, rounds: tuple[Published, ...], w: Words
) -> TrendPanel:
    changes = {
        point.round_id: change for point, change in zip(found.points, found.changes, strict=True)
    }
    medians = {point.round_id: point.median for point in found.points}
    return TrendPanel(
        name=w(f"component-{component}"),
        values=tuple(medians.get(each.round.id) for each in rounds),
        changes=tuple(changes.get(each.round.id, Change.NONE) for each in rounds),
        noise_low=found.band.low,
        noise_high=found.band.high,
    )


def _said(component: Component, found: Trend, series: Series, w: Words) -> str:
    name, level = w(f"component-{component}"), _level(found.band)
    if len(found.points) < FEWEST_ROUNDS:
        return w("trend-one", component=name, median=found.points[0].median)
    by_id = {each.round.id: each for each in series.rounds}
    changes = [
        _change(change, by_id[point.round_id], w)
        for point, change in zip(found.points, found.changes, strict=True)
        if change is not Change.NONE
    ]
    if not changes:
        return w("trend-no-change", component=name, level=level)
    return w("trend-changed", component=name, changes=", ".join(changes), level=level)


def _change(change: Change, since: Published, w: Words) -> str:
    day = day_in_words(since.day, w, weekday=False)
    return w("trend-since", change=change.value, title=called(since, w), day=day)


def _level(band: ReferenceBand) -> str:
    return str(band.low) if band.low == band.high else f"{band.low}–{band.high}"
