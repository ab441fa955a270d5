"""What an area manager reads, at the moments that matter."""

from __future__ import annotations

from collections.abc import Callable

from bot.domain.areas import AreaResult, ComponentTeams, Span
from bot.domain.disclosure import Cell
from bot.domain.people import PersonKey
from bot.domain.programme import Component
from bot.domain.quarter import Quarter
from bot.domain.rollup import Area
from bot.errors import AreaManagerOnly
from bot.locales import Words
from bot.views import areas, replies
from bot.views.areas import Counted, Section, Shown
from bot.views.model import View
from tests.services.people import theme

Draw = Callable[[Words], View]

NORTH = Area("norr", "Vård norr", frozenset([PersonKey("slack", "T1", "nora")]), ("a", "b"))
SOUTH = Area("söder", "Vård söder", NORTH.managers, ("c",))
HALVES = (Cell(1, 2, 3), Cell(3, 7, 6))
THIRDS = (Cell(1, 2, 4), Cell(3, 5, 6), Cell(6, 7, 3))


def _result(teams: int, out: int, answered: Span, *cells: tuple[Cell, ...]) -> AreaResult:
    spreads = zip(Component, cells, strict=False)
    return AreaResult(
        teams,
        out,
        teams * 12,
        answered,
        tuple(ComponentTeams(c, each) for c, each in spreads if each),
    )


FULL = Shown(
    theme(3), _result(13, 2, Span(118, 118), THIRDS, HALVES, (Cell(1, 5, 7), Cell(6, 7, 5)))
)
PART = Shown(theme(2), _result(9, 6, Span(54, 71), HALVES, ()))
BARE = Shown(theme(1), _result(4, 11, Span(38, 38)))
WINTER, SPRING = (Quarter(2026, number) for number in (1, 2))

AREA_MOMENTS: dict[str, Draw] = {
    "area": lambda w: areas.page(
        [
            Section(
                NORTH,
                15,
                ("manen",),
                [Counted(SPRING, [FULL, PART, BARE]), Counted(WINTER, [BARE])],
            ),
            Section(SOUTH, 2, (), [Counted(SPRING, []), Counted(WINTER, [])]),
        ],
        SPRING.later(1),
        w,
    ),
    "area-new": lambda w: areas.page([Section(NORTH, 0, (), [])], WINTER, w),
    "area-counted": lambda w: areas.published(NORTH, Counted(SPRING, [FULL, PART, BARE]), w),
    "area-counted-bare": lambda w: areas.published(NORTH, Counted(SPRING, [BARE]), w),
    "area-counted-none": lambda w: areas.published(SOUTH, Counted(SPRING, []), w),
    "error-area-manager-only": lambda w: replies.error(AreaManagerOnly(), w),
}
