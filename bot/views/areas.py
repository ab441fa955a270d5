"""What an area manager reads: the teams of an area together, quarter by quarter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.domain.areas import TEAMS_IN_CELL, AreaResult
from bot.domain.disclosure import Cell
from bot.domain.programme import Component, Theme
from bot.domain.quarter import Quarter
from bot.domain.rollup import FEWEST_TEAMS, Area
from bot.domain.round import THRESHOLD
from bot.locales import Words
from bot.views.board import theme_title
from bot.views.fitting import size
from bot.views.model import Sheet, SheetPart
from bot.views.model.charts import MOST_ROWS, AreaChart, AreaRow
from bot.views.names import channel_name, in_words
from bot.views.quarters import quarter_name

MOST_QUARTERS = 4
"""So many quarters are shown, the latest in full; what was told of others stays in the chat."""


MOST_MISSING = 20
"""So many teams that the bot does not have are named; at first that may be all there are."""


ROOM, MOST_PARTS = 9_000, 40
"""Characters and parts of areas in one answer: below them there is room for what is held back."""


@dataclass(frozen=True)
class Shown:
    """A theme, and what is shown of it."""

    theme: Theme
    result: AreaResult


@dataclass(frozen=True)
class Counted:
    """A quarter of an area. Without themes nothing can be shown."""

    quarter: Quarter
    themes: Sequence[Shown]


@dataclass(frozen=True)
class Section:
    """An area, how many teams it has now, the names that are no team's, and its quarters.

    The latest quarter comes first.
    """

    area: Area
    teams: int
    missing: tuple[str, ...]
    quarters: Sequence[Counted]


def page(sections: Sequence[Section], present: Quarter, w: Words) -> Sheet:
    """Return all areas of a manager, and what is not shown."""
    parts, left = _fitting(sections, w)
    if left:
        parts.append(SheetPart(text=w("area-rest", areas=in_words(left, w))))
    return Sheet(
        title=w("area-title", count=len(sections)),
        intro=w("area-intro"),
        parts=(*parts, _held_back(w)),
        footer=w("area-next", quarter=quarter_name(present, w)),
    )


def published(area: Area, counted: Counted, w: Words) -> Sheet:
    """Return the message that a quarter of an area has been counted."""
    return Sheet(
        title=w("area-counted-title", area=area.name, quarter=quarter_name(counted.quarter, w)),
        intro=f"{w('area-counted' if counted.themes else 'area-counted-none')} {w('area-again')}",
        parts=(*(_theme(each, w) for each in counted.themes), _held_back(w)),
        picture=picture(area, counted, w),
    )


def picture(area: Area, counted: Counted, w: Words) -> AreaChart | None:
    """Return the themes of a quarter as a picture; None where no theme has a spread.

    Evaluations are not in it: they ask the three questions of a programme, not of the work.
    """
    themes = [each for each in counted.themes if not each.theme.evaluation]
    if not any(each.result.components for each in themes):
        return None
    return AreaChart(
        title=w("area-counted-title", area=area.name, quarter=quarter_name(counted.quarter, w)),
        subtitle=w("area-chart"),
        columns=tuple(w(f"component-{each}") for each in Component),
        bands=(w("area-band-low"), w("area-band-mid"), w("area-band-high")),
        rows=tuple(_row(each, w) for each in themes[:MOST_ROWS]),
        dot=w("area-dot"),
        hidden=w("area-chart-hidden"),
        footer=w("area-chart-footer", cell=TEAMS_IN_CELL),
    )


def _fitting(sections: Sequence[Section], w: Words) -> tuple[list[SheetPart], list[str]]:
    """Return the areas that there is room for, the first in any case, and the others' names."""
    parts: list[SheetPart] = []
    left: list[str] = []
    for each in sections:
        found = list(_section(each, w))
        if not parts:
            parts = _shortened(found, w)
        elif _fits([*parts, *found]):
            parts += found
        else:
            left.append(each.area.name)
    return parts, left


