"""The sample people: read and checked from one YAML file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from bot.workspace.errors import SampleError
from bot.workspace.model import AppIdentity, Channel, Command, Team, User

DEFAULT_SAMPLE = Path(__file__).with_name("sample.yaml")
_COLORS = ("2f6f5e", "8a4b2d", "3b5b92", "7a3e6b", "6b6f1d", "a0522d", "2d7d8a", "8c2f45")

_Record = TypeVar("_Record")


@dataclass(frozen=True, slots=True)
class Sample:
    """Everything that a fresh workspace starts with.

    `sentences` are what robots may write; `intro` are the first steps that the page suggests.
    """

    team: Team
    app: AppIdentity
    users: tuple[User, ...]
    channels: tuple[Channel, ...]
    commands: tuple[Command, ...]
    sentences: tuple[str, ...]
    intro: tuple[str, ...]


def load_sample(path: Path | str | None = None) -> Sample:
    """Read a sample file, or the one that comes with the package.

    Raises `SampleError` with the file and the remedy if it cannot be used.
    """
    source = Path(path) if path is not None else DEFAULT_SAMPLE
    try:
        data = YAML(typ="safe", pure=True).load(source.read_text(encoding="utf-8"))
    except OSError as error:
        raise SampleError(f"{source}: the file cannot be read ({error.strerror}).") from error
    except YAMLError as error:
        raise SampleError(f"{source}: this is not valid YAML: {error}") from error
    if not isinstance(data, dict):
        raise SampleError(f"{source}: the file must hold team, app, users, channels and commands.")
    return _check(_build(data, source), source)


def _build(data: Mapping[str, Any], source: Path) -> Sample:
    app = _one(AppIdentity, data.get("app"), f"{source}: app")
    users = [
        _one(partial(_user, number), entry, f"{source}: users")
        for number, entry in enumerate(_list(data, "users", source))
    ]
    me = User(id=app.user_id, name=app.name, real_name=app.name, title="App", is_bot=True)
    return Sample(
        team=_one(Team, data.get("team"), f"{source}: team"),
        app=app,
        users=(*users, me),
        channels=_many(_channel, data, "channels", source),
        commands=_many(Command, data, "commands", source),
        sentences=_lines(data, "sentences"),
        intro=_lines(data, "intro"),
    )


def _user(number: int, **fields: Any) -> User:  # noqa: ANN401  (as in the file)
    return User(**{"color": _COLORS[number % len(_COLORS)], **fields})


def _channel(*, members: list[str], **fields: Any) -> Channel:  # noqa: ANN401  (as in the file)
    return Channel(members=tuple(members), **fields)


def _lines(data: Mapping[str, Any], key: str) -> tuple[str, ...]:
    return tuple(str(line) for line in data.get(key) or ())


def _list(data: Mapping[str, Any], key: str, source: Path) -> list[Any]:
    entries = data.get(key)
    if not isinstance(entries, list) or not entries:
        raise SampleError(f"{source}: {key} must be a list with at least one entry.")
    return entries


def _many(
    build: Callable[..., _Record], data: Mapping[str, Any], key: str, source: Path
) -> tuple[_Record, ...]:
    return tuple(_one(build, entry, f"{source}: {key}") for entry in _list(data, key, source))


def _fields(entry: object, where: str) -> dict[str, Any]:
    if not isinstance(entry, dict):
        raise SampleError(f"{where}: expected names and values, found {entry!r}.")
    return entry


def _one(build: Callable[..., _Record], entry: object, where: str) -> _Record:
    fields = _fields(entry, where)
    try:
        return build(**fields)
    except TypeError as error:
        raise SampleError(f"{where}: {error} in {fields!r}.") from error


def _check(sample: Sample, source: Path) -> Sample:
    ids = [user.id for user in sample.users] + [channel.id for channel in sample.channels]
    repeated = sorted({one for one in ids if ids.count(one) > 1})
    if repeated:
        raise SampleError(f"{source}: these ids occur more than once: {', '.join(repeated)}.")
    for channel in sample.channels:
        unknown = sorted(set(channel.members) - set(ids))
        if unknown:
            names = ", ".join(unknown)
            raise SampleError(f"{source}: {channel.name} has unknown members: {names}.")
    wrong = [one.command for one in sample.commands if not one.command.startswith("/")]
    if wrong:
        raise SampleError(f"{source}: commands start with a slash: {', '.join(wrong)}.")
    return sample
