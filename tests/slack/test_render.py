"""What the views look like in Slack, and that Slack would take them."""

from __future__ import annotations

import json
from typing import Any

import pytest

from bot.bootstrap import drawing
from bot.domain.answers import COMMENT_LIMIT
from bot.slack.render import render_form, render_home, render_message
from bot.slack.render.blocks import action_name, image
from bot.views.actions import Action
from bot.views.comments import PAGE
from bot.views.model import Button, CommentLines, Menu, Summary
from tests import longest, samples
from tests.goldens import assert_golden
from tests.slack.checker import message_problems, view_problems


def _texts(block: object) -> list[str]:
    """Return everything in a block that is read, each text for itself."""
    if isinstance(block, list):
        return [text for each in block for text in _texts(each)]
    if not isinstance(block, dict):
        return []
    own = [block[key] for key in ("text", "fallback") if isinstance(block.get(key), str)]
    return own + [text for value in block.values() for text in _texts(value)]


def _all_text(drawn: dict[str, Any]) -> str:
    return " ".join(_texts(drawn["blocks"]))


@pytest.mark.parametrize("name", samples.messages())
def test_message_is_drawn_as_before(name: str, update_golden: bool) -> None:
    """Each message and reply is what its golden file shows, and within the limits."""
    drawn = render_message(samples.messages()[name])
    assert_golden(f"slack/{name}", drawn, update=update_golden)
    assert message_problems(drawn) == []


def picture_of(view: Summary) -> dict[str, Any]:
    """Return the block of the summary's picture."""
    assert view.picture
    return image("F0000000001", drawing(view.picture).alt)


def test_picture_of_a_summary_is_drawn_as_before(update_golden: bool) -> None:
    """It says the same in words; the message is within the limits with it."""
    view = samples.summary()
    block = picture_of(view)
    assert_golden("slack/summary-picture", block, update=update_golden)
    drawn = render_message(view, block)
    assert block in drawn["blocks"]
    assert message_problems(drawn) == []


@pytest.mark.parametrize("name", samples.forms())
def test_form_is_drawn_as_before(name: str, update_golden: bool) -> None:
    """Each form is what its golden file shows, and within the limits."""
    drawn = render_form(samples.forms()[name])
    assert_golden(f"slack/form-{name}", drawn, update=update_golden)
    assert view_problems(drawn) == []


def test_home_is_drawn_as_before(update_golden: bool) -> None:
    """The app's home is what its golden file shows, and within the limits."""
    drawn = render_home(samples.menu())
    assert_golden("slack/home", drawn, update=update_golden)
    assert view_problems(drawn) == []


@pytest.mark.parametrize("name", longest.messages())
def test_longest_message_fits(name: str) -> None:
    """Slack takes every message and reply with the longest content."""
    assert message_problems(render_message(longest.messages()[name])) == []


@pytest.mark.parametrize("name", longest.forms())
def test_longest_form_fits(name: str) -> None:
    """Slack takes every form with the longest content."""
    assert view_problems(render_form(longest.forms()[name])) == []


def test_longest_board_keeps_everything() -> None:
    """No text of a dialogue's message is cut, whatever a dialogue file may hold."""
    drawn = _all_text(render_message(longest.messages()["board"]))
    assert "…" not in drawn
    assert longest.filler(longest.PASSAGE)[-40:] in drawn


def test_longest_picture_costs_no_comment() -> None:
    """A page of comments fits beside the longest of all else, the words of the picture too."""
    view = longest.messages()["summary"]
    assert isinstance(view, Summary)
    comments = CommentLines(heading="Utan ämne", comments=(longest.filler(500),) * (PAGE // 500))
    view = view.model_copy(update={"comments": (comments,)})
    drawn = render_message(view, picture_of(view))
    assert message_problems(drawn) == []
    assert "Kommentarer som inte får plats" not in _all_text(drawn)


def test_comments_without_room_are_counted() -> None:
    """Comments that do not fit are told by number, and the rest and the button stay."""
    view = longest.messages()["summary"]
    drawn = render_message(view)
    shown = _texts(drawn["blocks"]).count(longest.filler(COMMENT_LIMIT).strip())
    assert 0 < shown < longest.PEOPLE
    assert f"Kommentarer som inte får plats här: {longest.PEOPLE - shown}." in _all_text(drawn)
    assert drawn["blocks"][-1]["elements"][0]["action_id"] == Action.SHARE


def test_comments_without_room_are_counted_without_a_sentence() -> None:
    """Even a view without a sentence for it does not lose comments silently."""
    view = samples.summary().model_copy(
        update={"comments": longest.crowd(40), "comments_left_out": ""}
    )
    assert "… +" in _all_text(render_message(view))


def test_all_comments_are_shown_when_they_fit() -> None:
    """No line about left out comments stands there without need."""
    drawn = _all_text(render_message(samples.summary()))
    assert "Kommentarer som inte får plats" not in drawn
    assert "Vi hjälps åt när det kör ihop sig." in drawn


def test_status_of_steps_is_told_in_words() -> None:
    """Nobody needs to see marks, bold letters or colours to know where the dialogue is."""
    drawn = _all_text(render_message(samples.board(2)))
    for word in ("klart", "nu", "sedan"):
        assert f" {word}" in drawn


def test_step_ends_in_each_readers_zone() -> None:
    """A step's end is a moment that Slack shows in the reader's zone, with the team's as text."""
    drawn = json.dumps(render_message(samples.board(0)))
    first_end = int(samples.START.timestamp()) + 120
    assert f'"type": "date", "timestamp": {first_end}' in drawn
    assert '"fallback": "09:02"' in drawn


def test_same_action_twice_in_a_row_of_buttons() -> None:
    """Slack refuses an action_id twice in a block: the second is numbered and reads the same."""
    elements = render_message(samples.menu())["blocks"][-2]["elements"]
    assert [e["action_id"] for e in elements] == ["themes.start", "themes.start#2", "help"]
    assert [action_name(e["action_id"]) for e in elements] == [
        Action.START,
        Action.START,
        Action.HELP,
    ]


def test_long_ends_of_a_scale_stand_in_the_hint() -> None:
    """An end in words that is too long for a choice is whole in the hint."""
    form = samples.answer_form()
    low = "Nästan aldrig, och när det händer är det för att någon annan har tid att hjälpa till"
    scale = form.scales[0].model_copy(update={"low": low})
    block = render_form(form.model_copy(update={"scales": (scale,)}))["blocks"][3]
    assert block["hint"]["text"] == f"1 – {low} · 7 – Ofta"
    assert block["element"]["options"][0]["text"]["text"].endswith("…")


def test_more_buttons_than_a_row_holds() -> None:
    """Buttons beyond Slack's 25 in a row go into the next."""
    button = Button(action=Action.PREVIEW, label="Visa", value="x")
    view = Menu(title="Teman", lines=(), buttons=(button,) * 60)
    assert message_problems(render_message(view)) == []


def test_checker_finds_what_is_wrong() -> None:
    """The checker of these tests can fail."""
    drawn = render_message(samples.board())
    drawn["blocks"][0]["text"]["text"] = "x" * 151
    drawn["blocks"] += [{"type": "divider"}] * 50
    assert len(message_problems(drawn)) == 2
