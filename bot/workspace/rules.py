"""Rules that a part of a block or view can break, with Slack's wording of what is wrong.

A rule is a small frozen record; `check(value, at, problems)` adds a line to `problems` for each
thing that is wrong, where `at` is the JSON pointer of the value.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

Problems = list[str]

TEXT_KINDS = ("plain_text", "mrkdwn")
_TEXT_FIELDS = {"plain_text": {"type", "text", "emoji"}, "mrkdwn": {"type", "text", "verbatim"}}


class Rule(Protocol):
    """Anything that can check a value."""

    def check(self, value: object, at: str, problems: Problems) -> None:
        """Add what is wrong with the value."""


Rules = dict[str, Rule]


def say(problems: Problems, what: str, at: str) -> None:
    """Add one problem in Slack's form."""
    problems.append(f"{what} [json-pointer:{at}]")


@dataclass(frozen=True, slots=True)
class Str:
    """A string of `least` to `most` characters, maybe of a pattern."""

    most: int
    least: int = 0
    pattern: str = ""
    hint: str = ""

    def check(self, value: object, at: str, problems: Problems) -> None:
        """Add what is wrong with the value."""
        if not isinstance(value, str):
            say(problems, "must provide a string", at)
        elif len(value) > self.most:
            say(problems, f"must be less than {self.most + 1} characters", at)
        elif len(value) < self.least:
            say(problems, f"must be more than {self.least - 1} characters", at)
        elif self.pattern and not re.fullmatch(self.pattern, value):
            say(problems, f"must be {self.hint}", at)


@dataclass(frozen=True, slots=True)
class Flag:
    """True or false."""

    def check(self, value: object, at: str, problems: Problems) -> None:
        """Add what is wrong with the value."""
        if not isinstance(value, bool):
            say(problems, "must be a valid boolean", at)


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number within bounds."""

    least: int
    most: int

    def check(self, value: object, at: str, problems: Problems) -> None:
        """Add what is wrong with the value."""
        if isinstance(value, bool) or not isinstance(value, int):
            say(problems, "must be an integer", at)
        elif not self.least <= value <= self.most:
            say(problems, f"must be between {self.least} and {self.most}", at)


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of a few words."""

    words: tuple[str, ...]

    def check(self, value: object, at: str, problems: Problems) -> None:
        """Add what is wrong with the value."""
        if value not in self.words:
            say(problems, f"must be one of: {', '.join(self.words)}", at)


@dataclass(frozen=True, slots=True)
class Anything:
    """A value that the workspace does not look into."""

    def check(self, value: object, at: str, problems: Problems) -> None:
        """Add nothing."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text object of 1 to `most` characters."""

    most: int
    kinds: tuple[str, ...] = ("plain_text",)

    def check(self, value: object, at: str, problems: Problems) -> None:
        """Add what is wrong with the value."""
        if not isinstance(value, dict):
            say(problems, "must provide an object", at)
            return
        kind = value.get("type")
        if kind not in self.kinds:
            say(problems, f"unsupported type: {kind}", f"{at}/type")
            return
        extra = value.keys() - _TEXT_FIELDS[kind]
        if extra:
            say(problems, f"invalid additional property: {min(extra)}", at)
        if "text" not in value:
            say(problems, "missing required field: text", at)
        else:
            Str(self.most, least=1).check(value["text"], f"{at}/text", problems)


@dataclass(frozen=True, slots=True)
class Items:
    """A list of `least` to `most` things."""

    of: Rule
    most: int
    least: int = 0

    def check(self, value: object, at: str, problems: Problems) -> None:
        """Add what is wrong with the value."""
        if not isinstance(value, list):
            say(problems, "must provide an array", at)
            return
        if len(value) > self.most:
            say(problems, f"no more than {self.most} items allowed", at)
        if len(value) < self.least:
            say(problems, f"must provide at least {self.least} items", at)
        for place, item in enumerate(value):
            self.of.check(item, f"{at}/{place}", problems)


@dataclass(frozen=True, slots=True)
class Fields:
    """An object with named fields; `also` checks what one field alone cannot tell."""

    required: Mapping[str, Rule] = field(default_factory=dict)
    optional: Mapping[str, Rule] = field(default_factory=dict)
    also: Callable[[dict[str, Any], str, Problems], None] | None = None

    def check(self, value: object, at: str, problems: Problems) -> None:
        """Add what is wrong with the value."""
        if not isinstance(value, dict):
            say(problems, "must provide an object", at)
            return
        before = len(problems)
        for name in self.required:
            if value.get(name) is None:
                say(problems, f"missing required field: {name}", at)
        for name, part in value.items():
            self._check_field(name, part, at, problems)
        if self.also is not None and len(problems) == before:
            self.also(value, at, problems)

    def _check_field(self, name: str, part: object, at: str, problems: Problems) -> None:
        rule = self.required.get(name) or self.optional.get(name)
        if rule is None:
            say(problems, f"invalid additional property: {name}", at)
        elif part is not None:
            rule.check(part, f"{at}/{name}", problems)


@dataclass(frozen=True, slots=True)
class ByType:
    """An object whose `type` chooses the rule; only `allowed` types fit here."""

    table: Mapping[str, Fields]
    allowed: frozenset[str]

    def check(self, value: object, at: str, problems: Problems) -> None:
        """Add what is wrong with the value."""
        if not isinstance(value, dict):
            say(problems, "must provide an object", at)
            return
        kind = value.get("type")
        if kind is None:
            say(problems, "missing required field: type", at)
        elif kind not in self.allowed:
            say(problems, f"unsupported type: {kind}", f"{at}/type")
        else:
            self.table[kind].check(value, at, problems)
