"""Commitments to take along: the plan's table, a row for each."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from bot.domain.commitment import Aim, CommitmentState
from bot.views.model.base import View

COMMITMENTS_VERSION = 1
"""Grows when a column is renamed, removed or means something else; a new one at the end is none."""


class ChangeRow(View):
    """What was noted of a commitment on a day."""

    day: date = Field(description="Dagen då det noterades.")
    state: CommitmentState = Field(description="Läget från och med då.")
    target: date = Field(description="Klart senast, från och med då.")
    note: str = Field(description="Skäl eller anteckning.")


class CommitmentRow(View):
    """A commitment. The descriptions are what the documentation says."""

    team: str = Field(description="Teamets namn, som kanalen heter.")
    id: str = Field(description="Åtagandets id. Finns bara i JSON.")
    aim: Aim = Field(
        description="Vad det är till för: develop (utveckla), keep (behålla), attract (attrahera), "
        "recruit (rekrytera), introduce (introducera) eller leave (avsluta)."
    )
    activity: str = Field(description="Vad gruppen ska göra.")
    how: str = Field(description="Hur det går till.")
    target: date = Field(description="Dagen då det ska vara klart, som det gäller nu.")
    role: str = Field(description="Rollen som ansvarar, aldrig en person.")
    resources: str = Field(description="Vad som behövs.")
    follow_up: str = Field(description="Hur det följs upp.")
    state: CommitmentState = Field(
        description="Läget: open (pågår), done (klart), deferred (uppskjutet) eller dropped "
        "(avskrivet)."
    )
    note: str = Field(description="Det senaste skälet, eller den senaste anteckningen.")
    agreed: date = Field(description="Dagen då gruppen kom överens.")
    changes: tuple[ChangeRow, ...] = Field(
        description="Allt som har noterats, det tidigaste först: dag, läge, klart senast och "
        "anteckning. I Excel-filen står det på ett eget blad."
    )


PLAN = tuple(name for name in CommitmentRow.model_fields if name not in ("team", "id", "changes"))
"""The keys of the plan's columns, in order."""


class CommitmentExport(View):
    """A team's commitments, those of one aim together, what is due first leading.

    `file` is the name of the file without its ending, `title` and `counted` are what stands above
    a printed table, `language` is that of the words. With `named` each row begins with the team's
    name, as it must where several teams may stand in one file.
    """

    file: str
    title: str
    counted: str
    language: str
    rows: tuple[CommitmentRow, ...]
    named: bool = False
