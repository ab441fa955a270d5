"""The form in which comments are hidden."""

from __future__ import annotations

from bot.views.model import CommentChoices, HideForm
from tests.samples.common import ROUND, TITLE


def hide_form() -> HideForm:
    """Return the form with three comments, the second one hidden and too long for a line."""
    return HideForm(
        title="Dölj en kommentar",
        theme=TITLE,
        explained=(
            "Det du väljer tas bort ur det som teamet ser.",
            "Teamet får veta hur många kommentarer som är dolda.",
        ),
        label="Kommentarer som teamet inte får se",
        placeholder="Ingen är dold",
        groups=(
            CommentChoices(
                heading="Tid",
                comments=(
                    "Mer tid för planering vore guld värt.",
                    "Rasterna blir ofta avbrutna.\nDet märks på eftermiddagen, när alla är trötta.",
                ),
            ),
            CommentChoices(heading="Utan ämne", comments=("Vi hjälps åt när det kör ihop sig.",)),
        ),
        hidden=(1,),
        submit="Spara",
        close="Avbryt",
        round_id=ROUND,
    )
