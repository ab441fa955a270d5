"""The table as JSON, and the schema that every such file keeps to."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, Final

from bot.views.model.base import View
from bot.views.model.export import SCHEMA_VERSION, Row, TeamExport

SCHEMA_FILE: Final = "results.schema.json"
"""Where the schema stands, beside this module."""


class Document(View):
    """Resultat ur aptbot: en rad för varje tal eller text som har visats."""

    schema_version: int
    rows: tuple[Row, ...]


def as_json(exports: Iterable[TeamExport]) -> Iterator[bytes]:
    """Yield the document, a row on each line."""
    return document(SCHEMA_VERSION, (row for export in exports for row in export.rows))


def schema() -> dict[str, Any]:
    """Return the JSON Schema of the document (draft 2020-12)."""
    return schema_of(Document)


def document(version: int, rows: Iterable[View]) -> Iterator[bytes]:
    """Yield a document of this version of its schema, a row on each line."""
    yield f'{{"schema_version": {version}, "rows": ['.encode()
    before = "\n"
    for row in rows:
        yield (before + json.dumps(row.model_dump(mode="json"), ensure_ascii=False)).encode()
        before = ",\n"
    yield b"\n]}\n"


def schema_of(model: type[View]) -> dict[str, Any]:
    """Return the JSON Schema of a document of this kind (draft 2020-12)."""
    drawn = model.model_json_schema(mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **drawn}
