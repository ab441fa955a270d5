"""A directory of dialogues to write in, and the command line to do it with."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli import main
from bot.locales import Words, words

SAMPLE = Path(__file__).parents[1] / "content" / "sample"

Run = Callable[..., Result]


@pytest.fixture
def w() -> Words:
    """The words that messages are asked for in."""
    return words("sv")


@pytest.fixture
def dialogues(tmp_path: Path) -> Path:
    """A directory with one good programme of one theme."""
    directory = tmp_path / "dialogues"
    shutil.copytree(SAMPLE, directory / "prov")
    return directory


@pytest.fixture
def aptbot(dialogues: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `aptbot dialogues …` on the directory, in a place of its own."""
    place = tmp_path / "here"
    place.mkdir()
    monkeypatch.chdir(place)
    runner = CliRunner(env={"APTBOT_DIALOGUES": str(dialogues)})
    return lambda *args: runner.invoke(main, ["dialogues", *map(str, args)])


def everything(directory: Path) -> dict[str, bytes]:
    """Return all files below a directory, hidden ones as well, by name."""
    return {
        str(path.relative_to(directory)): path.read_bytes()
        for path in sorted(directory.rglob("*"))
        if path.is_file()
    }
