"""Every kind of mistake is found where it was made, and said so that it can be mended."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Self

import pytest
from pydantic import BaseModel, model_validator

from bot import locales
from bot.content import Loaded, Problem, content_error
from bot.content.nodes import Mapping
from bot.content.plain import plain_keys
from bot.content.problems import Notes
from bot.content.schema import check
from bot.content.source import LARGEST
from bot.content.tree import read_tree
from bot.domain.programme import Component
from bot.errors import ContentError
from bot.locales import LANGUAGES

ALL = "(?s).*"
BOMB_LINE_2 = "2:1 expected-languages, 2:8 reference, 2:12 reference, 2:16 reference"

CHECK_IN = "kind: check-in\n    minutes: 5\n"
FILM = "kind: film\n    minutes: 5\n    film:\n"
STRENGTHS = "keep_questions:\n" + "".join(
    f"  {component}: {{sv: Vad hjälper?, en: What helps?}}\n" for component in Component
)
INSTEAD = "      instead: {sv: Läs., en: Read.}\n"


def film(link: str) -> str:
    """Return the beginning of a step for a film with this link."""
    return f"{FILM}      link: {link}\n      minutes: 5\n{INSTEAD}"


# What to replace in the good theme, by what, and where which problems are then.
# What begins with (?s) is a regular expression.
EDITS: dict[str, tuple[str, str, str]] = {
    # keys
    "a misspelled key": ("minutes: 5", "minuts: 5", "15:5 unknown-key"),
    "a Swedish key": ("minutes: 5", "minuter: 5", "15:5 unknown-key"),
    "a key of another place": ("number: 1\n", "number: 1\nfärg: blå\n", "2:1 unknown-key"),
    "an id": ("number: 1\n", "number: 1\nid: tema1\n", "2:1 id-key"),
    "a missing key": ("    minutes: 5\n", "", "14:5 missing-key"),
    "a missing title": ("(?s)title:\n  sv: Ett.*?(?=aliases)", "", "1:1 missing-key"),
    "the same key twice": ("number: 1\n", "number: 1\nnumber: 2\n", "2:1 duplicate-key"),
    "a list as a key": ("number: 1\n", "number: 1\n? [a]\n: 1\n", "2:3 key-not-text"),
    # languages
    "no English": ("  en: A theme\n", "", "2:1 missing-translation"),
    "no Swedish": ("  sv: Ett tema\n", "", "2:1 missing-translation"),
    "a misspelled language": ("  en: A theme\n", "  eng: A theme\n", "4:3 unknown-key"),
    "a title without languages": (
        "title:\n  sv: Ett tema\n  en: A theme\n",
        "title: Ett tema\n",
        "2:8 expected-languages",
    ),
    # values
    "an empty text": ("sv: Ett tema", "sv:", "3:3 empty-text"),
    "a comment where a text should be": ("sv: Ett tema", "sv: # 1 tema", "3:3 empty-text"),
    "a list where a text should be": ("sv: Ett tema", "sv: [ett, tema]", "3:3 expected-text"),
    "a text where a question should be": (
        "(?s)  begriplighet:\n    text:.*?(?=free)",
        "  begriplighet: Är det tydligt?\n",
        "54:17 expected-keys",
    ),
    "a text where a list should be": ("[prov, test]", "prov", "5:10 expected-list"),
    "nothing where a list should be": (
        "(?s)steps:.*?(?=questions:)",
        "steps:\n",
        "13:1 expected-list",
    ),
    "a list with nothing in it": (
        "(?s)steps:.*?(?=questions:)",
        "steps: []\n",
        "13:1 too-few",
    ),
    "a word for a number": ("minutes: 5", "minutes: fem", "15:14 expected-number"),
    "half a minute": ("minutes: 5", "minutes: 4.5", "15:14 expected-number"),
    "no number": ("minutes: 5", "minutes:", "15:5 expected-number"),
    "no minutes at all": ("minutes: 5", "minutes: 0", "13:1 minutes-sum, 15:14 number-too-low"),
    "hours": ("minutes: 5", "minutes: 99", "13:1 minutes-sum, 15:14 number-too-high"),
    "a huge number": ("minutes: 5", f"minutes: {'9' * 5000}", "15:14 expected-number"),
    "a long title": ("Ett tema", "Ett tema " * 20, "3:7 too-long"),
    "a long end of the scale": ("sv: Dåligt", f"sv: {'då' * 31}", "49:11 too-long"),
    "many aliases": ("[prov, test]", f"[{', '.join(['ord'] * 13)}]", "5:1 too-many"),
    "an empty alias": ("[prov, test]", '[""]', "5:11 empty-text"),
    "an unknown kind": ("kind: gather", "kind: samling", "28:11 unknown-choice"),
    "a kind from nowhere": ("kind: gather", "kind: xyz", "28:11 unknown-choice"),
    "an unknown group": ("group: alone", "group: ensam", "21:12 unknown-choice"),
    # the keys of longer themes, of films and of help for the leader
    "a length in words": ("number: 1\n", "number: 1\nlength: en timme\n", "2:9 expected-number"),
    "a length of hours": (
        "number: 1\n",
        "number: 1\nlength: 300\n",
        "14:1 minutes-sum, 2:9 number-too-high",
    ),
    "a length that the steps do not have": (
        "number: 1\n",
        "number: 1\nlength: 60\n",
        "14:1 minutes-sum",
    ),
    "a phase without languages": (
        "number: 1\n",
        "number: 1\nphase: Start\n",
        "2:8 expected-languages",
    ),
    "many hints": (
        "number: 1\n",
        f"number: 1\nstuck: [{', '.join(['{sv: Hej, en: Hi}'] * 7)}]\n",
        "2:1 too-many",
    ),
    "a long hint": (
        "number: 1\n",
        f"number: 1\nstuck:\n  - sv: {'ord ' * 101}\n    en: Word\n",
        "3:9 too-long",
    ),
    "a checklist of words": (
        "number: 1\n",
        "number: 1\nchecklist: [a]\n",
        "2:13 expected-languages",
    ),
    "a film in another step": (
        "    text:\n      sv: Hej.",
        f"    film:\n      minutes: 1\n{INSTEAD}    text:\n      sv: Hej.",
        "16:5 film-elsewhere",
    ),
    "a film that is too long": (
        CHECK_IN,
        f"{FILM}      minutes: 9\n{INSTEAD}",
        "17:16 film-too-long",
    ),
    "a film with nothing to read instead": (
        CHECK_IN,
        f"{FILM}      minutes: 5\n",
        "16:5 missing-key",
    ),
    "a link to a file": (CHECK_IN, film("file:///film.mp4"), "17:13 bad-link"),
    "a link without a host": (CHECK_IN, film("https:///film"), "17:13 bad-link"),
    "a link with a password": (CHECK_IN, film("https://namn:ord@example.org/"), "17:13 bad-link"),
    "a link of two words": (CHECK_IN, film("https://example.org/min film"), "17:13 bad-link"),
    "a long link": (CHECK_IN, film(f"https://example.org/{'a' * 500}"), "17:13 too-long"),
    "an alias that is a number": ("[prov, test]", "[prov, Tema 3]", "5:17 number-alias"),
    "some texts easy to read": (
        "  en: A theme\n",
        "  en: A theme\n  lattlast: Ett tema\n",
        (
            "7:1 missing-translation, 17:5 missing-translation, 23:5 missing-translation,"
            " 26:5 missing-translation, 31:5 missing-translation, 36:5 missing-translation,"
            " 39:5 missing-translation, 42:5 missing-translation, 46:5 missing-translation,"
            " 49:5 missing-translation, 52:5 missing-translation, 56:5 missing-translation,"
            " 59:5 missing-translation, 62:5 missing-translation, 65:1 missing-translation,"
            " 69:3 missing-translation, 72:3 missing-translation, 75:3 missing-translation"
        ),
    ),
    "questions that nobody can answer": (
        "(?s)number: 1\n(.*)kind: answer",
        r"number: 1\nlength: 30\n\1kind: reflect",
        (
            "14:1 minutes-sum, 34:1 question-without-step, 65:1 question-without-step,"
            " 68:1 question-without-step"
        ),
    ),
    "strengths that nobody can answer": (
        "(?s)number: 1\n(.*)minutes: 5\n(.*)kind: answer(.*?)questions:.*",
        f"number: 1\nlength: 20\n\\1minutes: 10\n\\2kind: reflect\\3{STRENGTHS}",
        "34:1 question-without-step",
    ),
    "a survey that nobody can answer": (
        "(?s)number: 1\n(.*)kind: answer",
        r"number: 1\nrolling: quarter\nlength: 30\n\1kind: reflect",
        (
            "2:1 rolling-without-step, 15:1 minutes-sum, 35:1 question-without-step,"
            " 66:1 question-without-step, 69:1 question-without-step"
        ),
    ),
    "a survey of another period": (
        "number: 1\n",
        "number: 1\nrolling: quarters\n",
        "2:10 unknown-choice",
    ),
    "no free question": ("(?s)free_question:.*?(?=next)", "", "1:1 missing-key"),
    "strengths and no more": (
        "(?s)free_question:.*",
        STRENGTHS,
        "1:1 missing-key, 1:1 missing-key",
    ),
    "no questions": ("(?s)questions:.*?(?=free)", "", "1:1 missing-key"),
    "a kind of file from nowhere": (
        "number: 1\n",
        "number: 1\nkind: blogg\n",
        "2:7 unknown-file-kind",
    ),
    "a misspelled deck": (
        ALL,
        "kind: card\nnumber: 1\n",
        "1:7 unknown-file-kind" + ", 1:1 missing-key" * 4,
    ),
    "a deck": (
        ALL,
        (
            "kind: cards\nnumber: 1\ntitle: {sv: Kort, en: Cards}\nwhy: {sv: Kort., en: Cards.}\n"
            "component: mod\ncards: []\n"
        ),
        "5:12 unknown-component, 6:1 too-few",
    ),
    "a mirror": (
        ALL,
        (
            "kind: mirror\nnumber: 1\ntitle: {sv: Spegel, en: Mirror}\nwhy: {sv: Jag., en: I.}\n"
            "questions:\n  - text: {sv: Hur?, en: How?}\n    low: {sv: Lite, en: Little}\n"
        ),
        "1:1 missing-key, 5:1 too-few, 6:5 missing-key",
    ),
    "a title too long for a chat": (
        "sv: Ett tema",
        f"sv: {'lång ' * 30}",
        "3:7 too-long-for-platform",
    ),
    # the whole
    "too long together": ("minutes: 5", "minutes: 7", "13:1 minutes-sum"),
    "too short together": ("minutes: 5", "minutes: 4", "13:1 minutes-sum"),
    "nowhere to answer": ("kind: answer", "kind: reflect", "13:1 no-answer-step"),
    "two places to answer": ("kind: gather", "kind: answer", "28:11 many-answer-steps"),
    "a missing component": (
        "(?s)  hanterbarhet:\n    text:.*?(?=  begriplighet)",
        "",
        "33:1 missing-component",
    ),
    "strengths that are left out": (
        "next_questions:\n",
        f"{STRENGTHS[: STRENGTHS.index('  hanter')]}next_questions:\n",
        "67:1 missing-component, 67:1 missing-component",
    ),
    "a misspelled component": (
        "  begriplighet:\n    text:",
        "  begriplihet:\n    text:",
        "54:3 unknown-component",
    ),
    "a component from nowhere": (
        "  begriplighet:\n    text:",
        "  glass:\n    text:",
        "33:1 missing-component, 54:3 unknown-component",
    ),
    "several mistakes at once": (
        "(?s)  sv: Ett tema\n(.*)kind: gather(.*)  sv: Vad hjälper",
        r"\1kind: samla\2  se: Vad hjälper",
        "2:1 missing-translation, 27:11 unknown-choice, 63:1 missing-translation, 64:3 unknown-key",
    ),
    # signs and indentation
    "a tab": ("    minutes: 5", "\tminutes: 5", "15:1 tab"),
    "a tab after a colon": ("minutes: 5", "minutes:\t5", "15:13 tab"),
    "a colon in a text": ("sv: Ett tema", "sv: Ett: tema", "3:10 colon"),
    "a line too far in": ("    minutes: 5", "      minutes: 5", "15:14 colon"),
    "a line too far out": ("  en: A theme", " en: A theme", "4:2 indent"),
    "a first line too far in": ("number: 1", "  number: 1", "2:1 indent"),
    "a missing dash": (
        "  - kind: gather\n",
        "    kind: gather\n",
        "28:5 duplicate-key, 29:5 duplicate-key, 30:5 duplicate-key, 13:1 minutes-sum",
    ),
    "a dash after a key": ("[prov, test]", "- prov", "5:10 dash"),
    "a missing colon": ("minutes: 5", "minutes 5", "15:5 no-colon"),
    "a missing space": ("minutes: 5", "minutes:5", "15:5 no-colon"),
    "words after a quotation": ("sv: Ett tema", 'sv: "Ett" tema', "3:13 after-quote"),
    "an open quotation": ("sv: Ett tema", 'sv: "Ett tema', "3:7 open-quote"),
    "a backslash in a quotation": ("sv: Ett tema", r'sv: "Ett \q"', "3:13 escape"),
    "a text on the line of the bar": ("  sv: |\n    Första", "  sv: | Första", "7:9 bar"),
    "an open bracket": ("[prov, test]", "[prov, test", "5:10 bracket"),
    "an at sign first": ("sv: Ett tema", "sv: @alla", "3:7 sign"),
    "stars for emphasis": ("sv: Ett tema", "sv: *Ett* tema", "3:7 reference"),
    "an ampersand first": ("sv: Ett tema", "sv: &Ett tema", "3:7 reference"),
    "an exclamation mark first": ("sv: Ett tema", "sv: !Ett tema", "3:7 reference"),
    "an invisible sign": ("Ett tema", "Ett\x07 tema", "3:10 unreadable-sign"),
    "an invisible sign as an escape": (
        "sv: Ett tema",
        r'sv: "Ett \x07 tema"',
        "3:7 unreadable-sign",
    ),
    "another document": (
        "questions:\n",
        "---\nquestions:\n",
        "33:1 many-documents",
    ),
    # the file
    "an empty file": (ALL, "", "1:1 empty-file"),
    "a file of comments": (ALL, "# snart\n", "1:1 empty-file"),
    "a list in the file": (ALL, "- ett\n- två\n", "1:1 no-keys"),
    "a letter in the file": (ALL, "Hej och välkommen", "1:1 no-keys"),
    "a large file": (ALL, "#" * (LARGEST + 1), "1:1 file-too-large"),
    "a deep file": (ALL, f"number: {'[' * 5000}", "1:18 too-deep"),
    "a bomb": (
        ALL,
        "number: &a [x, x]\ntitle: &b [*a, *a]\n",
        f"1:1 expected-number, 1:9 reference, {'1:1 missing-key, ' * 5}{BOMB_LINE_2}",
    ),
}


def edited(text: str, name: str) -> str:
    """Return the good theme with the mistake of this name."""
    old, new, _ = EDITS[name]
    if old.startswith("(?s)"):
        result, count = re.subn(old, new, text, count=1)
    else:
        result, count = text.replace(old, new, 1), text.count(old)
    assert count, f"the good theme has no {old!r}"
    return result


def in_theme(loaded: Loaded) -> list[Problem]:
    """Return the problems of the theme's file."""
    return [problem for problem in loaded.problems if problem.file == "prov/tema1.yaml"]


