"""The real bot on a real workspace, in one process, with time that the test moves."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Self, TypeVar

from pydantic import SecretStr

from bot.bootstrap import DATABASE, Bot, build
from bot.ports import KeyVault, Store
from bot.settings import Settings, load
from bot.workspace import Lifetimes, Workspace, visible_text
from bot.workspace.person import Person, Result
from bot.workspace.polling import wait_until
from tests.e2e.clock import ShiftedClock
from tests.e2e.places import ANSWER_STEP, COLLEAGUES, LEADER, MANAGER, STEPS, TEAM
from tests.e2e.reading import Json, ephemerals, has_button, of_kind, said_later

T = TypeVar("T")

PATIENCE = 15.0
"""Seconds until a test gives up waiting; nothing waits this long when all is well."""

GOOD = {
    "Meningsfullhet": "5",
    "Hanterbarhet": "4",
    "Begriplighet": "6",
    "Vad hjälper dig": "Lugna morgnar.",
}
"""A whole answer."""


class Stage:
    """A workspace with the bot on it, and the steps that most tests begin with."""

    def __init__(
        self, directory: Path, lifetimes: Lifetimes | None = None, sample: Path | None = None
    ) -> None:
        self.directory = directory
        self.workspace = Workspace(sample, lifetimes=lifetimes)
        self.clock = ShiftedClock()
        self.bot: Bot | None = None
        self.at_end: list[Callable[[], None]] = []

    @contextmanager
    def on(self) -> Iterator[Self]:
        """Let the workspace run; at the end the bot is stopped, and nothing has been amiss."""
        with self.workspace:
            yield self
            self.clear()
            assert self.workspace.problems == []

    # --- the bot's life ------------------------------------------------------------------

    @property
    def settings(self) -> Settings:
        """The settings that point the bot at the workspace."""
        given = load(
            env_file=self.directory / "no.env",
            environ={
                "APTBOT_DATA_DIR": str(self.directory / "data"),
                "APTBOT_KEY_DIR": str(self.directory / "keys"),
                "APTBOT_CONFIG": str(self.directory / "config"),
            },
        )
        return given.model_copy(
            update={
                "slack_api_url": self.workspace.api_url,
                "slack_bot_token": SecretStr(self.workspace.bot_token),
                "slack_app_token": SecretStr(self.workspace.app_token),
            }
        )

    def start_bot(self, *, store: Store | None = None, vault: KeyVault | None = None) -> Bot:
        """Build and connect a bot on this stage's directories."""
        stopping = threading.Event()
        bot = build(self.settings, stopping, clock=self.clock, store=store, vault=vault)
        self.bot = bot
        bot.start()
        self.workspace.wait_for_app()
        return bot

    def stop_bot(self) -> None:
        """Stop the bot in an orderly way."""
        if self.bot is not None:
            self.bot.stop()
            self.bot = None

    def clear(self) -> None:
        """Stop the bot and what else there is: nothing outlives a test that has failed."""
        try:
            self.stop_bot()
        finally:
            while self.at_end:
                self.at_end.pop()()

    def advance(self, *, minutes: float = 0, seconds: float = 0) -> None:
        """Let time pass, and have the bot look at what is due."""
        self.clock.advance(minutes=minutes, seconds=seconds)
        if self.bot is not None:
            self.bot.clockwork.wake()

    # --- waiting -------------------------------------------------------------------------

    def wait(self, check: Callable[[], T], what: str) -> T:
        """Return what the check returns once it is true. Raises TimeoutError."""
        return wait_until(check, PATIENCE, what)

    def settle(self) -> None:
        """Wait until nothing is due and every message stands as it is to stand."""
        self.wait(lambda: self.waiting() == 0, "the bot does not come to rest")

    def waiting(self) -> int:
        """Return how many messages and due things wait at this moment."""
        now = self.clock.now().isoformat()
        path = self.directory / "data" / DATABASE
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=5)) as db:
            sql = "SELECT count(*) FROM message WHERE version > sent_version AND failure = ''"
            messages = int(db.execute(sql).fetchone()[0])
            sql = "SELECT count(*) FROM due WHERE done = 0 AND due_at <= ?"
            return messages + int(db.execute(sql, (now,)).fetchone()[0])

    # --- people --------------------------------------------------------------------------

    @property
    def karin(self) -> Person:
        """The manager."""
        return self.workspace.person(MANAGER)

    def person(self, user: str) -> Person:
        """A driver of this person's page."""
        return self.workspace.person(user)

    def ask(self, user: str, text: str, channel: str = TEAM) -> str:
        """Type a command and return the private words that answer it, empty for none."""
        person = self.person(user)
        before = len(ephemerals(person, channel))
        result = person.command(channel, text)
        assert result.ok, f"{text}: {result.error}"
        return "\n".join(visible_text(m) for m in ephemerals(person, channel)[before:])

    def said(self, before: int) -> str:
        """Wait for a private answer after an acknowledgement, beyond the first so many."""
        self.wait(lambda: len(said_later(self.workspace)) > before, "nothing is said")
        return said_later(self.workspace)[-1]

    # --- a dialogue ----------------------------------------------------------------------

    def set_up(
        self,
        channel: str = TEAM,
        *,
        command: str = "/apt start tema3",
        leader: str | None = LEADER,
    ) -> Json:
        """Start the first dialogue of a channel through the form, and return its message."""
        assert self.karin.command(channel, command).ok
        form = self.karin.wait_for_view("kanalen kan svara")
        result = self.karin.submit(form, {"Samtalsledare": [leader] if leader else []})
        assert result.ok, result
        return self.board(channel)

    def board(self, channel: str = TEAM, words: str = "") -> Json:
        """Wait for the latest dialogue's message, with these words, and return it."""

        def found() -> Json | None:
            boards = of_kind(self.karin, channel, "board")
            return boards[-1] if boards and words in visible_text(boards[-1]) else None

        message = self.wait(found, f"no dialogue with {words!r} in {channel}")
        assert message is not None
        return message

    def go_to(self, step: int, channel: str = TEAM) -> Json:
        """Type `nästa` until the step (counted from 0), and return the message."""
        self.settle()
        shown = visible_text(self.board(channel))
        now = next(index for index, name in enumerate(STEPS) if f"Nu: {name}" in shown)
        for _ in range(step - now):
            self.next(channel)
        return self.board(channel, f"Nu: {STEPS[step]}")

    def next(self, channel: str = TEAM) -> str:
        """Type `nästa`."""
        return self.ask(MANAGER, "/apt nästa", channel)

    def open_for_answers(self, channel: str = TEAM) -> Json:
        """Set up, start, and go to the step where answers are taken; returns the message."""
        self.set_up(channel)
        for _ in range(ANSWER_STEP):
            self.next(channel)
        return self.board(channel, f"Nu: {STEPS[ANSWER_STEP]}")

    def form(self, user: str, board: Json) -> Json:
        """Press **Svara anonymt** and return the form that opens."""
        person = self.person(user)
        result = person.press(board, "Svara anonymt")
        assert result.ok, result
        return self.opened(user, "answer")

    def opened(self, user: str, *forms: str) -> Json:
        """Wait for one of these forms ("answer", "setup", "receipt") on top and return it."""
        person = self.person(user)

        def found() -> Json | None:
            view = person.view
            return view if view is not None and view["callback_id"] in forms else None

        view = self.wait(found, f"{user} sees no form of {forms}")
        assert view is not None
        return view

    def answer(
        self, user: str, board: Json, given: dict[str, str | list[str] | None] | None = None
    ) -> Result:
        """Give an anonymous answer and close the receipt, also one that asks about the subject."""
        person = self.person(user)
        result = person.submit(self.form(user, board), dict(GOOD) if given is None else given)
        if result.ok:
            person.close(self.opened(user, "receipt", "answer.tags"), clear=True)
        return result

    def answer_all(self, board: Json, count: int, *, consent: bool = False) -> None:
        """Have so many colleagues answer, each with a text of their own."""
        for number, user in enumerate(COLLEAGUES[:count]):
            given: dict[str, str | list[str] | None] = {
                **GOOD,
                "Vad hjälper dig": f"Mening nummer {number} av alla.",
                "verbatim": ["yes"] if consent else [],
            }
            assert self.answer(user, board, given).ok

    def summaries(self) -> list[Json]:
        """Return the summaries that the manager has got."""
        return of_kind(self.karin, self.karin.direct, "summary")

    def summary(self) -> Json:
        """Wait for the manager's summary and return it."""
        self.wait(self.summaries, "no summary")
        return self.summaries()[-1]

    def close_with(self, answers: int, *, consent: bool = False) -> Json:
        """Run a dialogue with so many answers, stop it, and return the manager's summary."""
        self.answer_all(self.open_for_answers(), answers, consent=consent)
        self.ask(MANAGER, "/apt stopp")
        summary = self.summary()
        self.settle()
        return summary

    def can_answer(self, board: Json) -> bool:
        """Whether the dialogue's message shows the way to answer."""
        return has_button(board, "answer.open")
