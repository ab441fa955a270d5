"""Files are read again when they change, and a bad one keeps its last good version."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from bot.content import DirectoryCatalogue


def titles(catalogue: DirectoryCatalogue) -> list[str]:
    """Return the Swedish titles of all themes."""
    return [theme.title.sv for p in catalogue.programmes() for theme in p.themes]


def retitle(file: Path, title: str) -> None:
    """Give the theme another Swedish title, of any length."""
    lines = file.read_text(encoding="utf-8").split("\n")
    lines[2] = f"  sv: {title}"
    file.write_text("\n".join(lines), encoding="utf-8")


def test_a_change_is_seen(dialogues: Path, theme_file: Path) -> None:
    """A saved file is in use the next time the catalogue is asked."""
    catalogue = DirectoryCatalogue(dialogues)
    assert titles(catalogue) == ["Ett tema"]
    retitle(theme_file, "Ett annat tema")
    assert titles(catalogue) == ["Ett annat tema"]


def test_nothing_is_read_without_a_change(dialogues: Path, theme_file: Path) -> None:
    """The same records are returned while no file changes: asking is cheap."""
    catalogue = DirectoryCatalogue(dialogues)
    assert catalogue.programmes() is catalogue.programmes()


def test_only_what_changed_is_read(dialogues: Path, theme_file: Path) -> None:
    """A file that did not change keeps its records when another one does."""
    second = theme_file.with_name("tema2.yaml")
    second.write_text(theme_file.read_text("utf-8").replace("number: 1", "number: 2"), "utf-8")
    catalogue = DirectoryCatalogue(dialogues)
    before = catalogue.programmes()[0].themes
    retitle(second, "Ett annat tema")
    after = catalogue.programmes()[0].themes
    assert after[0].why is before[0].why
    assert after[1].title.sv == "Ett annat tema"


def test_a_bad_file_keeps_its_last_good_version(dialogues: Path, theme_file: Path) -> None:
    """A mistake leaves the theme as it was and is reported; mending it brings the new one."""
    catalogue = DirectoryCatalogue(dialogues)
    before = catalogue.programmes()
    retitle(theme_file, '"Ett tema')
    assert catalogue.programmes() == before
    assert [problem.code for problem in catalogue.problems] == ["open-quote"]
    retitle(theme_file, "Ett nytt tema")
    assert titles(catalogue) == ["Ett nytt tema"]
    assert catalogue.problems == ()


def test_a_bad_programme_keeps_its_last_good_version(dialogues: Path) -> None:
    """The same goes for a programme's own file, and its themes stay in use."""
    catalogue = DirectoryCatalogue(dialogues)
    before = catalogue.programmes()
    (dialogues / "prov" / "programme.yaml").write_text("", encoding="utf-8")
    assert catalogue.programmes() == before
    assert [problem.code for problem in catalogue.problems] == ["empty-file"]


def test_bad_from_the_start(dialogues: Path, theme_file: Path) -> None:
    """A file that never was good is left out, and its problems are kept."""
    theme_file.write_text("", encoding="utf-8")
    catalogue = DirectoryCatalogue(dialogues)
    assert catalogue.programmes() == ()
    assert [problem.code for problem in catalogue.problems] == ["empty-file"]


def test_files_come_and_go(dialogues: Path, theme_file: Path) -> None:
    """A new file is found, and a removed one is gone."""
    catalogue = DirectoryCatalogue(dialogues)
    text = theme_file.read_text(encoding="utf-8").replace("number: 1", "number: 2")
    theme_file.with_name("tema2.yaml").write_text(text, encoding="utf-8")
    assert len(titles(catalogue)) == 2
    theme_file.unlink()
    assert [theme.id for theme in catalogue.programmes()[0].themes] == ["tema2"]


def test_replaced_by_a_file_of_the_same_size_and_time(dialogues: Path, theme_file: Path) -> None:
    """Editors that save by renaming are noticed even if time and size stay the same."""
    catalogue = DirectoryCatalogue(dialogues)
    assert titles(catalogue) == ["Ett tema"]
    found = theme_file.stat()
    other = theme_file.with_name("tema1.new")
    other.write_text(theme_file.read_text("utf-8").replace("Ett tema", "Mitt ord"), "utf-8")
    os.utime(other, ns=(found.st_atime_ns, found.st_mtime_ns))
    other.rename(theme_file)
    assert titles(catalogue) == ["Mitt ord"]


def test_many_threads(dialogues: Path, theme_file: Path) -> None:
    """Asked by many threads while files change, it always answers with a whole programme."""
    catalogue = DirectoryCatalogue(dialogues)

    titles(catalogue)
    with ThreadPoolExecutor(8) as pool:
        asked = [pool.submit(titles, catalogue) for _ in range(200)]
        for turn in range(20):
            retitle(theme_file, f"Tema {turn}")
        asked += [pool.submit(titles, catalogue) for _ in range(200)]
    assert all(len(answer.result()) == 1 for answer in asked)
    assert titles(catalogue) == ["Tema 19"]
