"""Fakes of ports, for tests of what uses them. Each passes its port's contract suite."""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from threading import Lock

from bot.domain.ballot import Ballot, new_key
from bot.domain.count import count
from bot.domain.disclosure import Result
from bot.domain.people import Person, PersonKey
from bot.domain.round import Round
from bot.errors import AptbotError, KeyVaultError, MessageGone, NotAChannel, NotInChannel
from bot.ports import Outgoing, Sending
from bot.stores.keys import ROUND_ID
from bot.views.model import MessageView


@dataclass
class FakeClock:
    """A clock that stands still until a test moves it; mirrors `bot.ports.Clock`."""

    at: datetime = datetime(2026, 3, 2, 12, tzinfo=UTC)
    seconds: float = 0.0

    def now(self) -> datetime:
        """Return the time it has been set to."""
        return self.at

    def monotonic(self) -> float:
        """Return the seconds that have been let pass."""
        return self.seconds

    def pass_by(self, **length: float) -> None:
        """Let time pass; the length is given as for a timedelta (`minutes=5`)."""
        passed = timedelta(**length)
        self.at += passed
        self.seconds += passed.total_seconds()


class MemoryKeyVault:
    """Keys in memory; mirrors `bot.ports.KeyVault`. `reachable` may be turned off, like a disk."""

    def __init__(self) -> None:
        self.reachable = True
        self.adopted = False
        self._keys: dict[str, bytes] = {}
        self._lock = Lock()

    def adopt(self, rounds: frozenset[str]) -> None:
        """Take the place in use."""
        self._check()
        if rounds and not self.adopted and not rounds & self._keys.keys():
            raise KeyVaultError("another place")
        self.adopted = True

    def create(self, round_id: str) -> bytes:
        """Make, keep and return a new key."""
        self._check(round_id)
        with self._lock:
            if not self.adopted or round_id in self._keys:
                raise KeyVaultError(round_id)
            return self._keys.setdefault(round_id, new_key())

    def get(self, round_id: str) -> bytes | None:
        """Return the round's key, or None when there is none."""
        self._check(round_id)
        key = self._keys.get(round_id)
        if key is None and not self.adopted:
            raise KeyVaultError("another place")
        return key

    def destroy(self, round_id: str) -> None:
        """Forget the key; nothing happens when there is none."""
        self._check(round_id)
        if not self.adopted and round_id not in self._keys:
            raise KeyVaultError("another place")
        with self._lock:
            self._keys.pop(round_id, None)

    def round_ids(self) -> frozenset[str]:
        """Return the rounds that have a key."""
        self._check()
        with self._lock:
            return frozenset(self._keys)

    def _check(self, round_id: str = "none") -> None:
        if not self.reachable or not ROUND_ID.fullmatch(round_id):
            raise KeyVaultError(round_id)


class InProcessBox:
    """Opens a box in this process, which is faster; mirrors `bot.ports.BoxOpener`.

    With a `seed` it mixes the comments alike each time, so that results can be compared.
    """

    def __init__(self, seed: int | None = None) -> None:
        self._seed = seed

    def __call__(self, key: bytes, ballots: Sequence[Ballot], round: Round) -> Result | None:
        """Return what may be shown, None below the threshold."""
        return count(
            key,
            ballots,
            invited=round.invited,
            threshold=round.threshold,
            quote_threshold=round.quote_threshold,
            rng=random.SystemRandom() if self._seed is None else random.Random(self._seed),
        )


@dataclass
class Failure:
    """What the next calls of a method do. `effect`: the call succeeds, only its answer is lost."""

    error: AptbotError
    times: int = 1
    effect: bool = False


