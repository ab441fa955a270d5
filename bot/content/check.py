"""Everything that can be said about the dialogue files of a directory, for those who write them."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from bot.content.advice import advise, lix_of
from bot.content.assemble import PROGRAMME_FILE
from bot.content.catalogue import DirectoryCatalogue
from bot.content.evaluations import note_order
from bot.content.names import note_shared_names
from bot.content.problems import Notes, Problem
from bot.domain.programme import Programme


@dataclass(frozen=True)
class Readability:
    """How easy a file is to read: its LIX in each language that has one (`sv`, `lattlast`)."""

    file: str
    lix: Mapping[str, int]


@dataclass(frozen=True)
class Report:
    """What a check found.

    Attributes:
        programmes: Those that can be used, in their order.
        mistakes: What hinders a file, or something in it, from being used; by file and place.
        advice: What could be better; by file and place.
        readability: The files that are long enough for a figure, by name.
    """

    programmes: tuple[Programme, ...] = ()
    mistakes: tuple[Problem, ...] = ()
    advice: tuple[Problem, ...] = ()
    readability: tuple[Readability, ...] = field(default=())

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Mistakes, and then advice."""
        return self.mistakes + self.advice

    def of(self, file: str) -> Report:
        """Return what was found in one file; all programmes stay."""
        return Report(
            self.programmes,
            tuple(problem for problem in self.mistakes if problem.file == file),
            tuple(problem for problem in self.advice if problem.file == file),
            tuple(each for each in self.readability if each.file == file),
        )


def check_directory(path: Path) -> Report:
    """Return what is to say about a directory of programmes, one programme, or one file of it.

    Never raises: what can't be read is a mistake. The names of files in the report are those in
    the directory of programmes (`tio-teman/tema1.yaml`).
    """
    directory = place_of(path)
    if _is_file(path):
        folder = path.absolute().parent.name
        return _check(directory, folder).of(f"{folder}/{path.name}")
    return _check(directory, "" if directory == path else path.absolute().name)


def place_of(path: Path) -> Path:
    """Return the directory of programmes of a directory, of one programme or of one file."""
    if _is_file(path):
        return path.absolute().parent.parent
    return path.absolute().parent if _is_file(path / PROGRAMME_FILE) else path


def _is_file(path: Path) -> bool:
    """Whether a file stands there, as far as can be seen."""
    try:
        return path.is_file()
    except OSError:
        return False


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """Look for no garbage meanwhile: many small pieces are made and all of them are kept.

    With five hundred files, looking through them again and again takes a third of the time.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


@_nothing_collected()
def _check(directory: Path, only: str = "") -> Report:
    catalogue = DirectoryCatalogue(directory, only)
    loaded = catalogue.loaded()
    items, programmes = catalogue.readings()
    advice: list[Problem] = []
    readability: list[Readability] = []
    taken: dict[str, str] = {}
    for file in sorted([*items, *programmes]):
        item = items.get(file)
        reading = item or programmes[file]
        if reading.text is None:
            continue
        notes = Notes(file)
        found = lix_of(reading.text)
        readability += [Readability(notes.file, found)] if found else []
        advise(reading.text, found, reading.place, notes)
        if item:
            note_shared_names(file, item, taken, notes)
            note_order(file, item, items, notes)
        advice += notes.problems()
    return Report(loaded.programmes, loaded.problems, tuple(advice), tuple(readability))
