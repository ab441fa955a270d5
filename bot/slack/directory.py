"""Who people are. The few of a team are asked for one by one; the whole list is for many."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from threading import Lock, Thread
from typing import Any, Final

from slack_sdk import WebClient

from bot.domain.people import Person, PersonKey
from bot.errors import PlatformDown, PlatformError, RateLimited, origin
from bot.slack.client import Calls

KEPT_FOR: Final = 3_600.0
"""Seconds until somebody is asked for again."""

FEW: Final = 50
"""So many are asked for one by one; for more, the list is quicker and Slack's rates allow it."""

PAGE: Final = 1_000
"""How many users to ask for at once; the list is a slow call with a low rate."""

SLACKBOT: Final = "USLACKBOT"
"""Slack's own bot, which Slack does not call a bot."""

NOBODY: Final = frozenset({"user_not_found", "user_not_visible"})
"""What Slack says of an id that is no user's, or not one that the bot may know of."""

NEVER: Final = float("-inf")

log = logging.getLogger(__name__)


class Directory:
    """Knows the people of one workspace. Safe to share between threads.

    No lock is held while Slack is asked, except that one thread at a time reads the list.
    """

    def __init__(
        self, client: WebClient, calls: Calls, tenant: str, monotonic: Callable[[], float]
    ) -> None:
        """`tenant` is the workspace's id; `monotonic` returns seconds that only ever grow."""
        self._client = client
        self._calls = calls
        self._tenant = tenant
        self._now = monotonic
        self._people: dict[str, Person | None] = {}
        """Everybody that Slack has told of, None for closed accounts."""
        self._names: dict[str, tuple[str, ...]] = {}
        """What they call themselves, also those with closed accounts: only in memory."""
        self._asked_at: dict[str, float] = {}
        self._listed_at = NEVER
        self._cursor = ""
        self._listing = Lock()

    def people(self, users: Iterable[str]) -> tuple[Person, ...]:
        """Return those of the users who have an account. Raises PlatformError.

        In a conversation of many, what was known an hour ago serves while the list is read anew.
        """
        wanted = tuple(users)
        if len(self._unheard_of(wanted)) > FEW:
            self.refresh()
        old = [user for user in wanted if self._is_old(user)]
        if len(old) > FEW:
            self._refresh_meanwhile()
            old = self._unheard_of(old)
        for user in old:
            self._ask(user)
        return tuple(person for user in wanted if (person := self._people.get(user)))

    def names(self, users: Iterable[str]) -> tuple[str, ...]:
        """Return every name of the users that Slack has told of so far, each once; asks nothing."""
        return tuple(dict.fromkeys(n for user in users for n in self._names.get(user, ())))

    def knows(self, user: str) -> bool:
        """Whether this is the id of a user. Raises PlatformError."""
        if user not in self._people:
            self._ask(user)
        return user in self._people

    @property
    def is_fresh(self) -> bool:
        """Whether the whole list was read within the last hour."""
        return self._now() < self._listed_at + KEPT_FOR

    def refresh(self) -> None:
        """Read the whole list unless it is fresh. Raises PlatformError.

        What was read stays when Slack stops us; the next attempt goes on from there. Worth calling
        when the bot starts: in a large workspace it takes some seconds.
        """
        with self._listing:
            if self.is_fresh:
                return
            try:
                self._read_pages()
            except PlatformError as error:
                if not isinstance(error, RateLimited | PlatformDown):
                    self._cursor = ""  # perhaps it is the cursor that Slack does not take
                raise

    def _read_pages(self) -> None:
        while True:
            page = self._calls(self._client.users_list, limit=PAGE, cursor=self._cursor)
            for user in page["members"]:
                self._learn(user)
            self._cursor = (page.get("response_metadata") or {}).get("next_cursor") or ""
            if not self._cursor:
                self._listed_at = self._now()
                return

    def _refresh_meanwhile(self) -> None:
        if not self.is_fresh and not self._listing.locked():
            Thread(target=self._refresh_quietly, name="directory", daemon=True).start()

    def _refresh_quietly(self) -> None:
        try:
            self.refresh()
        except Exception as problem:  # noqa: BLE001 - the last to see it
            log.warning("the list of users could not be read: %s", origin(problem))

    def _ask(self, user: str) -> None:
        """Learn who this is; one who does not exist is remembered as asked for."""
        try:
            self._learn(self._calls(self._client.users_info, user=user)["user"])
        except PlatformError as error:
            if str(error) not in NOBODY:
                raise
            self._asked_at[user] = self._now()

    def _learn(self, user: dict[str, Any]) -> None:
        self._people[user["id"]] = self._person(user)
        self._names[user["id"]] = _names(user)
        self._asked_at[user["id"]] = self._now()

    def _unheard_of(self, users: Iterable[str]) -> list[str]:
        return [user for user in users if user not in self._asked_at]

    def _is_old(self, user: str) -> bool:
        return self._now() >= self._asked_at.get(user, NEVER) + KEPT_FOR

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
    return next(iter(_names(user)), str(user.get("name") or user["id"]))


def _names(user: dict[str, Any]) -> tuple[str, ...]:
    """Return the names that people have chosen, the one that colleagues see first."""
    profile = user.get("profile") or {}
    names = (profile.get("display_name"), profile.get("real_name"), user.get("real_name"))
    return tuple(dict.fromkeys(str(name) for name in names if name))
