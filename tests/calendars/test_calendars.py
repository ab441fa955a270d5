"""The file that calendars read, read back by three parsers that know nothing of each other."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import icalendar
import ics
import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st

from bot.calendars import team_calendar
from bot.views.model import CalendarEvent, TeamCalendar

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
FOLD = 75
"""Octets that a line may hold (RFC 5545, 3.1)."""

WHY = "För att orka längre.\n\nDen som leder startar dialogen i kanalen #solrosen."


def event(**changes: object) -> CalendarEvent:
    """Return an occasion in a calendar."""
    given: dict[str, object] = {
        "id": "0123456789abcdef0123456789abcdef",
        "revision": 0,
        "starts_at": datetime(2026, 3, 3, 8, tzinfo=UTC),
        "minutes": 15,
        "title": "Dialog: 3. Att få hjälp, och ge; så gör vi \\ på öppna förskolan",
        "text": WHY,
        "status": "confirmed",
    }
    return CalendarEvent.model_validate({**given, **changes})


def calendar(*events: CalendarEvent, name: str = "Dialoger i #solrosen") -> TeamCalendar:
    """Return a calendar with these events."""
    return TeamCalendar(name=name, file="apt-x", timezone="Europe/Stockholm", events=events)


def drawn(*events: CalendarEvent, name: str = "Dialoger i #solrosen") -> str:
    """Return the file as text."""
    return team_calendar(calendar(*events, name=name), NOW).decode()


def test_file_is_as_it_was_read() -> None:
    """Every line of it, and nothing more."""
    one = event(title="Dialog: Tid, ord; och \\", text="Rad ett.\nRad två.", revision=2)
    assert drawn(one).splitlines() == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//aptbot//aptbot//SV",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "NAME:Dialoger i #solrosen",
        "X-WR-CALNAME:Dialoger i #solrosen",
        "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
        "X-PUBLISHED-TTL:PT6H",
        "X-WR-TIMEZONE:Europe/Stockholm",
        "BEGIN:VEVENT",
        "SUMMARY:Dialog: Tid\\, ord\\; och \\\\",
        "DTSTART:20260303T080000Z",
        "DTEND:20260303T081500Z",
        "DTSTAMP:20260302T120000Z",
        "UID:0123456789abcdef0123456789abcdef@aptbot",
        "SEQUENCE:2",
        "DESCRIPTION:Rad ett.\\nRad två.",
        "STATUS:CONFIRMED",
        "END:VEVENT",
        "END:VCALENDAR",
    ]


@pytest.mark.parametrize("status", ["confirmed", "tentative", "cancelled"])
def test_icalendar_reads_it_back(status: str) -> None:
    """The library's own parser."""
    one = event(status=status, revision=7)
    (read,) = icalendar.Calendar.from_ical(drawn(one)).walk("VEVENT")
    assert isinstance(read, icalendar.Event)
    assert read["uid"] == f"{one.id}@aptbot"
    assert (read["summary"], read["description"]) == (one.title, one.text)
    assert (read["sequence"], read["status"]) == (7, status.upper())
    assert (read.start, read.end - read.start) == (one.starts_at, timedelta(minutes=15))


def test_ics_reads_it_back() -> None:
    """Another parser, of another house."""
    one = event(title="Dialog: Tid, ord; och å ä ö")
    (read,) = ics.Calendar(drawn(one)).events
    assert (read.uid, read.name, read.description) == (f"{one.id}@aptbot", one.title, one.text)
    assert (read.begin.datetime, read.duration) == (one.starts_at, timedelta(minutes=15))


def test_vobject_reads_it_back() -> None:
    """A third one, which also tells the calendar's name."""
    one = event(status="cancelled")
    name = "Dialoger i #å, ä; ö"
    read = vobject.readOne(drawn(one, name=name))
    for told in ("name", "x-wr-calname"):  # which this parser leaves escaped
        assert read.contents[told][0].value.replace("\\", "") == name
    assert (read.vevent.summary.value, read.vevent.description.value) == (one.title, one.text)
    assert read.vevent.dtstart.value == one.starts_at
    assert read.vevent.status.value == "CANCELLED"


