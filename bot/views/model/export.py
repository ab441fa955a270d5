"""Results to take along: the rows of the table, and the report that a person reads."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from bot.views.model.base import View
from bot.views.model.charts import TrendChart
from bot.views.model.commitment_table import CommitmentExport
from bot.views.model.messages import Sheet, Summary

SCHEMA_VERSION = 1
"""Grows when a column is renamed, removed or means something else; a new one at the end is none."""


class Row(View):
    """One published number or text. The descriptions are what the documentation says."""

    schema_version: int = Field(SCHEMA_VERSION, description="Tabellens version.")
    team: str = Field(description="Teamets namn, som kanalen heter.")
    teams: int = Field(description="Hur många team som svarade i samma låda; 1 för teamet ensamt.")
    round: str = Field(
        description="Resultatets id. Team som svarar tillsammans delar resultat: räkna det en gång."
    )
    closed: date = Field(description="Dagen då lådan stängdes, ÅÅÅÅ-MM-DD i teamets tidszon.")
    kind: Literal["dialogue", "survey", "evaluation"] = Field(
        description="dialogue (dialog), survey (enkät) eller evaluation (utvärdering, om själva "
        "programmet: räkna dem inte ihop med andra)."
    )
    period: str = Field(description="Enkätens första kvartal, till exempel 2027Q1. Annars tomt.")
    programme: str = Field(description="Programmets id, namnet på dess mapp.")
    theme: str = Field(description="Temats id, namnet på dess fil.")
    title: str = Field(description="Temats rubrik på teamets språk.")
    audience: Literal["team", "managers"] = Field(
        description="Vilka som har sett resultatet: team (delat) eller managers (bara chefen)."
    )
    part: Literal["round", "component", "distribution", "tag", "comment"] = Field(
        description="Vad raden handlar om: round (resultatet), component (en av de tre delarna), "
        "distribution (hur svaren fördelar sig), tag (ämne) eller comment (kommentar)."
    )
    item: str = Field(
        description="Delens eller ämnets id. Tomt för resultatet och övriga kommentarer."
    )
    label: str = Field(description="Delens eller ämnets namn på teamets språk.")
    question: str = Field(description="Frågan som ställdes. Tomt utom för de tre delarna.")
    measure: Literal[
        "answered",
        "answered_below",
        "invited",
        "median",
        "middle_low",
        "middle_high",
        "band",
        "count",
        "comment",
        "hidden",
        "unknowing",
    ] = Field(
        description="Måttet: answered (svarade), invited (kunde svara), answered_below (färre än "
        "så många svarade, inget mer visas), median (mittersta svaret), middle_low och middle_high "
        "(mellan dem ligger minst hälften av svaren), band (low, mid, high), count (antal svar), "
        "comment (kommentar), hidden (antal kommentarer som chefen har dolt), unknowing (antal som "
        "bara skrev att de inte vet)."
    )
    low: int | None = Field(None, description="Lägsta steget som raden räknar, för distribution.")
    high: int | None = Field(None, description="Högsta steget som raden räknar, för distribution.")
    value: int | None = Field(None, description="Talet, alltid ett heltal. Tomt för text.")
    at_least: bool = Field(False, description="true när talet betyder så många eller fler.")
    text: str = Field("", description="Texten, för band och comment.")


COLUMNS = tuple(Row.model_fields)
"""The names of the columns, in order."""


class OverviewRow(View):
    """A result on one line, for people: the same numbers, and words where one is not shown."""

    closed: date
    team: str
    title: str
    audience: str
    answered: int | str
    invited: int | str
    meaningfulness: str
    manageability: str
    comprehensibility: str
    tags: str
    comments: int | str


class Development(View):
    """A team's results over a year or a quarter, in words, and the same as pictures."""

    sheet: Sheet
    pictures: tuple[TrendChart, ...] = ()


class TeamExport(View):
    """All that a file holds of one team: the table, and the report with a summary for each round.

    `overview` says some of the table's numbers once more, a line for each round. The report has
    the commitments, too; the table has none of them: they have one of their own. `file` is the
    name of the file without its ending, `language` that of the words.
    """

    file: str
    language: str
    rows: tuple[Row, ...]
    overview: tuple[OverviewRow, ...]
    development: Development
    summaries: Annotated[tuple[Summary, ...], Field(min_length=1)]
    commitments: CommitmentExport
