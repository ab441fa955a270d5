"""A small directory of dialogues to break and mend."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.content import Loaded, load

SAMPLE = Path(__file__).parent / "sample"
SHIPPED = Path(__file__).parents[2] / "dialogues"

Break = Callable[[str | bytes], Loaded]


@pytest.fixture
def dialogues(tmp_path: Path) -> Path:
    """A directory with one good programme of one theme."""
    directory = tmp_path / "dialogues"
    shutil.copytree(SAMPLE, directory / "prov")
    return directory


@pytest.fixture
def theme_file(dialogues: Path) -> Path:
    """The file of the theme."""
    return dialogues / "prov" / "tema1.yaml"


@pytest.fixture
def load_theme(dialogues: Path, theme_file: Path) -> Break:
    """Put a text into the theme's file and load the directory."""

    def put(text: str | bytes) -> Loaded:
        theme_file.write_bytes(text.encode() if isinstance(text, str) else text)
        return load(dialogues)

    return put


@pytest.fixture(scope="session")
def good_theme() -> str:
    """The text of the good theme."""
    return (SAMPLE / "tema1.yaml").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def shipped() -> Loaded:
    """The dialogues that come with the bot."""
    return load(SHIPPED)
