"""The plan of the year made true: the entries of its file become plans of the teams they name."""

from __future__ import annotations

import hashlib
import logging
from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.almanac import swedish_holiday
from bot.domain.people import Team
from bot.domain.plan import Occasion, OccasionState, Plan, occasion_on, themes_left
from bot.domain.yearplan import Entry, name_of, of_team
from bot.ports import Tx, YearPlan
from bot.services import agenda, planning
from bot.services.deps import Deps

VANISHED = timedelta(seconds=10)
"""How long a file must be gone, or empty, before its plans are taken away: it may be moved."""

log = logging.getLogger(__name__)


class YearKeeper:
    """Looks at the plan of the year, and at which teams there are, and makes what is new true.

    What it finds done it leaves alone, so several processes may each have one. Not safe to share
    between threads: one pump asks it.
    """

    def __init__(self, deps: Deps, year: YearPlan, tenant: str) -> None:
        """Begin with nothing made true; `tenant` is the workspace whose teams are meant."""
        self._deps = deps
        self._year = year
        self._tenant = tenant
        self._done: object = None
        self._gone_since: datetime | None = None

    def look(self) -> int:
        """Look once; returns 0, since there is nothing more to do."""
        entries = self._year.entries()
        if entries is None or self._may_come_back(entries):
            return 0
        teams = self._deps.store.read(lambda tx: tx.teams.named(self._tenant))
        if (entries, teams) == self._done:
            return 0
        changed = sum(apply(self._deps, id, of_team(entries, name)) for id, name in teams)
        if changed:
            log.info("the plan of the year changed plans, teams: %d", changed)
            self._deps.wake()
        self._done = (entries, teams)
        return 0

    def _may_come_back(self, entries: tuple[Entry, ...]) -> bool:
        now = self._deps.clock.now()
        self._gone_since = None if entries else self._gone_since or now
        return self._gone_since is not None and now - self._gone_since < VANISHED


def apply(deps: Deps, team_id: str, entries: tuple[Entry, ...]) -> bool:
    """Make the team's plans those of the entries, and return whether that changed anything.

    Plans made in the chat stay. An entry that is as it was changes nothing of what the team has
    moved and skipped. Of one that is not, what has been held stays and the rest is planned anew.
    """
    wanted = {each.source for each in entries}
    if wanted == deps.store.read(lambda tx: {each.source for each in _from_file(tx, team_id)}):
        return False

    def work(tx: Tx) -> bool:
        team = tx.teams.get(team_id)
        if team is None:
            return False
        known = {name_of(plan.source): plan for plan in _from_file(tx, team_id)}
        for name in known.keys() - {each.name for each in entries}:
            planning.remove(tx, deps, team, known[name])
        for entry in entries:
            plan = known.get(entry.name)
            if plan is None or plan.source != entry.source:
                _plan(tx, deps, team, entry, plan)
        return {plan.source for plan in known.values()} != {
            plan.source for plan in _from_file(tx, team_id)
        }

    return deps.commit(work)


def _from_file(tx: Tx, team_id: str) -> tuple[Plan, ...]:
    return tuple(plan for plan in tx.plans.of_team(team_id) if plan.source)


def _plan(tx: Tx, deps: Deps, team: Team, entry: Entry, known: Plan | None) -> None:
    """Plan the entry, or plan it anew: an occasion that keeps its day keeps its announcement."""
    now = deps.clock.now()
    plan = entry.draft.plan(_id(team, entry), team.id, team.timezone, now, entry.source)
    if known is not None:
        plan = replace(plan, created_at=known.created_at, paused=known.paused)
    every = tx.occasions.of_plan(plan.id)
    ahead = {each.slot: each for each in every if _replanned(each, now)}
    days = _days(tx, plan, entry, [each for each in every if each.slot not in ahead], now)
    if known is None and not days:
        return
    tx.plans.save(plan)
    for day in days:
        _put(tx, plan, day, ahead.pop(day, None))
    for each in ahead.values():
        if each.state is not OccasionState.SKIPPED:
            tx.occasions.save(each.to(OccasionState.SKIPPED))
        agenda.unschedule(tx, each)
    agenda.refresh(tx, deps, team)
    for each in ahead.values():  # no trace in the plan of what is not to be after all
        tx.occasions.drop(each.id)


def _replanned(occasion: Occasion, now: datetime) -> bool:
    return occasion.starts_at > now and occasion.state is not OccasionState.HELD


def _days(
    tx: Tx, plan: Plan, entry: Entry, staying: list[Occasion], now: datetime
) -> tuple[date, ...]:
    """Return the days to come: as many as there are themes left, and no more than asked for."""
    waiting = [each for each in staying if each.ahead]
    count = len(themes_left(plan, agenda.held_themes(tx, plan))) - len(waiting)
    if entry.draft.count is not None:
        over = [each for each in staying if each.ahead or each.state is OccasionState.HELD]
        count = min(count, entry.draft.count - len(over))
    days = entry.days_ahead(plan.timezone, swedish_holiday, now, count + len(staying))
    taken = {each.slot for each in staying}
    return tuple(day for day in days if day not in taken)[: max(count, 0)]


def _put(tx: Tx, plan: Plan, day: date, known: Occasion | None) -> None:
    """Have an occasion stand on the day as the plan has it."""
    occasion = occasion_on(plan, day)
    if known is None:
        tx.occasions.add(occasion)
    else:
        occasion = known.to(
            OccasionState.PLANNED,
            day=day,
            at=plan.at,
            timezone=plan.timezone,
            theme=None,
            session_id="",
            reported=None,
        )
        tx.occasions.save(occasion)
    agenda.schedule(tx, plan, occasion)


def _id(team: Team, entry: Entry) -> str:
    return hashlib.sha256(f"year {team.id} {entry.name}".encode()).hexdigest()[:32]
