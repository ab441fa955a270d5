"""Every number in the list of results, in a year, and in its picture, from the ballots anew."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.charts import alt_text, svg
from bot.domain.answers import Answers
from bot.domain.history import Published
from bot.domain.periods import ReportPeriod
from bot.domain.programme import Component, LocalText, Script
from bot.domain.stats import Change
from bot.locales import LANGUAGES, words
from bot.views import development, history
from bot.views.model import Sheet
from tests.charts import reading
from tests.charts.reading import numbers
from tests.services.people import PROGRAMMES, team, theme
from tests.views.boxes import NOON, SHORT, SIZES, box, closed, counted
from tests.views.oracle import ENOUGH, Oracle
from tests.views.oracle_trend import Moved, moved
from tests.views.test_numbers import boxes, oracle

YEAR = ReportPeriod(2026)
EVERY = 20
"""Days from a dialogue to the next: all fit into the year."""


def script(number: int) -> Script:
    """Return a theme whose questions are worded as in no other."""
    found = theme(number)
    end = LocalText(sv="aldrig" + "!" * number, en="never" + "!" * number)
    asked = {c: q.model_copy(update={"low": end}) for c, q in found.questions.items()}
    return Script.of(PROGRAMMES[0], found.model_copy(update={"questions": asked}))


SCRIPTS = tuple(map(script, (1, 2, 3)))

Boxes = Sequence[Sequence[Answers]]

levels = st.sampled_from([1, 2, 4, 6, 7]).flatmap(
    lambda level: st.lists(
        st.builds(
            Answers,
            scores=st.fixed_dictionaries(
                dict.fromkeys(Component, st.sampled_from([level, level, max(1, level - 1)]))
            ),
            tags=st.sampled_from([(), ("tid",), ("stod", "tid")]),
        ),
        max_size=24,
    )
)
"""Boxes of people who agree, so that there are changes to tell of."""


def published(number: int, answers: Sequence[Answers], themes: int) -> Published:
    """Return a round as it was published, so many in the year before it."""
    at = NOON + timedelta(days=EVERY * number)
    script = SCRIPTS[number % themes]
    round = replace(closed(answers), id=f"{number:032}", theme=script.ref, closed_at=at)
    return Published(
        replace(round, shared=True), counted(answers), script, at.date(), (team().name,)
    )


def taking(right: Oracle) -> list[int]:
    """Return the numbers of how many took part."""
    n = len(right.answers)
    return [n, right.invited] if n >= ENOUGH else [ENOUGH]


def title(each: Published) -> list[int]:
    """Return the numbers in what a round is called: 3. Det vi är bra på 3."""
    return [SCRIPTS.index(each.script) + 1] * 2


def check(given_: Boxes, language: str, themes: int = 3, right: Boxes | None = None) -> None:
    """Check the list, the year and the picture of these boxes; `right` are those of the oracle."""
    rounds = [published(number, each, themes) for number, each in enumerate(given_)]
    by_oracle = [oracle(each) for each in right or given_]
    found = {
        c: moved(by_oracle, [r.script.theme.questions[c] for r in rounds], c) for c in Component
    }
    _check_list(rounds, by_oracle, language)
    w = words(language)
    told = development.taken_together(team(), YEAR, rounds[::-1], (), w)
    names = {c: w(f"component-{c}") for c in Component}
    _check_lines(told.sheet, rounds, {names[c]: each for c, each in found.items() if each})
    _check_rounds(told.sheet, rounds, by_oracle)
    tags = Counter[str]()
    for each in by_oracle:
        tags.update(dict(each.tags()))
    sums = [part for part in told.sheet.parts if part.heading == w("results-tags")]
    assert Counter(numbers(line for part in sums for line in part.lines)) == Counter(tags.values())
    drawn = sum(bool(each.shown) for each in by_oracle) > 1
    assert len(told.pictures) == drawn
    for picture in told.pictures:
        panels = [each for each in found.values() if each]
        assert list(reading.lines(svg(picture, "light"))) == [_line(each) for each in panels]
        said = Counter(numbers([alt_text(picture)]))
        marked = [each.day.day for each in rounds] + [n for each in rounds for n in title(each)]
        lows = [n for each in panels for n in {*each.level}]
        medians = [value for each in panels for value in each.values if value is not None]
        heading = numbers([picture.title, picture.subtitle])
        assert said == Counter([*marked, *lows, *medians, *heading])


def _line(each: Moved) -> reading.Line:
    return reading.Line(tuple(each.values), tuple(each.changes), each.level, each.since)


def _check_list(rounds: list[Published], right: list[Oracle], language: str) -> None:
    sheet = history.result_list(
        team(), rounds[::-1], 0, len(rounds), words(language), manages=False
    )
    listed = sheet.parts[: len(rounds)]
    for part, each, box_ in zip(listed, rounds[::-1], right[::-1], strict=True):
        assert numbers([part.heading]) == title(each)
        assert numbers([part.text]) == [each.day.day, each.day.year, *taking(box_)]


def _check_lines(sheet: Sheet, rounds: list[Published], found: dict[str, Moved]) -> None:
    lines = sheet.parts[0].lines if found else ()
    for line, (name, each) in zip(lines, found.items(), strict=True):
        assert line.startswith(name)
        level = [*sorted({*each.level})]
        if each.rounds == 1:
            assert numbers([line]) == [value for value in each.values if value is not None]
            continue
        changed = [
            [*title(one), one.day.day]
            for one, change in zip(rounds, each.changes, strict=True)
            if change is not Change.NONE
        ]
        assert numbers([line]) == [*(n for one in changed for n in one), *level]


def _check_rounds(sheet: Sheet, rounds: list[Published], right: list[Oracle]) -> None:
    lines = sheet.parts[1].lines
    for line, each, box_ in zip(lines, rounds, right, strict=True):
        assert numbers([line]) == [each.day.day, *title(each), *taking(box_)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("themes", [1, 3])
def test_boxes_of_every_size(language: str, themes: int) -> None:
    """From nobody to two hundred, one after the other."""
    check([box(size, SHORT) for size in SIZES], language, themes)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(boxes, levels), min_size=1, max_size=6), st.sampled_from([1, 3]))
def test_any_boxes(given_: Boxes, themes: int) -> None:
    """Whatever people answer, whether the themes ask the same or not."""
    check(given_, "sv", themes)


N, U, D = Change.NONE, Change.UP, Change.DOWN


@pytest.mark.parametrize(
    ("medians", "themes", "changes"),
    [
        ((2, 2, 6, 6, 1), 3, [N, N, U, N, D]),
        ((4, 5, 5, 4), 1, [N, U, N, D]),
        ((4, 5, 5, 4), 3, [N, N, N, N]),
    ],
)
def test_changes_are_among_what_is_tried(
    medians: tuple[int, ...], themes: int, changes: list[Change]
) -> None:
    """Up and down again; a single step is none where the words were others."""
    steps = [
        [replace(a, scores=dict.fromkeys(Component, n)) for a in box(12, SHORT)] for n in medians
    ]
    check(steps, "sv", themes)
    asked = [SCRIPTS[n % themes].theme for n in range(len(medians))]
    found = moved([oracle(each) for each in steps], asked, Component.MANAGEABILITY)
    assert found
    assert found.changes == changes


@pytest.mark.parametrize("other", [(9, 15, 30), (9, 14, 31), (10, 14, 30)])
def test_another_year_is_told_otherwise(other: tuple[int, ...]) -> None:
    """The positive control: what is said of one year is not right for another."""
    sizes = (9, 14, 30)
    check([box(size, SHORT) for size in sizes], "sv")
    with pytest.raises(AssertionError):
        check([box(size, SHORT) for size in sizes], "sv", right=[box(n, SHORT) for n in other])
