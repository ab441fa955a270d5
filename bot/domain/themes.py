"""Finding the theme that a person means by what they typed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from bot.domain import spelling
from bot.domain.programme import Programme, Script, Theme, ThemeRef
from bot.errors import UnknownTheme

SHORTEST_PART = 3
"""The fewest letters that count as a part of a title; fewer would match by chance."""

MOST_SUGGESTIONS = 3
"""How many themes are suggested when more than one fits."""

SHORTEST_NEAR = 4
"""The fewest letters of a word of a title that is suggested for: shorter ones are like too many."""

NUMBERED = re.compile("(tema|theme)?[0-9]+")
"""A number as people type it, folded: it belongs to the first programme."""


@dataclass(frozen=True)
class _Entry:
    """A theme, where it stands, and the folded words that name it."""

    programme: Programme
    theme: Theme

    @property
    def ref(self) -> ThemeRef:
        return ThemeRef(programme=self.programme.id, theme=self.theme.id)

    @property
    def names(self) -> tuple[str, ...]:
        """The names that fit only when typed in full."""
        number = self.theme.number
        numbered = (str(number), f"{number:02d}", f"tema{number}", f"theme{number}")
        return (self.id, *numbered, *map(squash, self.titles))

    @property
    def id(self) -> str:
        """The name of the theme's file, folded."""
        return squash(self.theme.id)

    @property
    def titles(self) -> tuple[str, ...]:
        """The names that fit also in part."""
        theme = self.theme
        return tuple(map(fold, (theme.title.sv, theme.title.en, *theme.aliases)))


def find_theme(programmes: Iterable[Programme], text: str) -> ThemeRef:
    """Return the theme that `text` names.

    The text may be a name ("tema3"), a number ("3"), a title, a part of one ("god arbets"), or any
    of these after the programme and a slash ("tio-teman/3"). Capitals, accents, hyphens and
    spaces do not matter. A number, also as "tema3", is meant in the first programme, by its
    order, that has it. Raises UnknownTheme when none or more than one fits; `nearest` then holds
    what to type instead, or is empty.
    """
    entries = _entries(programmes)
    first, slash, last = text.rpartition("/")
    inside = _of_programme(entries, first) if slash else entries
    found = _best(inside, last)
    if NUMBERED.fullmatch(squash(last)):
        found = _of_first_programme(found)
    if len(found) == 1:
        return found[0].ref
    near = found or _nearest(inside or entries, last)
    raise UnknownTheme(word=text.strip(), nearest=_suggest(near, entries))


def theme_at(programmes: Iterable[Programme], ref: ThemeRef) -> Theme:
    """Return the theme at a place. Raises UnknownTheme when it is no longer there."""
    entries = _entries(programmes)
    for entry in entries:
        if entry.ref == ref:
            return entry.theme
    near = _nearest(entries, ref.theme)
    raise UnknownTheme(word=str(ref), nearest=_suggest(near, entries))


def script_at(programmes: Iterable[Programme], ref: ThemeRef) -> Script:
    """Return what a session of the theme runs. Raises UnknownTheme when it is not there."""
    known = tuple(programmes)
    theme = theme_at(known, ref)
    return Script.of(next(each for each in known if each.id == ref.programme), theme)


def _entries(programmes: Iterable[Programme]) -> tuple[_Entry, ...]:
    return tuple(_Entry(p, theme) for p in programmes for theme in p.themes)


def fold(text: str) -> str:
    """Return the text in small letters without accents, its words separated by one space."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return " ".join(re.findall(r"\w+", bare.replace("_", " ")))


def squash(text: str) -> str:
    """Return the folded text without spaces: "Tema 3" and "tema-3" are one name."""
    return fold(text).replace(" ", "")


def _of_programme(entries: Sequence[_Entry], text: str) -> tuple[_Entry, ...]:
    """Return the themes of the programme that the text names by id, title or a part of them."""
    name, part = squash(text), fold(text)

    def exact(entry: _Entry) -> bool:
        programme = entry.programme
        titles = (programme.id, programme.title.sv, programme.title.en)
        return name in map(squash, titles)

    def partly(entry: _Entry) -> bool:
        title = entry.programme.title
        return len(part) >= SHORTEST_PART and any(part in fold(t) for t in (title.sv, title.en))

    return _first_that_fits(entries, (exact, partly))


def _best(entries: Sequence[_Entry], text: str) -> tuple[_Entry, ...]:
    """Return the themes that fit best: by id, else by full name, else by a part of a title."""
    name, words = squash(text), fold(text).split()
    if not name:
        return ()

    def by_id(entry: _Entry) -> bool:
        return name == entry.id

    def exact(entry: _Entry) -> bool:
        return name in entry.names

    def begins(entry: _Entry) -> bool:
        """Every typed word begins a word of one title."""
        return any(
            all(any(w.startswith(word) for w in title.split()) for word in words)
            for title in entry.titles
        )

    def contains(entry: _Entry) -> bool:
        return any(name in title.replace(" ", "") for title in entry.titles)

    parts = (begins, contains) if len(name) >= SHORTEST_PART else ()
    tests = (by_id, exact, *parts)
    return _first_that_fits(entries, tests)


def _of_first_programme(entries: Sequence[_Entry]) -> tuple[_Entry, ...]:
    """Return those of the programme that comes first; of all that do, when they share an order."""
    first = min((entry.programme.order for entry in entries), default=0)
    return tuple(entry for entry in entries if entry.programme.order == first)


def _first_that_fits(
    entries: Sequence[_Entry], tests: Iterable[Callable[[_Entry], bool]]
) -> tuple[_Entry, ...]:
    """Return what passes the first test that anything passes."""
    for test in tests:
        found = tuple(filter(test, entries))
        if found:
            return found
    return ()


def _nearest(entries: Sequence[_Entry], text: str) -> tuple[_Entry, ...]:
    """Return the themes with the name, or else the words of a title, that are near to the text."""
    by_name: dict[str, list[_Entry]] = {}
    for entry in entries:
        for name in {*entry.names, *_words(entry)}:
            by_name.setdefault(name, []).append(entry)
    close = spelling.nearest(squash(text), by_name)
    if not close:
        return tuple(entry for entry in entries if _has_words_like(entry, fold(text).split()))
    found = tuple(by_name[close])
    # A number belongs to the first programme, also when it is misspelled.
    return _of_first_programme(found) if NUMBERED.fullmatch(close) else found


def _words(entry: _Entry) -> set[str]:
    """Return the words of the titles that are long enough to be suggested for."""
    words = (word for title in entry.titles for word in title.split())
    return {word for word in words if len(word) >= SHORTEST_NEAR}


def _has_words_like(entry: _Entry, typed: Sequence[str]) -> bool:
    """Whether for each of several typed words there is one like it."""
    words = _words(entry)
    return len(typed) > 1 and all(spelling.nearest(each, words) for each in typed)


def _suggest(near: Sequence[_Entry], entries: Sequence[_Entry]) -> str:
    """Return what to type for each of these themes: its name, with the programme if needed."""
    ids = [entry.id for entry in entries]
    typed = (e.theme.id if ids.count(e.id) == 1 else str(e.ref) for e in near)
    return ", ".join(list(typed)[:MOST_SUGGESTIONS])
