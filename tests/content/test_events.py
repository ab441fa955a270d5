"""The two YAML parsers see the same, or the quick one leaves the text to the other."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from ruamel.yaml.error import MarkedYAMLError

from bot.content import events as module
from bot.content.events import Kind, quick_events, strict_events
from bot.content.nodes import Place
from bot.content.problems import Notes
from bot.content.source import read_source
from bot.content.tree import build, read_tree

HERE = Path(__file__).parent
SHIPPED = sorted((HERE.parents[1] / "dialogues").rglob("*.yaml"))
FILES = [*SHIPPED, *sorted(HERE.rglob("*.yaml"))]
GOOD = (HERE / "sample" / "tema1.yaml").read_text(encoding="utf-8")

SIGNS = [
    *"""#'"|>[]{}@`\\:-, ?&*!%~ö👋""",
    *("\n", "\n\n", "\t", "\x85", "\u2028", "\ufeff", "\xa0", "  ", "\n  \n", "\n     \n"),
    *("- ", ": ", " #", "---\n", "...\n", "<<: ", "a: b", "\n# hej\n", ":a", "::", "- - "),
    *("|+", "|-", ">", "|2", "|#", "%YAML 1.1\n---\n", "? ", "!!str ", "&a ", "*a", "*a: "),
    *("{a: b, c}", "[a, {b: c}]", "{a:b}", "[a:b]", "[?a]", "{'a':b}", '"a":b'),
    *("'a\n  b'", '"a\\/b"', '"\\x07"', '"\\ud800"', "a\n b", "null"),
]
LINES = [
    *("a:", "a: b", "b: c d", "a : b", "a:b", "a: b: c", "a: -b", "? a", "text", "", "   "),
    *("-", "- a", "- a: b", "- - a", "- |", "- >", "- a # c", "- # c", "- []"),
    *("a: |", "c: |-", "c: |+", "c: >", "d: >-", "e: |2"),
    *("a: [b, c d]", "a: []", "a: [b,c]", "a: {b: c}", "a: {}", "a: [b] # c"),
    *("a: 'b'", 'a: "b" # c', "a: 'b", "a: b'", "å: ä", "👋: 👋👋", "a: 👋: b"),
    *("# a", "a: b # c", "a: b #c: d", "a: b# c", "a: # c", "  # x"),
]


def compare(text: str) -> bool:
    """Check that both parsers see the same; return whether the quick one saw the text."""
    quick = quick_events(text)
    if quick is None:
        return False
    ours, theirs = Notes("file"), Notes("file")
    assert build(quick, text, ours) == build(strict_events(text), text, theirs)
    assert ours.problems() == theirs.problems()
    return True


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}-{file.name}")
def test_every_file_is_seen_alike(file: Path) -> None:
    """The trees of shipped and of broken files are the same, each place included."""
    text = read_source(file, Notes("file"))
    seen = text is not None and compare(text)
    assert seen or file not in SHIPPED  # what comes with the bot is read the quick way


@given(st.lists(st.tuples(st.integers(0, len(GOOD)), st.sampled_from(SIGNS)), min_size=1))
@example([(0, "\ufeff")])
@example([(len(GOOD), "...\n"), (len(GOOD), "...\n"), (len(GOOD), "---\n")])
def test_pieces_put_in(places: list[tuple[int, str]]) -> None:
    """Signs that mean something, put in anywhere."""
    text = GOOD
    for place, piece in places:
        text = text[:place] + piece + text[place:]
    compare(text)


@given(st.integers(0, len(GOOD)), st.integers(0, 60))
def test_pieces_taken_out(start: int, length: int) -> None:
    """A piece of the file is lost."""
    compare(GOOD[:start] + GOOD[start + length :])


