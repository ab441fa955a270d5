"""Logging: what happened, never who or what they said."""

from __future__ import annotations

import logging

FORMAT = "%(asctime)s %(levelname)-7s %(name)s: %(message)s"

CHATTY = (
    "slack_bolt",
    "slack_sdk",
    "apscheduler",
    "uvicorn",
    "websockets",
    "asyncio",
    "httpx",
    "httpcore",
)
"""Libraries whose finer levels log whole requests: users, texts and tokens."""


def configure(level: str) -> None:
    """Log to standard error from `level` on; libraries only what has gone wrong."""
    logging.basicConfig(level=level, format=FORMAT, force=True)
    silence_libraries()


def silence_libraries() -> None:
    """Let the libraries log only what has gone wrong."""
    for name in CHATTY:
        logging.getLogger(name).setLevel(logging.ERROR)
