"""Hiding comments, as Slack shows it: the form, and what is left in the team's message."""

from __future__ import annotations

import json
from typing import Any

import pytest

from bot.domain.answers import COMMENT_LIMIT
from bot.slack import hidden, limits
from bot.slack.render import render_form, render_message
from bot.views.model import CommentChoices
from tests import longest, samples
from tests.slack.checker import message_problems, view_problems

Json = dict[str, Any]


def groups(*sizes: int, hidden: tuple[int, ...] = (), comment: str = "Kommentar {}.") -> Json:
    """Return the element that groups with so many comments are drawn as."""
    numbers = iter(range(sum(sizes)))
    choices = tuple(
        CommentChoices(
            heading=f"Ämne {place}",
            comments=tuple(comment.format(next(numbers)) for _ in range(size)),
        )
        for place, size in enumerate(sizes)
    )
    view = samples.hide_form().model_copy(update={"groups": choices, "hidden": hidden})
    drawn = render_form(view)
    assert view_problems(drawn) == []
    element: Json = drawn["blocks"][-1]["element"]
    return element


def options(element: Json) -> list[Json]:
    """Return the options of all groups."""
    return [option for group in element["option_groups"] for option in group["options"]]


@pytest.mark.parametrize("sizes", [(1,), (2, 3), (100, 1), (101,), (99, 201, 3)])
def test_every_comment_can_be_chosen_once(sizes: tuple[int, ...]) -> None:
    """The numbers go on from group to group, and no group has more than Slack takes."""
    element = groups(*sizes)
    for number, option in enumerate(options(element)):
        assert option["value"] == str(number)
        assert option["text"]["text"] == f"Kommentar {number}."
    assert len(options(element)) == sum(sizes)
    assert all(len(group["options"]) <= limits.OPTIONS for group in element["option_groups"])


@pytest.mark.parametrize(("size", "headings"), [(8, []), (101, [samples.hide_form().label] * 2)])
def test_comments_without_subjects_have_no_heading(size: int, headings: list[str]) -> None:
    """Of more than Slack takes in a group each part has a name: the field's own."""
    choices = (CommentChoices(heading="", comments=("Mer tid.",) * size),)
    view = samples.hide_form().model_copy(update={"groups": choices, "hidden": (1,)})
    drawn = render_form(view)
    assert view_problems(drawn) == []
    element = drawn["blocks"][-1]["element"]
    parts = element.get("option_groups", [])
    assert [part["label"]["text"] for part in parts] == headings
    every = options(element) if parts else element["options"]
    assert [option["value"] for option in every] == [str(number) for number in range(size)]
    assert [option["value"] for option in element["initial_options"]] == ["1"]


def test_hidden_comments_are_chosen() -> None:
    """What is hidden already stands there as chosen, in whatever group it is."""
    element = groups(2, 2, hidden=(1, 2))
    assert [option["value"] for option in element["initial_options"]] == ["1", "2"]
    assert "initial_options" not in groups(2, 2)


def test_long_comment_goes_on_in_the_second_line() -> None:
    """The beginning is cut at a word with an ellipsis, and read on below; the rest is cut."""
    words = "ett två tre fyra fem sex sju åtta nio tio elva tolv " * 12
    (option,) = options(groups(1, comment=words[:COMMENT_LIMIT]))
    first, second = option["text"]["text"], option["description"]["text"]
    assert first.endswith("…")
    assert second.startswith("…")
    assert second.endswith("…")
    assert words.startswith(f"{first[:-1]} {second[1:-1]}")
    assert max(len(first), len(second)) <= limits.OPTION_TEXT


def test_short_comment_is_whole() -> None:
    """A comment that fits has no second line, and a line break does not break the list."""
    (option,) = options(groups(1, comment="Rad ett.\nRad två."))
    assert option["text"]["text"] == "Rad ett. Rad två."
    assert "description" not in option


def test_of_very_many_comments_the_beginnings_are_shown() -> None:
    """Else the form would be too large for Slack."""
    assert all("description" not in o for o in options(groups(101, comment="å" * 200 + "{}")))
    assert all("description" in o for o in options(groups(100, comment="å" * 200 + "{}")))


def test_comment_without_a_letter_can_be_chosen() -> None:
    """Slack takes no empty option."""
    (option,) = options(groups(1, comment="\u202e"))
    assert option["text"]["text"] == "…"


def test_hidden_comments_are_told_where_the_others_stand() -> None:
    """The number of hidden comments is read with the comments; without any it is not there."""
    hidden = "2 kommentarer är dolda av chefen."
    blocks = render_message(samples.shared_with_hidden())["blocks"]
    context = [b["elements"][0]["text"] for b in blocks if b["type"] == "context"]
    assert hidden in context
    assert hidden not in json.dumps(render_message(samples.summary()), ensure_ascii=False)


def test_all_comments_hidden() -> None:
    """The heading stands over the number alone."""
    view = samples.shared_with_hidden().model_copy(update={"comments": ()})
    drawn = render_message(view)
    assert message_problems(drawn) == []
    assert view.comments_heading in json.dumps(drawn, ensure_ascii=False)
    assert view.comments_hidden in json.dumps(drawn, ensure_ascii=False)


def test_number_of_hidden_comments_stays_when_room_is_short() -> None:
    """Comments that do not fit give way to it."""
    view = samples.shared_with_hidden().model_copy(update={"comments": longest.crowd(40)})
    drawn = render_message(view)
    assert message_problems(drawn) == []
    assert view.comments_hidden in json.dumps(drawn, ensure_ascii=False)


def test_time_of_sharing_is_shown_with_its_day() -> None:
    """A moment that Slack shows in the reader's zone, with the team's day and time as text."""
    (line,) = [
        block["elements"][0]["elements"]
        for block in render_message(samples.summary())["blocks"]
        if block["type"] == "rich_text" and "date" in json.dumps(block["elements"])
    ]
    (date,) = [element for element in line if element["type"] == "date"]
    assert date["timestamp"] == int(samples.START.timestamp()) + 24 * 60 * 60
    assert "{date" in date["format"]
    assert "{time}" in date["format"]
    assert date["fallback"] == "2026-03-11 09:00"


@pytest.mark.parametrize("chosen", [(), (0,), (1, 2), (0, 302), tuple(range(303))])
def test_form_carries_what_was_hidden_when_it_was_opened(chosen: tuple[int, ...]) -> None:
    """It comes back with the form, however much there is, and fits what Slack carries."""
    view = samples.hide_form().model_copy(update={"hidden": chosen})
    carried = render_form(view)["private_metadata"]
    assert hidden.load(carried) == (view.round_id, frozenset(chosen))
    assert len(hidden.dump("r" * 32, (9_999,))) <= limits.PRIVATE_METADATA


@pytest.mark.parametrize("forged", ["", "round", "round x", "round -1", "round 1 2"])
def test_forged_numbers_are_refused(forged: str) -> None:
    """What no form carried is no choice."""
    with pytest.raises(ValueError, match=r"numbers|literal"):
        hidden.load(forged)
