"""Texts in every language: what all that dialogue files say is made of."""

from __future__ import annotations

import unicodedata
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

SLUG_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
"""Small letters a–z and digits, with single hyphens between them."""

SLUG_LENGTH = 40
"""The longest id, in characters."""

LABEL, LINE, HINT, PASSAGE = 60, 150, 400, 1500
"""The longest label, line, hint and passage, in characters."""

Slug = Annotated[str, StringConstraints(pattern=SLUG_PATTERN, max_length=SLUG_LENGTH)]

Alias = Annotated[str, StringConstraints(min_length=1, max_length=40)]
"""A word that people may type instead of a title, in any language."""

_SV = "Texten på svenska."
_EN = "Texten på engelska."
_EASY = (
    "Texten på lättläst svenska. Får utelämnas, men då i hela filen. "
    "Den som har valt lättläst får annars den svenska texten."
)
_Short = Annotated[str, StringConstraints(min_length=1, max_length=LABEL)]
_OneLine = Annotated[str, StringConstraints(min_length=1, max_length=LINE)]
_Few = Annotated[str, StringConstraints(min_length=1, max_length=HINT)]
_Long = Annotated[str, StringConstraints(min_length=1, max_length=PASSAGE)]


_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zs", "Zl", "Zp", "Mn", "Me"})
"""The categories of signs that show nothing by themselves. Unknown ones may be new emoji."""

_FILLERS = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""Letters and symbols that show nothing either: the fillers of Hangul, and Braille's blank."""


def seen(text: str) -> str:
    """Return the text as it is, or an empty one where nothing of it could be seen."""
    shows = (unicodedata.category(c) not in _UNSEEN and c not in _FILLERS for c in text)
    return text if any(shows) else ""


class Language(StrEnum):
    """The languages that dialogues are written in. Swedish and English are always there."""

    SV = "sv"
    EN = "en"
    LATTLAST = "lattlast"
    """Swedish that is easy to read. The bot's own words are plain Swedish then."""


class Frozen(BaseModel):
    """A record that does not change and knows all of its fields."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class LocalText(Frozen):
    """A text in every language."""

    sv: str
    en: str
    lattlast: str | None = None

    def get(self, language: str) -> str:
        """Return the text in the language, or in Swedish when there is none in it."""
        if language == Language.LATTLAST:
            return self.lattlast or self.sv
        return self.en if language == Language.EN else self.sv


class Label(LocalText):
    """A few words: the end of a scale, a tag (1–60 characters)."""

    sv: _Short = Field(description=_SV)
    en: _Short = Field(description=_EN)
    lattlast: _Short | None = Field(None, description=_EASY)


class Line(LocalText):
    """One line: a title or a question (1–150 characters)."""

    sv: _OneLine = Field(description=_SV)
    en: _OneLine = Field(description=_EN)
    lattlast: _OneLine | None = Field(None, description=_EASY)


class Hint(LocalText):
    """Some sentences to say or to read (1–400 characters)."""

    sv: _Few = Field(description=_SV)
    en: _Few = Field(description=_EN)
    lattlast: _Few | None = Field(None, description=_EASY)


class Passage(LocalText):
    """Some paragraphs of plain text (1–1,500 characters)."""

    sv: _Long = Field(description=_SV)
    en: _Long = Field(description=_EN)
    lattlast: _Long | None = Field(None, description=_EASY)
