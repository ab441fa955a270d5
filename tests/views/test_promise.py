"""The promise above the form: read in under twenty seconds, whatever the terms are.

Adults read silently at about 238 words a minute (Brysbaert 2019, "How many words do we read per
minute?", a review of studies of reading in English). For Swedish 200 is a cautious choice of our
own: not all who answer read it with ease, and a promise is read more slowly than a story.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from itertools import product

import pytest

from bot.domain.round import Round
from bot.locales import LANGUAGES, Words, words
from bot.views.answer import promise
from tests.views.moments import round_
from tests.views.moments_rolling import survey

SECONDS = 20
WORDS_A_MINUTE = {"sv": 200, "en": 238}
MOST = {language: SECONDS * speed // 60 for language, speed in WORDS_A_MINUTE.items()}
"""66 words in Swedish, 79 in English."""

ZONE = "Europe/Stockholm"
LAST_NIGHT = datetime(2026, 12, 4, 23, 30, tzinfo=UTC)
"""In Stockholm it is the fifth already."""


def count(lines: tuple[str, ...]) -> int:
    """Return how many words the lines have; a number is one, a dash is none."""
    return sum(any(c.isalnum() for c in word) for word in " ".join(lines).split())


def terms(
    invited: int, quotes: int, *, pooled: bool, team_sees: bool, windowed: bool = False
) -> Round:
    """Return a round with these terms."""
    alone = replace(round_(), invited=invited, quote_threshold=quotes, team_sees=team_sees)
    if not pooled:
        return replace(alone, closes_at=LAST_NIGHT) if windowed else alone
    teams = (*alone.team_ids, "team-b", "team-c")
    return replace(alone, team_ids=teams, closes_at=LAST_NIGHT)


BOTH = (False, True)

EVERY = [
    terms(invited, quotes, pooled=pooled, team_sees=team_sees, windowed=windowed)
    for invited, quotes, pooled, team_sees, windowed in product(
        (1, 5, 6, 9, 10, 29, 30, 120), (6, 8, 10, 30), BOTH, BOTH, BOTH
    )
]
EVERY += [
    replace(each, drafted=True) for each in EVERY if each.invited >= max(10, each.quote_threshold)
]
"""All kinds of terms: too few, small and large, with and without words, alone and together, closed
with the dialogue and after it, and with a language model that reads what may be shown."""


SURVEYS = [
    survey(last, quote_threshold=quotes, team_sees=team_sees)
    for last, quotes, team_sees in product((0, 3), (6, 10, 30), (True, False))
]
"""All kinds of terms of a rolling survey."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_promise_of_a_survey_is_read_in_time(language: str) -> None:
    """As quickly, though it says whose survey it is and the two days that matter."""
    for each in SURVEYS:
        lines = promise(each, ZONE, words(language), "hr")
        assert count(lines) <= MOST[language]
        assert "#hr" in lines[0]
        assert "6" in lines[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_promise_is_read_in_time(language: str) -> None:
    """No combination of terms makes it longer than what is read in twenty seconds."""
    longest = max(count(promise(each, ZONE, words(language))) for each in EVERY)
    assert longest <= MOST[language]


def test_a_longer_promise_would_be_noticed() -> None:
    """The count above sees words, and the longest promise is near the limit."""
    assert count(("Ni är 8 i 2 team – och mer.",)) == 8
    longest = max(count(promise(each, ZONE, words("sv"))) for each in EVERY)
    assert longest >= MOST["sv"] - 5


@pytest.mark.parametrize("team_sees", [True, False])
@pytest.mark.parametrize("pooled", [True, False])
def test_promise_says_who_gets_what(pooled: bool, team_sees: bool) -> None:
    """From how many of how many, whether the team sees it, and what becomes of the answers."""
    who, said, sealed = promise(
        terms(14, 10, pooled=pooled, team_sees=team_sees), ZONE, words("sv")
    )
    assert "minst 6" in who
    assert "14" in who
    assert ("Bara chef" in who) is not team_sees
    assert "om minst 10 svarar" in said
    assert "inte vem, var eller när" in said
    for thing in ("raderas", "ingen ser vem", "nyckeln", "server", "Chattjänsten"):
        assert thing in sealed


@pytest.mark.parametrize("pooled", [True, False])
def test_promise_says_that_words_may_be_hidden_from_the_team(pooled: bool) -> None:
    """Only where the team sees words at all: with numbers alone it gets just the same."""

    def who(quotes: int, *, team_sees: bool) -> str:
        return promise(terms(14, quotes, pooled=pooled, team_sees=team_sees), ZONE, words("sv"))[0]

    assert "utom" in who(10, team_sees=True)
    assert "utom" not in who(30, team_sees=True)
    assert "utom" not in who(10, team_sees=False)


@pytest.mark.parametrize(
    ("language", "shown"), [("sv", "senast 5 december"), ("en", "latest 5 December")]
)
def test_shared_box_says_until_when(language: str, shown: str) -> None:
    """The last day is that of the team's calendar."""
    assert shown in promise(EVERY_POOLED, ZONE, words(language))[0]


@pytest.mark.parametrize("invited", [5, 14])
@pytest.mark.parametrize(
    ("language", "shown"),
    [("sv", "stängs lördag 5 december kl 00:30"), ("en", "on Saturday 5 December at 00:30")],
)
def test_box_that_stays_open_says_until_when(invited: int, language: str, shown: str) -> None:
    """Also to those who are too few; a box that is closed with its dialogue says no time."""
    for windowed in (True, False):
        one = terms(invited, 10, pooled=False, team_sees=True, windowed=windowed)
        assert (shown in promise(one, ZONE, words(language))[0]) is windowed


EVERY_POOLED = terms(14, 10, pooled=True, team_sees=True)


def _lines(invited: int, quotes: int, w: Words) -> tuple[str, ...]:
    return promise(terms(invited, quotes, pooled=False, team_sees=True), ZONE, w)


def test_small_group_is_warned() -> None:
    """Those whose words can be shown when fewer than ten have answered are told what it means."""
    w = words("sv")
    assert "kan kännas igen" in _lines(9, 6, w)[1]
    assert "kan kännas igen" in _lines(30, 6, w)[1]
    assert "kan kännas igen" not in _lines(10, 10, w)[1]
    assert "visas aldrig" in _lines(9, 10, w)[1]


@pytest.mark.parametrize("pooled", [True, False])
def test_too_few_are_told_that_nothing_is_shown(pooled: bool) -> None:
    """Five who can answer never get a result; their answers are never read."""
    few = promise(terms(5, 10, pooled=pooled, team_sees=True), ZONE, words("sv"))
    assert "någonsin" in few[0]
    assert "minst" not in few[0]
    assert "olästa" in few[2]
    assert "vem" not in few[2]
