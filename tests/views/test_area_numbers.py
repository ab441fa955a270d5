"""Every number that an area manager reads or sees drawn, from the teams' ballots anew."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.charts import alt_text, svg
from bot.domain.answers import Answers
from bot.domain.areas import area, new_total
from bot.domain.programme import Component
from bot.locales import LANGUAGES, words
from bot.views import areas
from bot.views.areas import Counted, Section, Shown
from bot.views.model import Sheet, SheetPart
from tests.charts import reading
from tests.charts.drawn import texts
from tests.charts.reading import numbers
from tests.domain.builders import scales
from tests.services.people import theme
from tests.views.boxes import SHORT, box, counted
from tests.views.moments_areas import NORTH, SPRING
from tests.views.oracle import ENOUGH, Oracle
from tests.views.test_numbers import oracle

TEAMS = 3
"""The fewest that are told of together, and the fewest in a cell."""

BANDS = ((1, 2), (3, 5), (6, 7))
BAND_WORDS = [n for band in BANDS for n in band]

Cells = list[tuple[int, int, int]]
Boxes = Sequence[Sequence[Answers]]

alike = scales.flatmap(
    lambda step: st.integers(4, 9).map(
        lambda size: [Answers(dict.fromkeys(Component, step)) for _ in range(size)]
    )
)
"""A team of one mind: many of them make spreads of every form."""


class AreaOracle:
    """What is to be told of teams that are counted together."""

    def __init__(self, boxes: Boxes) -> None:
        every = [oracle(each) for each in boxes]
        self.counted = [each for each in every if len(each.answers) >= ENOUGH]
        self.left_out = len(every) - len(self.counted)
        self.told = len(self.counted) >= TEAMS
        self.cells = {c: self._cells(c) for c in Component}

    def taking_part(self) -> list[int]:
        """Return the teams, those left out, the answers or between which numbers, the invited."""
        answered = sum(len(each.answers) for each in self.counted)
        invited = sum(each.invited for each in self.counted)
        least = ENOUGH * len(self.counted)
        known = max(each.invited - ENOUGH for each in self.counted)  # by whom one's own is known
        few, many = least + known, invited - known
        exact = few + 1 < answered < many - 1
        between = [answered]
        if few + 1 >= many - 1:
            between = [least, invited]
        elif not exact:
            between = [least, few + 1] if answered <= few + 1 else [many - 1, invited]
        return [len(self.counted), self.left_out, *between, invited]

    def lines(self) -> list[list[int]]:
        """Return the numbers of each sentence."""
        if not any(self.cells.values()):
            return [[]]
        return [
            [n for low, high, count in cells for n in (count, low, high)]
            for cells in self.cells.values()
        ]

    def _cells(self, component: Component) -> Cells:
        """Return the bands from the left, each grown to three teams; what is left joins the last.

        One cell of the whole scale says nothing, and is not told.
        """
        shown = [each for each in self.counted if component in each.shown]
        medians = [_middle(each, component) for each in shown]
        cells: Cells = []
        for low, high in BANDS:
            count = sum(low <= median <= high for median in medians)
            if cells and cells[-1][2] < TEAMS:
                cells[-1] = (cells[-1][0], high, cells[-1][2] + count)
            else:
                cells.append((low, high, count))
        if len(cells) > 1 and cells[-1][2] < TEAMS:
            (low, _, count), (_, high, rest) = cells[-2:]
            cells[-2:] = [(low, high, count + rest)]
        return cells if len(cells) > 1 else []


def _middle(box_: Oracle, component: Component) -> int:
    return box_.middle(component)[1]


def shown(boxes: Boxes) -> Shown | None:
    """Return what the bot tells of the teams."""
    kept = {str(number): counted(each) for number, each in enumerate(boxes)}
    total = new_total(kept, frozenset(kept), [])
    found = area(frozenset(kept), [total]) if total else None
    return Shown(theme(3), found) if found else None


def check(boxes: Boxes, language: str, right: AreaOracle) -> None:
    """Check the message, the page and the picture of an area of these teams."""
    told, w = shown(boxes), words(language)
    assert (told is not None) == right.told
    if told is None:
        return
    every = Counted(SPRING, [told])
    message = areas.published(NORTH, every, w)
    page = areas.page([Section(NORTH, len(boxes), (), [every])], SPRING, w)
    (on_page,) = (part for part in page.parts if part.heading == message.parts[0].heading)
    for part in (message.parts[0], on_page):
        _check_part(part, right)
    earlier = areas.page([Section(NORTH, 0, (), [every, every])], SPRING, w)
    (line,) = (part for part in earlier.parts if part.heading and part.lines and not part.text
               and part.heading not in {NORTH.name, message.parts[-1].heading})  # fmt: skip
    in_short = [3, 3, *right.taking_part(), *(n for each in right.lines() for n in each)]
    assert numbers(line.lines) == in_short
    _check_picture(message, right)


def _check_part(part: SheetPart, right: AreaOracle) -> None:
    assert numbers([part.text]) == right.taking_part()
    assert [numbers([line]) for line in part.lines] == right.lines()


def _check_picture(message: Sheet, right: AreaOracle) -> None:
    spreads = [cells for cells in right.cells.values() if cells]
    assert (message.picture is not None) == bool(spreads)
    if message.picture is None:
        return
    drawn = svg(message.picture, "light")
    dots = [[count for *_, count in cells] for cells in spreads]
    assert reading.spread_of_teams(drawn, len(Component)) == dots
    picture = message.picture
    heading = numbers([picture.title, picture.subtitle, picture.footer, picture.rows[0].name])
    said = Counter([*heading, *right.taking_part(), *(n for counts in dots for n in counts)])
    assert Counter(numbers([alt_text(picture)])) == said
    scale = Counter(BAND_WORDS * (len(Component) + 1))
    assert Counter(numbers(text.text or "" for text in texts(drawn))) == said + scale


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("teams", [1, 2, 3, 6, 9, 24])
def test_areas_of_every_size(teams: int, language: str) -> None:
    """Of teams of four to two hundred people."""
    sizes = (10, 6, 30, 14, 5, 9, 200, 12)
    boxes = [box(sizes[number % len(sizes)], SHORT) for number in range(teams)]
    check(boxes, language, AreaOracle(boxes))


@settings(max_examples=60, deadline=None)
@given(st.lists(alike, max_size=16))
def test_any_area(boxes: Boxes) -> None:
    """However the teams lie."""
    check(boxes, "sv", AreaOracle(boxes))


def test_another_area_is_told_otherwise() -> None:
    """The positive control: with one team more, or one that answers otherwise, it is not right."""
    low, high = ([Answers(dict.fromkeys(Component, n)) for _ in range(8)] for n in (1, 7))
    boxes = [low, low, low, high, high, high]
    check(boxes, "sv", AreaOracle(boxes))
    for other in ([*boxes, low], [*boxes[:-1], low], [*boxes[:-1], [*high, high[0]]]):
        with pytest.raises(AssertionError):
            check(boxes, "sv", AreaOracle(other))