def test_moved_one_keeps_its_name_and_grows_in_number() -> None:
    """Calendars know it again, and know which of the two is the newer."""
    before, after = event(), event(starts_at=NOW + timedelta(days=9), revision=1)
    read = [icalendar.Calendar.from_ical(drawn(each)).walk("VEVENT")[0] for each in (before, after)]
    assert read[0]["uid"] == read[1]["uid"]
    assert [str(each["sequence"]) for each in read] == ["0", "1"]


def test_calendar_without_events_is_read_too() -> None:
    """One may subscribe before anything is planned."""
    assert icalendar.Calendar.from_ical(drawn()).walk("VEVENT") == []
    assert ics.Calendar(drawn()).events == set()
    assert vobject.readOne(drawn()).version.value == "2.0"


EXPECTED = [re.split("[:;]", line)[0] for line in drawn(event()).split("\r\n") if line[:1] != " "]
"""The properties of a calendar of ours, and the nothing after the last line."""

HOSTILE = [
    "\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:Falskt",
    "\u2028END:VCALENDAR",
    "\x85ATTENDEE:mailto:karin@example.org",
    "\x0bBEGIN:VALARM\x0c",
    '";X-PARAM=1:;,\\n\\N\\;',
    "\x00\x07\x1b[31m",
    "\u202egnp.exe",
    "ø" * 500,
    "😀" * 100,
    "\ud800",
]
"""What a title may hold that a file of dialogues, or a channel's name, was made to do harm with."""


@pytest.mark.parametrize("title", HOSTILE, ids=lambda title: repr(title)[:30])
def test_hostile_title_stays_a_title(title: str) -> None:
    """It adds no line, no event and no property."""
    text = drawn(event(title=f"Tema{title}"), event(id="b" * 32, text=title), name=title)
    names = [re.split("[:;]", line)[0] for line in text.split("\r\n") if not line.startswith(" ")]
    assert set(names) == set(EXPECTED)
    assert names.count("BEGIN") == names.count("END") == 3
    assert len(icalendar.Calendar.from_ical(text).walk("VEVENT")) == 2
    assert len(list(vobject.readOne(text).vevent_list)) == 2
    assert len(ics.Calendar(text).events) == 2


words = st.text(max_size=300)


@given(words, words, words)
def test_every_line_fits_and_every_word_comes_back(title: str, text: str, name: str) -> None:
    """Whatever people write: 75 octets a line, whole letters on each, the same words read back."""
    data = team_calendar(calendar(event(title=title, text=text), name=name), NOW)
    lines = data.split(b"\r\n")
    assert lines[-1] == b""
    for line in lines:
        assert len(line) <= FOLD
        assert not re.search(rb"[\x00-\x1f\x7f]", line)
        line.decode()  # no letter is cut in two
    (read,) = icalendar.Calendar.from_ical(data).walk("VEVENT")
    assert read["summary"] == " ".join(clean(title).split())
    assert read["description"] == clean(text)


def clean(text: str) -> str:
    """Return what is left of a text."""
    broken = re.sub("\r\n?|[\u2028\u2029\x85\x0b\x0c]", "\n", text).replace("\t", " ")
    steering = "".join(map(chr, [*range(10), *range(14, 32), *range(127, 160)]))
    steering += "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
    return broken.translate(dict.fromkeys(map(ord, steering))).strip()


@given(
    st.datetimes(datetime(2020, 1, 1), datetime(2090, 1, 1)).map(lambda at: at.replace(tzinfo=UTC)),  # noqa: DTZ001
    st.integers(1, 600),
    st.integers(0, 10_000),
)
def test_times_come_back_to_the_second(starts: datetime, minutes: int, revision: int) -> None:
    """In every parser, whatever the time of the year."""
    starts = starts.replace(microsecond=0)
    one = drawn(event(starts_at=starts, minutes=minutes, revision=revision, title="x", text="y"))
    (read,) = ics.Calendar(one).events
    assert (read.begin.datetime, read.duration) == (starts, timedelta(minutes=minutes))
    other = vobject.readOne(one).vevent
    assert (other.dtstart.value, other.sequence.value) == (starts, str(revision))


def test_time_of_another_zone_is_refused() -> None:
    """Moments are in UTC here as everywhere inside."""
    with pytest.raises(ValueError, match="not in UTC"):
        team_calendar(calendar(), NOW.replace(tzinfo=None))
