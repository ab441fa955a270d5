"""The world around the services: time, keys, dialogues, the chat platform, the box."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal, Protocol

from bot.domain.ballot import Ballot
from bot.domain.claims import Claim
from bot.domain.disclosure import Result
from bot.domain.people import Person, PersonKey
from bot.domain.programme import Programme
from bot.domain.round import Round
from bot.domain.yearplan import Entry
from bot.views.model import MessageView


class Clock(Protocol):
    """The only source of time."""

    def now(self) -> datetime:
        """Return the time now, aware, in UTC."""
        ...

    def monotonic(self) -> float:
        """Return seconds that only ever grow, for waiting."""
        ...


class KeyVault(Protocol):
    """Keeps the rounds' keys apart from the database and from every backup.

    Every method raises KeyVaultError when the keys can't be reached. That is not to be taken for
    "there is no key": a lost key costs the answers.
    """

    def adopt(self, rounds: frozenset[str]) -> None:
        """Take the place in use, before anything else; these rounds should have their keys here.

        Raises KeyVaultError when it is a new place that has none of them.
        """
        ...

    def create(self, round_id: str) -> bytes:
        """Make, keep durably and return a new key. Raises KeyVaultError if there is one."""
        ...

    def get(self, round_id: str) -> bytes | None:
        """Return the round's key, or None when it is lost: destroyed, damaged, or never made."""
        ...

    def destroy(self, round_id: str) -> None:
        """Destroy the key for good; nothing happens when there is none."""
        ...

    def round_ids(self) -> frozenset[str]:
        """Return the rounds that have a key."""
        ...


class Catalogue(Protocol):
    """The dialogues as they stand in the files now."""

    def programmes(self) -> tuple[Programme, ...]:
        """Return the programmes in their order; each knows its themes."""
        ...


class YearPlan(Protocol):
    """The plan of the year of many teams, as it stands in its file now."""

    def entries(self) -> tuple[Entry, ...] | None:
        """Return what is planned, or was when the file last was right; None when that is unknown.

        Without a file nothing is planned.
        """
        ...


class Proofreader(Protocol):
    """Reads the dialogue files over."""

    def complaints(self, language: str) -> tuple[str, ...]:
        """Return what is wrong in the files as they stand now, in words, none when all is well.

        Each says which file and line, what is wrong, and what to do about it.
        """
        ...


@dataclass(frozen=True)
class Outgoing:
    """A message as it is to stand in a conversation.

    `key` names the message for good ("board/<session>"); a new `version` of the same key replaces
    the view, also one that was never sent. `ref` is the platform's name of the message that
    stands, empty while none does. `tried` tells that an earlier attempt may have succeeded
    without our knowing. `conversation` is a channel id, or a user id for a private message. At
    `until` a message that has not been sent is not to be sent any more.
    """

    key: str
    tenant: str
    conversation: str
    view: MessageView
    version: int
    ref: str = ""
    tried: bool = False
    attempts: int = 0
    until: datetime | None = None


Sending = Literal["post", "update"]
"""The two ways to make a message stand: a new one, or a change of the one that stands."""

SENDINGS: Final[tuple[Sending, ...]] = ("post", "update")


class Platform(Protocol):
    """One workspace of a chat platform, outwards. Errors are those of `bot.errors`."""

    def members(self, channel: str) -> tuple[Person, ...]:
        """Return who is in the channel. Raises NotInChannel, NotAChannel, PlatformError."""
        ...

    def people(self, people: Iterable[PersonKey]) -> tuple[Person, ...]:
        """Return those of the people who have an account in the workspace. Raises PlatformError."""
        ...

    def name(self, channel: str) -> str:
        """Return what people call the channel. Raises NotInChannel, PlatformError."""
        ...

    def open_to_all(self, channel: str) -> bool:
        """Whether anybody in the workspace may read and join it.

        The answer is wanted while somebody waits: it takes three seconds at the most. Raises
        NotInChannel, PlatformError.
        """
        ...

    def names(self, people: Iterable[PersonKey]) -> tuple[str, ...]:
        """Return the names of the people as far as they are known now, without asking anybody.

        So it takes no time and raises nothing. Soon after a start little may be known.
        """
        ...

    def post(self, message: Outgoing) -> str:
        """Post the message and return its ref.

        Raises NotInChannel, RateLimited, MessageRefused, PlatformError.
        """
        ...

    def update(self, message: Outgoing) -> None:
        """Replace the message that stands at `ref`.

        Raises MessageGone, RateLimited, MessageRefused, PlatformError.
        """
        ...

    def find(self, message: Outgoing) -> str:
        """Return the ref of the message if it stands already, else an empty text."""
        ...

    def takes(self, call: Sending) -> bool:
        """Whether the workspace takes such a call now; else it would only be told to wait."""
        ...


class Drafter(Protocol):
    """A language model of the organisation's own that may read comments which are shown anyway."""

    @property
    def name(self) -> str:
        """What the model is called."""
        ...

    def __call__(self, comments: Sequence[str], language: str) -> tuple[Claim, ...]:
        """Return what the model says of the comments, unchecked; it takes minutes at the most.

        The comments leave the process, and nothing else of ours does. Raises DraftFailed.
        """
        ...


class BoxOpener(Protocol):
    """Opens a closed box: the only place where answers are read."""

    def __call__(self, key: bytes, ballots: Sequence[Ballot], round: Round) -> Result | None:
        """Return what may be shown, None below the threshold."""
        ...
