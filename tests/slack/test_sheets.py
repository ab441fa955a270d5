"""Checklists and links as Slack takes them."""

from __future__ import annotations

import pytest

from bot.slack import limits
from bot.slack.render import render_message
from bot.slack.render.rich import link
from bot.views.model import Checklist, Tick
from tests import samples
from tests.slack.checker import message_problems


def options(view: Checklist) -> list[dict[str, object]]:
    """Return all options of a drawn checklist."""
    return [
        option
        for block in render_message(view)["blocks"]
        for element in block.get("elements", ())
        for option in element.get("options", ())
    ]


def test_ten_lines_to_a_block_and_each_is_there() -> None:
    """Twelve lines are two blocks, numbered through; those ticked stand ticked."""
    drawn = render_message(samples.checklist())
    rows = [block for block in drawn["blocks"] if block["type"] == "actions"]
    assert [len(row["elements"][0]["options"]) for row in rows] == [limits.FEW_OPTIONS, 2]
    assert [option["value"] for option in options(samples.checklist())] == [
        str(number) for number in range(12)
    ]
    ticked = [o["value"] for row in rows for o in row["elements"][0].get("initial_options", ())]
    assert ticked == ["1", "10"]
    assert message_problems(drawn) == []


@pytest.mark.parametrize("length", [75, 76, 149, 150])
def test_long_line_is_whole(length: int) -> None:
    """A line of a file is never cut: it goes on below, or stands whole above the list."""
    words = ("ord och saker " * 20)[:length].strip()
    view = samples.checklist().model_copy(update={"ticks": (Tick(text=words, done=False),)})
    (option,) = options(view)
    text = option["text"]
    assert isinstance(text, dict)
    more = option.get("description")
    below = more["text"] if isinstance(more, dict) else ""
    shown = " ".join(f"{text['text']} {below}".split())
    assert shown == words or words in str(render_message(view)["blocks"][:-2])
    assert message_problems(render_message(view)) == []


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "https://a b", "http://user:pw@x.example/", "x", "ftp://x.example"],
)
def test_only_addresses_of_pages_become_links(address: str) -> None:
    """Whatever else stands in a link's place is shown as words."""
    assert [part["type"] for part in link(address)] == ["text"]
    assert [part["type"] for part in link("https://film.example/om-oss")] == ["link"]
    assert link("") == []