def _shortened(parts: list[SheetPart], w: Words) -> list[SheetPart]:
    """Return an area without its earliest quarters, if it needs to be."""
    kept = list(parts)
    while len(kept) > 1 and not _fits(kept):
        kept.pop()
    return kept if len(kept) == len(parts) else [*kept, SheetPart(text=w("area-rest-told"))]


def _fits(parts: Sequence[SheetPart]) -> bool:
    texts = (text for part in parts for text in (part.heading, part.text, *part.lines))
    return len(parts) <= MOST_PARTS and sum(map(size, texts)) <= ROOM


def _section(section: Section, w: Words) -> Iterator[SheetPart]:
    lines = [w("area-teams", count=section.teams)]
    if section.missing:
        lines.append(w("area-missing", teams=_named(section.missing, w)))
    if not section.quarters:
        lines.append(w("area-nothing-yet"))
    yield SheetPart(heading=section.area.name, lines=tuple(lines))
    for latest in section.quarters[:1]:
        quarter = quarter_name(latest.quarter, w)
        yield SheetPart(
            text=w("area-quarter" if latest.themes else "area-quarter-none", quarter=quarter)
        )
        yield from (_theme(each, w) for each in latest.themes)
    for earlier in section.quarters[1:MOST_QUARTERS]:
        yield _earlier(earlier, w)


def _named(teams: Sequence[str], w: Words) -> str:
    """Return the first of the names in a sentence, and how many more there are."""
    names = [channel_name(name) for name in teams[:MOST_MISSING]]
    more = len(teams) - len(names)
    return in_words([*names, w("area-missing-more", count=more)] if more else names, w)


def _earlier(counted: Counted, w: Words) -> SheetPart:
    """Return a quarter in short: a line for each theme."""
    heading = w("area-earlier-quarter", quarter=quarter_name(counted.quarter, w))
    lines = (
        w("area-earlier", title=theme_title(each.theme, w), said=" ".join(_said(each, w)))
        for each in counted.themes
    )
    return SheetPart(heading=heading, lines=tuple(lines) or (w("area-earlier-none"),))


def _theme(shown: Shown, w: Words) -> SheetPart:
    taking_part, *lines = _said(shown, w)
    about = w("area-evaluation") if shown.theme.evaluation else ""
    text = " ".join(filter(None, (about, taking_part)))
    return SheetPart(heading=theme_title(shown.theme, w), text=text, lines=tuple(lines))


def _said(shown: Shown, w: Words) -> Iterator[str]:
    """Yield who took part, and a sentence for each component."""
    yield _taking_part(shown.result, w)
    if not shown.result.components:
        yield w("area-no-spreads")
        return
    for component in Component:
        name = w(f"component-{component}")
        cells = _cells(shown.result, component)
        if not cells:
            yield w("area-no-spread", component=name)
            continue
        said = (
            w("area-cell", teams=c.count, place=w(f"area-place-{c.low}-{c.high}")) for c in cells
        )
        yield w("area-spread", component=name, cells=", ".join(said))


def _taking_part(result: AreaResult, w: Words) -> str:
    low, high = result.answered.low, result.answered.high
    teams = w("area-taking-part", teams=result.teams, out=result.left_out)
    if low == high:
        return f"{teams} {w('area-answered', answered=low, invited=result.invited)}"
    between = w("area-answered-between", low=low, high=high, invited=result.invited)
    return f"{teams} {between}"


def _row(shown: Shown, w: Words) -> AreaRow:
    return AreaRow(
        name=theme_title(shown.theme, w),
        text=_taking_part(shown.result, w),
        teams=shown.result.teams,
        spreads=tuple(_cells(shown.result, each) for each in Component),
    )


def _cells(result: AreaResult, component: Component) -> tuple[Cell, ...]:
    return next((each.cells for each in result.components if each.component is component), ())


def _held_back(w: Words) -> SheetPart:
    """Return what is not shown and why: the same always, so that it tells nothing itself."""
    return SheetPart(
        heading=w("area-held-back"),
        lines=(
            w("area-held-teams", threshold=THRESHOLD),
            w("area-held-themes", teams=FEWEST_TEAMS),
            w("area-held-spread", cell=TEAMS_IN_CELL),
            w("area-held-once"),
        ),
    )
