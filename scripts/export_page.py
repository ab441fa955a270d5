"""Make docs/reference/export.md and the JSON Schemas from the columns of what is exported.

`make docs` runs it; a test fails when they are not what it would write.
"""

from __future__ import annotations

import json
from pathlib import Path
from types import NoneType
from typing import get_args

from pydantic.fields import FieldInfo

from bot.exports import commitments, table_json
from bot.exports.table_json import SCHEMA_FILE
from bot.locales import words
from bot.settings import PROJECT_DIR
from bot.views.commitment_table import headings
from bot.views.model.commitment_table import COMMITMENTS_VERSION, CommitmentRow
from bot.views.model.export import SCHEMA_VERSION, Row
from bot.views.result_overview import MOST_TAGS

PATH = Path("docs/reference/export.md")
SCHEMA_PATH = Path("bot/exports") / SCHEMA_FILE
COMMITMENTS_PATH = Path("bot/exports") / commitments.SCHEMA_FILE

HEAD = f"""\
# Exportens kolumner

Resultat kan tas med som Excel-fil, CSV, JSON och PDF, från chatten
([så gör du](../how-to/resultat.md)) och med `aptbot export`. Tabellen är densamma i de tre första:
en rad för varje tal eller text som har visats, med samma kolumner i samma ordning. PDF:en är till
för att läsas: året eller kvartalet först, sedan varje resultat som teamet har sett det. Tecken som
inte kan skrivas ut är □ där, och hela i de andra.

Tabellens version är {SCHEMA_VERSION}. Den höjs när en kolumn byter namn, försvinner eller betyder
något annat. Nya kolumner kan komma till sist utan att versionen höjs. JSON-filens schema är
[`{SCHEMA_FILE}`](../../bot/exports/{SCHEMA_FILE}).

- **CSV**: UTF-8 med BOM, semikolon mellan kolumnerna, CRLF. Så öppnas filen rätt med ett
  dubbelklick i svenska Excel. En text som kan tas för en formel har ett `'` framför sig.
- **Excel**: först bladet Översikt, på teamets språk och gjort för att skrivas ut: en rad för varje
  resultat, med tal ur tabellen och inga andra. ”5 (4–6)” är mittersta svaret, och inom parentes var
  minst hälften av svaren ligger. Där står högst {MOST_TAGS} ämnen, de vanligaste.
  Tabellen är bladet Data, och på bladet Kolumner står det som står här. Program läser Data:
  Översikt har ingen version.
  Texter är alltid texter, aldrig formler eller länkar.
- Ingen fil säger vem som gjorde den, var eller när.

Sidan görs av koden: ändra i `bot/views/model/export.py` och kör `make docs`.

| kolumn | värde | vad den betyder |
|---|---|---|
"""

FOOT = """
## Vad som aldrig är med

- Något om en dialog eller enkät med färre än sex svar, utom just det. Inte heller hur många som
  kunde svara.
- Kommentarer som en chef har dolt, bara hur många de är. Det gäller vem som än hämtar filen.
- Något om en person. Ingen följs från en dialog till en annan.
- Något som inte redan har visats, resultat för resultat.
"""

COMMITMENTS = f"""
## Åtaganden

Åtagandena är en egen tabell, en rad för varje åtagande. Knappen under `/apt åtaganden` ger den som
Excel-fil, `aptbot export --what commitments` som Excel-fil, CSV eller JSON. I PDF:en med resultat
står åtagandena för samma år eller kvartal, ett under det andra.

Raderna står grupp för grupp, och inom gruppen det först som ska vara klart först. Väljer du ett år
eller ett kvartal får du det som teamet kom överens om, skulle ha klart eller följde upp då.

- **Excel och CSV** har planens rubriker på teamets språk. Kolumnen Team finns bara i filer som
  kommandot gör. I CSV står allt som har noterats i den sista kolumnen, en rad för varje gång; i
  Excel på bladet Händelser. Excel-filen är gjord för att skrivas ut: liggande, en sida bred och med
  rubriker på varje sida.
- **JSON** har nycklarna nedan, och orden för grupp och läge på engelska. Tabellens version är
  {COMMITMENTS_VERSION} och schemat
  [`{commitments.SCHEMA_FILE}`](../../bot/exports/{commitments.SCHEMA_FILE}).

| nyckel | rubrik | vad den betyder |
|---|---|---|
"""

COMMAND = """
## Kommandot

    aptbot export --team natt-manen --year 2027 --format xlsx --out natt-manen-2027.xlsx

| val | vad det betyder |
|---|---|
"""

LAST = """
Kommandot läser databasen utan att kunna ändra den, också medan boten kör. Filen kan bara läsas av
den som körde kommandot. Räkna med en halv minut för 1 000 team med tolv resultat var, en minut för
Excel. Åtaganden går fortare. Som PDF finns bara resultat.
"""

TYPES = {int: "heltal", str: "text", bool: "true eller false"}


def page() -> str:
    """Return the page, as Markdown."""
    columns = (_column(name, field) for name, field in Row.model_fields.items())
    plan = (_heading(name, field) for name, field in CommitmentRow.model_fields.items())
    return "".join((HEAD, *columns, FOOT, COMMITMENTS, *plan, COMMAND, *_options(), LAST))


def schemas() -> dict[Path, str]:
    """Return the schemas as they stand in their files."""
    drawn = {SCHEMA_PATH: table_json.schema(), COMMITMENTS_PATH: commitments.schema()}
    return {
        path: json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
        for path, schema in drawn.items()
    }


def write(project: Path) -> None:
    """Write all of them below the directory `project`."""
    (project / PATH).write_text(page(), encoding="utf-8")
    for path, schema in schemas().items():
        (project / path).write_text(schema, encoding="utf-8")


def _column(name: str, field: FieldInfo) -> str:
    return f"| `{name}` | {_values(field)} | {field.description} |\n"


def _heading(name: str, field: FieldInfo) -> str:
    called = "–" if name == "id" else headings([name], words("sv"))[0]
    return f"| `{name}` | {called} | {field.description} |\n"


def _values(field: FieldInfo) -> str:
    kinds = get_args(field.annotation) or (field.annotation,)
    if all(isinstance(kind, str) for kind in kinds):
        return "ett av orden"
    (kind,) = (kind for kind in kinds if kind is not NoneType)
    return TYPES.get(kind, "dag") + (" eller tomt" if NoneType in kinds else "")


def _options() -> list[str]:
    from bot.cli.results import export

    w = words("sv")
    return [f"| `{one.opts[0]}` | {w(getattr(one, 'help', ''))} |\n" for one in export.params]


if __name__ == "__main__":
    write(PROJECT_DIR)
