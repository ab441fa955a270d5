"""What YAML's own error messages mean to a person who writes a dialogue."""

from __future__ import annotations

from ruamel.yaml.error import MarkedYAMLError

from bot.content.problems import Notes, Place

# What the parser says, in the order to look for it, and the wording that explains it.
_CODES = (
    ("'\\t'", "tab"),
    ("mapping values are not allowed", "colon"),
    ("sequence entries are not allowed", "dash"),
    ("found character", "sign"),
    ("but found '<scalar>'", "after-quote"),
    ("escape character", "escape"),
    ("quoted scalar", "open-quote"),
    ("block scalar", "bar"),
    ("flow", "bracket"),
    ("expected <block end>", "indent"),
    ("expected '<document start>'", "indent"),
    ("could not find expected ':'", "no-colon"),
)

# Where the piece that went wrong begins says more than where the parser gave up.
_AT_ITS_BEGINNING = ("open-quote", "bracket", "no-colon")


def note_syntax_error(error: MarkedYAMLError, text: str, notes: Notes) -> None:
    """Note what the parser stumbled over; after the first such place it can't read on."""
    code = _code(error)
    mark = error.context_mark if code in _AT_ITS_BEGINNING else error.problem_mark
    place = Place(mark.line + 1, mark.column + 1) if mark else Place()
    # What was found on the line already is the cause; this would be its consequence.
    if not notes.mentions(place):
        notes.add(code, place, sign=_sign(text, place))


def _code(error: MarkedYAMLError) -> str:
    said = f"{error.context} {error.problem}"
    return next((code for part, code in _CODES if part in said), "syntax")


def _sign(text: str, place: Place) -> str:
    """Return the sign that stands at the place, or an empty text at the end of a line."""
    lines = text.split("\n")
    line = lines[place.line - 1] if place.line <= len(lines) else ""
    return line[place.column - 1 : place.column]
