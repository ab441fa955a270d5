"""A round: one ballot box, from its opening to its result."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.people import PersonKey
from bot.domain.programme import ThemeRef
from bot.domain.times import require_utc

THRESHOLD = 6
"""Numbers are shown from this many answers ("more than five"). Fixed when the round opens."""


QUOTE_THRESHOLDS = range(THRESHOLD, 31)
"""What an organisation may choose as the least number of answers for comments to be shown."""


POOL_OPEN_FOR = timedelta(days=14)
"""A box that several teams share waits so long for those who have not had their dialogue."""

SHARED_AFTER = timedelta(hours=24)
"""How long after the close the managers may look, and hide comments, before the team sees it."""


class RoundState(StrEnum):
    """open → closing → closed, or voided without a result."""

    OPEN = "open"
    CLOSING = "closing"
    CLOSED = "closed"
    VOIDED = "voided"


_NEXT = {
    RoundState.OPEN: {RoundState.CLOSING, RoundState.VOIDED},
    RoundState.CLOSING: {RoundState.CLOSED, RoundState.VOIDED},
    RoundState.CLOSED: set(),
    RoundState.VOIDED: set(),
}
"""Where each state may lead. Nothing leads back: a round that opened again would publish twice."""


@dataclass(frozen=True)
class Round:
    """A ballot box with its roster and its terms, all frozen at the opening.

    `team_ids` are the teams that share the box: one, or a pool of small ones. Then each has a
    dialogue of its own, and the box is closed when all have had it, at `closes_at` at the latest.

    The terms: `threshold` is the least number of answers for any number to be shown,
    `quote_threshold` the least for comments to be shown word for word, `team_sees` whether the
    team is shown the same as its manager. `invited` is the size of the roster, and stays when
    the roster itself is deleted at the close.

    After the close: `shared` tells whether the team has been shown the result, and `hidden` which
    comments (by their number in it, from 0) the manager has taken out of what the team sees.
    """

    id: str
    team_ids: tuple[str, ...]
    theme: ThemeRef
    theme_version: str
    opened_at: datetime
    roster: tuple[PersonKey, ...]
    invited: int
    quote_threshold: int
    team_sees: bool = True
    closes_at: datetime | None = None
    threshold: int = THRESHOLD
    state: RoundState = RoundState.OPEN
    closed_at: datetime | None = None
    shared: bool = False
    hidden: frozenset[int] = frozenset()

    def __post_init__(self) -> None:
        """Refuse terms that would show more than was promised. Raises ValueError."""
        require_utc(self.opened_at, self.closes_at, self.closed_at)
        if self.threshold < THRESHOLD:
            raise ValueError(f"a threshold below {THRESHOLD}")
        if self.quote_threshold not in QUOTE_THRESHOLDS:
            raise ValueError("a quote threshold out of the range")

    @property
    def pooled(self) -> bool:
        """Whether several teams share the box."""
        return len(self.team_ids) > 1

    @property
    def shared_at(self) -> datetime | None:
        """When the team is shown the result at the latest; none while open or if never."""
        return self.closed_at + SHARED_AFTER if self.closed_at and self.team_sees else None

    def to(self, state: RoundState) -> Round:
        """Return the round in the next state. Raises ValueError for a step that is not allowed."""
        if state not in _NEXT[self.state]:
            raise ValueError(f"a round that is {self.state} can't be {state}")
        return replace(self, state=state)
