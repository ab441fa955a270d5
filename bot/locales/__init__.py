"""The words shown to people, per language, in Fluent files.

`sv.ftl` and `en.ftl` hold what is said in the chat; `<part>.sv.ftl` and `<part>.en.ftl` hold the
words of one part of the bot. A language is all of its files together.

An organisation can have words of its own in place of some (`adopt`; `bot.locales.vocabulary` says
which). They hold for the whole process, since they are what the Fluent files are: the words that
the bot has, read once when it starts and the same for everybody. So nobody who says something has
to be handed them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib.resources import files
from sys import maxsize
from threading import Lock
from typing import cast

from fluent.runtime import FluentBundle, FluentResource, resolver

# Fluent refuses parameters of 2,500 characters, against strangers' messages. Ours are our own
# files, and a list of three hundred teams is no attack: what is too long is cut where it is drawn.
resolver.MAX_PART_LENGTH = maxsize

LANGUAGES = ("sv", "en")
"""The languages there are; the first one is the default."""

EASY = "lattlast"
"""Easy Swedish: dialogues may have texts in it, while the bot's own words are the Swedish ones."""

Replacements = Mapping[str, Mapping[str, str]]
"""For a language, the ids of messages and terms (`-name`) with the Fluent patterns they get."""

_adopted: dict[str, Mapping[str, str]] = {}
_known: dict[str, Words] = {}
_reading = Lock()


class Words:
    """The words of one language: call it with a message's id and parameters."""

    def __init__(self, language: str, replacements: Replacements | None = None) -> None:
        """Read the language's files. Raises FileNotFoundError for a language without any.

        `language` is what texts of dialogues are asked for in.
        """
        self.language = language
        language = LANGUAGES[0] if language == EASY else language
        # Isolation marks round parameters are invisible but end up in copied text and tests.
        self._bundle = FluentBundle([language], use_isolating=False)
        for source in sources(language):
            self._bundle.add_resource(FluentResource(source))
        instead = (replacements or {}).get(language, {})
        source = "".join(f"{id} = {pattern}\n" for id, pattern in instead.items())
        self._bundle.add_resource(FluentResource(source), allow_overrides=True)

    def __call__(self, id: str, **params: str | int) -> str:
        """Return the message. Raises KeyError for an unknown id or a missing parameter."""
        pattern = self._bundle.get_message(id).value
        if pattern is None:
            raise KeyError(id)
        text, errors = self._bundle.format_pattern(pattern, params)
        if errors:
            raise KeyError(f"{id}: {errors[0]}")
        return cast(str, text)


def sources(language: str) -> list[str]:
    """Return the texts of the language's files, by name. Raises FileNotFoundError for none."""
    ending = f".{language}.ftl"
    found = sorted(
        (file for file in files(__name__).iterdir() if f".{file.name}".endswith(ending)),
        key=lambda file: file.name,
    )
    if not found:
        raise FileNotFoundError(f"no words in the language {language}")
    return [file.read_text(encoding="utf-8") for file in found]


def words(language: str) -> Words:
    """Return the words of the language, Swedish for one there is not."""
    key = language if language in (*LANGUAGES, EASY) else LANGUAGES[0]
    if key not in _known:
        # Reading takes a tenth of a second: of all who ask at once, one reads and the others wait.
        with _reading:
            if key not in _known:
                _known[key] = Words(str(key), _adopted)
    return _known[key]


def adopt(replacements: Replacements) -> None:
    """Speak with these words from now on, in place of those adopted before.

    To be called once, when a process starts; a `Words` that somebody holds already stays as it is.
    """
    if replacements != _adopted:
        _adopted.clear()
        _adopted.update(replacements)
        _known.clear()


@contextmanager
def restored() -> Iterator[None]:
    """Speak with the present words again when what is inside is over: for tests."""
    before = dict(_adopted)
    try:
        yield
    finally:
        adopt(before)
