"""What area managers see: the teams of an area together, counted once a quarter.

A quarter is counted for all areas at once, a day after its end, and never again: nobody can choose
the moment, or ask for other teams until one stands out (docs/decisions/0030-areas-in-use.md).
"""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime

from bot.domain.due import Due, DueKind
from bot.domain.people import Team
from bot.domain.quarter import Quarter
from bot.domain.request import Request
from bot.domain.rollup import Area, Rollup, counted_at, covers, missing, placed, roll_up, summed
from bot.errors import AreaManagerOnly
from bot.locales import Words, words
from bot.ports import Tx
from bot.services.deps import Deps
from bot.views import areas as view
from bot.views.model import Sheet

KEY = "areas"
"""The due things of all quarters are of this key."""

log = logging.getLogger(__name__)


def page(deps: Deps, request: Request, wanted: str = "") -> Sheet:
    """Return what is published of the person's areas, or of those that are named.

    A name that is none of theirs shows all of them. Raises AreaManagerOnly.
    """
    every = {each.id: each for each in deps.areas()}
    mine = [each for each in every.values() if request.actor in each.managers]
    if not mine:
        raise AreaManagerOnly
    mine = [each for each in mine if wanted.casefold() in each.name.casefold()] or mine

    def work(tx: Tx) -> Sheet:
        teams = tx.teams.of_tenant(request.actor.tenant)
        sections = [_section(tx, each, every, teams) for each in mine]
        present = Quarter.of(deps.clock.now(), deps.terms.timezone)
        return view.page(sections, present, words(deps.terms.language))

    return deps.store.read(work)


def is_covered(deps: Deps, teams: Iterable[Team]) -> bool:
    """Whether a round that these teams open now may be counted in an area: a term of it."""
    return covers(deps.areas(), tuple(teams))


def watch(deps: Deps) -> None:
    """Have the present quarter counted when it is over. Asking again changes nothing."""
    quarter = Quarter.of(deps.clock.now(), deps.terms.timezone)
    deps.store.write(lambda tx: _schedule(tx, deps, quarter))


def count(deps: Deps, quarter: Quarter, now: datetime) -> None:
    """Count a quarter that is over for all areas, tell their managers, and wait for the next."""
    if now < counted_at(quarter, deps.terms.timezone):
        return
    areas = deps.areas()

    def work(tx: Tx) -> None:
        _schedule(tx, deps, quarter.later(1))
        if tx.areas.counted(quarter):
            return
        start = quarter.later(-1).ends(deps.terms.timezone)
        closed = tx.rounds.closed_in_areas(start, quarter.ends(deps.terms.timezone))
        teams = placed(areas, _teams(tx, areas))
        found = [roll_up(quarter, each, teams[each.id], closed) for each in areas if each.teams]
        tx.areas.keep(quarter, found)
        _tell(tx, areas, {each.area: each for each in found}, words(deps.terms.language))

    deps.commit(work)
    log.info("%s counted, areas: %d", quarter, len(areas))


def _schedule(tx: Tx, deps: Deps, quarter: Quarter) -> None:
    at = counted_at(quarter, deps.terms.timezone)
    tx.dues.schedule(Due(DueKind.AREAS_COUNT, KEY, str(quarter), at))


def _teams(tx: Tx, areas: Iterable[Area]) -> tuple[Team, ...]:
    """Return the teams of the workspace that the areas are of."""
    tenants = {person.tenant for each in areas for person in each.managers}
    return tuple(team for tenant in sorted(tenants) for team in tx.teams.of_tenant(tenant))


def _tell(tx: Tx, areas: Sequence[Area], rollups: dict[str, Rollup], w: Words) -> None:
    """Tell each area's managers in private what has been published of it."""
    for each in areas:
        parts = [rollups[id] for id in each.parts or (each.id,) if id in rollups]
        if not parts:
            continue
        counted = _counted(tx, each, parts)
        published = view.published(each, counted, w)
        for manager in sorted(each.managers):
            key = f"area/{counted.quarter}/{each.id}/{manager.user}"
            tx.messages.want(key, manager.tenant, manager.user, published)


def _section(tx: Tx, area: Area, every: dict[str, Area], teams: Sequence[Team]) -> view.Section:
    """Return an area as it is set up now, with all that has been published of it."""
    own = [every[id] for id in area.parts] or [area]
    mine = placed(every.values(), teams)
    quarters: dict[Quarter, list[Rollup]] = defaultdict(list)  # the latest first
    for each in tx.areas.of(one.id for one in own):
        quarters[each.quarter].append(each)
    return view.Section(
        area=area,
        teams=sum(len(mine[one.id]) for one in own),
        missing=tuple(name for one in own for name in missing(one, teams)),
        quarters=tuple(_counted(tx, area, parts) for parts in quarters.values()),
    )


def _counted(tx: Tx, area: Area, parts: Sequence[Rollup]) -> view.Counted:
    """Return what is shown of an area for the quarter of the parts, each theme with its texts."""
    found = summed(area, {each.area: each for each in parts})
    themes = [view.Shown(tx.scripts.get(each.version).theme, each.result) for each in found]
    return view.Counted(parts[0].quarter, themes)
