"""Golden files: what was drawn once and looked at, compared with what is drawn now.

`pytest --update-golden` writes them anew; the difference is then read like any other change.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "golden"


def assert_golden(name: str, drawn: dict[str, Any], *, update: bool) -> None:
    """Compare with `tests/golden/<name>.json`, or write it. Raises AssertionError if it differs."""
    path = FOLDER / f"{name}.json"
    text = json.dumps(drawn, ensure_ascii=False, indent=2) + "\n"
    if update:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert path.exists(), f"{path.name} is missing: run pytest --update-golden"
    assert text == path.read_text(encoding="utf-8")
