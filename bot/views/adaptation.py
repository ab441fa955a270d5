"""The adaptation log: what it says, and the form in which it is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.adaptation import (
    STEP_LIMIT,
    WHY_LIMIT,
    Adaptation,
    Fidelity,
    Minutes,
    StepNote,
    minutes,
)
from bot.domain.people import Team
from bot.domain.programme import Step, Theme
from bot.domain.session import Session
from bot.locales import Words
from bot.views.actions import Action
from bot.views.board import step_name, theme_title
from bot.views.model import (
    Button,
    LogForm,
    Receipt,
    Sheet,
    SheetPart,
    StepField,
    TextField,
)
from bot.views.times import date_in_words

WHY, STEP, STEP_WHY = "log-text", "log-step-", "log-text-"
"""Names of the fields; those of a step are followed by its number, from 0."""

MOST, OFFERED = 10, 3
"""How many entries are shown at most, and how many dialogues without one."""

ROOM = 8_000
"""Characters of entries in one answer: with the rest of the log it fits every platform."""


@dataclass(frozen=True)
class Held:
    """A dialogue that was held, with the texts that it ran and what the log says of it, if any."""

    session: Session
    theme: Theme
    entry: Adaptation | None = None


@dataclass(frozen=True)
class Opened:
    """What the form carries: the dialogue, its team, and the mark of the entry as it was then."""

    session_id: str
    team_id: str
    mark: str

    def dump(self) -> str:
        """Return it as text."""
        return f"{self.session_id} {self.team_id} {self.mark}"

    @classmethod
    def load(cls, text: str) -> Opened:
        """Read what `dump` wrote. Raises ValueError for anything else."""
        session_id, team_id, mark = text.split(" ")
        return cls(session_id, team_id, mark)


def log(written: Sequence[Held], waiting: Sequence[Held], team: Team, w: Words) -> Sheet:
    """Return the team's log, the latest first; `waiting` are dialogues without an entry."""
    entries = _fitting([_entry(held, team, w) for held in written])
    older = len(written) - len(entries)
    empty = SheetPart(text=w("log-empty"))
    offers = [_offer(held, team, w) for held in waiting[:OFFERED]]
    return Sheet(
        title=w("log-title"),
        intro=w("log-intro"),
        parts=(*offers, *(part for entry in entries for part in entry)) or (empty,),
        footer=w("log-older", count=older) if older else "",
    )


def write_button(session_id: str, label: str) -> Button:
    """Return the way to the form."""
    return Button(action=Action.LOG, label=label, value=session_id)


def form(held: Held, draft: Adaptation, opened: Opened, w: Words) -> LogForm:
    """Return the form, filled in with the draft."""
    time = minutes(held.session, held.theme)
    steps = zip(held.theme.steps, draft.steps, strict=True)
    lines = (w("log-method"), w("log-no-names"), w("log-readers"))
    return LogForm(
        title=w("log-form-title"),
        theme=theme_title(held.theme, w),
        explained=(*lines, _time(held.theme, time, w)),
        steps=tuple(_field(n, step, note, w) for n, (step, note) in enumerate(steps)),
        why=TextField(
            name=WHY,
            label=w("log-why-label"),
            hint=w("log-why-hint", limit=WHY_LIMIT),
            value=draft.why,
            limit=WHY_LIMIT,
        ),
        submit=w("log-submit"),
        close=w("log-close"),
        meta=opened.dump(),
    )


def written(w: Words) -> Receipt:
    """Say that the entry is kept, and where to read it."""
    lines = (w("log-written"), w("log-written-next"))
    return Receipt(title=w("log-form-title"), lines=lines, close=w("receipt-close"))


def _field(number: int, step: Step, note: StepNote, w: Words) -> StepField:
    name = step_name(step, w)
    asked = note.fidelity is not Fidelity.AS_MEANT
    return StepField(
        name=f"{STEP}{number}",
        label=w("log-step", number=number + 1, name=name, minutes=step.minutes),
        choices=tuple((each.value, w(f"log-{each}")) for each in Fidelity),
        chosen=note.fidelity.value,
        why=_why(number, name, note, w) if asked else None,
    )


def _why(number: int, name: str, note: StepNote, w: Words) -> TextField:
    return TextField(
        name=f"{STEP_WHY}{number}",
        label=w("log-step-why", name=name),
        hint=w("log-step-why-hint", limit=STEP_LIMIT),
        value=note.why,
        limit=STEP_LIMIT,
    )


def _offer(held: Held, team: Team, w: Words) -> SheetPart:
    button = write_button(held.session.id, w("log-write"))
    return SheetPart(heading=_heading(held, team, w), text=w("log-none"), buttons=(button,))


def _entry(held: Held, team: Team, w: Words) -> tuple[SheetPart, ...]:
    """Return what the log says of a dialogue: what differed step by step, and why in all."""
    entry = held.entry or Adaptation(steps=())
    steps = zip(held.theme.steps, entry.steps, strict=True)
    why = w("log-why", why=entry.why) if entry.why else ""
    kept = w("log-kept", kept=entry.as_meant, steps=len(entry.steps))
    time = _time(held.theme, minutes(held.session, held.theme), w)
    return (
        SheetPart(
            heading=_heading(held, team, w),
            text=f"{kept}\n{time}",
            lines=tuple(
                _differed(step, note, w)
                for step, note in steps
                if note.fidelity is not Fidelity.AS_MEANT
            ),
        ),
        SheetPart(text=why, buttons=(write_button(held.session.id, w("log-edit")),)),
    )


def _differed(step: Step, note: StepNote, w: Words) -> str:
    what = w("log-step-was", was=w(f"log-{note.fidelity}"), name=step_name(step, w))
    return f"{what} {note.why}".strip()


def _heading(held: Held, team: Team, w: Words) -> str:
    at = held.session.started_at
    day, title = date_in_words(at, team.timezone, w), theme_title(held.theme, w)
    return w("log-heading", date=day, year=str(at.year), title=title)


def _time(theme: Theme, time: Minutes, w: Words) -> str:
    """Return what became of the planned minutes, as far as anybody knows."""
    told = w("log-minutes", planned=time.planned, taken=time.taken)
    added = ", ".join(
        w("log-longer", name=step_name(step, w), minutes=more)
        for step, more in zip(theme.steps, time.added, strict=True)
        if more > 0
    )
    return f"{told} {w('log-added', steps=added)}" if added else told


def _fitting(entries: Sequence[tuple[SheetPart, ...]]) -> Sequence[tuple[SheetPart, ...]]:
    """Return the first entries, as many as there is room for; at least one, if any."""
    room = ROOM
    for number, entry in enumerate(entries[:MOST]):
        room -= sum(len(text) for part in entry for text in (part.heading, part.text, *part.lines))
        if room < 0 and number:
            return entries[:number]
    return entries[:MOST]
