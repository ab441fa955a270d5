"""Checks plain data against a model and words each of pydantic's errors.

pydantic finds the mistakes; here each gets its place in the file and a wording that helps a person
who has never heard of a model.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from bot.content.nearest import nearest
from bot.content.nodes import Node, locate
from bot.content.plain import Plain
from bot.content.problems import Notes
from bot.content.shape import Path, is_text_per_language, keys_of, type_at
from bot.domain.programme import Component, Group, Language, StepKind
from bot.domain.rolling import Period
from bot.domain.steps import LINK_PATTERN

M = TypeVar("M", bound=BaseModel)
Wording = tuple[str, dict[str, str | int]]
"""The code of a message and its parameters."""

_MISSING = "missing"
_EXTRA = "extra_forbidden"
_KEYS = ("model_type", "dict_type")
_WHOLE = "value_error"  # of a model as a whole, which bot.content.whole words itself
_CHOICES: dict[str, type[StrEnum]] = {"kind": StepKind, "group": Group, "rolling": Period}
_PLAIN_CODES = {
    "string_type": "expected-text",
    "tuple_type": "expected-list",
    "int_type": "expected-number",
    "int_parsing": "expected-number",
    "int_parsing_size": "expected-number",
    "bool_type": "expected-true",
    "bool_parsing": "expected-true",
    "string_too_short": "empty-text",
    "string_pattern_mismatch": "bad-id",
}
_LIMITS = {
    "string_too_long": ("too-long", "max_length"),
    "too_long": ("too-many", "max_length"),
    "too_short": ("too-few", "min_length"),
    "greater_than_equal": ("number-too-low", "ge"),
    "less_than_equal": ("number-too-high", "le"),
}


def check(model: type[M], data: Plain, root: Node, notes: Notes) -> M | None:
    """Return the data as the model, or None after noting every mistake."""
    try:
        return model.model_validate(data)
    except ValidationError as error:
        found = error.errors(include_url=False)
    details = [d for d in found if not _follows(d)]
    meant = {(*d["loc"][:-1], _meant(model, d)) for d in details if d["type"] == _EXTRA}
    for detail in details:
        # A key that is only misspelled is not missing as well.
        if detail["type"] != _MISSING or detail["loc"] not in meant:
            _note(model, detail, root, notes)
    if not notes:  # what is refused is never refused in silence
        notes.add("invalid", root.place, key="", said=found[0]["msg"])
    return None


def _follows(detail: ErrorDetails) -> bool:
    """Whether the error only follows from others, or is worded by `bot.content.whole`.

    pydantic finds a list too short also when enough items are there, but some are wrong.
    """
    value = detail["input"]
    if detail["type"] == "too_short" and isinstance(value, list):
        return len(value) >= int(detail["ctx"]["min_length"])
    return detail["type"] == _WHOLE


def _meant(model: type[BaseModel], detail: ErrorDetails) -> str:
    """Return which key an unknown one was meant to be."""
    path = detail["loc"]
    return nearest(str(path[-1]), keys_of(type_at(model, path[:-1])))


def _note(model: type[BaseModel], detail: ErrorDetails, root: Node, notes: Notes) -> None:
    """Note one of pydantic's errors at its place."""
    path = detail["loc"]
    wrong_key = path[-1:] == ("[key]",)  # how pydantic marks that a dict's key itself is wrong
    path = path[:-1] if wrong_key else path
    at_key = wrong_key or detail["type"] == _EXTRA
    place = locate(root, path[:-1], key=str(path[-1])) if at_key else locate(root, path)
    code, params = _wording(model, path, detail)
    notes.add(code, place, **params)


def _wording(model: type[BaseModel], path: Path, detail: ErrorDetails) -> Wording:
    """Return the wording of an error at a path."""
    kind, key = detail["type"], _key(path)
    if kind == _MISSING:
        return _missing(path)
    if kind == _EXTRA:
        return _unknown_key(path, keys_of(type_at(model, path[:-1])))
    if kind == "enum":
        return _unknown_choice(path, detail["input"])
    if kind in _KEYS:
        return _expected_keys(key, type_at(model, path))
    if kind in _LIMITS:
        return _limit(key, detail)
    return _plain_code(detail), {"key": key, "said": detail["msg"]}


def _plain_code(detail: ErrorDetails) -> str:
    """Return the code of an error that only needs the name of its key."""
    is_pattern = detail["type"] == "string_pattern_mismatch"
    if is_pattern and detail["ctx"]["pattern"] == LINK_PATTERN:
        return "bad-link"
    return _PLAIN_CODES.get(detail["type"], "invalid")


def _missing(path: Path) -> Wording:
    key = str(path[-1])
    if key in list(Language):
        return "missing-translation", {"key": _key(path[:-1]), "language": key}
    return "missing-key", {"key": key}


def _unknown_key(path: Path, allowed: tuple[str, ...]) -> Wording:
    key = str(path[-1])
    if path == ("id",):
        return "id-key", {}
    return "unknown-key", {"key": key, **_choices(key, allowed)}


def _unknown_choice(path: Path, value: object) -> Wording:
    """Word a value that is none of the choices, or a key that is none of the components."""
    key, word = str(path[-1]), str(value)
    if key in _CHOICES:
        return "unknown-choice", {"key": key, "word": word, **_choices(word, _CHOICES[key])}
    return "unknown-component", {"word": word, **_choices(word, Component)}


def _choices(word: str, allowed: Iterable[str]) -> dict[str, str | int]:
    """Return what may stand instead of the word, and which of it was probably meant."""
    choices = tuple(allowed)
    return {"nearest": nearest(word, choices), "allowed": ", ".join(choices)}


def _expected_keys(key: str, expected: object) -> Wording:
    if is_text_per_language(expected):
        return "expected-languages", {"key": key}
    return "expected-keys", {"key": key, "allowed": ", ".join(keys_of(expected))}


def _limit(key: str, detail: ErrorDetails) -> Wording:
    code, name = _LIMITS[detail["type"]]
    limit, value = int(detail["ctx"][name]), detail["input"]
    length = len(value) if isinstance(value, str | list) else 0
    return code, {"key": key, "limit": limit, "length": length, "over": max(length - limit, 0)}


def _key(path: Path) -> str:
    """Return the last key of the path; a language is named together with its text's key."""
    keys = [part for part in path if isinstance(part, str)]
    if len(keys) > 1 and keys[-1] in list(Language):
        return f"{keys[-2]}: {keys[-1]}"
    return keys[-1] if keys else ""
