"""What can be seen of a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.texts import seen

UNSEEN = (
    " \n\x00\u00a0\u00ad\u034f\u115f\u1160\u200b\u202e\u2028\u2060\u2800\u3164\ufe0f\ufeff\uffa0"
)


@given(st.text(alphabet=UNSEEN))
def test_what_can_not_be_seen_is_nothing(text: str) -> None:
    """However much there is of it."""
    assert seen(text) == ""


@given(st.text(alphabet=UNSEEN), st.sampled_from("aÅ1.!🌻日א٣\U0001fae8"), st.text())
def test_what_can_be_seen_stays_whole(before: str, sign: str, after: str) -> None:
    """Every sign of it, also those that can't be seen: they hold families and scripts together."""
    text = before + sign + after
    assert seen(text) == text


@pytest.mark.parametrize("text", ["\u0301", "\u20dd", "\u0301\u200b"])
def test_a_mark_on_nothing_is_nothing(text: str) -> None:
    """A mark belongs to the letter before it."""
    assert seen(text) == ""
