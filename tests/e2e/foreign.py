"""The sample workspace with ids that Slack would never give, as a compatible server may."""

from __future__ import annotations

import re
from pathlib import Path

from bot.workspace.sample import DEFAULT_SAMPLE

TENANT = "42"
_ID = re.compile(r"\b([TUCAB])0([A-Z]+)\b")


def foreign(id: str) -> str:
    """Return the foreign id in the place of a sample's: lower case, numbers, dashes.

    One person's and one channel's id are digits alone; the first letters tell nothing.
    """
    given = {"T0SOLGLANTAN": TENANT, "U0ALI": "1007", "C0SOLROSEN": "d0-91f3", "U0KARIN": "c-7"}
    kind, name = id[0], id[2:]
    return given.get(id) or f"{name.lower()}-{ord(kind)}"


def foreign_sample(directory: Path) -> Path:
    """Write the sample file with foreign ids, and return where it is."""
    text = DEFAULT_SAMPLE.read_text("utf-8")
    path = directory / "foreign.yaml"
    path.write_text(_ID.sub(lambda found: _in_yaml(foreign(found[0])), text), "utf-8")
    return path


def _in_yaml(id: str) -> str:
    return f'"{id}"' if id.isdigit() else id
