"""Reading the file of the year: from its tree to the entries of each team."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, time

from bot.almanac import holiday_name, swedish_holiday
from bot.content import yearplan_keys as keys
from bot.content.nodes import Listing, Node, Scalar
from bot.content.nodes import Mapping as Keys
from bot.content.plain import flowing
from bot.content.problems import Notes
from bot.content.values import Values, is_empty, place_of_key
from bot.domain.draft import Draft
from bot.domain.plan import ANNOUNCE_DAYS, Opening
from bot.domain.programme import Programme, ThemeRef
from bot.domain.recurrence import MOST_OCCASIONS, Breaks, Recurrence
from bot.domain.when import counted_from_today, parse_weeks, parse_when
from bot.domain.yearplan import Entry
from bot.errors import BadDate, BadTime, BadWeeks, UnclearTime, UnclearWhen

JULY = 7


@dataclass(frozen=True)
class _Given:
    """What holds where an entry says nothing of its own."""

    programme: Scalar | None = None
    breaks: Breaks = field(default_factory=Breaks)
    announce_days: int = 3
    opening: Opening = Opening.ASK


class Reader(Values):
    """Reads one file. `entries` are those without a mistake, team by team."""

    def __init__(self, notes: Notes, programmes: Iterable[Programme]) -> None:
        """Begin without entries."""
        super().__init__(notes)
        self.entries: list[Entry] = []
        self._programmes = {each.id: each for each in programmes if each.dialogues}
        self._year = 0

    def read(self, root: Keys) -> None:
        """Read everything."""
        self.known(root, keys.TOP)
        year = self._said_year(root)
        self._year = year or keys.YEARS[0]
        given = self._given(root)
        teams = root.get(keys.TEAMS)
        if teams is None:
            self.missing(root, keys.TEAMS, keys.TOP)
        elif isinstance(teams, Keys):
            self._teams(teams, given, complete=year is not None)
        elif not is_empty(teams):
            self.notes.add("year-teams", teams.place)

    def _said_year(self, root: Keys) -> int | None:
        said = self.text(root, keys.YEAR)
        if root.get(keys.YEAR) is None:
            self.missing(root, keys.YEAR, keys.TOP)
        years = {str(year): year for year in keys.YEARS}
        if said is None or said.text.strip() in years:
            return years[said.text.strip()] if said else None
        params = {"first": str(keys.YEARS[0]), "last": str(keys.YEARS[-1])}
        self.notes.add("year-year", said.place, text=said.text, **params)
        return None

    # --- teams ----------------------------------------------------------------------------

    def _given(self, root: Keys) -> _Given:
        """Return what holds for all teams."""
        node = root.get(keys.ALL)
        if node is None or is_empty(node):
            return _Given()
        if not isinstance(node, Keys):
            self.expected_keys(keys.ALL, node, keys.FOR_ALL)
            return _Given()
        self.known(node, keys.FOR_ALL)
        return self._own(node, _Given())

    def _teams(self, teams: Keys, given: _Given, *, complete: bool) -> None:
        """Read the entries of each team; they count only in a year that is known."""
        first: dict[str, int] = {}
        for key, value in teams.entries:
            team = key.text.strip().removeprefix("#")
            if not team or " " in team or "," in team:
                self.notes.add("year-team-name", key.place, team=key.text)
            elif (line := first.setdefault(team.casefold(), key.place.line)) != key.place.line:
                self.notes.add("year-team-twice", key.place, team=team, first=str(line))
            elif isinstance(value, Listing) and value.items:
                found = self._entries(team, value.items, given)
                self.entries += found if complete else ()
            else:
                self.notes.add("expected-list", value.place, key=team)

    def _entries(self, team: str, items: Sequence[Node], given: _Given) -> list[Entry]:
        found: list[Entry] = []
        numbers: dict[str, int] = {}
        days: dict[date, int] = {}
        for item in items:
            if not isinstance(item, Keys):
                self.expected_keys(team, item, keys.ENTRY)
                continue
            draft = self._draft(item, self._own(item, given))
            if draft is None:
                continue
            programme = draft.themes[0].programme
            numbers[programme] = numbers.get(programme, 0) + 1
            entry = Entry(team, f"{programme}/{numbers[programme]}", draft)
            self._advise(entry, item, days)
            found.append(entry)
        return found

    def _advise(self, entry: Entry, item: Keys, taken: dict[date, int]) -> None:
        """Say what is possible and rarely meant. `taken` are the team's days, with their lines."""
        place, draft = place_of_key(item, keys.WHEN), entry.draft
        count = min(draft.count or len(draft.themes), len(draft.themes))
        days = entry.planned(swedish_holiday)
        if not days:
            self.notes.add("year-no-days", place)
        elif len(days) < count:
            self.notes.advise("year-unfitting", place, days=len(days), themes=count)
        for day in days:
            if day in taken:
                line = str(taken[day])
                self.notes.advise("year-same-day", place, day=day.isoformat(), first=line)
                break
        if draft.recurrence is None and (name := holiday_name(draft.first, "sv")):
            self.notes.advise("year-holiday", place, day=draft.first.isoformat(), name=name)
        taken.update(dict.fromkeys(days, place.line))

    # --- an entry -------------------------------------------------------------------------

    def _own(self, node: Keys, given: _Given) -> _Given:
        """Return what the keys say, and else what was given."""
        programme = self.text(node, keys.PROGRAMME)
        days = self.number(node, keys.ANNOUNCE, ANNOUNCE_DAYS)
        return replace(
            given,
            programme=programme if node.get(keys.PROGRAMME) else given.programme,
            breaks=self._breaks(node, given.breaks),
            announce_days=given.announce_days if days is None else days,
            opening=self.choice(node, keys.START, keys.STARTS, given.opening),
        )

    def _draft(self, node: Keys, own: _Given) -> Draft | None:
        """Return the draft, None when the entry has a mistake in what makes it one."""
        self.known(node, keys.ENTRY)
        themes = self._themes(node, own.programme)
        when = self._when(node)
        first, until = self._day(node, keys.FROM), self._day(node, keys.UNTIL)
        count = self.number(node, keys.COUNT, range(1, MOST_OCCASIONS + 1))
        if not themes or when is None:
            return None
        recurrence, day, at = when
        if recurrence is None:
            self._refuse_series_keys(node)
            first, until, themes = day, day, themes[:1]
        first = first or date(self._year, 1, 1)
        until = until or date(max(self._year, first.year), 12, 31)
        if until < first:
            self.notes.add("year-till-before", place_of_key(node, keys.UNTIL))
            return None
        return Draft(
            themes=themes,
            recurrence=recurrence,
            first=first,
            at=at,
            breaks=own.breaks,
            announce_days=own.announce_days,
            opening=own.opening,
            count=count,
            until=until,
        )

    def _themes(self, node: Keys, said: Scalar | None) -> tuple[ThemeRef, ...]:
        """Return the themes from the first one on, none when they can't be told."""
        if said is None:
            if node.get(keys.PROGRAMME) is None:
                self.missing(node, keys.PROGRAMME, keys.ENTRY)
            return ()
        programme = self._programmes.get(said.text.strip())
        if programme is None:
            self.unknown("year-programme", said, self._programmes)
            return ()
        ids = [theme.id for theme in programme.dialogues]
        first = self.text(node, keys.THEME)
        if first and first.text.strip() not in ids:
            self.unknown("year-theme", first, ids, programme=programme.id)
            return ()
        start = ids.index(first.text.strip()) if first else 0
        return tuple(ThemeRef(programme=programme.id, theme=each) for each in ids[start:])

    def _when(self, node: Keys) -> tuple[Recurrence | None, date | None, time] | None:
        """Return how often or which day, and the time of day."""
        said = self.text(node, keys.WHEN)
        if said is None:
            if node.get(keys.WHEN) is None:
                self.missing(node, keys.WHEN, keys.ENTRY)
            return None
        text, place = flowing(said), said.place
        try:
            read = parse_when(text, date(self._year, 1, 1))
            if counted_from_today(text):
                self.notes.add("year-relative", place, text=text)
            elif read.at is None:
                self.notes.add("year-when", place, text=text, kind="time")
            else:
                return read.recurrence, read.day, read.at
        except UnclearWhen as unclear:
            self.notes.add("year-when", place, text=text, kind=str(unclear.params["kind"]))
        except UnclearTime as unclear:
            early, late = str(unclear.params["early"]), str(unclear.params["late"])
            self.notes.add("year-unclear-time", place, text=text, early=early, late=late)
        except BadTime:
            self.notes.add("year-bad-time", place, text=text)
        except BadDate:
            self.notes.add("year-bad-date", place, text=text)
        return None

    def _refuse_series_keys(self, node: Keys) -> None:
        for name in keys.SERIES_ONLY:
            key = node.key(name)
            if key:
                self.notes.add("year-only-series", key.place, key=name)

    # --- values ---------------------------------------------------------------------------

    def _breaks(self, node: Keys, given: Breaks) -> Breaks:
        value = node.get(keys.LEFT_OUT)
        if value is None or is_empty(value):
            return given
        if not isinstance(value, Keys):
            self.expected_keys(keys.LEFT_OUT, value, keys.BREAKS)
            return given
        self.known(value, keys.BREAKS)
        july = self.choice(value, keys.JULY, keys.YES_NO, JULY in given.months)
        return Breaks(
            holidays=self.choice(value, keys.HOLIDAYS, keys.YES_NO, given.holidays),
            squeeze_days=self.choice(value, keys.SQUEEZE, keys.YES_NO, given.squeeze_days),
            months=frozenset({JULY} if july else ()),
            weeks=self._weeks(value, given.weeks),
        )

    def _weeks(self, node: Keys, given: frozenset[int]) -> frozenset[int]:
        """Return the weeks, written in one line or as a list."""
        value = node.get(keys.WEEKS)
        if value is None:
            return given
        items = value.items if isinstance(value, Listing) else (value,)
        texts = [flowing(each) for each in items if isinstance(each, Scalar)]
        text = ", ".join(texts) if len(texts) == len(items) else "…"
        try:
            return parse_weeks(text)
        except BadWeeks:
            self.notes.add("year-weeks", value.place, text=text)
            return given

    def _day(self, node: Keys, name: str) -> date | None:
        said = self.text(node, name)
        if said is None:
            return None
        try:
            read = parse_when(flowing(said), date(self._year, 1, 1))
            if read.day and read.at is None and not counted_from_today(flowing(said)):
                return read.day
        except (UnclearWhen, UnclearTime, BadTime, BadDate):
            pass
        self.notes.add("year-day", said.place, key=name, text=said.text)
        return None
