"""A folder of files that are each wrong in their own way: what `check` says of all of them.

The files lie in `broken/`, and those that can't lie in a repository are made here. What is said is
kept in `golden/broken.*.txt`, to be proofread.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from bot import locales
from bot.content import Level, Report, check_directory, report
from bot.locales import LANGUAGES

HERE = Path(__file__).parent
UNREACHED = {
    "problem": "is no kind of mistake, but the frame of them all",
    "closed-folder": "needs a user who may not open a folder, see test_folders.py",
    "no-directory": "is about the directory itself, see test_folders.py",
    "syntax": "is for what the YAML library may come to say in a later version",
    "invalid": "is for what pydantic may come to say in a later version",
}
"""Kinds of mistakes that no file of the folder shows, and why."""


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder, with the files that are made here."""
    directory = tmp_path_factory.mktemp("broken") / "dialogues"
    shutil.copytree(HERE / "broken", directory)
    folder = directory / "prov"
    (folder / "a-directory.yaml").mkdir()
    (folder / "a-circle.yaml").symlink_to("a-circle.yaml")
    (folder / "a-circle-of-two.yaml").symlink_to("and-back.yaml")
    (folder / "and-back.yaml").symlink_to("a-circle-of-two.yaml")
    (folder / "leads-nowhere.yaml").symlink_to("gone.yaml")
    (folder / "round").symlink_to(directory, target_is_directory=True)
    (folder / "a-megabyte.yaml").write_text("a: b\n" * 200_000, encoding="utf-8")
    (folder / "deep.yaml").write_text(f"number: {'[' * 5000}", encoding="utf-8")
    (folder / "a-huge-number.yaml").write_text(f"number: {'9' * 5000}\n", encoding="utf-8")
    (folder / "new\nline\udcff.yaml").write_bytes(b"number: 1\n")
    return directory


@pytest.fixture(scope="module")
def found(broken: Path) -> Report:
    """What the check says of the folder."""
    return check_directory(broken)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_said(language: str, found: Report, update_golden: bool) -> None:
    """All messages read as they were proofread, each with what is wrong and a remedy."""
    written = report(found.problems, language) + "\n"
    golden = HERE / "golden" / f"broken.{language}.txt"
    if update_golden:
        golden.write_text(written, encoding="utf-8")
    assert written == golden.read_text(encoding="utf-8")


def test_every_kind_of_mistake_is_there(found: Report) -> None:
    """The folder shows every kind of mistake and of advice that there is."""
    source = (Path(locales.__file__).parent / "content.sv.ftl").read_text(encoding="utf-8")
    ids = re.findall(r"^content-([a-z0-9-]+) =", source, re.MULTILINE)
    kinds = {id.removesuffix("-remedy") for id in ids}
    assert kinds - {problem.code for problem in found.problems} == UNREACHED.keys()
    assert len({problem.code for problem in found.mistakes}) >= 60


def test_every_broken_file_is_named(broken: Path, found: Report) -> None:
    """No file is passed over in silence but those that are good."""
    good = {"programme", "tema1", "kort", "spegel", "workshop"}
    files = {path.stem for path in broken.rglob("*.yaml")} - good
    named = {Path(problem.file).stem for problem in found.problems}
    assert {stem for stem in files if stem.isprintable()} <= named


def test_advice_leaves_the_file_in_use(found: Report) -> None:
    """A file about which there is only advice is used; one with a mistake is not."""
    (programme,) = (each for each in found.programmes if each.id == "prov")
    used = {theme.id for theme in programme.themes}
    advised = {Path(p.file).stem for p in found.advice if p.file.startswith("prov/advice")}
    assert advised
    assert advised <= used
    assert all(problem.level is Level.ADVICE for problem in found.advice)
    assert "a-misspelled-key" not in used
