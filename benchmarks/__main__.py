"""All benchmarks, one table each: `python -m benchmarks [--cores N]` (or `make bench`).

Everything stays on this machine's loopback and in temporary directories, and is done in less than
two minutes. Ratios within one run are what counts: absolute figures differ between machines, and
between moments on a busy one.
"""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import (
    areas,
    box,
    dialogues,
    dispatch,
    noise,
    occasions,
    pictures,
    privacy,
    store,
    subjects,
)
from benchmarks.people import FULL


def main() -> None:
    """Run all, on two cores unless told otherwise."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--cores", type=int, default=2, help="cores for all processes together")
    keep_to(parser.parse_args().cores)
    dispatch.main(FULL)
    print()
    with TemporaryDirectory() as directory:
        store.main(Path(directory))
    print()
    occasions.main()
    print()
    box.main()
    print()
    dialogues.main()
    print()
    privacy.main()
    print()
    subjects.main()
    print()
    pictures.main()
    print()
    areas.main()
    print()
    # The whole of it takes a minute more: `python -m benchmarks.noise`.
    print(noise.interval_table())


def keep_to(cores: int) -> None:
    """Let this process and those it starts use so many cores, where the system can do that."""
    if hasattr(os, "sched_setaffinity"):
        allowed = sorted(os.sched_getaffinity(0))
        os.sched_setaffinity(0, allowed[-max(1, cores) :])
        print(f"On {min(max(1, cores), len(allowed))} of {os.cpu_count()} cores")


if __name__ == "__main__":
    main()
