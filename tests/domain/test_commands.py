"""The grammar of `/apt …`."""

from __future__ import annotations

import string
import unicodedata
from collections.abc import Iterator

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.domain.commands import Command, CommandKind, minutes, parse, words_of
from bot.domain.programme import Language
from bot.domain.session import EXTEND_MINUTES
from bot.errors import BadMinutes, UnknownCommand

LETTERS = string.ascii_lowercase + "åäö"
NAMED: list[CommandKind] = [kind for kind in CommandKind if kind is not CommandKind.MENU]
CANONICAL: dict[CommandKind, str] = {kind: words_of(kind)[Language.SV][0] for kind in NAMED}
ALIASES = sorted(
    {(word, kind) for kind in NAMED for words in words_of(kind).values() for word in words}
)

REQUIRED = {
    CommandKind.HELP: "hjälp help ?",
    CommandKind.THEMES: "teman themes",
    CommandKind.SHOW: "visa show preview",
    CommandKind.START: "start starta börja begin",
    CommandKind.STATUS: "status",
    CommandKind.NEXT: "nästa next vidare",
    CommandKind.PAUSE: "paus pausa pause",
    CommandKind.RESUME: "fortsätt resume continue",
    CommandKind.EXTEND: "förläng extend",
    CommandKind.STOP: "stopp stop avsluta",
    CommandKind.CANCEL: "avbryt cancel",
    CommandKind.TEAM: "lag team arbetslag",
    CommandKind.LOG: "logg anpassningslogg log",
}


def one_slip(word: str) -> Iterator[str]:
    """Yield every word that is one letter more, less, other or swapped away."""
    for i in range(len(word) + 1):
        yield from (word[:i] + letter + word[i:] for letter in LETTERS)
    for i in range(len(word)):
        yield word[:i] + word[i + 1 :]
        yield from (word[:i] + letter + word[i + 1 :] for letter in LETTERS)
        yield word[:i] + word[i + 1 : i + 2] + word[i] + word[i + 2 :]


def understood(text: str) -> str:
    """Return the canonical word that a text means, or that is suggested for it."""
    try:
        return CANONICAL[parse(text).kind]
    except UnknownCommand as unknown:
        return str(unknown.params["nearest"])


def minutes_or_none(text: str) -> int | None:
    """Return the minutes that a text means, or none when it is refused."""
    try:
        return minutes(text)
    except BadMinutes:
        return None


@pytest.mark.parametrize("text", ["", "   ", "\t\n", "\u200b", "\u00a0", "...", "!"])
def test_nothing_is_the_menu(text: str) -> None:
    """The bare command, and text without a letter, shows the menu."""
    assert parse(text) == Command(CommandKind.MENU)


@pytest.mark.parametrize(("kind", "words"), REQUIRED.items(), ids=str)
def test_promised_words(kind: CommandKind, words: str) -> None:
    """Every word that the help and the documentation promise is understood."""
    assert [parse(word).kind for word in words.split()] == [kind] * len(words.split())


@pytest.mark.parametrize(("word", "kind"), ALIASES)
def test_aliases(word: str, kind: CommandKind) -> None:
    """Every word of the table is understood, however it is written on a phone."""
    folded = word.translate(str.maketrans("åäö", "aao"))
    spellings = [
        word,
        word.upper(),
        word.capitalize(),
        folded,
        unicodedata.normalize("NFD", word),
        f"  {word}  ",
        f"{word}!",
        f"\u200b*{word}*",
        "\u00ad".join(word),
        f"”{word}”.",
        f"- {word}",
    ]
    assert [parse(text) for text in spellings] == [Command(kind)] * len(spellings)


def test_no_word_means_two_things() -> None:
    """A word belongs to one command only."""
    words = [word for word, _ in ALIASES]
    assert len(words) == len(set(words))


ALIKE = {"lag", "logg", "plan"}
"""Words so alike that what is one slip from the one may be the other, or as near to both."""


@pytest.mark.parametrize("kind", NAMED, ids=str)
def test_one_slip_suggests_the_word(kind: CommandKind) -> None:
    """One slip in a canonical word means the same command or has the word suggested."""
    word = CANONICAL[kind]
    meant = ALIKE if word in ALIKE else {word}
    assert {text for text in one_slip(word) if understood(text) not in meant} == set()


