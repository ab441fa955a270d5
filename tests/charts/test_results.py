"""What is drawn, read back from the drawing, is what the ballots give by other means."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings

from bot.charts import alt_text, svg
from bot.domain.answers import Answers
from bot.locales import LANGUAGES, words
from bot.views.model.charts import DistributionChart
from bot.views.summary import for_team
from tests.charts import reading
from tests.charts.drawn import texts
from tests.charts.reading import Band, Spread, numbers
from tests.charts.results import result
from tests.services.people import SCRIPT
from tests.views.boxes import SHORT, SIZES, box, closed, counted
from tests.views.oracle import BANDS, Oracle
from tests.views.test_numbers import boxes, oracle

WHOLE_SCALE = [*range(1, 8)]


def expected(right: Oracle) -> list[Band | Spread]:
    """Return what is to be drawn of each question."""
    found: list[Band | Spread] = []
    for component in right.shown:
        low, median, high = right.middle(component)
        first, last = BANDS[median]
        cells = tuple(right.cells(component))
        found.append(Spread(median, (low, high), cells) if cells else Band((first, last)))
    return found


def written(right: Oracle) -> Counter[int]:
    """Return every number that is to be written into the picture."""
    said = right.numbers()
    places = ("title", "subtitle", "footer")
    whole = [n for place in places for n in said.get(f"picture.{place}", [])]
    rows = [n for i, _ in enumerate(right.shown) for n in said[f"picture.rows.{i}.text"]]
    counts = [count for c in right.shown for *_, count in right.cells(c)]
    return Counter([*whole, *rows, *counts, *WHOLE_SCALE * len(right.shown)])


def in_words(right: Oracle) -> Counter[int]:
    """Return every number that is to be said for those who hear the picture."""
    spans = [
        edge
        for c in right.shown
        for low, high, _ in right.cells(c)
        for edge in ({low, high})
    ]  # fmt: skip
    ends = Counter({1: len(right.shown), 7: len(right.shown)})
    return written(right) - Counter(WHOLE_SCALE * len(right.shown)) + Counter(spans) + ends


def check(chart: DistributionChart | None, right: Oracle) -> None:
    """Check what is drawn, what is written into it, and what is said of it."""
    assert (chart is None) == (not right.shown)
    if chart is None:
        return
    drawn = svg(chart, "light")
    assert list(reading.rows(drawn)) == expected(right)
    assert Counter(numbers(text.text or "" for text in texts(drawn))) == written(right)
    assert Counter(numbers([alt_text(chart)])) == in_words(right)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
def test_sizes_that_matter(size: int, language: str) -> None:
    """From nobody to two hundred: none below six, bands below ten, then every dot."""
    check(result(size, language), oracle(box(size, SHORT)))


@settings(max_examples=50)
@given(boxes)
def test_any_box(given_: list[Answers]) -> None:
    """Whatever people answer."""
    view = for_team(closed(given_), counted(given_), SCRIPT, words("sv"))
    check(view.picture, oracle(given_))


def test_another_box_is_drawn_otherwise() -> None:
    """The positive control: the ruler sees that a picture is of other answers."""
    chart = result(14)
    assert chart
    with pytest.raises(AssertionError):
        check(chart, oracle(box(14, SHORT)[1:] + box(1, SHORT)))
    with pytest.raises(AssertionError):
        check(chart, oracle(box(30, SHORT)))
