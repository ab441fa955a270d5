"""Which words and sentences an organisation may replace, and how its texts become Fluent's.

A **word** has a name in plain Swedish and stands in several messages and terms. A **sentence** is
any message, by its id. What tells people how their answers are handled is locked: it has to be
true, and the code sees to that it is.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache

from fluent.runtime import FluentResource
from fluent.syntax import ast
from fluent.syntax.visitor import Visitor

from bot.locales import sources

WORD_LENGTH = 40
"""The longest word, in characters: it stands in lists, headings and sentences on a phone."""

SENTENCE_LENGTH = 2_000
"""The longest sentence, in characters. Fluent refuses 2,500 in a piece, Slack 3,000 in a block."""

VOCABULARY: dict[str, tuple[str, ...]] = {
    "chef": ("role-manager", "-manager"),
    "samtalsledare": ("role-facilitators", "setup-facilitators", "-facilitators"),
    "kasam-inspirerade": ("-inspiration",),
    "meningsfullhet": ("component-meningsfullhet",),
    "hanterbarhet": ("component-hanterbarhet",),
    "begriplighet": ("component-begriplighet",),
    "incheckning": ("step-check-in",),
    "film": ("step-film",),
    "läs": ("step-read",),
    "tänk själv": ("step-reflect",),
    "svara anonymt": ("step-answer",),
    "samtal": ("step-dialogue",),
    "övning": ("step-exercise",),
    "dilemma": ("step-dilemma",),
    "värderingsövning": ("step-value-exercise",),
    "samla ihop": ("step-gather",),
    "bestäm tillsammans": ("step-commit",),
    "utcheckning": ("step-check-out",),
    "var och en för sig": ("group-alone",),
    "två och två": ("group-pairs",),
    "smågrupper": ("group-small",),
    "samtalskort": ("step-card", "card-title", "menu-card"),
    "spegel": ("menu-mirror",),
    "checklista": ("checklist-open", "print-checklist"),
    "program": ("programmes-title", "help-arg-programme"),
    "tema": ("help-arg-theme",),
}
"""The words that can be replaced, with all places where each stands alone."""

_INSIDE = ("-*", "help-arg-*")
"""Places in the middle of a sentence, where a word begins with a small letter."""

LOCKED = (
    "answer-promise-*",
    "answer-verbatim*",
    "answer-withdraw-text",
    "answer-comment-hint",
    "board-answer-hint",
    "board-ended*",
    "board-stop-text",
    "card-private",
    "channel-public",
    "checklist-intro",
    "commitment-no-comments",
    "commitment-note-hint",
    "commitment-readers",
    "commitment-saved-next",
    "draft-*",
    "held-*",
    "hesitation-*",
    "hide-*",
    "home-anonymous",
    "log-intro",
    "log-readers",
    "menu-cancel-text",
    "mirror-promise-*",
    "mirror-send*",
    "mirror-not-sent",
    "mirror-which",
    "pool-*",
    "privacy-*",
    "receipt-*",
    "reply-ask-cancel",
    "results-counted",
    "results-download-text",
    "results-intro",
    "results-managers",
    "results-shared",
    "results-too-few",
    "results-waits",
    "sample-*",
    "seen-*",
    "setup-sees*",
    "setup-small*",
    "setup-*-hint",
    "summary-footer*",
    "summary-hidden*",
    "summary-only-manager",
    "summary-share*",
    "summary-too-few*",
    "survey-*",
    "tags-*",
    "team-*",
    "trend-*",
    "voided",
    "window-*",
)
"""Ids of what tells people how their answers are handled."""

_PLACE = re.compile(r"\{\s*\$?([\w-]+)\s*\}")
"""A place in a sentence where something is filled in: `{ $title }`, and `{title}` as well."""


@dataclass(frozen=True)
class Message:
    """What a message needs: the parameters it mentions, and whether it has several forms."""

    parameters: frozenset[str]
    has_forms: bool


@cache
def messages(language: str) -> dict[str, Message]:
    """Return every message of the language, `sv` or `en`, by its id."""
    return {
        entry.id.name: _described(entry)
        for source in sources(language)
        for entry in FluentResource(source).body
        if isinstance(entry, ast.Message)
    }


def is_locked(id: str) -> bool:
    """Whether the sentence with this id must stand as it is."""
    return any(fnmatchcase(id, pattern) for pattern in LOCKED)


def mentioned(text: str) -> Counter[str]:
    """Return what an organisation's sentence has filled in, and how often."""
    return Counter(_PLACE.findall(text))


def word(id: str, text: str) -> str:
    """Return the Fluent pattern of a word at one of its places.

    It begins with a capital, and with a small letter inside a sentence, unless it is written in
    capitals altogether (HR-partner).
    """
    small = any(fnmatchcase(id, pattern) for pattern in _INSIDE) and not text[1:2].isupper()
    first = text[:1].lower() if small else text[:1].upper()
    return literal(first + text[1:])


def sentence(text: str, parameters: frozenset[str]) -> str:
    """Return the Fluent pattern of a sentence; only these parameters are filled in."""
    pattern, end = "", 0
    for place in _PLACE.finditer(text):
        if place[1] in parameters:
            pattern += literal(text[end : place.start()]) + f"{{ ${place[1]} }}"
            end = place.end()
    return pattern + literal(text[end:])


def literal(text: str) -> str:
    """Return the Fluent pattern that shows the text sign by sign, whatever it holds."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\u000A")
    return f'{{ "{escaped}" }}' if text else ""


class _Needs(Visitor):
    """Collects what a message mentions."""

    def __init__(self) -> None:
        self.parameters: set[str] = set()
        self.has_forms = False

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 - fluent's
        self.parameters.add(node.id.name)

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:  # noqa: N802 - fluent's
        self.has_forms = True
        self.generic_visit(node)


def _described(message: ast.Message) -> Message:
    needs = _Needs()
    needs.visit(message)
    return Message(frozenset(needs.parameters), needs.has_forms)
