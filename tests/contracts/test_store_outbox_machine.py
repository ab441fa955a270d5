"""Whatever happens between store, sender and platform: in the end each message stands once."""

from __future__ import annotations

import tempfile
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from bot.ports import SENDINGS, Outgoing
from bot.stores.sqlite import SqliteStore
from tests.contracts.store_samples import NOW, note

KEYS = st.sampled_from(["board/1", "board/2", "summary/1"])
TEXTS = st.sampled_from(["ett", "två", "tre"])
LEASE = timedelta(minutes=1)


class Channel:
    """A conversation: which messages stand, and what each says. No two have one ref."""

    def __init__(self) -> None:
        self.standing: dict[str, tuple[str, str]] = {}
        self._refs = count()

    def post(self, message: Outgoing) -> str:
        """Let the message stand, as the platform would also if it stood already."""
        ref = f"ts{next(self._refs)}"
        self.standing[ref] = (message.key, said(message))
        return ref

    def find(self, key: str) -> str:
        """Return where the message stands, or an empty text."""
        return next((ref for ref, (other, _) in self.standing.items() if other == key), "")


def said(message: Outgoing) -> str:
    """Return the text of a note."""
    assert message.view.type == "note"
    return message.view.text


class OutboxMachine(RuleBasedStateMachine):
    """An honest sender that crashes, is refused, and finds messages deleted by people."""

    def __init__(self) -> None:
        super().__init__()
        self.directory = tempfile.TemporaryDirectory()
        self.store = SqliteStore(Path(self.directory.name) / "aptbot.db")
        self.other = SqliteStore(Path(self.directory.name) / "aptbot.db")
        self.channel = Channel()
        self.wanted: dict[str, str] = {}
        self.now = NOW

    def teardown(self) -> None:
        """Send all that is left without any fault and look at the channel."""
        try:
            for _ in range(3 * len(self.wanted)):  # posts come one after the other
                self.now += 2 * LEASE
                for message in self.claim():
                    self.send(message)
            assert sorted(self.channel.standing.values()) == sorted(self.wanted.items())
            self.now += 2 * LEASE
            assert self.claim() == ()
        finally:
            self.store.close()
            self.other.close()
            self.directory.cleanup()

    def claim(self) -> tuple[Outgoing, ...]:
        """Take what is to be sent."""
        until = self.now + LEASE
        return self.store.write(lambda tx: tx.messages.claim(SENDINGS, self.now, until, 10))

    def stand(self, message: Outgoing) -> str:
        """Make the message stand; return its ref, empty when it had been deleted by somebody."""
        ref = message.ref or (self.channel.find(message.key) if message.tried else "")
        if not ref:
            return self.channel.post(message)
        if ref not in self.channel.standing:
            return ""
        self.channel.standing[ref] = (message.key, said(message))
        return ref

    def send(self, message: Outgoing) -> None:
        """Make the message stand and note it; one that is gone is given back."""
        ref = self.stand(message)
        if ref:
            self.note(message, ref)
        else:
            self.give_back(message, self.now, gone=True)

    def note(self, message: Outgoing, ref: str) -> None:
        """Note where the message stands."""
        self.store.write(lambda tx: tx.messages.sent(message.key, message.version, ref))

    def give_back(
        self, message: Outgoing, at: datetime, *, gone: bool = False, failed: bool = True
    ) -> None:
        """Give the message back to be tried again."""
        self.store.write(lambda tx: tx.messages.retry_at(message.key, at, gone=gone, failed=failed))

    @rule(key=KEYS, text=TEXTS)
    def want(self, key: str, text: str) -> None:
        """A service wants the message to say the text."""
        self.store.write(lambda tx: tx.messages.want(key, "T1", "C1", note(text)))
        self.wanted[key] = text

    @rule()
    def send_all(self) -> None:
        """The sender works as it should."""
        for message in self.claim():
            self.send(message)

    @rule()
    def crash_before_sending(self) -> None:
        """The sender dies with messages in its hand."""
        self.claim()

    @rule()
    def crash_after_sending(self) -> None:
        """The sender dies before it could note what it has sent."""
        for message in self.claim():
            self.stand(message)

    @rule(key=KEYS, text=TEXTS)
    def change_while_sending(self, key: str, text: str) -> None:
        """A service wants something else while the sender is talking to the platform."""
        messages = self.claim()
        self.want(key, text)
        for message in messages:
            self.send(message)

    @rule(arrived=st.booleans())
    def fail(self, arrived: bool) -> None:
        """The platform's answer is lost; the message may have arrived."""
        for message in self.claim():
            if arrived:
                self.stand(message)
            self.give_back(message, self.now)

    @rule()
    def wait(self) -> None:
        """The platform asks the sender to wait."""
        for message in self.claim():
            self.give_back(message, self.now + LEASE, failed=False)

    @rule(gone=st.booleans())
    def stall(self, gone: bool) -> None:
        """The sender stalls after sending; another process sends all; then it tells its part."""
        held = [(message, self.stand(message)) for message in self.claim()]
        self.now += 2 * LEASE
        self.store, self.other = self.other, self.store
        self.send_all()
        self.store, self.other = self.other, self.store
        for message, ref in held:
            if ref and not gone:
                self.note(message, ref)
            else:
                self.give_back(message, self.now, gone=True)

    @rule()
    def time_passes(self) -> None:
        """Leases run out."""
        self.now += 2 * LEASE

    @rule(key=KEYS)
    def somebody_deletes(self, key: str) -> None:
        """A person deletes a message that is to be changed."""
        message = self.store.read(lambda tx: tx.messages.get(key))
        if message is not None and message.ref:
            self.channel.standing.pop(message.ref, None)
            self.want(key, self.wanted[key] + "!")

    @invariant()
    def never_twice(self) -> None:
        """No message ever stands twice."""
        keys = [key for key, _ in self.channel.standing.values()]
        assert len(keys) == len(set(keys))


OutboxMachine.TestCase.settings = settings(
    max_examples=40, stateful_step_count=25, deadline=None, print_blob=True
)
TestOutbox = OutboxMachine.TestCase
