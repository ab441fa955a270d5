"""The example of what a manager sees: the real rules, invented answers, and no doubt about it."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from bot.domain.disclosure import disclose
from bot.domain.round import Round
from bot.locales import LANGUAGES, words
from bot.slack.render import render_form
from bot.views.model import Summary
from bot.views.sample import SEED, example, invented
from bot.views.summary import summary
from tests.services.people import SCRIPT
from tests.views.moments import round_

SV = words("sv")


def group(invited: int, quotes: int = 10) -> Round:
    """Return a round with so many who can answer."""
    return replace(round_(), invited=invited, quote_threshold=quotes)


def shown(invited: int, quotes: int = 10) -> Summary:
    """Return the example's summary."""
    return example(group(invited, quotes), SCRIPT, SV).summary


@pytest.mark.parametrize(
    ("invited", "answers"), [(1, 1), (5, 5), (6, 6), (7, 6), (8, 6), (12, 10), (13, 10), (100, 80)]
)
def test_as_many_answer_as_such_a_group_may(invited: int, answers: int) -> None:
    """Four of five, enough for a result where that is possible, never more than there are."""
    rng = random.Random(SEED)
    assert len(invented(group(invited), SCRIPT, rng, SV)) == answers


def test_everybody_gets_the_same_example() -> None:
    """Nothing can be learnt by looking again."""
    assert example(group(12), SCRIPT, SV) == example(group(12), SCRIPT, SV)


def test_the_rules_are_the_real_ones() -> None:
    """The numbers are what the real rules and the real view make of the invented answers."""
    rng = random.Random(SEED)
    given = invented(group(12), SCRIPT, rng, SV)
    result = disclose(given, 12, 6, 10, rng)
    real = summary(group(12), result, SCRIPT, SV)
    drawn = shown(12)
    assert [c.headline for c in drawn.components] == [c.headline for c in real.components]
    assert drawn.comments == real.comments
    assert drawn.tags == real.tags


def test_small_groups_see_neither_words_nor_distribution() -> None:
    """What is held back from a group of this size is held back in the example, too."""
    small, large = shown(8), shown(13)
    assert small.components
    assert not small.comments
    assert not any(line.distribution for line in small.components)
    assert large.comments
    assert all(line.distribution for line in large.components)
    assert not shown(10, quotes=11).comments


@pytest.mark.parametrize("quotes", [11, 12, 13, 30])
def test_a_group_that_is_large_enough_sees_words(quotes: int) -> None:
    """Where words may be shown the example shows some, however high the organisation's number."""
    assert shown(quotes, quotes).comments
    assert not shown(quotes - 1, quotes).comments


@pytest.mark.parametrize("invited", [1, 5])
def test_too_few_see_that_nothing_is_shown(invited: int) -> None:
    """A group under the threshold sees what its manager will get: nothing."""
    view = shown(invited)
    assert not view.components
    assert "Färre än 6" in view.taking_part
    assert example(group(invited), SCRIPT, SV).note == SV("seen-too-few-note")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("invited", [5, 8, 13])
def test_every_part_says_that_it_is_an_example(invited: int, language: str) -> None:
    """Title, note, every heading, every component, every comment and the end say so."""
    w = words(language)
    seen = example(group(invited), SCRIPT, w)
    view = seen.summary
    mark = w("seen-sample-mark", text="")
    assert mark.strip(" :") in seen.title
    told = (
        *(view.title, view.essence, view.taking_part, view.components_heading),
        *(view.tags_heading, view.keep_heading),
        *(view.comments_heading, view.next_heading, view.held_back_heading, view.footer),
        *(line.name for line in view.components),
    )
    assert all(text.startswith(mark) for text in told if text)
    invention = w("sample-word-help").partition(":")[0]
    assert all(text.startswith(invention) for g in view.comments for text in g.comments)
    assert view.buttons == ()


def test_example_can_not_be_pressed() -> None:
    """The form holds nothing to press or to hand in."""
    drawn = render_form(example(group(13), SCRIPT, SV))
    assert "submit" not in drawn
    assert {block["type"] for block in drawn["blocks"]} <= {
        "rich_text",
        "header",
        "divider",
        "context",
    }
