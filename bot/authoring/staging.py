"""Trying a change on a copy: what would the check say if it were made?"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from bot.content import Problem, check_directory, report
from bot.content.places import SUFFIXES
from bot.locales import Words


def files_of(folder: Path) -> dict[str, bytes]:
    """Return the dialogue files that stand directly in a folder, by name."""
    return {
        path.name: path.read_bytes()
        for path in sorted(folder.glob("*"))
        if path.suffix in SUFFIXES and not path.name.startswith(".") and path.is_file()
    }


@contextmanager
def trial(directory: Path, programme: str, files: Mapping[str, bytes]) -> Iterator[Path]:
    """Yield a directory beside the dialogues in which the programme holds these files instead.

    It stands on the same disk, so that a folder in it can be moved; the bot does not look into
    folders whose name begins with a dot. It is removed afterwards.
    """
    with tempfile.TemporaryDirectory(prefix=".aptbot-", dir=directory) as name:
        place = Path(name)
        for folder in sorted(directory.iterdir()):
            if folder.is_dir() and not folder.is_symlink() and not folder.name.startswith("."):
                _copy(folder, place)
        shutil.rmtree(place / programme, ignore_errors=True)
        (place / programme).mkdir()
        for file, data in files.items():
            (place / programme / file).write_bytes(data)
        yield place


def _copy(folder: Path, place: Path) -> None:
    """Copy the dialogue files of a folder that has any."""
    files = files_of(folder)
    if files:
        (place / folder.name).mkdir()
    for file, data in files.items():
        (place / folder.name / file).write_bytes(data)


def new_mistakes(before: Path, after: Path, w: Words) -> str:
    """Return what the check says about the one directory that it does not say about the other."""
    known = {_seen(problem) for problem in check_directory(before).mistakes}
    return report(
        [each for each in check_directory(after).mistakes if _seen(each) not in known], w.language
    )


def _seen(problem: Problem) -> tuple[object, ...]:
    return problem.file, problem.place, problem.code, tuple(sorted(problem.params.items()))
