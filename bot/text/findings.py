"""What can be found in a text, and where."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

LONGEST = 60
"""The most characters of the text that a finding quotes."""


class Kind(StrEnum):
    """What was found."""

    IDENTITY_NUMBER = "identity-number"
    PHONE = "phone"
    EMAIL = "email"
    MENTION = "mention"
    NAME = "name"
    ROOM = "room"
    HEALTH = "health"


REFUSED = frozenset({Kind.IDENTITY_NUMBER, Kind.PHONE, Kind.EMAIL, Kind.MENTION})
"""The kinds that an answer can't be sent with; the others are warned about."""


@dataclass(frozen=True)
class Finding:
    """One thing that was found.

    Attributes:
        kind: What it is.
        text: The words themselves as they stand in the normalised text, cut at `LONGEST`.
    """

    kind: Kind
    text: str


@dataclass(frozen=True)
class Findings:
    """All that was found in a text, in reading order, each once.

    Attributes:
        refused: What the answer can't be sent with.
        warned: What may be kept after a warning, since the check may be mistaken.
    """

    refused: tuple[Finding, ...]
    warned: tuple[Finding, ...]


@dataclass(frozen=True)
class Span:
    """A place in the normalised text, `start` included and `end` not, and what stands there."""

    start: int
    end: int
    kind: Kind