@dataclass
class FakePlatform:
    """A chat in memory: `channels` are those the bot is in; other names are persons.

    `public` are the channels that are open to all. `standing` holds what stands, by ref; `calls`
    every call that reached the platform, in order; `busy` the calls that are not taken now.
    """

    channels: Mapping[str, tuple[Person, ...]] = field(default_factory=dict)
    closed: frozenset[str] = frozenset()
    standing: dict[str, Outgoing] = field(default_factory=dict)
    calls: list[tuple[str, str]] = field(default_factory=list)
    failures: dict[str, Failure] = field(default_factory=dict)
    busy: set[Sending] = field(default_factory=set)
    public: frozenset[str] = frozenset()
    _met: dict[PersonKey, str] = field(default_factory=dict)
    _posted: int = 0

    def fail(
        self, method: str, error: AptbotError, *, times: int = 1, effect: bool = False
    ) -> None:
        """Let the next calls of a method fail."""
        self.failures[method] = Failure(error, times, effect)

    def shown(self, conversation: str) -> list[MessageView]:
        """Return what stands in a conversation, the oldest first."""
        return [m.view for m in self.standing.values() if m.conversation == conversation]

    def remove(self, ref: str) -> None:
        """Delete a message, as a person might."""
        del self.standing[ref]

    def members(self, channel: str) -> tuple[Person, ...]:
        """Return who is in the channel."""
        failure = self._called("members", channel)
        if channel in self.closed:
            raise NotInChannel
        if channel not in self.channels:
            raise NotAChannel
        self._finish(failure)
        self._met |= {person.key: person.name for person in self.channels[channel]}
        return self.channels[channel]

    def people(self, people: Iterable[PersonKey]) -> tuple[Person, ...]:
        """Return those of the people who are in any channel."""
        failure = self._called("people", "")
        known = {person.key: person for members in self.channels.values() for person in members}
        self._finish(failure)
        return tuple(known[each] for each in people if each in known)

    def names(self, people: Iterable[PersonKey]) -> tuple[str, ...]:
        """Return the names of those whom `members` has told of; no call."""
        return tuple(dict.fromkeys(self._met[each] for each in people if each in self._met))

    def name(self, channel: str) -> str:
        """Return the channel's name: its id in small letters."""
        failure = self._called("name", channel)
        if channel not in self.channels or channel in self.closed:
            raise NotInChannel
        self._finish(failure)
        return channel.lower()

    def open_to_all(self, channel: str) -> bool:
        """Whether anybody may read and join the channel."""
        failure = self._called("open_to_all", channel)
        if channel not in self.channels or channel in self.closed:
            raise NotInChannel
        self._finish(failure)
        return channel in self.public

    def post(self, message: Outgoing) -> str:
        """Keep the message and return its ref."""
        failure = self._called("post", message.key)
        if message.conversation in self.closed:
            raise NotInChannel
        self._posted += 1
        ref = f"{message.conversation}/{self._posted}"
        self.standing[ref] = replace(message, ref=ref)
        self._finish(failure)
        return ref

    def update(self, message: Outgoing) -> None:
        """Replace the message at its ref."""
        failure = self._called("update", message.key)
        if message.ref not in self.standing:
            raise MessageGone("message_not_found")
        self.standing[message.ref] = message
        self._finish(failure)

    def find(self, message: Outgoing) -> str:
        """Return the ref of the message of that key in the conversation."""
        self._finish(self._called("find", message.key))
        found = (
            ref
            for ref, standing in self.standing.items()
            if standing.key == message.key and standing.conversation == message.conversation
        )
        return next(found, "")

    def takes(self, call: Sending) -> bool:
        """Whether the call is taken now."""
        return call not in self.busy

    def _called(self, method: str, about: str) -> Failure | None:
        """Note the call; raise the failure that has no effect, return the one that has."""
        self.calls.append((method, about))
        failure = self.failures.get(method)
        if failure is None:
            return None
        failure.times -= 1
        if failure.times <= 0:
            del self.failures[method]
        if not failure.effect:
            raise failure.error
        return failure

    def _finish(self, failure: Failure | None) -> None:
        if failure is not None:
            raise failure.error
