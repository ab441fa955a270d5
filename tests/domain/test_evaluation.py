"""A longer programme ends with an evaluation of itself, found and offered as any theme."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.content import load
from bot.domain.paths import following
from bot.domain.programme import Component, Programme, ThemeRef
from bot.domain.themes import find_theme

PROGRAMMES = load(Path(__file__).parents[2] / "dialogues").programmes
LONG = 5
"""A programme of more themes than this with answers is evaluated."""

EVALUATIONS = {
    "tio-teman": "utvardering",
    "larande-organisation": "tillbakablick",
}


def programme(id: str) -> Programme:
    """Return the shipped programme with this id."""
    return next(each for each in PROGRAMMES if each.id == id)


def test_every_longer_programme_has_one() -> None:
    """Those with many dialogues that are answered, and only those."""
    asked = {p.id: sum(t.answer_step is not None for t in p.dialogues) for p in PROGRAMMES}
    assert {id for id, count in asked.items() if count > LONG} == EVALUATIONS.keys()


@pytest.mark.parametrize(("id", "last"), EVALUATIONS.items())
def test_it_is_offered_when_the_last_theme_has_been_held(id: str, last: str) -> None:
    """It comes after all others, is next after the last of them, and nothing follows it."""
    refs = [ThemeRef(programme=id, theme=theme.id) for theme in programme(id).dialogues]
    assert refs[-1].theme == last
    offered = following(PROGRAMMES, refs[-2::-1])
    assert offered
    assert offered[0] == refs[-1]
    assert following(PROGRAMMES, refs[::-1]) is None


@pytest.mark.parametrize(("id", "last"), EVALUATIONS.items())
def test_it_is_short_and_asks_as_every_theme_does(id: str, last: str) -> None:
    """Ten minutes, three questions, one in words, and what to talk about for each."""
    theme = next(each for each in programme(id).themes if each.id == last)
    assert theme.length == 10
    assert set(theme.questions) == set(theme.next_questions) == set(Component)
    assert theme.free_question
    tagged = programme(id).tags
    assert tagged


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("utvärdering", "tio-teman/utvardering"),
        ("Utvärdera", "tio-teman/utvardering"),
        ("tio-teman/11", "tio-teman/utvardering"),
        ("larande-organisation/utvärdering", "larande-organisation/tillbakablick"),
        ("tillbakablick", "larande-organisation/tillbakablick"),
        ("11", "tio-teman/utvardering"),
    ],
)
def test_it_is_found_by_what_people_type(typed: str, found: str) -> None:
    """`/apt start utvärdering` starts the first programme's."""
    assert str(find_theme(PROGRAMMES, typed)) == found
