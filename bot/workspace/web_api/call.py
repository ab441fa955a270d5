"""The arguments of one Web API call, read as Slack reads them."""

from __future__ import annotations

import base64
import binascii
import json
from dataclasses import dataclass
from typing import Any

from bot.workspace.errors import SlackError
from bot.workspace.model import Json

_TRUE = ("1", "true", "True", True, 1)


@dataclass(frozen=True, slots=True)
class Call:
    """One call: `token` is the token's kind (`bot`, `app` or empty)."""

    method: str
    token: str
    args: dict[str, Any]

    def text(self, name: str, default: str = "") -> str:
        """A string argument; numbers become strings."""
        value = self.args.get(name)
        return default if value is None else str(value)

    def need(self, name: str) -> str:
        """A string argument that must be there: `invalid_arguments` otherwise."""
        value = self.text(name)
        if not value:
            raise SlackError("invalid_arguments", [f"missing required field: {name}"])
        return value

    def flag(self, name: str) -> bool:
        """A true or false argument in any of the forms in which clients send it."""
        return self.args.get(name) in _TRUE

    def number(self, name: str, default: int) -> int:
        """A whole number: `invalid_arguments` if it is none."""
        try:
            return int(self.args.get(name) or default)
        except (TypeError, ValueError) as error:
            raise SlackError("invalid_arguments", [f"{name} must be an integer"]) from error

    def names(self, name: str) -> list[str]:
        """A list of names: as a list, or separated by commas."""
        value = self.args.get(name) or []
        parts = value if isinstance(value, list) else str(value).split(",")
        return [str(part).strip() for part in parts if str(part).strip()]

    def structure(self, name: str, error: str = "invalid_arguments") -> Any:  # noqa: ANN401  (JSON)
        """A JSON argument, given as JSON or as a string of it; None when left out."""
        value = self.args.get(name)
        if not isinstance(value, str):
            return value
        try:
            return json.loads(value) if value else None
        except ValueError as problem:
            raise SlackError(error, [f"{name} is not valid JSON"]) from problem

    def page(self, items: list[Any], key: str, *, most: int = 1000) -> Json:
        """One page of a list by `limit` and `cursor`, as a part of the answer."""
        start = _read_cursor(self.text("cursor"))
        limit = self.number("limit", 100)
        if limit < 1 or limit > most:
            raise SlackError("invalid_limit")
        end = start + limit
        cursor = _write_cursor(end) if end < len(items) else ""
        return {key: items[start:end], "response_metadata": {"next_cursor": cursor}}


def _write_cursor(place: int) -> str:
    return base64.b64encode(f"next:{place}".encode()).decode()


def _read_cursor(cursor: str) -> int:
    if not cursor:
        return 0
    try:
        return int(base64.b64decode(cursor, validate=True).decode().removeprefix("next:"))
    except (binascii.Error, ValueError) as error:
        raise SlackError("invalid_cursor") from error
