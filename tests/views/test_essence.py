"""What a manager reads in half a minute: strengths first, then what to talk about next."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.disclosure import Band
from bot.domain.programme import Component, Script
from bot.locales import LANGUAGES, words
from bot.slack.render import render_message
from bot.views.model import Summary
from bot.views.summary import for_team
from bot.workspace import visible_text
from tests.services.people import SCRIPT
from tests.views.moments import FULL, SHARED, component

SV = words("sv")
MEANING = Component.MEANINGFULNESS


def drawn(*medians: int, language: str = "sv", script: Script = SCRIPT) -> Summary:
    """Return the summary of components with these medians, in their order."""
    lines = tuple(component(c, m) for c, m in zip(Component, medians, strict=False))
    return for_team(SHARED, replace(FULL, components=lines), script, words(language))


@pytest.mark.parametrize("strongest", Component)
@pytest.mark.parametrize("weakest", Component)
def test_strongest_and_weakest_are_named(strongest: Component, weakest: Component) -> None:
    """The line names both, the strongest first; each of the two has the theme's question."""
    if strongest is weakest:
        return
    medians = [6 if c is strongest else 3 if c is weakest else 5 for c in Component]
    view = drawn(*medians)
    strong, weak = (SV(f"component-{c}").lower() for c in (strongest, weakest))
    assert view.essence == f"Starkast: {strong}. Prata vidare om: {weak}."
    assert view.keep_heading == f"Håll i det: {strong}"
    assert view.next_heading == f"Prata vidare om {weak}"
    assert view.keep_questions == (SCRIPT.theme.keep_questions[strongest].sv,)
    assert view.next_questions == (SCRIPT.theme.next_questions[weakest].sv,)


def test_equals_are_named_together() -> None:
    """Two that are as strong, or as weak, stand beside each other, each with its question."""
    weak = drawn(6, 4, 4)
    assert weak.essence.endswith("Prata vidare om: hanterbarhet och begriplighet.")
    assert len(weak.next_questions) == 2
    strong = drawn(6, 6, 4)
    assert strong.essence.startswith("Starkast: meningsfullhet och hanterbarhet.")
    assert strong.keep_questions == ("Vad bär oss?", "Vad hjälper mest?")
    assert len(strong.next_questions) == 1


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("medians", [(6, 3, 5), (6, 6, 4)])
def test_a_theme_may_leave_the_strengths_to_the_bot(
    medians: tuple[int, ...], language: str
) -> None:
    """Where it has no questions of its own, one general question stands for all strengths."""
    theme = SCRIPT.theme.model_copy(update={"keep_questions": {}})
    view = drawn(*medians, language=language, script=Script.of(SCRIPT.programme, theme))
    assert view.keep_questions == (words(language)("summary-keep-question"),)


@pytest.mark.parametrize("medians", [(4, 4, 4), (6, 6), (2, 2, 2)])
def test_when_all_are_alike_the_team_chooses(medians: tuple[int, ...]) -> None:
    """Nothing is called strong, and every question is there to choose from."""
    view = drawn(*medians)
    assert view.essence == SV("summary-essence-alike")
    assert (view.keep_heading, view.keep_questions) == ("", ())
    assert len(view.next_questions) == len(medians)


def test_what_is_low_is_not_to_be_held_on_to() -> None:
    """The best of what is low is not praised; a control: a step higher it is."""
    low = drawn(2, 1, 1)
    assert low.essence == "Prata vidare om: hanterbarhet och begriplighet."
    assert (low.keep_heading, low.keep_questions) == ("", ())
    assert drawn(3, 1, 1).keep_heading
    assert component(MEANING, 2).band is Band.LOW


def test_one_that_is_shown_alone_is_talked_about() -> None:
    """With a single component there is nothing to be stronger than."""
    view = drawn(6)
    assert view.essence == "Prata vidare om: meningsfullhet."
    assert not view.keep_heading


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_comes_first(language: str) -> None:
    """Line, strength and question stand before every number but how many answered."""
    view = drawn(6, 3, 5, language=language)
    text = visible_text(render_message(view))
    told = [view.essence, view.taking_part, view.keep_heading, *view.keep_questions]
    told += [view.next_heading, *view.next_questions, view.components_heading]
    places = [text.index(each, text.index(view.essence)) for each in told]
    assert places == sorted(places)
    assert not any(sign.isdigit() for sign in view.essence)
