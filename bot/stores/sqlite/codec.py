"""How values lie in columns.

Times are UTC text of one length, so that their order as text is their order in time. Durations
are whole microseconds. People are `platform/tenant/user`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime, timedelta

from bot.domain.people import PersonKey
from bot.domain.times import require_utc

MICROSECOND = timedelta(microseconds=1)


def time_to_text(at: datetime) -> str:
    """Return the time as text. Raises ValueError for one that is not in UTC."""
    require_utc(at)
    return at.isoformat(timespec="microseconds")


def time_from_text(text: str) -> datetime:
    """Return the aware time that `time_to_text` wrote."""
    return datetime.fromisoformat(text)


def maybe_time_to_text(at: datetime | None) -> str | None:
    """Return the time as text, None for none."""
    return None if at is None else time_to_text(at)


def maybe_time_from_text(text: str | None) -> datetime | None:
    """Return the time that `maybe_time_to_text` wrote."""
    return None if text is None else time_from_text(text)


def durations_to_text(durations: Iterable[timedelta]) -> str:
    """Return the durations as a JSON list of microseconds."""
    return json.dumps([duration // MICROSECOND for duration in durations])


def durations_from_text(text: str) -> tuple[timedelta, ...]:
    """Return the durations that `durations_to_text` wrote."""
    return tuple(timedelta(microseconds=number) for number in json.loads(text))


def people_to_text(people: Iterable[PersonKey]) -> str:
    """Return the people as a JSON list, in the order given."""
    return json.dumps([str(person) for person in people])


def people_from_text(text: str) -> tuple[PersonKey, ...]:
    """Return the people that `people_to_text` wrote."""
    return tuple(PersonKey.parse(person) for person in json.loads(text))
