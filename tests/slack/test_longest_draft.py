"""The longest draft there can be, as Slack gets it: nothing of it is cut."""

from __future__ import annotations

import json

from bot.domain.answers import COMMENT_LIMIT
from bot.domain.claims import CLAIM_LENGTHS, MOST_CITED, MOST_CLAIMS, Claim, Support
from bot.locales import words
from bot.slack import limits
from bot.slack.render import render_message
from bot.slack.render.blocks import text_size
from bot.views.drafts import draft
from tests.services.people import theme

COMMENTS = tuple(
    f"Kommentar {chr(ord('a') + number)} ".ljust(COMMENT_LIMIT, "x")
    for number in range(MOST_CLAIMS * MOST_CITED)
)
CLAIMS = tuple(
    Claim(
        f"Påstående {chr(ord('a') + number)} ".ljust(CLAIM_LENGTHS[-1], "y"),
        tuple(Support(number * MOST_CITED + n, "x") for n in range(1, MOST_CITED + 1)),
    )
    for number in range(MOST_CLAIMS)
)


def test_each_claim_stands_with_all_its_comments_and_the_label() -> None:
    """Rather fewer claims than one without what it rests on, or than no word of how it was made."""
    view = draft(CLAIMS, COMMENTS, theme(3), "m" * 100, words("sv"))
    message = render_message(view)
    said = json.dumps(message, ensure_ascii=False)
    shown = [claim for claim in CLAIMS if claim.text in said]
    assert 1 <= len(shown) < len(CLAIMS), "the control: it is too long for all"
    for claim in shown:
        assert all(COMMENTS[number - 1] in said for number in claim.cited)
    assert view.footer in said
    assert text_size(message["blocks"]) <= limits.MESSAGE_TEXT
