"""Somebody asks for something somewhere."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from bot.domain.people import PersonKey


@dataclass(frozen=True)
class Request:
    """Who asks, in which channel, and the request's own id.

    A platform may deliver a request twice; both carry the same id. `channel` is empty where there
    is no channel (the app's home), `is_private` tells a direct message.
    """

    actor: PersonKey
    channel: str
    id: str
    is_private: bool = False

    def id_of(self, kind: str) -> str:
        """Return the id of what the request makes, the same if it is delivered twice."""
        return hashlib.sha256(f"{kind} {self.id}".encode()).hexdigest()[:32]
