"""What texts select on."""

from __future__ import annotations


def yes(truth: bool) -> str:
    """Return the truth as texts select on it."""
    return "yes" if truth else "no"
