"""What the models of dialogue files hold together, and what they refuse."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from bot.domain.programme import (
    Component,
    Deck,
    Film,
    Language,
    Line,
    LocalText,
    Mirror,
    Programme,
    Script,
    Step,
    StepKind,
    Theme,
)

TEXT = {"sv": "Ord.", "en": "Word."}
SCALE = {"text": TEXT, "low": TEXT, "high": TEXT}
ASKED = {
    "questions": dict.fromkeys(Component, SCALE),
    "free_question": TEXT,
    "next_questions": dict.fromkeys(Component, TEXT),
}
KEPT = {"keep_questions": dict.fromkeys(Component, TEXT)}


def step(kind: StepKind, minutes: int, **more: object) -> dict[str, Any]:
    """Return a step as a file says it."""
    return {"kind": kind, "minutes": minutes, "text": TEXT, **more}


def theme(*steps: dict[str, Any], **more: object) -> Theme:
    """Return a theme with these steps."""
    base = {"id": "tema1", "number": 1, "title": TEXT, "why": TEXT, "steps": list(steps)}
    return Theme.model_validate({**base, **more})


def test_easy_swedish_falls_back_to_swedish() -> None:
    """A text that is not written in easy Swedish is shown in Swedish, never in English."""
    plain, easy = LocalText(sv="a", en="b"), LocalText(sv="a", en="b", lattlast="c")
    assert [plain.get(language) for language in Language] == ["a", "b", "a"]
    assert [easy.get(language) for language in Language] == ["a", "b", "c"]
    assert plain.get("fi") == "a"


def test_answering_begins_at_its_step() -> None:
    """Answers are taken from the answer step on."""
    with_answer = theme(step(StepKind.READ, 5), step(StepKind.ANSWER, 10), **ASKED)
    assert with_answer.answer_step == 1
    assert [with_answer.asks_at(index) for index in range(3)] == [False, True, True]


def test_a_theme_may_say_what_to_keep() -> None:
    """Questions about the strengths are the theme's own, or left to the bot."""
    answered = [step(StepKind.ANSWER, 15)]
    assert theme(*answered, **ASKED).keep_questions == {}
    assert theme(*answered, **ASKED, **KEPT).keep_questions.keys() == set(Component)


def test_a_theme_without_answers() -> None:
    """A longer theme may be without a step to answer in; then it never asks."""
    without = theme(step(StepKind.EXERCISE, 60), length=60)
    assert without.answer_step is None
    assert not any(without.asks_at(index) for index in range(3))
    assert (without.questions, without.free_question) == ({}, None)


@pytest.mark.parametrize(
    ("steps", "more", "code"),
    [
        ([step(StepKind.READ, 15)], {}, "one-answer-step:0"),
        ([step(StepKind.ANSWER, 7), step(StepKind.ANSWER, 8)], ASKED, "one-answer-step:2"),
        ([step(StepKind.ANSWER, 15)], {}, "missing-component:questions"),
        ([step(StepKind.ANSWER, 15)], {**ASKED, "free_question": None}, "missing-free-question"),
        ([step(StepKind.READ, 20)], {**ASKED, "length": 20}, "questions-without-answer-step"),
        ([step(StepKind.READ, 20)], {**KEPT, "length": 20}, "questions-without-answer-step"),
        (
            [step(StepKind.ANSWER, 15)],
            {**ASKED, "keep_questions": {Component.MANAGEABILITY: TEXT}},
            "missing-component:keep_questions:meningsfullhet, begriplighet",
        ),
        (
            [step(StepKind.READ, 20)],
            {"length": 20, "rolling": "quarter"},
            "rolling-without-answer-step",
        ),
        ([step(StepKind.ANSWER, 14)], ASKED, "minutes-sum:14:15"),
        ([step(StepKind.READ, 59)], {"length": 60}, "minutes-sum:59:60"),
    ],
)
def test_refused(steps: list[dict[str, Any]], more: dict[str, Any], code: str) -> None:
    """Minutes add up, and questions are there exactly when they can be answered."""
    with pytest.raises(ValidationError, match=code):
        theme(*steps, **more)


FILM = {"minutes": 10, "instead": TEXT}


def test_a_film_fits_into_its_step() -> None:
    """A film stands in a step for a film, and is not longer than that."""
    good = Step.model_validate(step(StepKind.FILM, 10, film=FILM))
    assert good.film == Film.model_validate(FILM)
    for bad in (step(StepKind.FILM, 9, film=FILM), step(StepKind.READ, 10, film=FILM)):
        with pytest.raises(ValidationError, match="film-"):
            Step.model_validate(bad)


@pytest.mark.parametrize(
    ("link", "good"),
    [
        ("https://example.org", True),
        ("http://example.org:8080/a/b?c=d&e=%20#f", True),
        ("https://user@video.example.org/x", False),
        ("https://example.org@evil.example/x", False),
        ("https://example.org/@channel", True),
        ("https://example.org\\\\@evil.example", False),
        ("HTTPS://example.org", False),
        ("https://", False),
        ("https://?a", False),
        ("javascript:alert(1)", False),
        ("ftp://example.org", False),
        ("https://a b", False),
        ("https://example.org/\nb", False),
    ],
)
def test_links(link: str, good: bool) -> None:
    """A link leads to a host on the web, openly, and carries nobody's name or password."""
    data = {**FILM, "link": link}
    if good:
        assert Film.model_validate(data).link == link
    else:
        with pytest.raises(ValidationError):
            Film.model_validate(data)


def test_a_script_is_without_the_rest_of_its_programme() -> None:
    """A session keeps its theme and its programme's own texts, not everything beside it."""
    card = {"question": TEXT}
    base = {"number": 1, "title": TEXT, "why": TEXT}
    deck = Deck.model_validate(
        {**base, "id": "kort", "kind": "cards", "component": "hanterbarhet", "cards": [card]}
    )
    mirror = Mirror.model_validate(
        {**base, "id": "jag", "kind": "mirror", "questions": [SCALE] * 3, "closing": TEXT}
    )
    alone = theme(step(StepKind.EXERCISE, 60), length=60)
    tags = [{"id": id, "name": TEXT} for id in ("a", "b")]
    programme = Programme.model_validate(
        {
            "id": "prov",
            "title": TEXT,
            "why": TEXT,
            "tags": tags,
            "themes": [alone],
            "decks": [deck],
            "mirrors": [mirror],
        }
    )
    script = Script.of(programme, alone)
    assert (script.programme.themes, script.programme.decks, script.programme.mirrors) == ((),) * 3
    assert script.programme.title == Line(**TEXT)
    assert Script.model_validate_json(script.model_dump_json()) == script


def test_a_script_from_before_is_still_read() -> None:
    """What was kept before there were orders, lengths and easy texts is read as it was meant."""
    kept = Script.of(
        Programme.model_validate(
            {
                "id": "prov",
                "title": TEXT,
                "why": TEXT,
                "tags": [{"id": id, "name": TEXT} for id in ("a", "b")],
            }
        ),
        theme(step(StepKind.ANSWER, 15), **ASKED),
    )
    old = kept.model_dump(mode="json", exclude_unset=True, exclude_none=True)
    assert "order" not in old["programme"]
    assert Script.model_validate(old).theme == kept.theme
