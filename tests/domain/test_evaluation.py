"""A programme of several talks ends with an evaluation of itself: found, offered and closed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from bot.content import load
from bot.domain.paths import evaluation_of, following, meant
from bot.domain.programme import Component, Programme, Theme, ThemeRef
from bot.domain.rolling import Period
from bot.domain.steps import StepKind
from bot.domain.themes import find_theme
from tests.services.evaluated import EVALUATION, KVARTEN, evaluated, evaluation

PROGRAMMES = load(Path(__file__).parents[2] / "dialogues").programmes
EVALUATIONS = {
    "tio-teman": "utvardering",
    "larande-organisation": "tillbakablick",
    "ledarens-spegel": "vagen-hit",
    "tre-workshoppar": "efterat",
}
NOT_OF_A_TEAM = {"introduktion"}
"""Three meetings of newcomers from different workplaces; the last asks about the introduction."""

ONE, TWO, THREE, LAST = KVARTEN


def programme(id: str) -> Programme:
    """Return the shipped programme with this id."""
    return next(each for each in PROGRAMMES if each.id == id)


def test_every_programme_of_several_talks_has_one() -> None:
    """Those that a team has three dialogues or more of, and only those."""
    several = {p.id for p in PROGRAMMES if sum(not t.evaluation for t in p.dialogues) >= 3}
    assert several - NOT_OF_A_TEAM == EVALUATIONS.keys()
    found = {p.id: p.evaluation.id for p in PROGRAMMES if p.evaluation}
    assert found == EVALUATIONS


def test_ten_themes_are_ten() -> None:
    """The evaluation is not one of them."""
    assert sum(not each.evaluation for each in programme("tio-teman").themes) == 10


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
    """Ten minutes, three questions, one in words, and what to keep and to talk about for each."""
    theme = next(each for each in programme(id).themes if each.id == last)
    assert theme.length == 10
    for asked in (theme.questions, theme.keep_questions, theme.next_questions):
        assert set(asked) == set(Component)
    assert theme.free_question


def test_no_two_are_alike() -> None:
    """Each has questions about its own programme."""
    asked = [
        question.text.sv
        for each in PROGRAMMES
        if each.evaluation
        for question in each.evaluation.questions.values()
    ]
    assert len(set(asked)) == len(asked) == 3 * len(EVALUATIONS)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("utvärdering", "tio-teman/utvardering"),
        ("Utvärdera", "tio-teman/utvardering"),
        ("tio-teman/11", "tio-teman/utvardering"),
        ("larande-organisation/utvärdering", "larande-organisation/tillbakablick"),
        ("tre-workshoppar/utvärdering", "tre-workshoppar/efterat"),
        ("ledarens-spegel/utvärdering", "ledarens-spegel/vagen-hit"),
        ("tillbakablick", "larande-organisation/tillbakablick"),
        ("11", "tio-teman/utvardering"),
    ],
)
def test_it_is_found_by_what_people_type(typed: str, found: str) -> None:
    """`utvärdering` without a team is the first programme's."""
    assert str(find_theme(PROGRAMMES, typed)) == found


@pytest.mark.parametrize("typed", ["utvärdering", "Utvärdering ", "evaluation"])
def test_a_team_means_that_of_its_own_programme(typed: str) -> None:
    """That of the latest programme that has one."""
    held = [
        ThemeRef(programme="introduktion", theme="tillfalle1"),
        ThemeRef(programme="tre-workshoppar", theme="workshop2"),
        ThemeRef(programme="tio-teman", theme="tema1"),
    ]
    assert str(meant(PROGRAMMES, held, typed)) == "tre-workshoppar/efterat"
    assert str(meant(PROGRAMMES, (), "utvärdering")) == "tio-teman/utvardering"
    assert str(meant(PROGRAMMES, held, "tio-teman/utvärdering")) == "tio-teman/utvardering"


# --- when it comes -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "held",
    [
        (THREE, TWO, ONE),
        (THREE, ONE),  # the second was skipped
        (THREE,),
        (TWO, THREE, ONE),  # the second was made up for
        (ThemeRef(programme="extra", theme="workshop"), TWO, THREE, ONE),  # a workshop in between
        (TWO, ThemeRef(programme="extra", theme="tema7"), THREE, ONE),
    ],
)
def test_skipped_themes_are_not_waited_for(held: tuple[ThemeRef, ...]) -> None:
    """Once the last theme has been held the evaluation is left, and nothing that was held."""
    found = following(evaluated(), held)
    assert found
    assert found[0] == EVALUATION


def test_what_was_begun_anew_goes_on() -> None:
    """Held after the last one, the first leads to the second that was skipped."""
    found = following(evaluated(), (ONE, THREE))
    assert found
    assert found[0] == TWO


@pytest.mark.parametrize("held", [(LAST, THREE, TWO, ONE), (LAST, TWO, ONE), (LAST,)])
def test_what_was_evaluated_is_over(held: tuple[ThemeRef, ...]) -> None:
    """Nothing of the programme is offered afterwards, also of what was skipped."""
    assert following(evaluated(), held) is None


def test_a_programme_held_again_begins_anew() -> None:
    """It goes on with its second theme, and ends with the evaluation again."""
    before = (LAST, THREE, TWO, ONE)
    second, last = (following(evaluated(), (*new, *before)) for new in ((ONE,), (THREE, TWO, ONE)))
    assert second
    assert second[0] == TWO
    assert last
    assert last[0] == EVALUATION


@given(st.lists(st.sampled_from(KVARTEN[:3]), min_size=1, max_size=8))
def test_there_is_always_an_end(held: list[ThemeRef]) -> None:
    """Holding what is offered comes to the evaluation, once, and then nothing is offered."""
    offered: list[ThemeRef] = []
    while found := following(evaluated(), held):
        offered.append(found[0])
        held = [found[0], *held]
        assert len(offered) < 9
    assert offered.count(EVALUATION) == 1
    assert offered[-1] == EVALUATION


def test_a_programme_without_one_has_none() -> None:
    """Nothing is offered in its place."""
    assert evaluation_of(evaluated(), ThemeRef(programme="extra", theme="tema7")) is None
    assert evaluation_of(evaluated(), ThemeRef(programme="gone", theme="x")) is None


def test_it_is_last_whatever_its_number() -> None:
    """A number that was forgotten to be raised changes nothing about the order of the meetings."""
    first = evaluated()[0]
    early = evaluation().model_copy(update={"number": 1})
    moved = first.model_copy(update={"themes": (early, *first.themes[:3])})
    assert [each.id for each in moved.dialogues][-1] == EVALUATION.theme


@pytest.mark.parametrize(
    "changes",
    [
        {"rolling": Period.QUARTER},
        {
            "length": 30,
            "questions": {},
            "keep_questions": {},
            "next_questions": {},
            "free_question": None,
            "steps": [{"kind": StepKind.GATHER, "minutes": 30, "text": {"sv": "a", "en": "b"}}],
        },
    ],
)
def test_it_is_answered_at_a_meeting(changes: dict[str, object]) -> None:
    """One without answers, or without a meeting, is no evaluation. The same is a good theme."""
    given = {**dict(evaluation()), **changes}
    Theme.model_validate({**given, "evaluation": False})
    with pytest.raises(ValidationError, match="evaluation-not-answered-at-a-meeting"):
        Theme.model_validate(given)
