"""Names, folders and what does not fit together."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.content import load
from bot.content.places import DEEPEST
from bot.locales import LANGUAGES

MORE = Path(__file__).parent / "more"

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


@pytest.mark.skipif(os.geteuid() == 0, reason="the administrator may open any folder")
def test_a_closed_folder(dialogues: Path) -> None:
    """A folder that can't be looked into is not passed over in silence."""
    (dialogues / "prov").chmod(0)
    try:
        (problem,) = load(dialogues).problems
    finally:
        (dialogues / "prov").chmod(0o700)
    assert (problem.file, problem.code) == ("prov/", "closed-folder")


@pytest.mark.skipif(os.geteuid() == 0, reason="the administrator may open any folder")
def test_a_closed_directory(dialogues: Path) -> None:
    """The directory of dialogues itself is named in full: "no mistakes" would mislead."""
    dialogues.chmod(0)
    try:
        (problem,) = load(dialogues).problems
    finally:
        dialogues.chmod(0o700)
    assert (problem.code, problem.params["name"]) == ("closed-folder", str(dialogues))


def test_folders_without_end(dialogues: Path) -> None:
    """Folders within folders are looked into only so far, and links to folders not at all."""
    folder = dialogues / "prov" / "/".join("a" * 20)
    folder.mkdir(parents=True)
    (folder / "tema1.yaml").write_text("number: 1\n", "utf-8")
    (dialogues / "prov" / "round").symlink_to(dialogues, target_is_directory=True)
    assert load(dialogues).problems == ()
    (folder.parents[DEEPEST + 6] / "tema1.yaml").write_text("number: 1\n", "utf-8")
    assert [problem.code for problem in load(dialogues).problems] == ["misplaced"]


def test_programmes_come_in_their_order(dialogues: Path) -> None:
    """Order goes before the names of folders, and a programme without one comes last."""
    text = (dialogues / "prov" / "programme.yaml").read_text("utf-8")
    for name, order in (("alfa", "order: 7\n"), ("beta", "order: 2\n"), ("gamma", "")):
        folder = dialogues / name
        folder.mkdir()
        (folder / "programme.yaml").write_text(order + text, "utf-8")
        shutil.copy(dialogues / "prov" / "tema1.yaml", folder)
    loaded = load(dialogues)
    assert [programme.id for programme in loaded.programmes] == ["beta", "alfa", "gamma", "prov"]
    assert loaded.problems == ()


def test_every_kind_has_its_own_numbers(dialogues: Path) -> None:
    """A theme, a deck and a mirror may have the same number in a programme."""
    for name in ("kort", "spegel", "workshop"):
        shutil.copy(MORE / f"{name}.yaml", dialogues / "prov")
    (programme,) = load(dialogues).programmes
    assert [theme.id for theme in programme.themes] == ["tema1", "workshop"]
    assert [(deck.id, deck.number) for deck in programme.decks] == [("kort", 1)]
    assert [(mirror.id, mirror.number) for mirror in programme.mirrors] == [("spegel", 1)]
    assert load(dialogues).problems == ()


def test_a_programme_of_cards_alone(dialogues: Path) -> None:
    """A programme needs no theme when it has something else."""
    (dialogues / "prov" / "tema1.yaml").unlink()
    shutil.copy(MORE / "kort.yaml", dialogues / "prov")
    loaded = load(dialogues)
    assert loaded.problems == ()
    assert [len(programme.decks) for programme in loaded.programmes] == [1]
