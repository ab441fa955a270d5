"""Every number in every summary, worked out again from the ballots by other means."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.answers import Answers
from bot.domain.programme import Component
from bot.locales import LANGUAGES, words
from bot.slack.render import render_message
from bot.views.model import Summary
from bot.views.summary import for_manager, for_team, pages
from bot.workspace import visible_text
from tests.domain.builders import scales
from tests.goldens import assert_golden
from tests.services.people import SCRIPT, team
from tests.slack.checker import message_problems
from tests.views.boxes import ABSENT, CLOSED, SHORT, SIZES, TEXTS, box, closed, counted
from tests.views.oracle import Oracle

TITLE = [3, 3]
"""The numbers in the title of the theme: 3. Det vi är bra på 3."""

NO_NUMBERS = ("comments.", "buttons.", "shared_at.", "components_heading", "comments_left_out")
"""Places that hold what people wrote, or no number of the result."""

answers = st.builds(
    Answers,
    scores=st.dictionaries(st.sampled_from(Component), scales),
    comment=st.sampled_from(["", "ord", "Mer tid.", "vet ej", "Vet inte", "inget", "-"]),
    tags=st.lists(st.sampled_from(["tid", "stod", "rutiner"]), max_size=2, unique=True).map(tuple),
    verbatim=st.booleans(),
).filter(lambda a: bool(a.scores or a.comment))
boxes = st.lists(answers, max_size=30)


def numbers_in(value: object, place: str = "") -> Iterator[tuple[str, list[int]]]:
    """Yield the numbers of each text, and each bare number, by its place in the view."""
    if isinstance(value, dict):
        for key, each in value.items():
            yield from numbers_in(each, f"{place}.{key}" if place else key)
    elif isinstance(value, list):
        for number, each in enumerate(value):
            yield from numbers_in(each, f"{place}.{number}")
    elif isinstance(value, str) and (found := re.findall(r"\d+", value)):
        yield place, [int(number) for number in found]
    elif isinstance(value, int) and not isinstance(value, bool):
        yield place, [value]


def told(view: Summary) -> dict[str, list[int]]:
    """Return all numbers of a summary that come from the answers or from the rules."""
    data = view.model_dump(mode="json")
    return {
        place: numbers
        for place, numbers in numbers_in(data)
        if not place.startswith(NO_NUMBERS) and not place.endswith((".cells", "kind"))
    }


def views(
    given_: Sequence[Answers], language: str, quotes: int = CLOSED.quote_threshold
) -> tuple[Summary, Summary]:
    """Return what the manager sees of the box, and what the team sees."""
    result, round, w = counted(given_, quotes), closed(given_, quotes), words(language)
    manager = for_manager(round, result, SCRIPT, team(), w)
    return manager, for_team(round, result, SCRIPT, w)


def oracle(given_: Sequence[Answers], quotes: int = CLOSED.quote_threshold) -> Oracle:
    """Return what is to be said of the box."""
    return Oracle([a.checked() for a in given_], len(given_) + ABSENT, TITLE, quotes)


def check(given_: Sequence[Answers], language: str, quotes: int = CLOSED.quote_threshold) -> None:
    """Check both summaries of a box, number by number and comment by comment."""
    right = oracle(given_, quotes)
    for view in views(given_, language, quotes):
        assert told(view) == right.numbers()
        shown = Counter(comment for group in view.comments for comment in group.comments)
        assert shown == right.comments()
        for line in (row for each in view.components for row in each.distribution):
            assert line.count("▇") == int(line.rsplit(" ", 1)[1])
        _check_essence(view, right, language)


def _check_essence(view: Summary, right: Oracle, language: str) -> None:
    """The first that is named is the highest, the last the lowest, each with its questions."""
    w, order = words(language), right.order()
    names = [w(f"component-{component}").lower() for component in order]
    named = sorted((view.essence.index(n), n) for n in names if n in view.essence)
    if view.keep_heading:
        assert named[0][1] in view.keep_heading
        assert w(f"component-{order[0]}").lower() in view.keep_heading
    if named:
        assert w(f"component-{order[-1]}").lower() in view.next_heading
    keep, onwards = SCRIPT.theme.keep_questions, SCRIPT.theme.next_questions
    assert view.keep_questions == tuple(keep[c].get(language) for c in right.strongest())
    assert view.next_questions == tuple(onwards[c].get(language) for c in right.weakest())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("texts", TEXTS)
@pytest.mark.parametrize("size", SIZES)
def test_sizes_that_matter(size: int, texts: str, language: str) -> None:
    """From nobody to two hundred, whatever is written."""
    check(box(size, TEXTS[texts]), language)


@pytest.mark.parametrize("texts", TEXTS)
@pytest.mark.parametrize("size", [5, 6, 9, 10])
def test_words_may_be_shown_from_six_on(size: int, texts: str) -> None:
    """Where an organisation has chosen that, it moves the words and nothing else."""
    check(box(size, TEXTS[texts]), "sv", quotes=6)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [size for size in SIZES if size < CLOSED.quote_threshold])
def test_words_that_are_not_shown_change_nothing(size: int, language: str) -> None:
    """Short, long or hostile: below the threshold the summaries are the same to the letter.

    But for "vet inte", which is counted and never shown.
    """
    texts = ((SHORT[0],), TEXTS["long"], TEXTS["hostile"])
    short, *others = (views(box(size, each), language) for each in texts)
    assert others == [short, short]


@given(boxes, st.sampled_from(LANGUAGES))
def test_any_box(given_: list[Answers], language: str) -> None:
    """Whatever people answer."""
    check(given_, language)


@pytest.mark.parametrize("unknowing", range(2, 9))
def test_nearly_all_are_quoted(unknowing: int) -> None:
    """The fewer there are whose words are not shown, the less is told of those who do not know."""
    word = Answers(dict.fromkeys(Component, 4), "ord", verbatim=True)
    quoted, silent = [word] * 8, [replace(word, comment="")]
    check([*quoted, *silent, *[replace(word, comment="vet ej")] * unknowing], "sv")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("texts", TEXTS)
@pytest.mark.parametrize("size", SIZES)
def test_slack_says_the_same(size: int, texts: str, language: str) -> None:
    """Drawn for Slack no number is lost, added or changed, and Slack takes every page."""
    given_ = box(size, TEXTS[texts])
    w = words(language)
    for view in views(given_, language):
        bare = view.model_copy(update={"comments": (), "picture": None, "shared_at": None})
        bare = bare.model_copy(update={"buttons": ()})
        drawn = visible_text(render_message(bare))
        said = [number for each in told(bare).values() for number in each]
        assert Counter(map(int, re.findall(r"\d+", drawn))) == Counter(said)
        for page in pages(view, w):
            assert message_problems(render_message(page)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_hostile_words_in_slack(language: str, update_golden: bool) -> None:
    """Links, mentions, markup and signs that turn the reading are drawn as what they are: text."""
    manager, _ = views(box(14, TEXTS["hostile"]), language)
    drawn = render_message(manager.model_copy(update={"buttons": ()}))
    assert_golden(f"slack/summary-hostile.{language}", drawn, update=update_golden)
    for block in drawn["blocks"]:
        if block["type"] != "rich_text":
            assert "ond.example" not in str(block)
    assert not set("\u202a\u202b\u202c\u202d\u202e") & set(str(drawn))


@pytest.mark.parametrize("change", ["one more", "another answer", "another tag"])
def test_the_oracle_sees_a_difference(change: str) -> None:
    """The check can fail: what is said of one box is not right for another."""
    given_ = list(box(14, TEXTS["short"]))
    other = {
        "one more": [*given_, given_[0]],
        "another answer": [replace(a, scores=dict.fromkeys(Component, 1)) for a in given_],
        "another tag": [replace(a, tags=("tid",)) for a in given_],
    }[change]
    manager, _ = views(given_, "sv")
    assert told(manager) == oracle(given_).numbers()
    assert told(manager) != oracle(other).numbers()


def test_empty_lines_push_nothing_away() -> None:
    """A comment of nothing but line ends between two words takes a few lines, and keeps both."""
    gap = "Först" + "\n \n" * 150 + "sist"
    given_ = [replace(a, comment=gap, verbatim=True) for a in box(14, ("ord",))]
    manager, _ = views(given_, "sv")
    drawn = visible_text(render_message(manager))
    assert drawn.count("Först\n\nsist") > 0
    assert "\n\n\n" not in drawn
