"""Several processes in a directory: the first mends, the others wait for it, and no stranger."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from subprocess import Popen

import pytest

from bot.errors import StoreError
from bot.stores import lock as module
from bot.stores.lock import DirectoryLock, Starting
from tests.stores import process

Start = Callable[[], Popen[str]]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Give a way to start processes that come in; all are killed afterwards."""
    started: list[Popen[str]] = []

    def one() -> Popen[str]:
        started.append(process.start("come in", tmp_path, 2))
        process.go(started[-1])
        return started[-1]

    yield one
    for each in started:
        kill(each)


def kill(one: Popen[str]) -> None:
    """Kill it without warning."""
    one.kill()
    one.communicate(timeout=60)


def at_work(one: Popen[str], came: str) -> None:
    """Let it come in, as the first or the next, and go to work."""
    assert process.told(one) == came
    process.go(one)
    assert process.told(one) == "at work"


def test_the_next_wait_until_the_first_has_mended(start: Start) -> None:
    """Four processes: one is the first, and nobody works before it does."""
    first = start()
    assert process.told(first) == "first"
    others = [start() for _ in range(3)]
    assert [process.told(each) for each in others] == ["waiting"] * 3

    process.go(first)
    assert process.told(first) == "at work"
    for each in others:
        process.go(each)
        at_work(each, "next")


def test_killed_while_mending(start: Start) -> None:
    """Whoever waited for the first that died is the first now, and mends."""
    first, second = start(), start()
    assert process.told(first) == "first"
    assert process.told(second) == "waiting"
    kill(first)

    process.go(second)
    at_work(second, "first")


def test_killed_at_work(start: Start) -> None:
    """While others are at work nobody is the first; when the last has died somebody is."""
    first = start()
    at_work(first, "first")
    second = start()
    at_work(second, "next")
    kill(first)
    third = start()
    at_work(third, "next")

    kill(second)
    kill(third)
    at_work(start(), "first")


def test_one_alone_lets_nobody_in(tmp_path: Path, start: Start) -> None:
    """One that works alone is not joined, and does not join; each is told what to do."""
    places = (tmp_path / "data", tmp_path / "keys")
    alone = DirectoryLock(*places)
    with pytest.raises(StoreError, match="lock-taken") as refused:
        DirectoryLock(*places)
    assert not isinstance(refused.value, Starting), "not worth waiting for"
    alone.begin()
    with pytest.raises(StoreError, match="lock-taken"):
        DirectoryLock(*places, several=True)
    alone.release()

    at_work(start(), "first")
    with pytest.raises(StoreError, match="lock-taken"):
        DirectoryLock(*places)


def test_keys_of_another_bot_are_not_shared(tmp_path: Path, start: Start) -> None:
    """A bot with a database of its own is refused, and what it had taken is free again."""
    at_work(start(), "first")
    stranger = tmp_path / "stranger"
    with pytest.raises(StoreError, match=f"lock-taken, directory: {tmp_path / 'keys'}"):
        DirectoryLock(stranger, tmp_path / "keys", several=True)
    DirectoryLock(stranger).release()


def test_one_that_is_just_dying_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The locks of a process go one after the other: in between it is no stranger."""
    places = (tmp_path / "data", tmp_path / "keys")
    dying = DirectoryLock(places[1], several=True)
    dying.begin()

    def wait(attempt: Callable[[], bool], patience: float) -> bool:
        assert patience
        assert not attempt()
        dying.release()
        return attempt()

    monkeypatch.setattr(module, "patiently", wait)
    lock = DirectoryLock(*places, several=True)
    assert lock.first
    lock.release()
