"""A programme as one zip file. The same files always give the same bytes.

Nothing in a file from elsewhere is trusted: not its names, not its sizes, not what it says it is.
"""

from __future__ import annotations

import io
import stat
import unicodedata
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from bot.authoring.errors import AuthoringError
from bot.content.assemble import PROGRAMME_FILE, is_name
from bot.content.places import SUFFIXES
from bot.content.source import LARGEST
from bot.locales import Words

MOST_FILES = 200
"""How many files a programme may hold: 99 of each kind would not be read by anybody."""

LARGEST_ZIP = 5_000_000
"""The largest zip file, and the most that all files of one may hold together, in bytes."""

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The time of every file in a zip; zip knows none before it."""

_LITTER = frozenset({".ds_store", "thumbs.db", "desktop.ini"})
"""Files that computers put into folders by themselves."""

_LITTER_FOLDER = "__macosx"
_WAYS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_ENCRYPTED = 0x1


@dataclass(frozen=True)
class Parcel:
    """A programme on its way: its id, and its files by name."""

    programme: str
    files: Mapping[str, bytes]


def packed(parcel: Parcel) -> bytes:
    """Return the zip file of a programme. It is not compressed: that differs between computers."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(parcel.files):
            info = zipfile.ZipInfo(f"{parcel.programme}/{name}", _EPOCH)
            info.create_system = 3  # as Unix writes it, wherever it is made
            info.external_attr = (stat.S_IFREG | 0o644) << 16
            archive.writestr(info, parcel.files[name])
    return target.getvalue()


def unpacked(path: Path, w: Words) -> Parcel:
    """Return what a zip file holds. Raises AuthoringError for anything but one programme's files.

    Sizes are counted while reading, since those that the zip file tells of may be untrue.
    """
    try:
        if path.stat().st_size > LARGEST_ZIP:
            raise AuthoringError(w("import-too-large", limit=LARGEST_ZIP // 1_000_000))
        with zipfile.ZipFile(path) as archive:
            return _read(archive, w)
    except OSError as error:
        reason = error.strerror or str(error)
        raise AuthoringError(w("import-unreadable", path=str(path), reason=reason)) from None
    # What the standard library raises for files that are damaged, or made to do damage.
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, ValueError, EOFError):
        raise AuthoringError(w("import-no-zip", path=str(path))) from None


def _read(archive: zipfile.ZipFile, w: Words) -> Parcel:
    infos = [info for info in archive.infolist() if not _is_litter(info.orig_filename)]
    if len(infos) > MOST_FILES:
        raise AuthoringError(w("import-too-many", limit=MOST_FILES))
    files = [info for info in infos if not _is_folder(info, w)]
    programme = _programme(infos, w)
    _refuse_twins(files, w)
    found: dict[str, bytes] = {}
    for info in files:
        found[_name(info, w)] = _content(archive, info, w)
        if sum(map(len, found.values())) > LARGEST_ZIP:
            raise AuthoringError(w("import-too-large", limit=LARGEST_ZIP // 1_000_000))
    if PROGRAMME_FILE not in found:
        raise AuthoringError(w("import-no-programme"))
    return Parcel(programme, found)


def _is_litter(name: str) -> bool:
    parts = [part.casefold() for part in PurePosixPath(name).parts]
    return bool(parts) and (parts[0] == _LITTER_FOLDER or parts[-1] in _LITTER)


def _is_folder(info: zipfile.ZipInfo, w: Words) -> bool:
    """Whether it is the programme's folder itself; any other kind of thing is refused."""
    kind = stat.S_IFMT(info.external_attr >> 16)
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise AuthoringError(w("import-strange", name=shown(info.orig_filename)))
    return info.orig_filename.endswith("/")


def _programme(infos: Iterable[zipfile.ZipInfo], w: Words) -> str:
    """Return the one folder that all stands in."""
    names = {info.orig_filename.partition("/")[0] for info in infos}
    if len(names) != 1 or not all("/" in info.orig_filename for info in infos):
        raise AuthoringError(w("import-not-one"))
    name = names.pop()
    if not is_name(name):
        raise AuthoringError(w("new-bad-name", name=shown(name)))
    return name


def _name(info: zipfile.ZipInfo, w: Words) -> str:
    """Return the name of a file in the programme's folder: a plain name, and no way elsewhere."""
    name = info.orig_filename.partition("/")[2]
    stem, dot, ending = name.rpartition(".")
    if not is_name(stem) or f"{dot}{ending}" not in SUFFIXES:
        raise AuthoringError(w("import-strange", name=shown(info.orig_filename)))
    return name


def _refuse_twins(files: Iterable[zipfile.ZipInfo], w: Words) -> None:
    """Refuse names that some computers hold for the same: they differ in capitals or accents."""
    seen: set[str] = set()
    for info in files:
        name = unicodedata.normalize("NFKC", info.orig_filename).casefold()
        if name in seen:
            raise AuthoringError(w("import-twins", name=shown(info.orig_filename)))
        seen.add(name)


def _content(archive: zipfile.ZipFile, info: zipfile.ZipInfo, w: Words) -> bytes:
    if info.flag_bits & _ENCRYPTED or info.compress_type not in _WAYS:
        raise AuthoringError(w("import-locked", name=shown(info.orig_filename)))
    with archive.open(info) as file:
        data = file.read(LARGEST + 1)
        if len(data) > LARGEST:
            limit = LARGEST // 1000
            name = shown(info.orig_filename)
            raise AuthoringError(w("import-large-file", name=name, limit=limit))
    return data


def shown(name: str) -> str:
    """Return a name as it can be shown: short, and without signs that move the cursor."""
    return "".join(sign if sign.isprintable() else "\ufffd" for sign in name[:100])
