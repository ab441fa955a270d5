"""What every test can use."""

from __future__ import annotations

import gc
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

MEMORY = Path("/dev/shm")
"""Files that no disk holds. There the thousands of stores need not wait for one at each commit."""

ROOM = 1024**3
"""Bytes that must be free there. A run has less than a tenth of it in use at any time."""


def _in_memory() -> bool:
    """Whether temporary files can lie in memory: there is room, and programs may be run there.

    No test could tell the difference: a killed process loses nothing that the system has got, and
    that each commit asks for the disk (`synchronous`, `fsync`) is asserted where it is done.
    """
    if not (MEMORY.is_dir() and os.access(MEMORY, os.W_OK | os.X_OK)):
        return False
    runs_programs = not os.statvfs(MEMORY).f_flag & os.ST_NOEXEC
    return runs_programs and shutil.disk_usage(MEMORY).free > ROOM


if "TMPDIR" not in os.environ and _in_memory():  # noqa: TID251 - whoever names a place gets it
    tempfile.tempdir = str(MEMORY)

# No example is judged by the clock, which a busy machine bends. The examples are the same in every
# run, so that whoever changes something is not told of what others left;
# `pytest --hypothesis-profile=explore` looks for new ones.
settings.register_profile(
    "explore",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    print_blob=True,
    max_examples=500,
)
settings.register_profile(
    "aptbot", settings.get_profile("explore"), max_examples=100, derandomize=True
)
settings.load_profile("aptbot")


def pytest_xdist_auto_num_workers() -> int:
    """Start half as many workers more than there are processors: a test waits as long as it works.

    It waits for the disk, for servers to end and for processes of its own.
    """
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 2
    return processors + processors // 2


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Iterator[None]:
    """Collect without looking for garbage: there is next to none, and that took almost half.

    What has been collected stays to the end, so nobody needs to look through it again and again.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        gc.freeze()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that writes golden files anew."""
    parser.addoption("--update-golden", action="store_true", help="write golden files anew")


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be written instead of compared."""
    return bool(request.config.getoption("--update-golden"))
