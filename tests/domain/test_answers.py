"""What one person may answer."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.answers import COMMENT_LIMIT, Answers, from_bytes, to_bytes
from bot.domain.programme import Component
from bot.errors import EmptyAnswer, TextTooLong, TooManyTags
from tests.domain.builders import answers

ONE = {Component.MEANINGFULNESS: 4}


@given(answers)
def test_bytes_round_trip(given_answers: Answers) -> None:
    """Answers written as bytes are read as they were."""
    assert from_bytes(to_bytes(given_answers)) == given_answers


@pytest.mark.parametrize(
    "empty",
    [
        Answers(),
        Answers(comment=" \n\u0000"),
        Answers(comment="\u200b\u3164", verbatim=True),
        Answers(tags=("tid",), verbatim=True),
    ],
)
def test_empty(empty: Answers) -> None:
    """Without a number and a text there is nothing to keep."""
    with pytest.raises(EmptyAnswer):
        empty.checked()


@pytest.mark.parametrize("score", [0, 8, -1])
def test_off_the_scale(score: int) -> None:
    """The scale is 1–7."""
    with pytest.raises(ValueError, match="scale"):
        Answers({Component.MANAGEABILITY: score}).checked()


def test_longest_comment() -> None:
    """A comment of the limit passes, one character more is refused and the limit told."""
    longest = Answers(comment=" " + "å" * COMMENT_LIMIT + " ")
    assert len(longest.checked().comment) == COMMENT_LIMIT
    with pytest.raises(TextTooLong) as caught:
        Answers(comment="å" * (COMMENT_LIMIT + 1)).checked()
    assert caught.value.params == {"limit": COMMENT_LIMIT}


def test_tags() -> None:
    """Two tags at most; the same one twice is one."""
    assert Answers(ONE, tags=("tid", "tid", "stod")).checked().tags == ("tid", "stod")
    with pytest.raises(TooManyTags) as caught:
        Answers(ONE, tags=("tid", "stod", "annat")).checked()
    assert caught.value.params == {"limit": 2}


def test_consent_needs_a_comment() -> None:
    """There is nothing to agree to without a comment."""
    assert not Answers(ONE, verbatim=True).checked().verbatim
    assert Answers(ONE, comment="\u202e", verbatim=True).checked() == Answers(ONE)
    assert Answers(comment="Bra!", verbatim=True).checked().verbatim


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("rad ett\nrad två\t!", "rad ett\nrad två\t!"),
        ("a\u0000b\u001bc\u007f", "abc"),
        ("\ud83d halvt", "halvt"),
        ("👩‍👧 \u200fא", "👩‍👧 \u200fא"),
    ],
)
def test_characters_that_no_store_takes(typed: str, kept: str) -> None:
    """Control characters and halves of characters go; line breaks and joined emoji stay."""
    assert Answers(comment=typed).checked().comment == kept


@given(st.builds(replace, answers, comment=st.text(st.characters(codec=None), max_size=50)))
def test_checked_answers_can_be_kept(given_answers: Answers) -> None:
    """Whatever text is typed, what passed the check can be written, read, and checked again."""
    try:
        checked = given_answers.checked()
    except EmptyAnswer:
        return
    assert from_bytes(to_bytes(checked)) == checked
    assert checked.checked() == checked
