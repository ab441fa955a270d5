"""Calendars drawn as iCalendar (RFC 5545), for Outlook, Google, Apple and the rest."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Final

from icalendar import Calendar, Event, vText

from bot.domain.times import require_utc
from bot.views.model import CalendarEvent, TeamCalendar

PRODUCT: Final = "-//aptbot//aptbot//SV"
READ_AGAIN: Final = timedelta(hours=6)
"""How often those who subscribe are asked to look; most calendars look when they like."""

_STATUS: Final = {"confirmed": "CONFIRMED", "tentative": "TENTATIVE", "cancelled": "CANCELLED"}
_LINE_BREAKS: Final = re.compile("\r\n?|[\u2028\u2029\u0085\u000b\u000c]")
# All that RFC 5545 allows in no text, and what can make a title read as another.
_UNSAFE: Final = re.compile(
    "[\u0000-\u0009\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)


def team_calendar(calendar: TeamCalendar, now: datetime) -> bytes:
    """Return the calendar as a file; `now` is when it was made.

    Times are in UTC: every event is a single one, so that the moment is all there is to tell, and
    no calendar has to know our time zone's rules. There is no ORGANIZER, which would name somebody
    and make readers take the events for invitations.
    """
    require_utc(now)
    drawn = Calendar()
    drawn.add("prodid", PRODUCT)
    drawn.add("version", "2.0")
    drawn.add("calscale", "GREGORIAN")
    drawn.add("method", "PUBLISH")
    name = vText(_one_line(calendar.name))  # the library would not escape what it does not know
    drawn.add("name", name)
    drawn.add("x-wr-calname", name)
    drawn.add("x-wr-timezone", calendar.timezone)
    drawn.add("refresh-interval", READ_AGAIN, parameters={"VALUE": "DURATION"})
    drawn.add("x-published-ttl", f"PT{READ_AGAIN // timedelta(hours=1)}H")
    for event in calendar.events:
        drawn.add_component(_event(event, now))
    return bytes(drawn.to_ical())


def _event(event: CalendarEvent, now: datetime) -> Event:
    """Return the event. DTSTAMP is `now`, so that of two files the later one is the newer."""
    drawn = Event()
    drawn.add("uid", f"{event.id}@aptbot")
    drawn.add("dtstamp", now)
    drawn.add("sequence", event.revision)
    drawn.add("dtstart", event.starts_at)
    drawn.add("dtend", event.starts_at + timedelta(minutes=event.minutes))
    drawn.add("summary", _one_line(event.title))
    drawn.add("description", _clean(event.text))
    drawn.add("status", _STATUS[event.status])
    return drawn


def _clean(text: str) -> str:
    """Return the text with plain line breaks and without characters that steer."""
    return _UNSAFE.sub("", _LINE_BREAKS.sub("\n", text).replace("\t", " ")).strip()


def _one_line(text: str) -> str:
    return " ".join(_clean(text).split())
