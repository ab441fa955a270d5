"""What kind of file a dialogue file is: a theme unless its `kind` says otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TypeAlias

from bot.content.nearest import NONE, nearest
from bot.content.nodes import Node, locate
from bot.content.plain import Plain
from bot.content.problems import Notes
from bot.domain.programme import DeckText, MirrorText, ThemeText

ItemText: TypeAlias = ThemeText | DeckText | MirrorText
"""What one file of a programme says, besides the programme's own."""

THEME, CARDS, MIRROR = "theme", "cards", "mirror"

MODELS: Mapping[str, type[ItemText]] = MappingProxyType(
    {THEME: ThemeText, CARDS: DeckText, MIRROR: MirrorText}
)
"""The model of each kind of file."""

_WRITTEN = (CARDS, MIRROR)
"""The kinds that are written in their files."""

_TELLING = {"cards": CARDS, "component": CARDS, "closing": MIRROR}
"""Keys that only one kind has: what a file of an unknown kind was meant to be."""


def kind_of(data: dict[str, Plain], root: Node, notes: Notes) -> str:
    """Return the kind of the file; one that there is not is noted, and guessed from the keys.

    Afterwards the data have the kind that was returned, as its model wants it.
    """
    written = data.pop("kind", None)
    kind = str(written) if isinstance(written, str) and written in MODELS else ""
    if written is not None and not kind:
        _note_unknown(written, root, notes)
    kind = kind or _guessed(data, written)
    if kind != THEME and written is not None:
        data["kind"] = kind
    return kind


def _note_unknown(written: Plain, root: Node, notes: Notes) -> None:
    """Note a kind that there is not."""
    word = written if isinstance(written, str) else ""
    notes.add(
        "unknown-file-kind",
        locate(root, ("kind",)),
        word=word,
        nearest=nearest(word, _WRITTEN),
        allowed=", ".join(_WRITTEN),
    )


def _guessed(data: dict[str, Plain], written: Plain | None) -> str:
    """Return what the keys tell, or what was probably meant; most files are themes."""
    if "steps" in data:
        return THEME
    meant = nearest(written, _WRITTEN) if isinstance(written, str) else NONE
    told = next((kind for key, kind in _TELLING.items() if key in data), meant)
    return told if told in MODELS else THEME
