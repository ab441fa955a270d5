"""Commitments as the team reads them, and the ways to them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from bot.domain.commitment import Commitment, CommitmentState
from bot.domain.people import Team
from bot.locales import Words
from bot.views.actions import Action
from bot.views.fitting import fitting, size
from bot.views.model import Button, Sheet, SheetPart
from bot.views.names import channel_name
from bot.views.when import day_in_words

NO_ORIGIN = "-"
"""Stands for a commitment that came of no dialogue and no result."""

PAGE = 10
"""So many that wait stand in one answer at most, for two buttons each."""

ROOM, WHOLE = 7_000, 10_500
"""Characters of those in one answer, and of all that is written in it, as platforms may count them
at most: with what can be pressed it fits every platform."""

DETAILS = ("how", "resources", "follow_up")
"""What may be left out of a commitment."""

CLOSED, REOPENED = 5, 3
"""How many closed ones are told of, and how many of them can be taken up again."""

SHORT = 40
"""Characters of an activity on a button."""


def new_button(team: Team, origin: str, label: str) -> Button:
    """Return the way to the form; `origin` is "session:<id>", "round:<id>" or `NO_ORIGIN`."""
    return Button(action=Action.COMMIT, label=label, value=f"{team.id} {origin}")


def list_button(due: int, w: Words) -> Button:
    """Return the way to the list of the team in the channel, with how many are to be followed up.

    Where none is, there is no number.
    """
    return Button(action=Action.COMMITMENTS, label=w("commitments-button", count=due))


def page(
    team: Team,
    waiting: Sequence[Commitment],
    closed: Sequence[Commitment],
    today: date,
    offset: int,
    w: Words,
    *,
    leads: bool,
) -> Sheet:
    """Return those that wait from the one numbered `offset`, and on the last page the closed ones.

    Those who lead can follow up and change.
    """
    parts = _fitting([_waiting(each, today, w, leads=leads) for each in waiting[offset:]])
    rest = len(waiting) - offset - len(parts)
    room = WHOLE - sum(map(_size, parts))
    outcomes = fitting([outcome(each, w) for each in closed[:CLOSED]], room)
    told = (_closed(closed, outcomes, w, leads=leads),) if outcomes and not rest else ()
    return Sheet(
        title=w("commitments-title", team=channel_name(team.name)),
        intro=_counted(waiting, today, w),
        parts=(*parts, *told) or (SheetPart(text=w("commitments-empty")),),
        buttons=tuple(_buttons(team, offset + len(parts) if rest else 0, bool(waiting or closed),
                               w, leads=leads)),
        footer=_footer(rest, len(closed) - len(outcomes), w, leads=leads),
    )  # fmt: skip


def _counted(waiting: Sequence[Commitment], today: date, w: Words) -> str:
    late = sum(each.late(today) for each in waiting)
    counted = w("commitments-waiting", count=len(waiting))
    if not late:
        return counted
    all_late = late == len(waiting)
    told = w("commitments-all-late" if all_late else "commitments-late", count=late)
    return f"{counted} {told}"


def _waiting(commitment: Commitment, today: date, w: Words, *, leads: bool) -> SheetPart:
    agreed = commitment.agreed
    said = ((name, getattr(agreed, name)) for name in DETAILS)
    lines = [w(f"commitment-said-{name}", text=text) for name, text in said if text]
    buttons = (
        Button(action=Action.COMMITMENT_FOLLOW_UP, label=w("commitment-follow-up"),
               value=commitment.id),
        Button(action=Action.COMMITMENT_EDIT, label=w("commitment-edit"), value=commitment.id),
    )  # fmt: skip
    return SheetPart(
        heading=agreed.activity,
        text=f"{by_when(commitment, today, w)} · {w('commitment-responsible', role=agreed.role)}",
        lines=(*lines, *_noted(commitment, w)),
        buttons=buttons if leads else (),
    )


def by_when(commitment: Commitment, today: date, w: Words) -> str:
    """Return by when it is to be done; what is late is said in words."""
    day = day_in_words(commitment.target, w, year=commitment.target.year != today.year)
    if commitment.late(today):
        return w("commitment-is-late", day=day)
    deferred = commitment.state is CommitmentState.DEFERRED
    return w("commitment-deferred-to" if deferred else "commitment-by", day=day)


def _noted(commitment: Commitment, w: Words) -> Iterator[str]:
    """Yield what was noted last."""
    last = commitment.changes[-1] if commitment.changes else None
    if last and last.note:
        day = day_in_words(last.day, w, weekday=False)
        yield w("commitment-noted", day=day, note=last.note)


def _closed(
    closed: Sequence[Commitment], outcomes: tuple[str, ...], w: Words, *, leads: bool
) -> SheetPart:
    buttons = tuple(
        Button(
            action=Action.COMMITMENT_FOLLOW_UP,
            label=w("commitment-reopen", activity=_short(each.agreed.activity)),
            value=each.id,
        )
        for each in closed[: min(REOPENED, len(outcomes))]
    )
    return SheetPart(
        heading=w("commitments-closed"),
        lines=outcomes,
        buttons=buttons if leads else (),
    )


def outcome(commitment: Commitment, w: Words) -> str:
    """Return what became of a closed one: ✓ activity (klart 2 mars): how it went."""
    last = commitment.changes[-1]
    day = day_in_words(last.day, w, year=True, weekday=False)
    said = w(f"commitment-was-{last.state}", activity=commitment.agreed.activity, day=day)
    return f"{said}: {last.note}" if last.note else said


def _buttons(
    team: Team, next_offset: int, any_: bool, w: Words, *, leads: bool
) -> Iterator[Button]:
    if next_offset:
        value = f"{team.id} {next_offset}"
        yield Button(action=Action.COMMITMENTS, label=w("commitments-more"), value=value)
    if leads:
        yield new_button(team, NO_ORIGIN, w("commitment-make"))
    if any_:
        label = w("commitments-file")
        yield Button(action=Action.COMMITMENTS_FILE, label=label, value=team.id)


def _footer(rest: int, older: int, w: Words, *, leads: bool) -> str:
    more = w("commitments-rest", count=rest) if rest else ""
    past = w("commitments-older", count=older) if older > 0 and not rest else ""
    readers = "" if leads else w("commitments-readers")
    return " ".join(filter(None, (more, past, readers)))


def _fitting(parts: Sequence[SheetPart]) -> tuple[SheetPart, ...]:
    """Return as many of the first parts as there is room for, at least one."""
    room, taken = ROOM, list[SheetPart]()
    for part in parts[:PAGE]:
        room -= _size(part)
        if room < 0 and taken:
            break
        taken.append(part)
    return tuple(taken)


def _size(part: SheetPart) -> int:
    return sum(map(size, (part.heading, part.text, *part.lines)))


def _short(text: str) -> str:
    return text if len(text) <= SHORT else f"{text[: SHORT - 1].rstrip()}…"
