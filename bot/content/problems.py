"""A mistake in a dialogue file: where it is, what is wrong and how to mend it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from bot.errors import ContentError
from bot.locales import words


class Place(NamedTuple):
    """A place in a file. Lines and columns are counted from 1, as editors count them."""

    line: int = 1
    column: int = 1


class Level(StrEnum):
    """How bad a problem is: a mistake hinders the file from being used, advice does not."""

    MISTAKE = "mistake"
    ADVICE = "advice"


@dataclass(frozen=True)
class Problem:
    """One mistake. `code` names its wording in the locales, `params` are what it mentions.

    `file` is the path inside the directory of dialogues.
    """

    file: str
    place: Place
    code: str
    params: Mapping[str, str | int] = field(default_factory=dict)
    level: Level = Level.MISTAKE

    @property
    def line(self) -> int:
        """The line, counted from 1."""
        return self.place.line

    @property
    def column(self) -> int:
        """The column, counted from 1."""
        return self.place.column

    def what(self, language: str) -> str:
        """Return what is wrong, in the language."""
        return words(language)(f"content-{self.code}", **self.params)

    def remedy(self, language: str) -> str:
        """Return what to do about it, in the language."""
        return words(language)(f"content-{self.code}-remedy", **self.params)

    def text(self, language: str) -> str:
        """Return the whole message: file, line and column, what is wrong, and the remedy."""
        is_advice = self.level is Level.ADVICE
        return words(language)(
            "check-advised" if is_advice else "content-problem",
            file=self.file,
            line=str(self.line),
            column=str(self.column),
            what=self.what(language),
            remedy=self.remedy(language),
        )


class Notes:
    """Collects the problems of one file."""

    def __init__(self, file: str) -> None:
        """Begin without problems."""
        self.file = printable(file)
        self._problems: list[Problem] = []

    def add(self, code: str, place: Place | None = None, /, **params: str | int) -> None:
        """Note a mistake; without a place it is about the file as a whole."""
        self._note(Level.MISTAKE, code, place, params)

    def advise(self, code: str, place: Place | None = None, /, **params: str | int) -> None:
        """Note what could be better; without a place it is about the file as a whole."""
        self._note(Level.ADVICE, code, place, params)

    def _note(
        self, level: Level, code: str, place: Place | None, params: Mapping[str, str | int]
    ) -> None:
        said = {k: printable(v) if isinstance(v, str) else v for k, v in params.items()}
        self._problems.append(Problem(self.file, place or Place(), code, said, level))

    def __bool__(self) -> bool:
        """Whether anything was noted."""
        return bool(self._problems)

    def mentions(self, place: Place) -> bool:
        """Whether something was noted on the same line."""
        return any(problem.line == place.line for problem in self._problems)

    def problems(self) -> tuple[Problem, ...]:
        """Return what was noted, in the order of the file, each once."""
        unique = {(p.place, p.code, repr(p.params)): p for p in self._problems}
        return tuple(sorted(unique.values(), key=lambda p: p.place))


def printable(text: str) -> str:
    """Return the text with a sign in place of those that can't be written out.

    Names of files can hold any bytes but a slash, and quoted texts any sign.
    """
    return "".join(c if c.isprintable() else "\ufffd" for c in text)


def report(problems: Iterable[Problem], language: str) -> str:
    """Return all messages, one after the other with an empty line between."""
    return "\n\n".join(problem.text(language) for problem in problems)


def content_error(problems: Iterable[Problem], language: str) -> ContentError:
    """Return the error that tells of all the problems."""
    return ContentError(report(problems, language))
