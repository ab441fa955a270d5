"""Waiting for something with a deadline."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

_STEP = 0.01
_Result = TypeVar("_Result")


def wait_until(check: Callable[[], _Result], seconds: float, what: str) -> _Result:
    """Ask again and again until the answer is true; gives the answer. Raises `TimeoutError`."""
    end = time.monotonic() + seconds
    while not (answer := check()):
        if time.monotonic() > end:
            raise TimeoutError(f"Waited {seconds} s: {what}.")
        time.sleep(_STEP)
    return answer
