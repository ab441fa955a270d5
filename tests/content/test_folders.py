"""Names, folders and what does not fit together."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.content import load
from bot.locales import LANGUAGES

# What is done to a good directory, and the first problem then: its file and its code.
CHANGES: dict[str, tuple[Callable[[Path], object], str, str]] = {
    "no directory": (shutil.rmtree, "dialogues", "no-directory"),
    "no programme file": (
        lambda d: (d / "prov/programme.yaml").unlink(),
        "prov/programme.yaml",
        "no-programme-file",
    ),
    "no theme": (
        lambda d: (d / "prov/tema1.yaml").unlink(),
        "prov/programme.yaml",
        "no-themes",
    ),
    "a file in no folder": (
        lambda d: shutil.copy(d / "prov/tema1.yaml", d / "tema1.yaml"),
        "tema1.yaml",
        "misplaced",
    ),
    "a folder in the folder": (
        lambda d: shutil.copytree(d / "prov", d / "prov/gammalt"),
        "prov/gammalt/programme.yaml",
        "misplaced",
    ),
    "a folder with a space": (
        lambda d: (d / "prov").rename(d / "Nytt prov"),
        "Nytt prov/programme.yaml",
        "bad-folder-name",
    ),
    "a file with a space": (
        lambda d: shutil.copy(d / "prov/tema1.yaml", d / "prov/Tema 2.yaml"),
        "prov/Tema 2.yaml",
        "bad-file-name",
    ),
    "two endings": (
        lambda d: shutil.copy(d / "prov/tema1.yaml", d / "prov/tema1.yml"),
        "prov/tema1.yml",
        "duplicate-id",
    ),
    "a copy with the same number": (
        lambda d: shutil.copy(d / "prov/tema1.yaml", d / "prov/tema2.yaml"),
        "prov/tema2.yaml",
        "duplicate-number",
    ),
    "a folder named as a file": (
        lambda d: (d / "prov/tema2.yaml").mkdir(),
        "prov/tema2.yaml",
        "unreadable",
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_folders(name: str, dialogues: Path) -> None:
    """What is wrong with names and folders is found, and said in both languages."""
    change, file, code = CHANGES[name]
    change(dialogues)
    problem = load(dialogues).problems[0]
    assert (problem.file, problem.code) == (file, code)
    assert all(file in problem.text(language) for language in LANGUAGES)


@pytest.mark.parametrize(
    "name",
    ["a file with a space", "two endings", "a copy with the same number", "a file in no folder"],
)
def test_the_good_file_stays_in_use(name: str, dialogues: Path) -> None:
    """A file that clashes with another or has a bad name leaves the good one in use."""
    CHANGES[name][0](dialogues)
    (programme,) = load(dialogues).programmes
    assert [theme.id for theme in programme.themes] == ["tema1"]


def test_other_files_are_left_alone(dialogues: Path) -> None:
    """Notes, pictures, hidden files and an editor's leftovers are no dialogues."""
    for name in ("prov/anteckning.txt", "LÄSMIG.md", "prov/.tema1.yaml", "prov/tema1.yaml~"):
        (dialogues / name).write_text("inte ett tema", encoding="utf-8")
    assert load(dialogues).problems == ()


def test_a_tag_twice(dialogues: Path) -> None:
    """Two tags with one id are found in the programme's file, which then is not used."""
    file = dialogues / "prov" / "programme.yaml"
    file.write_text(file.read_text("utf-8").replace("id: annat", "id: samarbete"), "utf-8")
    loaded = load(dialogues)
    assert [(p.file, p.line, p.code) for p in loaded.problems] == [
        ("prov/programme.yaml", 12, "duplicate-tag")
    ]
    assert loaded.programmes == ()


def test_a_bad_tag_id(dialogues: Path) -> None:
    """A tag's id with other signs than letters, digits and hyphens is refused."""
    file = dialogues / "prov" / "programme.yaml"
    file.write_text(file.read_text("utf-8").replace("id: annat", "id: Något annat"), "utf-8")
    assert [p.code for p in load(dialogues).problems] == ["bad-id"]
