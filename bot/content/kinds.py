"""What kind of file a dialogue file is: a theme unless its `kind` says otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TypeAlias

from bot.content.nearest import nearest
from bot.content.plain import Plain
from bot.content.problems import Notes
from bot.content.nodes import Node, locate
from bot.domain.programme import DeckText, MirrorText, ThemeText

ItemText: TypeAlias = ThemeText | DeckText | MirrorText
"""What one file of a programme says, besides the programme's own."""

THEME, CARDS, MIRROR = "theme", "cards", "mirror"

MODELS: Mapping[str, type[ItemText]] = MappingProxyType(
    {THEME: ThemeText, CARDS: DeckText, MIRROR: MirrorText}
)
"""The model of each kind of file."""

_TELLING = {"cards": CARDS, "component": CARDS, "closing": MIRROR}
"""Keys that only one kind has: what a file of an unknown kind was meant to be."""


def kind_of(data: dict[str, Plain], root: Node, notes: Notes) -> str:
    """Return the kind of the file; a kind that there is not is noted and guessed.

    The kind of a theme is not written; where it is, it is taken out of the data.
    """
    written = data.get("kind")
    if written is None or written == THEME:
        data.pop("kind", None)
        return _guessed(data) if written is None else THEME
    if written in MODELS:
        return str(written)
    allowed = (CARDS, MIRROR)
    word = written if isinstance(written, str) else ""
    notes.add(
        "unknown-file-kind",
        locate(root, ("kind",)),
        word=word,
        nearest=nearest(word, allowed),
        allowed=", ".join(allowed),
    )
    return _guessed(data, nearest(word, allowed))


def _guessed(data: dict[str, Plain], otherwise: str = THEME) -> str:
    """Return what the keys tell; a deck without its kind is still read as one."""
    if "steps" in data:
        return THEME
    told = next((kind for key, kind in _TELLING.items() if key in data), otherwise)
    return told if told in MODELS else THEME
