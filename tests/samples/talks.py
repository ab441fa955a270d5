"""A card, a checklist and a mirror, for oneself."""

from __future__ import annotations

from bot.views.actions import Action
from bot.views.model import (
    Button,
    Checklist,
    MirrorForm,
    MirrorPicture,
    ScaleField,
    Sheet,
    SheetPart,
    Tick,
)
from tests.samples.common import QUESTIONS

MIRROR = "ledarens-spegel/spegel sv"


def sheet() -> Sheet:
    """Return a card with its buttons, and a film's address."""
    more = Button(action=Action.CARD_MORE, label="Ett till", value="samtalskort/hanterbarhet/3")
    show = Button(action=Action.CARD_SHOW, label="Visa för gruppen", value=more.value)
    return Sheet(
        title="Samtalskort",
        intro="Hanterbarhet: Det går att klara",
        parts=(
            SheetPart(heading="Vad hjälpte senast?", text="Ge ett exempel.\n\nVad gjorde ni?"),
            SheetPart(link="https://film.example/om-oss", buttons=(more, show)),
            SheetPart(heading="Det här kan du säga", lines=("Vad menar du?", "Säg mer.")),
        ),
        footer="Bara du ser kortet.",
    )


def checklist() -> Checklist:
    """Return a list of more lines than one of Slack's blocks holds, two of them ticked."""
    return Checklist(
        title="Checklista: Att börja",
        intro="Bara du ser listan.",
        label="Bocka av",
        ticks=tuple(Tick(text=f"Sak nummer {n} att göra", done=n in (2, 11)) for n in range(1, 13)),
        footer="2 av 12 klara.",
        ref="tre-workshoppar/workshop1",
    )


def mirror_form() -> MirrorForm:
    """Return three questions."""
    return MirrorForm(
        title="Spegel för dig själv",
        name="Ledarens spegel",
        why="För din egen skull.",
        promise=("Bara du ser svaren.", "Boten sparar ingenting."),
        scales=tuple(
            ScaleField(
                name=f"mirror-{number}",
                heading=f"Fråga {number + 1}",
                question=question,
                low=low,
                high=high,
            )
            for number, (_, _, question, low, high) in enumerate(QUESTIONS)
        ),
        submit="Visa min bild",
        close="Avbryt",
        meta=MIRROR,
    )


def mirror_picture() -> MirrorPicture:
    """Return what three answers show."""
    return MirrorPicture(
        title="Din egen bild",
        picture=Sheet(
            title="Ledarens spegel",
            intro="Så svarade du 2 mars 2026.",
            parts=(
                SheetPart(heading="Dina svar", lines=("Lyssnar du? Du svarade 5 av 7.",)),
                SheetPart(heading="Så kan du gå vidare", text="Välj en sak att prova."),
            ),
        ),
        send_note="När du stänger rutan är bilden borta.",
        send=Button(action=Action.MIRROR_SEND, label="Skicka till mig själv", value="735"),
        close="Stäng",
        meta=MIRROR,
    )
