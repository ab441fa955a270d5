"""A workplace's names, and what is found among them."""

from __future__ import annotations

from bot.text import find

ROSTER = (
    "Anna Lindqvist",
    "Björn Ek",
    "Åsa Öberg (ledig)",
    "fatima.h",
    "Lars Berg",
    "Dag Hammar",
    "Ann-Sofie | nattis",
    "José García [kassan]",
    "Łukasz Żak",
    "O'Brien, Sean",
    "Li Wei",
    "李明",
    "محمد علي",
    "Liv Modig",
    "My Tran",
    "Bo Glad",
    "Hans Vik",
    "Maj Sten",
    "Saga Lund",
    "Kim som vikarie på kök",
)


def found(text: str) -> list[tuple[str, str]]:
    """Return kinds and words of all that is found."""
    findings = find(text, ROSTER)
    return [(str(one.kind), one.text) for one in (*findings.refused, *findings.warned)]
