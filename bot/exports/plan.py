"""The commitments of a team on paper: one below the other, in letters that can be read."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter
from typing import Final

from bot.exports.lines import Line, title
from bot.exports.paper import ABOVE, Paper
from bot.views import commitment_table as table
from bot.views.model.commitment_table import PLAN, CommitmentExport, CommitmentRow

GROUP, WHAT = "aim", "activity"
FACTS: Final = ("state", "target", "agreed", "role")
"""What stands on the line below what is to be done; only the last may be long."""

DETAILS: Final = tuple(key for key in PLAN if key not in (GROUP, WHAT, *FACTS))
"""What stands beside its label, where something was written."""

LABEL, HAIR, PALE = 42.0, 0.1, 170
"""How wide the column of labels is; how wide and how grey the line between two commitments is."""


def write_plan(paper: Paper, export: CommitmentExport) -> None:
    """Write the table of commitments, group by group, on pages of its own."""
    paper.section(export.title)
    paper.write_line(Line(export.counted, grey=True))
    for _, rows in groupby(export.rows, attrgetter(GROUP)):
        for number, row in enumerate(rows):
            _write_commitment(paper, row, first=number == 0)


def _write_commitment(paper: Paper, row: CommitmentRow, *, first: bool) -> None:
    w = paper.words
    told = dict(zip(PLAN, map(str, table.cells(row, PLAN, w)), strict=True))
    called = dict(zip(PLAN, table.headings(PLAN, w), strict=True))
    facts = " · ".join(f"{called[key]}: {told[key]}" for key in FACTS)
    details = [key for key in DETAILS if told[key]]
    group = [title(told[GROUP])] if first else []
    head = [*group, Line(told[WHAT], bold=True), Line(facts)]
    beside = paper.epw - LABEL
    room = sum(paper.height([Line(told[key])], beside) for key in details)
    paper.keep_together(paper.height(head, paper.epw) + room + 2 * ABOVE)
    if not first:
        _draw_hair(paper)
    paper.write_lines([head])
    for key in details:
        paper.labelled(called[key], told[key], LABEL)
    paper.ln(ABOVE)


def _draw_hair(paper: Paper) -> None:
    paper.set_draw_color(PALE)
    paper.set_line_width(HAIR)
    paper.line(paper.l_margin, paper.y, paper.w - paper.r_margin, paper.y)
    paper.ln(ABOVE)
