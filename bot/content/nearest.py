"""What a misspelled key or choice was meant to be."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

CLOSE = 0.6
"""How alike two words must be (0–1, as difflib counts)."""

NONE = "none"
"""Stands for "no suggestion" in the wordings."""

# Swedish words that are near at hand while writing, for the file's English ones. Of several, the
# first that can stand there is meant.
_SWEDISH = {
    "adress": "link",
    "alias": "aliases",
    "alla": "all",
    "anpassning": "adaptation",
    "avslutning": "closing",
    "avstämning": "check-out",
    "behåll-frågor": "keep_questions",
    "check-out": "check-out",
    "checklista": "checklist",
    "del": "component",
    "dialog": "dialogue",
    "dilemma": "dilemma",
    "engelska": "en",
    "ensam": "alone",
    "fas": "phase",
    "fastnat": "stuck",
    "fri-fråga": "free_question",
    "fråga": "question free_question",
    "frågor": "questions",
    "grupp": "group",
    "hög": "high",
    "i-stället": "instead",
    "incheckning": "check-in",
    "istället": "instead",
    "komponent": "component",
    "kort": "card cards",
    "kortlek": "cards",
    "längd": "length",
    "länk": "link",
    "läs": "read",
    "läsa": "read",
    "lättläst": "lattlast",
    "lättläst-svenska": "lattlast",
    "låg": "low",
    "mer": "more",
    "minuter": "minutes",
    "namn": "name",
    "nummer": "number",
    "nyckelord": "tags",
    "nästa-frågor": "next_questions",
    "ordning": "order",
    "par": "pairs",
    "plats": "order",
    "reflektera": "reflect",
    "reflektion": "reflect",
    "rubrik": "title",
    "samla": "gather",
    "samling": "gather",
    "samtal": "dialogue",
    "slag": "kind",
    "små": "small",
    "smågrupper": "small",
    "sort": "kind",
    "spegel": "mirror",
    "steg": "steps",
    "svar": "answer",
    "svara": "answer",
    "svenska": "sv",
    "taggar": "tags",
    "tema": "första-tema",
    "tid": "length",
    "titel": "title",
    "typ": "kind",
    "utcheckning": "check-out",
    "varför": "why",
    "värderingsövning": "value-exercise",
    "åtagande": "commit",
    "övning": "exercise",
}


def nearest(word: str, allowed: Iterable[str]) -> str:
    """Return the allowed word that is closest in spelling or meaning, or `NONE`."""
    choices = tuple(allowed)
    if word in choices:
        return word
    tidy = word.strip().casefold().replace(" ", "-")
    for meant in _SWEDISH.get(tidy.replace("_", "-"), "").split():
        if meant in choices:
            return meant
    close = get_close_matches(tidy, choices, n=1, cutoff=CLOSE)
    return close[0] if close else NONE
