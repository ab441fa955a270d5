"""Totals of an area: what is in them, what never is, and what is refused."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.areas import (
    AreaResult,
    ComponentTeams,
    Span,
    Total,
    area,
    exposed,
    new_total,
)
from bot.domain.disclosure import (
    Cell,
    CommentGroup,
    ComponentResult,
    HeldBack,
    Result,
    TagCount,
    band,
)
from bot.domain.programme import Component
from tests.domain.builders import scales

NAMES = [f"r{number}" for number in range(14)]
EVERYBODY = frozenset(NAMES)


def team(answered: int = 10, invited: int = 12, median: int = 4) -> Result:
    """Return a team's result, with words in it that no area may show."""
    parts = tuple(ComponentResult(c, median, 1, 7, band(median)) for c in Component)
    return Result(
        answered,
        invited,
        parts,
        (TagCount("tid", 3),),
        (CommentGroup("tid", ("kanariefågel",)),),
        (HeldBack.TAGS_SMALL,),
    )


@st.composite
def results(draw: st.DrawFn) -> dict[str, Result | None]:
    """Draw what is kept of up to fourteen rounds."""
    found: dict[str, Result | None] = {}
    for name in draw(st.sets(st.sampled_from(NAMES))):
        invited = draw(st.integers(6, 30))
        kept = team(draw(st.integers(6, invited)), invited, draw(scales))
        shown = draw(st.sets(st.sampled_from(Component)))
        kept = replace(kept, components=tuple(c for c in kept.components if c.component in shown))
        found[name] = kept if draw(st.booleans()) or draw(st.booleans()) else None
    return found


wishes = st.lists(st.frozensets(st.sampled_from(NAMES)), min_size=1, max_size=4)


def totals_of(kept: dict[str, Result | None], wanted: list[frozenset[str]]) -> list[Total]:
    """Return the totals that are published when these are asked for one after the other."""
    totals: list[Total] = []
    for each in wanted:
        total = new_total(kept, each, [t.rounds for t in totals])
        if total is not None:
            totals.append(total)
    return totals


def leaves(value: object) -> Iterator[object]:
    """Yield every plain value of a record, however deep."""
    if dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from leaves(getattr(value, field.name))
    elif isinstance(value, tuple | frozenset):
        for item in value:
            yield from leaves(item)
    else:
        yield value


# --- totals -------------------------------------------------------------------------------


@given(results(), wishes)
def test_a_round_is_in_one_total_at_most(
    kept: dict[str, Result | None], wanted: list[frozenset[str]]
) -> None:
    """Totals share no round, are of three or more, and only of rounds with a result, asked for."""
    totals = totals_of(kept, wanted)
    rounds = [name for total in totals for name in total.rounds]
    assert len(rounds) == len(set(rounds))
    for total in totals:
        assert len(total.rounds) >= 3
        assert all(kept[name] for name in total.rounds)
        assert any(total.rounds <= each for each in wanted)


@given(results(), wishes)
def test_a_total_is_made_whenever_three_are_left(
    kept: dict[str, Result | None], wanted: list[frozenset[str]]
) -> None:
    """Nothing is refused without need: three new results make a total, of all that are new."""
    published: list[frozenset[str]] = []
    for each in wanted:
        fresh = {name for name in each.difference(*published) if kept.get(name)}
        total = new_total(kept, each, published)
        assert (total.rounds if total else set()) == (fresh if len(fresh) >= 3 else set())
        published += [total.rounds] if total else []


@given(results(), wishes)
def test_numbers_of_a_total(kept: dict[str, Result | None], wanted: list[frozenset[str]]) -> None:
    """Sums are of the teams in it, the answers lie in their span, and cells hold three or more."""
    for total in totals_of(kept, wanted):
        parts = [found for name in total.rounds if (found := kept[name])]
        assert total.invited == sum(part.invited for part in parts)
        answered = sum(part.answered for part in parts)
        assert 6 * len(parts) <= total.answered.low <= answered <= total.answered.high
        assert total.answered.high <= total.invited
        for each in total.components:
            medians = [
                c.median for part in parts for c in part.components if c.component is each.component
            ]
            check_cells(each, medians)


def check_cells(found: ComponentTeams, medians: list[int]) -> None:
    """Check that the cells are two or more, whole bands, right, and of three teams each."""
    assert len(found.cells) > 1
    assert [step for c in found.cells for step in range(c.low, c.high + 1)] == [*range(1, 8)]
    assert {cell.high for cell in found.cells} <= {2, 5, 7}
    for cell in found.cells:
        assert cell.count == sum(cell.low <= median <= cell.high for median in medians) >= 3


