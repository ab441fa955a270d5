"""The schemas for editors are those of the models, and explain every key in Swedish."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.content.jsonschema import DIRECTORY, SCHEMAS, schema, write
from bot.domain.programme import Component, StepKind

ROOT = Path(__file__).parents[2]
ENGLISH = re.compile(r"\b(the|of|and|to|with|is)\b")


def properties(part: Any) -> Iterator[tuple[str, dict[str, Any]]]:  # noqa: ANN401
    """Yield every key that a schema knows, with what it says of it."""
    if isinstance(part, dict):
        if isinstance(part.get("properties"), dict):
            yield from part["properties"].items()
        for below in part.values():
            yield from properties(below)


@pytest.mark.parametrize("name", SCHEMAS)
def test_files_are_those_of_the_models(name: str) -> None:
    """The file is what `python -m bot.content.jsonschema` writes now."""
    assert (ROOT / DIRECTORY / f"{name}.json").read_text(encoding="utf-8") == schema(name)


def test_writing(tmp_path: Path) -> None:
    """All schemas are written, as JSON."""
    write(tmp_path / "schema")
    files = {path.stem: json.loads(path.read_text("utf-8")) for path in tmp_path.rglob("*.json")}
    assert files.keys() == SCHEMAS.keys()


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_key_is_explained_in_swedish(name: str) -> None:
    """What an editor shows for a key is a Swedish sentence."""
    found = dict(properties(json.loads(schema(name))))
    assert found
    for key, about in found.items():
        if key not in list(Component):
            assert about["description"].endswith("."), key
            assert not ENGLISH.search(about["description"]), key
    assert ENGLISH.search("What the file says.")  # the search finds what it looks for


def test_choices_are_suggested_and_explained() -> None:
    """Each kind of step is a choice with its Swedish name beside it."""
    kinds = json.loads(schema("theme"))["$defs"]["StepKind"]
    assert kinds["enum"] == list(StepKind)
    assert dict(zip(kinds["enum"], kinds["enumDescriptions"], strict=True))["film"] == "Film"


def test_what_must_stand_there_is_required() -> None:
    """Keys without which a file is refused are required, and no other keys are allowed."""
    theme, cards = json.loads(schema("theme")), json.loads(schema("cards"))
    assert theme["required"] == ["number", "title", "why", "steps"]
    assert cards["required"] == ["kind", "number", "title", "why", "component", "cards"]
    assert theme["properties"]["questions"]["required"] == list(Component)
    assert theme["additionalProperties"] is cards["additionalProperties"] is False
    assert theme["properties"]["number"]["type"] == "integer"  # YAML's own numbers
