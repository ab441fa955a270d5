"""Finding the theme that a person means by what they typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.programme import (
    LAST,
    Component,
    Group,
    Label,
    Line,
    Passage,
    Programme,
    ScaleQuestion,
    Step,
    StepKind,
    Tag,
    Theme,
    ThemeRef,
)
from bot.domain.themes import find_theme, script_at, theme_at
from bot.errors import UnknownTheme


def theme(id: str, number: int, sv: str, en: str, *aliases: str) -> Theme:
    """Return a theme with these names."""
    line, label = Line(sv="Vad?", en="What?"), Label(sv="Ord", en="Word")
    text = Passage(sv="Svara.", en="Answer.")
    question = ScaleQuestion(text=line, low=label, high=label)
    return Theme(
        id=id,
        number=number,
        title=Line(sv=sv, en=en),
        aliases=aliases,
        why=text,
        steps=(Step(kind=StepKind.ANSWER, minutes=15, text=text, group=Group.ALONE),),
        questions=dict.fromkeys(Component, question),
        free_question=line,
        next_questions=dict.fromkeys(Component, line),
    )


def programme(id: str, sv: str, en: str, *themes: Theme, order: int = LAST) -> Programme:
    """Return a programme with these names and themes."""
    text, label = Passage(sv="Text.", en="Text."), Label(sv="Ord", en="Word")
    tags = (Tag(id="a", name=label), Tag(id="b", name=label))
    title = Line(sv=sv, en=en)
    return Programme(id=id, order=order, title=title, why=text, tags=tags, themes=themes)


TEN = programme(
    "tio-teman",
    "Femton minuter tillsammans",
    "Fifteen minutes together",
    theme("tema1", 1, "Den goda arbetsplatsen", "The good workplace"),
    theme("tema2", 2, "Därför är vi här", "Why we are here", "meningsfullhet"),
    theme("tema3", 3, "Det som hjälper oss", "What helps us", "hanterbarhet"),
    theme("tema10", 10, "Att hålla i", "Holding on"),
)
WORKSHOPS = programme(
    "workshoppar",
    "Tre träffar",
    "Three workshops",
    theme("tema1", 1, "Min energi i vardagen", "My energy in everyday life"),
    theme("arbete-som-lyckas", 2, "Arbete som lyckas", "Work that succeeds"),
)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("tema3", "tema3"),
        ("TEMA3", "tema3"),
        (" tema 3 ", "tema3"),
        ("Tema-3", "tema3"),
        ("theme 3", "tema3"),
        ("3", "tema3"),
        ("03", "tema3"),
        ("10", "tema10"),
        ("1", "tema1"),
        ("tio-teman/tema3", "tema3"),
        ("tio-teman/3", "tema3"),
        ("Tio Teman/3", "tema3"),
        ("femton/3", "tema3"),
        ("Fifteen minutes together/hanterbarhet", "tema3"),
        ("hanterbarhet", "tema3"),
        ("HANTERBARHET", "tema3"),
        ("hanterb", "tema3"),
        ("Det som hjälper oss", "tema3"),
        ("det som hjalper oss", "tema3"),
        ("hjälper", "tema3"),
        ("hjalp oss", "tema3"),
        ("what helps", "tema3"),
        ("goda arbetsplatsen", "tema1"),
        ("god arb", "tema1"),
        ("arbetsplats", "tema1"),
        ("därför", "tema2"),
        ("darfor", "tema2"),
        ("da\u0308rfo\u0308r", "tema2"),
        ("”Att hålla i”", "tema10"),
    ],
)
def test_found(typed: str, expected: str) -> None:
    """Names, numbers, titles and parts of them name a theme, however they are written."""
    assert find_theme((TEN,), typed) == ThemeRef(programme="tio-teman", theme=expected)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("tema3", "tio-teman/tema3"),
        ("tema2", "tio-teman/tema2"),
        ("workshoppar/1", "workshoppar/tema1"),
        ("tre träffar/tema1", "workshoppar/tema1"),
        ("energi", "workshoppar/tema1"),
        ("arbete-som-lyckas", "workshoppar/arbete-som-lyckas"),
        ("arbete som lyckas", "workshoppar/arbete-som-lyckas"),
    ],
)
def test_found_among_programmes(typed: str, expected: str) -> None:
    """With several programmes, what only one of them has needs no programme."""
    assert str(find_theme((TEN, WORKSHOPS), typed)) == expected


@pytest.mark.parametrize(
    ("typed", "nearest"),
    [
        ("teman3", "tema3"),
        ("hanterbarheten", "tema3"),
        ("meningsfulhet", "tema2"),
        ("hjelper", "tema3"),
        ("workshoppar/enregi vardaggen", "workshoppar/tema1"),
        ("xyzzy", ""),
        ("", ""),
        ("/", ""),
        ("   ", ""),
        ("tio-teman/", ""),
    ],
)
def test_unknown(typed: str, nearest: str) -> None:
    """What names no theme is answered with the nearest one to type, if there is any."""
    with pytest.raises(UnknownTheme) as caught:
        find_theme((TEN, WORKSHOPS), typed)
    assert caught.value.params == {"word": typed.strip(), "nearest": nearest}


@pytest.mark.parametrize(
    ("typed", "nearest"),
    [
        ("tema1", "tio-teman/tema1, workshoppar/tema1"),
        ("1", "tio-teman/tema1, workshoppar/tema1"),
        ("arbet", "tio-teman/tema1, arbete-som-lyckas"),
        ("som", "tema3, arbete-som-lyckas"),
    ],
)
def test_ambiguous(typed: str, nearest: str) -> None:
    """What fits several themes is not guessed: all of them are suggested."""
    with pytest.raises(UnknownTheme) as caught:
        find_theme((TEN, WORKSHOPS), typed)
    assert caught.value.params["nearest"] == nearest


@given(st.text(max_size=30))
def test_never_anything_else(typed: str) -> None:
    """Any text names a theme or none; what is suggested can be typed."""
    try:
        ref = find_theme((TEN, WORKSHOPS), typed)
    except UnknownTheme as error:
        nearest = str(error.params["nearest"])
        for suggestion in filter(None, nearest.split(", ")):
            ref = find_theme((TEN, WORKSHOPS), suggestion)
            assert theme_at((TEN, WORKSHOPS), ref).id == ref.theme
    else:
        assert theme_at((TEN, WORKSHOPS), ref).id == ref.theme


def test_theme_at() -> None:
    """A place gives its theme, and the script of it with its programme."""
    ref = ThemeRef(programme="workshoppar", theme="tema1")
    assert theme_at((TEN, WORKSHOPS), ref) is WORKSHOPS.themes[0]
    script = script_at((TEN, WORKSHOPS), ref)
    assert (script.theme, script.ref) == (WORKSHOPS.themes[0], ref)
    assert (script.programme.tags, script.programme.themes) == (WORKSHOPS.tags, ())


@pytest.mark.parametrize("ref", ["tio-teman/tema4", "borta/tema1"])
def test_gone(ref: str) -> None:
    """A theme that is no longer there is unknown."""
    name, _, id = ref.partition("/")
    with pytest.raises(UnknownTheme):
        theme_at((TEN, WORKSHOPS), ThemeRef(programme=name, theme=id))


def test_no_programmes() -> None:
    """Without programmes nothing is found and nothing suggested."""
    with pytest.raises(UnknownTheme):
        find_theme((), "tema1")
    with pytest.raises(UnknownTheme):
        script_at((), ThemeRef(programme="tio-teman", theme="tema1"))


FIRST = TEN.model_copy(update={"order": 1})
SECOND = WORKSHOPS.model_copy(update={"order": 2})


@pytest.mark.parametrize("programmes", [(FIRST, SECOND), (SECOND, FIRST)])
@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("1", "tio-teman/tema1"),
        ("01", "tio-teman/tema1"),
        ("tema1", "tio-teman/tema1"),
        ("Tema 1", "tio-teman/tema1"),
        ("theme 2", "tio-teman/tema2"),
        ("workshoppar/1", "workshoppar/tema1"),
        ("workshoppar/tema1", "workshoppar/tema1"),
        ("energi", "workshoppar/tema1"),
    ],
)
def test_numbers_belong_to_the_first_programme(
    programmes: tuple[Programme, ...], typed: str, expected: str
) -> None:
    """A bare number is the first programme's, however the programmes are given."""
    assert str(find_theme(programmes, typed)) == expected