@given(results(), wishes)
def test_whole_numbers_and_no_words(
    kept: dict[str, Result | None], wanted: list[frozenset[str]]
) -> None:
    """A total and an area hold whole numbers, components and names of rounds, and no words."""
    totals = totals_of(kept, wanted)
    found = [leaf for each in (*totals, area(EVERYBODY, totals)) for leaf in leaves(each)]
    assert {type(leaf) for leaf in found} <= {int, str, Component, type(None)}
    assert {leaf for leaf in found if type(leaf) is str} <= EVERYBODY


def test_two_teams_make_no_total() -> None:
    """Of two, each one's manager could take away their own numbers."""
    kept = {"r1": team(), "r2": team(), "r3": None}
    assert new_total(kept, frozenset(kept), []) is None
    assert new_total(kept, frozenset(), []) is None
    assert new_total({**kept, "r3": team()}, frozenset(kept), []) is not None


def test_late_teams_wait_until_they_are_three() -> None:
    """What comes after a total is not added to it, but makes one of its own."""
    kept = dict.fromkeys(NAMES[:8], team())
    first = frozenset(NAMES[:3])
    assert new_total(kept, frozenset(NAMES[:5]), [first]) is None
    total = new_total(kept, frozenset(NAMES[:6]), [first])
    assert total is not None
    assert total.rounds == frozenset(NAMES[3:6])


def test_nothing_is_added_to_what_tells_already() -> None:
    """Totals that expose somebody, from elsewhere, are not added to."""
    kept = dict.fromkeys(NAMES[:8], team())
    told = [frozenset(NAMES[:4]), frozenset(NAMES[:3])]
    assert exposed(told, dict.fromkeys(NAMES, 9)) == frozenset(NAMES[3:4])
    assert new_total(kept, frozenset(NAMES[4:8]), told) is None
    assert new_total(kept, frozenset(NAMES[4:8]), told[:1]) is not None


def test_a_result_that_is_kept_no_longer_still_counts() -> None:
    """What was published stays so when its results are gone."""
    kept = dict.fromkeys(NAMES[3:6], team())
    total = new_total(kept, EVERYBODY, [frozenset(NAMES[:3])])
    assert total is not None
    assert total.rounds == frozenset(NAMES[3:6])


@pytest.mark.parametrize(
    ("answered", "span"),
    [
        (6, Span(24, 31)),  # each team has the fewest it can have
        (7, Span(24, 31)),
        (8, Span(32, 32)),
        (9, Span(36, 36)),
        (10, Span(40, 40)),
        (11, Span(41, 48)),
        (12, Span(41, 48)),  # everybody answered
    ],
)
def test_answers_near_the_ends_are_a_span(answered: int, span: Span) -> None:
    """Four teams of twelve: exact in the middle; not so near the ends that it tells of each."""
    total = new_total(dict.fromkeys(NAMES[:4], team(answered)), EVERYBODY, [])
    assert total is not None
    assert total.answered == span


def test_one_large_team_leaves_no_exact_number() -> None:
    """Where one team has most of the people, its manager would know too much of the rest."""
    kept = {"r1": team(20, 40), "r2": team(7, 8), "r3": team(7, 8)}
    total = new_total(kept, EVERYBODY, [])
    assert total is not None
    assert total.answered == Span(18, 56)


def test_a_higher_threshold_moves_the_least() -> None:
    """Rounds that need eight answers have no fewer, and the span begins there."""
    total = new_total(dict.fromkeys(NAMES[:4], team(8)), EVERYBODY, [], threshold=8)
    assert total is not None
    assert total.answered.low == 32


# --- areas --------------------------------------------------------------------------------


def spread(first: str, *medians: int) -> tuple[Total, dict[str, Result | None]]:
    """Return the total of teams with these medians."""
    kept: dict[str, Result | None] = {
        f"{first}{number}": team(median=median) for number, median in enumerate(medians)
    }
    total = new_total(kept, frozenset(kept), [])
    assert total is not None
    return total, kept


LOW_AND_HIGH = spread("a", 1, 2, 2, 6, 7, 7)[0]
MID_AND_HIGH = spread("b", 3, 4, 5, 6, 7, 7)[0]
ALL_BANDS = spread("c", 1, 2, 2, 3, 4, 5, 6, 7, 7)[0]
SPLIT_LOW = spread("d", 1, 1, 1, 4, 4, 4)[0]
NO_SPREAD = spread("e", 4, 4, 4)[0]


