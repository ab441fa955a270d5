"""The question before a text is sent that may give somebody away."""

from __future__ import annotations

from bot.domain.answers import Answers
from bot.domain.programme import Component
from bot.views.model import FoundLine, Hesitation, Refusal
from tests.samples.common import ROUND

DRAFT = Answers(
    {Component.MEANINGFULNESS: 5, Component.MANAGEABILITY: 2},
    "Karin och Ali hinner inte.\nDet märks mest på rum 12.",
    ("tag-0",),
    verbatim=True,
)


def hesitation(draft: Answers = DRAFT) -> Hesitation:
    """Return the question about a text with two names and a room."""
    return Hesitation(
        title="Läs en gång till",
        intro="Inget är skickat än. I texten ser det ut att stå något som kan röja någon.",
        text_label="Din text",
        found=(
            FoundLine(found="Namn: Karin, Ali", why="Ett namn säger vem det handlar om."),
            FoundLine(found="Rum: rum 12", why="En plats säger ofta vilka som var där."),
        ),
        advice="Tryck på Ändra så kommer du tillbaka till det du har skrivit.",
        submit="Skicka ändå",
        close="Ändra",
        round_id=ROUND,
        draft=draft,
    )


def refusal() -> Refusal:
    """Return what is said when the dialogue ended meanwhile."""
    return Refusal(
        title="Svara anonymt",
        line="Det går inte att svara längre, så det här kom för sent och är inte sparat.",
        close="Tillbaka",
    )
