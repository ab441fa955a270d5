"""The adaptation log: what a team did as it was meant, what it changed or left out, and why.

It is about the way of working, never about people: nobody's name belongs in it, and who wrote it
is not kept. Of the time only that is told which the session knows: the plan, what was added to
which step, and how long it took in all.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from bot.domain.programme import Theme
from bot.domain.session import Session, SessionState
from bot.domain.texts import Frozen
from bot.errors import TextTooLong

STEP_LIMIT, WHY_LIMIT = 200, 1_000
"""The longest text of one step, and of the whole dialogue, in characters."""

_MINUTE = timedelta(minutes=1)


class Fidelity(StrEnum):
    """How a step was done, against what was meant."""

    AS_MEANT = "as-meant"
    CHANGED = "changed"
    SKIPPED = "skipped"


class StepNote(Frozen):
    """What is noted of one step; `why` is empty for one that was done as it was meant."""

    fidelity: Fidelity = Fidelity.AS_MEANT
    why: str = ""


class Adaptation(Frozen):
    """What the log says of one dialogue: a note of each of its steps, and why in all."""

    steps: tuple[StepNote, ...]
    why: str = ""

    def checked(self, steps: int) -> Adaptation:
        """Return the entry as it is kept, for a dialogue of so many steps.

        Raises TextTooLong, ValueError for an entry that is not of such a dialogue.
        """
        if len(self.steps) != steps:
            raise ValueError("not a note of each step")
        kept = Adaptation(steps=tuple(map(_kept, self.steps)), why=self.why)
        for text, limit in ((kept.why, WHY_LIMIT), *((n.why, STEP_LIMIT) for n in kept.steps)):
            if len(text) > limit:
                raise TextTooLong(limit=limit)
        return kept

    @property
    def texts(self) -> Iterator[str]:
        """Everything that somebody wrote."""
        return (text for text in (self.why, *(note.why for note in self.steps)) if text)

    @property
    def as_meant(self) -> int:
        """How many steps were done as they were meant."""
        return sum(note.fidelity is Fidelity.AS_MEANT for note in self.steps)


@dataclass(frozen=True)
class Minutes:
    """The planned minutes, those it took with all pauses, and those added to each step."""

    planned: int
    taken: int
    added: tuple[int, ...]


def loggable(session: Session) -> bool:
    """Whether there is anything to note: the dialogue has ended, and was not cancelled."""
    return session.state is SessionState.ENDED


def proposed(session: Session) -> Adaptation:
    """Return what a new entry begins with: as it was meant, but for steps that never came."""
    reached = session.step
    return Adaptation(
        steps=tuple(
            StepNote(fidelity=Fidelity.SKIPPED if index > reached else Fidelity.AS_MEANT)
            for index in range(len(session.lengths))
        )
    )


def minutes(session: Session, theme: Theme) -> Minutes:
    """Return what became of the planned minutes of a dialogue that has ended."""
    planned = tuple(step.minutes for step in theme.steps)
    taken = (session.ended_at or session.started_at) - session.started_at
    added = (length // _MINUTE - at for length, at in zip(session.lengths, planned, strict=True))
    return Minutes(planned=sum(planned), taken=round(taken / _MINUTE), added=tuple(added))


def mark(entry: Adaptation | None) -> str:
    """Return a short text that tells one entry from another, and from none."""
    if entry is None:
        return "none"
    return hashlib.sha256(entry.model_dump_json().encode()).hexdigest()[:16]


def _kept(note: StepNote) -> StepNote:
    return StepNote() if note.fidelity is Fidelity.AS_MEANT else note
