"""What it costs to check many dialogue files: `python -m benchmarks.dialogues`.

Compares, in one run and over the same files, reading them by `ruamel.yaml`, by libyaml, the whole
check, and the command line from its start to its end. The trees are checked to be the same.
"""

from __future__ import annotations

import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.figures import table
from bot.content import check_directory
from bot.content.events import Event, quick_events, strict_events
from bot.content.problems import Notes
from bot.content.tree import build

PROGRAMMES, THEMES = 10, 49
"""With the file of each programme this makes five hundred."""
RUNS = 3
SOURCE = Path("dialogues/tio-teman")

BASE = "ruamel.yaml"
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


def by_ruamel(directory: Path) -> int:
    """Read all files by `ruamel.yaml`; return how many."""
    return _read(directory, strict_events)


def by_libyaml(directory: Path) -> int:
    """Read all files by libyaml; return how many."""
    return _read(directory, lambda text: quick_events(text) or ())


def _read(directory: Path, events: Callable[[str], Iterable[Event]]) -> int:
    notes = Notes("file")
    texts = [path.read_text("utf-8") for path in directory.rglob("*.yaml")]
    trees = [build(events(text), text, notes) for text in texts]
    assert all(trees)
    assert not notes
    return len(trees)


def by_check(directory: Path) -> int:
    """Check all files as `aptbot dialogues check` does; return how many."""
    report = check_directory(directory)
    assert report.problems == ()
    return len(report.programmes) + sum(len(p.themes) for p in report.programmes)


def by_command_line(directory: Path) -> int:
    """Check all files by `aptbot dialogues check` in a process of its own; return how many."""
    command = ("-c", "from bot.cli import main; main()", "dialogues", "check")
    words = [sys.executable, *command, "--language", "sv", str(directory)]
    done = subprocess.run(words, capture_output=True, text=True, check=True)  # noqa: S603
    assert f" i {PROGRAMMES} program, inga fel." in done.stdout
    return PROGRAMMES * (THEMES + 1)


WAYS: dict[str, Callable[[Path], int]] = {
    BASE: by_ruamel,
    "libyaml": by_libyaml,
    "the whole check": by_check,
    "aptbot dialogues check": by_command_line,
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
