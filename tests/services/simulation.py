"""A year of many teams with plans: people change their minds, the bot is killed, clocks are set.

Everything is drawn from one seed. What was done is written down for `tests.services.oracle`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import partial
from heapq import heappop, heappush
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

from sqlite_utils import Database

from bot.domain.draft import Draft
from bot.domain.people import Team
from bot.domain.plan import Occasion, Opening
from bot.domain.programme import Line, Passage, Programme, Step, StepKind, Theme, ThemeRef
from bot.domain.recurrence import Breaks, Monthly, Weekday, Weekly
from bot.errors import UserError
from bot.ports import Outgoing, Tx
from bot.services import occasions, planning, sessions
from bot.services.deps import Deps
from bot.services.due import run_due, run_starts
from bot.services.outbox import send_pending
from bot.stores.sqlite import SqliteStore
from bot.stores.sqlite.codec import time_from_text
from tests.fakes import FakeClock, FakePlatform
from tests.services.crashes import Dead, Fuse, fused
from tests.services.oracle import Deed, Spec, Wake
from tests.services.people import TENANT, key, programme
from tests.services.world import FixedCatalogue, World

DATABASE = "aptbot.sqlite3"
ZONES = ("Europe/Stockholm", "Europe/Stockholm", "Europe/Helsinki", "America/New_York")
TIMES = (time(9), time(9), time(13), time(14, 30), time(7), time(2, 30), time(23, 45))
MOST_THEMES = 4
KILLED, AWAY, SET_BACK = 0.06, 0.03, 0.03
"""How often, of the times that the bot wakes, it is killed, away afterwards, its clock set back."""

Deeds = list[tuple[datetime, int, str, int]]


def short(number: int) -> Theme:
    """Return a talk of twenty minutes, in which nothing is answered."""
    line = Line(sv=f"Samtal {number}", en=f"Talk {number}")
    text = Passage(sv="Prata.", en="Talk.")
    step = Step(kind=StepKind.DIALOGUE, minutes=20, text=text)
    return Theme(
        id=f"samtal{number}", number=number + 1, title=line, why=text, steps=(step,), length=20
    )


def year() -> Programme:
    """Return the programme that all teams follow."""
    themes = tuple(short(number) for number in range(MOST_THEMES))
    return programme("aret").model_copy(update={"themes": themes})


THEMES = tuple(ThemeRef(programme="aret", theme=f"samtal{n}") for n in range(MOST_THEMES))


@dataclass
class NotedPlatform(FakePlatform):
    """A chat that remembers when each message was posted."""

    clock: FakeClock = field(default_factory=FakeClock)
    posts: list[tuple[datetime, str]] = field(default_factory=list)

    def post(self, message: Outgoing) -> str:
        """Post, and note it."""
        ref = super().post(message)
        self.posts.append((self.clock.now(), message.key))
        return ref


def spec(rng: Random, number: int, today: date) -> Spec:
    """Draw somebody's plan."""
    first = today + timedelta(days=rng.randrange(3, 270))
    nth = rng.choice((0, 0, 1, 2, 3, 4, -1))
    return Spec(
        team=f"t{number:03}",
        zone=rng.choice(ZONES),
        on=rng.choice((0, 1, 2, 3, 4, 4, 6)),
        nth=nth,
        every=rng.choice((1, 1, 2) if nth else (1, 1, 2, 3, 4)),
        first=first,
        at=rng.choice(TIMES),
        lead=rng.choice((0, 1, 1, 7, 14)),
        auto=rng.random() < 0.5,
        themes=rng.randrange(2, MOST_THEMES + 1),
        until=first + timedelta(days=150) if rng.random() < 0.2 else None,
    )


def draft(of: Spec) -> Draft:
    """Return what its form would ask for."""
    on = Weekday(of.on)
    return Draft(
        themes=THEMES[: of.themes],
        recurrence=Monthly(on, of.nth, of.every) if of.nth else Weekly(on, of.every),
        first=of.first,
        at=of.at,
        breaks=Breaks(),
        announce_days=of.lead,
        opening=Opening.AUTO if of.auto else Opening.ASK,
        until=of.until,
    )


