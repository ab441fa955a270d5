"""What is said at every moment, as it was once read and found good."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from pydantic import TypeAdapter

from bot.locales import LANGUAGES, words
from bot.views.model import MessageView, View
from tests.goldens import FOLDER, assert_golden
from tests.locales.sources import ids_of
from tests.views.moments import MOMENTS

FIXED = {"action", "style", "status", "value", "type"}
"""Fields that are the same in every language."""


def texts(value: object) -> Iterator[str]:
    """Yield every text in a view's data."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from texts(each)


def raw_ids(view: View, language: str) -> list[str]:
    """Return the ids of messages, and the places for parameters, that stand in the view's texts."""
    pattern = re.compile("|".join(rf"(?<![\w-]){id}(?![\w-])" for id in ids_of(language)))
    said = texts(view.model_dump(mode="json"))
    return [text for text in said if pattern.search(text) or "{ $" in text or "{$" in text]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", MOMENTS)
def test_view_is_as_it_was_read(name: str, language: str, update_golden: bool) -> None:
    """Each view says what its golden file says."""
    drawn = MOMENTS[name](words(language)).model_dump(mode="json")
    assert_golden(f"views/{name}.{language}", drawn, update=update_golden)


def test_no_golden_file_is_left_over() -> None:
    """Every golden file is compared with something."""
    expected = {f"{name}.{language}.json" for name in MOMENTS for language in LANGUAGES}
    assert {path.name for path in (FOLDER / "views").iterdir()} == expected


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", MOMENTS)
def test_view_holds_no_id_of_a_message(name: str, language: str) -> None:
    """No reader ever meets the inner name of a text, or a place that was not filled in."""
    assert raw_ids(MOMENTS[name](words(language)), language) == []


def test_id_of_a_message_would_be_found() -> None:
    """The search above can find something."""
    view = MOMENTS["help"](words("sv"))
    for wrong in ("board-answer", "Se board-answer!", "Du har { $count } kvar"):
        assert raw_ids(view.model_copy(update={"title": wrong}), "sv") == [wrong]


@pytest.mark.parametrize("name", MOMENTS)
def test_languages_have_the_same_shape(name: str) -> None:
    """Both languages show and offer the same: only words differ, never what can be pressed."""
    swedish, english = (_shape(MOMENTS[name](words(each)).model_dump()) for each in LANGUAGES)
    assert swedish == english


@pytest.mark.parametrize("name", MOMENTS)
def test_message_survives_the_outbox(name: str) -> None:
    """A message that is kept as JSON comes back as it was."""
    view = MOMENTS[name](words("sv"))
    if name.partition("-")[0] in {"board", "summary", "voided", "error"}:
        adapter: TypeAdapter[MessageView] = TypeAdapter(MessageView)
        assert adapter.validate_json(view.model_dump_json()) == view


def _shape(value: object) -> object:
    """Return the structure: which texts are there and which are empty, and every fixed value."""
    if isinstance(value, dict):
        typed = value.get("type") in ("line", "area")  # its value is a text for people
        fixed = FIXED - {"value"} if typed else FIXED
        return {key: each if key in fixed else _shape(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_shape(each) for each in value]
    return bool(value) if isinstance(value, str) else value
