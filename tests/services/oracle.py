"""What should happen to planned occasions, worked out anew from what is known of the world.

It knows plans as people speak of them, the moments at which the bot was awake, and what people did.
From that it tells what must have become of every occasion. It shares no code with the bot: dates
are dateutil's, times zoneinfo's, and the rules are written here a second time.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from dateutil.easter import easter
from dateutil.rrule import MONTHLY, WEEKLY, rrule, weekday

DAY = timedelta(days=1)
LATE = timedelta(minutes=30)
EVER, NEVER = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)
LENGTH = timedelta(minutes=20)
"""How long each dialogue is."""

PLANNED, ASKED, HELD, MISSED, SKIPPED = "planned", "asked", "held", "missed", "skipped"


@dataclass(frozen=True)
class Spec:
    """A plan as somebody would tell of it; `nth` is 0 for one that is weekly."""

    team: str
    zone: str
    on: int
    nth: int
    every: int
    first: date
    at: time
    lead: int
    auto: bool
    themes: int
    until: date | None


class Wake(NamedTuple):
    """The bot did what was due; when it was killed at it, `left` is how each occasion stood."""

    at: datetime
    left: Mapping[tuple[str, date], str] | None = None


class Deed(NamedTuple):
    """What a person did. `slot` is the occasion's; `new` where it was moved to."""

    at: datetime
    team: str
    what: str
    slot: date = date.min
    new: tuple[date, time] | None = None
    theme: int = -1


@dataclass
class Meeting:
    """An occasion: where it is, how it stands, and what must have been told of it."""

    slot: date
    day: date
    at: time
    since: datetime
    state: str = PLANNED
    announced: list[datetime] = field(default_factory=list)
    doubtful: bool = False
    asked: set[datetime] = field(default_factory=set)
    reported: list[date] = field(default_factory=list)


@cache
def day_off(day: date) -> bool:
    """Whether nobody works that day in Sweden: a weekend, a holiday or its eve."""
    return day.weekday() > 4 or holiday(day)


@cache
def holiday(day: date) -> bool:
    """Whether it is a holiday, or an eve that workplaces keep."""
    fixed = {(1, 1), (1, 6), (5, 1), (6, 6), (12, 24), (12, 25), (12, 26), (12, 31)}
    from_easter = (day - easter(day.year)).days
    midsummer = day.month == 6 and 19 <= day.day <= 25 and day.weekday() == 4
    midsummer_day = day.month == 6 and 20 <= day.day <= 26 and day.weekday() == 5
    saints = day.weekday() == 5 and date(day.year, 10, 31) <= day <= date(day.year, 11, 6)
    moving = from_easter in (-2, -1, 0, 1, 39, 49) or midsummer or midsummer_day or saints
    return (day.month, day.day) in fixed or moving


def closed(day: date) -> bool:
    """Whether teams do not meet: July, a holiday, a working day between two days off."""
    between = not day_off(day) and day_off(day - DAY) and day_off(day + DAY)
    return day.month == 7 or holiday(day) or between


def days(spec: Spec) -> Iterator[date]:
    """Yield the days of a series, without end."""
    frequency, on = (
        (MONTHLY, weekday(spec.on, spec.nth)) if spec.nth else (WEEKLY, weekday(spec.on))
    )
    # The rule counts weeks and months from its start: from the first day that fits.
    start = rrule(frequency, dtstart=datetime.combine(spec.first, time()), byweekday=on)[0]
    for each in rrule(frequency, dtstart=start, interval=spec.every, byweekday=on):
        day = each.date()
        if not spec.nth:
            if not closed(day):
                yield day
            continue
        month = [day + n * 7 * DAY for n in (0, 1, 2, 3, 4, -1, -2, -3, -4)]
        fit = [d for d in month if d.month == day.month and d >= spec.first and not closed(d)]
        if day.month != 7 and fit:
            yield fit[0]


def moment(day: date, at: time, zone: str) -> datetime:
    """Return when clocks show that."""
    return datetime.combine(day, at, ZoneInfo(zone)).astimezone(UTC)


def announce(spec: Spec, meeting: Meeting) -> datetime:
    """Return when it is to be announced."""
    if spec.lead:
        day = meeting.day - spec.lead * DAY
        at = min(max(meeting.at, time(8)), time(17))
    else:
        early = moment(meeting.day, meeting.at, spec.zone) - timedelta(hours=2)
        local = early.astimezone(ZoneInfo(spec.zone))
        if local.date() == meeting.day and local.time() >= time(8):
            return early
        day, at = meeting.day - DAY, time(17)
    while day_off(day):
        day -= DAY
    return moment(day, at, spec.zone)


def decent(now: datetime, start: datetime, zone: str) -> datetime:
    """Return when somebody who should have told before now would tell."""
    local = now.astimezone(ZoneInfo(zone))
    awake = 8 <= local.hour < 18
    if awake and not day_off(local.date()):
        return now
    morning = local.date() + (DAY if local.hour >= 18 else timedelta())
    working = morning
    while day_off(working):
        working += DAY
    if (then := moment(working, time(8), zone)) < start:
        return then
    if awake:
        return now
    return then if (then := moment(morning, time(8), zone)) < start else now


