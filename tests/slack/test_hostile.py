"""Whatever people and files hold, it is shown as it stands and steers nothing."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.answers import COMMENT_LIMIT, Answers
from bot.domain.programme import Component
from bot.slack.draft import load
from bot.slack.render import render_form, render_message
from bot.slack.render.text import clean, clip, clip_words, escape, pieces, size
from bot.views.model import CommentLines, FoundLine
from tests import longest, samples
from tests.longest import V
from tests.slack.checker import message_problems, view_problems

HOSTILE = (
    "<!channel> <!here> <@U0KARIN> <#C0ALLMANT>",
    "<https://example.com|klicka här> https://example.com",
    "*fet* _lutad_ ~struken~ `kod` ```block```",
    "> citat\n• en till kommentar",
    ":fire: &lt;!channel&gt; &amp;",
    "\u202egnällab\u202c \u2066x\u2069",
    "<!date^0^{date}|x> <!subteam^S1>",
    "\x00\x07\u0085\ud800",
)
MENTION = re.compile(r"<@[\w.:-]+>( <@[\w.:-]+>)*")
STEERING = re.compile("[\x00-\x09\x0b-\x1f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")

hostile = st.text() | st.sampled_from(HOSTILE) | st.text(alphabet="<>&*_~`@!#|:\n", max_size=700)


def _objects(value: object) -> Iterator[dict[str, Any]]:
    """Yield every object in a message."""
    if isinstance(value, dict):
        yield value
    inner = list(value.values()) if isinstance(value, dict) else value
    for each in inner if isinstance(inner, list) else ():
        yield from _objects(each)


def _assert_harmless(drawn: dict[str, Any]) -> None:
    """Nothing but our own elements can mention, link, broadcast or stand out."""
    for each in _objects(drawn):
        assert each.get("type") not in {
            "link",
            "broadcast",
            "user",
            "usergroup",
            "emoji",
            "channel",
        }
        if each.get("type") == "mrkdwn":
            assert MENTION.fullmatch(each["text"])
        if each.get("type") == "plain_text":
            assert each["emoji"] is False
        text = each.get("text")
        assert not isinstance(text, str) or not STEERING.search(text)


@given(hostile, hostile)
def test_comments_are_shown_as_they_stand(first: str, second: str) -> None:
    """A comment is plain words in a list of its own, whatever is in it."""
    comments = (CommentLines(heading=second, comments=(first, second)),)
    drawn = render_message(samples.summary().model_copy(update={"comments": comments}))
    _assert_harmless(drawn)
    assert message_problems(drawn) == []
    if clean(first) and size(clean(first)) < 1000:
        assert clean(first) in [each.get("text") for each in _objects(drawn)]


@given(hostile)
@pytest.mark.parametrize("name", samples.messages())
def test_no_text_of_a_message_steers(name: str, text: str) -> None:
    """Every text of every message may hold anything."""
    drawn = render_message(_filled(samples.messages()[name], f"x{text}"))
    _assert_harmless(drawn)
    assert message_problems(drawn) == []
    assert not re.search("[<>]", drawn["text"])


@given(hostile)
@pytest.mark.parametrize("name", ["answer", "answer-again", "setup", "refusal", "receipt"])
def test_no_text_of_a_form_steers(name: str, text: str) -> None:
    """Every text of every form may hold anything."""
    drawn = render_form(_filled(samples.forms()[name], f"x{text}", kept=("name",)))
    _assert_harmless(drawn)
    assert view_problems(drawn) == []


@given(hostile)
def test_no_draft_steers(text: str) -> None:
    """A text that is read once more, and what was found in it, stand there as they are."""
    draft = Answers({Component.MANAGEABILITY: 3}, text[:COMMENT_LIMIT], verbatim=True).checked()
    line = FoundLine(found=text, why="Därför.")
    drawn = render_form(samples.hesitation(draft).model_copy(update={"found": (line,)}))
    _assert_harmless(drawn)
    assert view_problems(drawn) == []
    assert load(drawn["private_metadata"])[2] == draft


@pytest.mark.parametrize("user", ["U1> <!channel", "!here", "#C1", "U1|x", "U1\nU2", "å", ""])
def test_person_with_a_strange_id_is_not_mentioned(user: str) -> None:
    """A mention is only made of what is a user id and nothing else."""
    drawn = _board_of(user)
    _assert_harmless(drawn)
    assert "<@" not in json.dumps(drawn)


@pytest.mark.parametrize(
    "user", ["U0ALI", "17", "ali-1", "users.ali", "b7e0-4f_1", "ali:example.org"]
)
def test_any_id_without_markup_is_mentioned(user: str) -> None:
    """Other servers have ids of other shapes than Slack's."""
    drawn = _board_of(user)
    _assert_harmless(drawn)
    assert f"<@{user}>" in json.dumps(drawn)


def _board_of(user: str) -> dict[str, Any]:
    """Return a drawn dialogue that one person leads."""
    board = samples.board()
    group = board.people[0].model_copy(update={"people": (samples.person(user),)})
    return render_message(board.model_copy(update={"people": (group,)}))


@given(hostile, st.integers(min_value=2, max_value=80))
def test_clip_keeps_the_limit(text: str, limit: int) -> None:
    """A clipped text is never longer than the limit, and unchanged when it fits."""
    clipped = clip(clean(text), limit)
    assert size(clipped) <= limit
    assert clipped == clean(text) or clipped.endswith("…")


@given(hostile, st.integers(min_value=2, max_value=80))
def test_clip_at_a_word_keeps_the_limit(text: str, limit: int) -> None:
    """It is as `clip` has it, or shorter by what would be the beginning of a word."""
    clipped, hard = clip_words(clean(text), limit), clip(clean(text), limit)
    assert size(clipped) <= limit
    assert hard.removesuffix("…").startswith(clipped.removesuffix("…"))
    assert (clipped == clean(text)) is (hard == clean(text))


@given(hostile, st.integers(min_value=10, max_value=80))
def test_pieces_lose_nothing(text: str, limit: int) -> None:
    """The pieces of a text are the text, and each keeps the limit."""
    parts = list(pieces(text, limit))
    assert "".join(parts) == text
    assert all(0 < size(part) <= limit for part in parts)


def test_escape_leaves_no_markup() -> None:
    """What stands in a notification can be no mention and no link."""
    assert escape("<!channel> & <@U1>") == "&lt;!channel&gt; &amp; &lt;@U1&gt;"


def _filled(view: V, text: str, *, kept: tuple[str, ...] = ()) -> V:
    """Return the view with the text in every field that a dialogue file or a person can write."""
    more = dict.fromkeys(("heading", "link", "label", "hint", "summary_text"), 0)
    fields = {**longest.LONG_FIELDS, **more}
    return longest.stretch(view, {k: fields[k] for k in fields if k not in kept}, lambda _: text)
