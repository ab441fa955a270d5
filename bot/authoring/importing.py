"""A programme from a file: checked as a whole before anything of it is put in its place."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from ruamel.yaml.error import YAMLError

from bot.authoring.archive import Parcel, unpacked
from bot.authoring.edits import changed
from bot.authoring.errors import AuthoringError
from bot.authoring.staging import new_mistakes, trial
from bot.content import load
from bot.content.assemble import PROGRAMME_FILE
from bot.domain.programme import LAST
from bot.locales import Words

BEFORE = ".aptbot-before"
"""The folder that keeps the programme that was last replaced. The bot does not look into it."""


@dataclass(frozen=True)
class Imported:
    """What was taken in.

    Attributes:
        programme: Its id.
        files: How many files it has, its own included.
        order: The place it got because another programme had its own, else None.
        before: Where the programme stands that it replaced, if there was one.
    """

    programme: str
    files: int
    order: int | None = None
    before: Path | None = None


def import_programme(
    directory: Path, archive: Path, w: Words, *, replace: bool = False
) -> Imported:
    """Take in a programme. Raises AuthoringError, and then everything is as it was.

    A programme of the same name is replaced only with `replace`, and is kept aside. Where another
    programme has the same place, the new one gets the next free one.
    """
    if not directory.is_dir():
        raise AuthoringError(w("tools-no-directory", name=str(directory)))
    parcel = unpacked(archive, w)
    target = directory / parcel.programme
    if target.is_symlink() or (target.exists() and not target.is_dir()):
        raise AuthoringError(w("tools-no-folder", name=parcel.programme))
    if target.exists() and not replace:
        raise AuthoringError(w("import-exists", name=parcel.programme))
    with trial(directory, parcel.programme, parcel.files) as after:
        order = _next_place(directory, after, parcel)
        if order is not None:
            _move_to(order, after / parcel.programme / PROGRAMME_FILE)
        if mistakes := new_mistakes(directory, after, w):
            raise AuthoringError(mistakes)
        before = _put(after / parcel.programme, target, w)
    return Imported(parcel.programme, len(parcel.files), order, before)


def _next_place(directory: Path, after: Path, parcel: Parcel) -> int | None:
    """Return the next free place, or None where the programme's own is free."""
    others = {each.order for each in load(directory).programmes if each.id != parcel.programme}
    own = next((p.order for p in load(after).programmes if p.id == parcel.programme), LAST)
    taken = others - {LAST}
    if own not in taken:
        return None
    return next((place for place in range(max(taken) + 1, LAST) if place not in taken), None)


def _move_to(order: int, file: Path) -> None:
    """Give the programme another place. A file that can't be read is left for the check."""
    try:
        text = changed(file.read_bytes().decode("utf-8-sig"), {("order",): order})
    except (UnicodeDecodeError, YAMLError):
        return
    file.write_bytes(text.encode())


def _put(fresh: Path, target: Path, w: Words) -> Path | None:
    """Move the folder to its place; return where what stood there is kept."""
    try:
        if not target.exists():
            fresh.rename(target)
            return None
        kept = target.parent / BEFORE / target.name
        shutil.rmtree(kept, ignore_errors=True)
        kept.parent.mkdir(exist_ok=True)
        target.rename(kept)
        try:
            fresh.rename(target)
        except BaseException:
            kept.rename(target)
            raise
    except OSError as error:
        reason = error.strerror or str(error)
        raise AuthoringError(w("tools-cannot-write", path=str(target), reason=reason)) from None
    return kept
