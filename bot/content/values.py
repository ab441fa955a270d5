"""Single values of a file of settings, each noted when it is not what it should be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from bot.content.nearest import nearest
from bot.content.nodes import Mapping as Keys
from bot.content.nodes import Node, Place, Scalar
from bot.content.problems import Notes

T = TypeVar("T")

LONGEST_NUMBER = 9
"""Digits; no number needs more than four."""


class Values:
    """Reads what stands after keys."""

    def __init__(self, notes: Notes) -> None:
        """Note mistakes there."""
        self.notes = notes

    def number(self, node: Keys, name: str, allowed: range) -> int | None:
        """Return the whole number after the key, None for none or a wrong one."""
        said = self.text(node, name)
        if said is None:
            return None
        text = said.text.strip()
        if not (text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER):
            self.notes.add("expected-number", said.place, key=name)
            return None
        number = int(text)
        if number < allowed[0]:
            self.notes.add("number-too-low", said.place, key=name, limit=str(allowed[0]))
        elif number > allowed[-1]:
            self.notes.add("number-too-high", said.place, key=name, limit=str(allowed[-1]))
        return number if number in allowed else None

    def choice(self, node: Keys, name: str, choices: Mapping[str, T], given: T) -> T:
        """Return what the word after the key stands for, or what was given."""
        said = self.text(node, name)
        if said is None:
            return given
        chosen = choices.get(said.text.strip().casefold())
        if chosen is None:
            near = nearest(said.text, choices)
            allowed = ", ".join(list(choices)[:2])
            self.notes.add(
                "unknown-choice",
                said.place,
                word=said.text,
                key=name,
                nearest=near,
                allowed=allowed,
            )
            return given
        return chosen

    def text(self, node: Keys, name: str) -> Scalar | None:
        """Return the text after the key; a key with nothing after it, or with more, is noted."""
        value = node.get(name)
        if value is None:
            return None
        if not isinstance(value, Scalar):
            self.notes.add("expected-text", value.place, key=name)
            return None
        if not value.text.strip():
            self.notes.add("empty-text", place_of_key(node, name), key=name)
            return None
        return value

    def known(self, node: Keys, allowed: Sequence[str]) -> None:
        """Note keys that have no place here."""
        for key, _ in node.entries:
            if key.text not in allowed:
                self.unknown("unknown-key", key, allowed)

    def unknown(self, code: str, said: Scalar, allowed: Iterable[str], **more: str) -> None:
        """Note a word that is none of those allowed, with the one that was probably meant."""
        choices = list(allowed)
        near, every = nearest(said.text, choices), ", ".join(choices) or "–"
        self.notes.add(code, said.place, key=said.text, nearest=near, allowed=every, **more)

    def missing(self, node: Keys, key: str, allowed: Iterable[str]) -> None:
        """Note a key that must be there, unless there is one that was probably meant for it."""
        if not misspelled(node, key, allowed):
            self.notes.add("missing-key", node.place, key=key)

    def expected_keys(self, name: str, node: Node, allowed: Sequence[str]) -> None:
        """Note something else where keys should be."""
        self.notes.add("expected-keys", node.place, key=name, allowed=", ".join(allowed))


def is_empty(node: Node) -> bool:
    """Whether nothing stands after the key."""
    return isinstance(node, Scalar) and not node.text


def place_of_key(node: Keys, name: str) -> Place:
    """Return where the key stands, or else where the keys begin."""
    key = node.key(name)
    return key.place if key else node.place


def misspelled(node: Keys, key: str, allowed: Iterable[str]) -> bool:
    """Whether a key that has no place here was probably meant to be this one."""
    choices = tuple(allowed)
    others = (name.text for name, _ in node.entries if name.text not in choices)
    return any(nearest(each, choices) == key for each in others)
