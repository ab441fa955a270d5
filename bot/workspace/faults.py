"""Faults on request, so that tests can provoke what Slack does on a bad day."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from bot.workspace.errors import WorkspaceError

API_KINDS = ("rate_limit", "error", "drop_response", "http", "delay")
"""Faults of one Web API method (`method`, or `*` for any; `response_url` counts as a method)."""

SOCKET_KINDS = ("retry", "lose_ack")
"""Faults of the envelopes that are sent to the app."""

DISCONNECT_REASONS = ("refresh_requested", "warning", "link_disabled", "cut")
"""What `disconnect` can mean: three frames of Slack's, or the line cut without a word."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One ordered fault; `times` is how many more times it happens."""

    kind: str
    times: int = 1
    method: str = "*"
    error: str = "internal_error"
    retry_after: int = 1
    status: int = 500
    seconds: float = 0.0


def read_fault(data: dict[str, Any]) -> Fault:
    """Check an order for a fault; raises `WorkspaceError` saying what is wrong."""
    if data.get("kind") not in (*API_KINDS, *SOCKET_KINDS):
        raise WorkspaceError(
            f"kind must be one of {', '.join((*API_KINDS, *SOCKET_KINDS, 'disconnect'))}."
        )
    try:
        fault = Fault(**data)
    except TypeError as error:
        raise WorkspaceError(f"the fault has a field that is not known: {error}") from error
    if fault.times < 1:
        raise WorkspaceError("times must be a whole number from 1.")
    return fault


class Faults:
    """The faults that wait for their turn, oldest first."""

    def __init__(self) -> None:
        self._waiting: list[Fault] = []

    def add(self, fault: Fault) -> None:
        """Order a fault."""
        self._waiting.append(fault)

    def clear(self) -> None:
        """Forget all faults that have not happened yet."""
        self._waiting.clear()

    def take(self, *kinds: str, method: str = "*") -> Fault | None:
        """The next fault of these kinds for this method, used up by one."""
        if not self._waiting:
            return None
        for place, fault in enumerate(self._waiting):
            if fault.kind in kinds and fault.method in ("*", method):
                self._use(place, fault)
                return fault
        return None

    def _use(self, place: int, fault: Fault) -> None:
        if fault.times > 1:
            self._waiting[place] = replace(fault, times=fault.times - 1)
        else:
            del self._waiting[place]
