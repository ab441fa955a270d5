"""An organisation's own words: the file `ord.yaml`, from its bytes to what is said instead."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from bot.content.limits import signs
from bot.content.nearest import nearest
from bot.content.nodes import Mapping, Node, Scalar
from bot.content.plain import flowing
from bot.content.problems import Notes, Problem, report
from bot.content.source import read_source
from bot.content.tree import read_tree
from bot.domain.texts import seen
from bot.errors import ContentError
from bot.locales import LANGUAGES, Replacements, words
from bot.locales import vocabulary as known
from bot.locales.text_limits import text_limit

FILE = "ord.yaml"
"""The name of the file in the directory of the setting APTBOT_CONFIG."""

SENTENCES = "meningar"
"""The key under which whole sentences are replaced, by their ids."""


class VocabularyError(ContentError):
    """The file of an organisation's own words has mistakes; the text lists all of them."""


@dataclass(frozen=True)
class Vocabulary:
    """What the file says, and what is wrong with it; with problems it says nothing."""

    replacements: Replacements = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def load_vocabulary(directory: Path, language: str) -> Replacements:
    """Return what to say instead, nothing without a file. Raises VocabularyError."""
    found = read_vocabulary(directory)
    if found.problems:
        heading = words(language)("words-mistakes")
        raise VocabularyError(f"{heading}\n\n{report(found.problems, language)}")
    return found.replacements


def read_vocabulary(directory: Path) -> Vocabulary:
    """Return what the directory's file says. Never raises: what can't be read is a problem."""
    path = directory / FILE
    if not _is_there(path):
        return Vocabulary()
    notes = Notes(str(path))
    root = _root(path, notes)
    patterns: dict[str, dict[str, str]] = {language: {} for language in LANGUAGES}
    if root is not None:
        _Reader(notes, patterns).read(root)
    return Vocabulary({}, notes.problems()) if notes else Vocabulary(patterns)


def _is_there(path: Path) -> bool:
    """Whether something stands there; what can't be looked at does, and reading it tells why."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True
    return True


def _root(path: Path, notes: Notes) -> Mapping | None:
    """Return the keys of the file; a file in which all is a comment has none."""
    source = read_source(path, notes)
    root = None if source is None else read_tree(source, notes)
    if root is None or isinstance(root, Mapping):
        return root
    if not isinstance(root, Scalar) or root.text:
        notes.add("words-no-keys", root.place)
    return None


class _Reader:
    """Reads the words and the sentences of one file."""

    def __init__(self, notes: Notes, patterns: dict[str, dict[str, str]]) -> None:
        self._notes = notes
        self._patterns = patterns

    def read(self, root: Mapping) -> None:
        """Read everything."""
        allowed = (*known.VOCABULARY, SENTENCES)
        for key, value in root.entries:
            if key.text == SENTENCES:
                self._sentences(value)
            elif key.text in known.VOCABULARY:
                self._word(key.text, value)
            else:
                self._unknown("words-unknown", key, allowed)

    def _word(self, name: str, value: Node) -> None:
        for language, said in self._languages(name, value):
            text = " ".join(flowing(said).split())
            if self._fits(f"{name}: {language}", text, known.WORD_LENGTH, said):
                for id in known.VOCABULARY[name]:
                    self._patterns[language].setdefault(id, known.word(id, text))

    def _sentences(self, value: Node) -> None:
        if not isinstance(value, Mapping):
            if not isinstance(value, Scalar) or value.text:
                self._notes.add("words-no-sentences", value.place)
            return
        for key, texts in value.entries:
            if key.text not in known.messages(LANGUAGES[0]):
                self._unknown("words-unknown-sentence", key, known.messages(LANGUAGES[0]))
            elif known.is_locked(key.text):
                self._notes.add("words-locked", key.place, key=key.text)
            else:
                self._sentence(key, texts)

    def _sentence(self, key: Scalar, texts: Node) -> None:
        id = key.text
        for language, said in self._languages(id, texts):
            message = known.messages(language)[id]
            text, name = flowing(said), f"{id}: {language}"
            if message.has_forms:
                self._notes.add("words-forms", key.place, key=id)
                continue
            filled = self._is_filled(name, text, message.parameters, said)
            most = min(text_limit(id), known.SENTENCE_LENGTH)
            if self._fits(name, text, most, said) and filled:
                # A sentence goes before a word that stands there alone.
                self._patterns[language][id] = known.sentence(text, message.parameters)

    def _languages(self, name: str, value: Node) -> list[tuple[str, Scalar]]:
        """Return the texts in each language that has one."""
        if not isinstance(value, Mapping) or not value.entries:
            self._notes.add("words-languages", value.place, key=name)
            return []
        found: list[tuple[str, Scalar]] = []
        for key, text in value.entries:
            if key.text not in LANGUAGES:
                self._unknown("unknown-key", key, LANGUAGES)
            elif isinstance(text, Scalar):
                found.append((key.text, text))
            else:
                self._notes.add("expected-text", text.place, key=f"{name}: {key.text}")
        return found

    def _fits(self, key: str, text: str, most: int, said: Scalar) -> bool:
        """Whether there is something to see, and not too much."""
        if not seen(text):
            self._notes.add("empty-text", said.place, key=key)
            return False
        length = signs(text)
        if length > most:
            over = length - most
            self._notes.add("too-long", said.place, key=key, length=length, limit=most, over=over)
        return length <= most

    def _is_filled(self, key: str, text: str, wanted: frozenset[str], said: Scalar) -> bool:
        """Whether the sentence has each of its parameters filled in once, and no other."""
        found = known.mentioned(text)
        unknown = sorted(found.keys() - wanted)
        wrong = sorted(each for each in wanted if found[each] != 1)
        for each in unknown:
            self._notes.add(
                "words-unknown-place", said.place, key=key, place=each, **_choices(each, wanted)
            )
        for each in wrong:
            self._notes.add("words-not-once", said.place, key=key, place=each, times=found[each])
        return not unknown and not wrong

    def _unknown(self, code: str, key: Scalar, allowed: Iterable[str]) -> None:
        self._notes.add(code, key.place, key=key.text, **_choices(key.text, allowed))


def _choices(word: str, allowed: Iterable[str]) -> dict[str, str | int]:
    """Return what may stand instead of the word, and which of it was probably meant."""
    choices = sorted(allowed)
    return {"nearest": nearest(word, choices), "allowed": ", ".join(choices) or "–"}