def cells_of(*totals: Total) -> tuple[Cell, ...]:
    """Return the cells of the first component in the sum of these totals."""
    shown = area(frozenset().union(*(t.rounds for t in totals)), totals)
    assert shown is not None
    return shown.components[0].cells if shown.components else ()


def test_cells_of_totals() -> None:
    """Teams are counted by bands; a single cell of all is not shown."""
    assert cells_of(LOW_AND_HIGH) == (Cell(1, 2, 3), Cell(3, 7, 3))
    assert cells_of(MID_AND_HIGH) == (Cell(1, 5, 3), Cell(6, 7, 3))
    assert cells_of(ALL_BANDS) == (Cell(1, 2, 3), Cell(3, 5, 3), Cell(6, 7, 3))
    assert cells_of(NO_SPREAD) == ()


def test_cells_are_summed_where_they_are_parted_alike() -> None:
    """The parting that most teams share is taken, the finer of two; the rest are left out."""
    assert cells_of(ALL_BANDS, LOW_AND_HIGH) == (Cell(1, 2, 6), Cell(3, 7, 9))
    assert cells_of(ALL_BANDS, MID_AND_HIGH) == (Cell(1, 5, 9), Cell(6, 7, 6))
    assert cells_of(ALL_BANDS, NO_SPREAD) == cells_of(ALL_BANDS)
    assert cells_of(SPLIT_LOW, LOW_AND_HIGH, MID_AND_HIGH) == (Cell(1, 2, 6), Cell(3, 7, 6))
    assert sum(cell.count for cell in cells_of(LOW_AND_HIGH, MID_AND_HIGH)) == 6


def test_an_area_is_a_sum_of_totals() -> None:
    """Teams, people and spans are added; those in no total are left out, for whatever reason."""
    wanted = LOW_AND_HIGH.rounds | NO_SPREAD.rounds | {"late", "few"}
    shown = area(wanted, [LOW_AND_HIGH, NO_SPREAD, ALL_BANDS])
    assert shown is not None
    assert shown == AreaResult(9, 2, 108, Span(60 + 29, 60 + 36), LOW_AND_HIGH.components)


def test_a_total_that_reaches_outside_is_left_out() -> None:
    """An area that holds only some teams of a total does not get any of it."""
    some = frozenset(sorted(LOW_AND_HIGH.rounds)[:5])
    assert area(some, [LOW_AND_HIGH]) is None
    assert area(some | NO_SPREAD.rounds, [LOW_AND_HIGH, NO_SPREAD]) == area(
        NO_SPREAD.rounds | some, [NO_SPREAD]
    )


def test_an_area_is_worked_out_from_what_is_published_alone() -> None:
    """The same totals give the same area, whatever else is known of the teams."""
    other, _ = spread("a", 2, 2, 2, 7, 7, 7)
    assert other == LOW_AND_HIGH
    assert area(other.rounds, [other]) == area(LOW_AND_HIGH.rounds, [LOW_AND_HIGH])


# --- hidden groups ------------------------------------------------------------------------

HIDDEN = {**dict.fromkeys("abc", 9), "d": 4, "e": 3, "f": 2, "g": 2}


@pytest.mark.parametrize(
    ("totals", "group"),
    [
        (["abcd", "abc"], "d"),  # one hidden team
        (["abcde", "abc"], "de"),  # two, and a manager who knows the one
        (["abcdef", "abc"], "def"),  # five people besides the largest
        (["abcdefg", "abc"], None),  # seven people in three teams besides the largest
        (["abcdefg", "abcd", "abc"], "d"),
        (["abd", "abe", "ade", "bde"], "a"),  # a third of the sum, less one of them
        (["abc", "defg"], None),
        (["abc", "abc"], None),
        ([""], None),
        ([], None),
    ],
)
def test_hidden_groups(totals: list[str], group: str | None) -> None:
    """A group is too small if one team, or fewer than six people, are left besides a known team."""
    found = exposed([frozenset(total) for total in totals], HIDDEN)
    if group is None:
        assert found is None
    else:
        assert found is not None
        assert len(group) == 1 or found == frozenset(group)


def test_multiples_are_found_as_well() -> None:
    """A combination that counts a team twice tells of it all the same."""
    pairs = [frozenset("abx"), frozenset("aby"), frozenset("xyz"), frozenset("abz")]
    assert exposed(pairs, dict.fromkeys("abxyz", 9)) is not None
