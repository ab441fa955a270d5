"""Files of boxes of every size: in each the numbers and the words that the ballots give."""

from __future__ import annotations

from collections import Counter

import pytest

from bot.locales import LANGUAGES, words
from bot.views.development import team_export
from bot.views.model.export import TeamExport
from tests.exports.oracle import Fact, facts_of
from tests.exports.reading import facts, facts_of_pdf
from tests.exports.test_exports import READ, YEAR, made
from tests.services.people import team
from tests.views.boxes import ABSENT, SIZES, TEXTS, box
from tests.views.test_history_numbers import published
from tests.views.test_numbers import oracle


def exported(kind: str, language: str = "sv") -> TeamExport:
    """Return what a file holds of a year of boxes of every size, with texts of this kind."""
    rounds = [published(n, box(size, TEXTS[kind]), 3) for n, size in enumerate(SIZES)]
    return team_export(team(), YEAR, rounds[::-1], words(language))


def expected(kind: str) -> set[Fact]:
    """Return the numbers that may be told of them."""
    return {
        (number, *fact[1:])
        for number, size in enumerate(SIZES)
        for fact in facts_of([box(size, TEXTS[kind])], size + ABSENT)
    }


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", READ)
@pytest.mark.parametrize("texts", TEXTS)
def test_tables(texts: str, kind: str, language: str) -> None:
    """No number too many, from nobody to two hundred, and each comment that may be shown."""
    rows = READ[kind](made(kind, exported(texts, language)))
    assert facts(rows) == expected(texts)
    right = [oracle(box(size, TEXTS[texts])) for size in SIZES]
    shown = sum((each.comments() for each in right), Counter[str]())
    assert sum(row["measure"] == "comment" for row in rows) == shown.total()
    if kind != "csv":  # there some have a sign before them, so that they are no formulas
        assert Counter(row["text"] for row in rows if row["measure"] == "comment") == shown
    unknowing = [int(row["value"]) for row in rows if row["measure"] == "unknowing"]
    assert unknowing == [count for each in right for count in each.unknowing()]


@pytest.mark.parametrize("texts", TEXTS)
def test_report(texts: str) -> None:
    """So does the report that a person reads."""
    export = exported(texts)
    titles = [summary.title for summary in export.summaries]
    said = facts_of_pdf(made("pdf", export), titles)
    assert said == {fact for fact in expected(texts) if fact[2] != "band"}
