"""The benchmarks work: in a tiny size each shows its ratios and loses nothing."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path
from types import ModuleType

import pytest

from benchmarks import areas, dialogues, dispatch, exports, occasions, privacy, store
from benchmarks.figures import Run, table
from benchmarks.people import TINY
from bot.text import Kind

RATIO = re.compile(r"\d+\.\d\d$", re.MULTILINE)


def test_dispatch_shows_ratios_and_loses_no_answer(capsys: pytest.CaptureFixture[str]) -> None:
    """Every kind of request and every step of an answer has its ratio, through real processes."""
    dispatch.main(TINY)
    output = capsys.readouterr().out
    assert len(RATIO.findall(output)) == len(dispatch.NAMES) + len(dispatch.STEPS)
    assert f"{TINY.teams * TINY.team_size} people's answers kept through SIGKILL, 0 lost" in output


def test_dispatch_finds_an_answer_that_is_lost(tmp_path: Path) -> None:
    """The check can fail: an answer that was said to be kept and is not there is counted."""
    storms = asyncio.run(dispatch.run(TINY, tmp_path))
    assert dispatch.missing(tmp_path, storms) == 0
    seat = next(iter(storms.written))
    storms.written[seat] = "något annat"
    assert dispatch.missing(tmp_path, storms) == 1


def test_store_shows_ratios(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Every way to keep a ballot has its ratio; each run asserts that none was lost."""
    monkeypatch.setattr(store, "BALLOTS", {1: 20, 50: 200})
    monkeypatch.setattr(store, "RUNS", 1)
    store.main(tmp_path)
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(store.VARIANTS) + 3


def test_occasions_show_every_size_and_ratios(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each number of occasions has its line; each wake-up asserts that it found what was due."""
    monkeypatch.setattr(occasions, "SIZES", (3, 6))
    monkeypatch.setattr(occasions, "RUNS", 3)
    occasions.main()
    output = capsys.readouterr().out
    assert len(RATIO.findall(output)) == len(occasions.SIZES)


def test_privacy_shows_every_kind_and_ratios(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each kind of personal data has its line, and the check's time its ratio."""
    monkeypatch.setattr(privacy, "RUNS", 1)
    privacy.main()
    output = capsys.readouterr().out
    assert all(f"\n{kind} " in output for kind in Kind)
    assert "clean answers left alone" in output
    assert len(RATIO.findall(output)) == 5


@pytest.mark.parametrize(
    ("benchmark", "tiny"),
    [
        (dialogues, {"PROGRAMMES": 2, "THEMES": 3, "RUNS": 1}),
        (areas, {"TEAMS": 24, "AREAS": 3, "RUNS": 1}),
    ],
)
def test_every_way_has_its_ratio(
    benchmark: ModuleType,
    tiny: dict[str, int],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """To read dialogue files and to count areas; each run asserts that nothing was left out."""
    for name, count in tiny.items():
        monkeypatch.setattr(benchmark, name, count)
    benchmark.main()
    output = capsys.readouterr().out
    assert all(way in output for way in benchmark.WAYS)
    assert len(RATIO.findall(output)) == len(benchmark.WAYS)


def test_exports_show_every_format_and_ratios(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Results and commitments have a line each for reading alone, and one for each format."""
    for name, count in (("TEAMS", 3), ("ROUNDS", 2), ("AGREED", 2)):
        monkeypatch.setattr(exports, name, count)
    exports.main()
    assert len(RATIO.findall(capsys.readouterr().out)) == 2 * (1 + len(exports.FORMATS))


def test_a_percentile_is_one_of_the_latencies() -> None:
    """The slowest of a hundred is the 99th percentile, in milliseconds."""
    run = Run(2.0, tuple(second / 1000 for second in range(100)))
    assert (run.rate, run.percentile(50), run.percentile(99)) == (50.0, 50.0, 99.0)


def test_a_table_lines_up() -> None:
    """Names stand to the left, figures to the right."""
    assert table("Title", ("a", "rate"), [("longer", "1")]).splitlines() == [
        "Title",
        "a       rate",
        "------------",
        "longer     1",
    ]
