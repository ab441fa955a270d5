"""A team's results over time: which rounds are compared, and what is summed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.disclosure import ComponentResult, Result, TagCount, band
from bot.domain.history import Published, TagSum, evaluations, series, tag_sums
from bot.domain.programme import Component, Line, Script, ThemeRef
from bot.domain.quarter import Quarter
from bot.domain.round import Round, RoundState
from bot.domain.stats import Change
from bot.domain.trend import OTHER_QUESTION
from tests.domain.builders import script

NOON = datetime(2027, 3, 2, 12, tzinfo=UTC)
SCRIPT = script((5, 10))
ASKED = Component.MANAGEABILITY


def published(
    number: int,
    median: int | None = 4,
    *,
    teams: tuple[str, ...] = ("t1",),
    survey: str = "",
    tags: Sequence[TagCount] = (),
    texts: Script = SCRIPT,
) -> Published:
    """Return the round of the day with this number; no median is too few answers."""
    closed = NOON + timedelta(days=number)
    round = Round(
        id=f"r{number:03}",
        team_ids=teams,
        theme=ThemeRef(programme="p", theme=survey or "t"),
        theme_version="v",
        opened_at=closed - timedelta(hours=1),
        roster=(),
        invited=30,
        quote_threshold=10,
        state=RoundState.CLOSED,
        closed_at=closed,
        closes_at=closed if survey else None,
        rolling=Quarter(2027, 1) if survey else None,
    )
    parts = (
        () if median is None else (ComponentResult(ASKED, median, median, median, band(median)),)
    )
    result = None if median is None else Result(25, 30, parts, tuple(tags), (), ())
    return Published(round, result, texts, closed.date(), teams)


def reworded(text: str) -> Script:
    """Return the same theme with another question."""
    question = SCRIPT.theme.questions[ASKED].model_copy(update={"text": Line(sv=text, en=text)})
    questions = {**SCRIPT.theme.questions, ASKED: question}
    return SCRIPT.model_copy(
        update={"theme": SCRIPT.theme.model_copy(update={"questions": questions})}
    )


def test_an_evaluation_is_in_no_series() -> None:
    """Its questions are about the programme: it is told of apart, and is in no sum of tags."""
    asked = SCRIPT.model_copy(
        update={"theme": SCRIPT.theme.model_copy(update={"evaluation": True})}
    )
    own, first, last = published(2), published(1, texts=asked), published(3, None, texts=asked)
    (one,) = series([last, own, first])
    assert one.rounds == (own,)
    assert evaluations([last, own, first]) == (first, last)
    assert series([first]) == ()
    assert len(series([own, replace(first, script=SCRIPT)])[0].rounds) == 2


@given(st.permutations([published(n, teams=("t1",) if n % 2 else ("t1", "t2")) for n in range(8)]))
def test_rounds_of_other_people_are_no_series(rounds: list[Published]) -> None:
    """Own dialogues and those of a pool are apart, in order, and every round is in one series."""
    found = series(rounds)
    assert [one.latest.teams for one in found] == [("t1",), ("t1", "t2")]
    assert sorted(each.round.id for one in found for each in one.rounds) == [
        f"r{n:03}" for n in range(8)
    ]
    for one in found:
        assert all(a.day < b.day for a, b in pairwise(one.rounds))


def test_a_survey_is_a_series_of_its_own() -> None:
    """Those who leave are other people than those who meet; two surveys ask other people."""
    rounds = [published(1, survey="a"), published(2), published(3, survey="b"), published(4)]
    found = series(rounds)
    assert [[each.round.id for each in one.rounds] for one in found] == [
        ["r002", "r004"],
        ["r001"],
        ["r003"],
    ]


def test_the_trend_is_that_of_what_was_published() -> None:
    """Rounds without a number are left out, and nothing is told of a component without any."""
    (found,) = series([published(1, 2), published(2, None), published(3, 6)])
    trend = found.trend(ASKED)
    assert trend is not None
    assert [point.round_id for point in trend.points] == ["r001", "r003"]
    assert trend.changes == (Change.NONE, Change.UP)
    assert found.trend(Component.MEANINGFULNESS) is None


def test_other_words_are_another_question() -> None:
    """A step is put down to the words, also when only the edition of the theme differs."""
    step = OTHER_QUESTION
    same = series([published(1, 4), published(2, 4 + step)])[0].trend(ASKED)
    other = series([published(1, 4), published(2, 4 + step, texts=reworded("Annat?"))])[0]
    assert same is not None
    assert same.changes[-1] is Change.UP
    told = other.trend(ASKED)
    assert told is not None
    assert told.changes[-1] is Change.NONE
    assert not told.same_question


def test_another_edition_with_the_same_words_is_the_same_question() -> None:
    """What counts is what was asked, not the file's fingerprint."""
    theme = SCRIPT.theme.model_copy(update={"title": Line(sv="Nytt", en="New")})
    edition = SCRIPT.model_copy(update={"theme": theme})
    trend = series([published(1, 4), published(2, 5, texts=edition)])[0].trend(ASKED)
    assert trend is not None
    assert trend.same_question


def _name(_: Published, tag: str) -> str:
    return tag.upper()


def test_tags_are_summed_as_published() -> None:
    """Exact where each round tells it exactly; else so many or more."""
    rounds = [
        published(1, tags=[TagCount("tid", 5), TagCount("stod", 4, at_least=True)]),
        published(2, tags=[TagCount("tid", 3), TagCount("stod", 3)]),
        published(3, None),
    ]
    assert tag_sums(rounds, _name) == (TagSum("TID", 8, False), TagSum("STOD", 7, True))


def test_a_tag_that_was_not_shown_may_have_been_chosen() -> None:
    """Fewer than three may have: the sum says "at least"."""
    rounds = [published(1, tags=[TagCount("tid", 5)]), published(2)]
    assert tag_sums(rounds, _name) == (TagSum("TID", 5, True),)
    assert tag_sums([published(1, None)], _name) == ()


@given(
    st.lists(
        st.dictionaries(
            st.sampled_from("abc"), st.tuples(st.integers(3, 9), st.booleans()), max_size=3
        ),
        max_size=6,
    )
)
def test_sums_never_exceed_what_was_published(rounds: list[dict[str, tuple[int, bool]]]) -> None:
    """A sum is of published counts, and exact only if all of them are there and exact."""
    shown = [
        published(n, tags=[TagCount(t, c, at_least=a) for t, (c, a) in tags.items()])
        for n, tags in enumerate(rounds)
    ]
    for found in tag_sums(shown, lambda _, tag: tag):
        counts = [tags[found.name] for tags in rounds if found.name in tags]
        assert found.count == sum(count for count, _ in counts)
        exact = len(counts) == len(rounds) and not any(least for _, least in counts)
        assert found.at_least is not exact


@pytest.mark.parametrize("order", [1, -1])
def test_rounds_of_one_moment_keep_one_order(order: int) -> None:
    """The order never depends on that in which they come out of a store."""
    first, second = published(1), published(1)
    second = replace(second, round=replace(second.round, id="r002"))
    (found,) = series([first, second][::order])
    assert [each.round.id for each in found.rounds] == ["r001", "r002"]
