"""What a YAML parser sees in a text, one piece after the other, whichever parser it was.

There are two. libyaml is written in C and is many times as fast. `ruamel.yaml` is written in
Python, and its mistakes are what `bot.content.syntax` puts into words. Their events have the same
names. Where they see a text differently, `ruamel.yaml` is right, since it reads YAML 1.2 and more
strictly; such texts are rare and are told here (`tests/content/test_events.py` compares the two).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

import yaml
from ruamel.yaml import YAML
from ruamel.yaml.events import Event as RuamelEvent

from bot.content.problems import Place

HAS_LIBYAML = yaml.__with_libyaml__
"""PyYAML comes without libyaml where no built package fits the machine."""


class Kind(StrEnum):
    """The events that mean something here, by the names of both parsers' classes."""

    DOCUMENT = "DocumentStartEvent"
    TEXT = "ScalarEvent"
    ALIAS = "AliasEvent"
    LIST = "SequenceStartEvent"
    LIST_END = "SequenceEndEvent"
    KEYS = "MappingStartEvent"
    KEYS_END = "MappingEndEvent"


class Event(NamedTuple):
    """One piece of a text. `style` is YAML's: empty, a quotation mark, `|` or `>`."""

    kind: Kind
    place: Place
    text: str
    style: str
    is_anchored: bool
    is_tagged: bool


_KINDS = {str(kind): kind for kind in Kind}

_SEEN_DIFFERENTLY = "\t\ufeff\x85\u2028\u2029"
"""Tabs in odd places, byte order marks, and what YAML 1.1 takes for line breaks."""

_WRITTEN_DIFFERENTLY = re.compile(
    r"^%"  # directives
    r"|^(?:---|\.\.\.)(?:\s|$)"  # marks between documents
    r"|[|>](?:[-+0-9]*#"  # a comment close to a bar
    r"|[^\n]*\n +\n)",  # a text under a bar that begins with a line of spaces
    re.MULTILINE,
)


def strict_events(text: str) -> Iterator[Event]:
    """Yield what `ruamel.yaml` sees. Raises its MarkedYAMLError at a mistake."""
    yield from _events(YAML(typ="safe", pure=True).parse(text))


def quick_events(text: str) -> list[Event] | None:
    """Return what libyaml sees, or None for what is left to `ruamel.yaml`.

    That is each text with a mistake, so that only one parser's mistakes need words; what the two
    could see differently; and what nearly always is a mistake in a dialogue: a file without keys,
    a value that is missing, anchors, aliases and tags.
    """
    if not HAS_LIBYAML or any(sign in text for sign in _SEEN_DIFFERENTLY):
        return None
    if _WRITTEN_DIFFERENTLY.search(text):
        return None
    try:
        events = list(_events(iter(yaml.CBaseLoader(text).get_event, None)))
    except (yaml.YAMLError, UnicodeEncodeError):
        return None
    begins_with_keys = [event.kind for event in events[:2]] == [Kind.DOCUMENT, Kind.KEYS]
    return None if not begins_with_keys or any(map(_is_unusual, events)) else events


def _is_unusual(event: Event) -> bool:
    is_missing = event.kind is Kind.TEXT and not event.text and not event.style
    return is_missing or event.kind is Kind.ALIAS or event.is_anchored or event.is_tagged


def _events(seen: Iterable[yaml.Event | RuamelEvent]) -> Iterator[Event]:
    """Yield the events of either parser as our own."""
    for event in seen:
        kind, mark = _KINDS.get(type(event).__name__), event.start_mark
        if kind is None or mark is None:
            continue
        yield Event(
            kind,
            Place(mark.line + 1, mark.column + 1),
            str(getattr(event, "value", "")),
            getattr(event, "style", None) or "",
            bool(getattr(event, "anchor", None)),
            bool(getattr(event, "tag", None)),
        )