@pytest.mark.parametrize(
    ("text", "nearest"),
    [
        ("foerlaeng 5", "förläng"),
        ("sluta", "stopp"),
        ("resum", "fortsätt"),
        ("kaffe", ""),
        ("12345", ""),
        ("日本", ""),
    ],
)
def test_suggestions(text: str, nearest: str) -> None:
    """A word that is like an alias has the canonical word suggested; one like none, nothing."""
    with pytest.raises(UnknownCommand) as caught:
        parse(text)
    assert caught.value.params["nearest"] == nearest


def test_unknown_word_is_said_back_as_typed() -> None:
    """The error names the word as it was typed, and a very long one in part."""
    with pytest.raises(UnknownCommand) as caught:
        parse("Kaffe nu")
    assert caught.value.params["word"] == "Kaffe"
    with pytest.raises(UnknownCommand) as caught:
        parse("k" * 5000)
    assert caught.value.params["word"] == "k" * 40


@pytest.mark.parametrize(
    ("text", "argument"),
    [
        ("start tema3", "tema3"),
        ("START  Tema3.", "Tema3"),
        ("start salut/tema3", "salut/tema3"),
        ("visa  ”Hur   mår vi?”", "Hur   mår vi?"),
        ("förläng -5", "-5"),
        ("start o\u0308ppet", "öppet"),
    ],
)
def test_arguments(text: str, argument: str) -> None:
    """The argument is what follows the word, composed, without quotes and stray signs."""
    assert parse(text).argument == " ".join(argument.split())


@given(st.text())
@example("\ud800")
@example("?\u0300")
def test_any_text(text: str) -> None:
    """Any text is a command or an unknown word; an argument survives being typed again."""
    try:
        command = parse(text)
    except UnknownCommand:
        assert understood(text) in {"", *CANONICAL.values()}
        return
    if command.kind is not CommandKind.MENU:
        assert parse(f"{CANONICAL[command.kind]} {command.argument}") == command


@given(st.sampled_from(ALIASES), st.text())
def test_the_rest_is_the_argument(alias: tuple[str, CommandKind], rest: str) -> None:
    """Whatever follows a word of the table, the command is the same."""
    word, kind = alias
    assert parse(f"{word} {rest}").kind is kind


def test_words_of_the_menu() -> None:
    """The bare menu has no word, in any language."""
    assert all(words == () for words in words_of(CommandKind.MENU).values())


def test_words_in_every_language() -> None:
    """Every other command has a word in every language."""
    assert all(words_of(kind)[language] for kind in NAMED for language in Language)


@pytest.mark.parametrize(
    "text",
    [
        "5",
        "5 min",
        "5min",
        "5m",
        "5 m",
        "5 minuter",
        "5 minutes",
        "+5",
        " 5. ",
        "\uff15",
        "5\u00a0min",
        "fem",
        "Fem",
        "fem min",
        "fem minuter!",
        "five minutes",
        "FIVE",
    ],
)
def test_five_minutes(text: str) -> None:
    """Five minutes can be written in many ways."""
    assert minutes(text) == 5


@pytest.mark.parametrize(
    ("text", "expected"),
    [("en minut", 1), ("två", 2), ("tva", 2), ("åtta", 8), ("en kvart", 15), ("trettio", 30)],
)
def test_minutes_in_words(text: str, expected: int) -> None:
    """Numbers in words are read, also without marks."""
    assert minutes(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "0",
        "-5",
        "31",
        "1000",
        "5.5",
        "5 10",
        "½",
        "min",
        "m",
        "många",
        "5 timmar",
        "9" * 99,
    ],
)
def test_bad_minutes(text: str) -> None:
    """What is no number, or out of the range, is refused with the range."""
    with pytest.raises(BadMinutes) as caught:
        minutes(text)
    assert caught.value.params == {"low": 1, "high": 30}


@given(st.integers(-1000, 1000))
def test_minutes_range(number: int) -> None:
    """A number is minutes if it is in the range, and refused otherwise."""
    assert minutes_or_none(str(number)) == (number if number in EXTEND_MINUTES else None)


@given(st.text())
def test_minutes_of_any_text(text: str) -> None:
    """Any text is a number of minutes in the range or refused."""
    meant = minutes_or_none(text)
    assert meant is None or meant in EXTEND_MINUTES
