"""A component over a team's rounds: from published results alone."""

from __future__ import annotations

import random
from dataclasses import fields, replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.answers import SCALE, Answers
from bot.domain.disclosure import ComponentResult, Result, disclose
from bot.domain.programme import Component
from bot.domain.round import THRESHOLD
from bot.domain.stats import Change, ReferenceBand, Summary
from bot.domain.trend import Point, point, trend
from tests.domain.builders import scales

START = date(2026, 1, 15)
UP, DOWN, NONE = Change.UP, Change.DOWN, Change.NONE


def rounds(*quartiles: str, n: int = 12, themes: str = "") -> list[Point]:
    """Return a round a month, each of three digits: lower quartile, median, upper quartile."""
    return [
        Point(
            n=n,
            q1=int(three[0]),
            median=int(three[1]),
            q3=int(three[2]),
            round_id=f"r{number}",
            closed_at=START + timedelta(days=30 * number),
            theme_number=int(themes[number]) if themes else 1,
        )
        for number, three in enumerate(quartiles)
    ]


points = st.builds(
    lambda n, three, theme, day: replace(
        rounds("".join(map(str, sorted(three))), n=n)[0],
        theme_number=theme,
        closed_at=START + timedelta(days=day),
    ),
    st.integers(6, 40),
    st.tuples(scales, scales, scales),
    st.integers(1, 3),
    st.integers(0, 60),
)
histories = st.lists(points, min_size=1, max_size=14)


def published(values: list[int], took_part: int = 0) -> ComponentResult:
    """Return a component as the bot publishes it; some may have left the question out."""
    component = Component.MANAGEABILITY
    answers = [Answers({component: value}) for value in values]
    answers += [Answers({Component.MEANINGFULNESS: 4})] * (took_part - len(values))
    result = disclose(answers, 40, THRESHOLD, THRESHOLD, random.Random(0))
    assert isinstance(result, Result)
    return next(c for c in result.components if c.component is component)


@given(st.lists(scales, min_size=THRESHOLD, max_size=40), st.integers(0, 10))
def test_a_point_says_what_was_published(values: list[int], others: int) -> None:
    """How many answered is told from ten answers on; below that the least possible stands."""
    result = published(values, len(values) + others)
    got = point("r1", START, 3, result)
    assert (got.median, got.q1, got.q3) == (result.median, result.middle_low, result.middle_high)
    assert got.n == (len(values) if len(values) >= 10 else THRESHOLD)
    assert (got.round_id, got.closed_at, got.theme_number) == ("r1", START, 3)


def test_a_question_left_out_by_many_is_few_answers() -> None:
    """Thirty who took part are no help where seven answered the question."""
    assert point("r1", START, 1, published([2, 3, 3, 4, 4, 5, 6], 30)).n == THRESHOLD


def test_points_hold_nothing_but_what_was_published() -> None:
    """No answer and no person comes in: a field more would have to be thought over."""
    assert {f.name for f in fields(Point)} == {
        *(f.name for f in fields(Summary)),
        "round_id",
        "closed_at",
        "theme_number",
    }


def test_a_rise_begins_a_new_level() -> None:
    """The rise is told once; what follows is compared with the new level, as is its band."""
    got = trend(rounds("234", "245", "234", "567", "566", "456"))
    assert got.changes == (NONE, NONE, NONE, UP, NONE, NONE)
    assert got.band == ReferenceBand(5, 6)


def test_up_and_down_again() -> None:
    """Both ways are told."""
    assert trend(rounds("234", "567", "234")).changes == (NONE, UP, DOWN)


def test_a_slow_rise_is_told() -> None:
    """No two neighbours differ, but the sixth round differs from all before it."""
    got = trend(rounds("123", "234", "234", "345", "345", "456"))
    assert got.changes == (NONE, NONE, NONE, NONE, NONE, UP)


def test_one_odd_round_is_no_level() -> None:
    """After many alike, one round that is somewhat off does not make the next a change."""
    got = trend(rounds("345", "345", "345", "245", "456", n=20))
    assert set(got.changes) == {NONE}


def test_another_question_may_move_a_step() -> None:
    """The same answers are a change to the same question, and none to another one."""
    answers = ("234", "456")
    assert trend(rounds(*answers, themes="11")).changes == (NONE, UP)
    assert trend(rounds(*answers, themes="12")).changes == (NONE, NONE)
    assert trend(rounds("234", "567", themes="12")).changes == (NONE, UP)
    assert trend(rounds("234", "234", "456", themes="121")).changes == (NONE, NONE, NONE)
    assert trend(rounds("456", "234", themes="12")).changes == (NONE, NONE)


def test_whether_the_question_is_the_same() -> None:
    """A view must be able to say which it is."""
    assert trend(rounds("234", "345", themes="22")).same_question
    assert not trend(rounds("234", "345", themes="12")).same_question


def test_one_round_is_its_own_band() -> None:
    """There is nothing to compare with yet."""
    got = trend(rounds("346"))
    assert (got.band, got.changes) == (ReferenceBand(3, 6), (NONE,))


def test_no_rounds() -> None:
    """Nothing can be said of nothing."""
    with pytest.raises(ValueError, match="no rounds"):
        trend([])


@given(histories, st.randoms(use_true_random=False))
def test_points_come_in_any_order(history: list[Point], rng: random.Random) -> None:
    """They are shown by the day of the close."""
    history = [replace(p, closed_at=START + timedelta(days=i)) for i, p in enumerate(history)]
    assert trend(rng.sample(history, len(history))) == trend(history)
    assert trend(history).points == tuple(history)


@given(histories)
def test_every_point_has_its_change(history: list[Point]) -> None:
    """The first has none; the band is on the scale and holds the latest level."""
    got = trend(history)
    assert len(got.changes) == len(got.points) == len(history)
    assert got.changes[0] is NONE
    assert SCALE[0] <= got.band.low <= got.band.high <= SCALE[-1]


@given(histories)
def test_what_comes_later_does_not_change_what_was_told(history: list[Point]) -> None:
    """A change that was told once stays told, and none appears afterwards."""
    ordered = sorted(history, key=lambda p: p.closed_at)
    whole = trend(ordered).changes
    for length in range(1, len(ordered) + 1):
        assert trend(ordered[:length]).changes == whole[:length]


@given(points, st.integers(1, 10))
def test_alike_rounds_never_change(given: Point, times: int) -> None:
    """However often the same is published."""
    assert set(trend([given] * times).changes) == {NONE}
