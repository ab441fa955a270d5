"""Dialogues: their course, the texts they ran, and what is noted of them afterwards."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from bot.domain.adaptation import Adaptation
from bot.domain.programme import Script
from bot.domain.session import Session


class Sessions(Protocol):
    """Sessions in the store."""

    def add(self, session: Session) -> None:
        """Insert the session. Raises SessionRunning when the team has one that is not over."""
        ...

    def save(self, session: Session) -> None:
        """Replace the session."""
        ...

    def get(self, session_id: str) -> Session | None:
        """Return the session."""
        ...

    def active(self, team_id: str) -> Session | None:
        """Return the team's session that is not over."""
        ...

    def of_round(self, round_id: str) -> tuple[Session, ...]:
        """Return the sessions that the round's box is open for, the earliest first."""
        ...

    def ended(self, team_id: str) -> tuple[Session, ...]:
        """Return the team's sessions that have ended (not cancelled), the latest first."""
        ...


class Scripts(Protocol):
    """The very texts that sessions ran, by fingerprint."""

    def keep(self, script: Script) -> None:
        """Keep the script under its version; a known one is left alone."""
        ...

    def get(self, version: str) -> Script:
        """Return the script with this version. Raises StoreError if it was never kept."""
        ...


class Adaptations(Protocol):
    """The adaptation log: what is noted of dialogues that have ended, never by whom."""

    def save(self, session_id: str, entry: Adaptation) -> None:
        """Insert or replace what the log says of a dialogue."""
        ...

    def get(self, session_id: str) -> Adaptation | None:
        """Return what the log says of a dialogue."""
        ...

    def of_team(self, team_id: str) -> Mapping[str, Adaptation]:
        """Return the team's log: the entries by the ids of their dialogues."""
        ...
