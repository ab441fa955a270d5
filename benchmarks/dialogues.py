"""What it costs to check many dialogue files: `python -m benchmarks.dialogues`.

Compares, in one run and over the same files, the whole check with reading the files by the YAML
library alone, and by the reader for the plain layout. What is read is checked to be the same.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.figures import table
from bot.content import check_directory
from bot.content.problems import Notes
from bot.content.quick import read_quickly
from bot.content.tree import read_yaml

PROGRAMMES, THEMES = 10, 49
"""With the file of each programme this makes five hundred."""
RUNS = 3
SOURCE = Path("dialogues/tio-teman")

BASE = "the YAML library alone"
HEAD = ("files read by", "seconds", "ms/file", "ratio")


def fill(directory: Path) -> None:
    """Write five hundred files: copies of the shipped themes with names of their own."""
    themes = [path.read_text("utf-8") for path in sorted(SOURCE.glob("tema*.yaml"))]
    programme = (SOURCE / "programme.yaml").read_text("utf-8")
    for place in range(1, PROGRAMMES + 1):
        folder = directory / f"p{place}"
        folder.mkdir()
        text = re.sub(r"^order: .*$", f"order: {place}", programme, flags=re.MULTILINE)
        (folder / "programme.yaml").write_text(text, encoding="utf-8")
        for number in range(1, THEMES + 1):
            text = _theme(themes[number % len(themes)], f"{place}-{number}", number)
            (folder / f"t{number}.yaml").write_text(text, encoding="utf-8")


def _theme(text: str, name: str, number: int) -> str:
    """Return the theme with another number and title, and without aliases."""
    text = re.sub(r"^number: .*$", f"number: {number}", text, flags=re.MULTILINE)
    text = re.sub(r"^aliases: .*\n", "", text, flags=re.MULTILINE)
    title = f"title:\n  sv: Tema {name}\n  en: Theme {name}"
    return re.sub(r"^title:\n  sv: .*\n  en: .*$", title, text, flags=re.MULTILINE)


def by_library(directory: Path) -> int:
    """Read all files by the YAML library; return how many."""
    notes = Notes("file")
    trees = [read_yaml(path.read_text("utf-8"), notes) for path in directory.rglob("*.yaml")]
    assert all(trees)
    assert not notes
    return len(trees)


def by_quick_reader(directory: Path) -> int:
    """Read all files by the reader for the plain layout; return how many."""
    trees = [read_quickly(path.read_text("utf-8")) for path in directory.rglob("*.yaml")]
    assert all(trees)
    return len(trees)


def by_check(directory: Path) -> int:
    """Check all files as `aptbot dialogues check` does; return how many."""
    report = check_directory(directory)
    assert report.problems == ()
    return len(report.programmes) + sum(len(p.themes) for p in report.programmes)


WAYS: dict[str, Callable[[Path], int]] = {
    BASE: by_library,
    "the reader for the plain layout": by_quick_reader,
    "the whole check": by_check,
}


def main() -> None:
    """Measure each way in turn, some times over, and print the medians."""
    with TemporaryDirectory() as name:
        directory = Path(name)
        fill(directory)
        seconds: dict[str, list[float]] = {way: [] for way in WAYS}
        for _ in range(RUNS):
            for way, read in WAYS.items():
                begun = time.perf_counter()
                files = read(directory)
                seconds[way].append(time.perf_counter() - begun)
                assert files == PROGRAMMES * (THEMES + 1)
    base = median(seconds[BASE])
    rows = [
        (
            way,
            f"{median(found):.2f}",
            f"{1000 * median(found) / (PROGRAMMES * (THEMES + 1)):.2f}",
            f"{median(found) / base:.2f}",
        )
        for way, found in seconds.items()
    ]
    print(table(f"Checking {PROGRAMMES * (THEMES + 1)} dialogue files", HEAD, rows))


if __name__ == "__main__":
    main()