def test_misspelled_numbers_belong_to_the_first_programme() -> None:
    """What was meant for the first programme is suggested from it alone."""
    third = programme("mer", "Mer", "More", theme("del1", 1, "Svaret", "The answer"), order=3)
    with pytest.raises(UnknownTheme) as caught:
        find_theme((FIRST, third), "tmea1")
    assert caught.value.params["nearest"] == "tema1"


@pytest.mark.parametrize(
    ("typed", "nearest"),
    [
        ("banan", ""),  # shares some letters with "innan"
        ("kaffe", ""),  # and with "träffen"
        ("sömn", ""),  # "som" is near, and near too many
        ("semester", ""),
        ("inann", "prat"),
        ("före och efetr", ""),
        ("sägs efetr", "prat"),
        ("träfen", "prat"),
        ("samtall", "samtal1"),
        ("tmea1", "tema1"),
    ],
)
def test_only_what_is_near_is_suggested(typed: str, nearest: str) -> None:
    """A word that merely shares letters with a title is not what was meant."""
    talks = programme(
        "prat",
        "Samtal",
        "Talks",
        theme("samtal1", 4, "Kort och gott", "Short"),
        theme("prat", 5, "Det som sägs innan och efter träffen", "Before and after"),
        order=3,
    )
    with pytest.raises(UnknownTheme) as caught:
        find_theme((FIRST, talks), typed)
    assert caught.value.params["nearest"] == nearest


def test_a_number_that_only_another_programme_has() -> None:
    """A number that the first programme does not have is looked for in the next one."""
    third = programme("mer", "Mer", "More", theme("tema42", 42, "Svaret", "The answer"), order=3)
    assert str(find_theme((FIRST, SECOND, third), "42")) == "mer/tema42"


def test_words_do_not_belong_to_the_first_programme() -> None:
    """What fits a title in several programmes is still not guessed."""
    again = programme("igen", "Igen", "Again", theme("a", 1, "Att hålla i", "Again"), order=9)
    with pytest.raises(UnknownTheme) as caught:
        find_theme((FIRST, again), "att hålla i")
    assert caught.value.params["nearest"] == "tema10, a"
