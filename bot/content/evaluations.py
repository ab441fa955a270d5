"""The evaluation of a programme among its files: there is one at most, and it comes last."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from bot.content.kinds import ItemText
from bot.content.problems import Notes, Problem
from bot.content.reading import Reading
from bot.domain.programme import ThemeText

Readings = Mapping[str, Reading[ItemText]]


def second_evaluations(folder: str, used: Iterable[str], readings: Readings) -> tuple[Problem, ...]:
    """Return the mistakes of a folder in which two files are the evaluation; both stay in use.

    `used` are the names of the files that can be used.
    """
    themes = _themes({file: readings[file] for file in used})
    found = sorted((text.number, file) for file, text in themes if text.evaluation)
    problems: list[Problem] = []
    for _, file in found[1:]:
        notes = Notes(f"{folder}/{file}")
        notes.add("second-evaluation", readings[file].place("evaluation"), other=found[0][1])
        problems += notes.problems()
    return tuple(problems)


def note_order(file: str, reading: Reading[ItemText], readings: Readings, notes: Notes) -> None:
    """Advise about an evaluation with a lower number than a theme: it is held last all the same.

    `readings` are those of all programmes, by their paths.
    """
    text, folder = reading.text, PurePosixPath(file).parent
    if not isinstance(text, ThemeText) or not text.evaluation:
        return
    after = [
        (other.number, PurePosixPath(path).name)
        for path, other in _themes(readings)
        if PurePosixPath(path).parent == folder and other.number > text.number
        if not other.rolling
    ]
    if after:
        number, other = max(after)
        notes.advise("evaluation-not-last", reading.place("number"), number=number, other=other)


def _themes(readings: Readings) -> Iterator[tuple[str, ThemeText]]:
    for file, reading in readings.items():
        if isinstance(reading.text, ThemeText):
            yield file, reading.text
