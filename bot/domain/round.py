"""A round: one ballot box, from its opening to its result."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from bot.domain.people import PersonKey
from bot.domain.programme import ThemeRef
from bot.domain.times import require_utc

THRESHOLD = 6
"""Numbers are shown from this many answers ("more than five"). Fixed when the round opens."""


QUOTE_THRESHOLDS = range(THRESHOLD, 31)
"""What an organisation may choose as the least number of answers for comments to be shown."""


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

    `threshold` is the least number of answers for any number to be shown, `quote_threshold` the
    least for comments to be shown word for word. `shared` tells whether the result has been
    shared with the team.
    """

    id: str
    team_id: str
    session_id: str
    theme: ThemeRef
    theme_version: str
    opened_at: datetime
    roster: tuple[PersonKey, ...]
    quote_threshold: int
    threshold: int = THRESHOLD
    state: RoundState = RoundState.OPEN
    shared: bool = False

    def __post_init__(self) -> None:
        """Refuse terms that would show more than was promised. Raises ValueError."""
        require_utc(self.opened_at)
        if self.threshold < THRESHOLD:
            raise ValueError(f"a threshold below {THRESHOLD}")
        if self.quote_threshold not in QUOTE_THRESHOLDS:
            raise ValueError("a quote threshold out of the range")

    def to(self, state: RoundState) -> Round:
        """Return the round in the next state. Raises ValueError for a step that is not allowed."""
        if state not in _NEXT[self.state]:
            raise ValueError(f"a round that is {self.state} can't be {state}")
        return replace(self, state=state)
