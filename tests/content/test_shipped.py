"""The dialogues that come with the bot: complete, plain, and fit for their minutes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest

from bot.content import Loaded, check_directory, report
from bot.content.walk import texts_of
from bot.domain.programme import Component, LocalText, Programme, StepKind, Theme
from bot.domain.themes import find_theme
from bot.locales import LANGUAGES

SHIPPED = Path(__file__).parents[2] / "dialogues"

LONGEST_SENTENCE = 22
"""In words. Longer ones are hard to follow when they are read aloud."""

LONGEST_STEP = 900
"""In characters: what fits on a phone with little scrolling, or is read aloud in two minutes."""

LONGEST_KEEP = 120
"""In characters: a question about a strength is read at a glance, and remembered."""

WORDS_PER_MINUTE = 130
"""How fast one reads aloud so that everybody can follow."""

HARD_WORDS = re.compile(
    r"\b(salutogen|kasam|validera|implementera|proaktiv|process|resurs|kompetens|strategi|optimera"
    r"|synergi|coping|stressor|resiliens|feedback|mindset|agil|målbild|värdegrund|utifrån|gällande"
    r"|avseende|erhålla|samt\b|dock\b|ifall\b|leverera|effektivisera|patient|diagnos|terapi"
    r"|känslor|skuld|validated|implement|proactive|stakeholder|leverage|synergy|resilien|empower"
    r"|therapy|diagnosis|optimi[sz]e|utili[sz]e)",
    re.IGNORECASE,
)
"""Beginnings of words that belong in a report or with a therapist, not in a break room."""

NAMES = re.compile(
    r"\b(Anna|Maria|Eva|Karin|Lena|Kerstin|Sara|Emma|Lisa|Fatima|Amina|Lars|Karl|Anders|Johan|Per"
    r"|Erik|Mikael|Ali|Ahmed|Mohammed|Peter|Jan|Stefan|Mattias|Olle|Kalle|Lotta|Birgitta)s?\b"
)
"""Names that workplaces are full of: an example must not sound like somebody in the room."""


def texts(record: object) -> Iterator[LocalText]:
    """Yield every text of the record, at any depth."""
    return (text for _, text in texts_of(record))


def asked(theme: Theme) -> list[LocalText]:
    """Return all that is asked in a theme."""
    free = [theme.free_question] if theme.free_question else []
    scales = [question.text for question in theme.questions.values()]
    return [*free, *theme.keep_questions.values(), *theme.next_questions.values(), *scales]


def sentences(text: str) -> list[str]:
    """Return the sentences of a text."""
    return [s for s in re.split(r"(?<=[.!?:…])[”“]?\s+|\n+", text) if s]


@pytest.fixture
def programmes(shipped: Loaded) -> tuple[Programme, ...]:
    """The programmes that come with the bot."""
    return shipped.programmes


@pytest.fixture
def themes(programmes: tuple[Programme, ...]) -> list[Theme]:
    """All themes that come with the bot."""
    return [theme for programme in programmes for theme in programme.themes]


@pytest.fixture
def short_themes(programmes: tuple[Programme, ...]) -> list[Theme]:
    """The first three themes: fifteen minutes each."""
    return list(programmes[0].themes[:3])


@pytest.fixture
def every_text(programmes: tuple[Programme, ...]) -> list[str]:
    """Every text in every language that it is written in."""
    return [
        text
        for local in chain.from_iterable(texts(programme) for programme in programmes)
        for text in (local.sv, local.en, local.lattlast)
        if text
    ]


def test_no_problems(shipped: Loaded) -> None:
    """Every file passes the check that admins' files go through."""
    assert report(shipped.problems, "sv") == ""


def test_nothing_to_advise() -> None:
    """Our own files follow the advice that others are given: LIX, sentences, names, length."""
    assert report(check_directory(SHIPPED).advice, "sv") == ""


def test_every_file_names_its_schema() -> None:
    """The first line of each file tells editors which schema it follows."""
    for file in SHIPPED.rglob("*.yaml"):
        found = re.match(r"# yaml-language-server: \$schema=(\S+)\n", file.read_text("utf-8"))
        assert found, file
        assert (file.parent / found[1]).resolve() == SHIPPED / "schema" / f"{kind(file)}.json"


def kind(file: Path) -> str:
    """Return which schema the file is to follow."""
    if file.name == "programme.yaml":
        return "programme"
    found = re.search(r"^kind: (\w+)$", file.read_text("utf-8"), re.MULTILINE)
    return found[1] if found else "theme"


def test_every_programme_has_its_place(programmes: tuple[Programme, ...]) -> None:
    """The place of each programme is written, so that a new one changes none of them."""
    assert all("order" in programme.model_fields_set for programme in programmes)


