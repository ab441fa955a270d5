"""Killed at every single step of ending a round: whole or not at all, and told once.

Real files, real SIGKILL, one process for each step. What is left is looked at in the raw database
before anything mends it; then the bot starts again. That the disk itself loses nothing in a power
cut is for `synchronous=FULL` and `fsync` to hold, not for this test.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e.process import ROOT
from tests.forensics.closing import AGREED, SCENES, Json
from tests.forensics.mortal import AMID

LONGEST = 280
"""Seconds until a walk is given up; it takes some."""

AGREE = 5
"""Two attempts may differ by a few steps: long statements have a step inside now and then."""

TO_THE_DISK = {
    "BEGIN IMMEDIATE",
    "COMMIT",
    "PRAGMA wal_checkpoint(TRUNCATE)",
    "VACUUM;",
    "open the key to write",
    "remove the key",
    "sync",
    "synced",
    "update",
    "shown",
}
"""What every ending goes through."""


def walk(directory: Path, scene: str, stride: int = 1) -> list[Json]:
    """Return what came of each attempt, the one that lived last."""
    command = [sys.executable, "-m", "tests.forensics.closing", str(directory), scene, str(stride)]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, timeout=LONGEST, check=False
    )
    assert done.returncode == 0, done.stderr
    lines = [line for part in directory.glob("*.jsonl") for line in part.read_text().splitlines()]
    said = sorted(map(json.loads, lines), key=lambda one: int(one["number"]))
    alive = next(place for place, one in enumerate(said) if one["status"] == 0)
    return said[: alive + 1]


def steps(said: list[Json]) -> list[str]:
    """Check that each attempt but the last died where it should; return all steps there are."""
    assert [one["number"] for one in said] == list(range(len(said)))
    assert [one["status"] for one in said] == [-9] * (len(said) - 1) + [0]
    assert all(one["steps"][-1].startswith("died before") for one in said[:-1])
    assert all(len(one["steps"]) == one["number"] + 1 for one in said[:-1])
    found: list[str] = said[-1]["steps"]
    assert len(said) - AGREE <= len(found) < len(said)
    assert found[found.index("VACUUM;") + 1] == AMID
    return found


def half_done(one: Json, final: str, result: list[object]) -> list[str]:
    """Return what is wrong with what a dead process left and what the next one made of it."""
    left, after = one["left"], one["after"]
    wrong = []
    if left["state"] in ("open", "closing"):
        if left["results"] or not left["key"] or left["ballots"] != one["answers"]:
            wrong.append("not whole any more, and not finished")
    elif left["state"] != final or left["results"] != result or left["ballots"]:
        wrong.append("finished, but not whole")
    if one["again"]["state"] not in ({final, "open"} if left["state"] == "open" else {final}):
        wrong.append("not finished by the next start")
    if after != {"state": final, "results": result, "ballots": 0, "key": False, "key_files": 0}:
        wrong.append("not finished in the end")
    if one["told"] != (["Summary"] if final == "closed" else []):
        wrong.append(f"told {one['told']}")
    if one["traces"]:
        wrong.append("pieces of ballots are left")
    return wrong


def faults(said: list[Json], scene: str, final: str, result: list[object]) -> dict[str, list[str]]:
    """Return the places of death that left something wrong."""
    whole = ({**one, "answers": SCENES[scene].answers} for one in said)
    found = {f"{o['number']}: {o['steps'][-1]}": half_done(o, final, result) for o in whole}
    return {place: wrong for place, wrong in found.items() if wrong}


def test_a_close_is_whole_or_not_at_all(tmp_path: Path) -> None:
    """Ten answers: the same result wherever it dies, once; no key, no ballot, no trace."""
    said = walk(tmp_path, "close")
    found = steps(said)
    assert set(found) >= TO_THE_DISK | {"open the key", "post"}
    (result,) = said[-1]["after"]["results"]
    assert result["answered"] == SCENES["close"].answers
    assert result["comments"][0]["comments"] == [f"{AGREED} {number}" for number in range(10)]
    assert faults(said, "close", "closed", [result]) == {}


def test_a_close_below_the_threshold_keeps_nothing(tmp_path: Path) -> None:
    """Five answers: wherever it dies only that there were too few is kept, and told once."""
    said = walk(tmp_path, "few")
    assert set(steps(said)) >= TO_THE_DISK | {"post"}
    assert faults(said, "few", "closed", [None]) == {}


def test_a_cancelling_leaves_nothing(tmp_path: Path) -> None:
    """A cancelled dialogue: wherever it dies the answers are gone, or all there; nobody is told."""
    said = walk(tmp_path, "cancel")
    assert set(steps(said)) >= TO_THE_DISK
    assert faults(said, "cancel", "voided", []) == {}


def test_a_close_the_wrong_way_round_is_found(tmp_path: Path) -> None:
    """The control: a close that destroys the key first is half done after some deaths."""
    said = walk(tmp_path, "wrong", stride=5)
    found = faults(said, "wrong", "closed", said[-1]["after"]["results"])
    assert "not whole any more, and not finished" in {w for wrong in found.values() for w in wrong}


@pytest.mark.parametrize(
    ("part", "change"),
    [
        ("left", {"results": [{"answered": 10}, {"answered": 10}]}),
        ("left", {"ballots": 4}),
        ("after", {"key_files": 1}),
        ("again", {"state": "closing"}),
        ("", {"told": ["Summary", "Summary"]}),
        ("", {"told": []}),
        ("", {"traces": 1}),
    ],
    ids=["two results", "some ballots", "a key", "unfinished", "told twice", "untold", "a trace"],
)
def test_each_fault_is_told(part: str, change: Json) -> None:
    """The control: the judge finds each single thing that could be wrong."""
    whole: Json = {"state": "closed", "results": [None], "ballots": 0, "key": False}
    whole |= {"key_files": 0}
    one: Json = {"answers": 10, "told": ["Summary"], "traces": 0}
    one |= {"left": whole, "again": whole, "after": whole}
    assert half_done(one, "closed", [None]) == []
    wrong = {**one, part: {**one[part], **change}} if part else {**one, **change}
    assert len(half_done(wrong, "closed", [None])) == 1
