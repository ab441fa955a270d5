"""Ballot boxes: the rounds, what is in them, and what is published of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.ballot import Ballot
from bot.domain.disclosure import Result
from bot.domain.people import PersonKey
from bot.domain.programme import ThemeRef
from bot.domain.rollup import Closed
from bot.domain.round import Round, RoundState


class Rounds(Protocol):
    """Rounds and their results in the store."""

    def save(self, round: Round) -> None:
        """Insert or replace the round."""
        ...

    def get(self, round_id: str) -> Round | None:
        """Return the round."""
        ...

    def shared_by(self, team_id: str, theme: ThemeRef) -> Round | None:
        """Return the open box for the theme that the team shares with others, the latest."""
        ...

    def open_of(self, team_id: str) -> tuple[Round, ...]:
        """Return the open rounds of the team's dialogues, the earliest opened first."""
        ...

    def survey_of(self, team_id: str) -> Round | None:
        """Return the open box of the rolling survey that the team runs."""
        ...

    def latest_of(self, team_id: str) -> Round | None:
        """Return the round of the team's dialogue that was over last, also of a cancelled one."""
        ...

    def latest_survey_of(self, team_id: str) -> Round | None:
        """Return the box that was opened last of the team's rolling surveys, in whatever state."""
        ...

    def open_to(self, person: PersonKey) -> tuple[Round, ...]:
        """Return the open rounds of dialogues whose roster the person is on, earliest first."""
        ...

    def in_state(self, *states: RoundState) -> tuple[Round, ...]:
        """Return the rounds in any of the states."""
        ...

    def closed_of(self, team_id: str) -> tuple[Round, ...]:
        """Return the closed rounds of the team, those of surveys as well, the latest first."""
        ...

    def closed_in_areas(self, start: datetime, end: datetime) -> tuple[Closed, ...]:
        """Return what may be counted in areas and was closed from `start` until before `end`.

        The earliest closed first.
        """
        ...

    def publish(self, round_id: str, result: Result | None) -> None:
        """Keep the result, None for "fewer than the threshold". Once: raises StoreError again."""
        ...

    def result(self, round_id: str) -> Result | None:
        """Return the result, None when there were too few answers or none is published."""
        ...


class Ballots(Protocol):
    """The ballot boxes. No order, no time and no counter is kept."""

    def put(self, round_id: str, ballot: Ballot) -> None:
        """Keep the ballot in place of the same person's earlier one."""
        ...

    def get(self, round_id: str, pid: bytes) -> Ballot | None:
        """Return one ballot."""
        ...

    def remove(self, round_id: str, pid: bytes) -> None:
        """Remove one ballot; nothing happens when there is none."""
        ...

    def all(self, round_id: str) -> Sequence[Ballot]:
        """Return the ballots of a round, in the order of their (random) ids."""
        ...

    def at_least(self, round_id: str, count: int) -> bool:
        """Whether the box holds so many ballots: all that may be known of an open one."""
        ...

    def clear(self, round_id: str) -> None:
        """Remove all ballots of a round."""
        ...
