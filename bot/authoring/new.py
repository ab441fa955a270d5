"""A new file in a programme, or a new programme: from a template, or as a copy of a good file."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from bot.authoring.edits import Value, changed
from bot.authoring.errors import AuthoringError
from bot.authoring.finding import Item, find, items_of
from bot.authoring.staging import files_of, new_mistakes, trial
from bot.content import check_directory, load, report
from bot.content.assemble import PROGRAMME_FILE, is_name
from bot.content.places import SUFFIXES
from bot.domain.programme import LAST, Deck, Language, Mirror, Programme, Theme
from bot.errors import UnknownTheme
from bot.locales import Words, words

KINDS = ("theme", "cards", "mirror")
"""What can be made."""

_MODELS: dict[str, type[Item]] = {"theme": Theme, "cards": Deck, "mirror": Mirror}
_STEMS = {"theme": "tema", "cards": "kort", "mirror": "spegel"}
"""What files of each kind are called where a programme has none yet."""

_HIGHEST = 99
_TEMPLATES = files(__name__.rpartition(".")[0]).joinpath("templates")


@dataclass(frozen=True)
class Wanted:
    """What is to be made. With `kind` and `source` empty it is a theme, from a template.

    `title` names a new programme, or what is made in one that is there; it may be empty.
    """

    programme: str
    kind: str = ""
    source: str = ""
    title: str = ""


@dataclass(frozen=True)
class Made:
    """What was made: the file, and the programme's own if the programme is new."""

    file: Path
    programme_file: Path | None = None


def make(directory: Path, wanted: Wanted, w: Words) -> Made:
    """Make the file, and the programme where there is none.

    Nothing is overwritten, and nothing is written that the check would refuse. Raises
    AuthoringError.
    """
    folder = _folder(directory, wanted.programme, w)
    if not wanted.title.isprintable():
        raise AuthoringError(w("new-bad-title"))
    programmes = load(directory).programmes
    kind, text = _source(directory, programmes, wanted, w)
    there = files_of(folder) if folder.is_dir() else {}
    known = next((each for each in programmes if each.id == wanted.programme), None)
    stem, number = _free(known, kind, there, w)
    is_new = PROGRAMME_FILE not in there
    fresh = {f"{stem}.yaml": changed(text, _values(kind, number, "" if is_new else wanted.title))}
    if is_new:
        fresh = {PROGRAMME_FILE: _programme(programmes, wanted.title), **fresh}
    added = {name: said.encode() for name, said in fresh.items()}
    with trial(directory, wanted.programme, {**there, **added}) as after:
        mistakes = new_mistakes(directory, after, w)
    if mistakes:
        raise AuthoringError(mistakes)
    for name, data in added.items():
        _write(folder / name, data, w)
    return Made(folder / f"{stem}.yaml", folder / PROGRAMME_FILE if is_new else None)


def _folder(directory: Path, name: str, w: Words) -> Path:
    """Return the programme's folder, which may not be there yet."""
    if not directory.is_dir():
        raise AuthoringError(w("tools-no-directory", name=str(directory)))
    if not is_name(name):
        raise AuthoringError(w("new-bad-name", name=name))
    folder = directory / name
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise AuthoringError(w("tools-no-folder", name=name))
    return folder


def _source(
    directory: Path, programmes: Iterable[Programme], wanted: Wanted, w: Words
) -> tuple[str, str]:
    """Return the kind and the text of what is copied."""
    if not wanted.source:
        kind = wanted.kind or KINDS[0]
        return kind, _TEMPLATES.joinpath(f"{kind}.yaml").read_text(encoding="utf-8")
    try:
        found = find(programmes, wanted.source, wanted.programme)
    except UnknownTheme as unknown:
        nearest = str(unknown.params["nearest"]) or "none"
        raise AuthoringError(w("tools-unknown", word=wanted.source, nearest=nearest)) from None
    if found.item is None:
        raise AuthoringError(w("new-from-programme", name=found.programme.id))
    kind = next(each for each, model in _MODELS.items() if isinstance(found.item, model))
    if wanted.kind not in ("", kind):
        raise AuthoringError(w("new-other-kind", name=found.item.id, kind=wanted.kind))
    path = _path(directory / found.programme.id, found.item.id)
    if mistakes := check_directory(path).mistakes:
        raise AuthoringError(report(mistakes, w.language))
    return kind, path.read_bytes().decode("utf-8-sig")


def _path(folder: Path, id: str) -> Path:
    return next(path for end in SUFFIXES if (path := folder / f"{id}{end}").is_file())


def _free(
    programme: Programme | None, kind: str, there: Iterable[str], w: Words
) -> tuple[str, int]:
    """Return the next name and number that no file has: after the highest, else the lowest."""
    items = [] if programme is None else items_of(programme)
    alike = [item for item in items if isinstance(item, _MODELS[kind])]
    taken = {item.number for item in alike}
    stem, named = _stem(alike, kind), {Path(name).stem.casefold() for name in there}
    after = range(max(taken, default=0) + 1, _HIGHEST + 1)
    for number in (*after, *range(1, _HIGHEST + 1)):
        if number not in taken and f"{stem}{number}" not in named:
            return f"{stem}{number}", number
    raise AuthoringError(w("new-full", limit=_HIGHEST))


def _stem(alike: Iterable[Item], kind: str) -> str:
    """Return how the programme names such files: `workshop` where there is a `workshop2`."""
    for item in reversed(list(alike)):
        match = re.fullmatch(r"(.*\D)0*(\d+)", item.id)
        if match and int(match[2]) == item.number:
            return match[1]
    return _STEMS[kind]


def _values(kind: str, number: int, title: str) -> dict[tuple[str, ...], Value]:
    """Return what is not as in the file that was copied."""
    titles = {language: title or _title(kind, number, words(language)) for language in Language}
    return {
        ("number",): number,
        ("aliases",): (),
        **{("title", str(language)): said for language, said in titles.items()},
    }


def _title(kind: str, number: int, w: Words) -> str:
    if kind == "theme":
        return w("new-title-theme", number=number)
    return w("new-title-cards" if kind == "cards" else "new-title-mirror", number=number)


def _programme(programmes: Iterable[Programme], title: str) -> str:
    """Return the file of a new programme, which comes after all others."""
    order = max((each.order for each in programmes if each.order != LAST), default=0) + 1
    text = _TEMPLATES.joinpath(PROGRAMME_FILE).read_text(encoding="utf-8")
    titles: dict[tuple[str, ...], Value] = {("title", str(each)): title for each in Language}
    return changed(text, {("order",): min(order, LAST), **(titles if title else {})})


def _write(path: Path, data: bytes, w: Words) -> None:
    """Write a file where none is."""
    try:
        path.parent.mkdir(exist_ok=True)
        with path.open("xb") as file:
            file.write(data)
    except FileExistsError:
        raise AuthoringError(w("tools-exists", path=str(path))) from None
    except OSError as error:
        reason = error.strerror or str(error)
        raise AuthoringError(w("tools-cannot-write", path=str(path), reason=reason)) from None
