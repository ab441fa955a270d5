"""What is dear to make and the same for all is made by one worker process, and read by the rest."""

from __future__ import annotations

import fcntl
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar, cast

import pytest

T = TypeVar("T")

ALONE = "master"
"""What pytest-xdist calls the worker when there are no workers."""


def once(factory: pytest.TempPathFactory, worker: str, name: str, make: Callable[[Path], T]) -> T:
    """Return what `make` made in a directory that it is given, here or in another worker.

    Workers that come meanwhile wait for it, as it would take them as long to make their own.
    """
    if worker == ALONE:
        return make(factory.mktemp(name))
    of_this_run = factory.getbasetemp().parent
    kept = of_this_run / f"{name}.pickle"
    with (of_this_run / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not kept.exists():
            kept.write_bytes(pickle.dumps(make(factory.mktemp(name))))
        return cast("T", pickle.loads(kept.read_bytes()))
