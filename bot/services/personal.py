"""Personal data that is refused in every text that is kept."""

from __future__ import annotations

from collections.abc import Iterable

from bot.errors import PersonalData
from bot.text import Finding, find

SEVERAL = "several"
"""Stands for the kind where more than one thing was found."""


def refusal(findings: tuple[Finding, ...]) -> PersonalData:
    """Return the error that names what was found."""
    kind = findings[0].kind.value if len(findings) == 1 else SEVERAL
    return PersonalData(kind=kind, found=", ".join(finding.text for finding in findings))


def refuse(texts: Iterable[str]) -> None:
    """Raise PersonalData when any of the texts holds what points a person out."""
    found = tuple(finding for text in texts for finding in find(text, ()).refused)
    if found:
        raise refusal(found)
