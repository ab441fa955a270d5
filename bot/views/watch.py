"""What those who look after the bot are told about the files that it reads."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.locales import Words
from bot.views.model import Note, Sheet, SheetPart

MOST = 10
"""How many mistakes one message tells of."""

LONGEST = 900
"""How many characters of one mistake it tells."""


class FileKind(StrEnum):
    """A kind of files that the bot reads."""

    DIALOGUES = "dialogues"
    AREAS = "areas"
    YEAR = "year"


COMMANDS = {
    FileKind.DIALOGUES: "aptbot dialogues check",
    FileKind.AREAS: "aptbot areas check",
    FileKind.YEAR: "aptbot plan check",
}
"""What shows all mistakes in files of a kind."""


@dataclass(frozen=True)
class Complaint:
    """A mistake with its place and remedy, in words, and the kind of file that it is in."""

    kind: FileKind
    text: str


def trouble(complaints: Sequence[Complaint], w: Words) -> Sheet:
    """Return the first mistakes with what to do about them, and how many more there are."""
    shown, left = complaints[:MOST], len(complaints) - MOST
    commands = ", ".join(COMMANDS[kind] for kind in _kinds(complaints))
    return Sheet(
        title=w("watch-title", kind=_kind(complaints)),
        intro=w("watch-intro", count=len(complaints)),
        parts=tuple(SheetPart(text=_cut(each.text)) for each in shown),
        footer=w("watch-more", count=left, commands=commands) if left > 0 else "",
    )


def well(mended: Sequence[Complaint], w: Words) -> Note:
    """Return the word that all is well again, after what was told before."""
    return Note(text=w("watch-well", kind=_kind(mended)))


def _kind(complaints: Iterable[Complaint]) -> str:
    """Return the kind of file that all the complaints are about, or that it is several."""
    kinds = _kinds(complaints)
    return kinds[0].value if len(kinds) == 1 else "several"


def _kinds(complaints: Iterable[Complaint]) -> tuple[FileKind, ...]:
    found = {each.kind for each in complaints}
    return tuple(kind for kind in FileKind if kind in found)


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…"
