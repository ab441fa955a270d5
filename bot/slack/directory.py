"""Who people are: the workspace's list of users, asked for once an hour."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from threading import Lock
from typing import Any, Final

from slack_sdk import WebClient

from bot.domain.people import Person, PersonKey
from bot.errors import PlatformError
from bot.slack.client import Calls

KEPT_FOR: Final = 3_600.0
"""Seconds until the list is asked for again."""

PAGE: Final = 1_000
"""How many users to ask for at once; the list is a slow call with a low rate."""

SLACKBOT: Final = "USLACKBOT"
"""Slack's own bot, which Slack does not call a bot."""


class Directory:
    """Knows the people of one workspace. Safe to share between threads."""

    def __init__(
        self, client: WebClient, calls: Calls, tenant: str, monotonic: Callable[[], float]
    ) -> None:
        """`tenant` is the workspace's id; `monotonic` returns seconds that only ever grow."""
        self._client = client
        self._calls = calls
        self._tenant = tenant
        self._monotonic = monotonic
        self._lock = Lock()
        self._people: dict[str, Person | None] = {}
        self._stale_at: float | None = None

    def people(self, users: Iterable[str]) -> tuple[Person, ...]:
        """Return those of the users who have an account now. Raises PlatformError."""
        known = self.refreshed()
        found = (known[user] if user in known else self._ask(user) for user in users)
        return tuple(person for person in found if person)

    def refreshed(self) -> Mapping[str, Person | None]:
        """Return everybody, None for closed accounts. Asks Slack if the list is an hour old.

        Worth calling when the bot starts: in a large workspace the list takes some seconds.
        """
        with self._lock:
            if self._stale_at is None or self._monotonic() >= self._stale_at:
                self._people = {user["id"]: self._person(user) for user in self._list()}
                self._stale_at = self._monotonic() + KEPT_FOR
            return self._people

    def _list(self) -> Iterator[dict[str, Any]]:
        cursor = ""
        while True:
            page = self._calls(self._client.users_list, limit=PAGE, cursor=cursor)
            yield from page["members"]
            cursor = (page.get("response_metadata") or {}).get("next_cursor") or ""
            if not cursor:
                return

    def _ask(self, user: str) -> Person | None:
        """Return one who is not on the list: new since then, or of another organisation."""
        try:
            person = self._person(self._calls(self._client.users_info, user=user)["user"])
        except PlatformError as error:
            if str(error) != "user_not_found":
                raise
            person = None
        self._people[user] = person
        return person

    def _person(self, user: dict[str, Any]) -> Person | None:
        """Return the person, None when the account is closed."""
        if user.get("deleted"):
            return None
        guest = ("is_restricted", "is_ultra_restricted", "is_stranger")
        return Person(
            key=PersonKey("slack", self._tenant, user["id"]),
            name=_name(user),
            is_bot=bool(user.get("is_bot")) or user["id"] == SLACKBOT,
            is_guest=any(user.get(kind) for kind in guest),
        )


def _name(user: dict[str, Any]) -> str:
    """Return the name that colleagues see."""
    profile = user.get("profile") or {}
    names = (profile.get("display_name"), profile.get("real_name"), user.get("real_name"))
    return str(next((name for name in names if name), user.get("name") or user["id"]))
