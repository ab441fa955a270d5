"""A round: one ballot box, from its opening to its result."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.people import PersonKey
from bot.domain.programme import ThemeRef
from bot.domain.quarter import Quarter
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
    A box of one team is closed at `closes_at`, for those who were not there, or, without it, with
    the dialogue.

    The terms: `threshold` is the least number of answers for any number to be shown,
    `quote_threshold` the least for comments to be shown word for word, `team_sees` whether the
    team is shown the same as its manager, `in_area` whether the round may be counted in what is
    published of an area. `invited` is the size of the roster, and stays when
    the roster itself is deleted at the close. `drafted` tells that the comments which may be shown
    are also read by the organisation's own language model, if they are enough.

    A box of a rolling survey belongs to one team and to no dialogue. `rolling` is the quarter that
    it was opened in; its roster grows as people are invited, and it is open until `closes_at`,
    which moves while too few have answered. `ending` tells that it is the last of its survey.

    `readers` get the result: the managers at the opening, who can't answer. While the box is open
    they change with the managers, but nobody on its roster ever becomes one of them.

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
    rolling: Quarter | None = None
    ending: bool = False
    readers: tuple[PersonKey, ...] = ()
    in_area: bool = False
    drafted: bool = False

    def __post_init__(self) -> None:
        """Refuse terms that would show more than was promised. Raises ValueError."""
        require_utc(self.opened_at, self.closes_at, self.closed_at)
        if self.threshold < THRESHOLD:
            raise ValueError(f"a threshold below {THRESHOLD}")
        if self.quote_threshold not in QUOTE_THRESHOLDS:
            raise ValueError("a quote threshold out of the range")
        if self.rolling and (self.pooled or self.closes_at is None):
            raise ValueError("a rolling survey is one team's, and has a time")
        if not frozenset(self.roster).isdisjoint(self.readers):
            raise ValueError("somebody who can answer would read the result")

    @property
    def pooled(self) -> bool:
        """Whether several teams share the box."""
        return len(self.team_ids) > 1

    @property
    def windowed(self) -> bool:
        """Whether the box of a single team's dialogue stays open after it."""
        return self.closes_at is not None and not self.pooled and self.rolling is None

    def may_reach(self, answers: int) -> bool:
        """Whether so many answers can come, as far as it is known while the box is open."""
        return self.invited >= answers or self.rolling is not None

    @property
    def shared_at(self) -> datetime | None:
        """When the team is shown the result at the latest; none while open or if never."""
        return self.closed_at + SHARED_AFTER if self.closed_at and self.team_sees else None

    def handed_over(self, new: frozenset[PersonKey], left: frozenset[PersonKey]) -> Round:
        """Return the round of a team with new managers, in place of those who `left`.

        Whoever could answer in it does not get its result: then those who left still do.
        """
        able = new - frozenset(self.roster)
        if not able:
            return self
        return replace(self, readers=tuple(sorted((frozenset(self.readers) - left) | able)))

    def to(self, state: RoundState) -> Round:
        """Return the round in the next state. Raises ValueError for a step that is not allowed."""
        if state not in _NEXT[self.state]:
            raise ValueError(f"a round that is {self.state} can't be {state}")
        return replace(self, state=state)
