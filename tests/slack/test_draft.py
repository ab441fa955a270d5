"""The answer that travels with the question whether to send it: always whole, never too long."""

from __future__ import annotations

import random
import zlib
from base64 import urlsafe_b64encode
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.answers import COMMENT_LIMIT, Answers, to_bytes
from bot.domain.programme import SLUG_LENGTH, Component
from bot.slack import draft, limits
from bot.slack.render.text import size

ROUND = "0" * 32
"""A round's id is so long."""

CHANNEL = "C0123456789"
"""And a channel's."""

ALPHABETS: dict[str, Sequence[str]] = {
    "letters": "abcåäö ",
    "quotes": "\"'\\”",
    "lines": "\n\t",
    "markup": "&<>",
    "emoji": "😀👩🏽‍⚕️🏳️‍🌈",
    "three bytes": [chr(code) for code in range(0x0800, 0xD800, 7)],
    "four bytes": [chr(code) for code in range(0x10000, 0x110000, 7)],
}
"""What texts are made of; a random text of four-byte characters takes the most room there is."""


def longest(alphabet: str) -> Answers:
    """Return an answer to everything, with the longest comment and tags."""
    comment = "".join(random.Random(7).choices(ALPHABETS[alphabet], k=COMMENT_LIMIT))
    tags = ("x" * SLUG_LENGTH, "y" * SLUG_LENGTH)
    return Answers(dict.fromkeys(Component, 7), comment, tags, verbatim=True)


@pytest.mark.parametrize("alphabet", ALPHABETS)
def test_longest_answer_fits_and_comes_back(alphabet: str) -> None:
    """Whatever the writer's signs are, the longest answer fits and comes back as it was."""
    answer = longest(alphabet)
    text = draft.dump(ROUND, CHANNEL, answer)
    assert size(text) == len(text) <= limits.PRIVATE_METADATA
    assert draft.load(text) == (ROUND, CHANNEL, answer)


def test_plain_json_would_not_always_fit() -> None:
    """Why it is packed: answers as they stand can be too long once their signs are escaped."""
    assert size(to_bytes(Answers({}, "&" * COMMENT_LIMIT)).decode()) > limits.PRIVATE_METADATA


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=COMMENT_LIMIT))
def test_any_comment_fits_and_comes_back(comment: str) -> None:
    """Any text that an answer may hold survives."""
    answer = Answers({}, comment, verbatim=True)
    text = draft.dump(ROUND, CHANNEL, answer)
    assert len(text) <= limits.PRIVATE_METADATA
    assert draft.load(text) == (ROUND, CHANNEL, answer)


def test_answer_that_does_not_fit_is_refused() -> None:
    """Forged tags are not cut: half an answer would be another answer."""
    tags = tuple(f"{random.Random(n).getrandbits(10_000):x}" for n in range(2))
    with pytest.raises(ValueError, match="does not fit"):
        draft.dump(ROUND, CHANNEL, Answers({}, "Hej", tags))


def _packed(data: bytes) -> str:
    return f"{ROUND} {urlsafe_b64encode(zlib.compress(data)).decode()}"


@pytest.mark.parametrize(
    "forged",
    [
        "",
        ROUND,
        "å ä",
        f"{ROUND} !!!!",
        f"{ROUND} {urlsafe_b64encode(b'not packed').decode()}",
        _packed(b"not json"),
        _packed(b'{"scores": {"nothing": 3}}'),
        _packed(b'{"comment": 3}'),
        _packed(b" " * 10_000_000),
        draft.dump(ROUND, CHANNEL, Answers({}, "Hej"))[:-8],
    ],
    ids=["empty", "round", "letters", "base", "raw", "text", "scores", "number", "huge", "cut"],
)
def test_forged_draft_is_refused(forged: str) -> None:
    """What the bot did not write is no answer, and takes no memory."""
    with pytest.raises(ValueError, match=r".*"):
        draft.load(forged)
