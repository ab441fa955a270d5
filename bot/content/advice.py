"""Advice about texts that are right but could be better: long, hard to read, with people's names.

None of it hinders a file from being used.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from types import MappingProxyType

from bot.content.kinds import ItemText
from bot.content.limits import is_shortened
from bot.content.problems import Notes, Place
from bot.content.readability import lix, sentences, words
from bot.content.walk import Path, texts_of
from bot.domain.programme import Language, ProgrammeText, StepKind, ThemeText
from bot.text.name_lists import COMMON, FROM_ELSEWHERE
from bot.text.names import names_in
from bot.text.tokens import fold, tokens

HIGHEST_LIX: Mapping[str, int] = MappingProxyType({Language.SV: 35, Language.LATTLAST: 25})
"""The highest LIX that our texts should have; it is made for Swedish."""

LONGEST_SENTENCE = 22
"""In words. Longer ones are hard to follow when they are read aloud."""

LONGEST_STEP = 900
"""In characters: what fits on a phone with little scrolling, or is read aloud in two minutes."""

WORDS_PER_MINUTE = 130
"""How fast one reads aloud so that everybody can follow."""

_QUOTED = 40
_CAPITAL = re.compile(r"\b[A-ZÅÄÖÉ][^\W\d_]+")
_NAMES = COMMON | FROM_ELSEWHERE

Text = ItemText | ProgrammeText
PlaceOf = Callable[..., Place]


def lix_of(text: Text) -> dict[str, int]:
    """Return the LIX of the Swedish texts and, where there are any, of the easy ones."""
    texts = [local for _, local in texts_of(text)]
    easy = any(local.lattlast for local in texts)
    spoken = (Language.SV, Language.LATTLAST) if easy else (Language.SV,)
    found = {str(each): lix(local.get(each) for local in texts) for each in spoken}
    return {language: value for language, value in found.items() if value is not None}


def advise(text: Text, figures: Mapping[str, int], place_of: PlaceOf, notes: Notes) -> None:
    """Note what could be better in the texts of a file.

    `figures` are what `lix_of` says of it, and `place_of` tells where a key stands.
    """
    for language, value in figures.items():
        if value > HIGHEST_LIX[language]:
            limit = HIGHEST_LIX[language]
            notes.advise("lix-high", language=language, value=value, limit=limit)
    for path, local in texts_of(text):
        for written, said in local:
            if said:
                _advise_on_text(said, (*path, written), place_of, notes)
    if isinstance(text, ThemeText):
        _advise_on_steps(text, place_of, notes)


def _advise_on_text(said: str, path: Path, place_of: PlaceOf, notes: Notes) -> None:
    """Note long sentences, and a person's name in Swedish texts."""
    for sentence in sentences(said) if said.count(" ") >= LONGEST_SENTENCE else ():
        length = sentence.count(" ") + 1
        if length > LONGEST_SENTENCE:
            limit, begins = LONGEST_SENTENCE, f"{sentence[:_QUOTED].strip()}…"
            place = place_of(*path)
            notes.advise("long-sentence", place, length=length, limit=limit, begins=begins)
    if path[-1] != Language.EN and (name := _name_in(said)):
        notes.advise("personal-name", place_of(*path), name=name)


def _name_in(text: str) -> str:
    """Return the first personal name of the text, or an empty text.

    Only texts with a usual name and a capital are looked at closely, which takes longer.
    """
    if not any(map(_is_usual, _CAPITAL.findall(text))):
        return ""
    spans = names_in(tuple(tokens(text)), frozenset())
    return next((text[span.start : span.end] for span in spans), "")


@lru_cache(4096)  # most capitals are of the same few words: "Vi", "Det", "Ni"
def _is_usual(word: str) -> bool:
    """Whether the word is a usual name, perhaps in the genitive."""
    folded = fold(word)
    return folded in _NAMES or folded.removesuffix("s") in _NAMES


def _advise_on_steps(theme: ThemeText, place_of: PlaceOf, notes: Notes) -> None:
    """Note steps whose text is long to read, or can't be read aloud in their minutes."""
    if is_shortened(theme):
        notes.advise("preview-shortened", place_of("steps"))
    for index, step in enumerate(theme.steps):
        for written, said in step.text:
            length = len(said or "")
            if length > LONGEST_STEP:
                place = place_of("steps", index, "text", written)
                notes.advise("long-step", place, length=length, limit=LONGEST_STEP)
            needed = _minutes_aloud(said or "") if step.kind is StepKind.READ else 0
            if needed > step.minutes:
                place = place_of("steps", index, "text", written)
                notes.advise("reading-time", place, needed=needed, minutes=step.minutes)


def _minutes_aloud(text: str) -> int:
    """Return the minutes, rounded up, that it takes to read the text aloud."""
    return -(-len(words(text)) // WORDS_PER_MINUTE)
