"""The schemas of dialogue files for editors: `python -m bot.content.jsonschema [directory]`.

Made from the models, so that an editor suggests and explains the keys that the bot reads. A schema
knows less than `aptbot dialogues check`: what a file must hold together as a whole is not in it.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from pydantic import BaseModel

from bot.content.kinds import CARDS, MIRROR, MODELS, THEME
from bot.domain.programme import Component, ProgrammeText, StepKind
from bot.locales import words

DIRECTORY = Path("dialogues/schema")
"""Where the schemas are kept, beside the programmes: files point there in their first line."""

SCHEMAS: Mapping[str, type[BaseModel]] = MappingProxyType(
    {"programme": ProgrammeText, **{kind: MODELS[kind] for kind in (THEME, CARDS, MIRROR)}}
)
"""The model of each schema, by the name of its file."""

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_ABOUT = {
    "programme": "Ett program: vad det heter, och taggarna för dess svar.",
    THEME: "Ett tema: det som händer på ett möte.",
    CARDS: "En kortlek: frågor att samtala om.",
    MIRROR: "En spegel: frågor för egen eftertanke. Svaren sparas inte.",
}

Json = dict[str, Any]


def schema(name: str) -> str:
    """Return the schema of this name as it stands in its file."""
    made = _tidy(SCHEMAS[name].model_json_schema())
    for definition, descriptions in _choices().items():
        if definition in made["$defs"]:
            made["$defs"][definition]["enumDescriptions"] = descriptions
    return (
        json.dumps(
            {"$schema": _DIALECT, "description": _ABOUT[name], **made}, ensure_ascii=False, indent=2
        )
        + "\n"
    )


def write(directory: Path = DIRECTORY) -> None:
    """Write all schemas into the directory."""
    directory.mkdir(parents=True, exist_ok=True)
    for name in SCHEMAS:
        (directory / f"{name}.json").write_text(schema(name), encoding="utf-8")


def _choices() -> dict[str, list[str]]:
    """Return what each choice means, in Swedish, as editors show it beside the choice."""
    w = words("sv")
    return {
        StepKind.__name__: [w(f"step-{kind}") for kind in StepKind],
        Component.__name__: [w(f"component-{component}") for component in Component],
    }


def _tidy(value: Any) -> Any:  # noqa: ANN401 - any part of a JSON document
    """Return the part without what is for programmers: names of classes, and null for absence."""
    if isinstance(value, list):
        return [_tidy(item) for item in value]
    if not isinstance(value, dict):
        return value
    if "propertyNames" in value:
        return _by_component(value)
    tidy = {key: _tidy(item) for key, item in value.items() if not _is_clutter(key, value)}
    options = [option for option in tidy.pop("anyOf", []) if option != {"type": "null"}]
    return {**(options[0] if options else {}), **tidy}


def _is_clutter(key: str, value: Json) -> bool:
    """Whether the key of a schema says nothing to a person who writes a file."""
    if key == "title" or (key == "default" and value[key] is None):
        return isinstance(value[key], str | None)
    return key == "description" and ("properties" in value or "enum" in value)


def _by_component(value: Json) -> Json:
    """Return the schema of an object that has each component as a key."""
    item = _tidy(value["additionalProperties"])
    return {
        "type": "object",
        "description": value["description"],
        "properties": {str(component): item for component in Component},
        "required": [str(component) for component in Component],
        "additionalProperties": False,
    }


if __name__ == "__main__":
    write(*map(Path, sys.argv[1:2]))
