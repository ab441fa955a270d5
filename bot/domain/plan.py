"""A team's year: which theme when, and how each occasion went.

A plan is a series of occasions, or a single one. Its themes are a queue: an occasion takes the
first theme that the team has not had since the plan was made, so that an occasion that is skipped,
or a dialogue held on another day, never loses a theme nor repeats one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from bot.domain.programme import ThemeRef
from bot.domain.recurrence import Breaks, Recurrence, instant
from bot.domain.times import require_utc

ANNOUNCE_DAYS = range(15)
"""How many days before an occasion it may be announced; 0 is the same day."""

GRACE = timedelta(minutes=30)
"""How late an occasion may still begin, and how long the question whether to open it stands."""


class Opening(StrEnum):
    """How a planned dialogue begins: the samtalsledare is asked, or it starts by itself."""

    ASK = "ask"
    AUTO = "auto"


class OccasionState(StrEnum):
    """planned → (asked) → held | missed | skipped; all but held may be planned anew."""

    PLANNED = "planned"
    ASKED = "asked"
    MISSED = "missed"
    HELD = "held"
    SKIPPED = "skipped"


@dataclass(frozen=True)
class Plan:
    """A series of occasions of a team, or a single one when it has no `recurrence`.

    `at` is the time on the wall clock of `timezone`. `until` is the last day that the series may
    fall on; without it a skipped occasion is made up for by one more at the end. While `paused`
    nothing of it happens. `source` names the entry of a file that the plan comes from, and is
    empty for one made in the chat. `last_request` is the last request that added an occasion, so
    that one delivered twice counts once.
    """

    id: str
    team_id: str
    themes: tuple[ThemeRef, ...]
    recurrence: Recurrence | None
    at: time
    timezone: str
    breaks: Breaks
    announce_days: int
    opening: Opening
    created_at: datetime
    until: date | None = None
    paused: bool = False
    source: str = ""
    last_request: str = ""

    def __post_init__(self) -> None:
        """Refuse what no form or file offers. Raises ValueError."""
        require_utc(self.created_at)
        if self.announce_days not in ANNOUNCE_DAYS:
            raise ValueError("announced too early")
        if not self.themes:
            raise ValueError("a plan without themes")


@dataclass(frozen=True)
class Occasion:
    """One meeting of a plan.

    `slot` is the day that the series gave it, and names it within its plan for good; `day` and `at`
    are where it is now. `theme` is set when a person has chosen it for this very occasion, and
    when it is held. `reported` is the local day on which the managers were last told that it was
    missed; it stays when the occasion is moved, so that they are told of that, too. `revision`
    grows with every change.
    """

    id: str
    plan_id: str
    team_id: str
    slot: date
    day: date
    at: time
    timezone: str
    state: OccasionState = OccasionState.PLANNED
    theme: ThemeRef | None = None
    session_id: str = ""
    reported: date | None = None
    revision: int = 0

    @property
    def starts_at(self) -> datetime:
        """When it begins, in UTC."""
        return instant(self.day, self.at, self.timezone)

    @property
    def ahead(self) -> bool:
        """Whether it is still to come, or could still be held."""
        return self.state in (OccasionState.PLANNED, OccasionState.ASKED)

    @property
    def moved(self) -> bool:
        """Whether it is on another day than the series gave it."""
        return self.day != self.slot

    def to(self, state: OccasionState, **changes: object) -> Occasion:
        """Return the occasion as it is next. Raises ValueError for a step that is not allowed."""
        if state not in _NEXT[self.state]:
            raise ValueError(f"an occasion that is {self.state} can't be {state}")
        return replace(self, state=state, revision=self.revision + 1, **changes)  # type: ignore[arg-type]

    def renewed(self) -> Occasion:
        """Return the same occasion, whose due things are others than before."""
        return replace(self, revision=self.revision + 1)


_PLANNED, _ASKED, _MISSED = OccasionState.PLANNED, OccasionState.ASKED, OccasionState.MISSED
_HELD, _SKIPPED = OccasionState.HELD, OccasionState.SKIPPED

_NEXT: Mapping[OccasionState, frozenset[OccasionState]] = {
    _PLANNED: frozenset({_PLANNED, _ASKED, _MISSED, _HELD, _SKIPPED}),
    _ASKED: frozenset({_PLANNED, _MISSED, _HELD, _SKIPPED}),
    _MISSED: frozenset({_PLANNED, _HELD, _SKIPPED}),
    _HELD: frozenset({_PLANNED, _MISSED}),
    _SKIPPED: frozenset({_PLANNED}),
}
"""Where each state may lead: to planned by moving it or by taking a skip back; from held to planned
or missed when the dialogue was cancelled, before its time or after."""


def occasion_on(plan: Plan, slot: date) -> Occasion:
    """Return the plan's occasion of this day; the same one each time."""
    named = hashlib.sha256(f"{plan.id} {slot.isoformat()}".encode()).hexdigest()[:32]
    return Occasion(named, plan.id, plan.team_id, slot, slot, plan.at, plan.timezone)


def themes_ahead(
    plan: Plan, occasions: Iterable[Occasion], out: frozenset[ThemeRef]
) -> Mapping[str, ThemeRef]:
    """Return the theme that each occasion ahead is to have, by the occasion's id.

    `out` are the themes that are not to come: the team has had them since the plan was made, or
    their files are gone. A theme chosen for one occasion that is out gives way to the queue; chosen
    for two, the earlier one has it. An occasion without an entry has no theme left. A missed one
    keeps no theme: the next takes it.
    """
    ahead = sorted((each for each in occasions if each.ahead), key=_by_time)
    chosen: dict[ThemeRef, str] = {}
    for each in ahead:
        if each.theme is not None and each.theme not in out:
            chosen.setdefault(each.theme, each.id)
    queue = iter(themes_left(plan, out | chosen.keys()))
    themes = {occasion: theme for theme, occasion in chosen.items()}
    waiting = [each.id for each in ahead if each.id not in themes]
    return {**themes, **dict(zip(waiting, queue, strict=False))}


def theme_now(
    plan: Plan, occasions: Iterable[Occasion], out: frozenset[ThemeRef], occasion: Occasion
) -> ThemeRef | None:
    """Return the theme that the occasion has if it begins now, None when none is left."""
    if occasion.theme is not None and occasion.theme not in out:
        return occasion.theme
    others = [each for each in occasions if each.id != occasion.id and each.ahead]
    chosen = frozenset(each.theme for each in others if each.theme is not None)
    return next(iter(themes_left(plan, out | chosen)), None)


def _by_time(occasion: Occasion) -> tuple[datetime, str]:
    return occasion.starts_at, occasion.id


def themes_left(plan: Plan, out: frozenset[ThemeRef]) -> tuple[ThemeRef, ...]:
    """Return the plan's themes that are still to come, in their order."""
    return tuple(theme for theme in plan.themes if theme not in out)
