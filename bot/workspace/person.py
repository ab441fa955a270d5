"""A driver of one person's page: the same calls over real HTTP, in words that tests can use."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from bot.workspace.errors import WorkspaceError
from bot.workspace.filling import Answers, Friendly, as_state, fill_form
from bot.workspace.form_state import Values, state_key
from bot.workspace.http_client import HttpClient
from bot.workspace.model import Json
from bot.workspace.polling import wait_until
from bot.workspace.reading import find_control, visible_text

_Result = TypeVar("_Result")


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a step. `errors` are a form's field errors by block id."""

    ok: bool
    error: str = ""
    errors: dict[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return self.ok


class NotShown(WorkspaceError):
    """What the test looks for is not on this person's page."""


class Person:
    """One person at their page. Every step goes through the page's own calls."""

    def __init__(self, user: str, client: HttpClient) -> None:
        self.id = user
        self._client = client

    def _post(self, what: str, **body: object) -> Result:
        answer = self._client.post(f"/client/{what}", {"as": self.id, **body})
        return Result(answer["ok"], answer.get("error", ""), answer.get("errors") or {})

    def _get(self, what: str, **query: str) -> Json:
        return self._client.get(f"/client/{what}", **{"as": self.id, **query})

    # --- reading ---------------------------------------------------------------------------

    def channels(self) -> list[Json]:
        """The conversations that this person is in."""
        return list(self._get("state")["channels"])

    @property
    def direct(self) -> str:
        """The id of the direct message with the app."""
        return next(str(one["id"]) for one in self.channels() if one["is_im"])

    def messages(self, channel: str) -> list[Json]:
        """What this person sees in a conversation, oldest first, own ephemerals too."""
        answer = self._get("messages", channel=channel)
        if "messages" not in answer:
            raise NotShown(f"{self.id} does not see {channel}: {answer.get('error')}.")
        return list(answer["messages"])

    def text(self, channel: str) -> str:
        """All words that this person sees in a conversation."""
        return "\n".join(visible_text(message) for message in self.messages(channel))

    def message(self, channel: str, words: str) -> Json:
        """The latest message that shows these words. Raises `NotShown`."""
        for message in reversed(self.messages(channel)):
            if words in visible_text(message):
                return message
        raise NotShown(f"{self.id} sees no message with {words!r} in {channel}.")

    @property
    def views(self) -> list[Json]:
        """The open forms, top last."""
        return list(self._get("views")["stack"])

    @property
    def view(self) -> Json | None:
        """The form on top, if any."""
        views = self.views
        return views[-1] if views else None

    @property
    def home_view(self) -> Json | None:
        """The app's home as this person sees it."""
        view: Json | None = self._get("views")["home"]
        return view

    # --- doing -----------------------------------------------------------------------------

    def command(self, channel: str, text: str) -> Result:
        """Type a slash command; done when it is acknowledged or has failed."""
        return self._post("command", channel=channel, text=text)

    def say(self, channel: str, text: str) -> str:
        """Write an ordinary message; gives its timestamp."""
        answer = self._client.post("/client/say", {"as": self.id, "channel": channel, "text": text})
        if not answer["ok"]:
            raise NotShown(f"{self.id} cannot write in {channel}: {answer.get('error')}.")
        return str(answer["ts"])

    def press(self, where: Json, label: str = "", *, action_id: str = "") -> Result:
        """Press a button of a message or form, by its words (or their beginning) or action id."""
        block, element = find_control(where, label, action_id)
        return self._act(where, block, element, {})

    def choose(
        self, where: Json, label: str, value: Friendly | list[str], *, action_id: str = ""
    ) -> Result:
        """Choose in an element that acts at once: a select, radio buttons, a date, an overflow."""
        block, element = find_control(where, label, action_id)
        if element["type"] == "overflow":
            chosen = as_state({**element, "type": "static_select"}, value)
            return self._act(where, block, element, {**chosen, "type": "overflow"})
        if state_key(element) is None:
            raise NotShown(f"A {element['type']} has no value to choose.")
        return self._act(where, block, element, as_state(element, value))

    def _act(self, where: Json, block: Json, element: Json, value: Json) -> Result:
        place = {"channel": where["channel"], "ts": where["ts"]} if "ts" in where else {}
        place = place or {"view_id": where["id"]}
        ids = {"block_id": block["block_id"], "action_id": element["action_id"]}
        return self._post("action", **place, **ids, value=value)

    def fill(self, view: Json, answers: Answers) -> Values:
        """State objects for plain answers by label, block id or action id. Raises `NoSuchField`."""
        return fill_form(view["blocks"], answers)

    def submit(
        self, view: Json, answers: Answers | None = None, *, values: Values | None = None
    ) -> Result:
        """Fill a form with plain answers (or ready state objects) and send it in."""
        filled = values if values is not None else self.fill(view, answers or {})
        return self._post("submit", view_id=view["id"], values=filled)

    def close(self, view: Json, *, clear: bool = False) -> Result:
        """Close a form; with `clear` all of them."""
        return self._post("close", view_id=view["id"], clear=clear)

    def home(self, tab: str = "home") -> Result:
        """Open a tab of the app; the app is told, and may set `home_view` a moment later."""
        return self._post("home", tab=tab)

    def leave_page(self) -> None:
        """Close the page's connections; the next step opens new ones."""
        self._client.close()

    def invite(self, channel: str, user: str) -> Result:
        """Add somebody, or the app, to a conversation."""
        return self._post("invite", channel=channel, user=user)

    def leave(self, channel: str) -> Result:
        """Leave a conversation."""
        return self._post("leave", channel=channel)

    def let_colleagues_answer(
        self, message: Json, label: str = "", *, action_id: str = "", people: int | None = None
    ) -> int:
        """Have robot colleagues press the button and fill in what opens; how many got through."""
        block, element = find_control(message, label, action_id)
        place = {"channel": message["channel"], "ts": message["ts"], "people": people}
        ids = {"block_id": block["block_id"], "action_id": element["action_id"]}
        answer = self._client.post("/client/colleagues", {"as": self.id, **place, **ids})
        return int(answer["answered"])

    # --- waiting ---------------------------------------------------------------------------

    def wait_for(
        self, check: Callable[[], _Result], seconds: float = 5.0, what: str = "not yet"
    ) -> _Result:
        """Wait until the check is true; gives its answer. Raises `TimeoutError`."""
        return wait_until(check, seconds, what)

    def wait_for_message(self, channel: str, words: str, seconds: float = 5.0) -> Json:
        """Wait for a message that shows these words."""

        def found() -> Json | None:
            shown = [one for one in self.messages(channel) if words in visible_text(one)]
            return shown[-1] if shown else None

        message = wait_until(found, seconds, f"{self.id} sees no {words!r} in {channel}")
        if message is None:
            raise NotShown(words)
        return message

    def wait_for_view(self, words: str = "", seconds: float = 5.0) -> Json:
        """Wait for a form on top that shows these words."""

        def found() -> Json | None:
            view = self.view
            return view if view is not None and words in visible_text(view) else None

        view = wait_until(found, seconds, f"{self.id} sees no form with {words!r}")
        if view is None:
            raise NotShown(words)
        return view

    def wait_for_home(self, words: str = "", seconds: float = 5.0) -> Json:
        """Wait for a home that shows these words."""

        def found() -> Json | None:
            view = self.home_view
            return view if view is not None and words in visible_text(view) else None

        view = wait_until(found, seconds, f"{self.id} sees no home with {words!r}")
        if view is None:
            raise NotShown(words)
        return view
