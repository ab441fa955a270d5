"""Short-lived rights that Slack hands out: trigger ids and response addresses."""

from __future__ import annotations

import secrets
import time
from dataclasses import dataclass, field

from bot.workspace.errors import SlackError

_FORGET_AFTER = 3600.0


@dataclass(slots=True)
class Trigger:
    """Who may be shown a view, and in which tab of theirs ("" when nobody knows)."""

    user: str
    tab: str
    born: float
    used: bool = False


@dataclass(slots=True)
class Triggers:
    """Trigger ids: each lives `life` seconds and opens one view for one person."""

    life: float
    _known: dict[str, Trigger] = field(default_factory=dict)

    def new(self, user: str, tab: str) -> str:
        """A fresh trigger id for this person's step in this tab; it says nothing of the tab."""
        now = time.monotonic()
        _drop_old(self._known, now)
        name = f"{secrets.randbelow(10**12)}.{secrets.randbelow(10**12)}.{secrets.token_hex(16)}"
        self._known[name] = Trigger(user, tab, now)
        return name

    def exchange(self, name: str) -> Trigger:
        """Use a trigger id up and get whose it is.

        Raises `SlackError`: `invalid_trigger_id`, `exchanged_trigger_id`, `expired_trigger_id`.
        """
        trigger = self._known.get(name)
        if trigger is None:
            raise SlackError("invalid_trigger_id")
        if trigger.used:
            raise SlackError("exchanged_trigger_id")
        if time.monotonic() - trigger.born > self.life:
            raise SlackError("expired_trigger_id")
        trigger.used = True
        return trigger

    def hand_over(self, old: str, new: str) -> None:
        """A tab has been loaded anew: what was begun before goes on in it."""
        for trigger in self._known.values():
            if trigger.tab == old:
                trigger.tab = new


@dataclass(slots=True)
class ReplyRight:
    """What one response address may do: who asked, where, and about which message."""

    user: str
    channel: str
    ts: str | None
    born: float
    uses: int = 0


@dataclass(slots=True)
class ReplyRights:
    """Response addresses: each lives `life` seconds and is good for `uses` replies."""

    life: float
    uses: int
    _known: dict[str, ReplyRight] = field(default_factory=dict)

    def new(self, user: str, channel: str, ts: str | None = None) -> str:
        """A fresh token for `/respond/<token>`."""
        now = time.monotonic()
        _drop_old(self._known, now)
        token = secrets.token_urlsafe(18)
        self._known[token] = ReplyRight(user, channel, ts, now)
        return token

    def use(self, token: str) -> ReplyRight:
        """Count one use. Raises `SlackError`: `invalid_url`, `expired_url`, `used_url`."""
        right = self._known.get(token)
        if right is None:
            raise SlackError("invalid_url")
        if time.monotonic() - right.born > self.life:
            raise SlackError("expired_url")
        if right.uses >= self.uses:
            raise SlackError("used_url")
        right.uses += 1
        return right


def _drop_old(known: dict[str, Trigger] | dict[str, ReplyRight], now: float) -> None:
    """Forget the oldest entries: dictionaries keep their order of insertion, so stop early."""
    while known:
        first = next(iter(known))
        if now - known[first].born < _FORGET_AFTER:
            return
        del known[first]
