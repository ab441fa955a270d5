"""How long and how easy texts are: the figures behind the advice and the limits."""

from __future__ import annotations

import pytest

from bot.content.limits import (
    LIMITS,
    SLACK_BUTTON,
    SLACK_LABEL,
    SLACK_LINK,
    SLACK_OPTION,
    SLACK_SECTION,
    TEAMS_MESSAGE,
    octets,
    signs,
)
from bot.content.readability import lix, sentences, words
from bot.domain.steps import LINK_LENGTH
from bot.domain.texts import HINT, LABEL, LINE, PASSAGE
from bot.slack import limits as slack


def test_each_text_by_itself_has_room() -> None:
    """No label, line, hint, passage or link is longer than the field that shows it."""
    assert min(SLACK_OPTION.most, SLACK_BUTTON.most) >= LABEL
    assert SLACK_LABEL.most >= LINE
    assert max(HINT, PASSAGE) <= SLACK_SECTION.most
    assert SLACK_LINK.most >= LINK_LENGTH
    assert TEAMS_MESSAGE.most >= PASSAGE * 4  # four bytes for each sign, at most


def test_the_table_says_what_the_slack_end_says() -> None:
    """Slack's limits are the same here as where messages are made."""
    table = {limit.field: limit.most for limit in LIMITS if limit.platform == "Slack"}
    assert table == {
        "header": slack.HEADER,
        "button text": slack.BUTTON_TEXT,
        "option text": slack.OPTION_TEXT,
        "input label": slack.LABEL,
        "section text": slack.RICH_TEXT,
        "url": 3_000,
        "message": slack.MESSAGE_TEXT,
    }


@pytest.mark.parametrize(("text", "length"), [("åäö", 3), ("🌻", 2), ("", 0), ("a\nb", 3)])
def test_signs_are_counted_as_chats_count_them(text: str, length: int) -> None:
    """An emoji is two signs."""
    assert signs(text) == length


@pytest.mark.parametrize(("text", "length"), [("abc", 3), ("å", 2), ("🌻", 4), ('"\n', 4)])
def test_bytes_are_counted_as_they_are_sent(text: str, length: int) -> None:
    """Letters beyond ASCII take several bytes, and JSON escapes quotes and line breaks."""
    assert octets(text) == length


def test_lix_by_hand() -> None:
    """Ten words a sentence and every fifth of them long: 10 + 20."""
    sentence = "Vi tar en sak i taget här med arbetslaget tillsammans."
    assert len(words(sentence)) == 10
    assert lix([sentence] * 5) == 30
    assert lix([sentence]) is None  # too few words to say anything


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("En. Två! Tre? Fyra", 4),
        ("”Vad?” sa hon. Ja.", 3),
        ("Rubrik\n\nText", 2),
        ("Klockan 7.30 börjar vi.", 1),
        ("…", 0),
        ("", 0),
    ],
)
def test_sentences(text: str, count: int) -> None:
    """A sentence ends with its sign or with the line, and has a word."""
    assert len(sentences(text)) == count