@given(st.lists(st.tuples(st.integers(0, 3), st.sampled_from(LINES)), min_size=1, max_size=7))
@example([(0, "a: |"), (1, "text"), (0, ""), (0, "# a")])
@example([(0, "a: |"), (2, "text"), (1, "# a"), (0, "b: c d")])
@example([(0, "a:"), (0, "- a"), (0, "b: c d")])
@example([(0, "a: b"), (1, "text")])
@example([(0, "a:"), (1, "- a: b"), (3, "b: c d"), (1, "- |"), (2, "text")])
@example([(0, "c: >"), (0, "     "), (3, "a: b")])
def test_lines_of_all_kinds(lines: list[tuple[int, str]]) -> None:
    """Small files of lines at any indent."""
    compare("\n".join("  " * indent + line for indent, line in lines))


@given(st.lists(st.sampled_from(SIGNS), max_size=9))
def test_signs_alone(signs: list[str]) -> None:
    """Nothing but signs that mean something."""
    compare("".join(signs))


@pytest.mark.parametrize(
    "text",
    [
        "a: b\na: c\n",
        "a: {b: {c: [d, [e, [f, [g, [h, [i, [j, [k]]]]]]]]}}\n",
        'a: "\\x07"\n',
        "? [a]\n: b\n",
        "ö👋: 'å' # ä\nb: [👋, {c: d}]\ne: |\n\n  👋\n\n   f\n\n# g\nh: >-\n  i\n  j\n\n  k\n",
    ],
)
def test_what_only_the_builder_refuses_is_seen_alike(text: str) -> None:
    """Good YAML that no dialogue may have, and columns after signs outside of ASCII."""
    assert compare(text)


@pytest.mark.parametrize(
    "text",
    [
        "a: b\n---\nc: d\n",  # marks between documents: the parsers disagree on several
        "a: b: c\n",  # a mistake
        'a: "\\ud800"\n',  # half a sign
        "a:\nb: c\n",  # a missing value: the parsers say different places
        "a: &b c\n",
        "k: a\n*en: A\n",  # an alias with a colon in its name, or a mistake
        "a: !!str b\n",
        "a: b\t# c\n",
        "a:\tb\n",
        "\ufeffa: b\n",
        "a: b\x85c: d\n",  # a line break in YAML 1.1 alone
        "%YAML 1.1\n---\na: b\n",
        "a: |# b\n  c\n",
        "c: >\n     \n      a\n",  # ruamel.yaml takes the spaces for a mistake
        "- a\n",
        "a\n",
        "",
    ],
)
def test_what_could_be_seen_differently_is_left(text: str) -> None:
    """Everything that the parsers do not agree on goes to the one whose mistakes have words."""
    assert quick_events(text) is None


@pytest.mark.parametrize(
    "text",
    ["k: a\n*en: A\n", "a:\tb\n", "a: b\x85c: d\n", "c: >\n     \n      a\n", "a: |#b\n  c\n"],
)
def test_the_parsers_do_differ(text: str) -> None:
    """Such texts are really seen differently: only one parser takes them, or with other pieces."""
    quick = [type(event).__name__ for event in yaml.parse(text, Loader=yaml.CBaseLoader)]
    pieces = [Kind(name) for name in quick if name in set(Kind)]
    strict: list[Kind] | None
    try:
        strict = [event.kind for event in strict_events(text)]
    except MarkedYAMLError:
        strict = None
    assert pieces != strict


def test_without_libyaml_files_are_read_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where PyYAML comes without its C part the other parser reads everything."""
    notes = Notes("file")
    tree = read_tree(GOOD, notes)
    monkeypatch.setattr(module, "HAS_LIBYAML", False)
    assert quick_events(GOOD) is None
    assert read_tree(GOOD, notes) == tree
    assert not notes


def test_places_are_counted_in_signs() -> None:
    """A column is the sign's number on its line, whatever bytes the signs before it take."""
    found = quick_events("å: 'ä👋'\nö: [👋, b]\n")
    assert found is not None
    places = {event.text: event.place for event in found if event.kind is Kind.TEXT}
    assert places == {
        "å": Place(1, 1),
        "ä👋": Place(1, 4),
        "ö": Place(2, 1),
        "👋": Place(2, 5),
        "b": Place(2, 8),
    }
