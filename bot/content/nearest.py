"""What a misspelled key or choice was meant to be."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

CLOSE = 0.6
"""How alike two words must be (0–1, as difflib counts)."""

NONE = "none"
"""Stands for "no suggestion" in the wordings."""

# Swedish words that are near at hand while writing, for the file's English ones.
_SWEDISH = {
    "alias": "aliases",
    "alla": "all",
    "avstämning": "check-out",
    "check-out": "check-out",
    "dilemma": "dilemma",
    "engelska": "en",
    "ensam": "alone",
    "fråga": "free_question",
    "frågor": "questions",
    "fri-fråga": "free_question",
    "grupp": "group",
    "hög": "high",
    "incheckning": "check-in",
    "kort": "card",
    "låg": "low",
    "läs": "read",
    "läsa": "read",
    "minuter": "minutes",
    "namn": "name",
    "nummer": "number",
    "nästa-frågor": "next_questions",
    "par": "pairs",
    "reflektera": "reflect",
    "reflektion": "reflect",
    "rubrik": "title",
    "samla": "gather",
    "samling": "gather",
    "samtal": "dialogue",
    "dialog": "dialogue",
    "små": "small",
    "smågrupper": "small",
    "steg": "steps",
    "svar": "answer",
    "svara": "answer",
    "svenska": "sv",
    "taggar": "tags",
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
    meant = _SWEDISH.get(tidy.replace("_", "-"))
    if meant in choices:
        return meant
    close = get_close_matches(tidy, choices, n=1, cutoff=CLOSE)
    return close[0] if close else NONE