class Team:
    """What must be true of one team's plan."""

    def __init__(self, spec: Spec, at: datetime) -> None:
        self.spec, self.paused = spec, False
        self.had: list[tuple[datetime, int]] = []
        self.hindered = 0
        self._days = days(spec)
        self._calm_until = EVER
        self.meetings: list[Meeting] = []
        for _ in range(spec.themes):
            self._one_more(at)

    def wake(self, wake: Wake) -> None:
        """Let the bot have done all that was due, or what it came to before it was killed."""
        if self.paused or wake.at < self._calm_until:
            return
        for each in sorted(self.meetings, key=self._start):
            if each.state in (PLANNED, ASKED):
                self._announce(each, wake)
                self._begin(each, wake)
        ahead = [each for each in self.meetings if each.state in (PLANNED, ASKED)]
        self._calm_until = min(map(self._next, ahead), default=NEVER)

    def deed(self, deed: Deed) -> None:
        """Let a person have done something, after the bot had done all that was due."""
        self._calm_until = EVER
        each = next((m for m in self.meetings if m.slot == deed.slot), None)
        match deed.what:
            case "pause":
                self.paused = True
            case "resume" if self.paused:
                self._resume(deed.at)
            case "start":
                self._by_hand(deed)
            case "open" if each:
                self._hold(each, deed.at)
            case "move" if each and deed.new:
                each.day, each.at = deed.new
                each.state, each.since = PLANNED, deed.at
            case "skip" if each:
                each.state = SKIPPED
                self._make_up(deed.at)

    def next_theme(self) -> int | None:
        """Return the first that the team has not had."""
        had = {theme for _, theme in self.had}
        return next((n for n in range(self.spec.themes) if n not in had), None)

    def _next(self, meeting: Meeting) -> datetime:
        """Return when something is next to happen to a meeting."""
        start = self._start(meeting)
        if meeting.state == ASKED:
            return start + LATE
        return start if meeting.announced else min(start, announce(self.spec, meeting))

    def _start(self, meeting: Meeting) -> datetime:
        return moment(meeting.day, meeting.at, self.spec.zone)

    def _announce(self, each: Meeting, wake: Wake) -> None:
        start = self._start(each)
        due = max(announce(self.spec, each), each.since)
        if each.announced or each.state != PLANNED or not due <= wake.at < start:
            return
        if decent(wake.at, start, self.spec.zone) > wake.at:
            return
        if wake.left is None:
            each.announced.append(wake.at)
        else:
            each.doubtful = True

    def _begin(self, each: Meeting, wake: Wake) -> None:
        start = self._start(each)
        if wake.at < start:
            return
        became = wake.left.get((self.spec.team, each.slot)) if wake.left is not None else None
        if wake.left is not None and became in (PLANNED, None, each.state):
            return  # it was killed before it came to this one
        if each.state == ASKED:
            if wake.at >= start + LATE:
                self._miss(each, wake.at)
        elif wake.at > start + LATE:
            self._miss(each, wake.at)
        elif not self.spec.auto:
            each.state = ASKED
            each.asked.add(start)
            if wake.at >= start + LATE and (wake.left is None or became == MISSED):
                self._miss(each, wake.at)
        elif self.next_theme() is None:
            self._miss(each, wake.at)
        elif self._busy(wake.at):
            self.hindered += 1
        else:
            self._hold(each, wake.at)

    def _busy(self, now: datetime) -> bool:
        return any(at <= now <= at + LENGTH for at, _ in self.had)

    def _hold(self, each: Meeting, at: datetime) -> None:
        theme = self.next_theme()
        assert theme is not None
        self.had.append((at, theme))
        each.state = HELD

    def _miss(self, each: Meeting, at: datetime) -> None:
        each.state = MISSED
        each.reported.append(at.astimezone(ZoneInfo(self.spec.zone)).date())

    def _by_hand(self, deed: Deed) -> None:
        self.had.append((deed.at, deed.theme))
        zone = ZoneInfo(self.spec.zone)
        today = deed.at.astimezone(zone).date()
        near = [
            each
            for each in self.meetings
            if each.state in (PLANNED, ASKED, MISSED)
            and (each.day == today or abs(self._start(each) - deed.at) <= LATE)
        ]
        if near:
            min(near, key=lambda each: abs(self._start(each) - deed.at)).state = HELD

    def _resume(self, at: datetime) -> None:
        self.paused = False
        for each in list(self.meetings):
            if each.state in (PLANNED, ASKED):
                each.since = at
                if self._start(each) <= at:
                    each.state = SKIPPED
                    self._make_up(at)

    def _make_up(self, at: datetime) -> None:
        left = self.spec.themes - len({theme for _, theme in self.had})
        if left > sum(each.state in (PLANNED, ASKED) for each in self.meetings):
            self._one_more(at)

    def _one_more(self, at: datetime) -> None:
        day = next(self._days)
        if self.spec.until is None or day <= self.spec.until:
            self.meetings.append(Meeting(day, day, self.spec.at, at))
