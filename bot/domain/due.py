"""Something that is to happen at a time, exactly once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.times import require_utc


class DueKind(StrEnum):
    """What is to be done."""

    SESSION_START = "session.start"
    SESSION_TICK = "session.tick"
    ROUND_DEADLINE = "round.deadline"
    ROUND_REMIND = "round.remind"
    ROUND_CLOSE = "round.close"
    ROUND_VOID = "round.void"
    RESULT_SHARE = "result.share"
    RESULT_DRAFT = "result.draft"
    SURVEY_TURN = "survey.turn"
    OCCASION_ANNOUNCE = "occasion.announce"
    OCCASION_START = "occasion.start"
    OCCASION_UNOPENED = "occasion.unopened"
    MANAGER_REQUEST = "manager.request"
    WISHES = "wishes.forget"
    AREAS_COUNT = "areas.count"
    RECLAIM = "store.reclaim"


@dataclass(frozen=True)
class Due:
    """One thing to do: `key` says to what, `occurrence` which time. The three are unique."""

    kind: DueKind
    key: str
    occurrence: str
    due_at: datetime
    attempts: int = 0

    def __post_init__(self) -> None:
        """Refuse a time that is not in UTC. Raises ValueError."""
        require_utc(self.due_at)
