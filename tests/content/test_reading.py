"""How a file's text is read: encodings, line ends, paragraphs, words that YAML knows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.content import Loaded, load
from bot.domain.programme import Language
from bot.slack.render.rich import paragraphs

LoadBytes = Callable[[bytes], Loaded]
LoadText = Callable[[str], Loaded]


@pytest.mark.parametrize("encoding", ["latin-1", "utf-16"])
def test_other_encodings(encoding: str, good_theme: str, load_theme: LoadBytes) -> None:
    """A file in another encoding is refused with the remedy to save it as UTF-8."""
    problem = load_theme(good_theme.encode(encoding)).problems[0]
    assert problem.code == "not-utf8"
    assert "UTF-8" in problem.remedy("sv")


def test_place_of_a_wrong_letter(good_theme: str, load_theme: LoadBytes) -> None:
    """The first letter that is not UTF-8 is pointed out: the ö of "Första"."""
    problem = load_theme(good_theme.encode("latin-1")).problems[0]
    assert (problem.line, problem.column) == (8, 6)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_harmless_differences(
    encoding: str, line_end: str, good_theme: str, load_theme: LoadBytes
) -> None:
    """Line ends of any system and a byte order mark change nothing."""
    loaded = load_theme(good_theme.replace("\n", line_end).encode(encoding))
    assert loaded.problems == ()
    assert loaded.programmes == load_theme(good_theme.encode()).programmes


def test_byte_order_mark_takes_no_column(good_theme: str, load_theme: LoadBytes) -> None:
    """The mark is invisible, so the first sign of the file is still in column 1."""
    problem = load_theme(good_theme.replace("number", "nummer", 1).encode("utf-8-sig")).problems[0]
    assert (problem.code, problem.line, problem.column) == ("unknown-key", 1, 1)


@pytest.mark.parametrize("title", ["Hej 👋🏽 på er", "ja", "2025", "07:30", "null", "مرحبا"])
def test_every_word_is_a_text(title: str, good_theme: str, load_theme: LoadText) -> None:
    """Every sign of every language is welcome, and words that YAML knows need no quotes."""
    loaded = load_theme(good_theme.replace("sv: Ett tema", f"sv: {title}"))
    assert loaded.programmes[0].themes[0].title.sv == title


@pytest.mark.parametrize(
    ("old", "new", "text"),
    [
        ("", "", "Första raden och resten av stycket.\n\nAndra stycket."),
        ("sv: |", "sv: >", "Första raden och resten av stycket.\n\nAndra stycket."),
        ("och resten", "- och resten", "Första raden\n- och resten av stycket.\n\nAndra stycket."),
        ("    Första", "\n\n    Första", "Första raden och resten av stycket.\n\nAndra stycket."),
    ],
    ids=["as it is", "folded by YAML", "a list", "empty lines first"],
)
def test_paragraphs(old: str, new: str, text: str, good_theme: str, load_theme: LoadText) -> None:
    """Lines of a paragraph are joined, and an empty line or a dash begins a new one."""
    loaded = load_theme(good_theme.replace(old, new, 1))
    assert loaded.programmes[0].themes[0].why.sv == text


EASY_LINES = ("Vi ses.", "Vi pratar.", "", "Sedan svarar vi:", "- först du", "- sedan jag.")


@pytest.mark.parametrize(
    ("style", "said"),
    [
        ("|", "Vi ses.\nVi pratar.\n\nSedan svarar vi:\n- först du\n- sedan jag."),
        (">", "Vi ses. Vi pratar.\n\nSedan svarar vi: - först du - sedan jag."),
    ],
)
def test_lines_of_easy_swedish(style: str, said: str, dialogues: Path) -> None:
    """Easy Swedish has one thought to a line, and keeps its lines; others flow as before."""
    file = dialogues / "prov" / "kort.yaml"
    lines = "\n    ".join(EASY_LINES)
    why = "".join(f"  {each}: {style}\n    {lines}\n" for each in Language)
    title = "title: {sv: Kort, en: Cards, lattlast: Kort}"
    card = "cards:\n  - question: {sv: Vad?, en: What?, lattlast: Vad?}"
    text = f"kind: cards\nnumber: 1\n{title}\nwhy:\n{why}component: begriplighet\n{card}\n"
    file.write_text(text, encoding="utf-8")
    loaded = load(dialogues)
    assert loaded.problems == ()
    (deck,) = loaded.programmes[0].decks
    assert deck.why.lattlast == said
    flowing = said if style == ">" else said.replace("ses.\nVi", "ses. Vi")
    assert (deck.why.sv, deck.why.en) == (flowing, flowing)


def test_lines_of_easy_swedish_in_the_chat(shipped: Loaded) -> None:
    """What is shown in Slack has the lines that stand in the file."""
    theme = next(theme for theme in shipped.programmes[0].themes if theme.id.endswith("tema3"))
    said = theme.steps[0].text.get(Language.LATTLAST)
    assert "sitter närmast.\nBerätta om" in said
    (paragraph,) = paragraphs(said)
    assert "".join(part["text"] for part in paragraph["elements"]) == said


def test_names_come_from_files(dialogues: Path) -> None:
    """The folder's name is the programme's id and the file's name the theme's."""
    (dialogues / "prov" / "tema1.yaml").rename(dialogues / "prov" / "forsta-gangen.yaml")
    (dialogues / "prov").rename(dialogues / "vart-program")
    (programme,) = load(dialogues).programmes
    assert programme.id == "vart-program"
    assert [theme.id for theme in programme.themes] == ["forsta-gangen"]


def test_themes_are_ordered_by_number(dialogues: Path, good_theme: str) -> None:
    """Themes come in the order of their numbers, not of their files' names."""
    for name, number in (("a", 10), ("z", 2)):
        text = good_theme.replace("number: 1", f"number: {number}")
        (dialogues / "prov" / f"{name}.yaml").write_text(text, encoding="utf-8")
    (programme,) = load(dialogues).programmes
    assert [theme.id for theme in programme.themes] == ["tema1", "z", "a"]


def test_a_list_for_languages(good_theme: str, load_theme: LoadText) -> None:
    """A list where the two languages belong is answered with how to write them."""
    loaded = load_theme(good_theme.replace("  sv: Ett tema\n  en: A theme", "  - Ett tema"))
    assert [p.code for p in loaded.problems if p.file.endswith("tema1.yaml")] == [
        "expected-languages"
    ]
