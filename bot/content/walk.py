"""All texts of a record, each with the way to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from bot.domain.programme import LocalText

Path = tuple[str | int, ...]
"""Keys and positions in lists, from the top of the file."""


def texts_of(value: object, path: Path = ()) -> Iterator[tuple[Path, LocalText]]:
    """Yield every text in the value, at any depth, in the order of the fields."""
    if isinstance(value, LocalText):
        yield path, value
    elif isinstance(value, str | int):  # most of them by far
        return
    elif isinstance(value, BaseModel):
        for name, below in vars(value).items():
            yield from texts_of(below, (*path, name))
    elif isinstance(value, Mapping):
        for key, below in value.items():
            yield from texts_of(below, (*path, str(key)))
    elif isinstance(value, tuple):
        for index, below in enumerate(value):
            yield from texts_of(below, (*path, index))