class Simulation:
    """The year of so many teams."""

    def __init__(self, folder: Path, seed: int, teams: int) -> None:
        clock = FakeClock()
        self.rng, self.path = Random(seed), folder / DATABASE
        self.platform = NotedPlatform(clock=clock)
        self.world = World(
            SqliteStore(self.path),
            clock=clock,
            platform=self.platform,
            catalogue=FixedCatalogue((year(),)),
        )
        self.world.restart()
        self.begun = clock.now()
        self.specs = [spec(self.rng, number, clock.now().date()) for number in range(teams)]
        self.plans: dict[str, str] = {}
        self.log: list[Wake | Deed] = []
        self.ahead: Deeds = []
        self.killed = self.away = self.seen = 0
        for each in self.specs:
            self._plan(each)

    def run(self) -> None:
        """Let the year pass; then nothing is left to happen."""
        with closing(self.world.store), Database(self.path) as db:
            while (now := self._next(db)) is not None:
                clock = self.world.clock
                clock.at = max(clock.at, now) + timedelta(seconds=self.rng.randrange(3))
                self._wake(db)
                self._deeds()
                if self.rng.random() < AWAY:
                    self.away += 1
                    clock.pass_by(minutes=self._length())
                    self._wake(db, restart=self.rng.random() < 0.5)
                elif self.rng.random() < SET_BACK:
                    clock.pass_by(seconds=-self.rng.randrange(90))
            self.occasions = {(each.team_id, each.slot): each for each in self._all()}
            self.sessions = [
                (row["team_id"], row["theme"], row["state"])
                for row in db.query("SELECT * FROM session ORDER BY started_at")
            ]

    def _plan(self, each: Spec) -> None:
        leader = key(f"leder-{each.team}")
        self.world.with_team(
            Team(
                id=each.team,
                platform="slack",
                tenant=TENANT,
                channel=f"C-{each.team}",
                name=each.team,
                language="sv",
                timezone=each.zone,
                managers=frozenset([leader]),
                facilitators=frozenset(),
            )
        )
        request = self.world.request(leader, f"C-{each.team}")
        self.plans[each.team] = planning.save(self.world.deps, request, each.team, draft(each)).id
        number = self.specs.index(each)
        for what in ("skip", "move", "start", "start", "pause"):
            if self.rng.random() < 0.45:
                at = self.begun + timedelta(minutes=self.rng.randrange(1, 400 * 24 * 60))
                heappush(self.ahead, (at, number, what, 0))

    def _next(self, db: Database) -> datetime | None:
        """Return when the next thing happens."""
        (row,) = db.query("SELECT min(due_at) AS at FROM due WHERE done = 0")
        times = [time_from_text(row["at"])] if row["at"] else []
        return min([*times, *(at for at, *_ in self.ahead[:1])], default=None)

    def _wake(self, db: Database, *, restart: bool = False) -> None:
        """Do what is due; the bot may be killed at it, and is started again."""
        if restart:
            self.world.restart()
        elif self.rng.random() < KILLED:
            self._die(db)
            return
        else:
            self.world.work()
        self.log.append(Wake(self.world.clock.now()))

    def _die(self, db: Database) -> None:
        fuse = Fuse(self.rng.choice((self.rng.randrange(8), self.rng.randrange(60))))
        try:
            work(fused(self.world.deps, fuse))
        except Dead:
            self.killed += 1
            self.log.append(Wake(self.world.clock.now(), _states(db)))
            length = self._length() if self.rng.random() < 0.3 else 0.5
            self.world.clock.pass_by(minutes=length)
            self.world.restart()
        self.log.append(Wake(self.world.clock.now()))

    def _length(self) -> float:
        """Return how many minutes the bot is away."""
        return self.rng.choice((1, 10, 25, 40, 90, 600, 3000)) * self.rng.uniform(0.5, 1.5)

    def _deeds(self) -> None:
        """Let people do what they want to do now; those who lead answer questions they see."""
        now = self.world.clock.now()
        while self.ahead and self.ahead[0][0] <= now:
            _, number, what, which = heappop(self.ahead)
            try:
                self._deed(self.specs[number], what, which)
            except UserError:
                continue  # somebody was faster; they are told so, and nothing happens
        posts = self.platform.posts
        for index in range(self.seen, len(posts)):
            if posts[index][1].startswith("open/") and self.rng.random() < 0.75:
                later = timedelta(minutes=self.rng.randrange(1, 40))
                heappush(self.ahead, (now + later, self._asked(index), "open", index))
        self.seen = len(posts)

    def _deed(self, of: Spec, what: str, which: int) -> None:
        deps, now = self.world.deps, self.world.clock.now()
        request = self.world.request(key(f"leder-{of.team}"), f"C-{of.team}")
        if what == "open":
            occasion = self._occasion(which)
            if now - occasion.starts_at < timedelta(hours=1):
                occasions.open_now(deps, request, occasion.id)
                self.log.append(Deed(now, of.team, what, occasion.slot))
                self.world.work()
        elif what == "pause":
            planning.pause(deps, request, of.team)
            self.log.append(Deed(now, of.team, what))
            until = now + timedelta(hours=self.rng.randrange(1, 40 * 24))
            heappush(self.ahead, (until, self.specs.index(of), "resume", 0))
        elif what == "resume":
            planning.resume(deps, request, of.team)
            self.log.append(Deed(now, of.team, what))
        elif what == "start":
            if 6 <= now.astimezone(ZoneInfo(of.zone)).hour < 18:
                theme = self.rng.randrange(of.themes)
                sessions.start(deps, request, THEMES[theme])
                self.log.append(Deed(now, of.team, what, theme=theme))
                self.world.work()
        else:
            self._change(of, what, now)

    def _change(self, of: Spec, what: str, now: datetime) -> None:
        every = self.world.look(lambda tx: tx.occasions.of_plan(self.plans[of.team]))
        soon = [each for each in every if each.ahead and each.starts_at > now]
        if not soon:
            return
        occasion = self.rng.choice(soon[:2])
        request = self.world.request(key(f"leder-{of.team}"), f"C-{of.team}")
        if what == "skip":
            planning.skip(self.world.deps, request, occasion.id)
            self.log.append(Deed(now, of.team, what, occasion.slot))
            return
        day = occasion.day + timedelta(days=self.rng.randrange(-3, 4))
        taken = {each.day for each in every if each.id != occasion.id}
        if not {day + timedelta(days=n) for n in (-1, 0, 1)} & taken:
            new = (day, self.rng.choice(TIMES))
            planning.change(self.world.deps, request, occasion.id, *new, None)
            self.log.append(Deed(now, of.team, what, occasion.slot, new))

    def _asked(self, index: int) -> int:
        team = self._occasion(index).team_id
        return next(n for n, each in enumerate(self.specs) if each.team == team)

    def _occasion(self, index: int) -> Occasion:
        """Return the occasion that a question is about."""
        name = self.platform.posts[index][1].split("/")[1]
        found = self.world.look(lambda tx: tx.occasions.get(name))
        assert found is not None
        return found

    def _all(self) -> Iterator[Occasion]:
        for plan in self.plans.values():
            yield from self.world.look(partial(_of_plan, plan))


def _of_plan(plan: str, tx: Tx) -> tuple[Occasion, ...]:
    return tx.occasions.of_plan(plan)


def work(deps: Deps) -> None:
    """Do all there is to do now."""
    while run_due(deps) + run_starts(deps) + send_pending(deps):
        pass


def _states(db: Database) -> Mapping[tuple[str, date], str]:
    """Return how each occasion stands, by team and slot; others are planned."""
    rows = db.query("SELECT team_id, slot, state FROM occasion WHERE state <> 'planned'")
    return {(row["team_id"], date.fromisoformat(row["slot"])): row["state"] for row in rows}