def test_the_first_three_themes(programmes: tuple[Programme, ...]) -> None:
    """The first programme has the three themes, in order, under the names that people type."""
    assert programmes[0].id == "tio-teman"
    assert [(theme.id, theme.number) for theme in programmes[0].themes[:3]] == [
        ("tema1", 1),
        ("tema2", 2),
        ("tema3", 3),
    ]
    assert str(find_theme(programmes, "3")) == "tio-teman/tema3"
    assert str(find_theme(programmes, "meningsfullhet")) == "tio-teman/tema2"
    assert str(find_theme(programmes, "hanterbarhet")) == "tio-teman/tema3"


def test_tags(programmes: tuple[Programme, ...]) -> None:
    """About twelve tags to choose from, and one for everything else."""
    assert len(programmes[0].tags) == 13
    assert all(programme.tags[-1].id == "annat" for programme in programmes)


def test_the_way_through_a_theme(short_themes: list[Theme]) -> None:
    """One arrives, reads, thinks alone, talks, answers, gathers and decides, in this order."""
    for theme in short_themes:
        assert [step.kind for step in theme.steps] == [
            StepKind.CHECK_IN,
            StepKind.READ,
            StepKind.REFLECT,
            StepKind.DIALOGUE,
            StepKind.ANSWER,
            StepKind.GATHER,
            StepKind.COMMIT,
        ]


def test_every_step_has_a_title_and_time_to_answer(themes: list[Theme]) -> None:
    """Each step has a name of its own, and answering has at least three minutes."""
    for theme in themes:
        assert all(step.title for step in theme.steps)
        assert all(s.minutes >= 3 for s in theme.steps if s.kind is StepKind.ANSWER)


def test_reading_aloud_fits(themes: list[Theme]) -> None:
    """The text to read can be read aloud, calmly, in the minutes of its step."""
    for step in (step for theme in themes for step in theme.steps):
        for text in (step.text.sv, step.text.en):
            assert len(text) <= LONGEST_STEP
            spoken = len(text.split()) / WORDS_PER_MINUTE
            assert spoken <= (step.minutes if step.kind is StepKind.READ else step.minutes / 2)


def test_questions_are_the_theme_s_own(themes: list[Theme]) -> None:
    """No two themes ask the same question."""
    every = [local.sv for theme in themes for local in asked(theme)]
    assert every
    assert len(every) == len(set(every))


def test_questions_end_with_a_question_mark(themes: list[Theme]) -> None:
    """What is asked is a question, and the ends of a scale are not."""
    for theme in themes:
        said = [text for local in asked(theme) for text in (local.sv, local.en)]
        assert [text for text in said if not text.endswith("?")] == []
        for question in theme.questions.values():
            ends = (question.low, question.high)
            assert not any(end.get(language)[-1] in "?.!" for end in ends for language in LANGUAGES)
            assert question.low != question.high


def test_every_theme_says_what_to_hold_on_to(themes: list[Theme]) -> None:
    """Where there are answers, each strength has the theme's own question, short enough to say."""
    answered = [theme for theme in themes if theme.questions]
    assert len(answered) >= 20
    for theme in answered:
        assert set(theme.keep_questions) == set(Component)
        for local in theme.keep_questions.values():
            assert [text for _, text in local if text and len(text) > LONGEST_KEEP] == []


def test_nobody_is_asked_who(themes: list[Theme]) -> None:
    """No question asks who: answers are about what happens, not about people."""
    for local in (local for theme in themes for local in asked(theme)):
        assert not re.search(r"\b(vem|vilka|vems)\b", local.sv, re.IGNORECASE)
        assert not re.search(r"(^|[,;:] )(who|whom|whose)\b", local.en, re.IGNORECASE)


def test_short_sentences(every_text: list[str]) -> None:
    """Sentences are short enough to follow at first hearing."""
    long = [s for text in every_text for s in sentences(text) if len(s.split()) > LONGEST_SENTENCE]
    assert long == []


def test_plain_words(every_text: list[str]) -> None:
    """No word that belongs in a report rather than in a break room."""
    assert [found[0] for text in every_text if (found := HARD_WORDS.search(text))] == []


def test_no_addresses_numbers_or_names(every_text: list[str]) -> None:
    """No links, e-mail addresses, telephone numbers or names of people."""
    for text in every_text:
        assert not re.search(r"https?:|www\.|\S@\S|\d{4,}", text)
        assert not NAMES.search(text)


def test_no_markup(every_text: list[str]) -> None:
    """Texts are plain: each platform decides how they look."""
    assert not any(re.search(r"[*_`<>|]", text) for text in every_text)


def test_both_languages_say_as_much(programmes: tuple[Programme, ...]) -> None:
    """English has the paragraphs and questions that Swedish has, and is not a stub of it."""
    for local in chain.from_iterable(texts(programme) for programme in programmes):
        assert local.sv.count("\n\n") == local.en.count("\n\n")
        assert local.sv.count("?") == local.en.count("?")
        assert len(local.sv) < 40 or 0.6 < len(local.en) / len(local.sv) < 1.6
