"""Which type a model expects at a place of a file: for suggestions of keys and choices."""

from __future__ import annotations

from typing import Annotated, TypeGuard, get_args, get_origin

from pydantic import BaseModel

from bot.domain.programme import Component, LocalText

Path = tuple[str | int, ...]
"""Keys and positions in lists, from the top of the file."""


def type_at(model: type[BaseModel], path: Path) -> object:
    """Return the type that the model expects at the path, None where it expects nothing."""
    expected: object = model
    for part in path:
        expected = _below(expected, part)
    return expected


def keys_of(expected: object) -> tuple[str, ...]:
    """Return the keys that a value of this type may have; none for a text or a list."""
    if is_model(expected):
        return tuple(expected.model_fields)
    return tuple(Component) if get_origin(expected) is dict else ()


def is_text_per_language(expected: object) -> bool:
    """Whether a text in every language is expected."""
    return is_model(expected) and issubclass(expected, LocalText)


def is_model(expected: object) -> TypeGuard[type[BaseModel]]:
    """Whether keys with values are expected."""
    return isinstance(expected, type) and issubclass(expected, BaseModel)


def _below(expected: object, part: str | int) -> object:
    """Return the type of a model's field, of a list's item or of a dict's value."""
    if is_model(expected):
        field = expected.model_fields.get(str(part))
        return _bare(field.annotation) if field else None
    position = 1 if get_origin(expected) is dict else 0
    arguments = get_args(expected)
    return _bare(arguments[position]) if arguments else None


def _bare(expected: object) -> object:
    """Return the type without `Annotated` and without `| None`."""
    if get_origin(expected) is Annotated:
        return _bare(get_args(expected)[0])
    arguments = get_args(expected)
    if type(None) in arguments:
        return _bare(arguments[0])
    return expected
