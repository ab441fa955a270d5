"""The check for personal data that runs before an anonymous answer is kept.

It helps a writer who did not think of it; it can't promise to find everything. Nothing is stored,
logged or rewritten.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.text.addresses import emails, mentions
from bot.text.findings import LONGEST, REFUSED, Finding, Findings, Span
from bot.text.health import health
from bot.text.names import known_names, names_in
from bot.text.normal import normalise
from bot.text.numbers import numbers
from bot.text.rooms import rooms
from bot.text.tokens import tokens


def find(text: str, names: Iterable[str]) -> Findings:
    """Return the personal data in a text.

    Args:
        text: What somebody wrote, of any length; the time it takes grows with the length alone.
        names: Display names and real names of those who may be meant ("Anna Lindqvist", "anna.l",
            "Ali (natt)"). The latest are remembered, in memory alone.
    """
    normal = normalise(text)
    spans = sorted(_apart(_all(normal, names)), key=lambda span: span.start)
    found = dict.fromkeys(_finding(normal, span) for span in spans)
    return Findings(
        refused=tuple(finding for finding in found if finding.kind in REFUSED),
        warned=tuple(finding for finding in found if finding.kind not in REFUSED),
    )


def _all(text: str, names: Iterable[str]) -> Iterator[Span]:
    """Yield everything found, what is surest first."""
    yield from emails(text)
    yield from mentions(text)
    yield from numbers(text)
    words = tuple(tokens(text))
    yield from rooms(text, words)
    yield from names_in(words, known_names(names))
    yield from health(text, words)


def _apart(spans: Iterable[Span]) -> Iterator[Span]:
    """Yield the spans that touch none of those before them."""
    taken: set[int] = set()
    for span in spans:
        places = range(span.start, span.end)
        if taken.isdisjoint(places):
            taken.update(places)
            yield span


def _finding(text: str, span: Span) -> Finding:
    return Finding(span.kind, text[span.start : span.end][:LONGEST])
