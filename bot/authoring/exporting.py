"""A programme as a file to pass on."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from bot.authoring.archive import LARGEST_ZIP, MOST_FILES, Parcel, packed
from bot.authoring.errors import AuthoringError
from bot.authoring.staging import files_of
from bot.content import check_directory, report
from bot.content.assemble import PROGRAMME_FILE, is_name
from bot.locales import Words


def export_programme(
    directory: Path, programme: str, target: Path, w: Words, *, replace: bool = False
) -> None:
    """Write the programme as a zip file. Raises AuthoringError, and then nothing is written.

    Only a programme without mistakes is written. A file that is there is not overwritten without
    `replace`.
    """
    folder = directory / programme
    if not is_name(programme) or not (folder / PROGRAMME_FILE).is_file():
        raise AuthoringError(w("tools-no-programme", name=programme, directory=str(directory)))
    if mistakes := check_directory(folder).mistakes:
        raise AuthoringError(report(mistakes, w.language))
    files = files_of(folder)
    if len(files) > MOST_FILES:
        raise AuthoringError(w("import-too-many", limit=MOST_FILES))
    data = packed(Parcel(programme, files))
    if len(data) > LARGEST_ZIP:
        raise AuthoringError(w("import-too-large", limit=LARGEST_ZIP // 1_000_000))
    if not replace and target.exists():
        raise AuthoringError(w("tools-replace", path=str(target)))
    write_whole(target, data, w)


def write_whole(target: Path, data: bytes, w: Words) -> None:
    """Write a file so that either all of it is there or what was there before."""
    try:
        handle, name = tempfile.mkstemp(prefix=".aptbot-", dir=target.absolute().parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            Path(name).chmod(0o644)
            Path(name).replace(target)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        reason = error.strerror or str(error)
        raise AuthoringError(w("tools-cannot-write", path=str(target), reason=reason)) from None
