"""The guess of what a text is about: how often it is right, and that any text can be asked."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.subjects import TAGS, Answer, guess, read, score
from bot.content import load
from bot.domain.answers import TAG_LIMIT
from bot.text.subject_words import WORDS
from bot.text.subjects import as_tags, subjects

DIALOGUES = Path(__file__).parents[2] / "dialogues"
PRECISION_FLOOR = 0.85
HELPED_FLOOR = 0.6
DISTURBED_CEILING = 0.1


@pytest.mark.parametrize("half", ["held_out", "tuned"])
def test_the_guess_keeps_its_floors(half: str) -> None:
    """Most guesses are right, most answers get one, and what is about nothing is left alone."""
    one = score(read()[half])
    assert one.precision >= PRECISION_FLOOR
    assert one.helped >= HELPED_FLOOR * one.about
    assert one.disturbed <= DISTURBED_CEILING * one.aimless


def test_the_measure_can_fail() -> None:
    """Answers filed under something else are guessed wrong."""
    wrong = [Answer(answer.text, frozenset({"annat"})) for answer in read()["held_out"]]
    assert score(wrong).precision == 0


def test_the_corpus_is_large_enough() -> None:
    """At least forty in each half, known tags only, and nothing twice."""
    halves = read()
    assert all(len(answers) >= 40 for answers in halves.values())
    every = [answer for answers in halves.values() for answer in answers]
    assert len({answer.text for answer in every}) == len(every)
    assert {tag for answer in every for tag in answer.tags} <= set(TAGS)


def test_every_subject_is_a_tag_of_a_shipped_programme() -> None:
    """No word stands for what nobody can choose; and the tags measured are the first programme's.

    What may mean anything is never guessed.
    """
    shipped = load(DIALOGUES)
    known = {tag.id for programme in shipped.programmes for tag in programme.tags}
    ids = {id for subject in WORDS for id in subject.split()}
    assert ids <= known
    assert "annat" not in ids
    assert tuple(tag.id for tag in shipped.programmes[0].tags) == TAGS


def test_most_words_first_and_then_the_place() -> None:
    """Two words for a subject weigh more than one; of equals the first in the text wins."""
    assert guess("Chefen bestämmer schemat och semestern.") == ("arbetstid", "ledning")
    assert guess("Chefen bestämmer schemat.") == ("ledning", "arbetstid")


def test_only_known_tags_and_no_more_than_asked_for() -> None:
    """A programme's own tags decide; each stands once."""
    found = subjects("Chefen, schemat, mejlen och rasten.")
    assert len(found) == 4
    assert as_tags(found, {"schema", "annat"}, TAG_LIMIT) == ("schema",)
    assert len(as_tags(found, TAGS, TAG_LIMIT)) == TAG_LIMIT
    assert as_tags(found, (), TAG_LIMIT) == ()


@pytest.mark.parametrize(
    ("text", "guessed"),
    [
        ("SCHEMAT", ("arbetstid",)),
        ("Vi behöver våra raster!", ("aterhamtning",)),
        ("rastlös", ()),
        ("Vi blev rädda.", ("trygghet",)),
        ("hotellet", ()),
        ("lärarna", ()),
        ("inga fler pärmar, tack", ()),
        ("utan ett\ntack", ("uppskattning",)),
        ("ett bullbak", ()),
    ],
)
def test_words_by_hand(text: str, guessed: tuple[str, ...]) -> None:
    """Beginnings of words count, look-alikes do not, and a phrase may be broken by a line."""
    assert guess(text) == guessed


@given(st.text(max_size=700))
def test_any_text(text: str) -> None:
    """Any text gives tags that can be chosen, at most as many as an answer may carry."""
    tags = guess(text)
    assert len(tags) <= TAG_LIMIT
    assert set(tags) < set(TAGS)
