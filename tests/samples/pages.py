"""What is only read: how answers are protected, and what a manager sees."""

from __future__ import annotations

from bot.views.actions import Action
from bot.views.model import Button, Page, Section, Seen
from tests.samples.common import ROUND, TITLE
from tests.samples.results import summary


def page() -> Page:
    """Return how answers are protected in a dialogue that goes on."""
    return Page(
        title="Så skyddas svaren",
        intro=f"Det här gäller ”{TITLE}”, som är öppen för svar.",
        sections=(
            Section(
                heading="Vem ser vad?",
                lines=(
                    "Chefen får en sammanfattning när dialogen är slut.",
                    "Ingen lista förs över vem som har svarat.",
                ),
            ),
            Section(
                heading="Det här kan ingen lova",
                lines=("Chattjänsten ser att du trycker, och den bär fram ditt svar.",),
            ),
        ),
        buttons=(Button(action=Action.SEEN, label="Visa vad chefen ser", value=ROUND),),
        close="Stäng",
        channel="C0SOLROSEN",
    )


def seen() -> Seen:
    """Return what the manager sees of invented answers."""
    return Seen(
        title="Exempel: påhittade svar",
        note="Exempel med påhittade svar. Ingen har svarat det här.",
        summary=summary().model_copy(update={"buttons": ()}),
        close="Stäng",
    )
