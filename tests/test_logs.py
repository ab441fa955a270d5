"""The log tells what happened; what others say of people in their finer levels stays out."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator

import pytest

from bot import logs


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    """Put every level and handler back."""
    root = logging.getLogger()
    names = ("", "bot.x", *logs.CHATTY)
    handlers, levels = list(root.handlers), {name: logging.getLogger(name).level for name in names}
    yield
    for handler in list(root.handlers):
        root.removeHandler(handler)
    for handler in handlers:
        root.addHandler(handler)
    for name, level in levels.items():
        logging.getLogger(name).setLevel(level)


def written(level: str, name: str, at: int) -> str:
    """Return what stands on standard error when a logger of that name says something."""
    logs.configure(level)
    (handler,) = logging.getLogger().handlers
    assert isinstance(handler, logging.StreamHandler)
    stream = io.StringIO()
    handler.setStream(stream)
    logging.getLogger(name).log(at, "hemligheten")
    return stream.getvalue()


@pytest.mark.parametrize("name", logs.CHATTY)
@pytest.mark.parametrize("at", [logging.DEBUG, logging.INFO, logging.WARNING])
def test_libraries_tell_only_what_has_gone_wrong(name: str, at: int) -> None:
    """Even at DEBUG no library logs requests, for they hold people's words."""
    assert written("DEBUG", name, at) == ""
    assert written("DEBUG", f"{name}.inner.part", at) == ""


@pytest.mark.parametrize("name", ["bot.x", *logs.CHATTY])
def test_errors_are_told(name: str) -> None:
    """What has gone wrong is logged with its level, logger and words."""
    line = written("INFO", name, logging.ERROR)
    assert line.endswith(f"ERROR   {name}: hemligheten\n")


@pytest.mark.parametrize(
    ("level", "at", "told"),
    [
        ("DEBUG", logging.DEBUG, True),
        ("INFO", logging.DEBUG, False),
        ("INFO", logging.INFO, True),
        ("WARNING", logging.INFO, False),
    ],
)
def test_level_is_the_bots_own(level: str, at: int, told: bool) -> None:
    """The level decides what of the bot's own words is logged."""
    assert bool(written(level, "bot.x", at)) is told


def test_configuring_again_replaces() -> None:
    """Each line is written once, however often the log is configured."""
    logs.configure("INFO")
    logs.configure("INFO")
    assert len(logging.getLogger().handlers) == 1
