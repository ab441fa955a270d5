"""The pages that are made from the model of the settings."""

from __future__ import annotations

from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING, Final

from bot.settings.loading import FIELDS

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo

TABLE_PATH: Final = Path("docs/reference/settings.md")
EXAMPLE_PATH: Final = Path("config/example.env")

TABLE_HEAD: Final = """\
# Inställningar

Inställningarna läses ur miljön och ur filen `.env` i projektets katalog; det som står i miljön
går före. `.env` har en rad `NAMN=värde` för varje inställning som ska vara en annan än
den förvalda, och `config/example.env` är en mall för den. En tom inställning räknas inte. Relativa
sökvägar räknas från projektets katalog. Är något fel säger `aptbot` allt som är fel på en gång och
slutar med koden 2.

Sidan görs av koden: ändra i `bot/settings/model.py` och kör `make docs`.

| inställning | förvalt | vad den betyder |
|---|---|---|
"""

EXAMPLE_HEAD: Final = """\
# Mall för filen .env i projektets katalog. Kopiera den dit, ta bort # framför det som ska gälla
# och skriv in värdet. Filen .env innehåller hemligheter: låt bara boten läsa den (chmod 600 .env)
# och lägg den aldrig i versionshanteringen.
"""


def default(field: FieldInfo) -> str:
    """Return the default as it would be written in `.env`; empty when there is none."""
    return "" if field.default is None else str(field.default)


def table() -> str:
    """Return the reference page, as Markdown."""
    return TABLE_HEAD + "".join(_row(key, field) for key, field in FIELDS.items())


def _row(key: str, field: FieldInfo) -> str:
    value = default(field)
    return f"| `{key}` | {f'`{value}`' if value else ''} | {field.description} |\n"


def example() -> str:
    """Return the template of `.env`: every key, commented out, with its default."""
    return EXAMPLE_HEAD + "".join(_entry(key, field) for key, field in FIELDS.items())


def _entry(key: str, field: FieldInfo) -> str:
    comment = "".join(f"# {line}\n" for line in wrap(field.description or "", 96))
    return f"\n{comment}#{key}={default(field)}\n"


def write(project: Path) -> None:
    """Write both pages below the directory `project`."""
    (project / TABLE_PATH).write_text(table(), encoding="utf-8")
    (project / EXAMPLE_PATH).write_text(example(), encoding="utf-8")
