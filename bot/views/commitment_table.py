"""The table of commitments in words, and what a year or a quarter says of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from bot.domain.commitment import Aim, Commitment, CommitmentState, first_due
from bot.domain.people import Team
from bot.locales import Words
from bot.views.actions import Action
from bot.views.model import Button, SheetPart
from bot.views.model.commitment_table import (
    PLAN,
    ChangeRow,
    CommitmentExport,
    CommitmentRow,
)
from bot.views.names import channel_name, in_file_name, in_words
from bot.views.when import day_in_words

Cells = tuple[str | date, ...]

LISTED = 6
"""So many commitments a year or a quarter names; the rest is in the file."""


def export(
    team: Team, commitments: Sequence[Commitment], w: Words, *, named: bool = False
) -> CommitmentExport:
    """Return what a file holds of a team: in the order of the aims, then by the day."""
    aims = list(Aim)
    ordered = sorted(
        commitments, key=lambda one: (aims.index(one.agreed.aim), one.target, one.agreed_on, one.id)
    )
    return CommitmentExport(
        file=f"{w('commitment-file')}-{in_file_name(team.name)}",
        title=w("commitment-table-title", team=channel_name(team.name)),
        counted=_counted(commitments, w),
        language=w.language,
        rows=tuple(_row(team, each) for each in ordered),
        named=named,
    )


def named(export: CommitmentExport, *keys: str) -> tuple[str, ...]:
    """Return the keys, after that of the team where there may be several."""
    return ("team", *keys) if export.named else keys


def columns(export: CommitmentExport) -> tuple[str, ...]:
    """Return the keys of the columns that a table of the export has."""
    return named(export, *PLAN)


def headings(keys: Sequence[str], w: Words) -> tuple[str, ...]:
    """Return what the columns are called."""
    return tuple(w(f"commitment-column-{key.replace('_', '-')}") for key in keys)


def cells(row: CommitmentRow | ChangeRow, keys: Sequence[str], w: Words) -> Cells:
    """Return what stands in the columns: names in place of codes."""
    return tuple(_cell(getattr(row, key), w) for key in keys)


def meaning(key: str, w: Words) -> str:
    """Return what a column of the plan means, in the words that stand in its cells."""
    if key == "aim":
        return w("commitment-means-aim", words=_every(Aim, w))
    if key == "state":
        return w("commitment-means-state", words=_every(CommitmentState, w))
    return str(CommitmentRow.model_fields[key].description)


def _every(codes: type[Aim | CommitmentState], w: Words) -> str:
    return in_words([str(_cell(each, w)) for each in codes], w)


def trail(row: CommitmentRow, w: Words) -> str:
    """Return all that has been noted of a commitment, a line for each time."""
    return "\n".join(
        w(
            "commitment-change",
            day=str(each.day),
            kind=each.state.value,
            state=w(f"commitment-state-{each.state}"),
            target=str(each.target),
            note=each.note,
        ).strip()
        for each in row.changes
    )


def _cell(value: str | date, w: Words) -> str | date:
    if isinstance(value, Aim):
        return w(f"commitment-aim-{value}")
    return w(f"commitment-state-{value}") if isinstance(value, CommitmentState) else value


def _row(team: Team, each: Commitment) -> CommitmentRow:
    agreed, changes = each.agreed, each.changes
    return CommitmentRow(
        team=team.name,
        id=each.id,
        aim=agreed.aim,
        activity=agreed.activity,
        how=agreed.how,
        target=each.target,
        role=agreed.role,
        resources=agreed.resources,
        follow_up=agreed.follow_up,
        state=each.state,
        note=changes[-1].note if changes else "",
        agreed=each.agreed_on,
        changes=tuple(
            ChangeRow(day=one.day, state=one.state, target=one.target, note=one.note)
            for one in changes
        ),
    )


# --- in a year or a quarter ------------------------------------------------------------------


def told(team: Team, agreed: Sequence[Commitment], w: Words) -> Iterator[SheetPart]:
    """Yield what a year or a quarter says of its commitments; nothing where there are none."""
    if not agreed:
        return
    closed = sorted((each for each in agreed if not each.waiting), key=lambda each: each.latest)
    ordered = [*first_due(agreed), *reversed(closed)]
    rest = len(ordered) - LISTED
    way = w("results-commitments-rest", count=rest) if rest > 0 else w("results-commitments-way")
    label = w("commitments-file")
    yield SheetPart(
        heading=w("results-commitments"),
        text=_counted(agreed, w),
        lines=tuple(_told(each, w) for each in ordered[:LISTED]),
    )
    yield SheetPart(
        text=way,
        buttons=(Button(action=Action.COMMITMENTS_FILE, label=label, value=team.id),),
    )


def _counted(agreed: Sequence[Commitment], w: Words) -> str:
    counts = Counter(each.state for each in agreed)
    states = ", ".join(
        w("results-commitments-state", state=state.value, count=counts[state])
        for state in CommitmentState
        if counts[state]
    )
    return w("results-commitments-counted", count=len(agreed), states=states)


def _told(each: Commitment, w: Words) -> str:
    return w(
        "results-commitments-line",
        state=w(f"commitment-state-{each.state}"),
        activity=each.agreed.activity,
        day=day_in_words(each.target, w, year=True, weekday=False),
    )