@pytest.mark.parametrize("name", EDITS)
def test_place(name: str, good_theme: str, load_theme: Callable[[str], Loaded]) -> None:
    """Each mistake is found at its line and column, and only what is wrong is found."""
    loaded = load_theme(edited(good_theme, name))
    found = [f"{p.line}:{p.column} {p.code}" for p in in_theme(loaded)]
    assert sorted(found) == sorted(EDITS[name][2].split(", "))
    assert loaded.programmes == ()


def test_order(good_theme: str, load_theme: Callable[[str], Loaded]) -> None:
    """Problems come in the order of the file, so that one can mend from top to bottom."""
    problems = in_theme(load_theme(edited(good_theme, "several mistakes at once")))
    assert [p.line for p in problems] == sorted(p.line for p in problems)


def test_error_lists_everything(good_theme: str, load_theme: Callable[[str], Loaded]) -> None:
    """The error for the command line holds each message in full."""
    problems = in_theme(load_theme(edited(good_theme, "several mistakes at once")))
    error = content_error(problems, "sv")
    assert isinstance(error, ContentError)
    assert all(problem.text("sv") in str(error) for problem in problems)


def test_every_wording_has_a_remedy() -> None:
    """Both languages have the same messages, and each of them comes with a remedy."""
    folder = Path(locales.__file__).parent
    ids = {
        language: set(
            re.findall(
                r"^(content-[a-z0-9-]+) =",
                (folder / f"content.{language}.ftl").read_text("utf-8"),
                re.MULTILINE,
            )
        )
        for language in LANGUAGES
    }
    assert ids["sv"] == ids["en"]
    codes = {id for id in ids["sv"] if not id.endswith("-remedy")} - {"content-problem"}
    assert {f"{id}-remedy" for id in codes} == ids["sv"] - codes - {"content-problem"}


class Odd(BaseModel):
    """A model that refuses something which nobody has found words for."""

    number: int

    @model_validator(mode="after")
    def _never(self) -> Self:
        raise ValueError("even more")


def test_nothing_is_refused_in_silence() -> None:
    """What only the models refuse is told as well, though in their words."""
    notes = Notes("file")
    root = read_tree("number: 1", notes)
    assert isinstance(root, Mapping)
    assert check(Odd, plain_keys(root), root, notes) is None
    assert [problem.code for problem in notes.problems()] == ["invalid"]
