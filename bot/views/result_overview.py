"""A round's result on one line, made of nothing but its rows of the table."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.programme import Component
from bot.locales import Words
from bot.views.comments import tag_line
from bot.views.model.export import OverviewRow, Row

MOST_TAGS = 3
"""So many tags stand on the line, the most common first."""


def line(rows: Sequence[Row], about: str, w: Words) -> OverviewRow:
    """Return the line of the result that has these rows.

    `about` is the programme that an evaluation asks about; empty for all others.
    """
    first = rows[0]
    together = w("overview-together", teams=first.teams) if first.teams > 1 else ""
    told = {row.measure: row.value for row in rows if row.part == "round"}
    few = w("overview-few", threshold=told.get("answered_below") or 0)
    nothing = w("overview-not-shown") if "answered_below" in told else None
    return OverviewRow(
        closed=first.closed,
        team=first.team,
        title="\n".join(filter(None, (first.title, about, together))),
        audience=w("results-shared" if first.audience == "team" else "results-managers"),
        answered=told.get("answered", few),
        invited=told.get("invited", nothing),
        **{each.name.lower(): nothing or _component(rows, each, w) for each in Component},
        tags=nothing or _tags(rows, w),
        comments=nothing or sum(row.measure == "comment" for row in rows),
    )


def headings(w: Words) -> tuple[str, ...]:
    """Return what the columns are called, in order."""
    names = {
        each.name.lower(): w("overview-component", component=w(f"component-{each}"))
        for each in Component
    }
    return tuple(names.get(key) or w(f"overview-column-{key}") for key in OverviewRow.model_fields)


def _component(rows: Sequence[Row], component: Component, w: Words) -> str:
    """Return the median, and in brackets where at least half of the answers lie."""
    told = {
        row.measure: row.value
        for row in rows
        if row.part == "component" and row.item == component.value
    }
    if "answered_below" in told:
        return w("overview-few", threshold=told["answered_below"] or 0)
    low, high = told["middle_low"], told["middle_high"]
    middle = f"{low}–{high}" if low != high else f"{low}"
    return f"{told['median']} ({middle})"


def _tags(rows: Sequence[Row], w: Words) -> str:
    tags = [row for row in rows if row.part == "tag"]
    common = sorted(tags, key=lambda row: row.value or 0, reverse=True)[:MOST_TAGS]
    said = (tag_line(row.label, row.value or 0, row.at_least, w) for row in common)
    return "\n".join(said) or w("overview-no-tags")
